"""The journal beside a JSONL output: a small SQLite file that vouches for the bytes of every line.

It names each article done (its key, the digest of its bytes, where its line stands and what the line's own digest is, or why
there is none), and how long the output is up to the last line that was on disk before the journal said so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactscan.errors import OutputError
from pactscan.model import Failure

_TABLES = """
CREATE TABLE state (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE lines (
    key TEXT PRIMARY KEY, digest TEXT NOT NULL, made_by INTEGER NOT NULL,
    aside INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, sha256 BLOB, nouns INTEGER NOT NULL,
    source TEXT, reason TEXT, code INTEGER
) WITHOUT ROWID;
CREATE TABLE makers (id INTEGER PRIMARY KEY, made_by TEXT NOT NULL UNIQUE);
"""
APPLICATION_ID = 0x506A6F75  # "Pjou"


@dataclass(frozen=True, slots=True)
class Line:
    """An article done: `length` bytes at `start` of the output, or of the file aside; none for a failure."""

    key: str
    digest: str
    aside: bool
    start: int
    length: int
    sha256: bytes | None
    nouns: int
    failure: Failure | None = None


class Journal:
    """See the module. Nothing that is noted lasts before `commit`."""

    def __init__(self, path: Path, made_by: str) -> None:
        try:
            self._db = sqlite3.connect(path)
            self._db.execute("PRAGMA synchronous = FULL")
            self.new = not self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if self.new:
                self._db.executescript(f"BEGIN; {_TABLES} PRAGMA application_id = {APPLICATION_ID}; COMMIT;")
            ours = self._db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        except sqlite3.DatabaseError as error:
            raise OutputError(f"cannot use {path}, the journal of the output: {error}; move it away, or give another output") from None
        if not ours:
            raise OutputError(f"{path} is no journal of pactscan; give another output")
        self._db.execute("INSERT OR IGNORE INTO makers (made_by) VALUES (?)", (made_by,))
        self._maker = self._db.execute("SELECT id FROM makers WHERE made_by = ?", (made_by,)).fetchone()[0]
        self._db.execute("CREATE TEMP TABLE turns (turn INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)")

    def state(self, name: str) -> int:
        """A number that was kept; 0 when it was not."""
        row = self._db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def keep_state(self, **numbers: int) -> None:
        """Keep numbers by name."""
        self._db.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", numbers.items())

    def holds_others(self) -> bool:
        """Whether something was made by another version, model or option."""
        return self._db.execute("SELECT 1 FROM lines WHERE made_by <> ? LIMIT 1", (self._maker,)).fetchone() is not None

    def find(self, key: str) -> Line | None:
        """The line of `key`, if it was made by what makes this run."""
        columns = "key, digest, aside, start, length, sha256, nouns, source, reason, code"
        row: Any = self._db.execute(f"SELECT {columns} FROM lines WHERE key = ? AND made_by = ?", (key, self._maker)).fetchone()  # noqa: S608
        if row is None:
            return None
        key, digest, aside, start, length, sha256, nouns, source, reason, code = row
        failure = None if reason is None else Failure(source, reason, code)
        return Line(key, digest, bool(aside), start, length, sha256, nouns, failure)

    def holds(self, key: str) -> bool:
        """Whether there is a line of `key`, whatever made it."""
        return self._db.execute("SELECT 1 FROM lines WHERE key = ?", (key,)).fetchone() is not None

    def note(self, line: Line) -> None:
        """Note a line in place of an earlier one of its key."""
        failure = (line.failure.source, line.failure.reason, line.failure.code) if line.failure else (None, None, None)
        row = (line.key, line.digest, self._maker, line.aside, line.start, line.length, line.sha256, line.nouns, *failure)
        self._db.execute("INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def take_turn(self, key: str) -> None:
        """The next article of the input is `key`."""
        self._db.execute("INSERT INTO temp.turns (key) VALUES (?)", (key,))

    def drop_what_had_no_turn(self) -> None:
        """Forget what the input no longer holds."""
        self._db.execute("DELETE FROM lines WHERE key NOT IN (SELECT key FROM temp.turns)")

    def length_in(self, *, aside: bool) -> int:
        """Bytes of all lines in the output, or aside."""
        return int(self._db.execute("SELECT coalesce(sum(length), 0) FROM lines WHERE aside = ?", (aside,)).fetchone()[0])

    def in_order(self, *, of_input: bool) -> Iterator[tuple[bool, int, int]]:
        """Where each line stands (aside, start, length), in the order of the input or as they were written."""
        for aside, start, length in self._db.execute(f"SELECT aside, start, length FROM {_ORDERED[of_input]}"):  # noqa: S608
            yield bool(aside), start, length

    def move_in_order(self, *, of_input: bool) -> None:
        """Note that all lines stand in the output one after the other, in that order."""
        order = "turn" if of_input else "aside, start, turn"
        places = f"SELECT key, sum(length) OVER (ORDER BY {order}) - length AS place FROM {_ORDERED[of_input]}"  # noqa: S608
        self._db.execute(f"UPDATE lines SET aside = 0, start = new.place FROM ({places}) AS new WHERE lines.key = new.key")  # noqa: S608

    def commit(self) -> None:
        """Make what was noted last."""
        self._db.commit()

    def forget_all(self) -> None:
        """Forget every line."""
        self._db.execute("DELETE FROM lines")

    def close(self) -> None:
        """Close; what was not committed is gone."""
        self._db.close()


_ORDERED = {
    True: "lines JOIN temp.turns USING (key) ORDER BY turn",
    False: "lines JOIN temp.turns USING (key) ORDER BY aside, start, turn",
}
