"""Clock times, with the day that they stand beside or the last one told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from pactscan.lexicon.dates import word_values
from pactscan.resolve.dates.calendar_dates import calendar
from pactscan.resolve.dates.context import NO_DATE, Case, Outcome
from pactscan.resolve.dates.numbers import number_of
from pactscan.resolve.dates.points import Point, day_point
from pactscan.resolve.dates.relative_dates import weekday

Parts = Mapping[str, str]

_HALF = {"MO": "a", "AF": "p", "EV": "p", "NI": "p"}
"""Half of the day by its part: "8 o'clock in the evening"."""


def clock(case: Case) -> Outcome:
    """10 p.m. Wednesday, noon, 5:34 am."""
    time = _time(case.parts)
    day = _day(case)
    if time is None:
        return Outcome("TIME", drop=True)
    return Outcome("TIME", day.at(time)) if day else Outcome("TIME", reason=NO_DATE)


def _time(parts: Parts) -> str | None:
    if "noon" in parts:
        return word_values("NOON")[parts["noon"]]
    if "military" in parts:
        digits = parts["military"].split()[0]
        return f"{digits[:2]}:{digits[2:]}{word_values('ZONE').get(parts.get('zone', ''), '')}"
    text = parts.get("hour") or parts.get("clock", "")
    hour_text, _, rest = text.replace(".", ":").partition(":")
    hour = number_of(hour_text)
    if hour is None or hour > 24 or (rest and int(rest[:2]) > 59):
        return None
    half = parts.get("ampm", "")[:1] or _HALF.get(word_values("DAYPART").get(parts.get("half", ""), ""), "")
    if half and hour > 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    zone = word_values("ZONE").get(parts.get("zone", ""), "") if parts.get("zone") else ""
    return f"{int(hour):02d}:{rest[:2] or '00'}{zone}"


def _day(case: Case) -> Point | None:
    parts, context = case.parts, case.context
    if "month" in parts:
        return calendar(case).point
    if "weekday" in parts:
        return weekday(case.with_parts({"weekday": parts["weekday"]})).point
    if "dayword" in parts and context.written:
        return day_point(context.written + timedelta(int(word_values("DAYWORD")[parts["dayword"]])))
    if context.last and context.last.grain == "D":
        return Point(context.last.year, context.last.month, context.last.day)
    return day_point(context.written) if context.written and not context.narrative else None
