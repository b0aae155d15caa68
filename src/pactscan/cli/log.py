"""What happened in a batch, as JSON lines: one event a line, each written as it happens."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from pactscan.errors import OutputError
from pactscan.render import structured

Log = Callable[[str, dict[str, Any]], None]
"""Takes an event, as a name and its particulars."""


@contextmanager
def logging(path: Path | None) -> Iterator[Log]:
    """A log that adds to the file at `path`; without one, nothing is kept."""
    if path is None:
        yield lambda _event, _facts: None
        return
    try:
        with path.open("ab", buffering=0) as file:
            yield lambda event, facts: _write(file, path, {"time": _now(), "event": event, **facts})
    except OSError as error:
        raise OutputError(f"cannot write the log {path}: {error.strerror or error}") from error


def _write(file: IO[bytes], path: Path, event: dict[str, Any]) -> None:
    try:
        file.write(structured.line(event).encode("utf-8"))
    except OSError as error:
        raise OutputError(f"cannot write the log {path}: {error.strerror or error}; what was written before is good") from error


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
