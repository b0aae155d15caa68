"""Expressions that point from a date told or from the day of writing: last week, two days later, the month, now, soon."""

from __future__ import annotations

from pactscan.find.dates.guards.place import Place
from pactscan.lexicon.dates import guard_words


def relative_unit(place: Place) -> bool:
    """Last week, the same day; not "last second", "the same year-old", "that month-long"."""
    if place.part("unit").lower() in ("second", "night", "minute", "hour", "fortnight", "millennium"):
        return False
    return place.part("rel").lower() not in ("same", "following") and place.after not in ("-", "–")


def the_unit(place: Place) -> bool:
    """The week, the month: the one at hand, unless a clause or "of" says which."""
    if place.part("edge"):
        return True
    return place.after not in guard_words("unit_defined_after") and place.part("unit").lower() != "night"


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
    token = place.next_token
    return token is not None and place.after.isalpha()


def past(place: Place) -> bool:
    """Recent, recently; "the past" by itself."""
    return place.words[-1] != "past" or place.ends_clause or place.after == "and"


def future(place: Place) -> bool:
    """Soon, the future; "as soon as" is none, "futures" are traded."""
    if place.words == ["soon"]:
        return place.after not in ("as", "after", "enough") and place.before not in ("as", "too", "so", "how")
    return True
