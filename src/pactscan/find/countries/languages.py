"""Whether a demonym names a language: spoken, written, taught, translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.find.countries.surroundings import REACH
from pactscan.lexicon.countries_contexts import language_words

if TYPE_CHECKING:
    from pactscan.find.countries.scan import Hit
    from pactscan.find.countries.surroundings import Surroundings


def names_language(around: Surroundings, hit: Hit) -> bool:
    """Whether `hit` is a language: by the word after it, or the one before it where no noun follows that it describes."""
    words = language_words()
    if hit.wording.words not in words.names:
        return False
    joined = around.text[hit.end : hit.end + 1] in ("-", "–")
    if around.first(hit).ent_type_ == "LANGUAGE" and not joined and not around.modifies(hit):
        return True
    return _word_after(around, hit) in words.after or _follows_language_word(around, hit)


def _word_after(around: Surroundings, hit: Hit) -> str:
    if around.text[hit.end : hit.end + 1] == "-":
        rest = around.text[hit.end + 1 : hit.end + 20]
        return rest[: next((i for i, c in enumerate(rest) if not c.isalpha()), len(rest))].lower()
    token = around.after(hit)
    return token.lower_ if token is not None else ""


def _follows_language_word(around: Surroundings, hit: Hit) -> bool:
    words, token = language_words(), around.before(hit)
    for _ in range(REACH):
        if token is None or not _joins(token.lower_, around.printed(token), words.names):
            break
        token = around.previous(token)
    if token is None or token.lower_ not in words.before:
        return False
    earlier = around.previous(token)
    if token.lower_ == "in" and earlier is not None and earlier.lower_ in words.taught:
        return True
    if around.modifies(hit):
        return False
    return token.lower_ not in words.weak_before or any(near.lower_ in words.talk for near in around.window(token))


def _joins(lower: str, printed: str, names: frozenset[str]) -> bool:
    return lower in ("and", "or", ",") or lower in language_words().degree or printed in names
