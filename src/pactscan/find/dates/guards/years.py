"""Years by themselves, decades and fiscal years: a number of four digits is a year only where something says so."""

from __future__ import annotations

import re

from pactscan.find.dates.guards.place import Place
from pactscan.lexicon.dates import guard_words

_ISO_LENGTH = 10
_LAST_YEAR = 2099
_LONGEST_NAME = 12
"""Words of a name that follow its year."""

_LONGEST_RANGE = 150
"""Years between the ends of "1914-1918"."""


def year(place: Place) -> bool:
    """A year after a preposition, in brackets, in a range, before a noun, or as a heading; not a count, a price or a number of a thing."""
    if place.part("spoken"):
        return place.before in guard_words("year_before") or len(place.words) > 3 or "the" in place.words
    number = place.part("year")
    if not number.isdecimal():
        return place.before in guard_words("year_before") and not (place.glued_after and place.after.isalnum())
    if _in_range(place) and not place.glued_before:
        return True
    if _numbers_a_thing(place) or _glued(place) or place.after in guard_words("after_amounts"):
        return False
    if place.length > 1:
        return not _counts(place)
    return _in_range(place) or _has_frame(place, int(number))


def _has_frame(place: Place, number: int) -> bool:
    if place.before in ("and", "or") and _numbers_before(place):
        return False
    if place.before in guard_words("weak_year_before") and (number % 100 == 0 or not 1500 <= number <= _LAST_YEAR):
        return False
    if place.before in guard_words("year_before"):
        return not _counts(place)
    if not 1500 <= number <= _LAST_YEAR:
        return False
    if place.before in guard_words("named_by_year"):
        return is_name(place)
    if place.before in guard_words("open_signs"):
        return place.after in guard_words("close_signs")
    if place.after in ("'", "’") and place.word(2) == "s":
        return True
    if (_modifies(place) or place.capital_follows) and _described(place):
        return not _counts(place)
    if place.starts_paragraph:
        return place.ends_clause or _verb_follows(place)
    return place.before in guard_words("sentence_ends") and _verb_follows(place)


def _numbers_a_thing(place: Place) -> bool:
    return place.before.rstrip(".") in guard_words("numbered_things") or (place.before == "." and place.word(-2) in ("no", "nos"))


def _numbers_before(place: Place) -> bool:
    """Whether the number joined by "and" counts or numbers something: "Resolutions 2254 and 2118"."""
    return place.word(-2).isdecimal() and place.word(-3) in guard_words("numbered_things")


def _glued(place: Place) -> bool:
    if place.glued_before and place.before not in guard_words("open_signs") and place.before not in ("-", "–", "—"):
        return True
    if not place.glued_after:
        return False
    return place.after.isalnum() or place.after in ("%", "$", "/", "°") or (place.after in (".", ",") and _digit_at(place, place.end + 1))


def _digit_at(place: Place, at: int) -> bool:
    return place.text[at : at + 1].isdigit()


def _in_range(place: Place) -> bool:
    """Whether a later year follows after a dash: "1914-18"."""
    number, end = place.part("year"), place.word(2)
    if place.after == "/" and place.glued_after:
        return end.isdecimal() and len(end) == 2 and int(end) == (int(number) + 1) % 100
    if place.after not in ("-", "–") or not place.glued_after:
        return False
    if len(end) == 2 and end.isdecimal():
        return int(end) > int(number[2:])
    return len(end) == 4 and end.isdecimal() and 0 < int(end) - int(number) < _LONGEST_RANGE


def _described(place: Place) -> bool:
    """Whether the word before belongs to the same noun: an article, a possessive, an adjective."""
    if place.before in guard_words("determiners"):
        return True
    token = place.previous_token
    return token is not None and token.tag_ in ("JJ", "POS", "PRP$") and token.text.isalpha() is not False


def _modifies(place: Place) -> bool:
    token = place.next_token
    return token is not None and token.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN")


def _counts(place: Place) -> bool:
    """Whether the number counts what follows ("the 1500 workers"); "the 1988 results" are of a year, "the 1900 results" are not."""
    token = place.next_token
    if token is None or place.capital_follows or token.tag_ != "NNS":
        return False
    year = place.part("year")
    if place.before in guard_words("adverbial_before") and not year.endswith("00") and token.lower_ not in guard_words("counted"):
        return not "1800" <= year <= "2099"
    return year.endswith("00") or place.before not in guard_words("determiners") or token.lower_ in guard_words("counted")


