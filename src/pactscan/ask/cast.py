"""Who acts in the stories, and which countries they are about."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from pactscan.ask.corpus import Corpus
from pactscan.ask.filters import labels_of
from pactscan.ask.finding import published
from pactscan.askmodel import EVERYTHING, ActorRow, Actors, Countries, CountryRow, Filters, Passage
from pactscan.compare.names import Name


class _Actor:
    """Actors of one name and kind, and of one country as far as it is told."""

    def __init__(self, name: str, kind: str) -> None:
        self.name = name
        self.kind = kind
        self.country: str | None = None
        self.articles: set[int] = set()
        self.stories: set[int] = set()
        self.roles: dict[str, set[int]] = {}
        self.names: Counter[str] = Counter()
        self.first: tuple[int, str] | None = None
        """Row of the article and id of the actor in its report."""

    def rank(self) -> tuple[int, int, str, str]:
        """Most stories first."""
        return (-len(self.stories), -len(self.articles), self.name, self.country or "")


def actors(corpus: Corpus, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Actors:
    """People and bodies, by name: actors of one name are one unless their kinds or countries differ.

    Of the filters, the days (of publication) count, and the parties, as the country acted for.
    """
    codes = {label for party in filters.parties for label in labels_of(corpus, party)}
    found = [actor for actor in _actors(corpus, filters) if not codes or actor.country in codes]
    found.sort(key=_Actor.rank)
    return Actors(tuple(_actor_row(corpus, actor) for actor in found[:limit]), len(found))


def _actors(corpus: Corpus, filters: Filters) -> list[_Actor]:
    days, values = published(filters)
    rows = corpus.db.execute(
        "SELECT c.name, c.kind, c.country, c.role, c.article, coalesce(a.story, a.id), c.actor_id FROM actors c "  # noqa: S608
        f"JOIN articles a ON a.id = c.article WHERE {days} ORDER BY coalesce(a.published, '9999'), a.key, c.id",
        values,
    )
    groups: dict[tuple[tuple[str, ...], str], dict[str | None, _Actor]] = {}
    for name, kind, country, role, article, story, actor_id in rows:
        by_country = groups.setdefault((Name(name).words, kind), {})
        actor = by_country.setdefault(country, _Actor(name, kind))
        actor.country = country
        actor.articles.add(article)
        actor.stories.add(story)
        actor.first = actor.first or (article, actor_id)
        if role:
            actor.roles.setdefault(role, set()).add(story)
    return [actor for by_country in groups.values() for actor in _without_unknown(by_country)]


def _without_unknown(by_country: dict[str | None, _Actor]) -> Iterable[_Actor]:
    """Where one country alone is told, the actor without one is the same."""
    unknown = by_country.get(None)
    if unknown is not None and len(by_country) == 2:
        (known,) = (actor for country, actor in by_country.items() if country)
        known.articles |= unknown.articles
        known.stories |= unknown.stories
        for role, stories in unknown.roles.items():
            known.roles.setdefault(role, set()).update(stories)
        return [known]
    return by_country.values()


def _actor_row(corpus: Corpus, actor: _Actor) -> ActorRow:
    roles = _roles(actor)
    assert actor.first  # noqa: S101  (for the type checker)
    return ActorRow(
        actor.name,
        actor.kind,
        actor.country,
        tuple(roles),
        len(actor.stories),
        len(actor.articles),
        _quotes(corpus, actor),
        _mention(corpus, actor.first[0], "actors", "id", actor.first[1]),
    )


def _roles(actor: _Actor) -> list[str]:
    """Each once, whatever its capitals, as it is written most."""
    ordered = sorted(actor.roles, key=lambda role: (-len(actor.roles[role]), role))
    firsts: dict[str, str] = {}
    for role in ordered:
        firsts.setdefault(role.casefold(), role)
    return list(firsts.values())


def _quotes(corpus: Corpus, actor: _Actor) -> int:
    """Of quotes printed alike in several articles of a story, one counts."""
    rows = corpus.all("SELECT article, text FROM quotes WHERE speaker_name = ?", [actor.name])
    return len({text for article, text in rows if article in actor.articles})


def _mention(corpus: Corpus, article: int, noun: str, key: str, value: str) -> Passage:
    """The first mention of a noun of an article's report."""
    (items,) = corpus.one(f"SELECT json_extract(report, '$.{noun}') FROM articles WHERE id = ?", [article])  # noqa: S608
    mention = next(item for item in json.loads(items) if item[key] == value)["mentions"][0]
    return corpus.passages([(article, mention["start"], mention["end"], mention["text"])])[0]


def countries(corpus: Corpus, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Countries:
    """Countries, and how many stories are about them. Of the filters, the days (of publication) count."""
    days, values = published(filters)
    rows = corpus.all(
        "SELECT c.code, c.name, count(DISTINCT CASE WHEN c.focus THEN coalesce(a.story, a.id) END) AS about, "  # noqa: S608
        "count(DISTINCT coalesce(a.story, a.id)) AS mentioned, "
        "(SELECT count(*) FROM instrument_parties p WHERE p.label = c.code AND p.shown) "
        f"FROM countries c JOIN articles a ON a.id = c.article WHERE {days} GROUP BY c.code ORDER BY about DESC, mentioned DESC, c.code",
        values,
    )
    found = [CountryRow(c, name, a, m, n, _first_mention(corpus, c, filters)) for c, name, a, m, n in rows[:limit]]
    return Countries(tuple(found), len(rows))


def _first_mention(corpus: Corpus, code: str, filters: Filters) -> Passage:
    """In an article that is about the country, if there is one."""
    days, values = published(filters)
    (article,) = corpus.one(
        f"SELECT a.id FROM countries c JOIN articles a ON a.id = c.article WHERE c.code = ? AND {days} "  # noqa: S608
        "ORDER BY c.focus DESC, coalesce(a.published, '9999'), a.key LIMIT 1",
        [code, *values],
    )
    return _mention(corpus, article, "countries", "code", code)
