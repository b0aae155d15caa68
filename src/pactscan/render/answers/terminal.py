"""Answers as pages for a person at a terminal. Words and signs carry every meaning; colour only helps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from itertools import groupby

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
    Passage,
    Said,
    SaidRow,
    Timeline,
    TimelineRow,
)
from pactscan.model import AgreementStatus
from pactscan.render import palette
from pactscan.render.answers.grid import Column, grid, text
from pactscan.render.answers.table import labels
from pactscan.render.columns import Line, Piece, hanging, printed, wrapped
from pactscan.render.escape import flowing
from pactscan.render.standing import STYLES, tone

DEFAULT_WIDTH = 80
_NARROWEST, _WIDEST = 40, 160
_SURENESS = {"high": "+", "medium": "~", "low": "?"}


def answer(answered: Answer, *, width: int = DEFAULT_WIDTH, color: str | None = None) -> str:
    """The page of an answer, every line at most `width` cells wide; with colour codes only where `color` is given."""
    return printed(_page(answered, min(max(width, _NARROWEST), _WIDEST)), color)


@singledispatch
def _page(answered: Answer, width: int) -> list[Line]:
    raise TypeError(type(answered), width)


def _heading(title: str, shown: int, total: int, noun: str, width: int) -> list[Line]:
    plural = noun if total == 1 else f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"
    left_out = f", {shown:,} shown (--limit 0 shows all)" if shown < total else ""
    return wrapped([Piece(title, palette.HEADING), Piece(f"   {total:,} {plural}{left_out}", palette.ASIDE)], width)


def place(passage: Passage, *, words: bool = True) -> Line:
    """``article@105-111 “signed”``: where the words stand, in code points of the article's text."""
    at = Piece(f"{flowing(passage.article)}@{passage.start}-{passage.end}", palette.ASIDE)
    return [at, Piece(f" “{flowing(passage.words)}”", palette.ASIDE)] if words else [at]


def _status(status: AgreementStatus) -> Line:
    return [Piece(status.value, "" if status is AgreementStatus.REFERENCED else STYLES[tone(status)])]


def _when(row: TimelineRow) -> Line:
    if row.date:
        return text(row.date)
    return text(f"by {row.status_reported}", palette.UNKNOWN) if row.status_reported else text("no date", palette.UNKNOWN)


def _under(row: TimelineRow) -> Line:
    return [Piece(flowing(row.id)), Piece("  "), *place(row.passage)]


def _conflicts(count: int) -> Line:
    return text(f"!{count}", palette.BROKEN) if count else []


_TIMELINE = (
    Column("date", most=14),
    Column("status", most=12),
    Column("agreement", wraps=True),
    Column("parties", most=14),
    Column("stories", right=True),
    Column("", most=3),
)


def _timeline_cells(row: TimelineRow) -> Sequence[Line]:
    name = text(row.name, palette.NAME)
    return (_when(row), _status(row.status), name, text(labels(row.parties)), text(row.stories), _conflicts(row.conflicts))


@_page.register
def _(answered: Timeline, width: int) -> list[Line]:
    rows = [(_timeline_cells(row), _under(row)) for row in answered.rows]
    return [*_heading("TIMELINE", len(rows), answered.total, "agreement", width), *(grid(_TIMELINE, rows, width) if rows else [])]


@_page.register
def _(answered: News, width: int) -> list[Line]:
    rows = [(_timeline_cells(new.row), [*text(_change(new.change, new.before)), Piece("  "), *_under(new.row)]) for new in answered.rows]
    heading = _heading(f"NEW SINCE {answered.since}", len(rows), answered.total, "agreement", width)
    return [*heading, *(grid(_TIMELINE, rows, width) if rows else [])]


def _change(change: str, before: AgreementStatus | None) -> str:
    return "new" if change == "new" else f"was {before.value}" if before else "status first told"


@_page.register
def _(answered: Conflicts, width: int) -> list[Line]:
    lines = _heading("CONFLICTS", len(answered.rows), answered.total, "conflict", width)
    for slug, group in groupby(answered.rows, key=lambda row: row.id):
        conflicts = list(group)
        lines += [[], *wrapped([Piece(flowing(conflicts[0].name), palette.NAME), Piece(f"  {slug}")], width)]
        for conflict in conflicts:
            lines += _conflict(conflict, width)
    return lines


