"""The joined instruments as tables of the store, so that questions need not join again.

A batch writes them at its end. Where they are missing or older than the articles, a question makes them as temporary tables of
its own connection: the answers are the same, and the store may be read-only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from importlib.resources import files
from pathlib import Path

from pactscan.ask.cast import rows_of_cast
from pactscan.ask.contradictions import Contradiction, contradictions
from pactscan.ask.days import days_of
from pactscan.ask.freshness import is_fresh, stamp_of
from pactscan.ask.joining import join
from pactscan.ask.records import Record, records_of
from pactscan.ask.sources import Plain
from pactscan.ask.summaries import Summary, numbered, steps, summary
from pactscan.store.database import create_or_open
from pactscan.store.sink import naming

_STATE = "CREATE TABLE IF NOT EXISTS main.instruments_made (stamp TEXT NOT NULL)"


def index(store: Path) -> None:
    """Write the tables into the store, if they are not there."""
    with naming(store, sqlite3.Error), closing(create_or_open(store)) as db:
        if not is_fresh(db):
            make(db, "main")
        with suppress(sqlite3.OperationalError):  # somebody is reading: the store stays in two files until the next run
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.execute("PRAGMA journal_mode = DELETE")


def make(db: sqlite3.Connection, schema: str) -> None:
    """Make the tables in `schema`: ``main``, or ``temp`` for this connection alone."""
    instruments = _summarised(joined(db))
    script = files("pactscan.ask").joinpath("tables.sql").read_text(encoding="utf-8").format(schema=schema)
    db.executescript(f"BEGIN; {script}")
    slugs = numbered([each.slug for each, _ in instruments])
    for number, (slug, (each, records)) in enumerate(zip(slugs, instruments, strict=True), start=1):
        _insert(db, schema, number, slug, each, records)
    _rows(db, f"{schema}.cast_of_all", rows_of_cast(db))
    if schema == "main":
        db.execute(_STATE)
        db.execute("DELETE FROM main.instruments_made")
        db.execute("INSERT INTO main.instruments_made VALUES (?)", (stamp_of(db),))
    db.commit()


def joined(db: sqlite3.Connection) -> list[list[Record]]:
    """The records of all articles, instrument by instrument, each in the order of publication."""
    return [sorted(instrument.records, key=lambda record: record.order) for instrument in join(records_of(db))]


def _summarised(instruments: list[list[Record]]) -> list[tuple[Summary, list[Record]]]:
    """In the order of the timeline."""
    return sorted(((summary(records), records) for records in instruments), key=lambda pair: pair[0].order)


def _insert(db: sqlite3.Connection, schema: str, number: int, slug: str, each: Summary, records: list[Record]) -> None:
    found = contradictions(records)
    _rows(db, f"{schema}.instruments", [_instrument(number, slug, each, records, len(found))])
    _rows(db, f"{schema}.instrument_members", [(r.number, number, r.source.number, r.place) for r in records])
    parties = [(number, party.code, party.name, party.label, stories, shown) for party, stories, shown in each.parties]
    _rows(db, f"{schema}.instrument_parties", parties)
    _rows(db, f"{schema}.instrument_steps", [_step(number, record) for record in steps(records)])
    _rows(db, f"{schema}.instrument_conflicts", [(number, c.field, json.dumps(_sides(c), ensure_ascii=False)) for c in found])


def _rows(db: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Table names are ours, values are parameters."""
    if rows:
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608


def _instrument(number: int, slug: str, each: Summary, records: list[Record], conflicts: int) -> tuple[object, ...]:
    evidence: Plain = each.record.plain["evidence"]
    latest = max((r.source.published for r in records if r.source.published), default=None)
    status = (
        each.status.value,
        each.date,
        each.date_kind,
        each.status_reported,
        each.reported,
        latest,
        *days_of(each.date or each.status_reported),
    )
    where = (each.record.source.number, evidence["start"], evidence["end"], evidence["text"])
    return (number, slug, each.name, each.form.value, each.domain, *status, each.stories, each.articles, conflicts, *where)


def _step(number: int, record: Record) -> tuple[object, ...]:
    evidence = record.plain["evidence"]
    where = (record.source.number, evidence["start"], evidence["end"], evidence["text"])
    return (number, record.source.published, record.status.value, *where)


def _sides(contradiction: Contradiction) -> list[object]:
    return [[side.value, [[r.source.number, m["start"], m["end"], m["text"]] for r, m in side.told]] for side in contradiction.sides]
