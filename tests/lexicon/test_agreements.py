"""The tables behind agreements: order, size, and what they must not do."""

from __future__ import annotations

import csv
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from pactscan.lexicon.agreements import counted, cues, heads, modifiers
from pactscan.lexicon.countries import countries
from pactscan.lexicon.files import data_file, read_toml
from pactscan.lexicon.instruments import first_words, instruments, is_acronym, match_at

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = ["agreement_bodies.csv", "agreement_heads.csv", "agreement_modifiers.csv", "instruments.csv"]
BODIES = {"ASEAN", "EU", "NATO", "UN"}


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_in_order_once_and_normal(name: str) -> None:
    text = data_file(name).read_text(encoding="utf-8")
    keys = [row[0] for row in csv.reader(text.rstrip("\n").split("\n")[2:])]
    assert keys == sorted(set(keys))
    assert unicodedata.is_normalized("NFC", text)


def classes(value: Any) -> Iterator[list[str]]:
    """Every list in a TOML file."""
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from classes(part)


@pytest.mark.parametrize("name", ["agreement_words.toml", "agreement_modality.toml", "agreement_parties.toml"])
def test_word_classes_are_in_order_once(name: str) -> None:
    for words in classes(read_toml(name)):
        assert words == sorted(set(words))


def test_many_instruments_are_known_and_their_parties_have_codes() -> None:
    assert len(instruments()) >= 250
    codes = set(countries()) | BODIES
    assert {p for i in instruments().values() for p in i.parties} <= codes


@pytest.mark.parametrize(("written", "name"), [("Paris climate deal", "Paris Agreement"), ("Nafta", "North American Free Trade Agreement")])
def test_aliases_lead_to_their_instrument(written: str, name: str) -> None:
    aliases = first_words()[written.lower().split()[0]]
    assert name in {alias.instrument.name for alias in aliases if (m := match_at(alias, written, 0)) and m.end() == len(written)}


def test_acronyms_that_are_words_do_not_stand_alone_nor_fold() -> None:
    acronyms = [alias for alias in first_words()["trips"] if is_acronym(alias.text)]
    assert acronyms
    assert all(alias.weak and not match_at(alias, "Trips to Guam", 0) for alias in acronyms)


@pytest.mark.parametrize(("word", "only_counts"), [("12-nation", True), ("two-year-old", True), ("1951", False), ("peace", False)])
def test_words_that_only_count(word: str, only_counts: bool) -> None:
    assert counted(word) is only_counts


def test_every_modifier_and_head_has_a_kind_that_rules_know() -> None:
    assert {m.kind for m in modifiers().values()} == {"bare", "polity", "political", "private"}
    assert {h.kind for h in heads().values()} == {"firm", "formal", "loose", "name", "typed", "weak"}
    assert cues()["signed"][0].status == "signed"
