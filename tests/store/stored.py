"""Stores without a batch: the stored one of version 1, and ones made of its reports with words of our choice."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from pactscan.store import Entry, SqliteSink

OLD = Path(__file__).parent.parent / "data" / "store_version_1.sql"
"""A whole store of version 1 as SQL: tables, triggers, two articles and a failure."""


def write_old(path: Path) -> None:
    """Write the store of version 1 to `path`."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))


def old_reports() -> list[dict[str, Any]]:
    """The reports in it."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
        return [json.loads(report) for (report,) in db.execute("SELECT report FROM articles ORDER BY id")]


def write_store(path: Path, reports: dict[str, dict[str, Any]]) -> None:
    """Write a store of these reports, by key."""
    sink = SqliteSink(path, "a test")
    for key, report in reports.items():
        sink.write(Entry(key, "digest", json.dumps(report, ensure_ascii=False), nouns=1))
    sink.finish()
