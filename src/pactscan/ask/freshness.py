"""Whether the joined tables of a store are those of its articles."""

from __future__ import annotations

import json
import sqlite3

METHOD = 6
"""Raised with every change of the rules: tables made by others are made anew."""


def is_fresh(db: sqlite3.Connection) -> bool:
    """Whether the store has the tables, made by these rules from the articles that it holds now."""
    try:
        row = db.execute("SELECT stamp FROM main.instruments_made").fetchone()
    except sqlite3.OperationalError:
        return False
    return row is not None and row[0] == stamp_of(db)


def stamp_of(db: sqlite3.Connection) -> str:
    """Changes with every article that is written or goes, and with the grouping of stories."""
    (written,) = db.execute("SELECT coalesce(sum(articles), 0) FROM runs").fetchone()
    stories = db.execute("SELECT count(*), count(story), total(story) FROM articles").fetchone()
    (version,) = db.execute("PRAGMA main.user_version").fetchone()
    return json.dumps([METHOD, version, written, *stories])