def _verb_follows(place: Place) -> bool:
    token = place.next_token
    if token is not None and token.tag_ == "RB" and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token is not None and token.tag_ in ("VBD", "VBZ", "MD", "VBP")


def is_passing(place: Place) -> bool:
    """Whether a year by itself is mentioned in passing ("signed in 1976", "the 1954 accords"): the story does not move there.

    It does at a heading, at the opening of a sentence, in brackets and after "of".
    """
    if place.starts_paragraph or place.part("edge"):
        return False
    if place.before in guard_words("adverbial_before"):
        return bool(place.word(-2).strip()) and place.word(-2) not in guard_words("sentence_ends")
    return place.before in guard_words("determiners") or (_modifies(place) and place.before not in guard_words("year_before"))


def is_name(place: Place) -> bool:
    """Whether the year is part of a name: "the 1951 Refugee Convention", "Agenda 2030"."""
    if place.reading.rule.rule.name != "year" or place.length != 1:
        return False
    if place.before in guard_words("named_by_year"):
        token = place.previous_token
        return token is not None and token.text[0].isupper()
    return place.capital_follows and place.before in guard_words("determiners") and _capitals_end_the_name(place)


def _capitals_end_the_name(place: Place) -> bool:
    token = place.next_token
    for _ in range(_LONGEST_NAME):
        if token is None or not token.text[0].isupper() or token.i + 1 == len(token.doc):
            break
        token = token.nbor()
    return token is None or token.tag_ not in ("NN", "NNS")


def decade(place: Place) -> bool:
    """The 1990s, the '90s, the nineties; "in his seventies" is an age, "the low 40s" a temperature."""
    if place.before in guard_words("possessives") or place.before in guard_words("measured"):
        return False
    if place.part("word"):
        return "the" in place.words
    written = place.part("decade")
    if place.part("era"):
        return True
    return len(written) >= 5 or not written[0].isdigit() or (int(written[:-1]) >= 10 and "the" in place.words and place.ends_clause)


def era(place: Place) -> bool:
    """A year before or after Christ; "30 B.C. firefighters" come from British Columbia."""
    token = place.next_token
    return token is None or token.tag_ != "NNS" or place.before in guard_words("year_before")


def quarter(place: Place) -> bool:
    """A quarter of a year, but no quarter-final; a half needs its year."""
    if place.after in ("moon", "mile") or _is_final(place):
        return False
    if place.part("nth").lower() != "last" and place.part("unit").lower() != "half":
        return True
    return any(place.part(name) for name in ("year", "yearafter", "yearrel", "rel"))


def _is_final(place: Place) -> bool:
    return place.after == "-" and place.word(2).startswith(("final", "back"))


def quarter_anaphor(place: Place) -> bool:
    """The quarter, the year-ago period; not the quarter-finals, nor "the period of"."""
    return not _is_final(place) and place.after not in ("of", "point", "century", "mile")


def quarter_code(place: Place) -> bool:
    """Q3 with its year or after a preposition of time; an Audi is a Q3 too."""
    return bool(place.part("year") or place.part("yearafter")) or place.before in guard_words("adverbial_before")


def clock(place: Place) -> bool:
    """A clock time; without a.m., p.m., a zone or a day it needs a preposition, or it is a verse or a score."""
    if any(place.part(name) for name in ("ampm", "zone", "weekday", "month", "dayword")) or "oclock" in place.words:
        return True
    return place.before in guard_words("clock_before") or bool(place.part("military") and place.part("approx"))


def numeric(place: Place) -> bool:
    """Digits with two signs between: with a year of four digits, or of two after slashes or dots; no score, no address."""
    if place.glued_before or (place.after == "." and _digit_at(place, place.end + 1)):
        return False
    pieces = re.split(r"[/.-]", place.words[0])
    return len(place.words[0]) >= _ISO_LENGTH or max(map(len, pieces)) == 4 or ("-" not in place.words[0] and len(pieces[2]) == 2)


def fiscal_year(place: Place) -> bool:
    """A fiscal year, with its number or the word "year"."""
    return place.part("year") != "" or place.words[-1] == "year"
