"""``pactscan help TOPIC``: the pages of the docs, in the terminal."""

from __future__ import annotations

import sysconfig
from pathlib import Path
from typing import Annotated

import typer

from pactscan.cli.emit import emitting
from pactscan.errors import InputError

PLACES = (Path(sysconfig.get_path("data")) / "share" / "doc" / "pactscan", Path(__file__).parents[3] / "docs")
"""Where the pages are once installed, and in a checkout."""


def help_(topic: Annotated[str | None, typer.Argument(metavar="TOPIC", help="A page; without it, all are listed.")] = None) -> None:
    """Show a page of the docs, or list them."""
    pages = _pages()
    if topic is not None and topic not in pages:
        raise typer.BadParameter(f"{topic!r} is no page; those are {', '.join(pages)}", param_hint="TOPIC")
    with emitting(None) as emit:
        emit(_list(pages) if topic is None else pages[topic].read_text(encoding="utf-8"))


def _pages() -> dict[str, Path]:
    for place in PLACES:
        pages = {path.stem: path for path in sorted(place.glob("*.md")) if path.stem != "index"}
        if pages:
            return pages
    raise InputError(f"the pages of the docs are not in {PLACES[0]}; install pactscan anew")


def _list(pages: dict[str, Path]) -> str:
    width = max(map(len, pages))
    return "".join(f"{name:<{width}}  {_title(path)}\n" for name, path in pages.items())


def _title(path: Path) -> str:
    with path.open(encoding="utf-8") as lines:
        return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")
