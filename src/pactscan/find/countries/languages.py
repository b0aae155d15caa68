"""Whether a demonym names a language: spoken, written, taught, translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.countries_contexts import language_words

if TYPE_CHECKING:
    from pactscan.find.countries.scan import Hit
    from pactscan.find.countries.surroundings import Surroundings


def names_language(around: Surroundings, hit: Hit) -> bool:
    """Whether `hit` is a language: by the word after it, or the one before it where no noun follows that it describes."""
    words = language_words()
    if hit.wording.words not in words.names:
        return False
    return _word_after(around, hit) in words.after or _follows_language_word(around, hit)


def _word_after(around: Surroundings, hit: Hit) -> str:
    if around.text[hit.end : hit.end + 1] == "-":
        rest = around.text[hit.end + 1 : hit.end + 20]
        return rest[: next((i for i, c in enumerate(rest) if not c.isalpha()), len(rest))].lower()
    token = around.after(hit)
    return token.lower_ if token is not None else ""


def _follows_language_word(around: Surroundings, hit: Hit) -> bool:
    words = language_words()
    token = around.before(hit)
    while token is not None and _joins(token.lower_, around.printed(token), words.names):
        token = around.doc[token.i - 1] if token.i > token.sent.start else None
    if token is None or token.lower_ not in words.before or around.modifies(hit):
        return False
    return token.lower_ not in words.weak_before or any(t.lower_ in words.talk for t in token.sent)


def _joins(lower: str, printed: str, names: frozenset[str]) -> bool:
    return lower in ("and", "or", ",", "both", "either", "only", "just") or printed in names
