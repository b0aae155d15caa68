"""Whether a doubtful reading is a time expression: decided by case, neighbours and the parse."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from pactscan.lexicon.dates import guard_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from pactscan.find.dates.grammar import Reading
    from pactscan.find.dates.tokens import Tokens
    from pactscan.marks import MarkedArticle


class Place:
    """A reading with its surroundings."""

    def __init__(self, marked: MarkedArticle, tokens: Tokens, reading: Reading) -> None:
        self.marked, self.tokens, self.reading = marked, tokens, reading
        self.text = marked.article.text
        self.start, self.end = tokens.starts[reading.first], tokens.ends[reading.last - 1]
        self.parts = {name: (a, b) for name, a, b in reading.parts}

    def word(self, offset: int) -> str:
        """The lower-case token `offset` before (-1, -2 …) or after (1, 2 …) the reading; empty at the ends."""
        i = self.reading.first + offset if offset < 0 else self.reading.last - 1 + offset
        return self.tokens.words[i] if 0 <= i < len(self.tokens.words) else ""

    def glued(self, offset: int) -> bool:
        """Whether the token before (-1) or after (1) touches the reading."""
        if offset < 0:
            return self.reading.first > 0 and self.tokens.ends[self.reading.first - 1] == self.start
        return self.reading.last < len(self.tokens.starts) and self.tokens.starts[self.reading.last] == self.end

    def part(self, name: str) -> str:
        """The words of a part as written; empty when it is not there."""
        if name not in self.parts:
            return ""
        a, b = self.parts[name]
        return self.text[self.tokens.starts[a] : self.tokens.ends[b - 1]]

    def token(self, name: str) -> Token:
        """The parsed token at the start of a part."""
        return self.marked.token_at(self.tokens.starts[self.parts[name][0]])

    @cached_property
    def next_token(self) -> Token | None:
        """The parsed token after the reading."""
        i = self.reading.last
        return self.marked.token_at(self.tokens.starts[i]) if i < len(self.tokens.starts) else None

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.reading.last - self.reading.first


Guard = Callable[[Place], bool]


def passes(place: Place) -> bool:
    """Whether the guard of the reading's rule, if it has one, lets it pass."""
    name = place.reading.rule.rule.guard
    return name is None or GUARDS[name](place)


def _month(place: Place) -> bool:
    written = place.part("month")
    if not written[0].isupper():
        return False
    name = written.rstrip(".").lower()
    if name not in {"may", "march", "mar", "jan", "jun", "sep", "dec", "august", "april", "june"}:
        return True
    if place.word(-1) in guard_words("month_before") or place.length > 1:
        return not _person_follows(place)
    if name in {"may", "march", "mar", "jan", "april", "june", "august"}:
        return place.token("month").tag_ == "NNP" and not _person_follows(place) and _free_name(place, "month")
    return True


def _person_follows(place: Place) -> bool:
    token = place.next_token
    return token is not None and place.text[place.end : place.end + 1] == " " and token.pos_ == "PROPN" and token.ent_type_ == "PERSON"


def _free_name(place: Place, part: str) -> bool:
    return place.token(part).ent_type_ not in {"PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART", "PRODUCT"}


def _month_day(place: Place) -> bool:
    return place.part("month")[0].isupper()


def _day_month(place: Place) -> bool:
    written = place.part("month")
    return written[0].isupper() and not (place.part("day").isalpha() and "of" not in place.text[place.start : place.end].split())


def _year(place: Place) -> bool:
    if place.part("spoken"):
        return place.word(-1) in guard_words("year_before") or place.length > 2 or "the year" in place.text[place.start : place.end]
    year = place.part("year")
    if not year.isdecimal():
        return place.glued(1) is False and place.word(-1) in guard_words("year_before")
    if place.length > 1:
        return not _counts(place)
    before, after = place.word(-1), place.word(1)
    if before == "(" and after in {")", "-", "–", ",", ";"}:
        return True
    if place.glued(-1) and before not in {"(", "-", "–", "—", '"', "“"}:
        return False
    if after in {"%", "percent"} or (after == "." and place.glued(1) and place.text[place.end + 1 : place.end + 2].isdigit()):
        return False
    if before in guard_words("year_before") or before in {"-", "–"}:
        return not _counts(place)
    if before in guard_words("year_determiners") or (before == "s" and place.word(-2) in {"'", "’"}):
        return 1700 <= int(year) <= 2100 and after.isalpha() and not _counts(place)
    return False


def _counts(place: Place) -> bool:
    """Whether the number counts what follows ("the 1500 workers"); an adjectival year does not stand before a plural when it is round."""
    token = place.next_token
    if token is None or place.text[place.end : place.end + 1] != " " or place.text[place.end + 1 : place.end + 2].isupper():
        return False
    round_number = place.part("year")[-2:] == "00"
    return token.tag_ == "NNS" and (round_number or place.word(-1) not in guard_words("year_determiners"))


