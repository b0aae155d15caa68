"""The same map as `Pool` gives, over a Dask cluster. The only place that touches Dask (extra ``dask``), imported when it is needed.

Dask itself hands the chunks of a worker that died to another one. A chunk that kills worker after worker, or raises, is tried once
more, each item alone, so that only the item at fault is lost. There is no time limit here.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from types import TracebackType
from typing import Any, NamedTuple, Self

from pactscan.engine.pool import Limits, Outcome, Tell, Trouble
from pactscan.engine.worker import Start, Work

_one_at_a_time = threading.Lock()


class _Turn(NamedTuple):
    """Items handed out, and their results to come; or one that needed no worker."""

    items: list[Any]
    future: Any = None
    settled: Any = None


class Cluster:
    """Work on the cluster whose scheduler stands at `address`; use as a context manager."""

    def __init__(self, start: Start, address: str, limits: Limits | None = None, tell: Tell = lambda _name, _facts: None) -> None:
        self._start, self._address, self._limits, self._tell = start, address, limits or Limits(), tell
        self._client: Any = None

    def connect(self) -> None:
        """Find the scheduler. Raises OSError when none answers."""
        from distributed import Client

        self._client = Client(self._address, timeout=self._limits.start, set_as_default=False)
        self._tell("connected", {"scheduler": self._address, "workers": len(self._client.scheduler_info(n_workers=-1)["workers"])})

    def __enter__(self) -> Self:
        if self._client is None:
            self.connect()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close()

    def map(self, items: Iterable[Any], *, ordered: bool = True, at_once: Callable[[Any], Any] = lambda _: None) -> Iterator[Any]:  # noqa: ARG002  (always in order)
        """See `Pool.map`; always in the order of `items`."""
        turns: deque[_Turn] = deque()
        handed_out = 0
        for turn in chain(self._turns(items, at_once), [None]):
            if turn is not None:
                turns.append(turn)
                handed_out += turn.future is not None
            while turns and (turn is None or turns[0].future is None or handed_out >= self._room()):
                first = turns.popleft()
                handed_out -= first.future is not None
                yield from self._taken(first)

    def _room(self) -> int:
        return self._limits.ahead * max(1, len(self._client.nthreads()))

    def _turns(self, items: Iterable[Any], at_once: Callable[[Any], Any]) -> Iterator[_Turn]:
        chunk: list[Any] = []
        for item in items:
            settled = at_once(item)
            if settled is None:
                chunk.append(item)
            if chunk and (settled is not None or len(chunk) == self._limits.chunk):
                yield _Turn(chunk, self._submit(chunk))
                chunk = []
            if settled is not None:
                yield _Turn([item], settled=settled)
        if chunk:
            yield _Turn(chunk, self._submit(chunk))

    def _submit(self, chunk: list[Any]) -> Any:
        return self._client.submit(work_on, self._start, chunk, pure=False)

    def _taken(self, turn: _Turn) -> Iterator[Any]:
        if turn.future is None:
            yield turn.settled
            return
        try:
            results = turn.future.result()
        except Exception as error:
            self._tell("tried again", {"items": len(turn.items), "why": f"{type(error).__name__}: {error}"})
            for item in turn.items:
                yield self._alone(item)
        else:
            yield from (Outcome(item, result) for item, result in zip(turn.items, results, strict=True))

    def _alone(self, item: Any) -> Outcome:
        try:
            (result,) = self._submit([item]).result()
        except Exception as error:
            died = type(error).__name__ == "KilledWorker"
            return Outcome(item, trouble=Trouble.DIED if died else Trouble.RAISED, detail=f"{type(error).__name__}: {error}")
        return Outcome(item, result)


def work_on(start: Start, chunk: list[Any]) -> list[Any]:
    """What a worker of the cluster does with a chunk; the model is loaded once in its process, and used by one thread at a time."""
    with _one_at_a_time:
        return list(_work(start)(chunk))


@cache
def _work(start: Start) -> Work:
    return start()
