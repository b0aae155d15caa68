"""The cast: its interface, and the rules by which names join, one by one."""

from __future__ import annotations

import pytest

from pactscan.lexicon.state_offices import has_office
from pactscan.marks import MarkedArticle
from pactscan.model import Article, Zone, ZoneKind
from pactscan.resolve.cast import RoleMention
from pactscan.resolve.cast.bodies import without_state, without_suffix
from pactscan.resolve.cast.identity import actor_ids, slug
from pactscan.resolve.cast.offices import body_state, is_state_office, listed, plain
from pactscan.resolve.cast.people import name_words, same_person
from tests.conftest import Mark
from tests.resolve.casting import cast_of

TEXT = "Prime Minister Edgar Tamm of Estonia flew to Oslo. Mr. Tamm met Randi Solheim, the mayor. Tamm smiled."


def test_actors_stand_in_the_order_of_the_text(mark: Mark) -> None:
    assert [a.name for a in cast_of(mark(TEXT)).people] == ["Edgar Tamm", "Randi Solheim"]


def test_named_in_finds_each_actor_once(mark: Mark) -> None:
    cast = cast_of(mark(TEXT))
    assert [a.name for a in cast.named_in(0, len(TEXT))] == ["Edgar Tamm", "Randi Solheim"]
    at = TEXT.index("Randi")
    assert [a.id for a in cast.named_in(at + 2, at + 3)] == ["actor-randi-solheim"]
    assert cast.named_in(TEXT.index("flew"), TEXT.index("flew") + 4) == ()


def test_role_mentions_lead_from_an_office_to_its_actor(mark: Mark) -> None:
    cast = cast_of(mark(TEXT))
    start = TEXT.index("mayor")
    assert RoleMention(0, 14, "actor-edgar-tamm", "EE") in cast.role_mentions
    assert RoleMention(start, start + 5, "actor-randi-solheim") in cast.role_mentions


def test_offices_on_both_sides_of_a_name_are_role_mentions(mark: Mark) -> None:
    text = "Senator Carl Brandt, chairman of the fisheries committee, voted no."
    cast = cast_of(mark(text))
    assert [text[r.start : r.end] for r in cast.role_mentions] == ["Senator", "chairman of the fisheries committee"]
    assert cast.people[0].role == "Senator"


def test_words_of_address_are_kept_as_evidence(mark: Mark) -> None:
    assert cast_of(mark(TEXT)).honorifics == {"actor-edgar-tamm": frozenset({"mr"})}


def test_every_mention_of_a_surname_joins_its_bearer(mark: Mark) -> None:
    tamm = cast_of(mark(TEXT)).actor("actor-edgar-tamm")
    assert [m.text for m in tamm.mentions] == ["Edgar Tamm", "Tamm", "Tamm"]
    assert tamm.aliases == ("Tamm",)


@pytest.mark.parametrize("kind", [ZoneKind.BYLINE, ZoneKind.CREDIT])
def test_names_in_bylines_and_credits_are_no_actors(mark: Mark, kind: ZoneKind) -> None:
    text = "Photo / Carl Brandt\n\nThe mayor, Randi Solheim, opened the bridge."
    parsed = mark(text)
    article = Article(id="test", text=text, zones=(Zone(kind, 0, text.index("\n")),))
    assert [a.name for a in cast_of(MarkedArticle(article, parsed.doc)).people] == ["Randi Solheim"]


def test_ids_are_slugs_unique_by_number() -> None:
    assert actor_ids(["José Peña", "Jose Pena", "李"]) == ["actor-jose-pena", "actor-jose-pena-2", "actor-unnamed"]
    assert slug("Marks & Spencer plc") == "marks-spencer-plc"


@pytest.mark.parametrize(
    ("known", "shorter", "same"),
    [
        ("Hillary Rodham Clinton", "Hillary Clinton", True),
        ("Donald J. Trump", "Donald Trump", True),
        ("William Draycott", "Bill Draycott", True),
        ("Bashar al-Assad", "Bashar Assad", True),
        ("Lena Marsh", "Joseph Marsh", False),
        ("Ana Maria Rojas", "Maria Rojas", True),
        ("Carlos Ruiz", "Carlos Rey", False),
    ],
)
def test_a_shorter_form_is_the_same_person(known: str, shorter: str, same: bool) -> None:
    assert same_person(name_words(known), name_words(shorter)) is same


@pytest.mark.parametrize(
    ("office", "bare"),
    [
        ("former president", "president"),
        ("then-premier", "premier"),
        ("ruiz's senior adviser", "adviser"),
        ("deputy minister", "deputy minister"),
    ],
)
def test_offices_lose_rank_and_owner(office: str, bare: str) -> None:
    assert plain(office) == bare


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("president", True),
        ("foreign minister", True),
        ("minister of mines", True),
        ("deputy finance minister", True),
        ("permanent secretary of the ministry of defence", True),
        ("vice president and minister of foreign affairs", True),
        ("spokeswoman for the interior ministry", True),
        ("president and ceo of norrland timber", False),
        ("spokesman for the union", False),
        ("economist", False),
    ],
)
def test_offices_of_states(office: str, expected: bool) -> None:
    assert is_state_office(office) is expected


def test_titles_of_one_press() -> None:
    assert listed("assistant secretary of state for african affairs") == "US"
    assert listed("home secretary") == "GB"
    assert listed("prime minister") is None


def test_bodies_in_an_office_tell_its_state() -> None:
    assert body_state("Kremlin spokesman") == "RU"
    assert body_state("Republican nominee") == "US"
    assert body_state("co-founder of a Republican polling firm") is None


@pytest.mark.parametrize(
    ("code", "office", "possible"),
    [
        ("GB", "president", False),
        ("US", "prime minister", False),
        ("US", "foreign minister", False),
        ("DE", "chancellor", True),
        ("FR", "chancellor", False),
        ("GB", "senator", False),
        ("CO", "senator", True),
        ("FR", "president", True),
    ],
)
def test_which_states_have_an_office(code: str, office: str, possible: bool) -> None:
    assert has_office(code, office) is possible


def test_names_of_bodies_without_state_and_suffix() -> None:
    assert without_state("Russian Foreign Ministry") == "Foreign Ministry"
    assert without_state("Foreign Ministry") == "Foreign Ministry"
    assert without_suffix("Tarn Steel Co. Ltd.") == "Tarn Steel"


@pytest.mark.parametrize("text", ["", "\n\n \r\n\t\n", ".,;:!?", "(((((", "Ann-" * 400 + "x", "🙂 Ω."])
def test_odd_texts_name_nobody(mark: Mark, text: str) -> None:
    assert cast_of(mark(text)).people == ()


def test_long_runs_of_capitals_take_linear_time(mark: Mark) -> None:
    cast = cast_of(mark("Council " * 3000))
    assert all(len(m.text.split()) < 40 for a in cast.actors for m in a.mentions)
