"""``pactscan export``: what a store holds, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from pactscan.cli.emit import emitting, replacing
from pactscan.cli.options import same_file
from pactscan.errors import OutputError

if TYPE_CHECKING:
    import sqlite3

    from pactscan.store.tables import Table

INSTALL_PARQUET = "Parquet needs pyarrow, which is not installed; install it with: pip install 'pactscan[parquet]'"
NAMES = "articles, actors, countries, dates, quotes, agreements, parties, signatories, agreement_dates, failures"


class ExportFormat(StrEnum):
    """How what a store holds is written."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def export(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="A store (.db) that 'pactscan batch' wrote.")],
    form: Annotated[ExportFormat, typer.Option("--format", help="Reports (jsonl), or tables (csv, parquet).")] = ExportFormat.JSONL,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="A file; of all tables, a folder.")] = None,
    table: Annotated[str | None, typer.Option("--table", metavar="NAME", help=f"Only that table, of {NAMES}.")] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="With the texts of the articles.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="CSV as the data is: no guard against formulas, nothing escaped.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,  # noqa: ARG001  (the boundary reads it)
) -> None:
    """Write what a store holds as reports (JSONL) or tables (CSV, Parquet), in the order of the input.

    JSONL is byte for byte what 'pactscan batch -o reports.jsonl' writes.
    """
    from pactscan.store.database import reading

    chosen = _tables(form, table, output, with_text=with_text)
    _check(form, store, output, table, raw=raw)
    with reading(store) as db:
        if form is ExportFormat.JSONL:
            _write(_lines(db, with_text=with_text), output)
        elif table is None and output is not None:
            _write_folder(db, chosen, form, output, raw=raw)
        elif form is ExportFormat.CSV:
            _write(_csv(db, chosen[0], raw=raw), output)
        elif output is not None:
            with replacing(output) as stream:
                _write_parquet(db, chosen[0], stream)


def _tables(form: ExportFormat, name: str | None, output: Path | None, *, with_text: bool) -> list[Table]:
    from pactscan.store.tables import TABLES, with_texts

    if name is not None and form is ExportFormat.JSONL:
        raise typer.BadParameter("goes with --format csv or parquet", param_hint="--table")
    if name is not None and name not in TABLES:
        raise typer.BadParameter(f"{name!r} is not one of {NAMES}", param_hint="--table")
    if name is None and output is None and form is not ExportFormat.JSONL:
        raise typer.BadParameter("where to? give a folder for all tables with -o, or one table with --table", param_hint="--output")
    chosen = [TABLES[name]] if name else list(TABLES.values())
    return [with_texts(one) for one in chosen] if with_text else chosen


def _check(form: ExportFormat, store: Path, output: Path | None, table: str | None, *, raw: bool) -> None:
    from importlib.util import find_spec

    if raw and form is not ExportFormat.CSV:
        raise typer.BadParameter("goes with --format csv", param_hint="--raw")
    if output is not None and same_file(str(store), output):
        raise typer.BadParameter(f"{output} is the store; it would be overwritten", param_hint="--output")
    if form is not ExportFormat.PARQUET:
        return
    if output is None:
        raise typer.BadParameter(f"Parquet goes into a file: -o {table}.parquet", param_hint="--output")
    if find_spec("pyarrow") is None:
        raise typer.BadParameter(INSTALL_PARQUET)


def _lines(db: sqlite3.Connection, *, with_text: bool) -> Iterator[str]:
    from pactscan.render import structured
    from pactscan.store.tables import reports

    return (structured.line(report) for report in reports(db, with_text=with_text))


def _csv(db: sqlite3.Connection, table: Table, *, raw: bool) -> Iterator[str]:
    from pactscan.render import comma

    return comma.table([column.name for column in table.columns], table.rows(db), raw=raw)


def _write(pieces: Iterable[str], output: Path | None) -> None:
    with emitting(output) as emit:
        for piece in pieces:
            emit(piece)


def _write_folder(db: sqlite3.Connection, tables: list[Table], form: ExportFormat, folder: Path, *, raw: bool) -> None:
    """A file for each table; none of them replaces an old one before all are written."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write {folder}: {'it is a file' if folder.exists() else error.strerror}") from None
    with ExitStack() as files:
        for table in tables:
            path = folder / f"{table.name}.{form.value}"
            if form is ExportFormat.PARQUET:
                _write_parquet(db, table, files.enter_context(replacing(path)))
            else:
                emit = files.enter_context(emitting(path))
                for piece in _csv(db, table, raw=raw):
                    emit(piece)


def _write_parquet(db: sqlite3.Connection, table: Table, stream: IO[bytes]) -> None:
    from pactscan.render import parquet

    parquet.write(stream, [(column.name, column.kind.value) for column in table.columns], table.rows(db))
