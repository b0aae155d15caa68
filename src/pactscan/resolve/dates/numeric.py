"""Dates in digits alone; the order of day and month is by option or by evidence in the article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pactscan.resolve.dates.context import Outcome
from pactscan.resolve.dates.points import Point, valid

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:t(\d\d:\d\d)(?::\d\d)?(z|[+-]\d\d:?\d\d)?)?")
_PARTS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_TWO_DIGIT_PIVOT = 70
"""Years in two digits from here on are of the 20th century."""


def order_by_evidence(written: Iterable[str]) -> str | None:
    """DMY or MDY by the numbers over 12 among the dates written in digits; None where they say nothing or both."""
    orders = set()
    for text in written:
        found = _PARTS.fullmatch(text)
        if found and len(found[1]) <= 2:
            orders |= {"DMY"} if int(found[1]) > 12 else {"MDY"} if int(found[2]) > 12 else set()
    return orders.pop() if len(orders) == 1 else None


def numeric_point(text: str, order: str | None) -> Outcome:
    """The day written in digits; unresolved when day and month could change places, dropped when it fits no calendar."""
    iso = _ISO.fullmatch(text.lower())
    if iso:
        return _iso(iso)
    found = _PARTS.fullmatch(text)
    if not found:
        return Outcome("DATE", drop=True)
    a, b, c = found.groups()
    if len(a) == 4 or (order == "YMD" and len(a) == len(c) == 2):
        return _day(_full(a), int(b), int(c))
    if len(a) > 2 or len(c) not in (2, 4):
        return Outcome("DATE", drop=True)
    return _in_order(_full(c), int(a), int(b), order)


def _in_order(year: int, first: int, second: int, order: str | None) -> Outcome:
    if first > 12 or order == "DMY" or first == second:
        return _day(year, second, first)
    if second > 12 or order == "MDY":
        return _day(year, first, second)
    if not valid(year, first, second):
        return Outcome("DATE", drop=True)
    return Outcome("DATE", reason="day and month could change places (give --date-order)")


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else (1900 if int(year) >= _TWO_DIGIT_PIVOT else 2000) + int(year)


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
