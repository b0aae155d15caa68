"""Find countries: every wording that refers to one, and none that only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.find.countries.context import Context
from pactscan.find.countries.scan import scan
from pactscan.marks.countries import CountryMark

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle

__all__ = ["mark_countries"]


def mark_countries(marked: MarkedArticle) -> tuple[CountryMark, ...]:
    """Mark countries in the order of the text; words that mean two countries (the two Koreas) are marked once for each."""
    hits = Context(marked, list(scan(marked.article.text))).refers()
    return tuple(CountryMark(hit.start, hit.end, code, hit.wording.via) for hit in hits if hit.wording.via for code in hit.wording.codes)
