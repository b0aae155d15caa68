"""Points of the calendar at a grain: what a DATE or TIME refers to, its TIMEX3 value and its first and last day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, northern hemisphere; winter runs into the next year."""


@dataclass(frozen=True, slots=True)
class Point:
    """A day, or a longer stretch: `code` is W12, W12-WE, Q3, H1, SU; a decade or century has `grain` DE or CE.

    Years before Christ are negative: -480 is 480 BC.
    """

    year: int
    month: int | None = None
    day: int | None = None
    code: str = ""
    part: str = ""
    """What follows T: MO, AF, 11:30."""
    long: str = ""
    """DE or CE; `year` is then the first of the decade or century."""

    @property
    def grain(self) -> str:
        """CE, DE, Y, H, Q, S (season), M, W, WE or D."""
        if self.long:
            return self.long
        if self.day:
            return "D"
        if self.month:
            return "M"
        if not self.code:
            return "Y"
        return {"W": "WE" if self.code.endswith("-WE") else "W", "Q": "Q", "H": "H"}.get(
            self.code[0] if self.code[1:2].isdigit() else "", "S"
        )

    @property
    def value(self) -> str:
        """As TIMEX3 writes it."""
        text = f"{self.year:04d}" if self.year > 0 else f"BC{-self.year:04d}"
        if self.long:
            return text[: -1 if self.long == "DE" else -2]
        for number in (self.month, self.day):
            text += f"-{number:02d}" if number else ""
        return text + (f"-{self.code}" if self.code else "") + (f"T{self.part}" if self.part else "")

    @property
    def bounds(self) -> tuple[date, date] | None:
        """First and last day; None before Christ."""
        if self.year < 1 or self.year > 9990:
            return None
        if self.day and self.month:
            day = date(self.year, self.month, self.day)
            return day, day
        if self.grain in ("W", "WE"):
            monday = date.fromisocalendar(self.year, int(self.code[1:3]), 1)
            return (monday + timedelta(5), monday + timedelta(6)) if self.grain == "WE" else (monday, monday + timedelta(6))
        first, months = self._months()
        last = _month_index(first) + months - 1
        return date(self.year, first.month, 1), date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])

    def _months(self) -> tuple[date, int]:
        grain = self.grain
        if grain == "M":
            return date(self.year, self.month or 1, 1), 1
        if grain == "Q":
            return date(self.year, 3 * int(self.code[1]) - 2, 1), 3
        if grain == "H":
            return date(self.year, 6 * int(self.code[1]) - 5, 1), 6
        if grain == "S":
            return date(self.year, SEASON_MONTHS[self.code], 1), 3
        return date(self.year, 1, 1), {"Y": 12, "DE": 120, "CE": 1200}[grain]

    @property
    def some_day(self) -> date | None:
        """The first day, to reckon from."""
        return self.bounds[0] if self.bounds else None

    def at(self, part: str) -> Point:
        """The same day at a time or part of day."""
        return replace(self, part=part)


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def day_point(day: date) -> Point:
    """A day."""
    return Point(day.year, day.month, day.day)


def valid(year: int, month: int, day: int | None) -> bool:
    """Whether the calendar has this day; years before Christ are taken as common ones."""
    return 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(year if year > 0 else 2001, month)[1])


def containing(day: date, grain: str) -> Point:
    """The stretch of the given grain that holds `day`."""
    if grain == "W":
        year, week, _ = day.isocalendar()
        return Point(year, code=f"W{week:02d}")
    if grain == "WE":
        return replace(containing(day, "W"), code=containing(day, "W").code + "-WE")
    if grain == "Q":
        return Point(day.year, code=f"Q{(day.month + 2) // 3}")
    if grain == "H":
        return Point(day.year, code=f"H{1 if day.month < 7 else 2}")
    if grain == "DE":
        return Point(day.year // 10 * 10, long="DE")
    if grain == "CE":
        return Point(day.year // 100 * 100, long="CE")
    return Point(day.year, day.month if grain in ("M", "D") else None, day.day if grain == "D" else None)


def moved(day: date, by: int, unit: str) -> date | None:
    """`day` moved by units of D, W, FN, M, Q, Y, DE, CE, WE; the day of the month is cut to the month's length."""
    days = {"D": 1, "NIGHT": 1, "W": 7, "WE": 7, "FN": 14}
    try:
        if unit in days:
            return day + timedelta(days[unit] * by)
        index = _month_index(day) + {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit] * by
        year, month = index // 12, index % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None
