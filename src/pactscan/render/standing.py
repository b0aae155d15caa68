"""What every format says of an agreement's standing: what of its life a status is, and what the text does not tell of it."""

from __future__ import annotations

from typing import Literal

from pactscan.model import Agreement, AgreementStatus
from pactscan.render import palette

Tone = Literal["planned", "done", "broken", "named"]

STYLES = {"planned": palette.PLANNED, "done": palette.DONE, "broken": palette.BROKEN, "named": palette.NAME}
"""At a terminal, by tone."""

_PLANNED = {AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING}
_BROKEN = {
    AgreementStatus.SUSPENDED,
    AgreementStatus.VIOLATED,
    AgreementStatus.WITHDRAWN,
    AgreementStatus.TERMINATED,
    AgreementStatus.REJECTED,
}


def tone(status: str) -> Tone:
    """What of a timeline a status is; ``named`` when it is only spoken of."""
    if status == AgreementStatus.REFERENCED:
        return "named"
    return "planned" if status in _PLANNED else "broken" if status in _BROKEN else "done"


def missing(agreement: Agreement) -> list[str]:
    """What a reader would ask next and the text does not tell; signatories only of what is signed."""
    signed = agreement.status is AgreementStatus.SIGNED
    asked = {
        "parties": agreement.parties,
        "signatories": agreement.signatories or not signed,
        "dates": agreement.dates,
        "place": agreement.place,
    }
    return [label for label, value in asked.items() if not value]
