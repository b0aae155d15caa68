"""Reports in a SQLite file that Datasette, DuckDB and pandas open as it is. The schema is schema.sql beside this file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from pactscan.errors import OutputError
from pactscan.model import Failure
from pactscan.store.rows import insert, insert_nouns
from pactscan.store.sink import Entry

VERSION = 1
APPLICATION_ID = 0x50616374  # "Pact"


class SqliteSink:
    """Writes a run into a store. Reports made by another version, model or option are replaced, each in its turn."""

    def __init__(self, output: Path, made_by: str, *, fresh: bool = False) -> None:
        self._output, self._made_by = output, made_by
        with self._naming():
            if fresh:
                for suffix in ("", "-wal", "-shm"):
                    output.with_name(output.name + suffix).unlink(missing_ok=True)
            self._db = _opened(output)
            self._known = self._digests()
            self._run = insert(self._db, "runs", {"made_by": made_by})
            self._db.execute("CREATE TEMP TABLE seen (key TEXT PRIMARY KEY) WITHOUT ROWID")
            self._db.commit()

    def known(self, key: str) -> str | None:
        """See `Sink.known`."""
        return self._known.get(key)

    def keep(self, key: str) -> Failure | None:
        """See `Sink.keep`."""
        with self._naming():
            self._see(key)
            self._db.execute("UPDATE runs SET kept = kept + 1 WHERE id = ?", (self._run,))
            row = self._db.execute("SELECT source, reason, code FROM failures WHERE key = ?", (key,)).fetchone()
        return Failure(*row) if row else None

    def write(self, entry: Entry) -> None:
        """See `Sink.write`."""
        with self._naming():
            self._see(entry.key)
            self._forget(entry.key)
            if entry.failure:
                self._write_failure(entry, entry.failure)
            else:
                self._write_report(entry)

    def commit(self) -> None:
        """See `Sink.commit`."""
        with self._naming():
            self._db.commit()

    def finish(self) -> None:
        """See `Sink.finish`."""
        with self._naming():
            self._db.execute("DELETE FROM articles WHERE key NOT IN (SELECT key FROM seen)")
            self._db.execute("DELETE FROM failures WHERE key NOT IN (SELECT key FROM seen)")
            self._db.execute("UPDATE runs SET finished = 1 WHERE id = ?", (self._run,))
            self._db.commit()
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.close()

    def close(self) -> None:
        """See `Sink.close`."""
        self._db.close()

    def _digests(self) -> dict[str, str]:
        rows = self._db.execute(
            "SELECT key, digest FROM articles WHERE made_by = ? UNION ALL SELECT key, digest FROM failures WHERE made_by = ?",
            (self._made_by,) * 2,
        )
        return dict(rows.fetchall())

    def _see(self, key: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO seen VALUES (?)", (key,))

    def _forget(self, key: str) -> None:
        self._db.execute("DELETE FROM articles WHERE key = ?", (key,))
        self._db.execute("DELETE FROM failures WHERE key = ?", (key,))

    def _write_failure(self, entry: Entry, failure: Failure) -> None:
        row = {"key": entry.key, "digest": entry.digest, "made_by": self._made_by}
        insert(self._db, "failures", {**row, "source": failure.source, "reason": failure.reason, "code": failure.code})
        self._db.execute("UPDATE runs SET failed = failed + 1 WHERE id = ?", (self._run,))

    def _write_report(self, entry: Entry) -> None:
        report = json.loads(entry.report or "{}")
        info = report["article"]
        names = ("source", "outlet", "language", "title", "published", "published_from", "sha256", "encoding", "characters", "words")
        row = {"key": entry.key, "digest": entry.digest, "made_by": self._made_by, "article_id": info["id"]}
        article = insert(self._db, "articles", {**row, **{name: info[name] for name in names}, "report": entry.report})
        insert_nouns(self._db, article, report)
        self._db.execute("UPDATE runs SET articles = articles + 1 WHERE id = ?", (self._run,))

    @contextmanager
    def _naming(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise OutputError(f"cannot write {self._output}: {error}; what was written before is good") from error


def reports_in(store: Path) -> Iterator[str]:
    """The reports of a store as compact JSON, in order of their key: the same bytes whatever run wrote them."""
    with _read_only(store) as db:
        for (report,) in db.execute("SELECT report FROM articles ORDER BY key"):
            yield report


@contextmanager
def _read_only(store: Path) -> Iterator[sqlite3.Connection]:
    if not store.is_file():
        raise OutputError(f"{store}: no such store")
    db = sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)
    try:
        _check(db, store)
        yield db
    finally:
        db.close()


def _opened(output: Path) -> sqlite3.Connection:
    db = sqlite3.connect(output)
    db.execute("PRAGMA foreign_keys = ON")
    if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        db.execute("PRAGMA journal_mode = WAL")
        tables = files("pactscan.store").joinpath("schema.sql").read_text(encoding="utf-8")
        db.executescript(f"BEGIN; {tables}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;")
    _check(db, output)
    return db


def _check(db: sqlite3.Connection, store: Path) -> None:
    try:
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise OutputError(f"{store} is no store of pactscan: {error}") from None
    if application != APPLICATION_ID:
        raise OutputError(f"{store} is a SQLite file, but no store of pactscan; give another output")
    if version != VERSION:
        raise OutputError(f"{store} has schema {version}, this pactscan writes {VERSION}; run with --fresh, or give another output")
