"""Data files of the package: tables (CSV), lists (TXT), patterns (TOML), weights (JSON).

Lines that start with ``#`` are comments: source and licence stand in the first of them. An error names file and line.
Patterns and weights are kept once they are parsed, since several loaders take their parts of one file: read them, never alter them.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pactscan.errors import LexiconError

_FOLDER = Path(__file__).parent / "data"
"""By path: `importlib.resources` costs as much to import as all the rest of a command that starts fast."""


_added: dict[str, list[Any]] = {}
_digests: list[str] = []
_begun: set[str] = set()


def add_entries(entries: Mapping[str, list[Any]], digest: str) -> None:
    """Put a user's rows of tables and entries of lists before ours, by file name.

    What is made of word lists is kept for the whole process: LexiconError when it has begun to read with others.
    """
    if digest in _digests:
        return
    if _digests or _begun & entries.keys():
        raise LexiconError("a process reads with one lexicon, and this one has begun with another: start a new one")
    _added.update(entries)
    _digests.append(digest)


def added_digest() -> str | None:
    """SHA-256 of the word lists that a user has added; None when there are none."""
    return _digests[0] if _digests else None


def data_file(name: str) -> Path:
    """The data file called `name`."""
    return _FOLDER / name


def read_table(name: str) -> list[dict[str, str]]:
    """Rows of a CSV file as column → cell; the first line that is no comment names the columns."""
    lines = [(n, line) for n, line in _lines(name) if line.strip() and not line.startswith("#")]
    rows = csv.reader(line for _, line in lines)
    header = next(rows)
    table = _own(name)
    for (number, _), row in zip(lines[1:], rows, strict=True):
        if len(row) != len(header):
            raise LexiconError(f"{name}, line {number}: {len(row)} cells, but the header names {len(header)}")
        table.append(dict(zip(header, row, strict=True)))
    return table


def read_list(name: str) -> list[str]:
    """Entries of a TXT file, one a line."""
    return _own(name) + [line.strip() for _, line in _lines(name) if line.strip() and not line.startswith("#")]


def _own(name: str) -> list[Any]:
    """What the user adds to the file."""
    _begun.add(name)
    return list(_added.get(name, ()))


@cache
def read_toml(name: str) -> dict[str, Any]:
    """A TOML file as a dict."""
    import tomllib  # a dear import, and most commands read tables only

    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: {error}") from None


@cache
def read_json(name: str) -> Any:
    """A JSON file."""
    try:
        return json.loads(_text(name))
    except json.JSONDecodeError as error:
        raise LexiconError(f"{name}, line {error.lineno}: {error.msg}") from None


def _text(name: str) -> str:
    return data_file(name).read_text(encoding="utf-8")


def _lines(name: str) -> list[tuple[int, str]]:
    return list(enumerate(_text(name).split("\n"), start=1))
