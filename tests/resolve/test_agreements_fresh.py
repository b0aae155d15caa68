"""Agreements in items that no rule was fitted to: how many are found and right, and what is printed where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pactscan.find.agreements import mark_agreements
from pactscan.find.countries import mark_countries
from pactscan.find.dates import mark_dates
from pactscan.find.names import mark_names
from pactscan.marks import MarkedArticle
from pactscan.model import Agreement
from pactscan.resolve.agreements import resolve_agreements
from pactscan.resolve.cast import resolve_cast
from pactscan.resolve.dates import resolve_dates
from tests import fresh

if TYPE_CHECKING:
    from spacy.language import Language

ITEMS = "agreements_fresh.jsonl"
EXPECTED = 40
TRAPS = 20

Pair = tuple[fresh.Item, Agreement]
Read = list[tuple[fresh.Item, tuple[Agreement, ...]]]


def records(marked: MarkedArticle) -> tuple[Agreement, ...]:
    """Records of an article, by the whole chain that they stand on."""
    countries = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, countries), countries)
    return resolve_agreements(marked, mark_agreements(marked, countries), cast, countries, resolve_dates(marked, mark_dates(marked)))


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Items with their records."""
    return [(item, records(marked)) for item, marked in fresh.marked(nlp, ITEMS)]


@pytest.fixture(scope="module")
def pairs(read: Read) -> list[Pair]:
    """Expected records, each with the one printed under a name that holds it or that it holds."""
    return [
        (expected, record)
        for item, found in read
        for expected in item["expect"]
        for record in [r for r in found if r.name in expected["name"] or expected["name"] in r.name][:1]
    ]


def parties(record: Agreement) -> set[str]:
    """Codes, and the names of those without one."""
    return {party.code or party.name for party in record.parties}


def stated(record: Agreement) -> set[tuple[str, str]]:
    """Dates with a value."""
    return {(date.kind.value, date.value) for date in record.dates if date.value}


def dated(expected: fresh.Item) -> set[tuple[str, str]]:
    """Dates that the item expects."""
    return {(date["kind"], date["value"]) for date in expected.get("dates", [])}


def test_there_are_as_many_items_as_the_bars_assume(read: Read) -> None:
    assert sum(len(item["expect"]) for item, _ in read) == EXPECTED
    assert sum(not item["expect"] for item, _ in read) == TRAPS


def test_most_are_found_under_their_name(pairs: list[Pair]) -> None:
    assert len(pairs) >= 37
    assert sum(record.name == expected["name"] for expected, record in pairs) >= 37


def test_form_and_status_are_right(pairs: list[Pair]) -> None:
    assert sum(record.form.value == expected["form"] for expected, record in pairs) >= 37
    assert sum(record.status.value == expected["status"] for expected, record in pairs) >= 37


def test_a_status_is_missing_sooner_than_wrong(pairs: list[Pair]) -> None:
    asserted = [(e, r) for e, r in pairs if r.status.value not in {e["status"], "referenced"}]
    assert asserted == []


def test_parties_are_right(pairs: list[Pair]) -> None:
    told = [(set(expected["parties"]), parties(record)) for expected, record in pairs if expected["parties"] is not None]
    assert sum(want == got for want, got in told) >= 30
    assert sum(len(got - want) for want, got in told) <= 1


def test_dates_are_right(pairs: list[Pair]) -> None:
    told = [(dated(expected), stated(record)) for expected, record in pairs]
    assert sum(len(want & got) for want, got in told) >= 19
    assert sum(len(got - want) for want, got in told) <= 1


def test_places_are_right(pairs: list[Pair]) -> None:
    told = [(e.get("place"), r.place.text if r.place else None) for e, r in pairs]
    assert sum(want is not None and want == got for want, got in told) >= 7
    assert [got for want, got in told if got not in {want, None}] == []


def test_signatories_are_people_of_the_item(pairs: list[Pair]) -> None:
    told = [(set(e.get("signatories", [])), {s.name for s in r.signatories}) for e, r in pairs]
    assert sum(len(want & got) for want, got in told) >= 3
    assert sum(len(got - want) for want, got in told) <= 1


def test_nothing_is_printed_beside_what_is_expected(read: Read) -> None:
    assert [[r.name for r in found] for item, found in read if item["expect"] and len(found) > len(item["expect"])] == []


def test_traps_give_nothing(read: Read) -> None:
    fallen = [item for item, found in read if found and not item["expect"]]
    assert [item["text"] for item in fallen if "known_failure" not in item] == []
