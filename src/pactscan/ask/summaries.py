"""What the articles say together of one instrument: its name, status, date, parties."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from pactscan.ask.days import fits, span
from pactscan.ask.names import full_name
from pactscan.ask.records import Record, party_key, party_name
from pactscan.ask.sources import Plain
from pactscan.askmodel import PartyName
from pactscan.lexicon.statuses import implied, stage
from pactscan.model import AgreementForm, AgreementStatus

S = AgreementStatus
Value = TypeVar("Value", bound=Hashable)
_DATE_KINDS: dict[AgreementStatus, tuple[str, ...]] = {
    S.NEGOTIATING: ("talks",),
    S.AGREED: ("agreed",),
    S.INITIALLED: ("agreed",),
    S.SIGNED: ("signed",),
    S.RATIFIED: ("ratified",),
    S.IN_FORCE: ("in_force",),
    S.WITHDRAWN: ("withdrawn",),
    S.REFERENCED: ("signed", "agreed", "in_force", "named"),
}
"""Status → the kinds of dates that tell when it began."""
_SUPPORT = 5
"""A party is shown where one in so many of the stories that name parties at all names it."""
_LONGEST_ID = 60


@dataclass(frozen=True)
class Summary:
    """An instrument as the timeline shows it."""

    slug: str
    name: str
    form: AgreementForm
    domain: str | None
    status: AgreementStatus
    record: Record
    """The one that gives the status."""
    date: str | None
    date_kind: str | None
    status_reported: str | None
    reported: str | None
    parties: tuple[tuple[PartyName, int, bool], ...]
    """Each with its stories, and whether enough of them name it."""
    stories: int
    articles: int

    @property
    def order(self) -> tuple[str, ...]:
        """Place in the timeline."""
        when = self.date or self.status_reported or "9999"
        return (when, self.reported or "9999", self.name, self.record.source.key, str(self.record.place))


def summary(records: list[Record]) -> Summary:
    """Summarise the records of one instrument, given in the order of publication."""
    naming = _naming(records)
    deciding = steps(records)[-1]
    kind, date = _date(records, deciding.status)
    parties = tuple(_parties(records))
    stories = stories_of(records)
    return Summary(
        slug=_slug(naming.name, [party for party, _, kept in parties if kept]),
        name=naming.name,
        form=naming.form,
        domain=naming.plain["domain"] or next((r.plain["domain"] for r in records if r.plain["domain"]), None),
        status=deciding.status,
        record=deciding,
        date=date,
        date_kind=kind,
        status_reported=deciding.source.published,
        reported=min((r.source.published for r in records if r.source.published), default=None),
        parties=parties,
        stories=stories,
        articles=len(records),
    )


def stories_of(records: Iterable[Record]) -> int:
    """How many stories the records are of."""
    return len({record.source.story for record in records})


def _naming(records: list[Record]) -> Record:
    """The record with the best name: a proper name before a description; then the one of most stories, the fullest, the first."""
    count = _stories_by(records, lambda record: {full_name(name) for name in record.all_names})

    def rank(record: Record) -> tuple[bool, bool, int, int]:
        return (bool(record.known), record.name in record.proper_names, count[full_name(record.name)], len(record.name))

    best = max(map(rank, records))
    return next(record for record in records if rank(record) == best)


def _stories_by(records: Iterable[Record], values: Callable[[Record], Iterable[Value]]) -> Counter[Value]:
    """In how many stories each value is told."""
    pairs = {(value, record.source.story) for record in records for value in values(record)}
    return Counter(value for value, _ in pairs)


def steps(records: list[Record]) -> list[Record]:
    """The records that move the status on, given in the order of publication; the last one gives the status of today.

    A status that an earlier article went beyond moves nothing, and what ended or was suspended comes back only by an event that is
    dated after. Articles without a day count only where none has one.
    """
    told = [record for record in records if record.status is not S.REFERENCED]
    dated = [record for record in told if record.source.published] or told[:1]
    found: list[Record] = []
    for record in dated:
        if not found or _goes_on(found[-1], record):
            found.append(record)
    return found or records[:1]


def _goes_on(before: Record, record: Record) -> bool:
    """Whether `record`, published later, moves the status on."""
    if record.status is before.status or record.status in implied(before.status):
        return False
    if stage(record.status) >= stage(before.status):
        return True
    ended = before.source.published or ""
    return any(value > ended for kind in _DATE_KINDS.get(record.status, ())[:1] for value in record.dates(kind))


def _date(records: list[Record], status: AgreementStatus) -> tuple[str | None, str | None]:
    """Kind and value of the date that counts: by most stories, then the finest."""
    for kind in _DATE_KINDS.get(status, ()):
        values = _stories_by(records, partial(_dates_of, kind))
        valid = {value: stories for value, stories in values.items() if span(value)}
        if valid:
            support = {value: sum(n for other, n in valid.items() if fits(value, other)) for value in valid}
            return kind, min(valid, key=lambda value: (-support[value], -len(value), value))
    return None, None


def _dates_of(kind: str, record: Record) -> list[str]:
    return record.dates(kind)


def _parties(records: list[Record]) -> Iterable[tuple[PartyName, int, bool]]:
    """All parties by code or name, each with its stories, and whether one story in five that name parties names it."""
    stories: dict[str, set[int]] = {}
    names: dict[str, list[Plain]] = {}
    for record in records:
        for party in record.plain["parties"]:
            stories.setdefault(party_key(party), set()).add(record.source.story)
            names.setdefault(party_key(party), []).append(party)
    naming = len(set().union(*stories.values())) if stories else 0
    for key in sorted(stories, key=lambda key: (names[key][0]["code"] is None, key)):
        count = len(stories[key])
        yield party_name(_usual(names[key])), count, count * _SUPPORT >= naming


def _usual(parties: list[Plain]) -> Plain:
    """The party under the name that most records use."""
    count = Counter(party["name"] for party in parties)
    return min(parties, key=lambda party: (-count[party["name"]], party["name"]))


def _slug(name: str, parties: list[PartyName]) -> str:
    """The name in ASCII, and up to three parties: ``free-trade-agreement-ca-ke``."""
    words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower())
    base = "-".join(words)[:_LONGEST_ID].rstrip("-") or "unnamed"
    codes = [party.code.lower() for party in parties if party.code]
    return "-".join([base, *codes]) if len(codes) == len(parties) <= 3 else base


def numbered(slugs: list[str]) -> list[str]:
    """The slugs, numbered from the second on where several are the same."""
    seen: Counter[str] = Counter()
    ids = []
    for slug in slugs:
        seen[slug] += 1
        ids.append(slug if seen[slug] == 1 else f"{slug}-{seen[slug]}")
    return ids


def date_of_status(record: Record) -> str | None:
    """The date that a record gives for its own status."""
    kinds = _DATE_KINDS.get(record.status, ())[:1]
    return next((value for kind in kinds for value in record.dates(kind)), None)
