"""Agreement records: marks joined to instruments, each with status, parties, signatories, dates, place and confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.explainmodel import Explained
from pactscan.resolve.agreements.clusters import cluster
from pactscan.resolve.agreements.records import RecordMaker
from pactscan.resolve.agreements.scene import Scene

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle
    from pactscan.marks.agreements import AgreementMark
    from pactscan.marks.countries import CountryMark
    from pactscan.model import Agreement, Date
    from pactscan.resolve.cast import Cast


def resolve_agreements(
    marked: MarkedArticle, marks: tuple[AgreementMark, ...], cast: Cast, countries: tuple[CountryMark, ...], dates: tuple[Date, ...]
) -> tuple[Agreement, ...]:
    """One `Agreement` for each instrument, in order of first mention."""
    if not marks:
        return ()
    scene = Scene(marked, cast, countries, dates)
    return RecordMaker(scene).records(cluster(scene, marks))


def explain_agreements(
    marked: MarkedArticle, marks: tuple[AgreementMark, ...], cast: Cast, countries: tuple[CountryMark, ...], dates: tuple[Date, ...]
) -> tuple[Explained, ...]:
    """The same records, each with the words and the rule behind every value."""
    from pactscan.resolve.agreements.reasons import reasons_of

    if not marks:
        return ()
    scene = Scene(marked, cast, countries, dates)
    return tuple(Explained(a, reasons_of(scene, a, draft)) for a, draft in RecordMaker(scene).made(cluster(scene, marks)))
