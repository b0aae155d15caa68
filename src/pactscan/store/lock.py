"""One run at a time on one output."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pactscan.errors import OutputError


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold `output` for this process. Raises OutputError when another run holds it."""
    path = output.with_name(output.name + ".lock")
    descriptor = _acquire(path, output)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(path: Path, output: Path) -> int:
    while True:
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise OutputError(f"cannot write {output}: {error.strerror}") from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise OutputError(f"{output} is being written by another run; wait for it, or give another output") from None
        if _still_there(path, descriptor):
            return descriptor
        os.close(descriptor)  # the run before took its lock file away between our open and our lock


def _still_there(path: Path, descriptor: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    except FileNotFoundError:
        return False
