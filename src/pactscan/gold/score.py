"""How far a report is right by a sheet: what was found, what is true, what of it is right, for each measure.

Agreements are one when a name of the report's is the sheet's, or shares most of its words; people and organisations when
the names may be of one; quotes when half of their words are the same; dates and countries when they are equal. What hangs
on a record (status, parties, role, speaker …) is counted over the records that are there on both sides, parties and dates
over all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pactscan.compare.names import Name, Naming, body_naming, person_naming
from pactscan.compare.words import keys_of
from pactscan.gold.sheet import Sheet, TrueAgreement, TruePerson
from pactscan.model import Actor, ActorKind, Agreement, Report

ONE_NAME = frozenset({Naming.EQUAL, Naming.PART})
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Tally:
    """`right` of what was `found`, and of what is `true`."""

    found: int = 0
    true: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.found + other.found, self.true + other.true, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None when nothing was."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what is true that was found; None when nothing is."""
        return self.right / self.true if self.true else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; None when there was nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.true) if self.found + self.true else None


Tallies = Mapping[str, Tally]


def measure(sheet: Sheet, report: Report) -> dict[str, Tally]:
    """Measure → tally, of the nouns that the sheet judges."""
    judges: dict[str, Callable[[Sheet, Report], dict[str, Tally]]] = {
        "agreements": _agreements,
        "people": _people,
        "organisations": _organisations,
        "countries": lambda s, r: {"countries": _equal(s.countries, (c.code for c in r.countries))},
        "dates": _dates,
        "quotes": _quotes,
    }
    return {name: tally for noun, judge in judges.items() if noun in sheet.judged for name, tally in judge(sheet, report).items()}


def totals(measured: Iterable[Tallies]) -> dict[str, Tally]:
    """The tallies of several articles, added up."""
    sums: dict[str, Tally] = {}
    for one in measured:
        for name, tally in one.items():
            sums[name] = sums.get(name, Tally()) + tally
    return sums


def _agreements(sheet: Sheet, report: Report) -> dict[str, Tally]:
    pairs = _matched(sheet.agreements, report.agreements, _likeness_of_names)
    both = [(sheet.agreements[i], report.agreements[j]) for i, j in pairs]
    rest_true = [a for i, a in enumerate(sheet.agreements) if i not in dict(pairs)]
    rest_found = [a for j, a in enumerate(report.agreements) if j not in {j for _, j in pairs}]
    parties = _over(both, rest_true, rest_found, lambda t: map(str.casefold, t.parties), _parties)
    dates = _over(both, rest_true, rest_found, lambda t: t.dates, _agreement_dates)
    return {
        "agreements": Tally(len(report.agreements), len(sheet.agreements), len(pairs)),
        "agreements: status": _of_both(both, lambda t, f: t.status == f.status),
        "agreements: parties": parties,
        "agreements: signed by": sum((_names(t.signed_by, _signers(f)) for t, f in both), Tally()),
        "agreements: dates": dates,
        "agreements: place": sum((_equal(_some(t.place), _some(f.place.text if f.place else "")) for t, f in both), Tally()),
    }


def _parties(found: Agreement) -> Iterable[str]:
    return ((party.code or party.name).casefold() for party in found.parties)


def _agreement_dates(found: Agreement) -> Iterable[str]:
    return (f"{date.kind.value} {date.value}" for date in found.dates if date.value)


def _signers(found: Agreement) -> list[str]:
    return [signatory.name for signatory in found.signatories if signatory.name]


def _over(
    both: list[tuple[TrueAgreement, Agreement]],
    rest_true: list[TrueAgreement],
    rest_found: list[Agreement],
    of_true: Callable[[TrueAgreement], Iterable[str]],
    of_found: Callable[[Agreement], Iterable[str]],
) -> Tally:
    """A tally over all records: those on both sides set beside each other, what hangs on the others all missed or all wrong."""
    tally = sum((_equal(of_true(t), of_found(f)) for t, f in both), Tally())
    tally = sum((_equal(of_true(t), ()) for t in rest_true), tally)
    return sum((_equal((), of_found(f)) for f in rest_found), tally)


