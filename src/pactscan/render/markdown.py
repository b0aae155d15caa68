"""Markdown in which nothing of an article becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from pactscan.render.escape import flowing

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#!|~&@$:])")
"""No text of an article begins a line, so the marks of lists and rules mean nothing in it."""


def escaped(text: str) -> str:
    """Text of an article so that it prints as itself: on one line, every sign that could be markup inside of a line behind a backslash."""
    return _SPECIAL.sub(r"\\\1", flowing(text))


def table(names: Sequence[str], rows: Iterable[Sequence[str | int | None]], *, numbers: AbstractSet[int] = frozenset()) -> Iterator[str]:
    """A table, line by line; the columns `numbers` stand to the right."""
    yield "| " + " | ".join(map(escaped, names)) + " |\n"
    yield "|" + "|".join("---:" if n in numbers else "---" for n in range(len(names))) + "|\n"
    for row in rows:
        yield "| " + " | ".join("" if value is None else escaped(str(value)) for value in row) + " |\n"
