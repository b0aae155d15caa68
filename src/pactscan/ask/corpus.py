"""A store that was opened to be asked: read only, with its instruments at hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pactscan.ask.freshness import is_fresh
from pactscan.ask.sources import SOURCE_COLUMNS, Source
from pactscan.askmodel import Passage
from pactscan.store.database import reading


class Corpus:
    """See the module. `was_joined` tells that the store holds its instruments; otherwise they were made for this question."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.was_joined = is_fresh(db)
        if not self.was_joined:
            from pactscan.ask.tables import make  # dear to import, and not needed after a batch

            db.execute("PRAGMA temp_store = MEMORY")
            make(db, "temp")

    @property
    def articles(self) -> int:
        """How many articles the store has."""
        return int(self.one("SELECT count(*) FROM heads")[0])

    @property
    def stories(self) -> int:
        """How many stories they are."""
        return int(self.one("SELECT count(DISTINCT story) FROM heads")[0])

    def all(self, query: str, values: Iterable[object] = ()) -> list[Any]:
        """The rows of a query; values are parameters."""
        return self.db.execute(query, tuple(values)).fetchall()

    def one(self, query: str, values: Iterable[object] = ()) -> Any:
        """The first row of a query, or None."""
        return self.db.execute(query, tuple(values)).fetchone()

    def sources(self, numbers: Iterable[int]) -> dict[int, Source]:
        """Articles by row."""
        found: dict[int, Source] = {}
        for part in in_parts(sorted(set(numbers))):
            rows = self.all(f"SELECT {SOURCE_COLUMNS} FROM heads a WHERE a.id IN ({marks(part)})", part)  # noqa: S608
            found.update((row[0], Source(*row)) for row in rows)
        return found

    def passages(self, places: Iterable[tuple[int, int, int, str]]) -> list[Passage]:
        """Places (row of the article, start, end, words) as passages."""
        places = list(places)
        sources = self.sources(article for article, *_ in places)
        return [sources[a].passage({"start": start, "end": end, "text": text}) for a, start, end, text in places]

    def slices(self, places: Iterable[tuple[int, int, int]]) -> list[Passage]:
        """Places (row of the article, start, end) as passages, their words taken from the article's text."""
        query = "SELECT substr(json_extract(report, '$.article.text'), ? + 1, ?) FROM articles WHERE id = ?"
        return self.passages([(a, start, end, str(self.one(query, (start, end - start, a))[0])) for a, start, end in places])


@contextmanager
def asking(store: Path) -> Iterator[Corpus]:
    """The store at `store`, to be asked. Raises InputError when there is none, or it cannot be read."""
    with reading(store) as db:
        yield Corpus(db)


MOST_PARAMETERS = 500


def in_parts(values: list[int]) -> Iterator[list[int]]:
    """Not more values than a query takes."""
    yield from (values[n : n + MOST_PARAMETERS] for n in range(0, len(values), MOST_PARAMETERS))


def marks(values: Iterable[object]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" for _ in values)
