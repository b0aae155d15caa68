"""Where articles contradict each other on one agreement. What one of them leaves out, or tells in less detail, is no contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pactscan.ask.days import fits, span
from pactscan.ask.identity import OPEN
from pactscan.ask.records import Record
from pactscan.ask.sources import Plain
from pactscan.lexicon.instruments import instruments
from pactscan.lexicon.statuses import implied, stage
from pactscan.model import AgreementStatus

S = AgreementStatus
_ONCE = ("signed", "agreed", "in_force")
"""Kinds of dates of which an agreement has one."""
_ENDS = frozenset({S.REJECTED, S.SUSPENDED, S.WITHDRAWN, S.TERMINATED})
"""Of these, two on one day cannot both be the latest; nor one of them and what it denies."""
REOPENED = 30
"""Days after an article that has it agreed in which talks contradict it; later ones may be about its renewal."""
SAME_NEWS = 1
"""Days between two articles on the same news."""


@dataclass(frozen=True)
class Side:
    """A value, and the mention in each record that gives it."""

    value: str
    told: tuple[tuple[Record, Plain], ...]


@dataclass(frozen=True)
class Contradiction:
    """A field and its two or more values."""

    field: str
    sides: tuple[Side, ...]


def contradictions(records: list[Record]) -> list[Contradiction]:
    """All of one instrument, given its records in the order of publication."""
    found = [_dates(records, kind) for kind in _ONCE]
    found += [_status(records), _parties(records)]
    return [each for each in found if each]


def _dates(records: list[Record], kind: str) -> Contradiction | None:
    """Groups of values that fit each other; a record that gives several days of one kind may tell of steps, and takes no side."""
    told: dict[str, list[tuple[Record, Plain]]] = {}
    for record in records:
        values = [date for date in record.plain["dates"] if date["kind"] == kind and date["value"] and span(date["value"])]
        if len({date["value"] for date in values}) == 1:
            told.setdefault(values[0]["value"], []).append((record, values[0]["mention"]))
    finest = [value for value in told if not any(other != value and other.startswith(f"{value}-") for other in told)]
    if len(finest) < 2:
        return None
    sides = [Side(value, tuple(told[value])) for value in sorted(finest)]
    return Contradiction(f"date {kind}", _ordered(sides)) if not _all_fit(finest) else None


def _all_fit(values: list[str]) -> bool:
    return all(fits(a, b) for a in values for b in values)


def _ordered(sides: list[Side]) -> tuple[Side, ...]:
    return tuple(sorted(sides, key=lambda side: (-len({record.source.story for record, _ in side.told}), side.value)))


def _status(records: list[Record]) -> Contradiction | None:
    """Articles on the same news that cannot both be right, and talks told of after the signature."""
    told = [record for record in records if record.status is not S.REFERENCED and record.source.published]
    against: dict[S, dict[int, Record]] = {}
    for record, other in _pairs_nearby(told):
        if _contradict(record, other):
            against.setdefault(record.status, {})[record.number] = record
            against.setdefault(other.status, {})[other.number] = other
    if not against:
        return None
    sides = [Side(status.value, tuple((r, r.plain["evidence"]) for r in found.values())) for status, found in against.items()]
    return Contradiction("status", _ordered(sides))


def _pairs_nearby(records: list[Record]) -> Iterator[tuple[Record, Record]]:
    """Records of each status against the nearest ones of others: those of the same news, and the last ones before."""
    latest: dict[S, list[Record]] = {}
    for record in records:
        for status, before in latest.items():
            if status is not record.status:
                yield from ((other, record) for other in before[-_RECENT:])
        latest.setdefault(record.status, []).append(record)


_RECENT = 3
"""Records of a status that a later record is held against: the last ones tell what the others told."""


def _contradict(earlier: Record, later: Record) -> bool:
    a, b = earlier.status, later.status
    if a in implied(b) or b in implied(a):
        return False
    if _days_between(earlier, later) <= SAME_NEWS and (a in _ENDS or b in _ENDS):
        return not _follows(a, b)
    reopened = stage(b) <= stage(S.NEGOTIATING) and S.AGREED in {a, *implied(a)}
    return reopened and SAME_NEWS < _days_between(earlier, later) <= REOPENED


def _follows(a: S, b: S) -> bool:
    """Whether what happened to what was in force is told by one article, and that it was in force by the other."""
    ended = {S.SUSPENDED, S.WITHDRAWN, S.TERMINATED}
    standing = {S.SIGNED, S.RATIFIED, S.IN_FORCE, S.EXTENDED, S.VIOLATED, S.AGREED, S.INITIALLED}
    return (a in ended and b in standing) or (b in ended and a in standing)


def _days_between(earlier: Record, later: Record) -> int:
    a, b = span(earlier.source.published or ""), span(later.source.published or "")
    return abs(b[0] - a[0]) if a and b else 0


def _parties(records: list[Record]) -> Contradiction | None:
    """Two parties here, one of them and another one there, and nowhere all three: one article has it wrong."""
    if any(record.form in OPEN or _many_sided(record) for record in records):
        return None
    told: dict[frozenset[str], list[tuple[Record, Plain]]] = {}
    for record in records:
        if record.parties:
            told.setdefault(record.parties, []).append((record, record.plain["parties"][-1]["mention"]))
    pairs = [parties for parties in told if len(parties) == 2]
    if any(len(parties) > 2 for parties in told):
        return None
    against = [parties for parties in pairs if any(len(parties & other) == 1 for other in pairs)]
    if not against:
        return None
    sides = [Side(", ".join(sorted(parties)), tuple(told[parties])) for parties in sorted(against, key=sorted)]
    return Contradiction("parties", _ordered(sides))


def _many_sided(record: Record) -> bool:
    known = [instruments()[name] for name in record.known]
    return any(len(instrument.parties) != 2 for instrument in known)
