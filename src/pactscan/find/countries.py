"""Find countries."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark


def mark_countries(marked: MarkedArticle) -> tuple[CountryMark, ...]:
    """Mark countries in the order of the text."""
    return ()
