"""A user's own lexicon: a folder of instruments, bodies, titles and outlets in the formats of ours, read beside them.

Every file is checked before the first article is read; the first fault is told with file and line. An entry of the user's
stands before ours of the same name, and the other names of an instrument are united.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pactscan.errors import LexiconError
from pactscan.lexicon import files
from pactscan.lexicon.countries import countries
from pactscan.model import ActorKind, AgreementForm

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest file that is taken for a word list."""

PASSED_OVER = ("readme", "license", "licence", ".")
"""How names of files begin that may lie in the folder and are no word lists."""

PARTY_BODIES = ("ASEAN", "EU", "NATO", "UN")
"""Bodies with a code of their own among parties (report.md)."""

Check = Callable[[str], str | None]
"""What is wrong with a cell; None when nothing is."""


class Lexicon(NamedTuple):
    """A user's word lists: file name → rows or entries, and the digest of all of them."""

    entries: Mapping[str, list[Any]]
    sha256: str


def _filled(cell: str) -> str | None:
    return None if cell else "is empty"


def _form(cell: str) -> str | None:
    return None if cell in set(AgreementForm) else f"{cell!r} is none of {', '.join(AgreementForm)}"


def _kind(cell: str) -> str | None:
    kinds = [kind for kind in ActorKind if kind is not ActorKind.PERSON]
    return None if cell in kinds else f"{cell!r} is none of {', '.join(kinds)}"


def _year(cell: str) -> str | None:
    return None if not cell or (cell.isascii() and cell.isdigit() and len(cell) == 4) else f"{cell!r} is no year of four figures"


def _state(cell: str) -> str | None:
    return None if not cell or cell in countries() else f"{cell!r} is no ISO 3166-1 code of a state"


def _parties(cell: str) -> str | None:
    wrong = next((code for code in cell.split() if code not in PARTY_BODIES and code not in countries()), None)
    return None if wrong is None else f"{wrong!r} is neither an ISO 3166-1 code of a state nor one of {', '.join(PARTY_BODIES)}"


def _anything(_cell: str) -> str | None:
    return None


TABLES: dict[str, dict[str, Check]] = {
    "bodies.csv": {"name": _filled, "country": _state, "kind": _kind},
    "instruments.csv": {"name": _filled, "aliases": _anything, "form": _form, "domain": _anything, "year": _year, "parties": _parties},
    "international_organisations.csv": {"name": _filled, "acronyms": _anything, "aliases": _anything},
}
"""Tables that can be added to: column → check."""

LISTS = {
    "companies.txt": False,
    "honorifics.txt": True,
    "name_titles.txt": True,
    "office_nouns.txt": True,
    "outlets.txt": False,
}
"""Lists that can be added to; True where ours are in lower case."""


def read_lexicon(folder: Path) -> Lexicon:
    """The word lists in `folder`; LexiconError names the first fault by file and line."""
    paths = _paths(folder)
    total = hashlib.sha256()
    entries: dict[str, list[Any]] = {}
    for path in paths:
        data = _bytes(path)
        total.update(f"{path.name} {hashlib.sha256(data).hexdigest()}\n".encode())
        entries[path.name] = _entries(path, data)
    return Lexicon(entries, total.hexdigest())


def use_lexicon(folder: Path) -> str:
    """Read with the word lists in `folder` beside ours from now on; their digest.

    A process reads with one lexicon: LexiconError when it has begun with another, or with none.
    """
    lexicon = read_lexicon(folder)
    files.add_entries(lexicon.entries, lexicon.sha256)
    return lexicon.sha256


def _paths(folder: Path) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.lower().startswith(PASSED_OVER))
    except OSError as error:
        raise LexiconError(f"{folder}: {error.strerror or error}; --lexicon takes a folder of word lists") from None
    known = sorted((*TABLES, *LISTS))
    for path in paths:
        if path.name not in known:
            raise LexiconError(f"{path}: no word list that can be added to; those are {', '.join(known)}")
    if not paths:
        raise LexiconError(f"{folder}: holds no word list; those are {', '.join(known)}")
    return paths


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise LexiconError(f"{path}: is no file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror or error}") from None
    if len(data) > LARGEST:
        raise LexiconError(f"{path}: larger than {LARGEST // 1024 // 1024} MiB, too large for a word list")
    return data


def _entries(path: Path, data: bytes) -> list[Any]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from None
    lines = [(number, line.rstrip("\r")) for number, line in enumerate(text.split("\n"), start=1)]
    told = [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]
    return _rows(path, told) if path.name in TABLES else _listed(path, told)


def _listed(path: Path, lines: list[tuple[int, str]]) -> list[str]:
    for number, line in lines:
        if LISTS[path.name] and line != line.lower():
            raise LexiconError(f"{path}, line {number}: {line.strip()!r} must be in lower case, as the titles of this list are")
        if path.name == "office_nouns.txt" and " " in line.strip():
            raise LexiconError(f"{path}, line {number}: {line.strip()!r} is more than one word; give the noun that heads the office")
    return [line.strip() for _, line in lines]


def _rows(path: Path, lines: list[tuple[int, str]]) -> list[dict[str, str]]:
    checks = TABLES[path.name]
    header = [column.strip() for column in next(csv.reader([lines[0][1]]))] if lines else []
    if sorted(header) != sorted(checks):
        raise LexiconError(f"{path}: the first line must name the columns {','.join(checks)}; it has {','.join(header) or 'none'}")
    return [_row(f"{path}, line {number}", header, line, checks) for number, line in lines[1:]]


def _row(where: str, header: list[str], line: str, checks: dict[str, Check]) -> dict[str, str]:
    cells = [cell.strip() for cell in next(csv.reader([line]))]
    if len(cells) != len(header):
        raise LexiconError(f"{where}: {len(cells)} cells, but the header names {len(header)} (a cell with a comma stands in double quotes)")
    row = dict(zip(header, cells, strict=True))
    for column, check in checks.items():
        if wrong := check(row[column]):
            raise LexiconError(f"{where}: {column} {wrong}")
    return row
