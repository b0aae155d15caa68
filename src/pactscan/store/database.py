"""Opening a store: made when it is not there, brought to the newest schema, refused when it is something else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from pactscan.errors import InputError, OutputError
from pactscan.store.migrations import migrate

VERSION = 2
APPLICATION_ID = 0x50616374  # "Pact"


def create_or_open(output: Path) -> sqlite3.Connection:
    """The store at `output`, to be written. Raises OutputError when another program's file stands there."""
    db = sqlite3.connect(output)
    try:
        _prepare(db, output)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, output: Path) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    if not _is_empty(db, output):
        _check(db, output)
        db.execute("PRAGMA journal_mode = WAL")
        migrate(db, VERSION)
        return
    db.execute("PRAGMA journal_mode = WAL")
    tables = files("pactscan.store").joinpath("schema.sql").read_text(encoding="utf-8")
    db.executescript(f"BEGIN; {tables}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;")


def delete_store(output: Path) -> None:
    """Delete the store at `output`; anything else that stands there is refused."""
    if not output.exists():
        return
    db = sqlite3.connect(output)
    try:
        if not _is_empty(db, output):
            _check_kind(db, output)
    finally:
        db.close()
    for suffix in ("", "-wal", "-shm", "-journal"):
        output.with_name(output.name + suffix).unlink(missing_ok=True)


@contextmanager
def reading(store: Path) -> Iterator[sqlite3.Connection]:
    """The store, to be read only. Raises InputError when there is none."""
    if not store.is_file():
        raise InputError(f"{store}: no such store")
    db = sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)
    try:
        db = _checked(db, store)
        yield db
    except sqlite3.Error as error:
        raise InputError(f"{store} cannot be read: {error}") from None
    finally:
        db.close()


def _checked(db: sqlite3.Connection, store: Path) -> sqlite3.Connection:
    try:
        _check(db, store)
    except OutputError as error:
        raise InputError(str(error)) from None
    return _renewed(db) if _number(db, "user_version") < VERSION else db


def _renewed(db: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of an older store in the newest schema, on disk for as long as it is open; the store itself stays as it is."""
    copy = sqlite3.connect("")
    db.backup(copy)
    db.close()
    migrate(copy, VERSION)
    return copy


def _is_empty(db: sqlite3.Connection, store: Path) -> bool:
    try:
        return not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise OutputError(f"cannot use {store} as a store: {error}; give another output") from None


def _check(db: sqlite3.Connection, store: Path) -> None:
    _check_kind(db, store)
    version = _number(db, "user_version")
    if version > VERSION:
        raise OutputError(f"{store} has schema {version}, this pactscan knows {VERSION}; take the newer pactscan, or give another output")


def _check_kind(db: sqlite3.Connection, store: Path) -> None:
    if _number(db, "application_id") != APPLICATION_ID:
        raise OutputError(f"{store} is a SQLite file, but no store of pactscan; give another output")


def _number(db: sqlite3.Connection, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])
