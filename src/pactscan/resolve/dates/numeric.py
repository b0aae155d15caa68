"""Dates in digits alone; the order of day and month is by evidence, and dateparser reads what the calendar leaves open."""

from __future__ import annotations

import re

from pactscan.resolve.dates.context import Context, Outcome
from pactscan.resolve.dates.points import Point, valid

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t(\d\d:\d\d)(?::\d\d)?(z|[+-]\d\d:?\d\d)?)?")
_PARTS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")


def numeric_point(text: str, context: Context) -> Outcome:
    """The day written in digits; none when it fits no calendar order."""
    iso = _ISO.fullmatch(text.lower())
    if iso:
        return _iso(iso)
    found = _PARTS.fullmatch(text)
    if not found:
        return Outcome("DATE", drop=True)
    a, b, c = found.groups()
    if len(a) == 4:
        return _day(int(a), int(b), int(c))
    if len(c) not in (2, 4):
        return Outcome("DATE", drop=True)
    year = int(c) if len(c) == 4 else (1900 if int(c) > 69 else 2000) + int(c)
    first, second = int(a), int(b)
    if first > 12 or (context.day_first and second <= 12):
        return _day(year, second, first)
    return _day(year, first, second)


def _iso(found: re.Match[str]) -> Outcome:
    year, month, day, clock, zone = found.groups()
    outcome = _day(int(year), int(month), int(day))
    if outcome.point and clock:
        return Outcome("TIME", outcome.point.at(clock + (zone or "").upper()))
    return outcome


def _day(year: int, month: int, day: int) -> Outcome:
    if not 1000 <= year <= 2999 or not valid(year, month, day):
        return Outcome("DATE", drop=True)
    return Outcome("DATE", Point(year, month, day))
