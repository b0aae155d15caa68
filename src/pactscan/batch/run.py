"""One run of a batch: what is known is kept, the rest goes through the workers, everything is written in order."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from pactscan.engine import Outcome, Trouble
from pactscan.model import Failure
from pactscan.store import Entry, Sink

if TYPE_CHECKING:
    from pactscan.batch.pieces import Piece


class Engine(Protocol):
    """An ordered map over workers; see `engine.Pool.map`."""

    def map(self, items: Iterable[Any], *, ordered: bool = True, at_once: Callable[[Any], Any] = lambda _: None) -> Iterator[Any]:
        """An outcome for each item, or what `at_once` gives for it."""


@dataclass
class Run:
    """What became of a batch so far."""

    scanned: int = 0
    kept: int = 0
    empty: int = 0
    failures: list[Failure] = field(default_factory=list)
    passed_over: list[Failure] = field(default_factory=list)

    @property
    def done(self) -> int:
        """Articles that have been dealt with, in this run or before."""
        return self.scanned + self.kept

    @property
    def ok(self) -> int:
        """Articles with a report that holds something."""
        return self.done - self.empty - len(self.failures)

    @property
    def failed_by_reason(self) -> Counter[str]:
        """How many failed for each reason, its details left out."""
        return Counter(_kind_of(failure.reason) for failure in self.failures)


def _kind_of(reason: str) -> str:
    """What is the same in the reasons of several articles."""
    reason = reason.partition(": ")[2] if reason.startswith("line ") else reason
    return reason.split(" (")[0].split(":")[0]


Tell = Callable[[str, dict[str, Any]], None]
"""Takes what happens, as a name and its particulars."""
Progress = Callable[[Run], None]

COMMIT_ENTRIES = 50
COMMIT_SECONDS = 5.0
"""How many entries, and how much time, a kill can cost."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A piece whose entry of an earlier run stands."""

    key: str


@dataclass(frozen=True, slots=True)
class _PassedOver:
    """A piece that is no article and no failure."""

    piece: Piece


@dataclass(frozen=True)
class Batch:
    """Pieces through an engine into a sink. Stopped at any point, the same batch goes on where it was."""

    engine: Engine
    sink: Sink
    limit: int
    """Bytes of the largest article."""
    ordered: bool = True
    progress: Progress = lambda _: None
    tell: Tell = lambda _name, _facts: None

    def run(self, pieces: Iterable[Piece]) -> Run:
        """Write an entry for each piece."""
        run = Run()
        try:
            self._take_all(pieces, run)
            self.sink.finish()
        except BaseException:
            self.sink.close()
            raise
        self.progress(run)
        return run

    def _take_all(self, pieces: Iterable[Piece], run: Run) -> None:
        waiting, committed = 0, time.monotonic()
        for step in self.engine.map(pieces, ordered=self.ordered, at_once=self._at_once):
            self._take(step, run)
            waiting += 1
            if waiting >= COMMIT_ENTRIES or time.monotonic() - committed > COMMIT_SECONDS:
                self.sink.commit()
                waiting, committed = 0, time.monotonic()
            self.progress(run)

    def _at_once(self, piece: Piece) -> _Kept | _PassedOver | None:
        if piece.passed_over:
            return _PassedOver(piece)
        digest = self.sink.known(piece.key)
        return _Kept(piece.key) if digest and digest == piece.digest(self.limit) else None

    def _take(self, step: _Kept | _PassedOver | Outcome, run: Run) -> None:
        if isinstance(step, _PassedOver):
            run.passed_over.append(Failure(step.piece.key, step.piece.trouble or ""))
        elif isinstance(step, _Kept):
            run.kept += 1
            nouns, failure = self.sink.keep(step.key)
            _count(run, nouns, failure)
        else:
            entry = step.result if step.trouble is None else _gave_up(step)
            run.scanned += 1
            self.sink.write(entry)
            _count(run, entry.nouns, entry.failure)
            self._tell_of(entry)

    def _tell_of(self, entry: Entry) -> None:
        if entry.failure:
            self.tell("failed", {"article": entry.key, "reason": entry.failure.reason})
        else:
            self.tell("done", {"article": entry.key, "nouns": entry.nouns})


def _count(run: Run, nouns: int, failure: Failure | None) -> None:
    if failure:
        run.failures.append(failure)
    elif not nouns:
        run.empty += 1


def _gave_up(outcome: Outcome) -> Entry:
    """The entry of a piece that failed twice. What may go better another time has no digest, and is tried again by the next run."""
    piece: Piece = outcome.item
    reasons = {
        Trouble.DIED: f"its worker died twice ({outcome.detail}): too large for the memory, or a fault in the model",
        Trouble.TIME_LIMIT: f"not done within the time limit ({outcome.detail}): raise --time-limit",
        Trouble.RAISED: f"internal error: {outcome.detail}",
    }
    trouble = outcome.trouble or Trouble.RAISED
    digest = piece.digest() if trouble is Trouble.RAISED else ""
    return Entry(piece.key, digest, failure=Failure(piece.key, reasons[trouble], 70 if trouble is Trouble.RAISED else 3))
