"""How much a name's own sentence says for a person, and against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.find.names.words import HYPHENS, POSSESSIVES, SUBJECTS, Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.forenames import is_forename
from pactscan.marks.names import Evidence

if TYPE_CHECKING:
    from pactscan.find.names.people import Candidate

OPENING = frozenset({'"', "“", "''", "``", "‘"})
CLOSING = frozenset({'"', "”", "''", "’"})

WEIGHT = {Evidence.TITLE: 4, Evidence.ROLE: 3}


def weight_of_person(words: Words, c: Candidate, evidence: Evidence) -> int:
    """Points for a person less points against; a name that stands alone needs more than none."""
    return WEIGHT.get(evidence, 0) + _for(words, c) - _against(words, c)


def _for(words: Words, c: Candidate) -> int:
    first, last = c.first, c.stop - 1
    points = 0
    if is_forename(words.key[first]) and words.key[first] not in words_in("articles") and c.stop - first > 1:
        points += 2
    if words.dep[last] in SUBJECTS:
        points += 1
    return points


def _quoted(words: Words, first: int, stop: int) -> bool:
    """Whether the name fills quotation marks, as titles of works do."""
    if first == 0 or stop + 1 >= len(words) or words.text[first - 1] not in OPENING:
        return False
    return words.text[stop] in CLOSING or (words.text[stop] in (",", ".") and words.text[stop + 1] in CLOSING)


def _against(words: Words, c: Candidate) -> int:
    first, stop = c.first, c.stop
    points = 2 * _quoted(words, first, stop)
    if stop < len(words) and words.key[stop] in words_in("of_leaders"):
        return 0
    if first > 0 and not words.opens[first]:
        if words.key[first - 1] == "the":
            points += 2
        if words.key[first - 1] in words_in("before_places"):
            points += 1 + (words.key[first - 1] in words_in("of_places"))
    if stop < len(words) and not words.opens[stop]:
        if words.pos[stop] == "NOUN" and words.dep[stop - 1] in ("compound", "nmod", "amod") and words.text[stop - 1] not in POSSESSIVES:
            points += 1
        if words.text[stop] in HYPHENS and words.glued(stop) and words.glued(stop + 1):
            points += 2
    return points
