"""Quotes in items that no rule was fitted to: how many are found, and to whom they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.find.quotes import mark_quotes
from pactscan.marks import MarkedArticle
from pactscan.model import Quote
from pactscan.resolve.cast import resolve_cast
from pactscan.resolve.quotes import resolve_quotes
from tests import fresh

if TYPE_CHECKING:
    from spacy.language import Language

ITEMS = "quotes_fresh.jsonl"
ITEM_COUNT = 40
EXPECTED = 41
OPENERS = ("that ", "to ", "the new levy as ", "“")

Read = list[tuple[fresh.Item, tuple[Quote, ...]]]
Pair = tuple[fresh.Item, Quote]


def quotes(marked: MarkedArticle) -> tuple[Quote, ...]:
    """Quotes of an article, by the whole chain that they stand on."""
    countries = mark_countries(marked)
    return resolve_quotes(marked, mark_quotes(marked), resolve_cast(marked, mark_names(marked, countries), countries))


def content(text: str) -> str:
    """A quote's text without the words and marks that may open it."""
    for opener in OPENERS:
        text = text.removeprefix(opener)
    return text


def meets(expected: fresh.Item, quote: Quote) -> bool:
    """Whether a quote starts as the item says."""
    return content(quote.text).startswith(expected["text"])


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Items with their quotes."""
    return [(item, quotes(marked)) for item, marked in fresh.marked(nlp, ITEMS)]


@pytest.fixture(scope="module")
def pairs(read: Read) -> list[Pair]:
    """Expected quotes, each with the first that starts as it should."""
    return [(e, quote) for item, found in read for e in item["expected"] for quote in [q for q in found if meets(e, q)][:1]]


def test_there_are_as_many_items_as_the_bars_assume(read: Read) -> None:
    assert len(read) == ITEM_COUNT
    assert sum(len(item["expected"]) for item, _ in read) == EXPECTED


def test_most_are_found(pairs: list[Pair]) -> None:
    assert len(pairs) >= 37


def test_most_have_their_speaker(pairs: list[Pair]) -> None:
    assert sum(quote.speaker_name == expected["speaker_name"] for expected, quote in pairs) >= 34


def test_a_speaker_is_missing_sooner_than_wrong(pairs: list[Pair]) -> None:
    wrong = [(e["speaker_name"], q.speaker_name) for e, q in pairs if q.speaker_name and q.speaker_name != e["speaker_name"]]
    assert len(wrong) <= 1


def test_little_is_printed_that_nobody_says(read: Read) -> None:
    extra = [q.text for item, found in read for q in found if not any(meets(e, q) for e in item["expected"])]
    assert len(extra) <= 3
