"""``pactscan report``: a store as a page to hand to an editor."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from pactscan.cli.emit import emitting
from pactscan.cli.options import same_file
from pactscan.cli.signals import obey
from pactscan.cli.talk import say
from pactscan.errors import OutputError

OURS = {"index.html", "articles"}
LARGEST = 20_000_000
"""Bytes beyond which a page is said to be large."""


def report(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="A store that `pactscan batch -o STORE.db` made.")],
    target: Annotated[str, typer.Option("-o", "--output", metavar="FILE|DIR/", help="One file; or a folder of linked pages.")],
    limit: Annotated[
        int | None, typer.Option("--limit", min=0, metavar="N", help="Put the texts of the newest N articles in  [default: 200; DIR/: all]")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the page is called.")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,  # noqa: ARG001  (read by the boundary)
) -> None:
    """Make a page of a store: timeline, agreements, contradictions, who said what, network, and the articles themselves."""
    from pactscan.ask import asking
    from pactscan.report import Limits, folder, one_file

    output = Path(target)
    if same_file(str(store), output):
        raise typer.BadParameter(f"{output} is the store; it would be overwritten", param_hint="--output")
    as_folder = output.is_dir() or target.endswith(("/", os.sep)) or not output.suffix
    with asking(store) as corpus:
        if as_folder:
            _write_folder(output, folder(corpus, Limits(articles=limit), title))
            return
        size = 0
        with emitting(output) as emit:
            for piece in one_file(corpus, Limits() if limit is None else Limits(articles=limit), title):
                emit(piece)
                size += len(piece.encode())
    if size > LARGEST:
        say(f"pactscan: {output} has {size / 1e6:.0f} MB; a smaller --limit, or -o DIR/, makes it lighter")


def _write_folder(output: Path, pages: Iterable[tuple[str, str]]) -> None:
    """The pages below `output`, which holds nothing else: a folder of others' files is refused, old pages of ours go."""
    try:
        strangers = [path.name for path in sorted(output.iterdir()) if path.name not in OURS] if output.exists() else []
        if strangers:
            raise OutputError(f"{output} holds other files ({strangers[0]} …); give a new folder")
        written = {_write(output / name, content) for name, content in pages}
        for old in set((output / "articles").glob("*.html")) - written:
            old.unlink()
    except OSError as error:
        raise OutputError(f"cannot write {error.filename or output}: {error.strerror}") from error


def _write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")
    obey()
    return path
