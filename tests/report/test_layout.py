from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from pactscan.report.layout import layout
from pactscan.report.timeline import Scale, middle

graphs = st.integers(0, 12).flatmap(
    lambda n: st.tuples(
        st.just(n),
        st.lists(st.tuples(st.integers(0, max(n - 1, 0)), st.integers(0, max(n - 1, 0)), st.integers(1, 9)), max_size=20)
        if n
        else st.just([]),
    )
)


@given(graphs)
@settings(max_examples=40, deadline=None)
def test_boxes_stand_in_the_picture_and_off_each_other(graph: tuple[int, list[tuple[int, int, int]]]) -> None:
    number, edges = graph
    kept = [(a, b, float(w)) for a, b, w in edges if a != b]
    sizes = [(90.0, 40.0)] * number
    points = layout(sizes, kept, 960, 560)
    assert points == layout(sizes, kept, 960, 560)
    assert all(45 <= x <= 915 and 20 <= y <= 540 for x, y in points)
    for (x1, y1), (x2, y2) in combinations(points, 2):
        assert abs(x1 - x2) >= 89 or abs(y1 - y2) >= 39


def test_what_is_joined_stands_closer_than_what_is_not() -> None:
    a, b, c, d = layout([(10.0, 10.0)] * 4, [(0, 1, 1.0), (2, 3, 1.0)], 900, 600)

    def far(one: tuple[float, float], other: tuple[float, float]) -> float:
        return math.dist(one, other)

    assert max(far(a, b), far(c, d)) < min(far(a, c), far(a, d), far(b, c), far(b, d))


def test_a_date_without_a_day_stands_in_its_middle() -> None:
    days = [middle(value) for value in ("2024-06-15", "2024-06", "2024")]
    assert days[0] == days[1] == days[2]
    assert [middle(value) for value in ("2024-02-30", "198X", "BC0480", "", "2024-13", "0000")] == [None] * 6


def test_a_scale_has_few_ticks_in_order_whatever_it_spans() -> None:
    start = middle("1900-01-01") or 0
    for days in (0, 1, 40, 200, 800, 5_000, 40_000, 700_000):
        scale = Scale(start, start + days)
        ticks = scale.ticks()
        assert len(ticks) <= 8
        assert ticks == sorted(ticks)
        assert 0 <= scale.at(start) < scale.at(start + max(days, 1)) <= 100
        assert scale.at(start - 9_999) == scale.at(start)
