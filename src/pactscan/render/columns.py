"""Styled words wrapped into columns of terminal cells, in plain Python: a diff of two saved reports starts as fast as ``--help``.

Texts have gone through `escape` before they come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from pactscan.render import palette

_WORD = re.compile(r" +|[^ ]+")
_ONE_CELL_EACH = re.compile(r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Latin letters, dashes, quotation marks and signs of currencies: no need to ask a table for their width."""
_STANDARD = {palette.LEFT: "34", palette.RIGHT: "33", palette.BROKEN: "1;35", palette.ASIDE: "2", palette.UNKNOWN: "3"}
"""On terminals of sixteen colours."""
_RESET = "\x1b[0m"


class Piece(NamedTuple):
    """Text in one style of the palette."""

    text: str
    style: str = ""


Line = list[Piece]


def wrapped(pieces: Iterable[Piece], width: int) -> list[Line]:
    """The pieces in lines of at most `width` cells, broken at spaces; longer words are cut."""
    lines: list[Line] = [[]]
    room = width
    for piece in pieces:
        for match in _WORD.finditer(piece.text):
            for part in _cut(match.group(), width):
                cells = _cells(part)
                if cells > room:
                    lines.append([])
                    room = width
                if lines[-1] or part.strip(" "):
                    lines[-1].append(Piece(part, piece.style))
                    room -= cells
    return [_stripped(line) for line in lines]


def hanging(label: Line, body: list[Line], indent: int, width: int) -> list[Line]:
    """`label`, and `body` beside it from cell `indent` on; under it, and itself in lines of `width`, when the label is too long."""
    lines = [[Piece(" " * _leading(label)), *line] for line in wrapped(label, width - _leading(label))] if cells_of(label) >= indent else []
    for number, line in enumerate(body):
        head = label if number == 0 and not lines else []
        lines.append([*head, Piece(" " * (indent - cells_of(head))), *line])
    return lines or [label]


def _leading(line: Line) -> int:
    text = "".join(piece.text for piece in line)
    return len(text) - len(text.lstrip(" "))


def beside(left: list[Line], right: list[Line], width: int) -> list[Line]:
    """Two columns, the right one from cell `width` on."""
    empty: Line = []
    return [[*a, Piece(" " * (width - cells_of(a))), *b] for a, b in zip_longest(left, right, fillvalue=empty)]


def cells_of(line: Line) -> int:
    """Width of a line in terminal cells."""
    return sum(_cells(piece.text) for piece in line)


def printed(lines: Iterable[Line], color: str | None) -> str:
    """The lines as text, with escape codes for style only where `color` names a colour system."""
    return "".join("".join(_inked(piece, color) for piece in _stripped(line)) + "\n" for line in lines)


def _inked(piece: Piece, color: str | None) -> str:
    codes = _codes(piece.style, color) if color and piece.style else ""
    return f"\x1b[{codes}m{piece.text}{_RESET}" if codes else piece.text


def _codes(style: str, color: str) -> str:
    if color == "standard" and style in _STANDARD:
        return _STANDARD[style]
    codes = []
    for word in style.split():
        if word in ("bold", "italic"):
            codes.append({"bold": "1", "italic": "3"}[word])
        elif color != "standard":
            codes.append(f"38;5;{word.removeprefix('color(').removesuffix(')')}")
    return ";".join(codes)


def _stripped(line: Line) -> Line:
    line = list(line)
    while line and not line[-1].text.strip(" "):
        line.pop()
    if line:
        line[-1] = Piece(line[-1].text.rstrip(" "), line[-1].style)
    return line


def _cut(word: str, width: int) -> list[str]:
    if _cells(word) <= width:
        return [word]
    parts, part, room = [], "", width
    for character in word:
        cells = _cells(character)
        if cells > room and part:
            parts.append(part)
            part, room = "", width
        part += character
        room -= cells
    return [*parts, part]


def _cells(text: str) -> int:
    if _ONE_CELL_EACH.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
