"""A report's nouns as rows of the store: table → columns and rows."""

from __future__ import annotations

import sqlite3
from typing import Any

Plain = dict[str, Any]


def insert_nouns(db: sqlite3.Connection, article: int, report: Plain) -> None:
    """Insert the rows of all nouns of `report`, which belongs to the row `article` of the table articles."""
    _insert(db, "actors", [_actor(article, actor) for actor in report["actors"]])
    _insert(db, "countries", [_country(article, country) for country in report["countries"]])
    _insert(db, "dates", [_date(article, date) for date in report["dates"]])
    _insert(db, "quotes", [_quote(article, quote) for quote in report["quotes"]])
    for agreement in report["agreements"]:
        _insert_agreement(db, article, agreement)


def insert(db: sqlite3.Connection, table: str, row: Plain) -> int:
    """Insert one row; its id. Table and column names are ours, values are parameters."""
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    return int(db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values())).lastrowid or 0)  # noqa: S608


def _insert(db: sqlite3.Connection, table: str, rows: list[Plain]) -> None:
    for row in rows:
        insert(db, table, row)


def _actor(article: int, actor: Plain) -> Plain:
    row = {name: actor[name] for name in ("name", "kind", "role", "country")}
    return {"article": article, "actor_id": actor["id"], **row, "mentions": len(actor["mentions"])}


def _country(article: int, country: Plain) -> Plain:
    row = {name: country[name] for name in ("code", "alpha3", "name")}
    return {"article": article, **row, "focus": int(country["focus"]), "mentions": len(country["mentions"])}


def _date(article: int, date: Plain) -> Plain:
    row = {name: date[name] for name in ("type", "value", "mod", "earliest", "latest", "role", "reason")}
    return {"article": article, **row, **date["mention"]}


def _quote(article: int, quote: Plain) -> Plain:
    row = {name: quote[name] for name in ("kind", "text", "speaker", "speaker_name", "confidence")}
    words = {name: _text(quote[name]) for name in ("source", "cue")}
    return {
        "article": article,
        "quote_id": quote["id"],
        **row,
        **words,
        "start": quote["spans"][0]["start"],
        "end": quote["spans"][-1]["end"],
    }


def _insert_agreement(db: sqlite3.Connection, article: int, agreement: Plain) -> None:
    number = insert(db, "agreements", {"article": article, **_agreement(agreement)})
    of = {"agreement": number}
    for party in agreement["parties"]:
        insert(db, "parties", {**of, **{name: party[name] for name in ("code", "name", "status")}, **_place(party["mention"])})
    for signatory in agreement["signatories"]:
        row = {name: signatory[name] for name in ("name", "role", "country", "actor")}
        insert(db, "signatories", {**of, **row, **_place(signatory["mention"])})
    for date in agreement["dates"]:
        insert(db, "agreement_dates", {**of, **{name: date[name] for name in ("kind", "value", "reason")}, **date["mention"]})


def _agreement(agreement: Plain) -> Plain:
    row = {name: agreement[name] for name in ("name", "form", "domain", "status", "confidence")}
    evidence, first = agreement["evidence"], agreement["mentions"][0]
    words = {"aliases": " | ".join(agreement["aliases"]), "evidence": evidence["text"], "place": _text(agreement["place"])}
    places = {**_place(first), "evidence_start": evidence["start"], "evidence_end": evidence["end"]}
    return {"agreement_id": agreement["id"], **row, **words, **places}


def _place(mention: Plain | None) -> Plain:
    return {name: mention[name] if mention else None for name in ("start", "end")}


def _text(mention: Plain | None) -> str | None:
    return mention["text"] if mention else None
