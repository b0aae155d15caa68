"""What a batch is asked to read: folders, globs, files, archives of JSONL → one piece for each article, in order.

A folder is walked in order of path, so that the same folder gives the same run. Links are not followed, so that a loop of
them ends and nothing outside is read.
"""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from pactscan.errors import InputError
from pactscan.read.files import SUFFIXES, opened, printable, suffix_of, too_large
from pactscan.read.lines import UTF8_MARK, WIDE_MARKS, lines_within
from pactscan.read.options import MAX_BYTES, ReadOptions
from pactscan.read.paths import DEFAULTS, GLANCE, below, format_of


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as a batch reads it: a file, or with `line` (bytes) and `number` (from 1) a line of an archive.

    `key` names it: its path below `folder`, or as it was given. `trouble` says why there is nothing to read; with `passed_over`
    that is no failure.
    """

    key: str
    path: str
    folder: str | None = None
    line: bytes | None = None
    number: int = 0
    trouble: str | None = None
    passed_over: bool = False

    def digest(self, limit: int = MAX_BYTES) -> str:
        """SHA-256 of its bytes; of its size when they are more than `limit`; empty when it cannot be read."""
        if self.line is not None:
            return hashlib.sha256(self.line.rstrip(b"\r\n")).hexdigest()
        try:
            with opened(self.path, as_stored=True) as file:
                return _digest(file, limit)
        except (InputError, OSError):
            return ""


def _digest(file: BinaryIO, limit: int) -> str:
    total = hashlib.sha256()
    size = os.fstat(file.fileno()).st_size
    if size > limit:
        return hashlib.sha256(f"{size} bytes".encode()).hexdigest()
    while block := file.read(1 << 20):
        total.update(block)
    return total.hexdigest()


class _Found(NamedTuple):
    path: str
    folder: str | None = None
    trouble: str | None = None
    passed_over: bool = False


def pieces_of(arguments: Iterable[str], read: ReadOptions = DEFAULTS, *, output: str | None = None) -> Iterator[Piece]:
    """The pieces below folders, of globs, files and archives, in the order given; each file once.

    Files of the `output` itself are left out where a folder holds them.
    """
    named = list(_globbed(arguments))
    once = _Once() if len(named) > 1 else None
    for argument in named:
        for found in _files_of(argument, _base(named), output):
            if once is None or once.is_new(found.path):
                yield from _pieces_in(found, read)


def count_pieces(arguments: Iterable[str], *, output: str | None = None) -> int | None:
    """How many pieces there are; None when an archive would have to be read to know."""
    named = list(_globbed(arguments))
    count = 0
    for argument in named:
        for found in _files_of(argument, None, output):
            if SUFFIXES.get(suffix_of(found.path)) == "jsonl":
                return None
            count += not found.passed_over
    return count


class _Once:
    """Paths that were seen, as digests: of a million of them, that is little."""

    def __init__(self) -> None:
        self._seen: set[bytes] = set()

    def is_new(self, path: str) -> bool:
        mark = hashlib.blake2b(os.fsencode(os.path.normpath(path)), digest_size=12).digest()
        new = mark not in self._seen
        self._seen.add(mark)
        return new


def _globbed(arguments: Iterable[str]) -> Iterator[str]:
    for argument in arguments:
        if glob.has_magic(argument) and not os.path.lexists(argument):
            yield from sorted(glob.glob(argument, recursive=True)) or [argument]  # noqa: PTH207  (keeps the path as typed)
        else:
            yield argument


def _base(arguments: list[str]) -> str | None:
    """The folder that sources are named below: the only folder, or what several have in common."""
    folders = [a for a in arguments if _is_folder(a)]
    if len(folders) < 2:
        return folders[0] if folders else None
    mixed = len({os.path.isabs(f) for f in folders}) > 1  # noqa: PTH117
    return os.path.commonpath([os.path.abspath(f) if mixed else os.path.normpath(f) for f in folders]) or "."  # noqa: PTH100


def _files_of(argument: str, base: str | None, output: str | None) -> Iterator[_Found]:
    if _is_folder(argument):
        yield from _walk(argument, base, output)
    else:
        yield _Found(argument)


def _walk(folder: str, base: str | None, output: str | None) -> Iterator[_Found]:
    waiting = [iter(_sorted(folder))]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, OSError):
            yield _Found(entry.filename, base, f"a folder that cannot be read: {entry.strerror}")
        elif entry.is_symlink():
            yield _Found(entry.path, base, "a link, which a batch does not follow", passed_over=True)
        elif entry.is_dir(follow_symlinks=False):
            waiting.append(iter(_sorted(entry.path)))
        elif suffix_of(entry.name) in SUFFIXES and not _belongs_to(entry.path, output):
            yield _Found(entry.path, base)


def _sorted(folder: str) -> Sequence[os.DirEntry[str] | OSError]:
    """What stands in a folder, in order of name; what is hidden is left out."""
    try:
        with os.scandir(folder) as entries:
            return sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: os.fsencode(e.name))
    except OSError as error:
        return [error]


def _belongs_to(path: str, output: str | None) -> bool:
    """Whether `path` is the output, or its journal, lock and the like beside it."""
    if output is None or not os.path.basename(path).startswith(os.path.basename(output)):  # noqa: PTH119
        return False
    rest = os.path.abspath(path)[len(os.path.abspath(output)) :]  # noqa: PTH100
    return os.path.abspath(path).startswith(os.path.abspath(output)) and (not rest or rest[0] in ".-")  # noqa: PTH100


def _pieces_in(found: _Found, read: ReadOptions) -> Iterator[Piece]:
    path, folder = found.path, found.folder
    key = _key(path, folder)
    if found.trouble is not None:
        yield Piece(key, path, folder, trouble=found.trouble, passed_over=found.passed_over)
        return
    try:
        with opened(path) as file:
            begin = file.read(GLANCE) if suffix_of(path) not in SUFFIXES else b""
            if (read.input_format or format_of(path, begin)) == "jsonl":
                yield from _lines_in(file, begin, Piece(key, path, folder), read.max_bytes)
                return
    except InputError as error:
        yield Piece(key, path, folder, trouble=str(error))
        return
    yield Piece(key, path, folder)


def _lines_in(file: BinaryIO, begin: bytes, archive: Piece, limit: int) -> Iterator[Piece]:
    begin += file.read(len(UTF8_MARK))
    if begin.startswith(WIDE_MARKS):
        raise InputError("a JSONL file in UTF-16 or UTF-32; save it as UTF-8 again")
    for number, line in enumerate(lines_within(file, begin.removeprefix(UTF8_MARK), limit), start=1):
        key = f"{archive.key}:{number}"
        if line is None:
            yield Piece(key, archive.path, archive.folder, trouble=f"line {number}: {too_large(None, limit)}")
        elif line.strip():
            yield Piece(key, archive.path, archive.folder, line, number)


def _key(path: str, folder: str | None) -> str:
    """The path as reports give it; where that shows bytes by their codes, told from a name that is really so."""
    shown = printable(below(path, folder))
    if printable(path) == path:
        return shown
    return f"{shown} ({hashlib.sha256(os.fsencode(path)).hexdigest()[:8]})"


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)  # noqa: PTH112  (any str, NUL and all)
    except ValueError:
        return False
