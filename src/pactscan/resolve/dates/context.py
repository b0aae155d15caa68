"""What a resolver remembers on its way through an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pactscan.lexicon.dates import guard_words
from pactscan.resolve.dates.points import Point
from pactscan.resolve.dates.tense import Tense, tense_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Token  # the Doc type

NO_DATE = "relative, and the article does not tell when it was published"
_COARSENESS = {"D": 0, "NIGHT": 0, "W": 1, "WE": 1, "FN": 1, "M": 2, "S": 3, "Q": 3, "H": 4, "Y": 5, "DE": 6, "CE": 7, "ML": 8}
"""Rank of grains and units; what is reckoned from a date is never finer than the date."""

_FAR = 6
"""Months back in a story after which the next year is meant; as many ahead, and the year before is."""

_NEARBY = 60
"""Characters within which a story goes on in order."""

NO_SUCH_DAY = "the calendar has no such day"
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

    def running_year(self, month: int) -> int | None:
        """The year that brings the month nearest to the last date told; a year by itself holds all its months."""
        if self.last is None:
            return None
        told = self.last.month
        if told is None or self.last.grain not in ("M", "D"):
            return self.last.year
        if told - month > _FAR:
            return self.last.year + 1
        return self.last.year - 1 if month - told > _FAR and self.at - self.last_at > _NEARBY else self.last.year
