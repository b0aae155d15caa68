"""A diff as a page for a person at a terminal: signs and words carry the meaning, blue and orange only help.

From `TWO_COLUMNS` cells on, the two sides stand beside each other, below that under each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from pactscan.diffmodel import FieldRelation, ReportDiff, Verdict
from pactscan.render import palette
from pactscan.render.columns import Line, Piece, beside, hanging, printed, wrapped
from pactscan.render.diff_view import Column, Entry, Row, Section, counts_in_words, figures, sections, side_line
from pactscan.render.escape import flowing

TWO_COLUMNS = 100
DEFAULT_WIDTH = 80
_NARROWEST = 40
_WIDEST = 160
_INDENT = 5
_LABELS = 20
_STYLES = {
    Verdict.ONLY_LEFT: palette.LEFT,
    Verdict.ONLY_RIGHT: palette.RIGHT,
    Verdict.CONFLICT: palette.BROKEN,
    Verdict.SAME: palette.ASIDE,
}


def diff(diff: ReportDiff, *, with_same: bool = False, width: int = DEFAULT_WIDTH, color: str | None = None) -> str:
    """The page of `diff`, every line at most `width` cells wide; with colour codes only where `color` is given."""
    width = min(max(width, _NARROWEST), _WIDEST)
    lines = _header(diff, width)
    for section in sections(diff, with_same=with_same):
        lines += [[], *_heading(section, width)]
        for _, group in groupby(section.entries, key=lambda entry: entry.sign if section.brief and not entry.rows else entry):
            lines += _entries(list(group), width)
    if diff.notes:
        lines += [[], [Piece("NOTES", palette.HEADING)]]
    for note in diff.notes:
        lines += hanging([Piece("  -")], wrapped([Piece(flowing(note))], width - 4), 4, width)
    return printed(lines, color)


def _header(diff: ReportDiff, width: int) -> list[Line]:
    left = hanging([Piece("<", palette.LEFT)], wrapped([Piece(flowing(side_line(diff.left)), palette.LEFT)], _side_width(width)), 2, width)
    right = hanging(
        [Piece(">", palette.RIGHT)], wrapped([Piece(flowing(side_line(diff.right)), palette.RIGHT)], _side_width(width)), 2, width
    )
    both = beside(left, right, _half(width)) if width >= TWO_COLUMNS else left + right
    return [*both, *wrapped([Piece(figures(diff))], width)]


def _half(width: int) -> int:
    return (width + 1) // 2


def _side_width(width: int) -> int:
    return (width // 2 if width >= TWO_COLUMNS else width) - 4


def _heading(section: Section, width: int) -> list[Line]:
    title = [Piece(section.title.upper(), palette.HEADING)]
    if section.counts is not None:
        title.append(Piece(f"   {counts_in_words(section.counts)}", palette.ASIDE))
    return wrapped(title, width)


def _entries(group: list[Entry], width: int) -> list[Line]:
    """One entry; or names of one verdict in a row."""
    first = group[0]
    if len(group) == 1:
        return _entry(first, width)
    style = _STYLES.get(first.verdict, palette.NAME)
    body = [Piece(first.word, style), Piece("   ")]
    for number, entry in enumerate(group):
        column = entry.left or entry.right
        body += [Piece(flowing(entry.title), palette.NAME), Piece(f" {column.place if column else ''}", palette.ASIDE)]
        body.append(Piece(", " if number < len(group) - 1 else ""))
    return hanging([Piece(f" {first.sign}", style)], wrapped(body, width - _INDENT), _INDENT, width)


def _entry(entry: Entry, width: int) -> list[Line]:
    style = _STYLES.get(entry.verdict, palette.NAME)
    head = wrapped(_head(entry, style), width - _INDENT)
    lines = hanging([Piece(f" {entry.sign}", style)], head, _INDENT, width)
    for row in entry.rows:
        lines += _row(row, width)
    return lines + _texts(entry, width)


def _head(entry: Entry, style: str) -> Iterable[Piece]:
    if entry.title:
        yield Piece(flowing(entry.title), palette.NAME)
        yield Piece("   ")
    yield Piece(entry.word, style)
    places = " | ".join(column.place if column else "-" for column in (entry.left, entry.right))
    yield Piece(f"   {places.removeprefix('- | ').removesuffix(' | -')}", palette.ASIDE)


def _row(row: Row, width: int) -> list[Line]:
    body = [Piece(flowing(row.left), palette.LEFT if row.relation is not FieldRelation.EQUAL else "")]
    if row.relation is not FieldRelation.EQUAL:
        arrow = " <> " if row.relation is FieldRelation.CONFLICTS else " -> "
        style = palette.BROKEN if row.relation is FieldRelation.CONFLICTS else palette.ASIDE
        body += [Piece(arrow), Piece(flowing(row.right), palette.RIGHT), Piece("   "), Piece(flowing(row.remark), style)]
    label = [Piece(" " * _INDENT + flowing(row.name), palette.ASIDE)]
    return hanging(label, wrapped(body, width - _LABELS), _LABELS, width)


def _texts(entry: Entry, width: int) -> list[Line]:
    room = _side_width(width) - _INDENT
    left = _column(entry.left, "<", palette.LEFT, room)
    right = _column(entry.right, ">", palette.RIGHT, room)
    if width >= TWO_COLUMNS and left and right:
        return beside(left, _outdented(right), _half(width))
    return left + right


def _column(column: Column | None, sign: str, style: str, room: int) -> list[Line]:
    if column is None or not column.runs:
        return []
    pieces = [piece for run in column.runs for piece in _run(flowing_part(run.text), style, marked=run.marked)]
    return hanging([Piece(" " * _INDENT + sign, style)], wrapped(pieces, room), _INDENT + 2, room)


def _outdented(lines: list[Line]) -> list[Line]:
    return [[Piece(line[0].text[_INDENT:], line[0].style), *line[1:]] if line else line for line in lines]


def _run(text: str, style: str, *, marked: bool) -> list[Piece]:
    """Words that the other side does not have stand in square brackets."""
    if not marked:
        return [Piece(text)]
    return [Piece(f"[{text}]", f"bold {style}")]


def flowing_part(text: str) -> str:
    """A part of a text, escaped; the space at its ends stays."""
    inner = flowing(text)
    if not inner:
        return " " if text else ""
    return " " * text[0].isspace() + inner + " " * text[-1].isspace()
