"""One-to-one assignment of largest total weight, exact, in plain Python.

Edges are few (see `align`), so the assignment is sought inside each connected component by shortest augmenting paths with
potentials: the Hungarian method on a sparse graph. Weights are integers, ties fall to the first node in the order given.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Edges = Mapping[tuple[int, int], int]
"""(left node, right node) → weight above zero."""

_Graph = dict[int, list[tuple[int, int]]]


def assign(edges: Edges) -> list[tuple[int, int]]:
    """The pairs of the heaviest matching, in order of the left node."""
    graph: _Graph = {}
    for (left, right), weight in sorted(edges.items()):
        graph.setdefault(left, []).append((right, weight))
    pairs: list[tuple[int, int]] = []
    for component in _components(graph):
        pairs.extend(_Matching(graph, component).pairs())
    return sorted(pairs)


def _components(graph: _Graph) -> list[list[int]]:
    """Left nodes of each connected component, in order."""
    lefts_of: dict[int, list[int]] = {}
    for left, row in graph.items():
        for right, _ in row:
            lefts_of.setdefault(right, []).append(left)
    seen: set[int] = set()
    return [_reached(graph, lefts_of, left, seen) for left in graph if left not in seen]


def _reached(graph: _Graph, lefts_of: dict[int, list[int]], start: int, seen: set[int]) -> list[int]:
    component, waiting = [], [start]
    seen.add(start)
    rights: set[int] = set()
    while waiting:
        left = waiting.pop()
        component.append(left)
        for right, _ in graph[left]:
            if right in rights:
                continue
            rights.add(right)
            fresh = [other for other in lefts_of[right] if other not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
    return sorted(component)


class _Matching:
    """Adds the left nodes one by one; each may stay single, which costs as much as the heaviest edge weighs."""

    def __init__(self, graph: _Graph, lefts: list[int]) -> None:
        self.graph = graph
        self.lefts = lefts
        self.heaviest = max(weight for left in lefts for _, weight in graph[left])
        self.partner_of_right: dict[int, int] = {}
        self.right_of: dict[int, int] = {}
        self.left_price = dict.fromkeys(lefts, 0)
        self.right_price: dict[int, int] = {}

    def pairs(self) -> list[tuple[int, int]]:
        if len(self.lefts) == 1:
            (left,) = self.lefts
            return [(left, max(self.graph[left], key=lambda edge: (edge[1], -edge[0]))[0])]
        for left in self.lefts:
            self._augment(left)
        return [(left, right) for left, right in self.right_of.items() if right >= 0]

    def _cost_row(self, left: int) -> list[tuple[int, int]]:
        """Edges as costs, and the node of its own, numbered below zero, that stands for staying single."""
        return [*((right, self.heaviest - weight) for right, weight in self.graph[left]), (-left - 1, self.heaviest)]

    def _augment(self, source: int) -> None:
        """Dijkstra over reduced costs from `source` to the nearest free right node, then flip the path."""
        distance: dict[int, int] = {}
        came_from: dict[int, int] = {}
        done: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        left, base = source, 0
        while True:
            for right, cost in self._cost_row(left):
                reach = base + cost - self.left_price[left] - self.right_price.get(right, 0)
                if right not in done and (right not in distance or reach < distance[right]):
                    distance[right], came_from[right] = reach, left
                    heapq.heappush(heap, (reach, right))
            base, nearest = self._pop(heap, done)
            done[nearest] = base
            if nearest not in self.partner_of_right:
                break
            left = self.partner_of_right[nearest]
        self._reprice(source, done, base)
        self._flip(source, nearest, came_from)

    @staticmethod
    def _pop(heap: list[tuple[int, int]], done: dict[int, int]) -> tuple[int, int]:
        while True:
            reach, right = heapq.heappop(heap)
            if right not in done:
                return reach, right

    def _reprice(self, source: int, done: dict[int, int], base: int) -> None:
        self.left_price[source] += base
        for right, reach in done.items():
            if right in self.partner_of_right:
                self.left_price[self.partner_of_right[right]] += base - reach
            self.right_price[right] = self.right_price.get(right, 0) - (base - reach)

    def _flip(self, source: int, right: int, came_from: dict[int, int]) -> None:
        while True:
            left = came_from[right]
            previous = self.right_of.get(left)
            self.right_of[left], self.partner_of_right[right] = right, left
            if left == source or previous is None:
                return
            right = previous
