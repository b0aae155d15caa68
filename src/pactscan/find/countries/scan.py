"""The words of a text that may refer to a country: longest wording first, left to right, by a dictionary of first words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pactscan.lexicon.countries import Wording, combining_forms, seat_wordings, wordings
from pactscan.lexicon.wording import function_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]+")
_IRREGULAR = re.compile(r"[-’]|\s\s|[^\S ]")
"""What parts words or stands for an apostrophe where it is no single space and no straight one."""
SLACK = 8
"""Further characters that wider gaps may take."""
_GAP = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*|-)"


class Hit(NamedTuple):
    """``text[start:end]`` reads as `wording`."""

    start: int
    end: int
    words: str
    wording: Wording


class Candidate(NamedTuple):
    """A wording to try where its first word stands, and how it is spelt: as listed, or in capitals."""

    words: str
    wording: Wording


def scan(text: str) -> Iterator[Hit]:
    """Wordings in `text`, none overlapping another; phrases that mean no country are among them."""
    index, forms, at, form = _index(), combining_forms(), 0, None
    for word in _INITIAL.finditer(text):
        if word.start() < at:
            continue
        start = word.start() + _glued(word.group())
        hit = _longest(text, start, word.end(), index.get(text[start : word.end()], ()))
        if hit:
            if form and form.end + 1 == hit.start and hit.wording.codes:
                yield form
            at = hit.end
            yield hit
        elif word.group() in forms and text[word.end() : word.end() + 1] in ("-", "–"):
            form = Hit(word.start(), word.end(), word.group(), forms[word.group()])


def _glued(word: str) -> int:
    """Length of a function word that a missing space joined to a name ("theU.S.", "ofPeru"); 0 for any other word."""
    if word[1:].islower() or word.isupper():
        return 0
    at = next((i for i, letter in enumerate(word) if i and letter.isupper()), 0)
    return at if at > 1 and word[:at].lower() in function_words() else 0


def _longest(text: str, start: int, end: int, candidates: tuple[Candidate, ...]) -> Hit | None:
    for candidate in candidates:
        stop = _end_of(candidate.words, text, start, end)
        if stop and not _goes_on(text, stop):
            return Hit(start, stop, text[start:stop], candidate.wording)
    return None


def _end_of(words: str, text: str, start: int, end: int) -> int:
    """Where `words` end that start at `start` with a first word up to `end`; 0 when they do not stand there."""
    if len(words) == end - start:
        return end
    if text.startswith(words, start):
        return start + len(words)
    window = text[end : start + len(words) + SLACK]
    if not _IRREGULAR.search(window) or words[end - start :].split(" ")[-1].replace("'", "’") not in window.replace("'", "’"):
        return 0
    match = _pattern(words).match(text, start)
    return match.end() if match else 0


def _goes_on(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] == "_") and text[at - 1] != "."


@cache
def _index() -> dict[str, tuple[Candidate, ...]]:
    """First word → wordings that start with it, the longest first."""
    table: dict[str, dict[str, Candidate]] = {}
    for wording in (*wordings(), *seat_wordings()):
        for words in (wording.words, wording.words.upper()):
            first = _WORD.match(words)
            if first:
                table.setdefault(first.group(), {}).setdefault(words, Candidate(words, wording))
    return {first: tuple(sorted(rows.values(), key=lambda row: -len(row.words))) for first, rows in table.items()}


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(_GAP.join(re.escape(part).replace("'", "['’]") for part in words.split(" ")))
