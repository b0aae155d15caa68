"""Where the nodes of a network stand: forces between them, from a fixed start, without chance.

Nodes push each other away and edges pull theirs together (Fruchterman and Reingold 1991), in arithmetic that every machine
does alike; then boxes that still overlap are pushed apart, so that every label can be read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

Point = tuple[float, float]
STEPS = 240
PASSES = 60
_GOLDEN = math.pi * (3 - math.sqrt(5))


def layout(sizes: Sequence[Point], edges: Sequence[tuple[int, int, float]], width: float, height: float) -> list[Point]:
    """Centres of boxes of `sizes` (width and height), in a picture of `width` and `height`. Edges are (left, right, weight)."""
    points = _forced(_spiral(len(sizes)), edges)
    fitted = _fitted(points, sizes, width, height)
    return [(round(x, 1), round(y, 1)) for x, y in _parted(fitted, sizes, width, height)]


def _spiral(number: int) -> list[Point]:
    """Evenly over a disc, the first in the middle."""
    radii = [math.sqrt(n / number) for n in range(number)]
    return [(radius * math.cos(n * _GOLDEN), radius * math.sin(n * _GOLDEN)) for n, radius in enumerate(radii)]


def _forced(points: list[Point], edges: Sequence[tuple[int, int, float]]) -> list[Point]:
    spring = math.sqrt(3.0 / max(len(points), 1))
    for step in range(STEPS):
        moves = [(-0.8 * x, -0.8 * y) for x, y in points]  # towards the middle, so that what hangs on nothing does not fly off
        for one, other in combinations(range(len(points)), 2):
            _push(points, moves, one, other, spring)
        for one, other, weight in edges:
            _pull(points, moves, one, other, spring / (1 + math.log(weight)))
        reach = 0.1 * (1 - step / STEPS) + 0.002
        points = [_moved(point, move, reach) for point, move in zip(points, moves, strict=True)]
    return points


def _push(points: list[Point], moves: list[Point], one: int, other: int, spring: float) -> None:
    dx, dy = points[one][0] - points[other][0], points[one][1] - points[other][1]
    force = spring * spring / max(dx * dx + dy * dy, 1e-6)
    _add(moves, one, dx * force, dy * force)
    _add(moves, other, -dx * force, -dy * force)


def _pull(points: list[Point], moves: list[Point], one: int, other: int, spring: float) -> None:
    dx, dy = points[one][0] - points[other][0], points[one][1] - points[other][1]
    force = math.sqrt(dx * dx + dy * dy) / spring
    _add(moves, one, -dx * force, -dy * force)
    _add(moves, other, dx * force, dy * force)


def _add(moves: list[Point], at: int, dx: float, dy: float) -> None:
    moves[at] = (moves[at][0] + dx, moves[at][1] + dy)


def _moved(point: Point, move: Point, reach: float) -> Point:
    length = math.sqrt(move[0] * move[0] + move[1] * move[1])
    scale = min(length, reach) / length if length > 0 else 0.0
    return point[0] + move[0] * scale, point[1] + move[1] * scale


def _fitted(points: list[Point], sizes: Sequence[Point], width: float, height: float) -> list[Point]:
    """Stretched to fill the picture."""
    if not points:
        return []
    margin = max(w for w, _ in sizes) / 2, max(h for _, h in sizes) / 2
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return [
        (
            _between(x, left, right, margin[0], width - margin[0]),
            _between(y, top, bottom, margin[1], height - margin[1]),
        )
        for x, y in points
    ]


def _between(value: float, low: float, high: float, start: float, end: float) -> float:
    return (start + end) / 2 if high - low < 1e-9 else start + (value - low) / (high - low) * (end - start)


def _parted(points: list[Point], sizes: Sequence[Point], width: float, height: float) -> list[Point]:
    """Boxes pushed off each other, along the way that is shorter, and kept in the picture."""
    for _ in range(PASSES):
        moved = False
        for one, other in combinations(range(len(points)), 2):
            (x1, y1), (x2, y2) = points[one], points[other]
            over_x = (sizes[one][0] + sizes[other][0]) / 2 - abs(x1 - x2)
            over_y = (sizes[one][1] + sizes[other][1]) / 2 - abs(y1 - y2)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            if over_x < over_y:
                push = over_x / 2 * (1 if x1 >= x2 else -1)
                points[one], points[other] = (x1 + push, y1), (x2 - push, y2)
            else:
                push = over_y / 2 * (1 if y1 >= y2 else -1)
                points[one], points[other] = (x1, y1 + push), (x2, y2 - push)
        points = [
            (min(max(x, w / 2), width - w / 2), min(max(y, h / 2), height - h / 2)) for (x, y), (w, h) in zip(points, sizes, strict=True)
        ]
        if not moved:
            break
    return points
