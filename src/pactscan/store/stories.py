"""Near-duplicates: articles whose words are mostly the same are one story, wire copy that several outlets print.

A text is sketched by MinHash over its words, five at a time. From two sketches and the lengths of the texts follows an estimate of
how many of the shingles of the shorter text the longer one holds: a copy that was cut is a copy. Two articles are near-duplicates
when that is at least `THRESHOLD`. A story is what hangs together by such pairs; its first article is the earliest published, by
key among those of a day.

Only pairs are compared whose sketches agree in one of 42 bands of three numbers. The estimate and its threshold are measured in
evaluation/near_duplicates.py; see docs/batch.md.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version

from pactscan.store.sink import Stories

NUMBERS = 126
BANDS = 42
"""Bands of two numbers would find more copies that were cut to less than half, and among a million articles too many pairs to look at."""
WIDTH = 4 * NUMBERS // BANDS
"""Bytes of a band."""
SHINGLE = 5
"""Words in a shingle."""
FEWEST_WORDS = 30
"""Below, two articles are alike by chance or by form (tables, notices), and have no story but their own."""
THRESHOLD = 0.65
SEED = 20
_WORD = re.compile(r"\w+")


def group_stories(db: sqlite3.Connection) -> None:
    """Fill ``articles.story`` of the whole store. What comes out hangs on the articles alone, not on their order."""
    _sketch_new_articles(db)
    db.executemany("UPDATE articles SET story = ?1 WHERE id = ?2 AND story IS NOT ?1", list(_stories(db, _joined(db))))


def count_stories(db: sqlite3.Connection) -> Stories:
    """How many stories have several articles, and how many articles those are."""
    groups = "SELECT count(*) AS articles FROM articles WHERE story IS NOT NULL GROUP BY story HAVING count(*) > 1"
    row = db.execute(f"SELECT count(*), coalesce(sum(articles), 0) FROM ({groups})").fetchone()  # noqa: S608
    return Stories(int(row[0]), int(row[1]))


def sketch_of(text: str) -> bytes | None:
    """`NUMBERS` numbers of four bytes, and how many shingles there are; None of a text too short to be told from others."""
    words = _WORD.findall(text.casefold())
    if len(words) < FEWEST_WORDS:
        return None
    from rensa import RMinHash

    shingles = {" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
    sketch = RMinHash(NUMBERS, SEED)
    sketch.update(sorted(shingles))
    return b"".join(number.to_bytes(4, "little") for number in (*sketch.digest(), len(shingles)))


def likeness(one: bytes, other: bytes) -> float:
    """How many of the shingles of the shorter of two texts the other one holds, by their sketches: in [0, 1]."""
    *ours, our_count = memoryview(one).cast("I")
    *theirs, their_count = memoryview(other).cast("I")
    jaccard = sum(a == b for a, b in zip(ours, theirs, strict=True)) / NUMBERS
    return min(1.0, jaccard / (1 + jaccard) * (our_count + their_count) / min(our_count, their_count))


@cache
def method() -> str:
    """What sketches are made with."""
    return f"rensa {version('rensa')} {NUMBERS}/{SHINGLE}/{SEED}/counted"


def _sketch_new_articles(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM sketches WHERE method <> ?", (method(),))
    new = db.execute("SELECT id, report FROM articles WHERE id NOT IN (SELECT article FROM sketches) ORDER BY id")
    rows = ((article, method(), sketch_of(json.loads(report)["article"]["text"]) or b"") for article, report in new)
    for row in rows:
        db.execute("INSERT INTO sketches VALUES (?, ?, ?)", row)


def _joined(db: sqlite3.Connection) -> dict[int, int]:
    """Of articles that have a near-duplicate: any other of their story, ending in its root."""
    parents: dict[int, int] = {}
    for alike in _buckets(db):
        _join_alike(db, alike, parents)
    return parents


def _buckets(db: sqlite3.Connection) -> Iterator[list[int]]:
    """Articles whose sketches agree in a band."""
    for band in range(BANDS):
        same = f"SELECT group_concat(article) FROM sketches WHERE length(sketch) > 0 GROUP BY substr(sketch, {band * WIDTH + 1}, {WIDTH})"  # noqa: S608
        for (articles,) in db.execute(f"{same} HAVING count(*) > 1"):
            yield sorted(map(int, articles.split(",")))


def _join_alike(db: sqlite3.Connection, articles: list[int], parents: dict[int, int]) -> None:
    """Join those of `articles` that are alike. A group is one in which each is alike to another; one comparison may do for it."""
    sketches = _Sketches(db)
    groups: list[list[int]] = []
    for one in articles:
        linked = [g for g in groups if _root(g[0], parents) == _root(one, parents) or any(sketches.alike(one, m) for m in g)]
        groups = [g for g in groups if g not in linked]
        for group in linked:
            parents[_root(group[0], parents)] = _root(one, parents)
        groups.append([*(member for group in linked for member in group), one])


class _Sketches:
    """The sketches of a bucket, read once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._read: dict[int, bytes] = {}

    def alike(self, one: int, other: int) -> bool:
        return likeness(self._of(one), self._of(other)) >= THRESHOLD

    def _of(self, article: int) -> bytes:
        if article not in self._read:
            self._read[article] = self._db.execute("SELECT sketch FROM sketches WHERE article = ?", (article,)).fetchone()[0]
        return self._read[article]


def _root(article: int, parents: dict[int, int]) -> int:
    while (parent := parents.get(article, article)) != article:
        parents[article] = parents.get(parent, parent)
        article = parent
    return article


def _stories(db: sqlite3.Connection, parents: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The first of its story, and each article."""
    members = {article for pair in parents.items() for article in pair}
    firsts = _first_of_each(db, members, parents)
    for (article,) in db.execute("SELECT id FROM articles").fetchall():
        yield (firsts[_root(article, parents)] if article in members else article), article


def _first_of_each(db: sqlite3.Connection, members: Iterable[int], parents: dict[int, int]) -> dict[int, int]:
    known = {n: db.execute("SELECT coalesce(published, '9999'), key FROM articles WHERE id = ?", (n,)).fetchone() for n in members}
    firsts: dict[int, int] = {}
    for article in sorted(known, key=known.__getitem__):
        firsts.setdefault(_root(article, parents), article)
    return firsts
