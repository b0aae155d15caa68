"""The worker's side of the pool: one process, one function, chunks in and results out over a pipe."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from functools import cache
from multiprocessing.connection import Connection, wait
from typing import Any

Work = Callable[[list[Any]], Iterator[Any]]
"""Gives one result for each item of a chunk, in order."""
Start = Callable[[], Work]
"""Makes the work, in the worker's process; picklable."""

READY = "ready"
STILLBORN = "stillborn"
DONE = "done"
RESULT = "result"
RAISED = "raised"


def run(start: Start, pipe: Connection) -> None:
    """Serve chunks until the pipe closes or the supervisor dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the supervisor decides what it means
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        work = start()
    except Exception as error:
        pipe.send((STILLBORN, _told(error)))
        return
    pipe.send((READY, None))
    while True:
        try:
            chunk = pipe.recv()
        except (EOFError, OSError):  # the supervisor has closed its end, with or without a last word
            return
        _serve(work, chunk, pipe)


def _serve(work: Work, chunk: list[Any], pipe: Connection) -> None:
    try:
        for result in work(chunk):
            pipe.send((RESULT, result))
    except Exception as error:
        pipe.send((RAISED, _told(error)))
    give_back()
    pipe.send((DONE, memory()))


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def give_back() -> None:
    """Return to the system what the C library keeps of freed memory (glibc): in small pieces it would grow by a quarter in a long run."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library
        return None
    return trim


def memory() -> int:
    """Resident memory of this process in bytes: now where the system tells (Linux), else its peak."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123  no path object on this hot path
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        import resource

        scale = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale
