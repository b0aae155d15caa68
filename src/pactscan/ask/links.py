"""Who shares agreements with whom."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from pactscan.ask.chronicle import numbers_of, rows_of
from pactscan.ask.corpus import Corpus
from pactscan.askmodel import EVERYTHING, Edge, Filters, Network, Node, PartyName, TimelineRow


def network(corpus: Corpus, filters: Filters = EVERYTHING) -> Network:
    """Parties of the agreements that the filters let through, and the agreements that each two of them share."""
    rows = rows_of(corpus, numbers_of(corpus, filters))
    shared: dict[tuple[str, str], list[TimelineRow]] = {}
    nodes: dict[str, PartyName] = {}
    count: Counter[str] = Counter()
    for row in rows:
        for party in row.parties:
            nodes.setdefault(party.label, party)
            count[party.label] += 1
        for pair in combinations(sorted(party.label for party in row.parties), 2):
            shared.setdefault(pair, []).append(row)
    return Network(
        tuple(Node(label, nodes[label].code, nodes[label].name, count[label]) for label in sorted(nodes)),
        tuple(_edge(left, right, shared[left, right]) for left, right in sorted(shared)),
    )


def _edge(left: str, right: str, rows: list[TimelineRow]) -> Edge:
    stories = sum(row.stories for row in rows)
    return Edge(left, right, tuple(row.id for row in rows), tuple(row.name for row in rows), stories, rows[-1].passage)
