"""Dates that name their year, month or day; what is left out comes from the context."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from pactscan.lexicon.dates import holidays, word_values
from pactscan.resolve.dates.context import NO_DATE, NO_SUCH_DAY, Case, Context, Outcome
from pactscan.resolve.dates.holidays import holiday_in
from pactscan.resolve.dates.numbers import ordinal_of, spoken_year
from pactscan.resolve.dates.numeric import numeric_point
from pactscan.resolve.dates.points import Point, containing, valid
from pactscan.resolve.dates.tense import Tense
from pactscan.resolve.dates.unstated_years import year_of

Parts = Mapping[str, str]
_DECADES_FROM = 1900
"""The 1800s are a century; from here on such a number is a decade."""


def month_number(parts: Parts) -> int:
    """1 to 12."""
    name = parts["month"].replace(".", "").strip()
    return int((word_values("MONTH") | word_values("MONTH_ABBR"))[name])


def written_year(parts: Parts, context: Context) -> int | None:
    """The year that the words name, negative before Christ; None when they name none."""
    if "spoken" in parts:
        return spoken_year(parts["spoken"])
    digits = parts.get("year", parts.get("yearafter", "")).lstrip("'’‘` ").replace(",", "")
    if not digits.isdecimal():
        return None
    year = int(digits)
    if parts.get("era", "").upper().startswith("B"):
        return -year
    return _short_year(year, context) if len(digits) == 2 and "era" not in parts else year


def _short_year(year: int, context: Context) -> int:
    """'96 is the year nearest before ten years after the day of writing."""
    limit = (context.written.year if context.written else 2029) + 10
    return limit // 100 * 100 + year - (0 if limit // 100 * 100 + year <= limit else 100)


def anaphoric_year(words: str, context: Context) -> int | None:
    """The year of "of that year", "of last year"."""
    base = context.now("Y") if {"this", "last", "next"} & set(words.split()) else context.anchor("Y")
    last = context.last.year if context.last and base is not context.written else (base.year if base else None)
    if last is None:
        return None
    by = {"last": -1, "previous": -1, "next": 1, "following": 1}
    return last + next((by[w] for w in words.split() if w in by), 0)


def calendar(case: Case) -> Outcome:
    """A month with a day, a year, or both."""
    parts, context = case.parts, case.context
    month, day = month_number(parts), ordinal_of(parts["day"]) if "day" in parts else None
    year = _shared(written_year(parts, context), month, parts)
    if year is None and "anaphor" in parts:
        year = anaphoric_year(parts["anaphor"], context)
    if year is None:
        year = year_of(month, day, case)
    if year is None:
        return Outcome("DATE", reason=NO_SUCH_DAY if case.context.written and not case.context.narrative else NO_DATE)
    if not valid(year, month, day):
        return Outcome("DATE", reason=NO_SUCH_DAY)
    return Outcome("DATE", Point(year, month, day))


def _shared(year: int | None, month: int, parts: Parts) -> int | None:
    """A year shared with a neighbour: "November to March 1945" begins in 1944, "November 1944 to March" ends in 1945."""
    if year is None:
        return None
    if parts.get("before") and month > month_number({"month": parts["before"]}):
        return year - 1
    if parts.get("after") and month < month_number({"month": parts["after"]}):
        return year + 1
    return year


def month(case: Case) -> Outcome:
    """A month by itself, or "last March"."""
    parts, context = case.parts, case.context
    number, rel = month_number(parts), parts.get("rel", "")
    base = context.now("M")
    if rel and base and not {"that", "previous", "following"} & set(rel.split()):
        return Outcome("DATE", Point(base.year + _step(number, base.month, rel), number))
    return calendar(case)


def _step(number: int, now: int, rel: str) -> int:
    """Years from now of "last March": the latest one before this month; "next", the first after; "this", this year's."""
    if "last" in rel or "past" in rel:
        return 0 if number < now else -1
    if "next" in rel or "coming" in rel:
        return 0 if number > now else 1
    return 0


def year(case: Case) -> Outcome:
    """A year by itself, or one before Christ with a month or season."""
    parts, context = case.parts, case.context
    number = written_year(parts, context)
    if not number:
        return Outcome("DATE", drop=True)
    if "season" in parts:
        return Outcome("DATE", Point(number, code=word_values("SEASON")[parts["season"]]))
    return Outcome("DATE", Point(number, month_number(parts) if "month" in parts else None), moves=_moves(parts, context))


def _moves(parts: Parts, context: Context) -> bool:
    """A year mentioned in passing does not turn a story away that is told by months and days."""
    return "passing" not in parts or context.last is None or context.last.grain == "Y"


