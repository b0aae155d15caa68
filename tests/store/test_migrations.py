"""A store that an earlier version wrote is brought to the newest schema, with everything that was in it."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pactscan.errors import InputError, OutputError
from pactscan.model import Failure
from pactscan.store import Entry, SqliteSink
from pactscan.store.database import VERSION, create_or_open, reading
from tests.store.stored import write_old

NOUNS = ("actors", "countries", "dates", "quotes", "agreements", "parties", "signatories", "agreement_dates")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    write_old(path)
    return path


def shape(db: sqlite3.Connection) -> dict[str, str]:
    """Columns of each table, and the rest of the schema as it was written."""
    shapes = {}
    for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        columns = [row[1:4] for row in db.execute(f"PRAGMA table_info('{name}')")]
        shapes[name] = repr(columns) if kind == "table" else re.sub(r"\s+", " ", sql)
    return shapes


def test_the_tables_become_those_of_a_new_store(old: Path, tmp_path: Path) -> None:
    with closing(create_or_open(old)) as migrated, closing(create_or_open(tmp_path / "new.db")) as new:
        assert shape(migrated) == shape(new)
        assert migrated.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert migrated.execute("PRAGMA foreign_key_check").fetchall() == []
        assert migrated.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_no_row_is_lost_and_places_are_filled(old: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        before = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("articles", "failures", *NOUNS)}
    assert min(before.values()) > 0
    with closing(create_or_open(old)) as db:
        assert {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in before} == before
        assert db.execute("SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'paper'").fetchone()[0] > 0
        texts = "SELECT json_extract(report, '$.article.text') FROM articles WHERE id = article"
        cut = f"SELECT evidence, substr(({texts}), evidence_start + 1, evidence_end - evidence_start) FROM agreements"
        assert all(evidence == words for evidence, words in db.execute(cut))


def test_an_old_store_is_read_without_being_changed(old: Path) -> None:
    before = old.read_bytes()
    with reading(old) as db:
        assert db.execute("SELECT turn FROM articles ORDER BY turn").fetchall() == [(1,), (2,)]
    assert old.read_bytes() == before


def test_a_migration_that_fails_leaves_the_old_store(old: Path) -> None:
    with closing(sqlite3.connect(old)) as db, db:
        db.execute("UPDATE articles SET report = '{broken' WHERE id = 2")
    with pytest.raises(ValueError, match="Expecting"):
        create_or_open(old)
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert "turn" not in shape(db)["articles"]


def test_a_batch_goes_on_in_an_old_store(old: Path) -> None:
    sink = SqliteSink(old, "another version")
    sink.write(Entry("new.txt", "digest", failure=Failure("new.txt", "not text")))
    sink.finish()
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("SELECT key, turn FROM failures").fetchall() == [("new.txt", 1)]


def test_a_store_of_a_later_version_is_refused(old: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.db"
    shutil.copy(old, later)
    with closing(sqlite3.connect(later)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(OutputError, match="newer"):
        create_or_open(later)
    with pytest.raises(InputError, match="newer"), reading(later):
        pass
