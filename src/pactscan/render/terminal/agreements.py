"""The agreements on the page: each with its status and the words that say so, its parties, who signed, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from pactscan.model import Agreement, AgreementDate, AgreementStatus, Confidence, Party, Signatory
from pactscan.render import palette
from pactscan.render.escape import flowing, visible
from pactscan.render.layout import Page, joined, unknown
from pactscan.render.standing import STYLES, missing, tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactscan.render.places import Places

NUMBERS = 4
LABELS = 18

SURENESS = {Confidence.HIGH: "", Confidence.MEDIUM: "likely", Confidence.LOW: "unsure"}


def add_agreements(page: Page, agreements: tuple[Agreement, ...], places: Places) -> None:
    """Add a numbered record for each agreement."""
    if not agreements:
        page.nothing("AGREEMENTS", "none found")
        return
    page.heading("AGREEMENTS", str(len(agreements)))
    for number, agreement in enumerate(agreements, 1):
        _add_head(page, number, agreement, places)
        for label, value in _facts(agreement, places):
            page.hang(Text(" " * NUMBERS + label, palette.ASIDE), value, indent=LABELS)


def _add_head(page: Page, number: int, agreement: Agreement, places: Places) -> None:
    name = Text.assemble(f"{number:>2}  ", (flowing(agreement.name), palette.NAME))
    status = Text.assemble((agreement.status.upper().replace("_", " "), STYLES[tone(agreement.status)]))
    if doubt := SURENESS[agreement.confidence]:
        status.append(f" ({doubt})", palette.UNKNOWN)
    status.append(f"  {places(agreement.evidence):>4}", palette.ASIDE)
    page.apart(name, status, indent=NUMBERS)


def _facts(agreement: Agreement, places: Places) -> Iterator[tuple[str, Text]]:
    if agreement.status is not AgreementStatus.REFERENCED:
        yield "evidence", Text(f"“{flowing(agreement.evidence.text)}”")
    if agreement.aliases:
        yield "also called", Text("; ".join(map(flowing, agreement.aliases)))
    yield "form", Text(", ".join(flowing(word.replace("_", " ")) for word in (agreement.form, agreement.domain) if word))
    yield from _known(agreement, places)
    if untold := missing(agreement):
        yield "not stated", unknown(", ".join(untold))


def _known(agreement: Agreement, places: Places) -> Iterator[tuple[str, Text]]:
    if agreement.parties:
        yield "parties", joined(map(_party, agreement.parties))
    if agreement.signatories:
        yield "signed by", joined((_signatory(s, places) for s in agreement.signatories), "\n")
    if agreement.dates:
        yield "dates", joined((_date(d, places) for d in agreement.dates), "\n")
    if agreement.place:
        yield "place", Text.assemble(flowing(agreement.place.text), (f"  {places(agreement.place)}", palette.ASIDE))


def _party(party: Party) -> Text:
    text = Text(flowing(party.name))
    if party.code and party.code != party.name:
        text.append(f" {visible(party.code)}", palette.ASIDE)
    if party.status:
        text.append(f" ({party.status.replace('_', ' ')})")
    return text


def _signatory(signatory: Signatory, places: Places) -> Text:
    office = ", ".join(flowing(part) for part in (signatory.role, signatory.country) if part)
    text = Text.assemble(flowing(signatory.name) if signatory.name else unknown("not named"))
    if office:
        text.append(f" ({office})")
    if signatory.mention:
        text.append(f"  {places(signatory.mention)}", palette.ASIDE)
    return text


def _date(date: AgreementDate, places: Places) -> Text:
    kind, words, place = date.kind.replace("_", " "), flowing(date.mention.text), (f"  {places(date.mention)}", palette.ASIDE)
    if date.value is None:
        return Text.assemble(f"{kind} “{words}”", place, " ", unknown("not resolved"), f": {flowing(date.reason)}" if date.reason else "")
    return Text.assemble(f"{kind} {visible(date.value)}", "" if words == date.value else f" “{words}”", place)
