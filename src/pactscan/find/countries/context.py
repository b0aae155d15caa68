"""Whether words that read as a country are meant as one, by what stands around them."""

from __future__ import annotations

from pactscan.find.countries.scan import Hit
from pactscan.marks import MarkedArticle
from pactscan.model import ZoneKind

SILENT_ZONES = (ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.NOTICE)
"""Parts of an article that tell where and by whom it was written, not what it is about."""


class Context:
    """The surroundings of hits in one article."""

    def __init__(self, marked: MarkedArticle) -> None:
        self.marked = marked
        self.text = marked.article.text

    def admits(self, hit: Hit) -> bool:
        """Whether `hit` refers to its country."""
        return not self.marked.article.in_zone(hit.start, *SILENT_ZONES)
