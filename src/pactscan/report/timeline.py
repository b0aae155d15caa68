"""The timeline as a picture: a row for each agreement, a sign for each thing that happened to it, on one scale of time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pactscan.askmodel import AgreementAnswer, StatusFact, Timeline, TimelineRow
from pactscan.model import AgreementStatus
from pactscan.render.page.layers import spaced
from pactscan.render.page.markup import Html, element, join
from pactscan.render.standing import tone
from pactscan.report.agreements import record
from pactscan.report.parts import none, part
from pactscan.report.words import left_out, status_and_date, stories

ROWS = 50
"""Agreements in the picture, the newest."""
TICKS = 6
"""Ticks of the scale at most."""
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""Months between ticks."""
EDGE = 8
"""Per cent of the width, from either end, in which a tick's words would stand outside."""
EARLY = 15
"""Per cent of what happened that may stand at the left edge, where that at least doubles the scale."""
INSET = 2.0
ROOM = 13.0
"""Per cent of the width left at either end; at the left where the years of what lies before stand there."""


class Event(NamedTuple):
    """Something that happened to an agreement."""

    day: int
    """Proleptic Gregorian ordinal; the middle of a month or year that is told without a day."""
    status: AgreementStatus
    told: str


class Scale:
    """From days to per cent of the width, with room at the left where something lies before its first day."""

    def __init__(self, first: int, last: int, *, earlier: bool = False) -> None:
        self.first, self.last = first, max(last, first + 1)
        self._start = ROOM if earlier else INSET

    def at(self, day: int) -> float:
        """Per cent from the left."""
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return round(self._start + share * (100 - self._start - INSET), 2)

    def ticks(self) -> list[tuple[float, str]]:
        """Where the ticks stand, and their years or months."""
        first, last = datetime.date.fromordinal(self.first), datetime.date.fromordinal(self.last)
        months = (last.year - first.year) * 12 + last.month - first.month
        step = next((step for step in _STEPS if months // step <= TICKS), _STEPS[-1])
        start = (first.year * 12 + first.month - 1) // step * step
        marks = [month for month in range(start, last.year * 12 + last.month, step) if month >= 12]
        days = [datetime.date(month // 12, month % 12 + 1, 1) for month in marks]
        shown = [day for day in days if day.toordinal() >= self.first]
        return [(self.at(day.toordinal()), f"{day.year}" if step >= 12 else f"{day.year}-{day.month:02}") for day in shown]


def middle(value: str) -> int | None:
    """The day in the middle of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for what is no date of the calendar."""
    parts = value.split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= len(parts) <= 3:
        return None
    year, month, day = (*map(int, parts), *(6, 15)[len(parts) - 1 :]) if len(parts) < 3 else map(int, parts)
    try:
        return datetime.date(year, month, day).toordinal()
    except ValueError:
        return None


def section(
    timeline: Timeline, details: Mapping[str, AgreementAnswer], known: frozenset[str], published: tuple[str | None, str | None]
) -> Html:
    """The picture. Agreements that are only referred to have no row in it."""
    told = [(row, _events(row, details.get(row.id))) for row in timeline.rows if row.status is not AgreementStatus.REFERENCED]
    drawn = [(row, events) for row, events in told if events][:ROWS][::-1]
    if not drawn:
        return part("timeline", "Timeline", none("No agreement with a date."))
    scale = _scale([event.day for _, events in drawn for event in events], published)
    rows = [_row(row, events, scale, known) for row, events in drawn]
    axis = element("div", element("span"), _axis(scale), class_="axis", aria_hidden="true")
    cut = left_out(len(drawn), timeline.total, "the newest agreements of which more is told than that they exist,")
    return part("timeline", "Timeline", _legend(), axis, element("ol", *rows, class_="rows"), cut)


def _events(row: TimelineRow, answer: AgreementAnswer | None) -> list[Event]:
    """What is told of it, each once, in order of days."""
    found: dict[tuple[int, AgreementStatus], Event] = {}
    for status, told in [*_of_history(answer.history if answer else ()), (row.status, row.date or row.reported)]:
        day = middle(told) if told else None
        if day is not None and told and status is not AgreementStatus.REFERENCED:
            found.setdefault((day, status), Event(day, status, told))
    return sorted(found.values())


def _of_history(history: tuple[StatusFact, ...]) -> Iterator[tuple[AgreementStatus, str | None]]:
    for fact in history:
        yield fact.status, fact.date or fact.published


def _scale(days: list[int], published: tuple[str | None, str | None]) -> Scale:
    """Over what happened; a few things long before, or long after the last article, stand at the edge, so as not to press the rest."""
    days = sorted(days)
    first, last = days[0], days[-1]
    if published[0] and published[1]:
        opening, closing = middle(published[0]) or first, middle(published[1]) or last
        last = min(last, closing + max(366, closing - opening))
    most = days[len(days) * EARLY // 100]
    if last - most < (last - first) / 2:
        first = most
    first = min(first, last)
    return Scale(first, last, earlier=days[0] < first)


def _axis(scale: Scale) -> Html:
    marks = [element("text", label, x=f"{x}%", y="14", class_=_held(x)) for x, label in scale.ticks()]
    return element("svg", *marks, class_="ticks", width="100%", height="20")


def _held(x: float) -> str | None:
    """How a tick's words are held at it: at an edge not by their middle, which would put them outside."""
    return "start" if x < EDGE else "end" if x > 100 - EDGE else None


def _row(row: TimelineRow, events: list[Event], scale: Scale, known: frozenset[str]) -> Html:
    status = element("b", spaced(row.status), class_=tone(row.status))
    told = element("span", status, f"{status_and_date(row)} · {stories(row.stories)}", class_="told")
    return element("li", element("div", record(row.id, row.name, known), " ", told), _track(events, scale))


def _track(events: list[Event], scale: Scale) -> Html:
    grid = [element("line", x1=f"{x}%", x2=f"{x}%", y1="0", y2="100%", class_="grid") for x, _ in scale.ticks()]
    ends = scale.at(events[0].day), scale.at(events[-1].day)
    life = element("line", x1=f"{ends[0]}%", x2=f"{ends[1]}%", y1="50%", y2="50%", class_="life") if ends[0] < ends[1] else None
    signs = [_sign(event, scale) for event in events]
    words = "; ".join(f"{spaced(event.status)} {event.told}" for event in events)
    return element("svg", element("title", words), *grid, life, *signs, class_="track", width="100%", height="28", role="img")


def _sign(event: Event, scale: Scale) -> Html:
    """A ring for what is planned, a disc for what is done, a cross for what is broken off; an arrow for what came long before."""
    x = scale.at(event.day)
    if event.day < scale.first:
        return element("text", f"‹ {event.told[:4]}", x="0", y="19", class_=f"early {tone(event.status)}")
    kind = tone(event.status)
    if kind == "broken":
        return element("svg", Html('<path d="M-5-5 5 5M5-5-5 5"/>'), x=f"{x}%", y="50%", class_="sign broken", overflow="visible")
    return element("circle", cx=f"{x}%", cy="50%", r="5.5", class_=f"sign {kind}")


def _legend() -> Html:
    signs = {
        "planned": ("circle", "proposed, negotiating"),
        "done": ("circle", "agreed, signed, in force …"),
        "broken": ("path", "rejected, left, suspended, ended"),
    }
    keys = [element("li", _key(kind, shape), f" {words}") for kind, (shape, words) in signs.items()]
    return element("ul", *keys, class_="signs")


def _key(kind: str, shape: str) -> Html:
    drawn = Html('<path d="M3 3 13 13M13 3 3 13"/>') if shape == "path" else element("circle", cx="8", cy="8", r="5.5")
    return element("svg", join([drawn]), class_=f"sign {kind}", width="16", height="16", aria_hidden="true")
