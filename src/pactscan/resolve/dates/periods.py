"""Quarters, halves and fiscal years."""

from __future__ import annotations

import re

from pactscan.resolve.dates.calendar_dates import anaphoric_year, written_year
from pactscan.resolve.dates.context import NO_DATE, Case, Outcome
from pactscan.resolve.dates.numbers import ordinal_of
from pactscan.resolve.dates.points import Point, containing, moved
from pactscan.resolve.dates.tense import Tense

_LAST = {"final": 4, "last": 4, "latter": 2}


def quarter(case: Case) -> Outcome:
    """The third quarter, with its year or the latest one begun."""
    parts, context = case.parts, case.context
    number = int(parts["code"][1]) if "code" in parts else _LAST[parts["nth"]] if parts["nth"] in _LAST else ordinal_of(parts["nth"]) or 1
    code = f"{'H' if parts.get('unit') == 'half' else 'Q'}{number}"
    if code[0] == "H" and number > 2:
        return Outcome("DATE", drop=True)
    year = written_year(parts, context)
    words = parts.get("rel", "") + " " + parts.get("yearrel", "")
    if year is None and words.strip() and words.split()[0] in ("this", "last", "next", "that", "same", "the"):
        year = anaphoric_year(words, context)
    if year is None:
        year = _latest_begun(code, case)
    if year is None:
        return Outcome("DATE", reason=NO_DATE)
    if "ago" in words or "earlier" in words or "prior" in words:
        year -= 1
    return Outcome("DATE", Point(year, code=code))


def _latest_begun(code: str, case: Case) -> int | None:
    now = case.context.now("Y")
    if now is None:
        return None
    this = Point(now.year, code=code)
    begun = this.bounds is not None and this.bounds[0] <= now
    return now.year if begun or case.tense is Tense.FUTURE else now.year - 1


def quarter_anaphor(case: Case) -> Outcome:
    """The latest quarter, the year-ago period, the 1988 period: the quarter named last."""
    parts, context = case.parts, case.context
    how, year = parts.get("how", ""), written_year(parts, context)
    last = context.last_quarter
    if last is None:
        if parts["unit"] == "period" or context.written is None or year is not None:
            return Outcome("DATE", drop=True)
        day = moved(context.written, -1, "Q") if how == "latest" else context.written
        return Outcome("DATE", containing(day, "Q")) if day else Outcome("DATE", drop=True)
    if year is not None:
        return Outcome("DATE", Point(year, code=last.code), moves=False)
    back = re.search(r"ago|earlier|last year", how + " " + parts.get("back", ""))
    return Outcome("DATE", Point(last.year - 1, code=last.code) if back else last, moves=not back)


def fiscal_year(case: Case) -> Outcome:
    """Fiscal 1989, this fiscal year; "the fiscal year" by itself is a length."""
    parts, context = case.parts, case.context
    year, rel = written_year(parts, context), parts.get("rel", "")
    if year is not None:
        return Outcome("DATE", Point(year), moves=False)
    if not rel:
        return Outcome("DURATION", value="P1Y")
    by = -1 if rel in ("last", "previous", "past") else 1 if rel in ("next", "coming") else 0
    day = moved(now, by, "Y") if (now := context.now("Y")) else None
    return Outcome("DATE", containing(day, "Y")) if day else Outcome("DATE", reason=NO_DATE)
