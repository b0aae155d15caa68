"""The tables of bodies and titles: wide enough, and sound."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from pactscan.lexicon.files import data_file, read_list, read_table
from pactscan.lexicon.forenames import NAME, Forenames, forenames, full_forms, is_forename
from pactscan.lexicon.organisations import known_bodies, known_bodies_by_first_word
from pactscan.marks import MarkedArticle
from pactscan.model import ActorKind, Article
from pactscan.scanner import read_nouns
from tests.render.reports import TOOL

if TYPE_CHECKING:
    from spacy.language import Language

LISTS = [
    "body_heads",
    "capitalised_words",
    "common_function_words",
    "common_nouns",
    "companies",
    "company_suffixes",
    "given_titles",
    "honorifics",
    "hyphen_tails",
    "legal_suffixes",
    "name_particles",
    "name_suffixes",
    "name_titles",
    "not_bodies",
    "not_surnames",
    "office_abbreviations",
    "office_nouns",
    "outlets",
    "peoples",
    "portfolios",
    "regions",
    "role_participles",
    "state_bodies",
    "thing_nouns",
    "vessels",
]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_and_hold_nothing_twice(name: str) -> None:
    entries = read_list(f"{name}.txt")
    assert entries == sorted(set(entries))


def test_international_organisations_are_many_and_have_acronyms() -> None:
    rows = read_table("international_organisations.csv")
    assert len(rows) >= 150
    assert sum(bool(row["acronyms"]) for row in rows) >= 150
    assert [row["name"] for row in rows] == sorted(row["name"] for row in rows)


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("WHO", "World Health Organization", ActorKind.IGO),
        ("Asean", "Association of Southeast Asian Nations", ActorKind.IGO),
        ("U.N.", "United Nations", ActorKind.IGO),
        ("Kremlin", "Kremlin", ActorKind.GOVERNMENT),
        ("Hamas", "Hamas", ActorKind.GROUP),
        ("Xinhua", "Xinhua", ActorKind.ORGANISATION),
    ],
)
def test_forms_lead_to_bodies(form: str, name: str, kind: ActorKind) -> None:
    assert (known_bodies()[form].name, known_bodies()[form].kind) == (name, kind)


def test_longer_names_come_first() -> None:
    lengths = [len(words) for words in known_bodies_by_first_word()["United"]]
    assert lengths == sorted(lengths, reverse=True)


def test_every_given_name_is_found_in_the_sorted_file() -> None:
    text = gzip.decompress(data_file(NAME).read_bytes()).decode("utf-8")
    rows = [row.split("\t") for row in text.split("\n")]
    assert [name for name, _ in rows] == sorted({name for name, _ in rows})
    assert {code for _, code in rows} == {"M", "F", "U"}
    table = Forenames(text)
    picked = [*rows[:3], *rows[:: len(rows) // 500], *rows[-3:]]
    assert [table.get(name) for name, _ in picked] == [code for _, code in picked]
    assert not any(name + "\t" in table or name + "\x7f" in table for name, _ in picked)
    assert "" not in table
    assert "\U0010ffff" not in table


def test_given_names() -> None:
    assert forenames().get("hilda") == "F"
    assert forenames().get("treaty") is None
    assert is_forename("félix")
    assert not is_forename("treaty")
    assert "william" in full_forms("bill")
    assert full_forms("treaty") == frozenset()


@pytest.mark.parametrize("apostrophe", ["'", "’", " '", " ’"])
def test_a_known_body_is_read_whatever_its_apostrophe_and_never_ends_an_article(apostrophe: str, nlp: Language) -> None:
    names = [name.replace("'", apostrophe) for name in known_bodies() if "'" in name]
    texts = [f"The rebels of the {name} met Peru. {name} leaders and the government agreed on a ceasefire." for name in names]
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    for article, doc in zip(articles, nlp.pipe(texts), strict=True):
        read_nouns(MarkedArticle(article, doc), TOOL)
