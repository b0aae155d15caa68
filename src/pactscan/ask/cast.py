"""Who acts in the stories, and which countries they are about."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from pactscan.ask.corpus import Corpus, in_parts, marks
from pactscan.ask.filters import labels_of
from pactscan.ask.finding import published
from pactscan.ask.sources import UNDATED
from pactscan.askmodel import EVERYTHING, ActorRow, Actors, Countries, CountryRow, Filters, Passage
from pactscan.compare.names import Name


class _Actor:
    """Actors of one name and kind, and of one country as far as it is told."""

    def __init__(self, name: str, kind: str, country: str | None) -> None:
        self.name = name
        self.kind = kind
        self.country = country
        self.articles: set[int] = set()
        self.stories: set[int] = set()
        self.roles: dict[str, set[int]] = {}
        self.first = (UNDATED, "", 0, "")
        """Day and key of the first article, its row, and the actor's id in its report."""

    def rank(self) -> tuple[int, int, str, str]:
        """Most stories first."""
        return (-len(self.stories), -len(self.articles), self.name, self.country or "")

    def row(self, quotes: list[tuple[int, str]]) -> tuple[Any, ...]:
        """Its row in the table; of quotes printed alike in several articles, one counts."""
        said = len({text for article, text in quotes if article in self.articles})
        counts = (len(self.stories), len(self.articles), said)
        return (self.name, self.kind, self.country, json.dumps(self._roles(), ensure_ascii=False), *counts, *self.first[2:])

    def _roles(self) -> list[str]:
        """Each once, whatever its capitals, as it is written most."""
        ordered = sorted(self.roles, key=lambda role: (-len(self.roles[role]), role))
        firsts: dict[str, str] = {}
        for role in ordered:
            firsts.setdefault(role.casefold(), role)
        return list(firsts.values())


def actors(corpus: Corpus, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Actors:
    """People and bodies, by name: actors of one name are one unless their kinds or countries differ.

    Of the filters, the days (of publication) count, and the parties, as the country acted for.
    """
    codes = {label for party in filters.parties for label in labels_of(corpus, party)}
    of_all = not (filters.since or filters.until)
    rows = corpus.all("SELECT * FROM cast_of_all ORDER BY rowid") if of_all else rows_of_cast(corpus.db, filters)
    found = [row for row in rows if not codes or row[2] in codes]
    kept = found[:limit]
    passages = _mentions(corpus, "actors", "id", [(row[7], row[8]) for row in kept])
    return Actors(tuple(_actor_row(row, at) for row, at in zip(kept, passages, strict=True)), len(found))


def _actor_row(row: Sequence[Any], passage: Passage) -> ActorRow:
    name, kind, country, roles, stories, articles, quotes = row[:7]
    return ActorRow(name, kind, country, tuple(json.loads(roles)), stories, articles, quotes, passage)


def rows_of_cast(db: sqlite3.Connection, filters: Filters = EVERYTHING) -> list[tuple[Any, ...]]:
    """Rows as in the table cast_of_all, of the articles of the days that the filters name."""
    quotes: dict[str, list[tuple[int, str]]] = {}
    for speaker, article, text in db.execute("SELECT speaker_name, article, text FROM quotes WHERE speaker_name IS NOT NULL"):
        quotes.setdefault(speaker, []).append((article, text))
    ordered = sorted(_actors(db, filters), key=_Actor.rank)
    return [actor.row(quotes.get(actor.name, [])) for actor in ordered]


def _actors(db: sqlite3.Connection, filters: Filters) -> list[_Actor]:
    days, values = published(filters)
    rows = db.execute(
        "SELECT c.name, c.kind, c.country, c.role, a.story, a.day, a.key, a.id, c.actor_id "  # noqa: S608
        f"FROM actors c JOIN heads a ON a.id = c.article WHERE {days}",
        values,
    )
    groups: dict[tuple[tuple[str, ...], str], dict[str | None, _Actor]] = {}
    for name, kind, country, role, story, *first in rows:
        by_country = groups.setdefault((_words(name), kind), {})
        actor = by_country.get(country) or by_country.setdefault(country, _Actor(name, kind, country))
        actor.articles.add(first[2])
        actor.stories.add(story)
        if not actor.first[1] or tuple(first) < actor.first:
            actor.first, actor.name = tuple(first), name
        if role:
            actor.roles.setdefault(role, set()).add(story)
    return [actor for by_country in groups.values() for actor in _without_unknown(by_country)]


@lru_cache(maxsize=65_536)
def _words(name: str) -> tuple[str, ...]:
    return Name(name).words


def _without_unknown(by_country: dict[str | None, _Actor]) -> Iterable[_Actor]:
    """Where one country alone is told, the actor without one is the same."""
    unknown = by_country.get(None)
    if unknown is not None and len(by_country) == 2:
        (known,) = (actor for country, actor in by_country.items() if country)
        known.articles |= unknown.articles
        known.stories |= unknown.stories
        known.first = min(known.first, unknown.first)
        for role, stories in unknown.roles.items():
            known.roles.setdefault(role, set()).update(stories)
        return [known]
    return by_country.values()


def _mentions(corpus: Corpus, noun: str, key: str, wanted: list[tuple[int, str]]) -> list[Passage]:
    """The first mentions of nouns, each given by its article's row and its id or code."""
    items: dict[tuple[int, str], dict[str, Any]] = {}
    for part in in_parts(sorted({article for article, _ in wanted})):
        query = f"SELECT id, json_extract(report, '$.{noun}') FROM articles WHERE id IN ({marks(part)})"  # noqa: S608
        for article, nouns in corpus.all(query, part):
            items.update(((article, item[key]), item["mentions"][0]) for item in json.loads(nouns))
    places = [(article, items[article, value]) for article, value in wanted]
    return corpus.passages((article, m["start"], m["end"], m["text"]) for article, m in places)


def countries(corpus: Corpus, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Countries:
    """Countries, and how many stories are about them. Of the filters, the days (of publication) count."""
    days, values = published(filters)
    rows = corpus.all(
        "SELECT c.code, c.name, count(DISTINCT CASE WHEN c.focus THEN a.story END) AS about, "  # noqa: S608
        "count(DISTINCT a.story) AS mentioned, "
        "(SELECT count(*) FROM instrument_parties p WHERE p.label = c.code AND p.shown) "
        f"FROM countries c JOIN heads a ON a.id = c.article WHERE {days} GROUP BY c.code ORDER BY about DESC, mentioned DESC, c.code",
        values,
    )
    kept = rows[:limit]
    passages = _mentions(corpus, "countries", "code", [(_first_article(corpus, row[0], filters), row[0]) for row in kept])
    found = [CountryRow(c, name, about, mentioned, n, at) for (c, name, about, mentioned, n), at in zip(kept, passages, strict=True)]
    return Countries(tuple(found), len(rows))


def _first_article(corpus: Corpus, code: str, filters: Filters) -> int:
    """Row of an article that is about the country, if there is one."""
    days, values = published(filters)
    (article,) = corpus.one(
        f"SELECT a.id FROM countries c JOIN heads a ON a.id = c.article WHERE c.code = ? AND {days} "  # noqa: S608
        "ORDER BY c.focus DESC, a.day, a.key LIMIT 1",
        [code, *values],
    )
    return int(article)
