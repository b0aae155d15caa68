"""How sure a record is. Right means: it is an agreement, and its status and its parties are those of a careful reader.

high: the text tells the status as a fact with a verb, and two or more parties by name, list or signature.
medium: one of the two is told so. low: the rest: no party told, status from a plan or from silence.
Measured shares stand in docs/agreements.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.model import AgreementStatus, Confidence

if TYPE_CHECKING:
    from pactscan.resolve.agreements.records import Draft

FIRM = frozenset(
    {AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.NEGOTIATING, AgreementStatus.EXTENDED, AgreementStatus.WITHDRAWN}
)
ENOUGH = 2


def confidence_of(draft: Draft) -> Confidence:
    """The class of a record."""
    told = bool(draft.parties)
    fact = draft.standing.rule == "fact" and draft.standing.event is not None and draft.standing.event.verbal
    if fact and told and len(draft.parties) >= ENOUGH and draft.standing.status in FIRM:
        return Confidence.HIGH
    known = draft.cluster.instrument is not None
    if (told and (len(draft.parties) >= ENOUGH or known)) or (
        known and draft.standing.status is AgreementStatus.REFERENCED and not draft.parties
    ):
        return Confidence.MEDIUM
    return Confidence.LOW
