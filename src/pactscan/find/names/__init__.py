"""Find names of people and bodies, and the office beside a name. Who is who is decided in `resolve.cast`."""

from __future__ import annotations

from pactscan.find.names.bodies import BodyCandidate, BodyFinder
from pactscan.find.names.offices import Office, Offices
from pactscan.find.names.people import Candidate, PeopleFinder
from pactscan.find.names.words import Words
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
    offices = Offices(words, countries)
    people = [c for c in PeopleFinder(words, offices).find() if not marked.article.in_zone(words.start[c.first], *UNNAMED)]
    bodies = BodyFinder(words, offices).find([(c.first, c.stop) for c in people])
    marks = [_person(words, offices, c) for c in people]
    marks += [_body(words, offices, c) for c in bodies if not marked.article.in_zone(words.start[c.first], *UNNAMED)]
    return tuple(sorted(marks, key=lambda m: (m.start, m.end)))


def _person(words: Words, offices: Offices, c: Candidate) -> NameMark:
    before, after = offices.before(c.first), offices.after(c.stop)
    office = before or after
    country = next((o.country for o in (before, after) if o and o.country), None) or offices.country_after(c.stop)
    evidence = Evidence.ROLE if office and c.evidence is Evidence.MODEL else c.evidence
    role = _stretch(words, office) if office else None
    return NameMark(words.start[c.first], words.end[c.stop - 1], ActorKind.PERSON, role, country, evidence, c.honorific)


def _stretch(words: Words, office: Office) -> tuple[int, int]:
    end = words.end[office.stop - 1]
    if office.plural and office.stop == office.head + 1 and words.key[office.head].endswith("s"):
        end -= 1
    return words.start[office.first], end


def _body(words: Words, offices: Offices, c: BodyCandidate) -> NameMark:
    country = c.country or next((offices.country_at[k].code for k in range(c.first, c.stop) if k in offices.country_at), None)
    return NameMark(words.start[c.first], words.end[c.stop - 1], c.kind, None, country, c.evidence)
