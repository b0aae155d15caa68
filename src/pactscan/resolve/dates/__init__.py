"""Values of time expressions: the marks are walked in the order of the text with a context that remembers the dates told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal

from pactscan.model import Date, DateRole, DateType
from pactscan.resolve.dates import calendar_dates, clock_times, lengths, periods, relative_dates, stamps
from pactscan.resolve.dates.context import Case, Context, Outcome
from pactscan.resolve.dates.mode import is_narrative
from pactscan.resolve.dates.modifiers import mod_of
from pactscan.resolve.dates.numeric import order_by_evidence

if TYPE_CHECKING:
    from spacy.tokens import Token  # the Doc type

    from pactscan.marks import MarkedArticle
    from pactscan.marks.dates import DateMark

Mode = Literal["auto", "news", "narrative"]
DateOrder = Literal["DMY", "MDY", "YMD"]
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
"""Years of publication to reckon from; at the ends of the calendar there is no year before or after."""

Kind = Callable[[Case], Outcome]

KINDS: dict[str, Kind] = {
    "ago_adjective": relative_dates.ago_adjective,
    "calendar": calendar_dates.calendar,
    "century": calendar_dates.century,
    "clock": clock_times.clock,
    "dayword": relative_dates.dayword,
    "decade": calendar_dates.decade,
    "duration": lengths.duration,
    "fiscal_year": periods.fiscal_year,
    "fixed": lengths.fixed,
    "frequency": lengths.frequency,
    "holiday": calendar_dates.holiday,
    "month": calendar_dates.month,
    "numeric": calendar_dates.numeric,
    "part_of_date": relative_dates.part_of_date,
    "part_of_day": relative_dates.part_of_day,
    "quarter": periods.quarter,
    "quarter_anaphor": periods.quarter_anaphor,
    "relative_unit": relative_dates.relative_unit,
    "reporting_year": lengths.duration,
    "season": calendar_dates.season,
    "set": lengths.repeated,
    "shift": relative_dates.shift,
    "soon": lengths.soon,
    "stamp": stamps.stamp,
    "the_unit": relative_dates.the_unit,
    "tonight": relative_dates.tonight,
    "unit_before": relative_dates.unit_before,
    "weekday": relative_dates.weekday,
    "weekdays_set": lengths.weekdays_set,
    "year": calendar_dates.year,
    "year_end": relative_dates.year_end,
}


def resolve_dates(
    marked: MarkedArticle, marks: tuple[DateMark, ...], *, mode: Mode = "auto", date_order: DateOrder | None = None
) -> tuple[Date, ...]:
    """TIMEX3 type and value of each mark, against the article's publication date or, in a narrative, the date told last.

    `date_order` says which of "3/4/2021" is the day; without it the article's other dates decide, or it stays unresolved.
    """
    context = _context(marked, marks, mode, date_order)
    dates: dict[int, Date] = {}
    for mark in marks:
        context.at = mark.start
        outcome = KINDS[mark.kind](Case(mark.parts, context, partial(_root, marked, mark)))
        if not outcome.drop:
            context.saw(outcome)
            dates[mark.start] = _date(marked, mark, outcome)
    ends = {mark.start: dates[mark.until].mention for mark in marks if mark.until in dates}
    return tuple(replace(date, range_end=ends[start]) if start in ends else date for start, date in dates.items())


def _root(marked: MarkedArticle, mark: DateMark) -> Token:
    return marked.span(mark.start, mark.end).root


def _context(marked: MarkedArticle, marks: tuple[DateMark, ...], mode: Mode, date_order: DateOrder | None) -> Context:
    order = date_order or order_by_evidence(mark.parts["numeric"] for mark in marks if "numeric" in mark.parts)
    narrative = is_narrative(marks) if mode == "auto" else mode == "narrative"
    return Context(_day_of_writing(marked.article.published), narrative, order)


def _day_of_writing(published: str | None) -> date | None:
    day = date.fromisoformat(published) if published else None
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _date(marked: MarkedArticle, mark: DateMark, outcome: Outcome) -> Date:
    point = outcome.point
    bounds = point.bounds if point else None
    value = point.value if point else outcome.value
    return Date(
        type=DateType(outcome.type),
        value=value,
        mention=marked.mention(mark.start, mark.end),
        mod=outcome.mod or mod_of(mark.parts),
        earliest=bounds[0].isoformat() if bounds else None,
        latest=bounds[1].isoformat() if bounds else None,
        role=DateRole.NAME if mark.parts.get("role") == "name" else DateRole.EVENT,
        reason=outcome.reason if value is None else None,
    )
