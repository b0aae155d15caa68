"""Expressions that point from a date told or from the day of writing: last week, two days later, the month, now, soon."""

from __future__ import annotations

from pactscan.find.dates.guards.place import Place
from pactscan.lexicon.dates import guard_words, word_values


def relative_unit(place: Place) -> bool:
    """Last week, the same day; not "last second", "the same year-old", "that month-long"."""
    if place.part("unit").lower() in ("second", "night", "minute", "hour", "fortnight", "millennium"):
        return False
    return place.part("rel").lower() not in ("same", "following") and place.after not in ("-", "–")


def the_unit(place: Place) -> bool:
    """The week, the month: the one at hand, unless a clause or "of" says which."""
    if place.part("edge"):
        return True
    if place.part("unit").lower() == "day":
        return False
    if place.before == "of" and place.word(-2) in guard_words("of_the_year"):
        return False
    return place.after not in guard_words("unit_defined_after") and place.part("unit").lower() != "night" and not place.noun_follows


def shift(place: Place) -> bool:
    """Two weeks ago; "before" and "after" only where nothing follows that they could govern."""
    way = place.part("way").lower()
    if way in ("before", "after"):
        return place.ends_clause
    if way in ("prior", "back"):
        return place.ends_clause and place.part("n") != ""
    return True


def current(place: Place) -> bool:
    """Current before a noun; electric current is a noun."""
    token = place.marked.token_at(place.start)
    return token.pos_ == "ADJ" and place.next_token is not None and place.after.isalpha()


def present(place: Place) -> bool:
    """Now; not "every now and again"."""
    return place.before != "every"


def past(place: Place) -> bool:
    """Recent, recently; "the past" by itself."""
    if place.words[-1] != "past":
        return True
    token = place.next_token
    return place.ends_clause or token is None or token.pos_ not in ("NOUN", "ADJ", "NUM", "PROPN")


def future(place: Place) -> bool:
    """The future, future talks; "future of" something is no time."""
    return len(place.words) > 1 or place.after.isalpha()


def soon(place: Place) -> bool:
    """Soon, but not "as soon as"."""
    return place.after not in ("as", "after", "enough", "-") and place.before not in ("as", "too", "so", "how")


def frequency(place: Place) -> bool:
    """Daily, weekly; "the daily said" is a newspaper."""
    if place.before in ("-", "–") or place.capital_follows:
        return False
    if place.before in guard_words("determiners") and not place.noun_follows:
        return place.next_token is not None and place.next_token.pos_ == "ADJ"
    return place.token("word").pos_ in ("ADJ", "ADV") or place.noun_follows


def reporting_year(place: Place) -> bool:
    """The year ended March 31: a length, told by its last day."""
    return place.after in guard_words("reported") or (place.after == "to" and place.word(2) in word_values("MONTH"))
