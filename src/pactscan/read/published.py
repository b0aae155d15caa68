"""The publication date: from the option, the metadata, a header line, a dated dateline or the file name; never from a clock.

A dateline without a year takes it from the file name, or from the only full date in the text that lies near it.
"""

from __future__ import annotations

import re
from datetime import date

from pactscan.model import PublishedFrom, Zone, ZoneKind
from pactscan.read.days import Day, days_in, existing, first_day
from pactscan.read.names import day_in_name
from pactscan.read.zones.headers import StatedDay, stated_days

NEAR = 60
"""Days between a dateline and the full date in the text that lends it its year."""
_ISO_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])")


def publication_date(
    text: str, zones: tuple[Zone, ...], *, option: str | None = None, metadata: str | None = None, name: str | None = None
) -> tuple[str | None, PublishedFrom | None]:
    """The day ``YYYY-MM-DD`` and where it was found; earlier members of `PublishedFrom` win."""
    named = day_in_name(name)
    found = {
        PublishedFrom.OPTION: option,
        PublishedFrom.METADATA: iso_day(metadata) or _whole_day(metadata),
        PublishedFrom.HEADER: _in_header(text, zones, named),
        PublishedFrom.DATELINE: _in_dateline(text, zones, named),
        PublishedFrom.FILENAME: named.isoformat() if named else None,
    }
    return next(((day, where) for where, day in found.items() if day), (None, None))


def iso_day(stated: str | None) -> str | None:
    """The day that an ISO 8601 date or time begins with, as written: an offset does not move it."""
    match = _ISO_DAY.match(stated or "")
    if not match:
        return None
    year, month, day = map(int, match.groups())
    return date(year, month, day).isoformat() if existing(year, month, day) else None


def _whole_day(stated: str | None) -> str | None:
    day = first_day(stated or "")
    return day.iso if day else None


def _in_header(text: str, zones: tuple[Zone, ...], named: date | None) -> str | None:
    stated = [found for zone in zones for found in _stated(text, zone)]
    days = [_with_year(found.day, text, named) for found in sorted(stated, key=_is_update)]
    return next((day for day in days if day), None)


def _stated(text: str, zone: Zone) -> list[StatedDay]:
    line = text[zone.start : zone.end]
    if zone.kind is ZoneKind.HEADER:
        return stated_days(line)
    day = first_day(line) if zone.kind is ZoneKind.BYLINE else None
    return [StatedDay(day, updated=False)] if day else []


def _is_update(found: StatedDay) -> bool:
    return found.updated


def lacks_year(text: str, zones: tuple[Zone, ...]) -> bool:
    """Whether a dateline states month and day only."""
    days = [first_day(text, zone.start, zone.end) for zone in zones if zone.kind is ZoneKind.DATELINE]
    return any(day and day.year is None for day in days)


def _in_dateline(text: str, zones: tuple[Zone, ...], named: date | None) -> str | None:
    for zone in zones:
        if zone.kind is ZoneKind.DATELINE:
            day = first_day(text, zone.start, zone.end)
            return _with_year(day, text, named) if day else None
    return None


def _with_year(day: Day, text: str, named: date | None) -> str | None:
    if day.year is not None:
        return day.iso
    near = [named] if named else [date.fromisoformat(d.iso) for d in days_in(text) if d.iso]
    years = {year for other in near for year in (other.year - 1, other.year, other.year + 1) if _within(day, year, other)}
    (year,) = years if len(years) == 1 else (None,)
    return date(year, day.month, day.day).isoformat() if year else None


def _within(day: Day, year: int, other: date) -> bool:
    return existing(year, day.month, day.day) and abs((date(year, day.month, day.day) - other).days) <= NEAR
