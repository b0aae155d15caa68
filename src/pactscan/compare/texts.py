"""The text of an article as the comparison needs it: sentences, and how alike two texts are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from pactscan.compare.likeness import Wording
from pactscan.compare.words import keys_of, shingles
from pactscan.lexicon.titles import honorifics, office_abbreviations
from pactscan.model import ArticleInfo, Mention
from pactscan.paragraphs import paragraphs

SHINGLE = 5
"""Words in a run, for the similarity of texts."""
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s++[\"“‘'«(\[]?[A-Z0-9])")
_SPACE = re.compile(r"\s*")
_LAST_WORD = re.compile(r"[\w.]{1,20}\Z")


class Sentence(NamedTuple):
    """``text[start:end]`` of an article."""

    start: int
    end: int
    wording: Wording

    @property
    def mention(self) -> Mention:
        """The sentence as words of the article."""
        return Mention(self.start, self.end, self.wording.text)


class Text:
    """The text of one side."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all its words."""
        return keys_of(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; none crosses the end of a paragraph."""
        return tuple(Sentence(a, b, Wording(self.text[a:b])) for a, b in _sentence_bounds(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].end:
            return None
        return self.sentences[i]


def text_of(info: ArticleInfo) -> Text | None:
    """The text that came with the report."""
    return None if info.text is None else Text(info.text)


def text_similarity(left: Text, right: Text) -> float:
    """Jaccard index of the runs of five words, rounded to three digits; of the words alone where a text is shorter."""
    size = max(1, min(SHINGLE, len(left.keys), len(right.keys)))
    a, b = shingles(left.keys, size), shingles(right.keys, size)
    return round(len(a & b) / len(a | b), 3) if a | b else 1.0


def _sentence_bounds(text: str) -> list[tuple[int, int]]:
    return [bounds for paragraph in paragraphs(text) for bounds in _in_paragraph(text, *paragraph)]


def _in_paragraph(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    bounds, at = [], start
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "." and _abbreviates(text, at, match.start()):
            continue
        bounds.append((at, match.end()))
        at = _past_space(text, match.end())
    return [*bounds, (at, end)] if at < end else bounds


def _past_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _abbreviates(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an initial, an acronym with stops, or a word of address."""
    match = _LAST_WORD.search(text, max(start, stop - 20), stop)
    if match is None:
        return False
    word = match.group().casefold()
    initial = len(word) == 1 and word.isalpha()
    return initial or "." in word or word in honorifics() or word in office_abbreviations()
