"""Everything that the articles say of one agreement."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator

from pactscan.ask.chronicle import rows_of
from pactscan.ask.corpus import Corpus, in_parts, marks
from pactscan.ask.disputes import conflicts_of
from pactscan.ask.finding import instrument_called
from pactscan.ask.records import Record, party_key
from pactscan.ask.sources import SOURCE_COLUMNS, Plain, Source
from pactscan.ask.summaries import date_of_status
from pactscan.askmodel import (
    AgreementAnswer,
    DateFact,
    NameFact,
    PartyFact,
    Passage,
    PlaceFact,
    SignatoryFact,
    StatusFact,
)
from pactscan.model import AgreementStatus

Told = tuple[Record, Plain, Plain]
"""A record, the item of it that tells something, and the mention."""


def agreement(corpus: Corpus, name_or_id: str) -> AgreementAnswer:
    """What is known of the agreement called `name_or_id`, and from whom.

    Raises QuestionError when no agreement is called so, or several are.
    """
    number = instrument_called(corpus, name_or_id)
    records = records_of_instrument(corpus, number)
    return AgreementAnswer(
        summary=rows_of(corpus, [number])[0],
        names=tuple(_names(records)),
        history=tuple(_history(records)),
        parties=tuple(_parties(records)),
        dates=tuple(_dates(records)),
        signatories=tuple(_signatories(records)),
        places=tuple(_places(records)),
        conflicts=tuple(conflicts_of(corpus, [number])),
        sources=tuple(record.source.passage(record.plain["mentions"][0]) for record in records),
    )


def records_of_instrument(corpus: Corpus, number: int) -> list[Record]:
    """The records of an instrument, in the order of publication."""
    members = corpus.all("SELECT agreement, article, place FROM instrument_members WHERE instrument = ?", [number])
    found: dict[int, tuple[Source, list[Plain]]] = {}
    for part in in_parts(sorted({article for _, article, _ in members})):
        query = f"SELECT {SOURCE_COLUMNS}, json_extract(a.report, '$.agreements') FROM articles a WHERE a.id IN ({marks(part)})"  # noqa: S608
        found.update((row[0], (Source(*row[:-1]), json.loads(row[-1]))) for row in corpus.all(query, part))
    records = [Record(row, place, found[article][0], found[article][1][place]) for row, article, place in members]
    return sorted(records, key=lambda record: record.order)


def _grouped(told: Iterable[Told], key: Callable[[Told], Hashable]) -> list[list[Told]]:
    """What tells the same, in the order in which it was first told."""
    groups: dict[Hashable, list[Told]] = {}
    for each in told:
        groups.setdefault(key(each), []).append(each)
    return list(groups.values())


def _stories(group: list[Told]) -> int:
    return len({record.source.story for record, *_ in group})


def _first(group: list[Told]) -> Passage:
    record, _, mention = group[0]
    return record.source.passage(mention)


def _names(records: list[Record]) -> list[NameFact]:
    told = [(record, m, m) for record in records for m in record.plain["mentions"] if m["form"] not in ("anaphor", "headline")]
    groups = _grouped(told, lambda each: " ".join(each[2]["text"].split()).casefold())
    facts = [NameFact(" ".join(group[0][2]["text"].split()), _stories(group), _first(group)) for group in groups]
    return sorted(facts, key=lambda fact: -fact.stories)


def _history(records: list[Record]) -> Iterator[StatusFact]:
    told = [(record, record.plain, record.plain["evidence"]) for record in records]
    for group in _grouped(told, lambda each: (each[0].source.story, each[0].status)):
        record = group[0][0]
        yield StatusFact(record.status, date_of_status(record), record.source.published, _first(group), len(group))


def _parties(records: list[Record]) -> Iterator[PartyFact]:
    told = [(record, party, party["mention"]) for record in records for party in record.plain["parties"]]
    for group in sorted(_grouped(told, lambda each: party_key(each[1])), key=lambda group: (-_stories(group), party_key(group[0][1]))):
        status = next((party["status"] for _, party, _ in reversed(group) if party["status"]), None)
        party = group[0][1]
        yield PartyFact(party["code"], party["name"], AgreementStatus(status) if status else None, _stories(group), _first(group))


def _dates(records: list[Record]) -> list[DateFact]:
    told = [(record, date, date["mention"]) for record in records for date in record.plain["dates"] if date["value"]]
    groups = _grouped(told, lambda each: (each[1]["kind"], each[1]["value"]))
    facts = [DateFact(group[0][1]["kind"], group[0][1]["value"], _stories(group), _first(group)) for group in groups]
    return sorted(facts, key=lambda fact: (fact.kind, fact.value))


def _signatories(records: list[Record]) -> Iterator[SignatoryFact]:
    told = [(record, s, s["mention"] or record.plain["evidence"]) for record in records for s in record.plain["signatories"]]
    for group in _grouped(told, lambda each: (each[1]["name"] or "", each[1]["country"], None if each[1]["name"] else each[1]["role"])):
        role = next((s["role"] for _, s, _ in group if s["role"]), None)
        yield SignatoryFact(group[0][1]["name"], role, group[0][1]["country"], _stories(group), _first(group))


def _places(records: list[Record]) -> Iterator[PlaceFact]:
    told = [(record, record.plain["place"], record.plain["place"]) for record in records if record.plain["place"]]
    for group in _grouped(told, lambda each: each[1]["text"].casefold()):
        yield PlaceFact(group[0][1]["text"], _stories(group), _first(group))
