"""What a batch is asked to read: folders, globs, files, archives of JSONL → one piece for each article, in order.

A folder is walked in order of path, so that the same folder gives the same run; links are not followed, so that a loop of
them ends and nothing outside is read.
"""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pactscan.errors import InputError
from pactscan.read.files import SUFFIXES, opened

ARCHIVES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as a batch reads it: a file, or with `line` (bytes) and `number` (from 1) a line of an archive."""

    key: str
    path: str
    folder: str | None = None
    line: bytes | None = None
    number: int = 0

    def digest(self) -> str:
        """SHA-256 of its bytes; of nothing when the file cannot be read, which reading will tell."""
        if self.line is not None:
            return hashlib.sha256(self.line).hexdigest()
        try:
            with opened(self.path) as file:
                return _digest(file)
        except (InputError, OSError):
            return hashlib.sha256().hexdigest()


def _digest(file: BinaryIO) -> str:
    total = hashlib.sha256()
    while block := file.read(1 << 20):
        total.update(block)
    return total.hexdigest()


def pieces_of(arguments: Iterable[str]) -> Iterator[Piece]:
    """The pieces below folders, of globs, files and archives, in the order given; each file once."""
    seen: set[str] = set()
    for argument in arguments:
        for path, folder in _files_of(argument):
            if path not in seen:
                seen.add(path)
                yield from _pieces_in(path, folder)


def count_pieces(arguments: Iterable[str]) -> int | None:
    """How many pieces there are; None when an archive would have to be read to know."""
    count = 0
    for argument in arguments:
        for path, _ in _files_of(argument):
            if suffix_of(path) in ARCHIVES:
                return None
            count += 1
    return count


def _files_of(argument: str) -> Iterator[tuple[str, str | None]]:
    if Path(argument).is_dir():
        for path in _walk(argument):
            yield path, argument
    elif not os.path.lexists(argument) and glob.has_magic(argument):
        for path in sorted(glob.glob(argument, recursive=True)):  # noqa: PTH207  (keeps the path as typed)
            yield from _files_of(path)
    else:
        yield argument, None


def _walk(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    for entry in inside:
        if entry.is_symlink() or entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif suffix_of(entry.name) in SUFFIXES:
            yield entry.path


def _pieces_in(path: str, folder: str | None) -> Iterator[Piece]:
    key = path if folder is None else os.path.relpath(path, folder)
    if suffix_of(path) not in ARCHIVES:
        yield Piece(key, path, folder)
        return
    try:
        with opened(path) as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield Piece(f"{key}:{number}", path, folder, line, number)
    except (InputError, OSError):
        yield Piece(key, path, folder)  # reading it says what is wrong


def suffix_of(path: str) -> str:
    """The suffix in lower case."""
    return Path(path.lower()).suffix
