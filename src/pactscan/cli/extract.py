"""``pactscan extract``: articles in, reports out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pactscan.cli import ink
from pactscan.cli.boundary import Finished
from pactscan.cli.emit import check_stdout, emitting
from pactscan.cli.options import DateOrder, Format, InputFormat, Lexicon, Reckoning, day, nouns, same_file
from pactscan.cli.talk import say
from pactscan.codec import OffsetUnit
from pactscan.model import NOUNS

if TYPE_CHECKING:
    from pactscan.model import Article, Failure
    from pactscan.scanner import Scanner

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATHS...", help="Articles: .txt, .md, .html, .jsonl; '-' is standard input.")]


def extract(
    context: typer.Context,
    paths: Paths = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the reports.")] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="NOUNS", help="Of actors,countries,dates,quotes,agreements.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", callback=day, help="Day of publication, for relative dates.")
    ] = None,
    dates: Annotated[
        Reckoning, typer.Option("--dates", help="Reckon from the day of writing, or from the date told last.")
    ] = Reckoning.AUTO,
    date_order: Annotated[
        DateOrder | None, typer.Option("--date-order", help="What 3/4/2021 means; told from the other dates otherwise.")
    ] = None,
    from_: Annotated[InputFormat | None, typer.Option("--from", help="What the input is; told from name and content otherwise.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Take the text to be in that language (en), untested.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the article's text into the JSON.")] = False,
    offsets: Annotated[OffsetUnit, typer.Option("--offsets", help="What the offsets of JSON and CSV count.")] = OffsetUnit.CODEPOINT,
    raw: Annotated[bool, typer.Option("--raw", help="CSV as the data is: no guard against formulas, nothing escaped.")] = False,
    color: Annotated[ink.When, typer.Option("--color", help="When to colour; NO_COLOR and FORCE_COLOR are heeded.")] = ink.When.AUTO,
    model: Annotated[str, typer.Option("--model", help="Language model: sm, md, or an installed spaCy pipeline.")] = "sm",
    allow_unverified_model: Annotated[
        bool, typer.Option("--allow-unverified-model", help="Take a model whose digest is not known.")
    ] = False,
    lexicon: Lexicon = None,
    max_bytes: Annotated[int | None, typer.Option("--max-bytes", min=1, help="Largest file to read  [default: 20 MiB]")] = None,
    max_characters: Annotated[
        int | None, typer.Option("--max-characters", min=1, help="Longest text to read  [default: 1,000,000]")
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr but errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Find the agreements, actors, countries, dates and quotes of news articles.

    Without PATHS, an article is read from standard input.
    """
    from pactscan.cli.scanning import Tally, scanned
    from pactscan.cli.writing import Writing

    inputs, wanted = _inputs(context, paths), nouns(only)
    if as_json and form is Format.JSONL:
        raise typer.BadParameter("--json and --format jsonl are two forms; choose one")
    if raw and form is not Format.CSV:
        raise typer.BadParameter("goes with --format csv", param_hint="--raw")
    _check(inputs, output, quiet=quiet)
    items = _read(inputs, published=date, input_format=from_, language=language, max_bytes=max_bytes, max_characters=max_characters)
    load = partial(
        _scanner, model, allow_unverified=allow_unverified_model, only=wanted or NOUNS, dates=dates, order=date_order, lexicon=lexicon
    )
    tally = Tally()
    found = scanned(items, tally, load, strict=debug)
    writing = Writing(Format.JSON if as_json else form, with_text, offsets, ink.color_of(color, output), ink.width(output), raw)
    with emitting(output) as emit:
        for piece in writing.pieces(found, tally, alone=len(inputs) == 1):
            emit(piece)
        if not tally.reports:
            tally.close()  # here, so that an old file is left as it was
    tally.close()


def _inputs(context: typer.Context, paths: list[str] | None) -> list[str]:
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        typer.echo(context.get_help(), err=True)
        raise Finished(2)
    if paths and paths.count("-") > 1:
        raise typer.BadParameter("'-' (standard input) can be read only once")
    return paths or ["-"]


def _check(inputs: list[str], output: Path | None, *, quiet: bool) -> None:
    if output is None:
        check_stdout()
    elif any(same_file(path, output) for path in inputs):
        raise typer.BadParameter(f"{output} is an article to be read; it would be overwritten", param_hint="--output")
    if not quiet and "-" in inputs and sys.stdin is not None and sys.stdin.isatty():
        say("reading an article from standard input; end it with Ctrl-D")


def _read(inputs: list[str], **told: str | int | None) -> Iterator[Article | Failure]:
    from pactscan.read import ReadOptions, read_path

    options = ReadOptions(**{name: value for name, value in told.items() if value is not None})  # type: ignore[arg-type]
    stdin = sys.stdin.buffer if sys.stdin is not None else None
    return chain.from_iterable(read_path(path, options, stdin=stdin) for path in inputs)


def _scanner(
    model: str, *, allow_unverified: bool, only: tuple[str, ...], dates: Reckoning, order: DateOrder | None, lexicon: Path | None
) -> Scanner:
    from pactscan.scanner import Dating, Scanner

    dating = Dating(dates.value, order.value if order else None)
    return Scanner(model, allow_unverified=allow_unverified, only=only, dating=dating, lexicon=lexicon)
