"""Cells in columns that fit a page: each as wide as it needs, one of them taking what is left and wrapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pactscan.render import palette
from pactscan.render.columns import Line, Piece, beside, cells_of, wrapped
from pactscan.render.escape import flowing

GAP = 2
"""Cells between columns."""
NARROWEST = 16
"""Cells that a wrapping column needs, if it is to stand beside the others."""
_INDENT = 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it takes what is left, whether it stands to the right, the most cells it may take."""

    title: str
    wraps: bool = False
    right: bool = False
    most: int = 24


def text(words: str | int | None, style: str = "") -> Line:
    """Words of an article or of ours as a line, escaped."""
    return [Piece(flowing(str(words)), style)] if words not in (None, "") else []


def grid(columns: Sequence[Column], rows: Sequence[tuple[Sequence[Line], Line]], width: int) -> list[Line]:
    """The heading, and each row: its cells, and under them, a little in, the line that goes with it (if it is not empty).

    A page that is too narrow for columns has no heading, and the cells of a row flow.
    """
    if not _has_room(columns, [cells for cells, _ in rows], width):
        return [line for cells, under in rows for line in (*_flowing(cells, width), *_indented(under, width))]
    titles: list[Line] = [[Piece(column.title, palette.ASIDE)] for column in columns]
    widths = _widths(columns, [titles, *(cells for cells, _ in rows)], width)
    lines = _row(columns, titles, widths)
    for cells, under in rows:
        lines += _row(columns, cells, widths)
        lines += _indented(under, width)
    return lines


def _has_room(columns: Sequence[Column], rows: Sequence[Sequence[Line]], width: int) -> bool:
    widest = [max((cells_of(row[n]) for row in rows), default=0) for n in range(len(columns))]
    needs = [NARROWEST if c.wraps else min(max(cells, len(c.title)), c.most) for c, cells in zip(columns, widest, strict=True)]
    return sum(needs) + GAP * (len(columns) - 1) <= width


def _flowing(cells: Sequence[Line], width: int) -> list[Line]:
    """The cells one after the other, where a page is too narrow for columns."""
    pieces = [piece for cell in cells if cell for piece in (*cell, Piece(" " * GAP))]
    return wrapped(pieces, width)


def _indented(line: Line, width: int) -> list[Line]:
    return [[Piece(" " * _INDENT), *part] for part in wrapped(line, width - _INDENT)] if line else []


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Line]], width: int) -> list[int]:
    natural = [max(cells_of(row[n]) for row in rows) for n in range(len(columns))]
    fixed = [min(cells, column.most) for cells, column in zip(natural, columns, strict=True)]
    taken = sum(cells + GAP for cells, column in zip(fixed, columns, strict=True) if not column.wraps)
    share = sum(column.wraps for column in columns) or 1
    rest = max((width - taken - GAP * (share - 1)) // share, NARROWEST)
    return [min(rest, cells) if column.wraps else fix for column, cells, fix in zip(columns, natural, fixed, strict=True)]


def _row(columns: Sequence[Column], cells: Sequence[Line], widths: Sequence[int]) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for column, cell, room in zip(columns, cells, widths, strict=True):
        body = wrapped(cell, room)
        if column.right:
            body = [[Piece(" " * (room - cells_of(line))), *line] for line in body]
        lines = beside(lines, body, at) if at else body
        at += room + GAP
    return lines
