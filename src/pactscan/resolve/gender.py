"""What the article says of a person's gender, to tell whom "he" or "she" may be. Evidence only: no report holds it."""

from __future__ import annotations

import re

from pactscan.lexicon.gender import Gender, gender_of_address, gender_of_forename, gender_of_noun
from pactscan.model import Actor
from pactscan.resolve.cast import Cast

WORD = re.compile(r"[^\W\d_][\w’'-]*")


def gender_of(actor: Actor, cast: Cast) -> Gender | None:
    """By words of address, then by the noun of the office, then by given name; None when they tell nothing."""
    for word in sorted(cast.honorifics.get(actor.id, ())):
        if gender := gender_of_address(word):
            return gender
    for word in WORD.findall((actor.role or "").lower()):
        if gender := gender_of_noun(word):
            return gender
    words = WORD.findall(actor.name.lower())
    for word in words[: max(1, len(words) - 1)] if len(words) > 1 else ():
        if gender := gender_of_forename(word):
            return gender
    return None
