"""What a store holds, as tables for elsewhere: articles are named by their key, and the order is that of the input and the text.

The numbers by which rows of a store refer to each other hang on the history of its runs; none of them goes out.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a column holds, besides NULL."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table that goes out: its name, and where its values come from."""

    name: str
    source: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """A table that goes out."""

    name: str
    columns: tuple[Column, ...]
    source: str
    """FROM clause and order."""

    def rows(self, db: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
        """The rows, in order. Booleans are 0 and 1."""
        columns = ", ".join(column.source for column in self.columns)
        return iter(db.execute(f"SELECT {columns} {self.source}"))


_BY_TURN = "ORDER BY a.turn, a.id"
_ARTICLE = Column("article", "a.key")
_OF_ARTICLE = "FROM articles a JOIN {0} t ON t.article = a.id " + _BY_TURN + ", t.id"
_OF_AGREEMENT = "FROM articles a JOIN agreements g ON g.article = a.id JOIN {0} t ON t.agreement = g.id " + _BY_TURN + ", g.id, t.id"
_NUMBERS = {"start", "end", "evidence_start", "evidence_end", "mentions", "characters", "words", "nouns"}
_ID = {"actors": "actor", "quotes": "quote", "agreements": "agreement"}
_NAMES = {
    "actors": "name kind role country mentions",
    "countries": "code alpha3 name focus mentions",
    "dates": "type value mod earliest latest role reason start end text",
    "quotes": "kind text speaker speaker_name source cue confidence start end",
    "agreements": "name aliases form domain status evidence evidence_start evidence_end place confidence start end",
    "parties": "code name status start end",
    "signatories": "name role country actor start end",
    "agreement_dates": "kind value reason text start end",
}
_INFO = "article_id source outlet language title published published_from sha256 encoding characters words nouns"
_TEXT = Column("article_text", "json_extract(a.report, '$.article.text')")


def _columns(names: str) -> tuple[Column, ...]:
    return tuple(Column(name, f't."{name}"', _kind(name)) for name in names.split())


def _kind(name: str) -> Kind:
    if name == "focus":
        return Kind.BOOLEAN
    return Kind.INTEGER if name in _NUMBERS else Kind.TEXT


def _articles() -> Table:
    tool = {"pactscan": "version", "model": "model.name", "model_version": "model.version"}
    made = tuple(Column(name, f"json_extract(a.report, '$.tool.{path}')") for name, path in tool.items())
    info = tuple(Column(name, f"a.{name}", _kind(name)) for name in _INFO.split())
    columns = (_ARTICLE, *info, Column("story", "s.key"), *made)
    return Table("articles", columns, f"FROM articles a LEFT JOIN articles s ON s.id = a.story {_BY_TURN}")


def _nouns(name: str) -> Table:
    if name not in ("parties", "signatories", "agreement_dates"):
        own = (Column(_ID[name], f"t.{_ID[name]}_id"),) if name in _ID else ()
        return Table(name, (_ARTICLE, *own, *_columns(_NAMES[name])), _OF_ARTICLE.format(name))
    return Table(name, (_ARTICLE, Column("agreement", "g.agreement_id"), *_columns(_NAMES[name])), _OF_AGREEMENT.format(name))


def _failures() -> Table:
    columns = (_ARTICLE, Column("source", "a.source"), Column("reason", "a.reason"), Column("code", "a.code", Kind.INTEGER))
    return Table("failures", columns, "FROM failures a ORDER BY a.turn, a.key")


TABLES: dict[str, Table] = {table.name: table for table in (_articles(), *map(_nouns, _NAMES), _failures())}
"""By name, in the order of a report."""


def with_texts(table: Table) -> Table:
    """The table of articles with their texts as its last column; any other as it is."""
    return Table(table.name, (*table.columns, _TEXT), table.source) if table.name == "articles" else table


def reports(db: sqlite3.Connection, *, with_text: bool = False) -> Iterator[dict[str, Any]]:
    """The reports as JSON types, in the order of the input; with their texts where these belong to them or are asked for."""
    for report, carries_text in db.execute(f"SELECT a.report, a.carries_text FROM articles a {_BY_TURN}"):  # noqa: S608
        plain = json.loads(report)
        if not (carries_text or with_text):
            del plain["article"]["text"]
        yield plain