def _decade(place: Place) -> bool:
    if place.part("word"):
        return place.word(-1) not in guard_words("possessives") and (place.length > 1 or place.word(-1) == "the")
    decade = place.part("decade")
    return len(decade) == 5 or "'" in decade or "’" in decade or (place.length > 1 and place.word(-1) not in guard_words("possessives"))


def _season(place: Place) -> bool:
    token = place.token("season")
    if token.pos_ not in {"NOUN", "PROPN"} or (place.word(1) in {"of", "in", "out"} and token.lower_ == "fall"):
        return False
    if token.lower_ in {"fall", "spring"}:
        return (
            (place.length > 1 and place.part("rel") != "")
            or place.word(-1) in {"in", "by", "until", "since", "during"}
            or place.part("year") != ""
        )
    return True


def _weekday(place: Place) -> bool:
    written = place.part("weekday")
    if not written[0].isupper():
        return False
    if written.rstrip(".").lower() in {"sun", "sat", "mon", "wed", "fri", "thu", "tue"} and place.length == 1:
        return place.word(-1) in {"on", "until", "by", "from"} or (place.word(1) in {",", "-", "–"} and place.word(-1) in {"", "\n"})
    return True


def _relative_unit(place: Place) -> bool:
    unit = place.part("unit").lower()
    if unit in {"second", "minute", "hour"} and place.part("rel").lower() not in {"next", "the next", "the last", "last", "the past"}:
        return False
    if place.part("rel").lower() in {"same", "following"}:
        return False
    return unit != "second" and unit != "night" and place.word(1) not in {"-", "–"} and not (place.word(1) == "s" and False)


def _the_unit(place: Place) -> bool:
    unit = place.part("unit").lower()
    return (
        unit in {"weekend", "year", "month", "week", "day", "quarter"}
        and place.word(1) not in {"of", "-", "that", "when", "before", "after"}
    ) or place.part("edge") != ""


def _shift(place: Place) -> bool:
    way = place.part("way").lower()
    if way in {"before", "after"}:
        return place.word(1) in {"", "\n", ".", ",", ";"} and place.part("unit") != ""
    if way in {"prior", "back"}:
        return place.word(1) in {"", "\n", ".", ","} and place.part("n") != ""
    return True


def _duration(place: Place) -> bool:
    unit = place.part("unit").lower()
    if _age(place):
        return False
    if unit == "second" or unit == "quarter" or unit == "quarters" or unit == "night":
        return False
    if place.part("one") and not place.part("window"):
        return _single_unit(place)
    if place.part("n").lower() in {"half", "a half"}:
        return unit != "year"
    return not (place.word(-1) in {"$", "£", "€", "#"} and place.glued(-1))


def _single_unit(place: Place) -> bool:
    return place.word(1) not in {"-", "–"} or place.text[place.start : place.end].lower().endswith("long")


def _age(place: Place) -> bool:
    after = place.word(1), place.word(2)
    if after[0] in {"old", "olds"} or (after[0] in {"-", "–"} and after[1] in {"old", "olds"}):
        return True
    return after[0] == "of" and after[1] == "age"


def _set(place: Place) -> bool:
    if not place.part("rate"):
        return True
    first = place.text[place.start : place.end].split()[0].lower()
    if first == "per":
        return True
    unit = place.part("rate").lower()
    if unit not in {"day", "week", "month", "year", "hour", "night"}:
        return False
    before = place.word(-1)
    if before in {"once", "twice", "times"}:
        return True
    token = place.marked.token_at(place.start)
    previous = [token.nbor(-k) for k in range(1, 5) if token.i - k >= 0]
    if not previous or previous[0].pos_ not in {"NOUN", "NUM", "SYM"}:
        return False
    return any(t.like_num or t.tag_ in {"CD", "$"} for t in previous) and previous[0].tag_ in {"NNS", "CD", "NN"}


def _plural_unit(place: Place) -> bool:
    return place.word(-1) in {"for", "in", "within"}


def _fiscal_year(place: Place) -> bool:
    return place.part("year") != "" or place.text[place.start : place.end].lower().endswith("year")


def _current(place: Place) -> bool:
    return place.word(1).isalpha()


def _past(place: Place) -> bool:
    words = place.text[place.start : place.end].lower()
    if words == "the past":
        return place.word(1) in {"", ".", ",", "\n", ";", "and"}
    return True


def _future(place: Place) -> bool:
    words = place.text[place.start : place.end].lower()
    if words == "soon":
        return place.word(1) not in {"as", "after"} and place.word(-1) not in {"as", "too", "so"}
    if words == "future":
        return place.word(-1) in {"in", "of", "for", "possible", "any"} or place.word(1).isalpha()
    return True


GUARDS: dict[str, Guard] = {
    "month": _month,
    "month_day": _month_day,
    "day_month": _day_month,
    "year": _year,
    "decade": _decade,
    "season": _season,
    "weekday": _weekday,
    "fiscal_year": _fiscal_year,
    "relative_unit": _relative_unit,
    "the_unit": _the_unit,
    "shift": _shift,
    "unit_before": _shift,
    "duration": _duration,
    "plural_unit": _plural_unit,
    "set": _set,
    "current": _current,
    "past": _past,
    "future": _future,
}
