"""The year of a month, or of a day of a month, that stands without one."""

from __future__ import annotations

from datetime import date

from pactscan.resolve.dates.context import Case
from pactscan.resolve.dates.points import valid
from pactscan.resolve.dates.tense import Tense

_AHEAD = 45
"""Days that a date ahead counts as further than one as far back: news looks back rather than ahead."""

_CLOSE = 30
"""Days within which a day of a month is the nearest one, whatever the tense."""

_TWO_MONTHS = 62
"""Days within which a bare month is the nearest one although its verb looks ahead."""

_REACH = 4
"""Years to either side in which a day is looked for; February 29 comes every fourth year."""


def year_of(month: int, day: int | None, case: Case) -> int | None:
    """In a narrative the running year, in news the year that brings it nearest to the day of writing, by the tense of its verb."""
    context = case.context
    if context.narrative:
        return context.running_year(month)
    if context.written is None:
        return None
    written = context.written
    days = [date(y, month, day or 15) for y in _years_around(written.year) if valid(y, month, day)]
    return _year_of_month(days, written, case.tense) if day is None else _year_of_day(days, written, case)


def _years_around(year: int) -> range:
    return range(max(1, year - _REACH), min(9999, year + _REACH) + 1)


def _year_of_day(days: list[date], written: date, case: Case) -> int | None:
    day = _nearest(days, written)
    if day is None:
        return None
    if case.bound is Tense.PAST:
        day = _nearest([d for d in days if d <= written], written)
    elif abs((day - written).days) > _CLOSE and case.tense is Tense.FUTURE:
        day = _nearest([d for d in days if d >= written], written)
    return day.year if day else None


def _year_of_month(days: list[date], written: date, tense: Tense) -> int | None:
    day = _nearest(days, written)
    if day is None:
        return None
    month, here = (day.year, day.month), (written.year, written.month)
    if tense is Tense.PAST and month > here:
        return day.year - 1
    if tense is Tense.FUTURE and month < here and (written - day).days > _TWO_MONTHS:
        return day.year + 1
    return day.year


def _nearest(days: list[date], written: date) -> date | None:
    return min(days, key=lambda day: (_distance(day, written), day), default=None)


def _distance(day: date, written: date) -> int:
    days = (day - written).days
    return -days if days < 0 else days + (_AHEAD if days > _AHEAD else 0)
