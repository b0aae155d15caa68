"""Counts and dates in words."""

from __future__ import annotations

from pactscan.askmodel import PartyName, TimelineRow
from pactscan.lexicon.countries import countries
from pactscan.render.page.layers import spaced
from pactscan.render.page.markup import Html, element, join


def counted(number: int, one: str, several: str = "") -> str:
    """``1 story``, ``1,204 stories``."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def stories(number: int) -> str:
    """How many stories."""
    return counted(number, "story", "stories")


def left_out(shown: int, total: int, what: str, *how: str | Html) -> Html | None:
    """Says that a list is cut, and how to get the rest; None when it is not."""
    if shown >= total:
        return None
    return element("p", f"Shown: {what} {shown:,} of {total:,}. ", *how, class_="left-out")


def command(words: str) -> Html:
    """A command, or an option of one, as it is typed."""
    return element("code", words)


def date_of(row: TimelineRow) -> str:
    """``signed 2024-03-12``; ``reported 2024-03-14`` when no date is told."""
    if row.date:
        return f"{spaced(row.date_kind or '')} {row.date}".strip()
    return f"reported {row.reported}" if row.reported else "no date told"


def status_and_date(row: TimelineRow) -> str:
    """What follows the status of a row: `` 2024-03-12`` where that is its date, else `` · reported 2024-03-14``."""
    return f" {row.date}" if row.date and row.date_kind == row.status else f" · {date_of(row)}"


def parties(row: TimelineRow) -> Html:
    """Parties by name, with their codes."""
    return join((_party(party) for party in row.parties), ", ") if row.parties else element("span", "not stated", class_="aside")


def _party(party: PartyName) -> Html:
    name = name_of(party.code, party.name)
    code = element("abbr", party.code) if party.code and party.code != name else None
    return join([element("span", name), " " if code else None, code])


def name_of(code: str | None, name: str) -> str:
    """What a party is called: a country by its name in the tables, however articles put it; others as articles do."""
    country = countries().get(code or "")
    return country.name if country else name
