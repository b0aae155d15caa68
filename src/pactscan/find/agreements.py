"""Find agreements."""

from __future__ import annotations

from pactscan.marks import MarkedArticle
from pactscan.marks.agreements import AgreementMark
from pactscan.marks.countries import CountryMark


def mark_agreements(marked: MarkedArticle, countries: tuple[CountryMark, ...]) -> tuple[AgreementMark, ...]:
    """Mark agreements in the order of the text."""
    return ()
