"""Days as headers, datelines and file names state them: 8 June 2021, June 8, 8.6.21; never a relative word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from pactscan.lexicon.reading import month_numbers, weekday_names

if TYPE_CHECKING:
    from collections.abc import Iterator

CENTURY_TURN = 50
"""A year of two figures below this is of the 2000s, else of the 1900s: archives with such years end before."""
FIRST_YEAR, LAST_YEAR = 1600, 2099
"""Newspapers begin in the 1600s; a later year is a slip or no year."""


@dataclass(frozen=True, slots=True)
class Day:
    """``text[start:end]`` states this day; without a year it recurs."""

    year: int | None
    month: int
    day: int
    start: int
    end: int

    @property
    def iso(self) -> str | None:
        """``YYYY-MM-DD`` when the year is stated."""
        return None if self.year is None else date(self.year, self.month, self.day).isoformat()


def days_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """The days that exist among those written in ``text[start:end]``, in order."""
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        day = _day(match)
        if day:
            yield day


def first_day(text: str, start: int = 0, end: int | None = None) -> Day | None:
    """The first of `days_in`."""
    return next(days_in(text, start, end), None)


def existing(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has such a day (29 February counts where the year is open)."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return year is None or FIRST_YEAR <= year <= LAST_YEAR


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(month_numbers(), key=len, reverse=True))
    return re.compile(
        rf"""(?<![\w/.-])(?:
            (?P<y1>\d{{4}})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})
          | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ \-]{{1,2}}(?:of\ )?(?P<n2>{month})\b\.?(?:(?:,?[ \-]{{1,2}})(?P<y2>\d{{4}}|'?\d{{2}}(?!:)))?
          | (?P<n3>{month})\b\.?[ \-]{{1,2}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:(?:,\ ?|[ \-]{{1,2}})(?P<y3>\d{{4}}))?
          | (?P<a4>\d{{1,2}})(?P<s4>[-/.])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>\d{{4}})
        )(?=$|[^\w]|T\d|_)""",
        re.IGNORECASE | re.VERBOSE,
    )


def _day(match: re.Match[str]) -> Day | None:
    group = match.groupdict()
    if group["y1"]:
        parts = int(group["y1"]), int(group["m1"]), int(group["d1"])
        return _checked(parts, match)
    if group["n2"]:
        return _checked((_year(group["y2"]), month_numbers()[group["n2"].lower()], int(group["d2"])), match)
    if group["n3"]:
        return _checked((_year(group["y3"]), month_numbers()[group["n3"].lower()], int(group["d3"])), match)
    return _numeric(int(group["y4"]), int(group["a4"]), int(group["b4"]), match)


def _numeric(year: int, first: int, second: int, match: re.Match[str]) -> Day | None:
    """A day in figures, where only one order of day and month makes a date (or both the same)."""
    if first != second and max(first, second) <= 12:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return _checked((year, month, day), match)


def _checked(parts: tuple[int | None, int, int], match: re.Match[str]) -> Day | None:
    return Day(*parts, match.start(), match.end()) if existing(*parts) else None


def _year(written: str | None) -> int | None:
    if not written:
        return None
    figures = int(written.lstrip("'"))
    if len(written.lstrip("'")) == 4:
        return figures
    return figures + (2000 if figures < CENTURY_TURN else 1900)


@cache
def weekday_pattern() -> str:
    """The weekdays and their abbreviations, as a regular expression without case."""
    return rf"(?:{'|'.join(sorted(weekday_names(), key=len, reverse=True))})\b\.?"
