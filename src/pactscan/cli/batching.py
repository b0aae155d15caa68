"""A batch from its options to its summary: what `pactscan batch` does once everything is checked."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pactscan.cli.boundary import Finished
from pactscan.cli.log import Log, logging
from pactscan.errors import PactscanError

if TYPE_CHECKING:
    from pactscan.batch import Run
    from pactscan.batch.run import Engine
    from pactscan.batch.work import Starter
    from pactscan.store import Sink

STORES = (".db", ".sqlite", ".sqlite3")
LINES = (".jsonl", ".ndjson")
SOME_FAILED = 5
INPUT = 3


@dataclass(frozen=True, slots=True)
class Job:
    """What to read, where to, and how."""

    typed: Sequence[str]
    """The command line."""
    paths: list[str]
    output: Path
    jobs: int
    time_limit: float
    fresh: bool
    ordered: bool
    quiet: bool
    log: Path | None
    scheduler: str | None = None
    """Address of a Dask scheduler; None for processes of this machine."""


def run_batch(job: Job, starter: Starter) -> None:
    """Run it, and end the command with the exit code that its failures ask for."""
    from pactscan.store import locked

    made_by = starter.made_by()
    with locked(job.output), logging(job.log) as log:
        log("start", {"command": ["pactscan", *job.typed], "output": str(job.output), "jobs": job.jobs, "made_by": json.loads(made_by)})
        run = _run(job, starter, _sink(job, made_by), log)
        if is_store(job.output):
            _join(job.output)
    if run.failed:
        raise Finished(_code_of(run))


def _run(job: Job, starter: Starter, sink: Sink, log: Log) -> Run:
    from pactscan.batch import Batch, pieces_of
    from pactscan.cli.progress import progress_of
    from pactscan.cli.summary import figures, sum_up, sum_up_stopped

    begin = time.monotonic()
    beside = str(job.output)
    with (
        progress_of(job.paths, beside, quiet=job.quiet) as progress,
        _engine(job, starter, log) as engine,
    ):
        batch = Batch(engine, sink, starter.read.max_bytes, ordered=job.ordered, progress=progress, tell=log)
        try:
            batch.run(pieces_of(job.paths, starter.read, output=beside))
        except (KeyboardInterrupt, PactscanError) as stop:
            stopped: BaseException | None = stop
        else:
            stopped = None
    run = batch.state
    seconds = round(time.monotonic() - begin, 3)
    if stopped is not None:
        if not job.quiet:
            sum_up_stopped(run, job.output, job.typed)
        log("stopped", {**figures(run), "why": str(stopped) or type(stopped).__name__, "seconds": seconds})
        raise stopped
    if run.stories:
        log("near-duplicates", run.stories._asdict())
    log("end", {**figures(run), "seconds": seconds})
    if not job.quiet:
        sum_up(run, job.output, job.typed)
    return run


def _join(store: Path) -> None:
    """So that questions need not do it."""
    from pactscan.ask import index

    index(store)


@contextmanager
def _engine(job: Job, starter: Starter, log: Log) -> Iterator[Engine]:
    from pactscan.engine import Limits, Pool

    if job.scheduler is None:
        with Pool(starter, job.jobs, Limits(seconds=job.time_limit), log) as pool:
            yield pool
        return
    from pactscan.engine.cluster import Cluster

    cluster = Cluster(starter, job.scheduler, None, log)
    try:
        cluster.connect()
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"no scheduler answers at {job.scheduler}: {error}", param_hint="--scheduler") from None
    with cluster:
        yield cluster


def _code_of(run: Run) -> int:
    """5 when some failed; when all did, what they ask for."""
    if run.failed < run.done:
        return SOME_FAILED
    return next(iter(run.codes)) if len(run.codes) == 1 else INPUT


def _sink(job: Job, made_by: str) -> Sink:
    from pactscan.store import JsonlSink, SqliteSink

    if is_store(job.output):
        return SqliteSink(job.output, made_by, fresh=job.fresh, ordered=job.ordered)
    return JsonlSink(job.output, made_by, fresh=job.fresh, ordered=job.ordered)


def is_store(output: Path) -> bool:
    """Whether the output is to be a store, by its name."""
    return output.suffix.lower() in STORES


def check_output(output: Path) -> None:
    """Raise a usage error for an output of which no one can tell what it is to be."""
    if output.suffix.lower() not in STORES + LINES:
        raise typer.BadParameter(f"{output}: a store ends in {', '.join(STORES)}, a file of reports in .jsonl", param_hint="--output")
