"""Who said what."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.marks.quotes import AttributionMark
from pactscan.model import Quote
from pactscan.resolve.cast import Cast


def resolve_quotes(marked: MarkedArticle, marks: tuple[AttributionMark, ...], cast: Cast) -> tuple[Quote, ...]:
    """One `Quote` for each attribution, with the actor behind its source."""
    return ()
