"""A store opens as it is in sqlite-utils and pandas; DuckDB reads it over pandas frames, and what `export` wrote directly.

DuckDB's own reader of SQLite files is an extension that it downloads; tests use no network, so that way is not tested.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import pactscan
from tests.store.stored import old_reports, write_store

COUNTS = "SELECT form, count(*) AS n FROM {} GROUP BY form ORDER BY form"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "pacts.db"
    write_store(path, {f"{n}.txt": report for n, report in enumerate(old_reports())})
    return path


def counted(store: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(store)) as db:
        return db.execute(COUNTS.format("agreements")).fetchall()


def test_in_sqlite_utils_with_keys_and_search(store: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    db = sqlite_utils.Database(store)
    assert {key.other_table for key in db["parties"].foreign_keys} == {"agreements"}
    assert db["quotes"].detect_fts() == "quotes_fts"
    assert list(db["quotes"].search("paper"))
    db.close()


def test_in_pandas(store: Path) -> None:
    pandas = pytest.importorskip("pandas")
    with closing(sqlite3.connect(store)) as db:
        frame = pandas.read_sql("SELECT * FROM agreements", db)
    assert sorted(frame.groupby("form").size().items()) == counted(store)


def test_in_duckdb_over_a_frame(store: Path) -> None:
    duckdb, pandas = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    with closing(sqlite3.connect(store)) as db:
        agreements = pandas.read_sql("SELECT form, status FROM agreements", db)
    with duckdb.connect() as duck:
        duck.register("frame", agreements)
        assert duck.execute(COUNTS.format("frame")).fetchall() == counted(store)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_in_duckdb_from_an_export(store: Path, tmp_path: Path, form: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    if form == "parquet":
        pytest.importorskip("pyarrow")
    path = tmp_path / f"agreements.{form}"
    assert pactscan("export", str(store), "--format", form, "--table", "agreements", "-o", str(path)).code == 0
    with duckdb.connect() as duck:
        assert duck.execute(COUNTS.format(f"read_{form}('{path}')")).fetchall() == counted(store)
