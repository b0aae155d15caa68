"""What somebody said."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pactscan.ask.corpus import Corpus, in_parts, marks
from pactscan.ask.filters import party_code
from pactscan.ask.finding import phrase, published
from pactscan.askmodel import EVERYTHING, Filters, Said, SaidRow
from pactscan.compare.names import Name, is_acronym_of
from pactscan.compare.words import keys_of
from pactscan.errors import QuestionError


class _Quote(NamedTuple):
    speaker: str
    kind: str
    cue: str | None
    text: str
    confidence: str
    article: int
    start: int
    end: int
    story: int
    role: str | None


def said(corpus: Corpus, name: str, filters: Filters = EVERYTHING, *, about: str | None = None, limit: int | None = None) -> Said:
    """The quotes of whoever is called `name`: the whole name, or a part of it that may be a surname.

    With `about`, only those that hold all its words, or mention the country or the agreement (by id) that it is. The days of
    `filters` are those of publication. A `limit` keeps the latest. Raises QuestionError when nobody of that name is quoted.
    """
    speakers = speakers_called(corpus, name)
    if not speakers:
        raise QuestionError(f"nobody called {name!r} is quoted; `pactscan ask STORE actors` lists who is named")
    quotes = _quotes(corpus, speakers, filters)
    if about is not None:
        holds = _about(corpus, about, quotes)
        quotes = [quote for quote in quotes if holds(quote)]
    groups: dict[tuple[str, str | None, tuple[str, ...]], list[_Quote]] = {}
    for quote in quotes:
        manner = None if quote.kind == "direct" else quote.cue  # what one denied and another said is not the same
        groups.setdefault((quote.speaker, manner, keys_of(quote.text)), []).append(quote)
    kept = list(groups.values())
    rows = kept if limit is None else kept[len(kept) - min(limit, len(kept)) :]
    return Said(tuple(speakers), tuple(_rows(corpus, rows)), len(kept))


def speakers_called(corpus: Corpus, name: str) -> list[str]:
    """The names of speakers that `name` may mean, and sources without a name that are written so (a country, an office)."""
    wanted, query = Name(name), phrase(name)
    if query is None:
        raise QuestionError(f"{name!r} is no name")
    names = corpus.all("SELECT DISTINCT speaker_name FROM quotes_fts WHERE quotes_fts MATCH ?", [f"speaker_name : ({query})"])
    if name.isupper():
        names += corpus.all("SELECT DISTINCT speaker_name FROM quotes WHERE speaker_name LIKE ?", [f"{name[0]}%"])
    unnamed = corpus.all("SELECT DISTINCT source FROM quotes WHERE speaker_name IS NULL AND source = ? COLLATE NOCASE", [name.strip()])
    return sorted({text for (text,) in names if _means(wanted, text)} | {source for (source,) in unnamed})


def _means(wanted: Name, text: str) -> bool:
    """Whether all words of the name asked for are in the other: a surname means everybody who bears it."""
    return set(wanted.words) <= set(Name(text).words) or is_acronym_of(wanted.text, Name(text).words)


def _quotes(corpus: Corpus, speakers: list[str], filters: Filters) -> list[_Quote]:
    days, values = published(filters)
    rows = corpus.all(
        "SELECT coalesce(q.speaker_name, q.source), q.kind, q.cue, q.text, q.confidence, a.id, q.start, q.end, a.story, c.role "  # noqa: S608
        "FROM quotes q JOIN heads a ON a.id = q.article LEFT JOIN actors c ON c.article = a.id AND c.actor_id = q.speaker "
        f"WHERE (q.speaker_name IN ({marks(speakers)}) OR (q.speaker_name IS NULL AND q.source IN ({marks(speakers)}))) AND {days} "
        "ORDER BY 1, a.day, a.key, q.start",
        [*speakers, *speakers, *values],
    )
    return [_Quote(*row) for row in rows]


def _rows(corpus: Corpus, groups: list[list[_Quote]]) -> Iterable[SaidRow]:
    for group in groups:
        firsts = {quote.story: quote for quote in reversed(group)}
        places = [(q.article, q.start, q.end) for q in group if firsts[q.story] is q]
        role = next((quote.role for quote in group if quote.role), None)
        first = group[0]
        yield SaidRow(first.speaker, role, first.kind, first.cue, first.text, first.confidence, len(firsts), tuple(corpus.slices(places)))


def _about(corpus: Corpus, term: str, quotes: list[_Quote]) -> Callable[[_Quote], bool]:
    """Whether a quote holds the words of `term`, or mentions the country or the agreement that it is."""
    words = set(keys_of(term))
    if not words:
        raise QuestionError(f"nothing to look for in {term!r}; give a word, a country or an agreement's id")
    places = _country_mentions(corpus, term, quotes)
    for article, start, end in _agreement_mentions(corpus, term):
        places.setdefault(article, []).append((start, end))

    def holds(quote: _Quote) -> bool:
        inside = any(quote.start <= start and end <= quote.end for start, end in places.get(quote.article, ()))
        return inside or words <= set(keys_of(quote.text))

    return holds


def _country_mentions(corpus: Corpus, term: str, quotes: list[_Quote]) -> dict[int, list[tuple[int, int]]]:
    code = party_code(term)
    found: dict[int, list[tuple[int, int]]] = {}
    for part in in_parts(sorted({quote.article for quote in quotes}) if code else []):
        query = f"SELECT id, json_extract(report, '$.countries') FROM articles WHERE id IN ({marks(part)})"  # noqa: S608
        for article, countries in corpus.all(query, part):
            found[article] = [(m["start"], m["end"]) for c in json.loads(countries) if c["code"] == code for m in c["mentions"]]
    return found


def _agreement_mentions(corpus: Corpus, slug: str) -> Iterable[tuple[int, int, int]]:
    query = (
        "SELECT m.article, json_extract(a.report, '$.agreements[' || m.place || '].mentions') FROM instruments i "
        "JOIN instrument_members m ON m.instrument = i.id JOIN articles a ON a.id = m.article WHERE i.slug = ?"
    )
    rows: list[Any] = corpus.all(query, [slug])
    return [(article, m["start"], m["end"]) for article, mentions in rows for m in json.loads(mentions)]
