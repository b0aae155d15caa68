"""Who is who in two reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pactscan.compare.actors import actor_items, align_actors
from pactscan.compare.roles import head, role_relation
from pactscan.diffmodel import DiffItem, FieldRelation, Verdict
from pactscan.model import Actor, ActorKind
from tests.compare.made import body, person


def items(left: list[Actor], right: list[Actor]) -> list[DiffItem]:
    return actor_items(align_actors(tuple(left), tuple(right)))


def only(left: Actor, right: Actor) -> DiffItem:
    (item,) = items([left], [right])
    return item


@pytest.mark.parametrize(
    ("left", "right", "verdict", "relation"),
    [
        ("Ingrid Solbakken", "Ingrid Solbakken", "same", "equal"),
        ("Ingrid Solbakken", "Solbakken", "changed", "refines"),
        ("Ingrid Solbakken", "I. Solbakken", "changed", "refines"),
        ("Ingrid M. Solbakken", "Ingrid Solbakken", "changed", "refines"),
        ("Tomás Echeverría", "Tomas Echeverria", "same", "equal"),
        ("Xi", "Xi Jinping", "changed", "refines"),
        ("Karim Tabbara", "Karim Tabara", "changed", "not_comparable"),
        ("Justine Keaveney", "Justin Keaveney", "changed", "not_comparable"),
    ],
)
def test_names_of_one_person(left: str, right: str, verdict: str, relation: str) -> None:
    item = only(person(left), person(right))
    assert item.verdict == verdict
    assert next(f.relation for f in item.fields if f.name == "name") == relation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ingrid Solbakken", "Astrid Solbakken"),  # a surname alone proves nothing
        ("Ingrid Solbakken", "Ingrid Solheim"),
        ("Hatem Bashir", "Omar Bakari"),
    ],
)
def test_names_of_two_people(left: str, right: str) -> None:
    assert {item.verdict for item in items([person(left)], [person(right)])} == {Verdict.ONLY_LEFT, Verdict.ONLY_RIGHT}


def test_a_first_word_is_enough_only_where_one_person_bears_it() -> None:
    found = items([person("Kim")], [person("Kim Jong Un"), person("Kim Yo Jong")])
    assert Verdict.CHANGED not in {item.verdict for item in found}


def test_one_office_under_two_given_names_is_a_conflict() -> None:
    item = only(person("Dalia Marek", "foreign minister", "SK"), person("Olga Marek", "deputy foreign minister", "SK"))
    assert item.verdict is Verdict.CONFLICT
    assert {f.name for f in item.fields if f.relation is FieldRelation.CONFLICTS} == {"name", "role"}


def test_same_surname_in_offices_of_two_states_are_two_people() -> None:
    assert len(items([person("Dalia Marek", "foreign minister", "SK")], [person("Olga Marek", "foreign minister", "CZ")])) == 2


def test_namesakes_find_the_one_with_their_office() -> None:
    left = [person("Bashir", "colonel", "SD"), person("Bashir", "senator", "CL", start=50)]
    right = [person("Bashir", "senator", "CL"), person("Bashir", "colonel", "SD", start=50)]
    assert {item.verdict for item in items(left, right)} == {Verdict.SAME}


def test_an_unknown_role_never_conflicts() -> None:
    item = only(person("Ingrid Solbakken", "defence minister", "NO"), person("Ingrid Solbakken"))
    assert item.verdict is Verdict.CHANGED
    assert {f.name: f.relation for f in item.fields} == {"name": "equal", "role": "refines", "country": "refines", "kind": "equal"}


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Foreign Minister", "foreign minister", "equal"),
        ("Defence Minister", "defense minister", "equal"),
        ("minister", "foreign minister", "refines"),
        ("Hamas leader", "Hamas’s top leader", "refines"),
        ("president", "former president", "refines"),
        ("prime minister", "foreign minister", "conflicts"),
        ("foreign minister", "deputy foreign minister", "conflicts"),
        ("president", "vice president", "conflicts"),
        ("Secretary of State", "Secretary of Defense", "conflicts"),
        ("senator", "candidate", "not_comparable"),
        ("chief negotiator", "chief economist", "not_comparable"),
        ("foreign affairs adviser", "foreign policy adviser", "not_comparable"),
        ("spokesman for the foreign ministry", "foreign minister", "not_comparable"),
    ],
)
def test_roles(left: str, right: str, relation: str) -> None:
    assert role_relation(left, right) == relation
    assert role_relation(right, left) == relation


def test_the_head_of_a_role() -> None:
    assert head("deputy minister of defence") == "minister"
    assert head("friend of the family") is None


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (body("World Trade Organization"), body("WTO"), "changed"),
        (body("U.N.", kind=ActorKind.IGO), body("UN", kind=ActorKind.IGO), "same"),
        (body("Danube Watch Institute"), body("Danube Watch"), "changed"),
        (body("Danube Watch Institute", "DWI"), body("Watchers of the Danube", "DWI"), "changed"),
    ],
)
def test_names_of_one_body(left: Actor, right: Actor, verdict: str) -> None:
    assert only(left, right).verdict == verdict


def test_a_person_is_never_a_body() -> None:
    assert len(items([person("Morgan Stanley")], [body("Morgan Stanley")])) == 2
    assert len(items([person("Gerald Ford")], [body("Ford")])) == 2


def test_a_surname_taken_for_a_body_is_the_person_whom_the_other_article_calls_so() -> None:
    anna = replace(person("Anna Berg"), aliases=("Berg",))
    item = only(anna, body("Berg"))
    assert next(f.relation for f in item.fields if f.name == "kind") == "not_comparable"
