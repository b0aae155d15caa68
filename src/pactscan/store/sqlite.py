"""Reports in a SQLite file that Datasette, DuckDB and pandas open as it is. The schema is schema.sql beside this file."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from pactscan.model import Failure
from pactscan.store.database import create_or_open, delete_store
from pactscan.store.rows import insert, insert_nouns
from pactscan.store.sink import Entry, Kept, Stories, naming
from pactscan.store.stories import count_stories, group_stories

_INFO = ("source", "outlet", "language", "title", "published", "published_from", "sha256", "encoding", "characters", "words")

_TURNS = "UPDATE {0} SET turn = seen.turn FROM temp.seen WHERE seen.key = {0}.key AND {0}.turn IS NOT seen.turn"


class SqliteSink:
    """Writes a run into a store. Reports made by another version, model or option are replaced, each in its turn."""

    def __init__(self, output: Path, made_by: str, *, fresh: bool = False, ordered: bool = True) -> None:  # noqa: ARG002  (a store has no order)
        self._output = output
        with naming(output, sqlite3.Error):
            if fresh:
                delete_store(output)
            self._db = create_or_open(output)
            self._db.execute("INSERT OR IGNORE INTO makers (made_by) VALUES (?)", (made_by,))
            self._maker: int = self._one("SELECT id FROM makers WHERE made_by = ?", made_by)[0]
            self._run = insert(self._db, "runs", {"maker": self._maker})
            self._db.execute("CREATE TEMP TABLE seen (turn INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)")
            self._db.commit()
        self.redone = self._one("SELECT 1 FROM articles WHERE maker <> ? LIMIT 1", self._maker) is not None

    def known(self, key: str) -> str | None:
        """See `Sink.known`."""
        with naming(self._output, sqlite3.Error):
            row = self._one("SELECT digest FROM articles WHERE key = ? AND maker = ?", key, self._maker) or self._one(
                "SELECT digest FROM failures WHERE key = ? AND maker = ?", key, self._maker
            )
        return str(row[0]) if row else None

    def keep(self, key: str) -> Kept:
        """See `Sink.keep`."""
        with naming(self._output, sqlite3.Error):
            self._see(key)
            self._db.execute("UPDATE runs SET kept = kept + 1 WHERE id = ?", (self._run,))
            article = self._one("SELECT nouns FROM articles WHERE key = ?", key)
            failure = self._one("SELECT source, reason, code FROM failures WHERE key = ?", key)
        return Kept(article[0] if article else 0, Failure(*failure) if failure else None)

    def write(self, entry: Entry) -> None:
        """See `Sink.write`."""
        with naming(self._output, sqlite3.Error):
            self._see(entry.key)
            self._forget(entry.key)
            if entry.failure:
                self._write_failure(entry, entry.failure)
            else:
                self._write_report(entry)

    def commit(self) -> None:
        """See `Sink.commit`."""
        with naming(self._output, sqlite3.Error):
            self._db.commit()

    def finish(self) -> Stories:
        """See `Sink.finish`. The file is then one file again, that also a reader without the right to write can open."""
        self.commit()
        with naming(self._output, sqlite3.Error):
            self._db.execute("DELETE FROM articles WHERE key NOT IN (SELECT key FROM temp.seen)")
            self._db.execute("DELETE FROM failures WHERE key NOT IN (SELECT key FROM temp.seen)")
            for table in ("articles", "failures"):
                self._db.execute(_TURNS.format(table))
            group_stories(self._db)
            stories = count_stories(self._db)
            self._db.execute("UPDATE runs SET finished = 1 WHERE id = ?", (self._run,))
            self._db.commit()
            self._leave_one_file()
        self.close()
        return stories

    def close(self) -> None:
        """See `Sink.close`."""
        self._db.close()

    def _leave_one_file(self) -> None:
        try:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError:  # somebody is reading: it stays as it is, and the next run tries again
            return

    def _one(self, query: str, *values: object) -> Any:
        return self._db.execute(query, values).fetchone()

    def _see(self, key: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO temp.seen (key) VALUES (?)", (key,))

    def _forget(self, key: str) -> None:
        self._db.execute("DELETE FROM articles WHERE key = ?", (key,))
        self._db.execute("DELETE FROM failures WHERE key = ?", (key,))

    def _write_failure(self, entry: Entry, failure: Failure) -> None:
        insert(self._db, "failures", {**self._row(entry), "source": failure.source, "reason": failure.reason, "code": failure.code})
        self._db.execute("UPDATE runs SET failed = failed + 1 WHERE id = ?", (self._run,))

    def _write_report(self, entry: Entry) -> None:
        report = json.loads(entry.report or "{}")
        info = report["article"]
        row = {**self._row(entry), "article_id": info["id"]}
        counted = {"nouns": entry.nouns, "carries_text": int(entry.carries_text), "report": entry.report}
        article = insert(self._db, "articles", {**row, **{name: info[name] for name in _INFO}, **counted})
        insert_nouns(self._db, article, report)
        self._db.execute("UPDATE runs SET articles = articles + 1 WHERE id = ?", (self._run,))

    def _row(self, entry: Entry) -> dict[str, Any]:
        turn = self._one("SELECT turn FROM temp.seen WHERE key = ?", entry.key)[0]
        return {"key": entry.key, "digest": entry.digest, "maker": self._maker, "turn": turn}
