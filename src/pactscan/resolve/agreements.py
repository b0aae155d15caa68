"""Agreement records."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.marks.agreements import AgreementMark
from pactscan.marks.countries import CountryMark
from pactscan.model import Agreement, Date
from pactscan.resolve.cast import Cast


def resolve_agreements(
    marked: MarkedArticle, marks: tuple[AgreementMark, ...], cast: Cast, countries: tuple[CountryMark, ...], dates: tuple[Date, ...]
) -> tuple[Agreement, ...]:
    """One `Agreement` for each instrument, in order of first mention."""
    return ()
