"""From one version of the store's schema to the next. A version that was released is never changed; a new one gets a step here."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

from pactscan.store.rows import insert_nouns

_PLACES = {
    "agreements": ("evidence_start", "evidence_end"),
    "parties": ("start", "end"),
    "signatories": ("start", "end"),
    "agreement_dates": ("start", "end"),
}

_SEARCHED = {"quotes": "text, speaker_name", "agreements": "name, aliases"}
"""Written so that sqlite-utils and Datasette see which table they belong to."""


def _add_turns_and_places(db: sqlite3.Connection) -> None:
    """1 → 2: the order of the input, and where in the text the particulars of an agreement stand."""
    for table in ("articles", "failures"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN turn INTEGER")
        db.execute(f"UPDATE {table} SET turn = rowid")  # noqa: S608
    db.execute("CREATE INDEX articles_turn ON articles (turn)")
    for table, columns in _PLACES.items():
        for column in columns:
            db.execute(f'ALTER TABLE {table} ADD COLUMN "{column}" INTEGER')
    for table, searched in _SEARCHED.items():
        db.execute(f"DROP TABLE {table}_fts")
        db.execute(f'CREATE VIRTUAL TABLE {table}_fts USING fts5 ({searched}, content="{table}", content_rowid="id")')
        db.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")  # noqa: S608


STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _add_turns_and_places}
"""What brings the tables from that version to the one after it."""
FILLED_ANEW = 2
"""From an earlier version, the rows of the nouns are made anew once the tables are the newest."""


def migrate(db: sqlite3.Connection, newest: int) -> None:
    """Bring a store to the newest version, whole or not at all."""
    db.execute("PRAGMA foreign_keys = ON")
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version == newest:
        return
    with db:
        db.execute("BEGIN IMMEDIATE")
        for step in range(version, newest):
            STEPS[step](db)
        if version < FILLED_ANEW:
            _fill_anew(db)
        db.execute(f"PRAGMA user_version = {newest}")


def _fill_anew(db: sqlite3.Connection) -> None:
    """All rows below an article from its report, which holds everything."""
    for table in ("actors", "countries", "dates", "quotes", "agreements"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608
    for (article,) in db.execute("SELECT id FROM articles ORDER BY id").fetchall():
        (report,) = db.execute("SELECT report FROM articles WHERE id = ?", (article,)).fetchone()
        insert_nouns(db, article, json.loads(report))
