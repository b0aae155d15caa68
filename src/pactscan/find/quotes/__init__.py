"""Find speech: stretches between marks, cues, contents and sources."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.marks.quotes import AttributionMark


def mark_quotes(marked: MarkedArticle) -> tuple[AttributionMark, ...]:
    """Mark quotes in the order of the text."""
    return ()
