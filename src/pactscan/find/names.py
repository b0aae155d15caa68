"""Find names."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark
from pactscan.marks.names import NameMark


def mark_names(marked: MarkedArticle, countries: tuple[CountryMark, ...]) -> tuple[NameMark, ...]:
    """Mark names in the order of the text."""
    return ()
