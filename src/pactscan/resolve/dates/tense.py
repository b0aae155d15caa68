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


_CLIMB = 12
"""Heads looked at between a time expression and the verb that governs it."""


def tense_of(token: Token) -> Tense:
    """The tense of the verb that governs `token`: future for will, a modal or an infinitive, and for what is scheduled."""
    if token.dep_ in ("compound", "amod", "nmod", "poss"):
        return Tense.PRESENT
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            tense = _of_verb(token)
            if tense is not None:
                return tense
        if token.head.i == token.i:
            break
        token = token.head
    return Tense.PRESENT


def _of_verb(verb: Token) -> Tense | None:
    helpers = {child.lower_: child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if any(word in guard_words("future_helpers") for word in helpers):
        return Tense.FUTURE
    if helpers.get("to") == "TO":
        return Tense.FUTURE
    if verb.tag_ == "VBN" and not helpers and verb.lower_ in guard_words("scheduled"):
        return Tense.FUTURE
    if verb.tag_ == "VBD" or any(tag == "VBD" for tag in helpers.values()):
        return Tense.FUTURE if verb.lower_ in guard_words("scheduled") and "VBD" not in verb.tag_ else Tense.PAST
    if verb.tag_ in ("VBP", "VBZ") or any(tag in ("VBP", "VBZ") for tag in helpers.values()):
        return Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" else None
