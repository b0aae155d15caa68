"""The table of countries: complete, in order, and the same codes and names as ISO 3166-1, each difference explained."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pycountry
import pytest

from pactscan.lexicon.countries import (
    ambiguous,
    code_of,
    code_of_seat,
    countries,
    cued_wordings,
    is_demonym,
    name_of,
    seat_wordings,
    wordings,
)
from pactscan.lexicon.countries_contexts import language_words, namesakes, person_words, towns
from pactscan.lexicon.files import data_file, read_list, read_table
from pactscan.model import Via

NOT_IN_ISO = {
    "XK": "Kosovo: user-assigned, in use by the EU, the IMF and others",
    "SU": "withdrawn 1992",
    "YU": "withdrawn 2003",
    "DD": "withdrawn 1990",
    "CS": "withdrawn 1993 (Czechoslovakia); its second use, for Serbia and Montenegro, is YU here",
}

OTHER_NAMES = {
    "AX": "without diacritics",
    "BL": "without diacritics",
    "BN": "news says Brunei",
    "CD": "ISO: Congo, The Democratic Republic of the",
    "CG": "ISO: Congo, which alone means its neighbour more often",
    "CI": "English name",
    "CV": "news says Cape Verde",
    "CW": "without diacritics",
    "CZ": "news says Czech Republic more often than Czechia",
    "FK": "ISO adds (Malvinas)",
    "FM": "ISO inverts the long form",
    "MF": "ISO adds (French part)",
    "MO": "spelling of the English-language press",
    "PN": "news uses the plural",
    "PS": "ISO inverts the long form",
    "RU": "news says Russia",
    "SX": "ISO adds (Dutch part)",
    "TL": "news says East Timor",
    "TR": "news says Turkey; Türkiye is an alias",
    "VA": "ISO adds (Vatican City State)",
    "VG": "ISO inverts",
    "VI": "ISO inverts",
}

UNINHABITED = {"AQ", "BV", "GS", "HM", "TF", "UM"}
"""No people, so no demonym; their seats are stations."""

LISTS = ["countries_capitals_place_only.txt", "countries_cued.txt", "countries_us_states.txt"]
TABLES = {"countries.csv": "alpha2", "countries_ambiguous.csv": "words", "countries_phrases.csv": "words"}


def test_holds_every_entry_of_iso_3166_and_explains_the_others() -> None:
    iso = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    ours = {code: entry.alpha3 for code, entry in countries().items()}
    assert iso.items() <= ours.items()
    assert set(ours) - set(iso) == set(NOT_IN_ISO)


def test_names_are_those_of_iso_but_for_the_explained() -> None:
    differ = set()
    for country in pycountry.countries:
        names = {country.name, getattr(country, "common_name", country.name)}
        if country.alpha_2 in countries() and name_of(country.alpha_2) not in names:
            differ.add(country.alpha_2)
    assert differ == set(OTHER_NAMES)


@pytest.mark.parametrize("code", sorted({"XK", "SU", "YU", "DD", "CS"} | {country.alpha_2 for country in pycountry.countries}))
def test_every_entry_has_a_name_demonyms_and_a_capital(code: str) -> None:
    entry = countries()[code]
    assert entry.name
    assert entry.status in ("state", "territory", "historic")
    if code not in UNINHABITED:
        assert entry.capitals
        assert entry.demonyms or code in ("SJ", "VA")


@pytest.mark.parametrize("name", [*LISTS, *TABLES])
def test_data_files_are_sorted_without_twins_and_in_nfc(name: str) -> None:
    text = data_file(name).read_text(encoding="utf-8")
    entries = read_list(name) if name in LISTS else [row[TABLES[name]] for row in read_table(name)]
    assert text.startswith("# ")
    assert unicodedata.is_normalized("NFC", text)
    assert all(a < b for a, b in pairwise(entries))


def test_no_wording_means_two_things() -> None:
    """What two countries share is listed as ambiguous, or as a phrase; nothing is taken from one by the order of rows."""
    meanings: dict[str, set[str]] = {}
    for entry in countries().values():
        for words in (entry.name, *entry.aliases, *entry.abbreviations, *entry.demonyms, *entry.seats):
            meanings.setdefault(words, set()).add(entry.alpha2)
    shared = {words for words, codes in meanings.items() if len(codes) > 1}
    assert shared <= set(ambiguous())


def test_lists_of_traps_name_wordings_that_exist() -> None:
    known = {wording.words for wording in (*wordings(), *seat_wordings())}
    assert cued_wordings() <= known
    assert set(namesakes()) <= known
    assert person_words().given | person_words().surnames | towns() <= known
    assert language_words().names <= known


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Japanese", "JP"),
        ("the Netherlands", "NL"),
        ("U.S.", "US"),
        ("PNG", "PG"),
        ("Papua New Guinea’s", "PG"),
        ("SOUTH KOREA", "KR"),
        ("Finns", "FI"),
        ("Congolese", "CD"),
        ("Côte d'Ivoire", "CI"),
        ("New Mexico", None),
        ("Latin American", None),
        ("us", None),
        ("Moscow", None),
        ("European", None),
        ("", None),
    ],
)
def test_looks_words_up_exactly(words: str, code: str | None) -> None:
    assert code_of(words) == code


def test_looks_seats_up_apart() -> None:
    assert code_of_seat("Moscow") == "RU"
    assert code_of_seat("the Kremlin") == "RU"
    assert code_of_seat("Springfield") is None


def test_tells_demonyms_from_names() -> None:
    assert is_demonym("Korean")
    assert is_demonym("Britons")
    assert not is_demonym("New Zealand")
    assert not is_demonym("U.S.")


def test_every_wording_that_refers_says_how() -> None:
    assert all((wording.via is None) == (not wording.codes) for wording in wordings())
    assert {wording.via for wording in seat_wordings()} == {Via.SEAT}
