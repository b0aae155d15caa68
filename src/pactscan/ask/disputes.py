"""Where articles contradict each other."""

from __future__ import annotations

import json
from typing import Any

from pactscan.ask.chronicle import numbers_of
from pactscan.ask.corpus import Corpus, in_parts, marks
from pactscan.ask.sources import UNDATED, Source
from pactscan.askmodel import EVERYTHING, Conflict, Conflicts, ConflictSide, Filters


def conflicts(corpus: Corpus, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Conflicts:
    """The contradictions on the agreements that the filters let through. A `limit` keeps the newest."""
    wanted = set(numbers_of(corpus, filters))
    numbers = [n for (n,) in corpus.all("SELECT id FROM instruments WHERE conflicts ORDER BY id") if n in wanted]
    found = conflicts_of(corpus, numbers)
    kept = found if limit is None else found[len(found) - min(limit, len(found)) :]
    return Conflicts(tuple(kept), len(found))


def conflicts_of(corpus: Corpus, numbers: list[int]) -> list[Conflict]:
    """The contradictions on instruments, in the order given."""
    return [each for part in in_parts(numbers) for each in _of_part(corpus, part)]


def _of_part(corpus: Corpus, numbers: list[int]) -> list[Conflict]:
    joined = "instrument_conflicts c JOIN instruments i ON i.id = c.instrument"
    query = f"SELECT i.id, i.slug, i.name, c.field, c.sides FROM {joined} WHERE i.id IN ({marks(numbers)}) ORDER BY i.id, c.rowid"  # noqa: S608
    rows = [(*row, json.loads(sides)) for *row, sides in corpus.all(query, numbers)]
    sources = corpus.sources(place[0] for *_, sides in rows for _, told in sides for place in told)
    return [Conflict(slug, name, field, tuple(_side(side, sources) for side in sides)) for _, slug, name, field, sides in rows]


def _side(side: Any, sources: dict[int, Source]) -> ConflictSide:
    value, told = side
    places = sorted(told, key=lambda place: (sources[place[0]].published or UNDATED, sources[place[0]].key))
    firsts = {sources[place[0]].story: place for place in reversed(places)}
    passages = [sources[a].passage({"start": b, "end": e, "text": text}) for a, b, e, text in firsts.values()]
    passages.sort(key=lambda passage: (passage.published or UNDATED, passage.article))
    return ConflictSide(value, len(firsts), tuple(passages))
