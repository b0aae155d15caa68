"""The supervisor's side: hands out chunks, notices death and silence, retries once, keeps the order."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self

from pactscan.engine import worker
from pactscan.engine.worker import Work


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


@dataclass
class _Chunk:
    """Items on their way, with the number of the first in the order of the input."""

    numbered: list[tuple[int, Any]]
    attempt: int = 1


@dataclass
class _Worker:
    process: SpawnProcess
    pipe: Connection
    chunk: _Chunk | None = None
    ready: bool = False
    heard: float = field(default_factory=time.monotonic)


class Pool:
    """`jobs` processes, each with the function that `start` gives there; use as a context manager.

    A worker that dies or is silent too long is replaced. What it had not answered is tried once more, each item alone, so
    that only the item at fault is lost, as an `Outcome` with its trouble.
    """

    def __init__(self, start: Callable[[], Work], jobs: int, limits: Limits | None = None) -> None:
        self._start, self._jobs, self._limits = start, jobs, limits or Limits()
        self._workers: list[_Worker] = []
        self._context = multiprocessing.get_context("spawn")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for one in self._workers:
            self._end(one)
        self._workers.clear()

    def map(self, items: Iterable[Any], *, ordered: bool = True, at_once: Callable[[Any], Any] = lambda _: None) -> Iterator[Any]:
        """An outcome for each item, in the order of `items` unless told otherwise. Reads `items` only as far as it must.

        An item for which `at_once` gives anything but None needs no worker: that is what comes out in its turn.
        """
        run = _Run(iter(enumerate(items)), self._limits, ordered, at_once)
        room = self._jobs * self._limits.ahead * self._limits.chunk
        while not run.finished:
            self._hand_out(run, room)
            yield from run.take()
            self._listen(run)
            yield from run.take()

    # --- handing out ---------------------------------------------------------------------------------------------------

    def _hand_out(self, run: _Run, room: int) -> None:
        for one in self._idle(run):
            chunk = run.next_chunk(room)
            if chunk is None:
                return
            one.chunk, one.heard = chunk, time.monotonic()
            try:
                one.pipe.send([item for _, item in chunk.numbered])
            except OSError:
                self._lost(one, run, Trouble.DIED)

    def _idle(self, run: _Run) -> list[_Worker]:
        while len(self._workers) < self._jobs and len(self._workers) < len([w for w in self._workers if w.chunk]) + run.wanted:
            self._workers.append(self._hire())
        return [w for w in self._workers if w.chunk is None]

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=worker.run, args=(self._start, theirs), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    # --- listening -------------------------------------------------------------------------------------------------------

    def _listen(self, run: _Run) -> None:
        busy = [w for w in self._workers if w.chunk is not None]
        if not busy:
            return
        ready = set(wait([w.pipe for w in busy], timeout=0.5))
        for one in busy:
            if one.pipe in ready:
                self._hear(one, run)
            elif time.monotonic() - one.heard > self._limits.seconds:
                self._lost(one, run, Trouble.TIME_LIMIT)

    def _hear(self, one: _Worker, run: _Run) -> None:
        try:
            kind, value = one.pipe.recv()
        except (EOFError, OSError):
            self._lost(one, run, Trouble.DIED)
            return
        one.heard = time.monotonic()
        if kind == worker.READY:
            one.ready = True
        elif kind == worker.RESULT and one.chunk:
            number, item = one.chunk.numbered.pop(0)
            run.settle(number, Outcome(item, value))
        elif kind == worker.RAISED and one.chunk:
            run.retry(one.chunk, Trouble.RAISED, value)
            one.chunk = _Chunk([])
        elif kind == worker.DONE:
            one.chunk = None
            if value > self._limits.memory:
                self._dismiss(one)

    def _lost(self, one: _Worker, run: _Run, trouble: Trouble) -> None:
        chunk = one.chunk
        self._dismiss(one)
        if not one.ready:
            raise RuntimeError("a worker process ended before it was ready")
        if chunk:
            run.retry(chunk, trouble, _exit_of(one) if trouble is Trouble.DIED else f"{self._limits.seconds:g} s")

    def _dismiss(self, one: _Worker) -> None:
        self._workers.remove(one)
        self._end(one)

    def _end(self, one: _Worker) -> None:
        one.pipe.close()
        one.process.kill()
        one.process.join()


def _exit_of(one: _Worker) -> str:
    code = one.process.exitcode or 0
    return f"signal {-code}" if code < 0 else f"exit {code}"


class _Run:
    """One pass over the items: what waits, what is under way, what has settled and waits for its turn."""

    def __init__(self, items: Iterator[tuple[int, Any]], limits: Limits, ordered: bool, at_once: Callable[[Any], Any]) -> None:
        self._items, self._limits, self._ordered, self._at_once = items, limits, ordered, at_once
        self._retries: deque[_Chunk] = deque()
        self._settled: dict[int, Any] = {}
        self._next = 0
        self._exhausted = False
        self.open = 0
        """Items handed out or waiting for a retry."""

    @property
    def finished(self) -> bool:
        return self._exhausted and not self.open and not self._settled

    @property
    def wanted(self) -> int:
        """How many more workers have something to do."""
        return len(self._retries) + (0 if self._exhausted else 1_000)

    def next_chunk(self, room: int) -> _Chunk | None:
        if self._retries:
            return self._retries.popleft()
        numbered: list[tuple[int, Any]] = []
        while len(numbered) < self._limits.chunk and self.open + len(self._settled) + len(numbered) < room:
            pair = next(self._items, None)
            if pair is None:
                self._exhausted = True
                break
            settled = self._at_once(pair[1])
            if settled is None:
                numbered.append(pair)
            else:
                self._settled[pair[0]] = settled
        self.open += len(numbered)
        return _Chunk(numbered) if numbered else None

    def settle(self, number: int, outcome: Outcome) -> None:
        self._settled[number] = outcome
        self.open -= 1

    def retry(self, chunk: _Chunk, trouble: Trouble, detail: str) -> None:
        """The first time each item alone; the second time it has failed."""
        for number, item in chunk.numbered:
            if chunk.attempt == 1:
                self._retries.append(_Chunk([(number, item)], attempt=2))
            else:
                self.settle(number, Outcome(item, trouble=trouble, detail=detail))

    def take(self) -> Iterator[Any]:
        if not self._ordered:
            while self._settled:
                yield self._settled.pop(next(iter(self._settled)))
        while self._next in self._settled:
            yield self._settled.pop(self._next)
            self._next += 1
