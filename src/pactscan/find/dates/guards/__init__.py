"""Whether a doubtful reading is a time expression: decided by case, neighbours and the parse."""

from __future__ import annotations

from collections.abc import Callable

from pactscan.find.dates.guards import amounts, calendar_names, relations, years
from pactscan.find.dates.guards.place import Place

__all__ = ["Place", "passes"]

GUARDS: dict[str, Callable[[Place], bool]] = {
    "clock": years.clock,
    "current": relations.current,
    "day_month": calendar_names.day_month,
    "decade": years.decade,
    "duration": amounts.duration,
    "era_year": years.era,
    "fiscal_year": years.fiscal_year,
    "frequency": relations.frequency,
    "future": relations.future,
    "holiday": calendar_names.holiday,
    "month": calendar_names.month,
    "month_day": calendar_names.month_day,
    "numeric": years.numeric,
    "past": relations.past,
    "plural_unit": amounts.plural_unit,
    "quarter": years.quarter,
    "quarter_anaphor": years.quarter_anaphor,
    "quarter_code": years.quarter_code,
    "present": relations.present,
    "quarter_century": amounts.quarter_century,
    "relative_unit": relations.relative_unit,
    "reporting_year": relations.reporting_year,
    "season": calendar_names.season,
    "season_adjective": calendar_names.season_adjective,
    "set": amounts.repeated,
    "shift": relations.shift,
    "soon": relations.soon,
    "the_unit": relations.the_unit,
    "weekday": calendar_names.weekday,
    "window_plural": amounts.window_plural,
    "year": years.year,
}


def passes(place: Place) -> bool:
    """Whether the guard of the reading's rule, if it has one, lets it pass."""
    if place.is_title and not (place.part("season") and place.part("year")):
        return False
    name = place.reading.rule.rule.guard
    return name is None or GUARDS[name](place)
