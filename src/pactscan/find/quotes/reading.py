"""What the quote finder reads of an article: its parse, the stretches between marks, and which tokens stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pactscan.find.quotes.scan import stretches
from pactscan.marks import MarkedArticle
from pactscan.marks.parse import Parse
from pactscan.marks.quotes import Stretch
from pactscan.model import ZoneKind

LABEL = re.compile(r"\s*([A-Z][A-Z.'’ -]{2,40}):\s")
"""A transcript's name of who speaks next, in capitals, with a colon."""


@dataclass(frozen=True)
class Reading:
    """An article as rules on speech read it; token indices are those of `parse`."""

    text: str
    parse: Parse
    stretches: list[Stretch]
    first: list[int]
    """First token that starts inside each stretch."""
    last: list[int]
    """Last token that starts inside each stretch."""
    inside: list[int]
    """For each token the stretch that holds it, -1 outside; opening and closing marks are outside."""
    datelines: tuple[tuple[int, int], ...] = ()
    """Code points of what says only where and when the story was filed: nobody says it."""

    def label(self, s: int) -> tuple[int, int] | None:
        """Of a stretch that opens with a transcript's label (``"BRANDT: We will``): last token of the name, first one after the colon."""
        stretch = self.stretches[s]
        match = LABEL.match(self.text, stretch.start, stretch.end)
        if match is None:
            return None
        name, rest = bisect_left(self.parse.start, match.end(1)) - 1, bisect_left(self.parse.start, match.end())
        return (name, rest) if self.first[s] <= name < rest <= self.last[s] else None

    def before(self, s: int) -> int:
        """Last token before the opening mark of stretch `s`, -1 at the start of the text."""
        return bisect_left(self.parse.start, self.stretches[s].opened) - 1

    def after(self, s: int) -> int:
        """First token after the closing mark of stretch `s`."""
        return bisect_left(self.parse.start, self.stretches[s].closed)


def read(marked: MarkedArticle) -> Reading:
    """Scan the marks of an article and lay its stretches over its tokens."""
    parse, text = marked.parse, marked.article.text
    found = stretches(text, marked.paragraphs)
    inside = [-1] * len(parse.start)
    first, last = [], []
    for s, stretch in enumerate(found):
        a = bisect_right(parse.start, stretch.start - 1)
        b = bisect_left(parse.start, stretch.end) - 1
        if b < a:
            a = b = max(0, bisect_right(parse.start, stretch.start) - 1)
        first.append(a)
        last.append(b)
        inside[a : b + 1] = [s] * (b + 1 - a)
    datelines = tuple((zone.start, zone.end) for zone in marked.article.zones if zone.kind is ZoneKind.DATELINE)
    return Reading(text, parse, found, first, last, inside, datelines)
