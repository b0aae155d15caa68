"""Agreements and quotes that hold words; and the agreement that a name or an id means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pactscan.ask.corpus import Corpus, marks
from pactscan.ask.names import full_name
from pactscan.askmodel import EVERYTHING, Filters, Found, SearchRow
from pactscan.errors import QuestionError

_WORD = re.compile(r"\w+")
SHOWN = 8
"""Agreements that an error names when a name fits several."""


def phrase(words: str) -> str | None:
    """Words as a query of FTS5 that asks for all of them: each is quoted, so that none is an operator. None when there is no word."""
    found = _WORD.findall(words)
    return " ".join(f'"{word}"' for word in found) or None


def search(corpus: Corpus, words: str, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Found:
    """Agreements in whose names all the words stand, then quotes. The days of `filters` are those of publication."""
    query = phrase(words)
    if query is None:
        raise QuestionError(f"nothing to search for in {words!r}; give a word")
    rows = [*_agreements(corpus, query, filters), *_quotes(corpus, query, filters)]
    return Found(tuple(rows[:limit]), len(rows))


def published(filters: Filters) -> tuple[str, list[object]]:
    """The days of `filters` as a condition on the table articles under the name `a`."""
    parts = [("a.published >= ?", filters.since), ("a.published <= ?", filters.until)]
    return " AND ".join(["1", *(sql for sql, value in parts if value)]), [value for _, value in parts if value]


def _agreements(corpus: Corpus, query: str, filters: Filters) -> list[SearchRow]:
    days, values = published(filters)
    rows = corpus.all(
        "SELECT m.instrument, i.slug, i.name, a.id, g.start, g.end, a.story "  # noqa: S608
        "FROM agreements_fts f JOIN agreements g ON g.id = f.rowid JOIN instrument_members m ON m.agreement = g.id "
        "JOIN instruments i ON i.id = m.instrument JOIN heads a ON a.id = g.article "
        f"WHERE agreements_fts MATCH ? AND {days} ORDER BY a.day, a.key, g.id",
        [query, *values],
    )
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(row[0], []).append(row)
    ordered = sorted(groups.values(), key=lambda group: (-len({row[6] for row in group}), group[0][0]))
    passages = corpus.slices((group[0][3], group[0][4], group[0][5]) for group in ordered)
    return [
        SearchRow("agreement", group[0][1], group[0][2], at.words, len({row[6] for row in group}), at)
        for group, at in zip(ordered, passages, strict=True)
    ]


def _quotes(corpus: Corpus, query: str, filters: Filters) -> list[SearchRow]:
    days, values = published(filters)
    rows = corpus.all(
        "SELECT coalesce(q.speaker_name, ''), q.text, a.id, q.start, q.end, a.story "  # noqa: S608
        "FROM quotes_fts f JOIN quotes q ON q.id = f.rowid JOIN heads a ON a.id = q.article "
        f"WHERE quotes_fts MATCH ? AND {days} ORDER BY a.day, a.key, q.start",
        [f"text : ({query})", *values],
    )
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        groups.setdefault((row[0], row[1]), []).append(row)
    firsts = [group[0] for group in groups.values()]
    passages = corpus.slices((row[2], row[3], row[4]) for row in firsts)
    return [
        SearchRow("quote", None, row[0], row[1], len({r[5] for r in groups[row[0], row[1]]}), at)
        for row, at in zip(firsts, passages, strict=True)
    ]


def instrument_called(corpus: Corpus, words: str) -> int:
    """The instrument whose id, name, alias or acronym is `words`; else the only one in whose names all the words stand.

    Raises QuestionError when there is none, or several.
    """
    row = corpus.one("SELECT id FROM instruments WHERE slug = ?", [words.strip().lower()])
    if row:
        return int(row[0])
    query = phrase(words)
    rows = (
        []
        if query is None
        else corpus.all(
            "SELECT m.instrument, g.name, g.aliases FROM agreements_fts f JOIN agreements g ON g.id = f.rowid "
            "JOIN instrument_members m ON m.agreement = g.id WHERE agreements_fts MATCH ? ORDER BY m.instrument",
            [query],
        )
    )
    wanted = full_name(words)
    exact = {number for number, name, aliases in rows if wanted in map(full_name, (name, *aliases.split(" | ")))}
    main = {number for (number, name) in _main_names(corpus, exact) if full_name(name) == wanted}
    found = main or exact or {number for number, *_ in rows}
    return _only(corpus, words, sorted(found))


def _main_names(corpus: Corpus, numbers: Iterable[int]) -> list[Any]:
    numbers = sorted(numbers)[:500]
    return corpus.all(f"SELECT id, name FROM instruments WHERE id IN ({marks(numbers)})", numbers)  # noqa: S608


def _only(corpus: Corpus, words: str, numbers: list[int]) -> int:
    if not numbers:
        raise QuestionError(f"no agreement is called {words!r}; `pactscan ask STORE timeline` lists them")
    if len(numbers) == 1:
        return numbers[0]
    slugs = [corpus.one("SELECT slug FROM instruments WHERE id = ?", [number])[0] for number in numbers[:SHOWN]]
    more = f" and {len(numbers) - SHOWN} more" if len(numbers) > SHOWN else ""
    raise QuestionError(f"{words!r} fits {len(numbers)} agreements; give one of their ids: {', '.join(slugs)}{more}")
