"""Items in the order of the text, whatever order a report was saved in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from pactscan.diffmodel import DiffItem, Passage
from pactscan.model import Actor, Agreement, Country, Date, Mention, Quote, Report

Thing = Actor | Agreement | Country | Date | Quote | Passage
_T = TypeVar("_T", Actor, Agreement, Country, Date, Quote)


def mentions_of(thing: Thing) -> tuple[Mention, ...]:
    """Where a thing stands in its article."""
    if isinstance(thing, Date):
        return (thing.mention,)
    return thing.spans if isinstance(thing, Quote) else thing.mentions


def first_offset(thing: Thing) -> int:
    """Where a thing is first mentioned; 0 when the report does not say."""
    return min((mention.start for mention in mentions_of(thing)), default=0)


def ordered(report: Report) -> Report:
    """The report with its items in the order of the text."""
    return replace(
        report,
        actors=_sorted(report.actors),
        countries=_sorted(report.countries),
        dates=_sorted(report.dates),
        quotes=_sorted(report.quotes),
        agreements=_sorted(report.agreements),
    )


def _sorted(things: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(sorted(things, key=lambda thing: (first_offset(thing), repr(thing))))


def in_reading_order(items: Iterable[DiffItem]) -> tuple[DiffItem, ...]:
    """Pairs and left items in the order of the left text, then right items in that of the right."""
    return tuple(sorted(items, key=_place))


def _place(item: DiffItem) -> tuple[bool, int, str, str]:
    shown = item.left if item.left is not None else item.right
    return item.left is None, first_offset(shown) if shown is not None else 0, repr(item.left), repr(item.right)
