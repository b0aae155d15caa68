"""Find names of people and bodies, and the office beside a name. Who is who is decided in `resolve.cast`."""

from __future__ import annotations

from pactscan.find.names.bodies import BodyCandidate, BodyFinder
from pactscan.find.names.carried import carried_office
from pactscan.find.names.office_grammar import Office
from pactscan.find.names.offices import Offices
from pactscan.find.names.people import Candidate, PeopleFinder
from pactscan.find.names.series import offices_in_series
from pactscan.find.names.states import States
from pactscan.find.names.weights import weight_of_person
from pactscan.find.names.words import Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.titles import office_abbreviations
from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark
from pactscan.marks.names import Evidence, NameMark
from pactscan.model import ActorKind, ZoneKind

__all__ = ["mark_names"]

UNNAMED = (ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.NOTICE, ZoneKind.HEADER, ZoneKind.DATELINE)
"""Zones whose names are no actors."""


def mark_names(marked: MarkedArticle, countries: tuple[CountryMark, ...]) -> tuple[NameMark, ...]:
    """Mark names in the order of the text."""
    words = Words(marked)
    offices = Offices(words, States(words, countries))
    people = PeopleFinder(words, offices).find()
    bodies = BodyFinder(words, offices).find([(c.first, c.stop) for c in people])
    shared = offices_in_series(words, offices, people)
    titles = words.headline
    marks = [_headlined(words, c) if titles[c.first] else _person(words, offices, c, shared.get(c.first)) for c in people]
    marks += [_body(words, offices, c) for c in bodies]
    return tuple(sorted((m for m in marks if not marked.article.in_zone(m.start, *UNNAMED)), key=lambda m: (m.start, m.end)))


def _person(words: Words, offices: Offices, c: Candidate, shared: Office | None) -> NameMark:
    before, after = _before(words, offices, c) or shared, offices.after(c.stop)
    if not (before or after):
        before = carried_office(words, offices, c)
    office = _fuller(words, before, after)
    other = next((o for o in (before, after) if o and o is not office), None)
    states = offices.states
    country = states.of(c.stop) or next((o.country for o in (before, after) if o and o.country), None) or states.before(c.first)
    country = country or offices.led_body(c.stop)
    beside = office and (office is not after or words.key[c.stop] != "is")
    evidence = Evidence.ROLE if beside and c.evidence is Evidence.MODEL else c.evidence
    return NameMark(
        start=words.start[c.first],
        end=words.end[c.stop - 1],
        kind=ActorKind.PERSON,
        role=_stretch(words, office) if office else None,
        role_country=country,
        second_role=_stretch(words, other) if other else None,
        evidence=evidence,
        honorific=c.honorific,
        weight=weight_of_person(words, c, evidence),
    )


def _headlined(words: Words, c: Candidate) -> NameMark:
    """A name in a headline; what stands beside it there is no office."""
    start, end = words.start[c.first], words.end[c.stop - 1]
    weight = weight_of_person(words, c, Evidence.MODEL)
    return NameMark(start, end, ActorKind.PERSON, headline=True, honorific=c.honorific, weight=weight)


def _before(words: Words, offices: Offices, c: Candidate) -> Office | None:
    """The office before a name; a surname alone may only follow one by chance ("… the chief, Reyes said", "the judge Reyes saw")."""
    office = offices.before(c.first)
    if office is None or c.stop - c.first > 1 or c.stop >= len(words):
        return office
    if words.text[c.first - 1] == ",":
        return office if words.text[c.stop] == "," else None
    restrictive = not words.capital(office.head) and words.key_at(office.first - 1) == "the" and words.pos[c.stop] in ("AUX", "VERB")
    return None if restrictive else office


def _fuller(words: Words, before: Office | None, after: Office | None) -> Office | None:
    """Of the offices before and after a name the one that says more ("Gen. X, the chief of staff")."""
    if before is None or after is None:
        return before or after
    rank = before.stop - before.first == 1 and words.key[before.head] in office_abbreviations() | words_in("ranked")
    return after if rank else before


def _stretch(words: Words, office: Office) -> tuple[int, int]:
    """Where the office stands; of a plural ("ministers") only what is one person's."""
    end = words.end[office.stop - 1]
    if office.plural and office.stop == office.head + 1 and words.key[office.head].endswith("s"):
        end -= 1 + words.text[office.head].endswith(".")
    return words.start[office.first], end


def _body(words: Words, offices: Offices, c: BodyCandidate) -> NameMark:
    """A body; two to four words may yet turn out a person, so their office goes along."""
    country = c.country
    if country is None and c.kind in (ActorKind.GOVERNMENT, ActorKind.GROUP):
        inside = next((code for k in range(c.first, c.stop) if (code := offices.states.code(k))), None)
        country = inside or offices.states.before(c.first)
    start, end = words.start[c.first], words.end[c.stop - 1]
    if not 2 <= c.stop - c.first <= 4:
        return NameMark(start, end, c.kind, None, country, c.evidence)
    person = Candidate(c.first, c.stop, c.evidence)
    office = _fuller(words, _before(words, offices, person), offices.after(c.stop)) if c.evidence is Evidence.MODEL else None
    weight = weight_of_person(words, person, c.evidence)
    return NameMark(start, end, c.kind, _stretch(words, office) if office else None, country, c.evidence, weight=weight)
