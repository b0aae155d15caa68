"""What is said of which words of an article: every value of its report, laid over the text.

A layer says what the words are (kind), which record they belong to, and why: lines of plain text, the first of which names
the value, the others how it came about and how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pactscan.model import (
    Actor,
    ActorKind,
    Agreement,
    AgreementStatus,
    Country,
    Date,
    DateRole,
    Mention,
    MentionForm,
    Quote,
    Report,
    Via,
)
from pactscan.render.escape import flowing
from pactscan.render.page.kinds import Kind


class Layer(NamedTuple):
    """One thing said of ``text[start:end]``."""

    start: int
    end: int
    kind: Kind
    record: str
    """Where the value stands in the lists: ``agreement-1``."""
    why: tuple[str, ...]


HOW_NAMED = {
    MentionForm.NAME: "named in full",
    MentionForm.ACRONYM: "named by its acronym",
    MentionForm.DESCRIPTIVE: "described, not named",
    MentionForm.ANAPHOR: "taken up again",
    MentionForm.HEADLINE: "named in the headline",
}
HOW_REFERRED = {
    Via.NAME: "by its name",
    Via.ABBREVIATION: "by an abbreviation",
    Via.DEMONYM: "by the word for its people",
    Via.SEAT: "by the seat of its government",
}
KINDS_OF_ACTORS = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organisation",
    ActorKind.IGO: "International organisation",
    ActorKind.GOVERNMENT: "Government body",
    ActorKind.GROUP: "Group",
}


def layers(report: Report) -> list[Layer]:
    """All that `report` says of words, in the order of the report."""
    found: list[Layer] = []
    for number, agreement in enumerate(report.agreements, 1):
        found += _of_agreement(agreement, f"agreement-{number}")
    for number, actor in enumerate(report.actors, 1):
        found += _of_actor(actor, f"actor-{number}")
    for number, country in enumerate(report.countries, 1):
        found += _of_country(country, f"country-{number}")
    for number, date in enumerate(report.dates, 1):
        found += _of_date(date, f"date-{number}")
    for number, quote in enumerate(report.quotes, 1):
        found += _of_quote(quote, f"quote-{number}", number)
    return found


def spaced(name: str) -> str:
    """``in_force`` as ``in force``."""
    return name.replace("_", " ")


def quoted(mention: Mention) -> str:
    """The words of `mention` in marks."""
    return f"“{flowing(mention.text)}”"


def _of_agreement(agreement: Agreement, record: str) -> Iterator[Layer]:
    name, sure = flowing(agreement.name), f"confidence: {agreement.confidence}"
    status = f"status: {spaced(agreement.status)}"
    if agreement.status is not AgreementStatus.REFERENCED:
        status += f", from {quoted(agreement.evidence)}"
        yield _layer(agreement.evidence, Kind.FACT, record, f"Status: {spaced(agreement.status)}", f"of {name}", sure)
    for mention in agreement.mentions:
        yield _layer(mention, Kind.AGREEMENT, record, f"Agreement: {name}", HOW_NAMED[mention.form], status, sure)
    for party in agreement.parties:
        did = f", {spaced(party.status)}" if party.status else ""
        yield _layer(party.mention, Kind.FACT, record, f"Party: {flowing(party.name)}{did}", f"to {name}", sure)
    for signatory in agreement.signatories:
        if signatory.mention:
            office = ", ".join(flowing(part) for part in (signatory.name, signatory.role, signatory.country) if part)
            yield _layer(signatory.mention, Kind.FACT, record, f"Signatory: {office}", f"of {name}", sure)
    for date in agreement.dates:
        value = date.value or f"not resolved ({flowing(date.reason or 'unknown')})"
        yield _layer(date.mention, Kind.FACT, record, f"{spaced(date.kind).capitalize()}: {value}", f"date of {name}", sure)
    if agreement.place:
        yield _layer(agreement.place, Kind.FACT, record, f"Place: {flowing(agreement.place.text)}", f"of {name}", sure)


def _of_actor(actor: Actor, record: str) -> Iterator[Layer]:
    kind = Kind.PERSON if actor.kind is ActorKind.PERSON else Kind.BODY
    why = [f"{KINDS_OF_ACTORS[actor.kind]}: {flowing(actor.name)}"]
    if actor.role or actor.country:
        why.append(", ".join(flowing(part) for part in (actor.role, actor.country) if part))
    for mention in actor.mentions:
        short = ["named in short"] if mention.text != actor.name else []
        yield _layer(mention, kind, record, *why, *short)


def _of_country(country: Country, record: str) -> Iterator[Layer]:
    about = "the article is about it" if country.focus else "mentioned"
    for mention in country.mentions:
        yield _layer(mention, Kind.COUNTRY, record, f"Country: {country.name} ({country.code})", HOW_REFERRED[mention.via], about)


def _of_date(date: Date, record: str) -> Iterator[Layer]:
    value = flowing(date.value) if date.value else "not resolved"
    why = [f"{_TYPES[date.type.value]}: {value}{f' ({spaced(date.mod.lower())})' if date.mod else ''}"]
    if date.range_end:
        why.append(f"start of a range that ends {quoted(date.range_end)}")
    if date.earliest and date.latest and not date.value == date.earliest == date.latest:
        why.append(f"from {date.earliest} to {date.latest}")
    if date.role is DateRole.NAME:
        why.append("part of a name")
    if date.reason:
        why.append(flowing(date.reason))
    yield _layer(date.mention, Kind.DATE, record, *why)
    if date.range_end:
        yield _layer(date.range_end, Kind.DATE, record, f"End of the range from {quoted(date.mention)}")


_TYPES = {"DATE": "Date", "TIME": "Time", "DURATION": "Length of time", "SET": "Repeated"}


def _of_quote(quote: Quote, record: str, number: int) -> Iterator[Layer]:
    speaker = speaker_of(quote)
    how = [str(quote.kind)]
    how += [f"said by {quoted(quote.source)}"] if quote.source else []
    how += [f"told by {quoted(quote.cue)}"] if quote.cue else []
    sure = f"confidence: {quote.confidence}"
    for span in quote.spans:
        yield _layer(span, Kind.QUOTE, record, f"Quote {number}: {speaker}", ", ".join(how), sure)
    if quote.source:
        yield _layer(quote.source, Kind.SPEECH, record, f"Source of quote {number}: {speaker}", sure)
    if quote.cue:
        yield _layer(quote.cue, Kind.SPEECH, record, f"Cue of quote {number}", f"says that {speaker} speaks", sure)


def speaker_of(quote: Quote) -> str:
    """The speaker's name; the words for one who is not named; else that none is stated."""
    if quote.speaker_name:
        return flowing(quote.speaker_name)
    return quoted(quote.source) if quote.source else "speaker not stated"


def _layer(mention: Mention, kind: Kind, record: str, *why: str) -> Layer:
    return Layer(mention.start, mention.end, kind, record, why)
