"""What a resolver remembers on its way through an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pactscan.lexicon.dates import guard_words
from pactscan.resolve.dates.points import Point, valid
from pactscan.resolve.dates.tense import Tense, tense_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Token  # the Doc type

NO_DATE = "relative, and the article does not tell when it was published"
_AHEAD = 45
"""Days that a date ahead, half a year or so away, counts as further than one as far back."""

_CLOSE = 30
"""Days within which a day of a month is the nearest one, whatever the tense."""

_COARSENESS = {"D": 0, "NIGHT": 0, "W": 1, "WE": 1, "FN": 1, "M": 2, "S": 3, "Q": 3, "H": 4, "Y": 5, "DE": 6, "CE": 7, "ML": 8}
"""Rank of grains and units; what is reckoned from a date is never finer than the date."""

_FAR = 6
"""Months back in a story after which the next year is meant; as many ahead, and the year before is."""

_NEARBY = 60
"""Characters within which a story goes on in order."""

NO_ANCHOR = "relative to a date that the text does not settle"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a mark means: a `point` of the calendar, or a `value` that is none (P3M, PAST_REF), or neither and a `reason`."""

    type: str
    point: Point | None = None
    value: str | None = None
    reason: str | None = None
    mod: str | None = None
    moves: bool = True
    """Whether later expressions are reckoned from this one."""
    drop: bool = False
    """No time expression after all."""


@dataclass(slots=True)
class Case:
    """A mark to be resolved: its parts, the context it stands in, and the token that starts it."""

    parts: Mapping[str, str]
    context: Context
    token: Callable[[], Token]

    @property
    def tense(self) -> Tense:
        """Of the clause, or of the word right before ("ended", "since"); looked up only where it decides."""
        bound, tense = self.bound, tense_of(self.token())
        return tense if bound is None or (bound is Tense.FUTURE and tense is Tense.PAST) else bound

    @property
    def bound(self) -> Tense | None:
        """What the word right before says: what ended or holds since a day looks back."""
        first = self.token().left_edge
        before = first.nbor(-1).lower_ if first.i else ""
        if before in guard_words("past_before"):
            return Tense.PAST
        return Tense.FUTURE if before in guard_words("future_before") else None

    def with_parts(self, parts: Mapping[str, str]) -> Case:
        """The same place read as other words."""
        return Case(parts, self.context, self.token)


@dataclass(slots=True)
class Context:
    """`written` is the day of writing, None when unknown; `narrative` turns the anchor from it to the last date told."""

    written: date | None
    narrative: bool
    date_order: str | None = None
    """DMY, MDY or YMD; None where neither an option nor the article tells."""
    last: Point | None = None
    last_quarter: Point | None = None
    quarter_at: int = -10_000
    last_at: int = 0
    at: int = 0

    def saw(self, outcome: Outcome) -> None:
        """Remember a resolved date as the anchor of later ones."""
        point = outcome.point
        if point is None or not outcome.moves:
            return
        if point.grain == "Q":
            self.last_quarter, self.quarter_at = point, self.at
        if point.grain not in ("DE", "CE"):
            self.last, self.last_at = point, self.at

    def now(self, unit: str) -> date | None:
        """The day that "this week" is reckoned from: in a narrative the last date told, else the day of writing."""
        return self.anchor(unit) if self.narrative else self.written

    def anchor(self, unit: str) -> date | None:
        """The day that "two days later" is reckoned from: the last date told, else the day of writing.

        None where that date is coarser than `unit`: a day after 1990 is no day of the calendar.
        """
        if self.last is None:
            return None if self.narrative else self.written
        return self.last.some_day if _COARSENESS[self.last.grain] <= _COARSENESS[unit] else None

    def year_for(self, month: int, day: int | None, case: Case) -> int | None:
        """The year of a month, or of a day of a month, that stands without one."""
        if self.narrative:
            return self._running_year(month)
        if self.written is None:
            return None
        years = [y for y in (self.written.year - 1, self.written.year, self.written.year + 1) if valid(y, month, day)]
        distance = {y: self._distance(date(y, month, day or 15)) for y in years}
        if day is None:
            return self._by_tense(month, case.tense, distance)
        if case.bound is Tense.PAST:
            years = [y for y in years if date(y, month, day) <= self.written]
        else:
            near = min(years, key=lambda y: (distance[y], y))
            if distance[near] > _CLOSE and case.tense is Tense.FUTURE:
                years = [y for y in years if date(y, month, day) >= self.written]
        return min(years, key=lambda y: (distance[y], y), default=None)

    def _distance(self, day: date) -> int:
        """Days from the day of writing; news looks back rather than ahead, so what is ahead counts as further."""
        assert self.written is not None  # noqa: S101  (for the type checker)
        days = (day - self.written).days
        return -days if days < 0 else days + (_AHEAD if days > _AHEAD else 0)

    def _by_tense(self, month: int, tense: Tense, distance: dict[int, int]) -> int:
        assert self.written is not None  # noqa: S101  (for the type checker)
        nearest = min(distance, key=lambda y: (distance[y], y))
        here = (self.written.year, self.written.month)
        if tense is Tense.PAST and (nearest, month) > here:
            return nearest - 1
        if tense is Tense.FUTURE and (nearest, month) < here and distance[nearest] > 62:
            return nearest + 1
        return nearest

    def _running_year(self, month: int) -> int | None:
        """The year that brings the month nearest to the last date told; a year by itself holds all its months."""
        if self.last is None:
            return None
        told = self.last.month
        if told is None or self.last.grain not in ("M", "D"):
            return self.last.year
        if told - month > _FAR:
            return self.last.year + 1
        return self.last.year - 1 if month - told > _FAR and self.at - self.last_at > _NEARBY else self.last.year
