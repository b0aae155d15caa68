"""The heaviest matching, against trying all of them."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from pactscan.compare.assignment import Edges, assign

_nodes = st.integers(0, 5)
_edges = st.dictionaries(st.tuples(_nodes, _nodes), st.integers(1, 9), max_size=18)


def heaviest(edges: Edges, lefts: tuple[int, ...], used: frozenset[int] = frozenset()) -> int:
    if not lefts:
        return 0
    first, *rest = lefts
    own = [(right, weight) for (left, right), weight in edges.items() if left == first and right not in used]
    return max([heaviest(edges, tuple(rest), used), *(w + heaviest(edges, tuple(rest), used | {r}) for r, w in own)])


@settings(max_examples=300, derandomize=True, deadline=None)
@given(_edges)
def test_no_matching_is_heavier(edges: Edges) -> None:
    pairs = assign(edges)
    assert all(pair in edges for pair in pairs)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    assert sum(edges[pair] for pair in pairs) == heaviest(edges, tuple(sorted({left for left, _ in edges})))


def test_one_pair_is_given_up_for_two() -> None:
    assert assign({(0, 0): 9, (0, 1): 8, (1, 0): 8}) == [(0, 1), (1, 0)]


def test_nothing_to_match() -> None:
    assert assign({}) == []


def test_a_thousand_nodes_in_one_component_take_no_second() -> None:
    edges = {(i, (i * 7 + k * k * 3) % 1000): 900 + (i * k) % 7 for i in range(1000) for k in range(8)}
    started = time.process_time()
    assert len(assign(edges)) == 1000
    assert time.process_time() - started < 1
