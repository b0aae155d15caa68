"""The laws of a diff, over reports by chance: see docs/diff.md."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactscan import codec
from pactscan.compare import compare
from pactscan.diffmodel import Mode, QuoteRelation, ReportDiff, Verdict
from pactscan.model import Report
from tests.compare.made import mirrored, report, reports

EXAMPLES = 20_000 if os.environ.get("PACTSCAN_LONG") else 80
by_the_laws = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
modes = st.sampled_from([None, *Mode])


@by_the_laws
@given(one=reports, mode=modes)
def test_a_report_is_the_same_as_itself(one: Report, mode: Mode | None) -> None:
    diff = compare(one, one, mode)
    assert {item.verdict for item in diff.items} <= {Verdict.SAME}
    assert all(item.score == 1.0 and item.left == item.right for item in diff.items)
    assert diff.similarity.facts == 1.0
    assert not diff.differs


@by_the_laws
@given(one=reports, other=reports, mode=modes)
def test_the_other_way_round_is_the_mirror(one: Report, other: Report, mode: Mode | None) -> None:
    there, back = compare(one, other, mode), compare(other, one, mode)
    assert mirrored(there) == sorted(map(repr, back.items))
    assert there.similarity == back.similarity
    assert there.mode is back.mode


@by_the_laws
@given(one=reports, other=reports, seed=st.integers(0, 99))
def test_order_in_a_report_changes_nothing(one: Report, other: Report, seed: int) -> None:
    assert compare(shuffled(one, seed), shuffled(other, seed + 1)) == compare(one, other)


def shuffled(one: Report, seed: int) -> Report:
    nouns = {name: list(getattr(one, name)) for name in ("actors", "countries", "dates", "quotes", "agreements")}
    for things in nouns.values():
        Random(seed).shuffle(things)
    return replace(one, **{name: tuple(things) for name, things in nouns.items()})  # type: ignore[arg-type]


@by_the_laws
@given(one=reports, other=reports)
def test_figures_stay_between_none_and_all(one: Report, other: Report) -> None:
    diff = compare(one, other)
    assert 0 <= diff.similarity.facts <= 1
    assert diff.similarity.text is None or 0 <= diff.similarity.text <= 1
    for item in diff.items:
        assert 0 <= item.score <= 1
        assert (item.left is None) == (item.verdict is Verdict.ONLY_RIGHT)
        assert (item.right is None) == (item.verdict is Verdict.ONLY_LEFT)


@by_the_laws
@given(one=reports, other=reports)
def test_every_thing_of_a_report_stands_in_one_item(one: Report, other: Report) -> None:
    diff = compare(one, other)
    for noun, kind in (("actors", "actor"), ("countries", "country"), ("agreements", "agreement")):
        items = [item for item in diff.items if item.kind == kind]
        assert sorted(repr(i.left) for i in items if i.left) == sorted(map(repr, getattr(one, noun)))
        assert sorted(repr(i.right) for i in items if i.right) == sorted(map(repr, getattr(other, noun)))


@by_the_laws
@given(one=reports, other=reports)
def test_a_quote_is_paired_or_stands_on_one_side_only(one: Report, other: Report) -> None:
    items = [item for item in compare(one, other).items if item.kind == "quote" and item.relation is not QuoteRelation.PARAPHRASE]
    for side, only, quotes in (("left", Verdict.ONLY_LEFT, one.quotes), ("right", Verdict.ONLY_RIGHT, other.quotes)):
        found = Counter(repr(getattr(item, side)) for item in items if getattr(item, side))
        alone = Counter(repr(getattr(item, side)) for item in items if item.verdict is only)
        assert set(found) == set(map(repr, quotes))
        assert all(found[quote] >= number for quote, number in Counter(map(repr, quotes)).items())
        assert all(number <= Counter(map(repr, quotes))[quote] for quote, number in alone.items())


@by_the_laws
@given(one=reports, other=reports)
def test_a_diff_keeps_its_schema(one: Report, other: Report) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(codec.diff_to_dict(compare(one, other), with_same=True), codec.document_schema(ReportDiff, "a diff"))


@by_the_laws
@given(one=reports, other=reports)
def test_what_cannot_be_compared_without_the_text_is_said(one: Report, other: Report) -> None:
    diff = compare(one, other)
    silent = one.article.text is None or other.article.text is None
    assert (diff.similarity.text is None) == silent
    assert any("--with-text" in note for note in diff.notes) == silent


@pytest.mark.parametrize("mode", [None, *Mode])
def test_two_empty_reports_are_the_same(mode: Mode | None) -> None:
    assert not compare(report(), report(), mode).differs
