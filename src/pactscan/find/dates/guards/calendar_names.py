"""Months, weekdays and seasons that are other words too: May, March, Sun, fall."""

from __future__ import annotations

from pactscan.find.dates.guards.place import Place
from pactscan.lexicon.dates import guard_words, word_values

_JOINS = ("-", "–", "/")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART", "PRODUCT"})


def month(place: Place) -> bool:
    """A month by itself is capitalised; one that is a name or a common word too needs a preposition or a modifier before it."""
    written = place.part("month")
    name = written.rstrip(".").lower()
    if not written[0].isupper() or place.stuck_before or place.after in guard_words("name_things"):
        return False
    if _beside_month(place):
        return True
    if name in guard_words("abbreviated_words") and not written.endswith(".") and place.length == 1:
        return False
    if name not in guard_words("doubtful_months"):
        return place.before in guard_words("adverbial_before") or not _surname_follows(place)
    if name == "march" and place.before in guard_words("march_before"):
        return _modifies(place)
    if place.before in guard_words("adverbial_before") and name != "may":
        return True
    if place.length > 1 or place.before in guard_words("month_before"):
        return not _surname_follows(place) and place.token("month").ent_type_ != "PERSON"
    if place.before == "of":
        return place.word(-2) in guard_words("month_of") or place.word(-2)[:1].isdigit()
    if place.before in guard_words("month_after"):
        return not _surname_follows(place) and place.token("month").ent_type_ == "DATE"
    return place.before in guard_words("determiners") and _modifies(place)


def _beside_month(place: Place) -> bool:
    """Whether a dash or slash joins it to another month: "March-May", "Jan.-March"."""
    months = word_values("MONTH").keys() | word_values("MONTH_ABBR").keys()
    left = place.word(-3) if place.word(-2) == "." else place.word(-2)
    return (place.before in _JOINS and left in months) or (place.after in _JOINS and place.word(2) in months)


def _modifies(place: Place) -> bool:
    """Whether a common noun follows: "the May meeting"."""
    token = place.next_token
    return token is not None and token.tag_ in ("NN", "NNS", "JJ") and not place.capital_follows


def _surname_follows(place: Place) -> bool:
    if not place.capital_follows:
        return False
    token = place.next_token
    return token is not None and token.pos_ == "PROPN" and token.ent_type_ == "PERSON"


def month_day(place: Place) -> bool:
    """A month with a day is capitalised; "May 15 people" and "March 2,000" are counts."""
    return place.part("month")[0].isupper() and not (place.after in guard_words("scales") or _dollar(place))


def _dollar(place: Place) -> bool:
    return place.before in {"$", "£", "€"}


def day_month(place: Place) -> bool:
    """The month is capitalised; a spelled day needs "of": "the first of May", but "the second March"."""
    written = place.part("month")
    if not written[0].isupper() or (place.part("day").isalpha() and "of" not in place.words):
        return False
    name = written.rstrip(".").lower()
    if place.part("year") or name not in guard_words("doubtful_months"):
        return True
    return place.token("month").pos_ not in ("AUX", "VERB") and not _surname_follows(place)


def weekday(place: Place) -> bool:
    """A weekday is capitalised; the abbreviations that are other words need a full stop."""
    written = place.part("weekday")
    if not written[0].isupper() or place.stuck_before:
        return False
    if place.capital_follows and place.before == "the" and not place.part("rel"):
        return False
    if (
        written.lower() in guard_words("abbreviated_words")
        or place.before in guard_words("weekday_names")
        or place.after in guard_words("name_things")
    ):
        return False
    return place.token("weekday").ent_type_ not in _NAMES


def _beside_season(place: Place) -> bool:
    """Whether another season follows: "the spring and early summer of 1943"."""
    seasons = word_values("SEASON").keys()
    return place.after in ("and", "or", "to", *_JOINS) and bool({place.word(2), place.word(3)} & seasons)


def season_adjective(place: Place) -> bool:
    """A season before a noun, its article left out: the *spring* offensive."""
    if not place.noun_follows or place.capital_follows or place.glued_before or place.before in ("-", "–"):
        return False
    return place.words[0] not in ("fall", "spring") or place.after in guard_words("season_nouns")


def holiday(place: Place) -> bool:
    """A holiday; not Christmas Island, a Christmas tree, Father Christmas."""
    if place.part("year") or place.part("week"):
        return True
    return not (place.capital_follows or place.after in guard_words("holiday_things") or place.before in guard_words("holiday_names"))


def season(place: Place) -> bool:
    """A season is a noun; fall and spring need a neighbour that settles it."""
    token = place.token("season")
    if place.part("year") or place.part("yearrel"):
        return True
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or place.glued_before:
        return False
    if place.part("year") or place.part("rel") or place.part("yearrel"):
        return not (token.lower_ == "fall" and place.after in guard_words("fall_after"))
    if _beside_season(place):
        return True
    if "the" in place.words and place.noun_follows:
        return False
    if token.lower_ not in ("fall", "spring"):
        return place.after != "-" and (token.pos_ != "PROPN" or not place.capital_follows)
    if token.lower_ == "fall" and place.after in guard_words("fall_after"):
        return False
    return place.before in guard_words("season_before") or place.after in guard_words("season_nouns")
