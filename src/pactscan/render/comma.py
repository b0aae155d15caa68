"""Rows as CSV (RFC 4180, but with bare line feeds), safe to open in a spreadsheet and to look at in a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pactscan.render.escape import cell

ROWS = 200
"""Rows in a piece."""


def table(names: Sequence[str], rows: Iterable[Sequence[Any]], *, raw: bool = False) -> Iterator[str]:
    """A heading and the rows, piece by piece. NULL is an empty cell. With `raw` nothing is guarded against formulas or escaped."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    for number, row in enumerate(rows, start=1):
        writer.writerow(row if raw else [cell(value) if isinstance(value, str) else value for value in row])
        if number % ROWS == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
