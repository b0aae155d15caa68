"""Dates in file names and record ids: ``2021-06-08``, ``20210608``, ``nyt_20130321_``, ``2021/06/08/``, ``WSJ900813-0157``."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pactscan.read.days import CENTURY_TURN, days_in, existing

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDERS = re.compile(r"(?:^|[/\\])((?:19|20)\d\d)[/\\](\d\d)[/\\](\d\d)[/\\][^/\\]*$")
_FIGURES = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d|[-_.]\d\d(?!\d))"
    r"|(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)T?[0-2]\d[0-5]\d(?:[0-5]\d)?(?!\d)"
)
_ARCHIVE = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,5}(\d\d)(\d\d)(\d\d)[-.]\d{4}(?!\d)")
_EDGES = re.compile(r"[_+]")


def day_in_name(name: str | None) -> date | None:
    """The one day that a file name, or the folders right above it, holds; None when it holds none or several."""
    days = set(_days(name or ""))
    return days.pop() if len(days) == 1 else None


def _days(name: str) -> Iterator[date]:
    folders = _FOLDERS.search(name)
    if folders:
        yield from _real(folders[1], folders[2], folders[3])
    last = re.split(r"[/\\]", name)[-1]
    for match in _FIGURES.finditer(last):
        yield from _real(*(match.group(1, 3, 4) if match[1] else match.group(5, 6, 7)))
    for match in _ARCHIVE.finditer(last):
        yield from _real(_full_year(match[1]), match[2], match[3])
    for day in days_in(_EDGES.sub(" ", last)):
        if day.year and day.iso:
            yield date.fromisoformat(day.iso)


def _full_year(figures: str) -> str:
    return f"{20 if int(figures) < CENTURY_TURN else 19}{figures}"


def _real(year: str, month: str, day: str) -> Iterator[date]:
    parts = int(year), int(month), int(day)
    if existing(*parts):
        yield date(*parts)
