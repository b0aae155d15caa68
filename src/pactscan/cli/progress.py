"""How far a batch has come, on stderr: a bar on a terminal, a line every half minute elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pactscan.cli.talk import say

if TYPE_CHECKING:
    from pactscan.batch import Progress, Run

EVERY_SECONDS = 30


@contextmanager
def progress_of(arguments: list[str], output: str, *, quiet: bool) -> Iterator[Progress]:
    """A function to call with the run after each article."""
    if quiet or sys.stderr is None:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bar(arguments, output) as progress:
            yield progress
    else:
        yield _lines()


def _lines() -> Progress:
    begin = said = time.monotonic()

    def progress(run: Run) -> None:
        nonlocal said
        now = time.monotonic()
        if now - said >= EVERY_SECONDS:
            said = now
            say(f"{run.done:,} done, {run.scanned / (now - begin):.1f}/s, ok {run.ok:,}, empty {run.empty:,}, failed {run.failed:,}")

    return progress


@contextmanager
def _bar(arguments: list[str], output: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from pactscan.batch.pieces import count_pieces

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[state]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count_pieces(arguments, output=output), state="")
        begin = time.monotonic()

        def progress(run: Run) -> None:
            rate = run.scanned / max(time.monotonic() - begin, 0.001)
            state = f"{rate:.1f}/s  ok {run.ok:,}  empty {run.empty:,}  failed {run.failed:,}"
            bar.update(task, completed=run.done, state=state)

        yield progress
