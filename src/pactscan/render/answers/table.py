"""Answers as one flat table each, for spreadsheets and Markdown. Every row ends with where its words stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import NamedTuple

from pactscan.askmodel import (
    Actors,
    AgreementAnswer,
    Answer,
    Conflict,
    Conflicts,
    Countries,
    Found,
    Network,
    News,
    PartyName,
    Passage,
    Said,
    Timeline,
    TimelineRow,
)

Cell = str | int | None
Row = tuple[Cell, ...]

PLACE = ("published", "outlet", "article", "source", "start", "end", "words")
"""The last columns of every table: see `Passage`."""
_TIMELINE = (
    "date",
    "date_kind",
    "status_reported",
    "reported",
    "status",
    "id",
    "name",
    "form",
    "domain",
    "parties",
    "stories",
    "articles",
    "conflicts",
)
_CONFLICTS = ("id", "name", "field", "value", "stories")


class Table(NamedTuple):
    """Names of columns, and rows of as many cells; `numbers` are the columns that hold numbers."""

    names: tuple[str, ...]
    rows: list[Row]

    @property
    def numbers(self) -> frozenset[int]:
        """Columns that hold numbers wherever they hold anything."""
        kinds = [{type(row[n]) for row in self.rows} - {type(None)} for n in range(len(self.names))]
        return frozenset(n for n, found in enumerate(kinds) if found == {int})


@singledispatch
def table(answer: Answer) -> Table:
    """The table of an answer."""
    raise TypeError(type(answer))


def _placed(names: tuple[str, ...], rows: Iterator[tuple[Row, Passage]]) -> Table:
    return Table((*names, *PLACE), [(*row, *_place(passage)) for row, passage in rows])


def _place(passage: Passage) -> Row:
    return (passage.published, passage.outlet, passage.article, passage.source, passage.start, passage.end, passage.words)


def labels(parties: tuple[PartyName, ...]) -> str:
    """Codes, and names of those that have none, after commas where a name has spaces."""
    every = [party.label for party in parties]
    return (", " if any(" " in label for label in every) else " ").join(every)


def _timeline_cells(row: TimelineRow) -> Row:
    when = (row.date, row.date_kind, row.status_reported, row.reported, row.status.value)
    return (*when, row.id, row.name, row.form.value, row.domain, labels(row.parties), row.stories, row.articles, row.conflicts)


@table.register
def _(answer: Timeline) -> Table:
    return _placed(_TIMELINE, ((_timeline_cells(row), row.passage) for row in answer.rows))


@table.register
def _(answer: News) -> Table:
    rows = (((n.change, n.before.value if n.before else None, *_timeline_cells(n.row)), n.row.passage) for n in answer.rows)
    return _placed(("change", "before", *_TIMELINE), rows)


@table.register
def _(answer: Conflicts) -> Table:
    return _placed(_CONFLICTS, (pair for conflict in answer.rows for pair in _conflict(conflict)))


def _conflict(conflict: Conflict) -> Iterator[tuple[Row, Passage]]:
    for side in conflict.sides:
        for passage in side.passages:
            yield (conflict.id, conflict.name, conflict.field, side.value, side.stories), passage


@table.register
def _(answer: AgreementAnswer) -> Table:
    return _placed(("id", "field", "value", "detail", "stories"), _facts(answer))


def _facts(answer: AgreementAnswer) -> Iterator[tuple[Row, Passage]]:
    """One row a fact: what it is, its value, what goes with it."""
    slug = answer.summary.id
    for name in answer.names:
        yield (slug, "name", name.name, None, name.stories), name.passage
    for status in answer.history:
        yield (slug, "status", status.status.value, status.date, 1), status.passage
    for party in answer.parties:
        yield (slug, "party", party.code or party.name, party.status.value if party.status else None, party.stories), party.passage
    for date in answer.dates:
        yield (slug, f"date {date.kind}", date.value, None, date.stories), date.passage
    for who in answer.signatories:
        role = ", ".join(part for part in (who.role, who.country) if part)
        yield (slug, "signatory", who.name, role or None, who.stories), who.passage
    for place in answer.places:
        yield (slug, "place", place.name, None, place.stories), place.passage
    for conflict in answer.conflicts:
        for row, passage in _conflict(conflict):
            yield (slug, "conflict", row[3], row[2], row[4]), passage
    for passage in answer.sources:
        yield (slug, "mention", passage.words, None, 1), passage


@table.register
def _(answer: Said) -> Table:
    rows = (
        ((row.speaker, row.role, row.kind, row.cue, row.text, row.confidence, row.stories), passage)
        for row in answer.rows
        for passage in row.passages
    )
    return _placed(("speaker", "role", "kind", "cue", "text", "confidence", "stories"), rows)


@table.register
def _(answer: Actors) -> Table:
    names = ("name", "kind", "country", "roles", "stories", "articles", "quotes")
    rows = ((row.name, row.kind, row.country, "; ".join(row.roles), row.stories, row.articles, row.quotes) for row in answer.rows)
    return _placed(names, zip(rows, (row.passage for row in answer.rows), strict=True))


@table.register
def _(answer: Countries) -> Table:
    rows = (((row.code, row.name, row.about, row.mentioned, row.agreements), row.passage) for row in answer.rows)
    return _placed(("code", "name", "about", "mentioned", "agreements"), rows)


@table.register
def _(answer: Network) -> Table:
    names = ("left", "right", "agreements", "stories", "ids", "names")
    rows = (
        ((edge.left, edge.right, len(edge.agreements), edge.stories, "; ".join(edge.agreements), "; ".join(edge.names)), edge.passage)
        for edge in answer.edges
    )
    return _placed(names, rows)


@table.register
def _(answer: Found) -> Table:
    rows = (((row.kind, row.id, row.name, row.text, row.stories), row.passage) for row in answer.rows)
    return _placed(("kind", "id", "name", "text", "stories"), rows)
