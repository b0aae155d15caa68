"""Lines in title case, where capitals say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import words
from pactscan.model import ZoneKind

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle

SENTENCE_ENDS = (".", ";")
TITLE_SHARE = 0.8
LONGEST_TITLE = 24
"""Words."""


class Headlines:
    """Knows for each paragraph whether it is a headline, and whether its capitals are those of one."""

    def __init__(self, marked: MarkedArticle) -> None:
        self.marked = marked
        self._title: dict[int, bool] = {}

    def headline(self, at: int) -> bool:
        """Whether the code point `at` lies in a headline."""
        if self.marked.article.in_zone(at, ZoneKind.TITLE):
            return True
        paragraph = self.marked.paragraph_of(at)
        return paragraph == 0 and self._unpunctuated(paragraph)

    def title_case(self, at: int) -> bool:
        """Whether the line at `at` writes most of its words with a capital."""
        paragraph = self.marked.paragraph_of(at)
        if paragraph not in self._title:
            self._title[paragraph] = self._mostly_capitals(paragraph)
        return self._title[paragraph]

    def _line(self, paragraph: int) -> str:
        p = self.marked.paragraphs[paragraph]
        return self.marked.reading[p.start : p.end].strip()

    def _unpunctuated(self, paragraph: int) -> bool:
        line = self._line(paragraph)
        return bool(line) and len(line.split()) <= LONGEST_TITLE and line[-1] not in '.!?:;,”"' and len(self.marked.paragraphs) > 1

    def _mostly_capitals(self, paragraph: int) -> bool:
        if self._line(paragraph).isupper():
            return True
        if self._line(paragraph)[-1:] in SENTENCE_ENDS:
            return False
        written = [w for w in self._line(paragraph).split() if any(c.isalpha() for c in w)]
        if not 2 < len(written) <= LONGEST_TITLE:
            return False
        large = [w for w in written if w.lower().strip("'\"“”‘’,:;") not in words("headline", "small")]
        capital = sum(next(c for c in w if c.isalpha()).isupper() for w in large)
        return bool(large) and capital >= TITLE_SHARE * len(large)
