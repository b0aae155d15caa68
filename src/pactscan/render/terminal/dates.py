"""The dates on the page: each value once, with the words and lines that give it."""

from __future__ import annotations

from rich.text import Text

from pactscan.model import Date, DateRole, DateType
from pactscan.render import palette
from pactscan.render.escape import flowing, visible
from pactscan.render.layout import Page, joined, unknown
from pactscan.render.places import Places

VALUES = 14
"""Cells at least for the column of values."""


def add_dates(page: Page, dates: tuple[Date, ...], places: Places) -> None:
    """Dates, times and durations; ``now`` and recurring times (JSON has them) are left out."""
    shown = [date for date in dates if date.type is not DateType.SET and date.value != "PRESENT_REF"]
    if not shown:
        page.nothing("DATES", "none found")
        return
    page.heading("DATES", str(len(shown)))
    rows = [(_value(same[0]), _words(same, places)) for same in _alike(shown)]
    page.columns(rows, narrowest=VALUES)


def _alike(dates: list[Date]) -> list[list[Date]]:
    groups: dict[tuple[str | None, str | None, str | None, DateRole], list[Date]] = {}
    for date in dates:
        groups.setdefault((date.value, date.mod, date.reason, date.role), []).append(date)
    return list(groups.values())


def _value(date: Date) -> Text:
    if date.value is None:
        return unknown("  not resolved")
    return Text("  " + visible(date.value))


def _words(same: list[Date], places: Places) -> Text:
    words = joined(Text.assemble(_quoted(date), (f"  {places(date.mention)}", palette.ASIDE)) for date in same)
    date = same[0]
    beside = [date.mod.lower().replace("_", " ") if date.mod else "", "in a name" if date.role is DateRole.NAME else "", date.reason or ""]
    if any(beside):
        words.append(f" ({'; '.join(flowing(b) for b in beside if b)})")
    return words


def _quoted(date: Date) -> str:
    """``“June 3” to “5”``: the words, and those of the other end of a range."""
    end = f" to “{flowing(date.range_end.text)}”" if date.range_end else ""
    return f"“{flowing(date.mention.text)}”{end}"