def _conflict(conflict: Conflict, width: int) -> list[Line]:
    lines: list[Line] = [[Piece(" ! ", palette.BROKEN), Piece(conflict.field)]]
    for side in conflict.sides:
        stories = _counted(side.stories, "story", "stories")
        lines += hanging([], wrapped([*text(side.value, palette.NAME), Piece(f"  {stories}")], width - 5), 5, width)
        for passage in side.passages:
            lines += hanging([], wrapped([*_by(passage), *place(passage)], width - 7), 7, width)
    return lines


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _by(passage: Passage) -> Line:
    told = " ".join(part for part in (passage.published, passage.outlet) if part)
    return [Piece(f"{flowing(told)}  ")] if told else []


@_page.register
def _(answered: AgreementAnswer, width: int) -> list[Line]:
    row = answered.summary
    kind = ", ".join(part for part in (row.form.value, row.domain) if part)
    lines = wrapped([Piece(flowing(row.name), palette.NAME)], width)
    status = [*_status(row.status), Piece("  "), *_when(row), Piece(f"  {row.date_kind or ''}", palette.ASIDE)]
    lines += _field("status", status, width)
    lines += _field("id", text(row.id), width)
    lines += _field("form", text(kind), width)
    names = [f"{fact.name} ({fact.stories})" for fact in answered.names]
    lines += _field("called", text("; ".join(names)), width)
    lines += _field(
        "told by", text(f"{_counted(row.stories, 'story', 'stories')} in {_counted(row.articles, 'article', 'articles')}"), width
    )
    lines += _facts(
        "HISTORY", ((f.published, [*_status(f.status), *_dated(f.date), *_copies(f.copies)], f.passage) for f in answered.history), width
    )
    lines += _facts("PARTIES", ((p.code, _party(p.name, p.status, p.stories), p.passage) for p in answered.parties), width)
    lines += _facts("DATES", ((d.value, text(f"{d.kind} ({d.stories})"), d.passage) for d in answered.dates), width)
    lines += _facts("SIGNED BY", ((s.country, text(_signatory(s.name, s.role, s.stories)), s.passage) for s in answered.signatories), width)
    lines += _facts("PLACES", ((None, text(f"{p.name} ({p.stories})"), p.passage) for p in answered.places), width)
    if answered.conflicts:
        lines += [[], [Piece("CONFLICTS", palette.HEADING)], *(line for c in answered.conflicts for line in _conflict(c, width))]
    lines += _facts("ARTICLES", ((s.published, text(s.title or ""), s) for s in answered.sources), width)
    return lines


def _field(label: str, body: Line, width: int) -> list[Line]:
    return hanging([Piece(f"  {label}", palette.ASIDE)], wrapped(body, width - 12), 12, width) if body else []


def _facts(title: str, facts: Iterable[tuple[str | None, Line, Passage]], width: int) -> list[Line]:
    """A section: key, what is told, and under it from where."""
    lines: list[Line] = []
    for key, body, passage in facts:
        lines += hanging([Piece(f"  {flowing(key or '')}")], wrapped([*body, Piece("  "), *place(passage)], width - 14), 14, width)
    return [[], [Piece(title, palette.HEADING)], *lines] if lines else []


def _dated(date: str | None) -> Line:
    return [Piece(f" {date}")] if date else []


def _copies(copies: int) -> Line:
    return [Piece(f" ({copies} copies)")] if copies > 1 else []


def _party(name: str, status: AgreementStatus | None, stories: int) -> Line:
    return text(f"{name} ({stories})" + (f" {status.value}" if status else ""))


def _signatory(name: str | None, role: str | None, stories: int) -> str:
    return ", ".join(part for part in (name or "not named", role) if part) + f" ({stories})"


@_page.register
def _(answered: Said, width: int) -> list[Line]:
    lines = _heading("SAID", len(answered.rows), answered.total, "quote", width)
    for speaker, group in groupby(answered.rows, key=lambda row: row.speaker):
        rows = list(group)
        role = next((row.role for row in rows if row.role), None)
        lines += [[], *wrapped([Piece(flowing(speaker), palette.NAME), Piece(f"  {flowing(role or '')}", palette.ASIDE)], width)]
        for row in rows:
            lines += _quote(row, width)
    return lines


