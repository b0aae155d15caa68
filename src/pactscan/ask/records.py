"""Agreement records as the articles of a store have them, with what the joining looks at."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pactscan.ask.days import Span, span
from pactscan.ask.names import distinctive_acronym, full_name, known_instrument, name_words
from pactscan.ask.sources import SOURCE_COLUMNS, UNDATED, Plain, Source
from pactscan.askmodel import PartyName
from pactscan.compare.words import keys_of
from pactscan.model import AgreementForm, AgreementStatus, MentionForm

DATED = ("signed", "agreed", "in_force")
"""Kinds of dates of which an agreement has one."""


@dataclass(frozen=True)
class Record:
    """What one article says of one agreement; `plain` is the record in its report."""

    number: int
    """Row of the table agreements."""
    place: int
    """Among the records of its article."""
    source: Source
    plain: Plain

    @property
    def order(self) -> tuple[str, str, int]:
        """By day, then by article, then by place in it."""
        return (self.source.published or UNDATED, self.source.key, self.place)

    @property
    def name(self) -> str:
        """Its best name in the article."""
        return str(self.plain["name"])

    @cached_property
    def form(self) -> AgreementForm:
        """By the head word of that name."""
        return AgreementForm(self.plain["form"])

    @cached_property
    def status(self) -> AgreementStatus:
        """The latest that the article asserts."""
        return AgreementStatus(self.plain["status"])

    def called(self, *forms: MentionForm) -> list[str]:
        """Words of its mentions of these forms, each once, in the order of the text."""
        return list(dict.fromkeys(" ".join(m["text"].split()) for m in self.plain["mentions"] if m["form"] in forms))

    @cached_property
    def proper_names(self) -> tuple[str, ...]:
        """Its names in the narrow sense, not descriptions."""
        return tuple(self.called(MentionForm.NAME))

    @cached_property
    def all_names(self) -> tuple[str, ...]:
        """Its best name and whatever else names it, but no headline."""
        return tuple(dict.fromkeys((self.name, *self.called(MentionForm.NAME, MentionForm.DESCRIPTIVE))))

    @cached_property
    def known(self) -> frozenset[str]:
        """Canonical names of the known instruments that its names are."""
        found = (known_instrument(name) for name in self.called(MentionForm.NAME, MentionForm.ACRONYM))
        return frozenset(name for name in found if name)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Acronyms that are its own, in capitals."""
        found = (distinctive_acronym(text) for text in (*self.called(MentionForm.ACRONYM), *self.plain["aliases"], self.name))
        return frozenset(text for text in found if text)

    @cached_property
    def full_names(self) -> frozenset[tuple[str, ...]]:
        """Its proper names as their content words."""
        return frozenset(full_name(name) for name in self.proper_names) - {()}

    @cached_property
    def proper(self) -> frozenset[str]:
        """Proper words of its names."""
        return frozenset(word for name in self.proper_names for word in name_words(name).proper)

    @cached_property
    def subject(self) -> frozenset[str]:
        """Subject words of its names and descriptions."""
        return frozenset(word for name in self.all_names for word in name_words(name).subject)

    @cached_property
    def topic(self) -> frozenset[str]:
        """General words beside the head of its names and descriptions."""
        return frozenset(word for name in self.all_names for word in name_words(name).topic)

    @cached_property
    def named_countries(self) -> frozenset[frozenset[str]]:
        """Countries that stand in its names, name by name."""
        return frozenset(name_words(name).countries for name in self.all_names) - {frozenset()}

    @cached_property
    def years(self) -> frozenset[str]:
        """Years that are part of its name."""
        named = {date["value"][:4] for date in self.plain["dates"] if date["kind"] == "named" and date["value"]}
        return frozenset(named | {year for name in self.all_names if (year := name_words(name).year)})

    @cached_property
    def parties(self) -> frozenset[str]:
        """Keys of its parties."""
        return frozenset(party_key(party) for party in self.plain["parties"])

    @cached_property
    def days(self) -> dict[str, frozenset[Span]]:
        """Kind → the days that its dates of that kind cover; only the kinds of which an agreement has one, and that it tells."""
        found = {kind: frozenset(days for value in self.dates(kind) if (days := span(value))) for kind in DATED}
        return {kind: days for kind, days in found.items() if days}

    @cached_property
    def published(self) -> Span | None:
        """Its article's day."""
        return span(self.source.published) if self.source.published else None

    def dates(self, kind: str) -> list[str]:
        """Values of its dates of that kind."""
        return [date["value"] for date in self.plain["dates"] if date["kind"] == kind and date["value"]]


def party_key(party: Plain) -> str:
    """What makes a party the same in another article: its code, else the words of its name."""
    return str(party["code"] or " ".join(keys_of(party["name"])))


def party_name(party: Plain) -> PartyName:
    """The party as answers show it."""
    return PartyName(party["code"], party["name"])


def records_of(db: sqlite3.Connection) -> Iterator[Record]:
    """All records of the store, in the order of its rows."""
    numbers = iter(db.execute("SELECT id, article FROM agreements ORDER BY article, id"))
    for source, plains in _agreements_by_article(db):
        for place, plain in enumerate(plains):
            number, article = next(numbers)
            if article != source.number:
                raise ValueError(f"the rows of {source.key} are not those of its report")
            yield Record(number, place, source, plain)


def _agreements_by_article(db: sqlite3.Connection) -> Iterator[tuple[Source, list[Plain]]]:
    having = "SELECT DISTINCT article FROM agreements"
    rows = db.execute(
        f"SELECT {SOURCE_COLUMNS}, json_extract(a.report, '$.agreements') FROM articles a WHERE a.id IN ({having}) ORDER BY a.id"  # noqa: S608
    )
    for *columns, agreements in rows:
        yield Source(*columns), json.loads(agreements)
