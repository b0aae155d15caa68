"""Dates of agreements at different grain (``2023``, ``2023-05``, ``2023-05-22``), and how far they lie apart."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

Span = tuple[int, int]
"""First and last day, as ordinals."""


def fits(left: str, right: str) -> bool:
    """Whether two values are one at different grain."""
    return left == right or left.startswith(f"{right}-") or right.startswith(f"{left}-")


@lru_cache(maxsize=65_536)
def span(value: str) -> Span | None:
    """The days that ``YYYY[-MM[-DD]]`` covers; None for what the calendar has not."""
    try:
        year, month, day = (int(part) if part else 0 for part in (value + "--").split("-")[:3])
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def apart(left: Span, right: Span) -> int:
    """Days between the nearest days of two spans; 0 where they overlap."""
    return max(0, right[0] - left[1], left[0] - right[1])


def nearest(left: Iterable[Span], right: Iterable[Span]) -> int | None:
    """Days between the nearest of two sets of spans; None when one of them is empty."""
    right = tuple(right)
    return min((apart(a, b) for a in left for b in right), default=None)


def days_of(value: str | None) -> tuple[str | None, str | None]:
    """First and last day of ``YYYY[-MM[-DD]]`` as ``YYYY-MM-DD``; None for what is no date."""
    days = span(value) if value else None
    return (date.fromordinal(days[0]).isoformat(), date.fromordinal(days[1]).isoformat()) if days else (None, None)
