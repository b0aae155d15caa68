"""Days as stamps and forms write them: 08JUN2021, 14/Dec/2014, Dec-14-2014. The grammar finds them, dateparser reads them."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from pactscan.resolve.dates.context import Outcome
from pactscan.resolve.dates.points import Point

if TYPE_CHECKING:
    from pactscan.resolve.dates.context import Case

_BASE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001  dateparser falls back on today unless it is given another day
_SETTINGS = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "RELATIVE_BASE": _BASE}


def stamp(case: Case) -> Outcome:
    """The day of a stamp; dropped when the calendar does not have it."""
    found = _reader().get_date_data(case.parts["stamp"])
    if found.date_obj is None or found.period != "day":
        return Outcome("DATE", drop=True)
    return Outcome("DATE", Point(found.date_obj.year, found.date_obj.month, found.date_obj.day))


@cache
def _reader() -> Any:
    from dateparser.date import DateDataParser  # a tenth of a second, for something that most articles do not hold

    return DateDataParser(languages=["en"], settings=_SETTINGS)
