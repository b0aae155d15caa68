"""The supervisor's side: hands out chunks, notices death and silence, retries once, keeps the order."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self

from pactscan.engine import worker
from pactscan.engine.worker import Start

FAILED_STARTS = 3
"""Workers in a row that may die before they are ready: killed by somebody, not unable to start."""

Tell = Callable[[str, dict[str, Any]], None]
"""Takes what happens to workers, as a name and its particulars."""


class Trouble(StrEnum):
    """What kept an item from giving a result, twice."""

    DIED = "died"
    TIME_LIMIT = "time limit"
    RAISED = "raised"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: its result, or its trouble with a few words of detail."""

    item: Any
    result: Any = None
    trouble: Trouble | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """When to lose patience with a worker, and how much to hand out."""

    seconds: float = 120.0
    """Silence after which a worker counts as hung."""
    memory: int = 1_500_000_000
    """Bytes after which a worker is replaced between chunks."""
    chunk: int = 16
    """Items handed over at once."""
    ahead: int = 4
    """Chunks for each worker under way or waiting for their turn."""
    start: float = 120.0
    """Seconds that a worker may take to be ready."""


@dataclass
class _Chunk:
    """Items on their way, with the number of the first in the order of the input."""

    numbered: list[tuple[int, Any]]
    attempt: int = 1


@dataclass
class _Worker:
    process: SpawnProcess
    pipe: Connection
    chunk: _Chunk
    ready: bool = False
    idle: bool = False
    heard: float = field(default_factory=time.monotonic)


class Pool:
    """Up to `jobs` processes, each with the function that `start` gives there; use as a context manager.

    A worker that dies or is silent too long is replaced. What it had not answered is tried once more, each item alone, so
    that only the item at fault is lost, as an `Outcome` with its trouble.
    """

    def __init__(self, start: Start, jobs: int, limits: Limits | None = None, tell: Tell = lambda _name, _facts: None) -> None:
        self._start, self._jobs, self._limits, self._tell = start, jobs, limits or Limits(), tell
        self._workers: list[_Worker] = []
        self._failed_starts = 0
        self._context = multiprocessing.get_context("spawn")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for one in self._workers:
            one.process.kill()  # all first, then wait for each
        for one in self._workers:
            _end(one)
        self._workers.clear()

    def map(self, items: Iterable[Any], *, ordered: bool = True, at_once: Callable[[Any], Any] = lambda _: None) -> Iterator[Any]:
        """An outcome for each item, in the order of `items` unless told otherwise. Reads `items` only as far as it must.

        An item for which `at_once` gives anything but None needs no worker: that is what comes out in its turn.
        """
        run = _Run(iter(enumerate(items)), self._jobs, self._limits, ordered, at_once)
        while not run.finished:
            self._hand_out(run)
            yield from run.take()
            self._listen(run)
            yield from run.take()

    # --- handing out ---------------------------------------------------------------------------------------------------

    def _hand_out(self, run: _Run) -> None:
        """Give a chunk to each worker that has none; hire one only for a chunk that is there."""
        idle = [w for w in self._workers if w.idle]
        while idle or len(self._workers) < self._jobs:
            chunk = run.next_chunk()
            if chunk is None:
                return
            self._send(chunk, idle.pop() if idle else self._hire(), run)

    def _send(self, chunk: _Chunk, one: _Worker, run: _Run) -> None:
        one.chunk, one.idle, one.heard = chunk, False, time.monotonic()
        try:
            one.pipe.send([item for _, item in chunk.numbered])
        except OSError:
            self._lost(one, run, Trouble.DIED)

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=worker.run, args=(self._start, theirs), daemon=True)
        with _deaf_to_interrupts():
            process.start()
        theirs.close()
        one = _Worker(process, ours, _Chunk([]), idle=True)
        self._workers.append(one)
        self._tell("worker started", {"pid": process.pid})
        return one

    # --- listening -------------------------------------------------------------------------------------------------------

    def _listen(self, run: _Run) -> None:
        busy = [w for w in self._workers if not w.idle]
        if not busy:
            return
        ready = set(wait([w.pipe for w in busy], timeout=0.5))
        for one in busy:
            if one.pipe in ready:
                self._hear(one, run)
            elif time.monotonic() - one.heard > (self._limits.seconds if one.ready else self._limits.start):
                self._lost(one, run, Trouble.TIME_LIMIT)

    def _hear(self, one: _Worker, run: _Run) -> None:
        try:
            kind, value = one.pipe.recv()
        except (EOFError, OSError):
            self._lost(one, run, Trouble.DIED)
            return
        one.heard = time.monotonic()
        if kind == worker.READY:
            one.ready, self._failed_starts = True, 0
        elif kind == worker.STILLBORN:
            raise RuntimeError(f"a worker cannot start: {value}")
        elif kind == worker.RESULT:
            number, item = one.chunk.numbered.pop(0)
            run.settle(number, Outcome(item, value))
        elif kind == worker.RAISED:
            run.retry(one.chunk, Trouble.RAISED, value)
            one.chunk = _Chunk([])
        elif kind == worker.DONE:
            self._done(one, value)

    def _done(self, one: _Worker, memory: int) -> None:
        one.idle = True
        if memory > self._limits.memory:
            self._dismiss(one)
            self._tell("worker recycled", {"pid": one.process.pid, "memory": memory})

    def _lost(self, one: _Worker, run: _Run, trouble: Trouble) -> None:
        self._dismiss(one)
        detail = _exit_of(one) if trouble is Trouble.DIED else f"{self._limits.seconds:g} s"
        told = "worker died" if trouble is Trouble.DIED else "worker hung"
        self._tell(told, {"pid": one.process.pid, "why": detail, "unanswered": len(one.chunk.numbered), "attempt": one.chunk.attempt})
        if one.ready:
            run.retry(one.chunk, trouble, detail)
            return
        self._failed_starts += 1
        if self._failed_starts >= FAILED_STARTS:
            raise RuntimeError(f"{FAILED_STARTS} workers in a row ended before they were ready ({detail})")
        run.give_back(one.chunk)

    def _dismiss(self, one: _Worker) -> None:
        self._workers.remove(one)
        _end(one)


