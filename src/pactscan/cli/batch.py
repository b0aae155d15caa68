"""``pactscan batch``: a folder or an archive in, a store or a file of reports out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pactscan.cli.boundary import Finished
from pactscan.cli.options import Lexicon, day, nouns
from pactscan.cli.talk import say

if TYPE_CHECKING:
    from pactscan.batch import Run
    from pactscan.batch.work import Starter
    from pactscan.model import Failure
    from pactscan.store import Sink

STORES = (".db", ".sqlite", ".sqlite3")
LINES = (".jsonl", ".ndjson")
SOME_FAILED = 5


def batch(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATHS...", help="Folders, globs, articles, archives (.jsonl).")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Store (.db) or reports (.jsonl).")] = None,
    files_from: Annotated[
        str | None, typer.Option("--files-from", metavar="FILE", help="Read paths from FILE, one a line; '-' is standard input.")
    ] = None,
    null: Annotated[bool, typer.Option("-0", "--null", help="Paths of --files-from end with NUL, as find -print0 writes them.")] = False,
    jobs: Annotated[int | None, typer.Option("-j", "--jobs", min=1, max=256, help="Worker processes  [default: the cores]")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over; keep nothing of an earlier run.")] = False,
    unordered: Annotated[bool, typer.Option("--unordered", help="Write reports as they are ready, not in the order of the input.")] = False,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="NOUNS", help="Of actors,countries,dates,quotes,agreements.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", callback=day, help="Day of publication of all of them.")
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the texts into the JSONL; a store always has them.")] = False,
    model: Annotated[str, typer.Option("--model", help="Language model: sm, md, or an installed spaCy pipeline.")] = "sm",
    allow_unverified_model: Annotated[
        bool, typer.Option("--allow-unverified-model", help="Take a model whose digest is not known.")
    ] = False,
    lexicon: Lexicon = None,
    time_limit: Annotated[float, typer.Option("--time-limit", min=1, metavar="SECONDS", help="Longest time for one article.")] = 120,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr but errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,  # noqa: ARG001  (the boundary reads it)
) -> None:
    """Scan a folder of articles into a store (.db) or a file of reports (.jsonl).

    Typed again after it was stopped, it goes on where it was: articles that have not changed are not read twice.
    """
    from pactscan.batch import Batch, pieces_of
    from pactscan.batch.work import Starter
    from pactscan.cli.progress import progress_of
    from pactscan.engine import Limits, Pool
    from pactscan.read import ReadOptions
    from pactscan.store import locked

    if output is None:
        raise typer.BadParameter("where to? give a store (pacts.db) or a file (reports.jsonl)", param_hint="--output")
    arguments = _arguments(context, paths, files_from, null=null)
    _refuse_to_read(output, arguments)
    in_store = output.suffix.lower() in STORES
    starter = Starter(model, allow_unverified_model, nouns(only), ReadOptions(published=date), with_text or in_store, lexicon)
    limit, beside = starter.read.max_bytes, str(output)
    with locked(output):
        sink = _sink(output, starter, fresh=fresh, ordered=not unordered)
        with (
            progress_of(arguments, beside, quiet=quiet) as progress,
            Pool(starter, jobs or os.cpu_count() or 1, Limits(seconds=time_limit)) as pool,
        ):
            run = Batch(pool, sink, limit, ordered=not unordered, progress=progress).run(pieces_of(arguments, output=beside, limit=limit))
    _sum_up(run, output, quiet=quiet)
    if run.failures:
        raise Finished(SOME_FAILED)


def _arguments(context: typer.Context, paths: list[str] | None, files_from: str | None, *, null: bool) -> list[str]:
    listed = list(_listed(files_from, null=null)) if files_from else []
    if not paths and not listed and not files_from:
        typer.echo(context.get_help(), err=True)
        raise Finished(2)
    for path in paths or []:
        if path == "-":
            raise typer.BadParameter("a batch reads files; for a list of paths on standard input use --files-from -")
    return [*(paths or []), *listed]


def _refuse_to_read(output: Path, arguments: list[str]) -> None:
    if any(os.path.normpath(argument) == os.path.normpath(output) for argument in arguments):
        raise typer.BadParameter(f"{output} is to be read; it would be overwritten", param_hint="--output")


def _listed(files_from: str, *, null: bool) -> Iterator[str]:
    try:
        data = sys.stdin.buffer.read() if files_from == "-" else Path(files_from).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{files_from}: {error.strerror}", param_hint="--files-from") from None
    for name in data.split(b"\0" if null else b"\n"):
        if name.strip(b"\r" if not null else b""):
            yield os.fsdecode(name if null else name.rstrip(b"\r"))


def _sink(output: Path, starter: Starter, *, fresh: bool, ordered: bool) -> Sink:
    from pactscan.store import JsonlSink, SqliteSink

    made_by = starter.made_by()
    suffix = output.suffix.lower()
    if suffix in STORES:
        return SqliteSink(output, made_by, fresh=fresh, ordered=ordered)
    if suffix in LINES:
        return JsonlSink(output, made_by, fresh=fresh, ordered=ordered)
    raise typer.BadParameter(f"{output}: a store ends in {', '.join(STORES)}, a file of reports in .jsonl", param_hint="--output")


def _sum_up(run: Run, output: Path, *, quiet: bool) -> None:
    if quiet:
        return
    counts = f"ok {run.ok:,}, empty {run.empty:,}, failed {len(run.failures):,}"
    say(f"{run.done:,} articles ({run.kept:,} from an earlier run): {counts}; in {output}")
    for reason, count in run.failed_by_reason.most_common():
        say(f"  {count:,} × {reason}")
    _list("failed", run.failures)
    _list("passed over", run.passed_over)


def _list(what: str, failures: list[Failure]) -> None:
    for failure in failures[:SHOWN_FAILURES]:
        say(f"  {what}: {failure.source}: {failure.reason}")
    if len(failures) > SHOWN_FAILURES:
        say(f"  … and {len(failures) - SHOWN_FAILURES:,} more {what}")


SHOWN_FAILURES = 50
