"""The words of a text that may refer to a country: longest wording first, left to right, by a dictionary of first words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pactscan.lexicon.countries import Wording, seat_wordings, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]+")
_GAP = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*|-)"


class Hit(NamedTuple):
    """``text[start:end]`` reads as `wording`."""

    start: int
    end: int
    words: str
    wording: Wording


class Candidate(NamedTuple):
    """A wording to try where its first word stands; `pattern` is None when the first word is all of it."""

    pattern: re.Pattern[str] | None
    length: int
    wording: Wording


def scan(text: str) -> Iterator[Hit]:
    """Wordings in `text`, none overlapping another; phrases that mean no country are among them."""
    index, at = _index(), 0
    for word in _INITIAL.finditer(text):
        if word.start() < at:
            continue
        hit = _longest(text, word.start(), word.end(), index.get(word.group(), ()))
        if hit:
            at = hit.end
            yield hit


def _longest(text: str, start: int, end: int, candidates: tuple[Candidate, ...]) -> Hit | None:
    for pattern, _, wording in candidates:
        stop = end
        if pattern is not None:
            match = pattern.match(text, start)
            if match is None:
                continue
            stop = match.end()
        if not _goes_on(text, stop):
            return Hit(start, stop, text[start:stop], wording)
    return None


def _goes_on(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] == "_") and text[at - 1] != "."


@cache
def _index() -> dict[str, tuple[Candidate, ...]]:
    table: dict[str, list[Candidate]] = {}
    for wording in (*wordings(), *seat_wordings()):
        for words in dict.fromkeys((wording.words, wording.words.upper())):
            first = _WORD.match(words)
            if first:
                pattern = None if first.group() == words else re.compile(_pattern(words))
                table.setdefault(first.group(), []).append(Candidate(pattern, len(words), wording))
    return {first: tuple(sorted(rows, key=lambda row: -row.length)) for first, rows in table.items()}


def _pattern(words: str) -> str:
    return _GAP.join(re.escape(part).replace("'", "['’]") for part in words.split(" "))
