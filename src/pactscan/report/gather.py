"""The questions that the corpus page asks of a store, and their answers, cut to what a page can hold.

Everything that was cut is counted, so that the page can say what it leaves out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pactscan import codec
from pactscan.ask import Corpus, actors, agreement, conflicts, countries, network, said, timeline
from pactscan.askmodel import Actors, AgreementAnswer, Conflicts, Countries, Network, Said, Timeline, TimelineRow
from pactscan.errors import QuestionError
from pactscan.model import Report


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of what a page holds."""

    articles: int | None = 200
    """Newest articles whose text is in the page; None for all."""
    agreements: int = 1000
    """Newest agreements in the table."""
    details: int = 300
    """Newest agreements of which everything is told."""
    conflicts: int = 200
    actors: int = 100
    speakers: int = 50
    quotes: int = 8
    """Latest quotes of each speaker."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of the store."""

    number: int
    """Counted from 1 over the whole store, by day and key."""
    key: str
    source: str
    outlet: str | None
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """All answers."""

    articles: int
    stories: int
    outlets: int
    first: str | None
    """First and last day of publication, ``YYYY-MM-DD``."""
    last: str | None
    timeline: Timeline
    details: tuple[AgreementAnswer, ...]
    conflicts: Conflicts
    network: Network
    countries: Countries
    actors: Actors
    said: tuple[Said, ...]
    """One for each of the speakers in most stories."""
    speakers: int
    """How many there are in all."""
    stored: tuple[Stored, ...]
    """The newest articles, newest first."""


def gather(corpus: Corpus, limits: Limits) -> Gathered:
    """Ask everything."""
    dated = timeline(corpus)
    newest = _newest_first(dated.rows)[: limits.agreements]
    speakers = _speakers(corpus)
    outlets, first, last = corpus.one("SELECT count(DISTINCT outlet), min(published), max(published) FROM articles")
    return Gathered(
        articles=corpus.articles,
        stories=corpus.stories,
        outlets=outlets,
        first=first,
        last=last,
        timeline=Timeline(newest, dated.total),
        details=tuple(agreement(corpus, row.id) for row in newest[: limits.details]),
        conflicts=conflicts(corpus, limit=limits.conflicts),
        network=network(corpus),
        countries=countries(corpus),
        actors=actors(corpus, limit=limits.actors),
        said=tuple(_said(corpus, speakers[: limits.speakers], limits)),
        speakers=len(speakers),
        stored=tuple(_stored(corpus, limits.articles)),
    )


def _newest_first(rows: tuple[TimelineRow, ...]) -> tuple[TimelineRow, ...]:
    """In the order of a page; those of which no day is known stay last."""
    undated = [row for row in rows if not (row.date or row.reported)]
    return (*(row for row in reversed(rows) if row.date or row.reported), *undated)


def _speakers(corpus: Corpus) -> list[str]:
    """Who is quoted by name, those in most stories first."""
    rows = corpus.all(
        "SELECT q.speaker_name, count(DISTINCT coalesce(a.story, a.id)) AS stories FROM quotes q JOIN articles a ON a.id = q.article "
        "WHERE q.speaker_name IS NOT NULL GROUP BY q.speaker_name ORDER BY stories DESC, count(*) DESC, q.speaker_name"
    )
    return [name for name, _ in rows]


def _said(corpus: Corpus, speakers: list[str], limits: Limits) -> Iterator[Said]:
    """The latest quotes of each of `speakers`, and how many there are."""
    for name in speakers:
        try:
            rows = [row for row in said(corpus, name).rows if row.speaker == name]
        except QuestionError:  # a name without a word to search for
            continue
        if rows:
            yield Said((name,), tuple(rows[-limits.quotes :]), len(rows))


def _stored(corpus: Corpus, limit: int | None) -> list[Stored]:
    query = (
        "SELECT row_number() OVER (ORDER BY published IS NOT NULL, published, key) AS number, key, source, outlet, title, published "
        "FROM articles ORDER BY number DESC LIMIT ?"
    )
    return [Stored(*row) for row in corpus.all(query, [-1 if limit is None else limit])]


def report_of(corpus: Corpus, article: Stored) -> Report:
    """The report of an article, with its text."""
    (report,) = corpus.one("SELECT report FROM articles WHERE key = ?", [article.key])
    return codec.from_dict(json.loads(report))
