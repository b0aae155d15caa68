"""``pactscan batch``: a folder or an archive in, a store or a file of reports out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pactscan.cli.boundary import Finished
from pactscan.cli.options import DateOrder, InputFormat, Lexicon, Reckoning, day, nouns, same_file

if TYPE_CHECKING:
    from pactscan.read import ReadOptions


class EngineName(StrEnum):
    """What does the work."""

    LOCAL = "local"
    DASK = "dask"


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
    dates: Annotated[
        Reckoning, typer.Option("--dates", help="Reckon from the day of writing, or from the date told last.")
    ] = Reckoning.AUTO,
    date_order: Annotated[
        DateOrder | None, typer.Option("--date-order", help="What 3/4/2021 means; told from the other dates otherwise.")
    ] = None,
    from_: Annotated[InputFormat | None, typer.Option("--from", help="What the files are; told from name and content otherwise.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Take the texts to be in that language (en), untested.")
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the texts into the JSONL; a store always has them.")] = False,
    model: Annotated[str, typer.Option("--model", help="Language model: sm, md, or an installed spaCy pipeline.")] = "sm",
    allow_unverified_model: Annotated[
        bool, typer.Option("--allow-unverified-model", help="Take a model whose digest is not known.")
    ] = False,
    lexicon: Lexicon = None,
    max_bytes: Annotated[int | None, typer.Option("--max-bytes", min=1, help="Largest file or line to read  [default: 20 MiB]")] = None,
    max_characters: Annotated[
        int | None, typer.Option("--max-characters", min=1, help="Longest text to read  [default: 1,000,000]")
    ] = None,
    time_limit: Annotated[float, typer.Option("--time-limit", min=1, metavar="SECONDS", help="Longest time for one article.")] = 120,
    engine: Annotated[EngineName, typer.Option("--engine", help="Processes of this machine, or a Dask cluster.")] = EngineName.LOCAL,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Of --engine dask: tcp://host:8786; workers read the same paths."),
    ] = None,
    log: Annotated[Path | None, typer.Option("--log", metavar="FILE", help="Add what happens to FILE, one JSON line an event.")] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr but errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,  # noqa: ARG001  (the boundary reads it)
) -> None:
    """Scan a folder of articles into a store (.db) or a file of reports (.jsonl).

    Typed again after it was stopped, it goes on where it was: articles that have not changed are not read twice.
    """
    from pactscan.batch.work import Starter
    from pactscan.cli.batching import Job, check_output, is_store, run_batch
    from pactscan.scanner import Dating

    if output is None:
        raise typer.BadParameter("where to? give a store (pacts.db) or a file (reports.jsonl)", param_hint="--output")
    arguments = _arguments(context, paths, files_from, null=null)
    check_output(output)
    _refuse_to_write_over([*arguments, files_from or "-"], output, log)
    read = _reading(published=date, input_format=from_, language=language, max_bytes=max_bytes, max_characters=max_characters)
    texts = with_text or is_store(output)
    dating = Dating(dates.value, date_order.value if date_order else None)
    starter = Starter(model, allow_unverified_model, nouns(only), read, texts, dating, lexicon)
    _check_engine(engine, scheduler)
    cores = jobs or os.cpu_count() or 1
    run_batch(Job(context.obj or (), arguments, output, cores, time_limit, fresh, not unordered, quiet, log, scheduler), starter)


def _check_engine(engine: EngineName, scheduler: str | None) -> None:
    from importlib.util import find_spec

    if (engine is EngineName.DASK) != (scheduler is not None):
        raise typer.BadParameter("--engine dask and --scheduler go together", param_hint="--engine")
    if scheduler is not None and find_spec("distributed") is None:
        raise typer.BadParameter("Dask is not installed; install it with: pip install 'pactscan[dask]'", param_hint="--engine")


def _reading(**told: str | int | None) -> ReadOptions:
    from pactscan.read import ReadOptions

    return ReadOptions(**{name: value for name, value in told.items() if value is not None})  # type: ignore[arg-type]


def _arguments(context: typer.Context, paths: list[str] | None, files_from: str | None, *, null: bool) -> list[str]:
    listed = list(_listed(files_from, null=null)) if files_from else []
    if not paths and not listed and not files_from:
        typer.echo(context.get_help(), err=True)
        raise Finished(2)
    for path in paths or []:
        if path == "-":
            raise typer.BadParameter("a batch reads files; for a list of paths on standard input use --files-from -")
    return [*(paths or []), *listed]


def _refuse_to_write_over(arguments: list[str], output: Path, log: Path | None) -> None:
    for written, option in ((output, "--output"), (log, "--log")):
        if written is not None and any(_same(argument, written) for argument in arguments):
            raise typer.BadParameter(f"{written} is to be read; it would be overwritten", param_hint=option)
    if log is not None and _same(str(log), output):
        raise typer.BadParameter(f"{log} is the output", param_hint="--log")


def _same(path: str, other: Path) -> bool:
    return os.path.normpath(path) == os.path.normpath(other) or same_file(path, other)


def _listed(files_from: str, *, null: bool) -> Iterator[str]:
    try:
        data = sys.stdin.buffer.read() if files_from == "-" else Path(files_from).read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{files_from}: {error.strerror}", param_hint="--files-from") from None
    for name in data.split(b"\0" if null else b"\n"):
        if name.strip(b"\r" if not null else b""):
            yield os.fsdecode(name if null else name.rstrip(b"\r"))
