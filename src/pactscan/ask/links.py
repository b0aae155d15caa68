"""Who shares agreements with whom."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

from pactscan.ask.chronicle import numbers_of
from pactscan.ask.corpus import Corpus, in_parts, marks
from pactscan.askmodel import EVERYTHING, Edge, Filters, Network, Node, PartyName, Passage


def network(corpus: Corpus, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Network:
    """Parties of the agreements that the filters let through, and the agreements that each two of them share.

    A `limit` keeps the pairs that share most, and all parties.
    """
    wanted = set(numbers_of(corpus, filters))
    parties: dict[int, list[PartyName]] = {}
    for instrument, code, name in corpus.all(
        "SELECT instrument, code, name FROM instrument_parties WHERE shown ORDER BY instrument, rowid"
    ):
        if instrument in wanted:
            parties.setdefault(instrument, []).append(PartyName(code, name))
    nodes = {party.label: party for named in reversed(parties.values()) for party in named}
    count = Counter(party.label for named in parties.values() for party in named)
    shared: dict[tuple[str, str], list[int]] = {}
    for instrument, named in parties.items():
        for pair in combinations(sorted({party.label for party in named}), 2):
            shared.setdefault(pair, []).append(instrument)
    return Network(
        tuple(Node(label, nodes[label].code, nodes[label].name, count[label]) for label in sorted(nodes)),
        tuple(_edges(corpus, shared, limit)),
        len(shared),
    )


def _edges(corpus: Corpus, every: dict[tuple[str, str], list[int]], limit: int | None) -> list[Edge]:
    kept = sorted(every, key=lambda pair: (-len(every[pair]), pair))[:limit]
    shared = {pair: every[pair] for pair in kept}
    told = {number: row for number, *row in corpus.all("SELECT id, slug, name, stories FROM instruments")}
    passages = _passages(corpus, sorted({numbers[-1] for numbers in shared.values()}))
    edges = []
    for (left, right), numbers in sorted(shared.items()):
        slugs, names, stories = zip(*(told[number] for number in numbers), strict=True)
        edges.append(Edge(left, right, slugs, names, sum(stories), passages[numbers[-1]]))
    return edges


def _passages(corpus: Corpus, numbers: list[int]) -> dict[int, Passage]:
    """What gives the status of each instrument."""
    rows: list[Any] = []
    for part in in_parts(numbers):
        rows += corpus.all(f'SELECT id, article, "start", "end", words FROM instruments WHERE id IN ({marks(part)})', part)  # noqa: S608
    return dict(zip((row[0] for row in rows), corpus.passages(row[1:] for row in rows), strict=True))