def _likeness_of_names(true: TrueAgreement, found: Agreement) -> float:
    wanted = set(keys_of(true.name))
    names = (set(keys_of(name)) for name in (found.name, *found.aliases, *(m.text for m in found.mentions)))
    return max((_dice(wanted, name) for name in names), default=0.0)


def _dice(one: set[Any], two: set[Any]) -> float:
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 0.0


def _people(sheet: Sheet, report: Report) -> dict[str, Tally]:
    people = [actor for actor in report.actors if actor.kind is ActorKind.PERSON]

    def likeness(true: TruePerson, found: Actor) -> float:
        return _naming(true.name, (found.name, *found.aliases), person_naming)

    pairs = _matched(sheet.people, people, likeness)
    both = [(sheet.people[i], people[j]) for i, j in pairs]
    return {
        "people": Tally(len(people), len(sheet.people), len(pairs)),
        "people: role": sum((_equal(map(_folded, _some(t.role)), map(_folded, _some(f.role or ""))) for t, f in both), Tally()),
        "people: country": sum((_equal(_some(t.country), _some(f.country or "")) for t, f in both), Tally()),
    }


def _organisations(sheet: Sheet, report: Report) -> dict[str, Tally]:
    bodies = [actor for actor in report.actors if actor.kind is not ActorKind.PERSON]

    def likeness(true: str, found: Actor) -> float:
        return _naming(true, (found.name, *found.aliases), body_naming)

    return {"organisations": Tally(len(bodies), len(sheet.organisations), len(_matched(sheet.organisations, bodies, likeness)))}


def _naming(true: str, names: Iterable[str], naming: Callable[[Name, Name], Naming | None]) -> float:
    found = (naming(Name(true), Name(name)) for name in names)
    return max((one.value for one in found if one in ONE_NAME), default=0.0)


def _dates(sheet: Sheet, report: Report) -> dict[str, Tally]:
    return {
        "dates": _equal((_folded(d.words) for d in sheet.dates), (_folded(d.mention.text) for d in report.dates)),
        "dates: value": _equal(
            ((_folded(d.words), d.value) for d in sheet.dates), ((_folded(d.mention.text), d.value or "") for d in report.dates)
        ),
    }


def _quotes(sheet: Sheet, report: Report) -> dict[str, Tally]:
    pairs = _matched(sheet.quotes, report.quotes, lambda t, f: _dice(set(keys_of(t.words)), set(keys_of(f.text))))
    both = [(sheet.quotes[i], report.quotes[j]) for i, j in pairs]
    right = sum(_one_speaker(t.speaker, f.speaker_name or "") for t, f in both)
    return {
        "quotes": Tally(len(report.quotes), len(sheet.quotes), len(pairs)),
        "quotes: with speaker": Tally(len(report.quotes), len(sheet.quotes), right),
    }


def _one_speaker(true: str, found: str) -> bool:
    if not true or not found:
        return true == found
    return person_naming(Name(true), Name(found)) in ONE_NAME or _folded(true) == _folded(found)


def _names(true: Sequence[str], found: Sequence[str]) -> Tally:
    return Tally(len(found), len(true), len(_matched(true, found, lambda t, f: _naming(t, (f,), person_naming))))


def _matched(true: Sequence[Any], found: Sequence[Any], likeness: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Pairs, the most alike first, each side once; half alike is the least."""
    scored = sorted(((-likeness(t, f), i, j) for i, t in enumerate(true) for j, f in enumerate(found)))
    lefts: dict[int, int] = {}
    rights: set[int] = set()
    for score, i, j in scored:
        if -score >= HALF and i not in lefts and j not in rights:
            lefts[i] = j
            rights.add(j)
    return sorted(lefts.items())


def _of_both(both: list[tuple[Any, Any]], right: Callable[[Any, Any], bool]) -> Tally:
    return Tally(len(both), len(both), sum(right(t, f) for t, f in both))


def _equal(true: Iterable[Any], found: Iterable[Any]) -> Tally:
    wanted, given = Counter(true), Counter(found)
    return Tally(given.total(), wanted.total(), (wanted & given).total())


def _some(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