def _end(one: _Worker) -> None:
    one.pipe.close()
    one.process.kill()
    one.process.join()


def _exit_of(one: _Worker) -> str:
    code = one.process.exitcode or 0
    return f"signal {-code}" if code < 0 else f"exit {code}"


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started here never sees a Ctrl-C, not even before it can say that it does not want to; we see it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Run:
    """One pass over the items: what waits, what is under way, what has settled and waits for its turn."""

    def __init__(self, items: Iterator[tuple[int, Any]], jobs: int, limits: Limits, ordered: bool, at_once: Callable[[Any], Any]) -> None:
        self._items, self._jobs, self._limits, self._ordered, self._at_once = items, jobs, limits, ordered, at_once
        self._room = jobs * limits.ahead * limits.chunk
        self._waiting: deque[tuple[int, Any]] = deque()
        self._retries: deque[_Chunk] = deque()
        self._settled: dict[int, Any] = {}
        self._next = 0
        self._exhausted = False
        self._open = 0
        """Items handed out, or waiting for that."""

    @property
    def finished(self) -> bool:
        return self._exhausted and not self._open and not self._settled

    def next_chunk(self) -> _Chunk | None:
        """Items for a worker; fewer when not many are left, so that all workers end together."""
        if self._retries:
            return self._retries.popleft()
        self._look_ahead()
        size = min(self._limits.chunk, -(-len(self._waiting) // (2 * self._jobs)))
        return _Chunk([self._waiting.popleft() for _ in range(size)]) if size else None

    def _look_ahead(self) -> None:
        while not self._exhausted and self._open + len(self._settled) < self._room:
            pair = next(self._items, None)
            if pair is None:
                self._exhausted = True
            elif (settled := self._at_once(pair[1])) is not None:
                self._settled[pair[0]] = settled
            else:
                self._waiting.append(pair)
                self._open += 1

    def settle(self, number: int, outcome: Outcome) -> None:
        self._settled[number] = outcome
        self._open -= 1

    def retry(self, chunk: _Chunk, trouble: Trouble, detail: str) -> None:
        """The first time each item alone; the second time it has failed."""
        for number, item in chunk.numbered:
            if chunk.attempt == 1:
                self._retries.append(_Chunk([(number, item)], attempt=2))
            else:
                self.settle(number, Outcome(item, trouble=trouble, detail=detail))

    def give_back(self, chunk: _Chunk) -> None:
        """A chunk that no worker has seen."""
        if chunk.numbered:
            self._retries.appendleft(chunk)

    def take(self) -> Iterator[Any]:
        if not self._ordered:
            while self._settled:
                yield self._settled.pop(next(iter(self._settled)))
        while self._next in self._settled:
            yield self._settled.pop(self._next)
            self._next += 1
