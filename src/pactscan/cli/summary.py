"""What is said at the end of a batch: counts, failures by reason, near-duplicates, and how to go on."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pactscan.cli.talk import say

if TYPE_CHECKING:
    from pactscan.batch import Run
    from pactscan.model import Failure

STARTS_OVER = ("--fresh",)


def sum_up(run: Run, output: Path, arguments: Sequence[str]) -> None:
    """The summary of a run that came to its end."""
    say(f"{_counts(run)}; in {output}")
    for reason, count in sorted(run.reasons.items(), key=lambda item: (-item[1], item[0])):
        say(f"  {count:,} × {reason}")
    _list("failed", run.failures, run.failed)
    _list("passed over", run.passed_over, run.skipped)
    if run.stories and run.stories.stories:
        say(f"  near-duplicates: stories {run.stories.stories:,}, their articles {run.stories.articles:,}")
    if not run.done:
        say("  no article was found")
    if run.failed:
        say(f"  once mended, only they are read again: {command_to_go_on(arguments)}")


def sum_up_stopped(run: Run, output: Path, arguments: Sequence[str]) -> None:
    """What is said of a run that was stopped."""
    say(f"stopped: {_counts(run)}; in {output}")
    say(f"  go on with: {command_to_go_on(arguments)}")


def figures(run: Run) -> dict[str, Any]:
    """The summary for the log."""
    counts = {"articles": run.done, "kept": run.kept, "ok": run.ok, "empty": run.empty, "failed": run.failed, "passed_over": run.skipped}
    return {**counts, "reasons": dict(sorted(run.reasons.items()))}


def command_to_go_on(arguments: Sequence[str]) -> str:
    """The same command, without what would make it start over."""
    return shlex.join(["pactscan", *(argument for argument in arguments if argument not in STARTS_OVER)])


def _counts(run: Run) -> str:
    counts = f"ok {run.ok:,}, empty {run.empty:,}, failed {run.failed:,}"
    return f"{run.done:,} articles ({run.kept:,} from an earlier run): {counts}"


def _list(what: str, shown: list[Failure], count: int) -> None:
    for failure in shown:
        say(f"  {what}: {failure.source}: {failure.reason}")
    if count > len(shown):
        say(f"  … and {count - len(shown):,} more {what}; --log keeps all of them")
