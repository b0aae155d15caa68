"""Offices carried over from the sentence before, as wires write: "a ministry spokesman said. Carl Brandt told …"."""

from __future__ import annotations

from pactscan.find.names.office_grammar import Office
from pactscan.find.names.offices import Offices
from pactscan.find.names.people import Candidate
from pactscan.find.names.words import SUBJECTS, Words
from pactscan.lexicon.actors import words_in


def carried_office(words: Words, offices: Offices, c: Candidate) -> Office | None:
    """The office of the unnamed source in the sentence before, if the full name `c` begins the next one as its subject."""
    i = c.first
    if c.stop - i < 2 or i == 0 or not words.begins[i] or words.dep[c.stop - 1] not in SUBJECTS:
        return None
    k = i - 1
    while k > 0 and i - k < 60:
        if words.ent[k] == "PERSON":
            return None
        if words.key[k] in words_in("sources"):
            office = offices.at(k)
            speaks = words.dep[k] in SUBJECTS or (office.stop < i and words.pos[office.stop] == "VERB")
            return office if speaks and _indefinite(words, office) else None
        if words.begins[k]:
            return None
        k -= 1
    return None


def _indefinite(words: Words, office: Office) -> bool:
    """Whether "a" or "an" stands before the office, or before the state that was cut from it."""
    return any(words.key_at(office.first - n) in ("a", "an") for n in (1, 2, 3))
