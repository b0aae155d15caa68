"""Countries that the article refers to."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark
from pactscan.model import Country


def resolve_countries(marked: MarkedArticle, marks: tuple[CountryMark, ...]) -> tuple[Country, ...]:
    """One `Country` for each code, in order of first mention."""
    return ()
