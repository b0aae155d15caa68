"""One office for several names: "the foreign ministers of X of Poland, Y of Hungary and Z", "Senators X and Y"."""

from __future__ import annotations

from pactscan.find.names.office_grammar import Office
from pactscan.find.names.offices import Offices
from pactscan.find.names.people import Candidate
from pactscan.find.names.words import Words


def offices_in_series(words: Words, offices: Offices, people: list[Candidate]) -> dict[int, Office]:
    """First word of a name → the plural office that it shares with the names before it."""
    shared: dict[int, Office] = {}
    current: Office | None = None
    stop = -1
    for c in people:
        opening = _plural_before(words, offices, c.first)
        if opening:
            current = opening
        elif current is None or not _links(words, offices, stop, c.first):
            current = None
        if current:
            shared[c.first] = current
        stop = c.stop
    return shared


def _plural_before(words: Words, offices: Offices, first: int) -> Office | None:
    """The plural office before a name, with "of" between if need be."""
    k = first - 1 if first and words.key[first - 1] == "of" else first
    office = offices.before(k) if k > 0 and not words.opens[k] else None
    return office if office and office.plural else None


def _links(words: Words, offices: Offices, stop: int, first: int) -> bool:
    """Whether the words between two names are only commas, "and", and "of" or "in" with a place."""
    if first - stop > 8 or any(words.opens[k] for k in range(stop, min(first + 1, len(words)))):
        return False
    linked = False
    for k in range(stop, first):
        if words.key[k] in (",", "and", "&"):
            linked = True
        elif not (words.key[k] in ("of", "in", "the") or k in offices.states or words.ent[k] == "GPE"):
            return False
    return linked