def _quote(row: SaidRow, width: int) -> list[Line]:
    first = row.passages[0]
    body = f"“{flowing(row.text)}”" if row.kind == "direct" else flowing(row.text)
    manner = [row.kind] if row.kind == "indirect" else []
    manner += [f"“{flowing(row.cue)}”"] if row.cue and row.kind != "direct" else []
    aside = [Piece(f"  {', '.join(manner)}", palette.ASIDE)] if manner else []
    label = [Piece(f"  {_SURENESS[row.confidence]} {first.published or 'no date'}")]
    lines = hanging(label, wrapped([Piece(body), *aside], width - 16), 16, width)
    for passage in row.passages:
        lines += hanging(
            [Piece(" " * 15)],
            wrapped([*text(passage.outlet), Piece("  " * bool(passage.outlet)), *place(passage, words=False)], width - 16),
            16,
            width,
        )
    return lines


@_page.register
def _(answered: Actors, width: int) -> list[Line]:
    columns = (
        Column("name", wraps=True),
        Column("kind", most=12),
        Column("", most=2),
        Column("stories", right=True),
        Column("quotes", right=True),
    )
    rows = [
        (
            (text(row.name, palette.NAME), text(row.kind), text(row.country), text(row.stories), text(row.quotes)),
            [*text("; ".join(row.roles)), Piece("  " * bool(row.roles)), *place(row.passage, words=False)],
        )
        for row in answered.rows
    ]
    return [*_heading("ACTORS", len(rows), answered.total, "actor", width), *(grid(columns, rows, width) if rows else [])]


@_page.register
def _(answered: Countries, width: int) -> list[Line]:
    columns = (
        Column("", most=2),
        Column("country", wraps=True),
        Column("about", right=True),
        Column("mentioned", right=True),
        Column("agreements", right=True),
    )
    rows: list[tuple[Sequence[Line], Line]] = [
        (
            (
                text(row.code),
                text(row.name, palette.NAME),
                text(row.about),
                text(row.mentioned),
                text(row.agreements),
            ),
            place(row.passage),
        )
        for row in answered.rows
    ]
    return [*_heading("COUNTRIES", len(rows), answered.total, "country", width), *(grid(columns, rows, width) if rows else [])]


_NAMES = 5


def _some(names: Sequence[str]) -> str:
    """The last few, and how many there are besides."""
    more = f"{len(names) - _NAMES:,} others; " if len(names) > _NAMES else ""
    return more + "; ".join(names[-_NAMES:])


@_page.register
def _(answered: Network, width: int) -> list[Line]:
    columns = (Column("", most=24), Column("", most=24), Column("shared", right=True), Column("agreements", wraps=True))
    rows = [
        ((text(e.left, palette.NAME), text(e.right, palette.NAME), text(len(e.agreements)), text(_some(e.names))), place(e.passage))
        for e in answered.edges
    ]
    heading = _heading("NETWORK", len(rows), answered.total, "pair", width)
    parties = f" of {len(answered.nodes):,} parties"
    return [[*heading[0], Piece(parties, palette.ASIDE)], *heading[1:], *(grid(columns, rows, width) if rows else [])]


@_page.register
def _(answered: Found, width: int) -> list[Line]:
    lines = _heading("FOUND", len(answered.rows), answered.total, "passage", width)
    for row in answered.rows:
        body: Line
        if row.kind == "agreement":
            body = [Piece(flowing(row.name), palette.NAME), Piece(f"  {row.id}  "), *place(row.passage)]
        else:
            body = [
                *text(f"{row.name}:" if row.name else "", palette.NAME),
                Piece(" " * bool(row.name)),
                Piece(f"“{flowing(row.text)}”  "),
                *place(row.passage, words=False),
            ]
        told = f"{row.kind}" + (f" ({row.stories})" if row.stories > 1 else "")
        lines += hanging([Piece(f"  {told}", palette.ASIDE)], wrapped(body, width - 17), 17, width)
    return lines
