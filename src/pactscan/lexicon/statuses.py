"""How the statuses of an agreement follow from each other."""

from __future__ import annotations

from functools import cache

from pactscan.lexicon.files import read_table
from pactscan.model import AgreementStatus


@cache
def stage(status: AgreementStatus) -> int:
    """Place of a status in the life of an agreement; 0 when the text asserts none."""
    return _stages()[status]


@cache
def implied(status: AgreementStatus) -> frozenset[AgreementStatus]:
    """Statuses that stand when `status` does: what was signed was agreed."""
    parent = _parents()[status]
    return frozenset({parent, *implied(parent)}) if parent else frozenset()


@cache
def _stages() -> dict[AgreementStatus, int]:
    return {AgreementStatus(row["status"]): int(row["stage"]) for row in read_table("status_stages.csv")}


@cache
def _parents() -> dict[AgreementStatus, AgreementStatus | None]:
    return {
        AgreementStatus(row["status"]): AgreementStatus(row["implies"]) if row["implies"] else None
        for row in read_table("status_stages.csv")
    }
