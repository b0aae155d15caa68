"""When records of several articles are of one agreement, and when they are two: docs/ask.md, rule by rule."""

from __future__ import annotations

import random

import pytest

from pactscan.ask.contradictions import contradictions
from pactscan.ask.joining import join
from pactscan.ask.records import Record
from pactscan.ask.summaries import summary
from tests.ask.made import joined, record

ONE = {
    "the same name": (record("Tromsund Accord", "NO IS"), record("Tromsund Accord", "IS NO", "2025-03-01")),
    "the same name, one party left out": (record("Tromsund Accord", "NO IS"), record("Tromsund Accord", "NO")),
    "the same name, no parties told": (record("Tromsund Accord", "NO IS"), record("Tromsund Accord")),
    "a loose form for another": (record("Tromsund Accord", "NO IS"), record("Tromsund Agreement", "NO IS")),
    "a shorter name": (record("Tromsund Whale Accord", "NO IS"), record("Tromsund Accord", "NO IS")),
    "a known instrument": (record("AUKUS", "AU", how="acronym", form="partnership"), record("Aukus pact", "GB US")),
    "its own acronym": (
        record("Trans-Andean Rail Compact", "CL AR", also=(("TARC", "acronym"),)),
        record("rail compact", "CL AR", how="descriptive", also=(("TARC", "acronym"),)),
    ),
    "two countries in the name, years apart": (
        record("Chile-Kenya Free Trade Agreement", "CL KE", "2021-02-01", "negotiating"),
        record("Chile-Kenya Free Trade Agreement", "CL KE", "2024-06-12"),
    ),
    "one subject": (
        record("memorandum on tidal energy", "PT VN", how="descriptive", form="memorandum"),
        record("memorandum of understanding on tidal energy", "VN PT", "2024-11-20", how="descriptive", form="memorandum"),
    ),
    "parties, topic and time": (
        record("free trade agreement", "CL KE", "2023-10-12", "negotiating", how="descriptive"),
        record("trade deal", "CL KE", "2024-02-21", "agreed", how="descriptive"),
    ),
    "one party told, on one day": (
        record("defence agreement", "FJ TO", how="descriptive", dates="signed=2024-05-14"),
        record("defence cooperation agreement", "TO", how="descriptive", dates="signed=2024-05-14"),
    ),
    "parties of a convention, one by one": (
        record("Convention on Alpine Rivers", "IT", form="convention", status="ratified"),
        record("Convention on Alpine Rivers", "SI", form="convention", status="withdrawn"),
    ),
    "copies, whatever they tell": (
        record("ceasefire", how="descriptive", story=7),
        record("ceasefire", how="descriptive", story=7),
    ),
    "dates a day apart": (
        record("Tromsund Accord", "NO IS", dates="signed=2024-05-13"),
        record("Tromsund Accord", "NO IS", dates="signed=2024-05-14"),
    ),
}
TWO = {
    "one article": (record("Tromsund Accord", "NO IS", article="a"), record("Tromsund Agreement", "NO IS", article="a")),
    "other parties": (record("Lisbon Accord", "MA PT"), record("Lisbon Agreement", "MZ SD")),
    "countries in the name": (record("Chile-Kenya Free Trade Agreement", "CL KE"), record("Canada-Kenya Free Trade Agreement", "CA KE")),
    "years in the name": (
        record("2023 Apia Declaration", "TO FJ", dates="named=2023"),
        record("2024 Apia Declaration", "TO FJ", dates="named=2024"),
    ),
    "dates years apart": (
        record("double taxation agreement", "KE VN", how="descriptive", dates="signed=2015-04-22"),
        record("double taxation agreement", "KE VN", how="descriptive", dates="signed=2024-08-21"),
    ),
    "another subject": (
        record("memorandum on tidal energy", "PT VN", how="descriptive", form="memorandum"),
        record("memorandum on coffee exports", "PT VN", how="descriptive", form="memorandum"),
    ),
    "another topic": (
        record("extradition agreement", "GH BR", how="descriptive", dates="signed=2024-05-14"),
        record("taxation agreement", "GH BR", how="descriptive", dates="signed=2024-05-14"),
    ),
    "an earlier one": (record("truce", "TD XX", how="descriptive"), record("earlier truce", "TD XX", how="descriptive")),
    "talks after a signature": (
        record("trade deal", "CL KE", "2024-06-12", how="descriptive"),
        record("trade deal", "CL KE", "2024-08-12", "negotiating", how="descriptive"),
    ),
    "a treaty and a protocol": (record("Zambezi Treaty", "ZM ZW"), record("Zambezi Protocol", "ZM ZW")),
    "the acronym of a kind": (
        record("FTA", "CL KE", how="acronym", form="agreement"),
        record("FTA", "CL CA", how="acronym", form="agreement"),
    ),
    "nothing but the kind": (record("ceasefire", how="descriptive"), record("ceasefire", how="descriptive")),
    "one party in common": (record("trade deal", "CL KE", how="descriptive"), record("trade deal", "KE UG", how="descriptive")),
}


@pytest.mark.parametrize("case", ONE)
def test_one(case: str) -> None:
    assert len(join(ONE[case])) == 1


