"""Dates by their relation to the day of writing or to a date told before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from pactscan.lexicon.dates import word_values
from pactscan.resolve.dates.calendar_dates import calendar, nearest_weekday
from pactscan.resolve.dates.context import NO_ANCHOR, NO_DATE, Case, Outcome
from pactscan.resolve.dates.numbers import number_of
from pactscan.resolve.dates.points import Point, containing, day_point, moved
from pactscan.resolve.dates.tense import Tense

Parts = Mapping[str, str]
_UNITS = {"D", "NIGHT", "W", "WE", "FN", "M", "Q", "Y", "DE", "CE"}
_FROM_NOW = {"ago", "hence", "from now", "from today", "back"}
_BACKWARD = {"last", "past", "previous", "preceding", "prior"}
_TOLD = {"that", "same", "following", "previous", "preceding", "succeeding", "prior"}
_FORWARD = {"next", "coming", "following", "succeeding", "ensuing"}


def unit_of(parts: Parts) -> str:
    """D, W, M, Y and so on."""
    return (word_values("UNIT") | word_values("UNITS"))[parts["unit"]]


def dayword(case: Case) -> Outcome:
    """Today, yesterday, tomorrow, with a part of the day."""
    parts, context = case.parts, case.context
    if context.narrative or context.written is None:
        return Outcome("DATE", value="PRESENT_REF") if parts["word"] == "today" else Outcome("DATE", reason=NO_DATE)
    by = int(word_values("DAYWORD")[parts["word"]])
    by += {"before": -1, "after": 1}.get(parts.get("twice", ""), 0)
    return _part(day_point(context.written + timedelta(by)), parts)


def _part(point: Point, parts: Parts) -> Outcome:
    if "part" not in parts:
        return Outcome("DATE", point)
    return Outcome("TIME", point.at(word_values("DAYPART")[parts["part"]]))


def tonight(case: Case) -> Outcome:
    """The night of the day of writing."""
    now = case.context.now("D")
    return Outcome("TIME", day_point(now).at("NI")) if now else Outcome("TIME", reason=NO_DATE)


def part_of_day(case: Case) -> Outcome:
    """A part of a day by its relation: this morning, last night, the next morning."""
    parts, context = case.parts, case.context
    rel, base = parts["rel"], context.now("D")
    if rel not in ("this", "last"):
        base = context.anchor("D")
    if base is None:
        return Outcome("TIME", reason=NO_DATE)
    by = 1 if {"next", "following"} & set(rel.split()) else -1 if {"last", "previous"} & set(rel.split()) else 0
    return _part(day_point(base + timedelta(by)), parts)


def part_of_date(case: Case) -> Outcome:
    """The morning of May 3."""
    outcome = calendar(case) if "month" in case.parts else weekday(case.with_parts({k: v for k, v in case.parts.items() if k != "part"}))
    return _part(outcome.point, case.parts) if outcome.point else outcome


def weekday(case: Case) -> Outcome:
    """Friday, last Friday, Friday morning."""
    parts, context = case.parts, case.context
    number = int((word_values("WEEKDAY") | word_values("WEEKDAY_ABBR"))[parts["weekday"].rstrip(". ")])
    point = nearest_weekday(number, context, case.tense, parts.get("rel", ""))
    return _part(point, parts) if point else Outcome("DATE", reason=NO_DATE)


def relative_unit(case: Case) -> Outcome:
    """Last week, this month, the following year, the past decade."""
    parts, context = case.parts, case.context
    rel, unit = set(parts["rel"].split()), unit_of(parts)
    if "lasting" in parts or ("the" in rel and rel & {"past", "last", "coming"}):
        return Outcome("DURATION", value=f"P1{unit}")
    told = rel & _TOLD or parts["rel"] == "the next"
    by = -1 if _BACKWARD & rel else 1 if _FORWARD & rel else 0
    if told and context.last and context.last.year < 0:
        return _before_christ(context.last, by, unit)
    if unit not in _UNITS:
        return Outcome("DATE", reason=NO_ANCHOR)
    base = context.anchor(unit) if told else context.now(unit)
    return _stretch(base, by, unit, NO_ANCHOR if told else NO_DATE)


def _before_christ(point: Point, by: int, unit: str) -> Outcome:
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    if years is None or point.year + by * years >= 0:
        return Outcome("DATE", reason=NO_ANCHOR)
    return Outcome("DATE", Point(point.year + by * years, long=unit if unit != "Y" else ""))


def _stretch(base: date | None, by: int, unit: str, reason: str) -> Outcome:
    if unit in ("S", "MIN", "H", "FN", "ML", "NIGHT"):
        return Outcome("DATE", reason=NO_ANCHOR)
    day = moved(base, by, unit) if base else None
    return Outcome("DATE", containing(day, unit)) if day else Outcome("DATE", reason=reason)


def the_unit(case: Case) -> Outcome:
    """The week, the month, the weekend: the one in which the story stands."""
    parts, context = case.parts, case.context
    unit = "D" if parts["unit"] == "night" else unit_of(parts)
    base = context.now(unit)
    if unit == "WE" and base and case.tense is not Tense.FUTURE and base.isoweekday() < 6:
        return _stretch(base, -1, unit, NO_DATE)
    return _stretch(base, 0, unit, NO_DATE)


def year_end(case: Case) -> Outcome:
    """Year's end."""
    return _stretch(case.context.now("Y"), 0, "Y", NO_DATE)


def shift(case: Case) -> Outcome:
    """Two weeks ago, three days later."""
    parts, context = case.parts, case.context
    unit, way = unit_of(parts), parts["way"]
    back = way in ("ago", "earlier", "before", "previously", "prior", "back", "beforehand")
    number, unit = _whole(number_of(parts["n"]) if "n" in parts else 1.0 if "one" in parts else None, unit)
    if number is None:
        return Outcome("DATE", value="PAST_REF" if back else "FUTURE_REF")
    if unit not in _UNITS:
        return Outcome("TIME", value="PAST_REF" if back else "FUTURE_REF")
    base = context.now(unit) if way in _FROM_NOW else context.anchor(unit)
    if not context.narrative and way == "earlier":
        base = context.written
    if back and number == 1 and unit == "Y" and context.last_quarter and context.at - context.quarter_at < 400:
        return Outcome("DATE", Point(context.last_quarter.year - 1, code=context.last_quarter.code), moves=False)
    if context.last and context.last.year < 0 and base is None:
        return _before_christ(context.last, -int(number) if back else int(number), unit)
    if number != int(number) or base is None:
        return Outcome("DATE", reason=NO_DATE if base is None else NO_ANCHOR)
    day = moved(base, -int(number) if back else int(number), unit)
    grain = {"FN": "W", "NIGHT": "D"}.get(unit, unit)
    return Outcome("DATE", containing(day, grain)) if day else Outcome("DATE", reason=NO_ANCHOR)


def _whole(number: float | None, unit: str) -> tuple[float | None, str]:
    """Half a century as fifty years, a year and a half as eighteen months."""
    smaller = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M")}
    if number is None or number == int(number) or unit not in smaller:
        return number, unit
    times, unit = smaller[unit]
    return number * times, unit


def unit_before(case: Case) -> Outcome:
    """The day before, the year after."""
    way = case.parts["way"]
    return shift(case.with_parts({**case.parts, "one": "a", "way": "before" if way in ("before", "earlier", "previous") else "after"}))


def ago_adjective(case: Case) -> Outcome:
    """Year-ago, year-earlier: the same quarter of the year before where a quarter was named, else the year before."""
    return shift(case.with_parts({"unit": "year", "one": "a", "way": "ago"}))
