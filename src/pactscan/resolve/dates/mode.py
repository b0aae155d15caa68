"""News or narrative: whether dates without a year are reckoned from the day of writing or from the date told last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactscan.marks.dates import DateMark

_EXPLICIT = {"month_day", "day_month", "month_year", "year", "era_year", "decade", "century"}
_DEICTIC = {"dayword", "weekday", "relative_unit", "part_of_day", "shift", "tonight", "quarter", "quarter_anaphor", "present"}
_ENOUGH = 8
"""Explicit years that a narrative has at least."""


def is_narrative(marks: tuple[DateMark, ...]) -> bool:
    """Whether most time expressions name their year and few point to the day of writing."""
    years = sum(m.rule in _EXPLICIT and ("year" in m.parts or "spoken" in m.parts) for m in marks)
    deictic = sum(m.rule in _DEICTIC for m in marks)
    return years >= _ENOUGH and years > 1.5 * deictic
