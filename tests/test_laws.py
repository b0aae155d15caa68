"""The laws of a report, over generated text: see docs/json.md."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from pactscan import codec
from pactscan.model import Article, PublishedFrom
from pactscan.scanner import Scanner
from tests.newspaper import articles

EXAMPLES = 20_000 if os.environ.get("PACTSCAN_LONG") else 250
by_the_laws = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner()


def mentions(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from mentions(part)
    elif isinstance(value, list):
        for part in value:
            yield from mentions(part)


@by_the_laws
@given(text=articles)
def test_every_report_keeps_the_laws(scanner: Scanner, text: str) -> None:
    article = Article(id="a", text=text, published="2024-03-14", published_from=PublishedFrom.OPTION)
    report = scanner.scan(article)
    plain = codec.to_dict(report)
    for mention in mentions(plain):
        assert 0 <= mention["start"] < mention["end"] <= len(text)
        assert text[mention["start"] : mention["end"]] == mention["text"]
    assert_one_record_per_thing(plain)
    assert_references_hold(plain)
    assert json.loads(json.dumps(plain)) == codec.to_dict(codec.from_dict(plain))
    assert codec.to_dict(scanner.scan(article)) == plain


def assert_one_record_per_thing(plain: dict[str, Any]) -> None:
    for noun, key in (("actors", "id"), ("countries", "code"), ("quotes", "id"), ("agreements", "id")):
        keys = [item[key] for item in plain[noun]]
        assert len(keys) == len(set(keys))


def assert_references_hold(plain: dict[str, Any]) -> None:
    actors = {actor["id"] for actor in plain["actors"]}
    assert {quote["speaker"] for quote in plain["quotes"]} <= actors | {None}
    assert {s["actor"] for agreement in plain["agreements"] for s in agreement["signatories"]} <= actors | {None}


@by_the_laws
@given(text=articles)
def test_without_a_publication_date_nothing_is_dated_from_today(scanner: Scanner, text: str) -> None:
    report = scanner.scan(Article(id="a", text=text))
    for date in report.dates:
        year = (date.value or "")[:4]
        assert not year.isdigit() or year in text or _spelled(year, text)


def _spelled(year: str, text: str) -> bool:
    """A year that stands in the text in another shape: '07-08', the nineties, a century."""
    return year[2:] in text or year[:3] in text
