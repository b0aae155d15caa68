"""One run of a batch: what is known is kept, the rest goes through the workers, everything is written in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pactscan.engine import Limits, Outcome, Pool, Trouble
from pactscan.model import Failure
from pactscan.store import Entry, Sink

if TYPE_CHECKING:
    from pactscan.batch.pieces import Piece
    from pactscan.batch.work import Starter


@dataclass(frozen=True, slots=True)
class Settings:
    """How a batch runs; nothing here changes what comes out."""

    jobs: int
    limits: Limits = field(default_factory=Limits)
    ordered: bool = True


@dataclass
class Run:
    """What became of a batch so far."""

    scanned: int = 0
    kept: int = 0
    empty: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def done(self) -> int:
        """Pieces that have been dealt with, in this run or before."""
        return self.scanned + self.kept

    @property
    def failed_by_reason(self) -> Counter[str]:
        """How many failed for each reason, its details left out."""
        return Counter(failure.reason.split(" (")[0].split(":")[0] for failure in self.failures)


Progress = Callable[[Run], None]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A piece whose entry of an earlier run stands."""

    key: str


def run_batch(pieces: Iterable[Piece], starter: Starter, sink: Sink, settings: Settings, progress: Progress = lambda _: None) -> Run:
    """Write an entry for each piece into `sink`. Killed at any point, the same call goes on where it stopped."""
    run = Run()
    try:
        with Pool(starter, settings.jobs, settings.limits) as pool:
            for number, step in enumerate(_steps(pieces, sink, pool, settings), start=1):
                _take(step, sink, run)
                if number % COMMIT_EVERY == 0:
                    sink.commit()
                progress(run)
        sink.finish()
    except BaseException:
        sink.close()
        raise
    progress(run)
    return run


COMMIT_EVERY = 50
"""Entries in one transaction: what a kill can cost."""


def _steps(pieces: Iterable[Piece], sink: Sink, pool: Pool, settings: Settings) -> Iterator[_Kept | Outcome]:
    """What is kept and what is scanned, in the order of the pieces."""
    return pool.map(pieces, ordered=settings.ordered, at_once=lambda piece: _known(piece, sink))


def _known(piece: Piece, sink: Sink) -> _Kept | None:
    digest = sink.known(piece.key)
    return _Kept(piece.key) if digest is not None and digest == piece.digest() else None


def _take(step: _Kept | Outcome, sink: Sink, run: Run) -> None:
    if isinstance(step, _Kept):
        run.kept += 1
        failure = sink.keep(step.key)
    else:
        entry = step.result if step.trouble is None else _gave_up(step)
        run.scanned += 1
        failure = entry.failure
        sink.write(entry)
    if failure:
        run.failures.append(failure)


def _gave_up(outcome: Outcome) -> Entry:
    piece: Piece = outcome.item
    reasons = {
        Trouble.DIED: f"its worker died twice ({outcome.detail}): too large for the memory, or a fault in the model",
        Trouble.TIME_LIMIT: f"not done within {outcome.detail}; raise --time-limit",
        Trouble.RAISED: f"internal error: {outcome.detail}",
    }
    trouble = outcome.trouble or Trouble.RAISED
    return Entry(piece.key, piece.digest(), failure=Failure(piece.key, reasons[trouble], 70 if trouble is Trouble.RAISED else 3))
