"""Paragraphs of a text, whether it is set a paragraph a line or wrapped by hand.

A paragraph bounds sentences and quotations. Papers and web pages put one on each line; wires and old archives wrap
lines at some 70 columns and part paragraphs by an empty or an indented line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]+")
_BLOCK_BREAK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=[\r\n])|(?:\r\n|\r|\n)(?=[ \t]{2,}\S)")
WRAPPED_WIDTH = 100
"""Lines up to this many characters can be hand-wrapped; a printed line is never wider."""


class Paragraph(NamedTuple):
    """``text[start:end]``, without the white space around it."""

    start: int
    end: int


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in order; empty ones are left out."""
    return _blocks(text) if hand_wrapped(text) else _lines(text)


def hand_wrapped(text: str) -> bool:
    """Whether line ends inside paragraphs are mere wrapping: most lines go on in lower case without a full stop before."""
    lines = [line.group().strip() for line in _LINE.finditer(text)]
    lines = [line for line in lines if line]
    if len(lines) < 4 or max(map(len, lines)) > WRAPPED_WIDTH:
        return False
    open_ended = sum(line[-1].isalnum() or line[-1] in ",-;" for line in lines[:-1])
    return open_ended >= 0.5 * (len(lines) - 1) and len(_lines(text)) > len(_blocks(text))


def _lines(text: str) -> list[Paragraph]:
    return [p for line in _LINE.finditer(text) if (p := _stripped(text, line.start(), line.end()))]


def _blocks(text: str) -> list[Paragraph]:
    bounds = [0, *(m.end() for m in _BLOCK_BREAK.finditer(text)), len(text)]
    return [p for a, b in zip(bounds, bounds[1:], strict=False) if (p := _stripped(text, a, b))]


def _stripped(text: str, start: int, end: int) -> Paragraph | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Paragraph(start, end) if start < end else None
