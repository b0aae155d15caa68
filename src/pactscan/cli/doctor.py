"""``pactscan doctor``: whether this installation can do its work, on one screen, with an exit code for scripts."""

from __future__ import annotations

import os
import platform
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from pactscan.cli.boundary import Finished
from pactscan.cli.emit import emitting
from pactscan.cli.options import Lexicon
from pactscan.errors import PactscanError
from pactscan.version import __version__

OPTIONAL = {
    "html": ("trafilatura", "reads .html"),
    "parquet": ("pyarrow", "exports Parquet"),
    "ftm": ("followthemoney", "writes FollowTheMoney entities"),
    "dask": ("distributed", "spreads a batch over machines"),
}
"""Extra → the library that it brings, and what for."""

LIBRARIES = ("spacy", "thinc", "numpy", "dateparser", "typer", "rich", "rapidfuzz", "rensa")


NARROWEST = 50
INDENT = " " * 24


class Finding(NamedTuple):
    """One thing that was looked at. `code` is 0 when all is well, else the exit code that a command would end with."""

    what: str
    told: str
    code: int = 0
    needed: bool = True

    @property
    def sign(self) -> str:
        """A word that needs no colour."""
        if self.code == 0:
            return "ok"
        return "WRONG" if self.needed else "absent"


def doctor(
    context: typer.Context,
    stores: Annotated[list[Path] | None, typer.Argument(metavar="STORES...", help="Stores (.db) to look at, too.")] = None,
    lexicon: Lexicon = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON: what, sign, told, code.")] = False,
) -> None:
    """Check model, libraries, settings, terminal and stores; the exit code is that of the first thing wrong."""
    found = list(_findings(context, stores or [], lexicon))
    with emitting(None) as emit:
        emit(_as_json(found) if as_json else _as_text(found))
    wrong = next((finding.code for finding in found if finding.code and finding.needed), 0)
    if wrong:
        raise Finished(wrong)


def _findings(context: typer.Context, stores: list[Path], lexicon: Path | None) -> Iterator[Finding]:
    yield Finding("pactscan", f"{__version__}, Python {platform.python_version()} on {platform.system()} {platform.machine()}")
    yield _libraries()
    yield _checked("model sm", lambda: _model("sm"))
    yield _checked("model md", lambda: _model("md"))._replace(needed=False)
    yield from (_extra(name, *brings) for name, brings in OPTIONAL.items())
    yield _checked("settings", lambda: _settings(context))
    if lexicon is not None:
        yield _checked("lexicon", lambda: _lexicon(lexicon))
    yield Finding("terminal", _terminal())
    yield from (_checked(f"store {store}", lambda store=store: _store(store)) for store in stores)  # type: ignore[misc]


def _checked(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except PactscanError as error:
        return Finding(what, str(error), error.exit_code)


def _libraries() -> Finding:
    found = {name: _version(name) for name in LIBRARIES}
    absent = [name for name, installed in found.items() if installed is None]
    if absent:
        return Finding("libraries", f"not installed: {', '.join(absent)}; install pactscan anew", 70)
    return Finding("libraries", ", ".join(f"{name} {installed}" for name, installed in found.items()))


def _extra(extra: str, library: str, purpose: str) -> Finding:
    found = _version(library)
    told = f"{library} {found or 'not installed'}: {purpose}"
    return Finding(f"extra {extra}", told if found else f"{told}; pip install 'pactscan[{extra}]'", 0 if found else 1, needed=False)


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _model(name: str) -> str:
    from pactscan.find.pipeline import identify

    info = identify(name)
    return f"{info.name} {info.version}, SHA-256 {info.sha256[:12]}… as pinned"


def _settings(context: typer.Context) -> str:
    from pactscan.cli.settings import default_map, settings

    told = settings()
    if context.parent is not None:
        default_map(context.parent)  # checks the values
    return ", ".join(f"{s.name} = {s.value} ({s.origin})" for s in told.values()) or "none"


def _lexicon(folder: Path) -> str:
    from pactscan.lexicon.own import read_lexicon

    lexicon = read_lexicon(folder)
    counts = ", ".join(f"{name} {len(entries):,}" for name, entries in lexicon.entries.items())
    return f"{counts}; SHA-256 {lexicon.sha256[:12]}…"


def _terminal() -> str:
    from pactscan.cli import ink

    kind = "a terminal" if sys.stdout is not None and sys.stdout.isatty() else "no terminal"
    colours = "colours" if ink.color_of(ink.When.AUTO, None) else "no colours"
    return f"{kind}, {ink.width()} columns, {colours}, TERM={os.environ.get('TERM', '')}"


def _store(path: Path) -> str:
    from pactscan.store.database import reading

    with reading(path) as db:
        trouble = [str(row[0]) for row in db.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
        trouble += [f"a row of {table} points to no row of {parent}" for table, _, parent, _ in db.execute("PRAGMA foreign_key_check")][:3]
        if trouble:
            raise _Damaged(f"{path}: damaged: {'; '.join(trouble)}; make it anew with batch --fresh")
        articles, stories = db.execute("SELECT count(*), count(DISTINCT story) FROM articles").fetchone()
        failed = db.execute("SELECT count(*) FROM failures").fetchone()[0]
    return f"{articles:,} articles in {stories:,} stories, {failed:,} failed"


class _Damaged(PactscanError):
    exit_code = 3


def _as_json(found: list[Finding]) -> str:
    from pactscan.render import structured

    return structured.page([{"what": f.what, "sign": f.sign, "told": f.told, "code": f.code} for f in found])


def _as_text(found: list[Finding]) -> str:
    from pactscan.cli import ink
    from pactscan.render.escape import visible

    width, lines = ink.width(), []
    for finding in found:
        lines += textwrap.wrap(
            visible(f"{finding.sign:<6}  {finding.what:<14}  {finding.told}"), max(width, NARROWEST), subsequent_indent=INDENT
        )
    return "\n".join(lines) + "\n"
