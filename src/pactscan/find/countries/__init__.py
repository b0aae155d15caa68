"""Find countries: every wording that refers to one, and none that only looks like it."""

from __future__ import annotations

from pactscan.find.countries.context import Context
from pactscan.find.countries.scan import scan
from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark

__all__ = ["mark_countries"]


def mark_countries(marked: MarkedArticle) -> tuple[CountryMark, ...]:
    """Mark countries in the order of the text; words that mean two countries (the two Koreas) are marked once for each."""
    context = Context(marked)
    hits = [hit for hit in scan(marked.article.text) if hit.wording.via is None or context.admits(hit)]
    return tuple(CountryMark(h.start, h.end, code, h.wording.via) for h in hits if h.wording.via for code in h.wording.codes)
