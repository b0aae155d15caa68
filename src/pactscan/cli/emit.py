"""The one way out: text to stdout or into a file, as UTF-8 whatever the locale, or an error that says why not."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from pactscan.cli.signals import obey
from pactscan.errors import OutputError

Emit = Callable[[str], None]
"""Writes a piece of output, at once."""


@contextmanager
def emitting(path: Path | None) -> Iterator[Emit]:
    """A writer to the file at `path`, which comes into being whole or not at all; to stdout without one."""
    if path is None:
        yield _writer(_stdout(), "standard output")
    elif _is_device(path):
        with _named_errors(str(path)):
            device = path.open("wb", buffering=0)
        with device:
            yield _writer(device, str(path))
    else:
        with _replaced(path) as stream:
            yield _writer(stream, str(path))


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """The file at `path` as a stream of bytes, whole or not at all. Raises OutputError for a pipe, a device or a folder."""
    if _is_device(path):
        raise OutputError(f"cannot write {path}: it is no file")
    with _replaced(path) as stream, _named_errors(str(path)):
        yield stream


def check_stdout() -> None:
    """Raise OutputError now if stdout is closed, not after the work is done."""
    _stdout()


def _stdout() -> IO[bytes]:
    if sys.stdout is None or sys.stdout.closed:
        raise OutputError("cannot write: standard output is closed")
    return sys.stdout.buffer


def _writer(stream: IO[bytes], name: str) -> Emit:
    def write(text: str) -> None:
        obey()
        with _named_errors(name):
            _write_all(stream, text.encode("utf-8"))
            stream.flush()

    return write


def _write_all(stream: IO[bytes], data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) or 0 :]


@contextmanager
def _replaced(path: Path) -> Iterator[IO[bytes]]:
    """A temporary file beside the target, put in its place at the end; removed when anything goes wrong before."""
    with _named_errors(str(path)):
        target = path.resolve()
        temporary = target.with_name(f".pactscan-{secrets.token_hex(6)}.tmp")
        stream = temporary.open("xb", buffering=0)
    try:
        with stream:
            yield stream
            obey()
            with _named_errors(str(path)):
                _settle(stream, target)
        with _named_errors(str(path)):
            temporary.replace(target)
            _sync_folder(target.parent)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _settle(stream: IO[bytes], target: Path) -> None:
    """On the disk, and as readable as the file that it replaces."""
    with suppress(FileNotFoundError, PermissionError, AttributeError):
        os.fchmod(stream.fileno(), stat.S_IMODE(target.stat().st_mode))
    os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system without that
            raise
    finally:
        os.close(handle)


def _is_device(path: Path) -> bool:
    """Tell a pipe or device, such as /dev/null, which is written to and never replaced, from a file, there already or not."""
    with _named_errors(str(path)):
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            return False
    if stat.S_ISDIR(mode):
        raise OutputError(f"cannot write {path}: it is a folder")
    return not stat.S_ISREG(mode)


@contextmanager
def _named_errors(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot write {name}: {getattr(error, 'strerror', None) or error}") from error
