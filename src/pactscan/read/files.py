"""A path → bytes, or one line that says why not."""

from __future__ import annotations

import errno
import gzip
import io
import os
import stat
import zlib
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from pactscan.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""Suffixes of articles, lower case, with the format that they tell."""

PACKED = ".gz"
"""Suffix of a file that is unpacked while it is read; the suffix before it tells the format."""

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)


@contextmanager
def opened(path: str, *, as_stored: bool = False) -> Iterator[BinaryIO]:
    """The regular file at `path`, open for reading, unpacked if it is ``.gz`` and not wanted `as_stored`.

    Raises InputError for whatever else stands there.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _WITHOUT_WAITING)
    except (OSError, ValueError) as error:
        raise InputError(_why(path, error)) from None
    try:
        _refuse_special(os.fstat(descriptor).st_mode)
        file = os.fdopen(descriptor, "rb")
    except InputError:
        os.close(descriptor)
        raise
    with file:
        yield file if as_stored or not path.lower().endswith(PACKED) else io.BufferedReader(_Unpacked(file))


class _Unpacked(io.RawIOBase):
    """What a gzip file holds, as far as it is read: limits of size hold for what comes out, and nothing is unpacked beyond."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = gzip.GzipFile(fileobj=file)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        try:
            data = self._file.read(len(view))
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"a damaged gzip file: {error}") from None
        view[: len(data)] = data
        return len(data)


def suffix_of(path: str) -> str:
    """The suffix that tells the format, in lower case: ``.jsonl`` of ``News.JSONL.gz``."""
    return PurePath(path.lower().removesuffix(PACKED)).suffix


def read_within(file: BinaryIO, limit: int, begin: bytes = b"") -> bytes:
    """`begin`, which was read already, and the rest of `file`. Raises InputError over `limit` bytes, without reading further."""
    try:
        data = begin + file.read(max(0, limit - len(begin)) + 1)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from None
    if len(data) > limit:
        raise InputError(too_large(_size_of(file), limit))
    return data


def too_large(size: int | None, limit: int) -> str:
    """What is said of `size` bytes (None when they are not counted) over `limit`."""
    return (
        f"too large ({megabytes(size)} > {megabytes(limit)}; raise the limit with --max-bytes)"
        if size
        else (f"too large (over {megabytes(limit)}; raise the limit with --max-bytes)")
    )


def megabytes(size: int) -> str:
    """A size as a reader says it: bytes below a thousand, then kB, then MB."""
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1024:.0f} kB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.4g} MB"


def printable(path: str) -> str:
    """A path as text that any output can carry: bytes of the name that are no UTF-8 are shown by their codes."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def stem_of(path: str) -> str:
    """A path with slashes and without the suffix of an article."""
    pure = PurePath(path[: -len(PACKED)] if path.lower().endswith(PACKED) else path)
    return printable((pure.with_suffix("") if pure.suffix.lower() in SUFFIXES else pure).as_posix())


def _refuse_special(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError("a folder, not an article; read a folder with 'pactscan batch'")
    if not stat.S_ISREG(mode):
        kinds = {stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}
        raise InputError(f"{kinds.get(stat.S_IFMT(mode), 'a special file')}, not a file; give '-' to read standard input")


def _size_of(file: BinaryIO) -> int | None:
    try:
        status = os.fstat(file.fileno())
    except (OSError, ValueError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _why(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and os.path.isdir(path)):  # noqa: PTH112  (any str, NUL and all)
        return "a folder, not an article; read a folder with 'pactscan batch'"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError) and error.errno == errno.ENXIO:
        return "a socket, not a file; give '-' to read standard input"
    if isinstance(error, ValueError):
        return "no path: there is a NUL in it"
    return f"cannot be opened: {error.strerror or error}"
