"""Paragraphs of a text, whether it is set a paragraph a line or wrapped at a column.

A paragraph bounds sentences and quotations. Papers and web pages put one on each line; wires and old archives wrap
lines at some 70 columns and part paragraphs by an empty line, an indented line, or not at all. One observation tells
them apart: where a text is wrapped, the first word of the next line would not have fitted on this one; where it
would have, the line end is the author's.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\r\n\v\x85\u2028]|(?P<page>[\f\u2029])")
_SENTENCE_END = tuple(".!?:\"”’'»)")

WIDEST = 132
"""Columns of the widest terminal and printer: a longer line is not wrapped."""
NARROWEST = 40
FEWEST_LINES = 4
ROOM = 8
"""Columns left at the end of a sentence beyond which the next word would have fitted: hand-wrapped lines are ragged."""


class Paragraph(NamedTuple):
    """``text[start:end]``, without the white space around it."""

    start: int
    end: int


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    first_word: int
    """Length of the line's first word."""
    after_blank: bool
    ends_sentence: bool


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in order; empty ones are left out."""
    lines = _lines(text)
    width = _wrapped_at(lines)
    return [Paragraph(line.start, line.end) for line in lines] if width is None else _joined(lines, width)


def hand_wrapped(text: str) -> bool:
    """Whether line ends inside paragraphs are mere wrapping."""
    return _wrapped_at(_lines(text)) is not None


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    for match in _LINE.finditer(text):
        bare = match.group().strip()
        if bare:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            blank = bool(lines) and _holds_blank_line(text, at, match.start())
            first_word = len(bare.split(None, 1)[0])
            lines.append(_Line(start, start + len(bare), start - match.start(), first_word, blank, bare.endswith(_SENTENCE_END)))
            at = match.end()
    return lines


def _holds_blank_line(text: str, start: int, end: int) -> bool:
    """Whether the white space ``text[start:end]`` between two lines holds an empty line or a page end."""
    ends = list(_LINE_END.finditer(text, start, end))
    return len(ends) > 1 or any(e["page"] for e in ends)


def _wrapped_at(lines: list[_Line]) -> int | None:
    """The column at which the lines are wrapped; None when they are not."""
    if len(lines) < FEWEST_LINES:
        return None
    lengths = sorted(line.end - line.start + line.indent for line in lines)
    width = lengths[-1 - len(lengths) // 25]
    if not NARROWEST <= width <= WIDEST:
        return None
    breaks = [(a, b) for a, b in pairwise(lines) if not b.after_blank and b.indent < a.indent + 2]
    full = sum(_left(a, b, width) < width // 4 for a, b in breaks)
    open_ended = sum(not a.ends_sentence for a, _ in breaks)
    return width if breaks and full >= 0.7 * len(breaks) and open_ended >= 0.5 * len(breaks) else None


def _left(line: _Line, following: _Line, width: int) -> int:
    """Columns that would be left on `line` after the first word of the following one; below 0 when it does not fit."""
    return width - (line.indent + line.end - line.start + 1 + following.first_word)


def _joined(lines: list[_Line], width: int) -> list[Paragraph]:
    usual = Counter(line.indent for line in lines).most_common(1)[0][0]
    parts: list[Paragraph] = []
    for i, line in enumerate(lines):
        if i and not _begins(line, lines[i - 1], width, usual):
            parts[-1] = Paragraph(parts[-1].start, line.end)
        else:
            parts.append(Paragraph(line.start, line.end))
    return parts


def _begins(line: _Line, before: _Line, width: int, usual: int) -> bool:
    """Whether `line` begins a paragraph."""
    if line.after_blank or (line.indent >= usual + 2 and line.indent != before.indent):
        return True
    return _left(before, line, width) >= (ROOM if before.ends_sentence else width // 3)
