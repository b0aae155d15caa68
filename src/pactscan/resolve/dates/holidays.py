"""The day of a holiday in a year, by its rule in the table."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from pactscan.resolve.dates.points import Point, day_point


def holiday_in(year: int, rule: str) -> Point | None:
    """The day that `rule` gives in `year`: a fixed day, the nth weekday of a month, or a distance from Easter."""
    if rule.startswith("easter"):
        return day_point(easter(year) + timedelta(int(rule[len("easter") :])))
    if rule.count("-") == 2:
        fixed = date.fromisoformat(rule)
        return day_point(fixed)
    month, _, rest = rule.partition("-")
    if "W" not in rest:
        return Point(year, int(month), int(rest))
    nth, _, day = rest.partition("W")
    weekday, _, plus = day.partition("+")
    return day_point(_nth_weekday(year, int(month), nth, int(weekday)) + timedelta(int(plus or 0)))


def _nth_weekday(year: int, month: int, nth: str, weekday: int) -> date:
    if nth == "L":
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (int(nth) - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