@pytest.mark.parametrize("case", TWO)
def test_two(case: str) -> None:
    assert len(join(TWO[case])) == 2


def test_a_description_that_fits_two_is_neither() -> None:
    two = (
        record("extradition treaty", "CL KE", how="descriptive", article="a"),
        record("trade deal", "CL KE", how="descriptive", article="a"),
    )
    assert len(join((*two, record("deal", "CL KE", how="descriptive")))) == 2
    deals = (record("trade deal", "CL KE", article="b", how="descriptive"), record("fishing pact", "CL KE", article="b", how="descriptive"))
    assert len(join((*deals, record("deal", "CL KE", how="descriptive")))) == 3


def test_a_bridge_joins_a_name_and_its_acronym() -> None:
    name = record("Trans-Andean Compact", "CL AR", "2024-01-01")
    acronym = record("TARC", "CL AR", "2024-01-02", how="acronym", form="compact")
    bridge = record("Trans-Andean Compact", "CL AR", "2024-01-03", also=(("TARC", "acronym"),))
    assert len(join([name, acronym])) == 2
    assert len(join([name, acronym, bridge])) == 1


def test_the_order_of_the_records_changes_nothing() -> None:
    records = [each for pair in (*ONE.values(), *TWO.values()) for each in pair]
    expected = sorted(map(sorted, joined(*records)))
    for seed in range(5):
        random.Random(seed).shuffle(records)
        assert sorted(map(sorted, joined(*records))) == expected


def ordered(*records: Record) -> list[Record]:
    return sorted(records, key=lambda each: each.order)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ((("2024-01-01", "negotiating"), ("2024-05-01", "signed")), "signed"),
        ((("2024-05-01", "signed"), ("2024-06-01", "referenced")), "signed"),
        ((("2024-05-01", "signed"), ("2024-06-01", "negotiating")), "signed"),
        ((("2024-05-01", "in_force"), ("2024-06-01", "signed")), "in_force"),
        ((("2024-05-01", "in_force"), ("2024-06-01", "suspended")), "suspended"),
        ((("2024-05-01", "suspended"), ("2024-06-01", "withdrawn")), "withdrawn"),
        ((("2024-05-01", "signed"), (None, "withdrawn")), "signed"),
        (((None, "referenced"),), "referenced"),
    ],
)
def test_the_status_is_the_latest_asserted(told: tuple[tuple[str | None, str], ...], status: str) -> None:
    records = ordered(*(record("Tromsund Accord", "NO IS", day, said) for day, said in told))
    assert summary(records).status == status


def test_what_ended_comes_back_by_an_event_dated_after() -> None:
    ended = record("Tromsund Accord", "NO IS", "2023-05-01", "withdrawn")
    again = record("Tromsund Accord", "NO IS", "2024-05-15", dates="signed=2024-05-14")
    old = record("Tromsund Accord", "NO IS", "2024-05-15", dates="signed=2021-05-14")
    assert summary(ordered(ended, again)).status == "signed"
    assert summary(ordered(ended, old)).status == "withdrawn"


def test_a_party_that_one_in_six_names_is_not_shown() -> None:
    records = ordered(*(record("Tromsund Accord", "NO IS") for _ in range(5)), record("Tromsund Accord", "NO IS SE"))
    assert {party.label: shown for party, _, shown in summary(records).parties} == {"IS": True, "NO": True, "SE": False}


@pytest.mark.parametrize(
    ("records", "fields"),
    [
        ((record("A", dates="signed=2024-05-13"), record("A", dates="signed=2024-05-14")), ["date signed"]),
        ((record("A", dates="signed=2024-05"), record("A", dates="signed=2024-05-14")), []),
        ((record("A", dates="signed=2024-05-13 signed=2024-05-20"), record("A", dates="signed=2024-05-14")), []),
        ((record("A", dates="talks=2024-05-13"), record("A", dates="talks=2024-05-14")), []),
        ((record("A", "FI PH"), record("A", "FI MY")), ["parties"]),
        ((record("A", "FI PH"), record("A", "FI MY"), record("A", "FI MY PH")), []),
        ((record("A", "FI"), record("A", "MY")), []),
        ((record("A", "FI PH", form="convention"), record("A", "FI MY", form="convention")), []),
        ((record("A", status="rejected"), record("A", status="ratified")), ["status"]),
        ((record("A", status="suspended"), record("A", status="withdrawn")), ["status"]),
        ((record("A", status="in_force"), record("A", status="suspended")), []),
        ((record("A", status="rejected"), record("A", "", "2024-09-01", "ratified")), []),
        ((record("A", status="signed"), record("A", "", "2024-05-25", "negotiating")), ["status"]),
        ((record("A", status="signed"), record("A", "", "2024-09-01", "negotiating")), []),
        ((record("A", status="negotiating"), record("A", "", "2024-09-01", "signed")), []),
        ((record("A", status="signed"), record("A", status="negotiating")), []),
    ],
)
def test_contradictions(records: tuple[Record, ...], fields: list[str]) -> None:
    assert [each.field for each in contradictions(ordered(*records))] == fields
