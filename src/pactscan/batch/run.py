"""One run of a batch: what is known is kept, the rest goes through the workers, everything is written in order."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from pactscan.engine import Outcome, Trouble
from pactscan.model import Failure
from pactscan.store import Entry, Sink, Stories

if TYPE_CHECKING:
    from pactscan.batch.pieces import Piece


class Engine(Protocol):
    """An ordered map over workers; see `engine.Pool.map`."""

    def map(self, items: Iterable[Any], *, ordered: bool = True, at_once: Callable[[Any], Any] = lambda _: None) -> Iterator[Any]:
        """An outcome for each item, or what `at_once` gives for it."""


SHOWN = 50
"""Failures that are kept by name for the summary; all of them stand in the log, and in a store."""


@dataclass
class Run:
    """What became of a batch so far."""

    scanned: int = 0
    kept: int = 0
    empty: int = 0
    failed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    """How many failed for each reason, its details left out."""
    codes: set[int] = field(default_factory=set)
    """Exit codes that the failures ask for."""
    failures: list[Failure] = field(default_factory=list)
    """The first of them."""
    skipped: int = 0
    passed_over: list[Failure] = field(default_factory=list)
    """The first that were no article and no failure."""
    stories: Stories | None = None
    """Near-duplicates in the output, at the end of a run into a store."""

    @property
    def done(self) -> int:
        """Articles that have been dealt with, in this run or before."""
        return self.scanned + self.kept

    @property
    def ok(self) -> int:
        """Articles with a report that holds something."""
        return self.done - self.empty - self.failed

    def count(self, nouns: int, failure: Failure | None) -> None:
        """Count what became of one article."""
        if failure:
            self.failed += 1
            self.reasons[_kind_of(failure.reason)] += 1
            self.codes.add(failure.code)
            self.failures += [failure] if self.failed <= SHOWN else []
        elif not nouns:
            self.empty += 1

    def pass_over(self, what: Failure) -> None:
        """Count what is no article and no failure."""
        self.skipped += 1
        self.passed_over += [what] if self.skipped <= SHOWN else []


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
    state: Run = field(default_factory=Run)
    """How far it has come, also when it was stopped."""

    def run(self, pieces: Iterable[Piece]) -> Run:
        """Write an entry for each piece."""
        run = self.state
        try:
            self._take_all(pieces, run)
            run.stories = self.sink.finish()
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
            run.pass_over(Failure(step.piece.key, step.piece.trouble or ""))
            self.tell("passed over", {"article": step.piece.key, "reason": step.piece.trouble})
        elif isinstance(step, _Kept):
            run.kept += 1
            run.count(*self.sink.keep(step.key))
        else:
            entry = step.result if step.trouble is None else _gave_up(step, self.limit)
            run.scanned += 1
            self.sink.write(entry)
            run.count(entry.nouns, entry.failure)
            if entry.failure:
                self.tell("failed", {"article": entry.key, "reason": entry.failure.reason, "code": entry.failure.code})


def _gave_up(outcome: Outcome, limit: int) -> Entry:
    """The entry of a piece that failed twice. What may go better another time has no digest, and is tried again by the next run."""
    piece: Piece = outcome.item
    reasons = {
        Trouble.DIED: f"its worker died twice ({outcome.detail}): too large for the memory, or a fault in the model",
        Trouble.TIME_LIMIT: f"not done within the time limit ({outcome.detail}): raise --time-limit",
        Trouble.RAISED: f"internal error: {outcome.detail}",
    }
    trouble = outcome.trouble or Trouble.RAISED
    digest = piece.digest(limit) if trouble is Trouble.RAISED else ""
    return Entry(piece.key, digest, failure=Failure(piece.key, reasons[trouble], 70 if trouble is Trouble.RAISED else 3))
