"""The tense of the clause that a time expression stands in, as the parse shows it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pactscan.lexicon.dates import guard_words

if TYPE_CHECKING:
    from spacy.tokens import Token  # the Doc type


class Tense(Enum):
    """Whether the governing verb looks back or ahead."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"


_PRESENT_BE = frozenset({"am", "are", "is", "'m", "'re", "'s", "’m", "’re", "’s"})
_CLIMB = 12
"""Heads looked at between a time expression and the verb that governs it."""


def tense_of(token: Token) -> Tense:
    """The tense of the verb that governs `token`: future for will, a modal or an infinitive, and for what is scheduled.

    A time expression before a noun ("the October election") has none.
    """
    if token.dep_ in ("compound", "amod", "nmod", "poss"):
        return Tense.PRESENT
    goal = token.dep_ == "pobj" and token.head.lower_ == "for"
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            if goal and token.lower_ == "set":
                return Tense.FUTURE
            tense = _of_verb(token)
            if tense is not None:
                return tense
        if token.head.i == token.i:
            break
        token = token.head
    return Tense.PRESENT


def _of_verb(verb: Token) -> Tense | None:
    """The tense of one verb; None for a participle or gerund that leaves it to the verb above."""
    helpers = {child.lower_: child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not helpers and verb.dep_ in ("ccomp", "xcomp") and verb.head.lower_ in guard_words("causatives"):
        return None  # "let the accord expire on Saturday": a bare infinitive, whatever the tagger calls it
    if helpers.keys() & guard_words("future_helpers") and not ("could" in helpers and _negated(verb)):
        return Tense.FUTURE
    if helpers.get("to") == "TO" or verb.lower_ in guard_words("planning"):
        return Tense.FUTURE
    if verb.tag_ == "VBN" and verb.lower_ in guard_words("scheduled"):
        return Tense.FUTURE
    if verb.tag_ == "VBD" or "VBD" in helpers.values():
        return Tense.PAST
    if verb.tag_ == "VBG" and helpers.keys() & _PRESENT_BE:
        return Tense.FUTURE
    if verb.tag_ in ("VBP", "VBZ") and not helpers and verb.lower_ in guard_words("timetabled"):
        return Tense.FUTURE
    if verb.tag_ in ("VBP", "VBZ") or helpers.keys() & {"has", "have", "is", "are"}:
        return Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" else None


def _negated(verb: Token) -> bool:
    """Whether "could" looks back: what could not be done was not."""
    return any(child.dep_ == "neg" or child.left_edge.lower_ in guard_words("negative_subjects") for child in verb.children)
