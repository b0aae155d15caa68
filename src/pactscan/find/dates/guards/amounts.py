"""Durations and sets: lengths of time, but no ages, fractions, scores or prices."""

from __future__ import annotations

from pactscan.find.dates.guards.place import Place
from pactscan.lexicon.dates import guard_words, word_values

_NOUN_PHRASE = 5
"""Tokens looked at for the number before "a year"."""


def duration(place: Place) -> bool:
    """A number or article with a unit of time."""
    unit = place.part("unit").lower()
    if _age(place) or unit in guard_words("no_lengths") or (place.glued_before and place.before in guard_words("currencies")):
        return False
    if place.part("vague") and unit in word_values("UNIT"):
        return False
    if place.part("one") and not place.part("window"):
        return _one(place, unit)
    if place.before in guard_words("scored") and unit == "century":
        return False
    return place.part("n").lower() not in ("half", "a half") or unit != "year"


def _one(place: Place, unit: str) -> bool:
    """A day, a week; not "a day job", nor the century that a batsman scores."""
    if place.before == "of" and place.word(-2) in ("quarter", "half", "third", "fraction"):
        return False
    if unit in ("hour", "minute") and _amount_before(place):
        return False
    if place.after in ("-", "–") or (unit in guard_words("unit_compounds") and place.noun_follows):
        return False
    return unit != "century" or place.before not in guard_words("scored")


def _age(place: Place) -> bool:
    """Whether somebody is that old: "57 years old", "a 6-year-old", "40 years of age"."""
    if place.after in ("old", "olds", "older", "younger") or (place.after in ("-", "–") and place.word(2) in ("old", "olds")):
        return True
    if {place.word(-2), place.word(-3), place.word(-4)} & {"ages", "aged"}:
        return True
    return place.before in ("aged", "age", "ages") or (place.after == "of" and place.word(2) == "age")


def quarter_century(place: Place) -> bool:
    """A quarter of a century; not what is that old, nor what a batsman scores."""
    return not _age(place) and place.before not in guard_words("scored") and place.after != "-"


def plural_unit(place: Place) -> bool:
    """Weeks, months, years without a number: only after a preposition of time."""
    return place.before in guard_words("plural_unit_before") and place.after not in ("old", "ago")


def window_plural(place: Place) -> bool:
    """The past weeks, recent years; "the last years of his life" is no window."""
    return place.after != "of" and place.part("unit").lower() != "quarters"


def repeated(place: Place) -> bool:
    """Every day, each July, per month; "a year" only as a rate: $5 million a year, twice a week."""
    if not place.part("rate") or place.words[0] == "per":
        return place.part("rate").lower() in ("", "day", "week", "month", "year")
    if place.part("rate").lower() not in guard_words("rate_units") or place.before == "s":
        return False
    if place.before in guard_words("times"):
        return True
    return _amount_before(place)


def _amount_before(place: Place) -> bool:
    """Whether a number, with its noun, stands right before."""
    token = place.previous_token
    if token is None or token.pos_ not in ("NOUN", "NUM", "SYM", "PROPN"):
        return False
    for _ in range(_NOUN_PHRASE):
        if token.tag_ in ("CD", "$") or token.like_num:
            return True
        if token.is_sent_start or token.i == 0:
            return False
        token = token.nbor(-1)
    return False