def decade(case: Case) -> Outcome:
    """The 1990s, the '90s, the nineties, the 470s BC."""
    parts, context = case.parts, case.context
    start = int(word_values("DECADEWORD")[parts["word"]]) if "word" in parts else int(parts["decade"].strip("'’‘` s"))
    if parts.get("era"):
        return Outcome("DATE", Point(-start, long="DE"))
    if start < 100:
        start = _short_year(start, context)
    if start % 100 == 0 and start < _DECADES_FROM:
        return Outcome("DATE", Point(start, long="CE"))
    return Outcome("DATE", Point(start, long="DE"))


def century(case: Case) -> Outcome:
    """The 20th century."""
    nth = ordinal_of(case.parts["nth"])
    if not nth:
        return Outcome("DATE", drop=True)
    number = (nth - 1) * 100
    if case.parts.get("era", "").upper().startswith("B"):
        return Outcome("DATE", Point(-number or -1, long="CE"))
    return Outcome("DATE", Point(number, long="CE"))


def season(case: Case) -> Outcome:
    """A season with its year, or the one nearest to the day of writing."""
    parts, context = case.parts, case.context
    code, year = word_values("SEASON")[parts["season"]], written_year(parts, context)
    if year is None and "yearrel" in parts:
        year = anaphoric_year(parts["yearrel"], context)
    if year is not None:
        return Outcome("DATE", Point(year, code=code))
    if context.narrative:
        return Outcome("DATE", Point(context.last.year, code=code), moves=False) if context.last else Outcome("DATE", reason=NO_DATE)
    if context.written is None:
        return Outcome("DATE", reason=NO_DATE)
    return Outcome("DATE", Point(_season_year(code, parts.get("rel", ""), context, case.tense), code=code))


def _season_year(code: str, rel: str, context: Context, tense: Tense) -> int:
    assert context.written is not None  # noqa: S101  (for the type checker)
    now = context.written
    points = [Point(now.year + by, code=code) for by in (-2, -1, 0, 1)]
    begun = [p for p in points if p.bounds and p.bounds[0] <= now]
    over = [p for p in points if p.bounds and p.bounds[1] < now]
    ahead = [p for p in points if p.bounds and p.bounds[0] > now]
    if "last" in rel or "past" in rel or "previous" in rel:
        return over[-1].year
    if "next" in rel or "coming" in rel or (tense is Tense.FUTURE and "this" not in rel):
        return ahead[0].year
    if "this" in rel:
        return now.year
    return begun[-1].year


def holiday(case: Case) -> Outcome:
    """A holiday in its year, or the one nearest to the day of writing; its week or weekend where that is said."""
    outcome = _holiday(case)
    unit = {"week": "W", "weekend": "WE"}.get(case.parts.get("week", ""))
    if unit and outcome.point and outcome.point.some_day:
        return Outcome("DATE", containing(outcome.point.some_day, unit))
    return outcome


def _holiday(case: Case) -> Outcome:
    parts, context = case.parts, case.context
    rule, year = holidays()[parts["holiday"]], written_year(parts, context)
    if rule.count("-") == 2 and not rule.startswith("easter"):
        return Outcome("DATE", holiday_in(0, rule))
    if year is None and context.narrative and context.last and context.last.year > 0:
        year = context.last.year
    if year is not None:
        return Outcome("DATE", holiday_in(year, rule))
    if context.written is None:
        return Outcome("DATE", reason=NO_DATE)
    written = context.written
    points = [p for by in (-1, 0, 1) if (p := holiday_in(written.year + by, rule))]
    if "last" in parts.get("rel", ""):
        points = [p for p in points if p.some_day and p.some_day < written]
    return Outcome("DATE", min(points, key=lambda p: abs((p.some_day - written).days) if p.some_day else 9999))


def numeric(case: Case) -> Outcome:
    """An ISO date, or digits with dots, slashes or dashes."""
    return numeric_point(case.parts["numeric"], case.context.date_order)


def nearest_weekday(number: int, context: Context, tense: Tense, rel: str) -> Point | None:
    """The day of that weekday: the most recent, today included; ahead where the verb is; past or future where said so."""
    base = context.now("D")
    if base is None:
        return None
    back = (base.isoweekday() - number) % 7
    if rel.startswith("last") or "past" in rel or "previous" in rel:
        day = base - timedelta(back or 7)
    elif rel.startswith(("next", "the next", "the following")) or "coming" in rel or tense is Tense.FUTURE:
        day = base + timedelta((number - base.isoweekday()) % 7 or (7 if rel else 0))
    else:
        day = base - timedelta(back)
    return Point(day.year, day.month, day.day)
