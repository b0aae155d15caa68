"""Whether a record of one article speaks of the instrument that records of other articles speak of. When in doubt, no.

See docs/ask.md for the rules in words, and evaluation/joining.py for how often they are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from enum import IntEnum

from pactscan.ask.days import Span, apart, nearest
from pactscan.ask.names import forms_fit
from pactscan.ask.records import DATED, Record
from pactscan.lexicon.agreements import words
from pactscan.lexicon.statuses import stage
from pactscan.model import AgreementForm, AgreementStatus

CORRECTED = 45
"""Days within which two dates of one kind may be one date told in two ways; beyond, there are two instruments."""
ONE_DAY = 3
"""Days within which two dates tell of one event."""
ONE_AFFAIR = 400
"""Days between two articles on instruments of one kind between the same parties that may be one."""
ONE_EVENT = 21
"""The same where nothing tells what they are about."""
OPEN = frozenset({AgreementForm.CONVENTION, AgreementForm.CHARTER, AgreementForm.PROTOCOL})
"""Forms that states join one by one: articles name some of them."""
TELLING = 2
"""Words of a subject that make the name of a convention its own."""
PAIR = 2
"""Parties in common that a description needs: states conclude many agreements, a pair of them few of one kind."""


class Tie(IntEnum):
    """What holds a record to an instrument, weakest first."""

    PARTIES = 1
    """Parties, kind and time."""
    SUBJECT = 2
    """What it is about, and parties."""
    NAME = 3
    """A proper name or an acronym of its own."""
    KNOWN = 4
    """A name of an instrument that the lexicon knows."""
    COPY = 5
    """The same record of a near-duplicate of the article."""


class Instrument:
    """Records that are held for one instrument, and what they say together."""

    def __init__(self, first: Record) -> None:
        self.records: list[Record] = []
        self.articles: set[int] = set()
        self.copies: set[tuple[object, ...]] = set()
        self.known: set[str] = set()
        self.acronyms: set[str] = set()
        self.full_names: set[tuple[str, ...]] = set()
        self.propers: set[frozenset[str]] = set()
        self.subjects: set[frozenset[str]] = set()
        self.topic: set[str] = set()
        self.years: set[str] = set()
        self.named_countries: set[frozenset[str]] = set()
        self.forms: set[AgreementForm] = set()
        self.parties: set[str] = set()
        self.party_sets: set[frozenset[str]] = set()
        self.dates: dict[str, set[Span]] = {kind: set() for kind in DATED}
        self.active: Span | None = None
        """First and last day on which articles tell of it."""
        self.settled: int | None = None
        """First day on which an article has it signed or further."""
        self.add(first)

    def add(self, record: Record) -> None:
        """Take a record in."""
        self.records.append(record)
        self.articles.add(record.source.number)
        self.copies.add(copy_key(record))
        self.known |= record.known
        self.acronyms |= record.acronyms
        self.full_names |= record.full_names
        self.propers |= {record.proper} - {frozenset()}
        self.subjects |= {record.subject} - {frozenset()}
        self.topic |= record.topic
        self.years |= record.years
        self.named_countries |= record.named_countries
        self.forms.add(record.form)
        self.parties |= record.parties
        self.party_sets |= {record.parties} - {frozenset()}
        for kind, days in record.days.items():
            self.dates[kind] |= days
        self._take_day(record)

    def _take_day(self, record: Record) -> None:
        day = record.published
        if day is None:
            return
        self.active = (min(day[0], self.active[0]), max(day[1], self.active[1])) if self.active else day
        if stage(record.status) >= stage(AgreementStatus.SIGNED):
            self.settled = min(self.settled or day[0], day[0])

    def absorb(self, other: Instrument) -> None:
        """Take in all records of another one."""
        for record in other.records:
            self.add(record)


def copy_key(record: Record) -> tuple[object, ...]:
    """Equal for the same record in near-duplicates of one article."""
    return (record.source.story, record.plain["id"], record.form)


def tie(record: Record, instrument: Instrument) -> Tie | None:
    """The strongest tie between a record and an instrument; None when they are two."""
    if record.source.number in instrument.articles or not _years_fit(record, instrument):
        return None
    if copy_key(record) in instrument.copies:
        return Tie.COPY
    if record.known or instrument.known:
        return Tie.KNOWN if record.known & instrument.known else None
    found = next((each for each, holds in _TIES if holds(record, instrument)), None)
    return found if found and not _parted(record, instrument) else None


def _parted(record: Record, instrument: Instrument) -> bool:
    """Whether dates, countries in the names, or parties make them two, whatever they are called."""
    if not _dates_fit(record, instrument) or not _countries_fit(record.named_countries, instrument.named_countries):
        return True
    return not _parties_fit(record.parties, instrument.parties) and not _joined_one_by_one(record, instrument)


def one(left: Instrument, right: Instrument) -> bool:
    """Whether two instruments that one record is tied to by name may be one."""
    if left.articles & right.articles or (left.years and right.years and not left.years & right.years):
        return False
    if left.known and right.known and not left.known & right.known:
        return False
    if not _countries_fit(left.named_countries, right.named_countries):
        return False
    near = all((nearest(left.dates[kind], right.dates[kind]) or 0) <= CORRECTED for kind in DATED)
    return near and _parties_fit(left.parties, right.parties)


def _years_fit(record: Record, instrument: Instrument) -> bool:
    return not record.years or not instrument.years or bool(record.years & instrument.years)


def _dates_fit(record: Record, instrument: Instrument) -> bool:
    return all((nearest(days, instrument.dates[kind]) or 0) <= CORRECTED for kind, days in record.days.items())


def _parties_fit(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    return not left or not right or not left.isdisjoint(right)


def _countries_fit(left: Iterable[frozenset[str]], right: Iterable[frozenset[str]]) -> bool:
    """Whether the countries in the names may be those of one instrument: the Chile-Kenya agreement is not the Canada-Kenya one."""
    return all(_one_in_other(a, b) for a in left for b in right)


def _joined_one_by_one(record: Record, instrument: Instrument) -> bool:
    """An article may tell of one party alone: of a convention, or that it acceded; then the full name has to be one of its own."""
    same = record.full_names & instrument.full_names
    alone = record.form in OPEN or (bool(record.proper) and len(record.parties) == 1)
    return alone and len(record.subject) >= TELLING and any(len(name) > TELLING for name in same)


def _by_name(record: Record, instrument: Instrument) -> bool:
    """A name in common: the same in full, with a proper word or two countries in it, or in its proper words where the rest fits."""
    shared = bool(record.parties & instrument.parties)
    proper_fit = not record.proper or not instrument.propers or any(_one_in_other(record.proper, p) for p in instrument.propers)
    if record.acronyms & instrument.acronyms and proper_fit:
        return shared or not record.parties or not instrument.parties
    if any(len(names) >= PAIR for names in record.named_countries) and not record.full_names.isdisjoint(instrument.full_names):
        return True
    if not record.proper or not any(_one_in_other(record.proper, p) for p in instrument.propers):
        return False
    if record.full_names & instrument.full_names:
        return True
    return shared and _form_fits(record, instrument) and _subject_fits(record.subject, instrument.subjects)


def _by_subject(record: Record, instrument: Instrument) -> bool:
    """The same subject between the same parties, not too long after."""
    if not record.subject or not instrument.subjects:
        return False
    same_name = not record.full_names.isdisjoint(instrument.full_names) and not record.parties.isdisjoint(instrument.parties)
    if not same_name and not (_subject_fits(record.subject, instrument.subjects) and _form_fits(record, instrument)):
        return False
    return (same_name or _same_parties(record, instrument)) and _in_time(record, instrument, ONE_AFFAIR)


def _by_parties(record: Record, instrument: Instrument) -> bool:
    """A kind of agreement between the same parties at the same time, where neither tells another subject."""
    if (record.subject and instrument.subjects) or not _one_in_other(record.topic, instrument.topic):
        return False
    if not _in_time(record, instrument, ONE_AFFAIR if record.topic and instrument.topic else ONE_EVENT):
        return False
    if is_another(record.name) or not _form_fits(record, instrument) or not _same_parties(record, instrument):
        return False
    return not _reopened(record, instrument)


_TIES = ((Tie.NAME, _by_name), (Tie.SUBJECT, _by_subject), (Tie.PARTIES, _by_parties))


def is_another(name: str) -> bool:
    """Whether a description says that it is another one than the one spoken of before (``an earlier truce``)."""
    return not words("identity", "other").isdisjoint(name.lower().split())


def _subject_fits(subject: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    return any(_one_in_other(subject, other) for other in others)


def _one_in_other(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    return left <= right or right <= left


def _form_fits(record: Record, instrument: Instrument) -> bool:
    return any(forms_fit(record.form, form) for form in instrument.forms)


def _same_parties(record: Record, instrument: Instrument) -> bool:
    """Two parties or more in common (one is enough of what is dated on the same day), and all parties of one among those of the other."""
    shared = len(record.parties & instrument.parties)
    if not shared or (shared < PAIR and not _same_day(record, instrument)):
        return False
    return any(_one_in_other(record.parties, other) for other in instrument.party_sets)


def _same_day(record: Record, instrument: Instrument) -> bool:
    """Whether both were signed, agreed, or came into force on one day, told as a day."""
    return any(first == last and (first, last) in instrument.dates[kind] for kind, days in record.days.items() for first, last in days)


def _in_time(record: Record, instrument: Instrument, most: int) -> bool:
    """The same event by its date, or articles not too far apart."""
    if record.published and instrument.active and apart(record.published, instrument.active) <= most:
        return True
    return any((nearest(days, instrument.dates[kind]) or 0) <= ONE_DAY for kind, days in record.days.items() if instrument.dates[kind])


def _reopened(record: Record, instrument: Instrument) -> bool:
    """Whether talks are told of after the instrument was signed: then they are about another one."""
    day = record.published
    if day is None or instrument.settled is None or not 0 < stage(record.status) <= stage(AgreementStatus.NEGOTIATING):
        return False
    return day[0] > instrument.settled


Key = tuple[object, ...]


def sought(record: Record) -> Iterator[Key]:
    """Where an instrument that a record may be tied to is found: under one of these keys, if it is of any of its records."""
    yield from _shared_keys(record)
    words = sorted(record.proper)
    yield from (("one word", word) for word in words)
    if len(words) == 1:
        yield ("word", words[0])


def filed(record: Record) -> Iterator[Key]:
    """Under what the instrument of a record is found: see `sought`."""
    yield from _shared_keys(record)
    words = sorted(record.proper)
    yield from (("word", word) for word in words)
    if len(words) == 1:
        yield ("one word", words[0])


def _shared_keys(record: Record) -> Iterator[Key]:
    yield ("copy", *copy_key(record))
    yield from (("known", name) for name in sorted(record.known))
    yield from (("acronym", name) for name in sorted(record.acronyms))
    yield from (("name", name) for name in sorted(record.full_names))
    if record.proper:
        yield ("words", *sorted(record.proper))
    yield from pair_keys(record.parties)
    if len(record.parties) < MANY:
        days = sorted({day for days in record.days.values() for day in days if day[0] == day[1]})
        yield from (("day", day, party) for day in days for party in sorted(record.parties))


MANY = 6
"""Beyond so many parties, only the whole set is a key."""


def pair_keys(parties: frozenset[str]) -> Iterator[Key]:
    """Keys of parties, two at a time."""
    names = sorted(parties)
    if len(names) > MANY:
        yield ("all", *names)
        return
    yield from (("pair", a, b) for n, a in enumerate(names) for b in names[n + 1 :])
