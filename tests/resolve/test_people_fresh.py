"""People in items that no rule was fitted to: names, roles and states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.model import Actor, ActorKind
from pactscan.resolve.cast import resolve_cast
from tests import fresh

if TYPE_CHECKING:
    from spacy.language import Language

ITEMS = "people_fresh.jsonl"
EXPECTED = 50
SAME_ROLE = 0.5

Read = list[tuple[fresh.Item, tuple[Actor, ...]]]
Pair = tuple[fresh.Item, Actor]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Items with the actors of their cast."""
    told = []
    for item, marked in fresh.marked(nlp, ITEMS):
        countries = mark_countries(marked)
        told.append((item, resolve_cast(marked, mark_names(marked, countries), countries).actors))
    return told


@pytest.fixture(scope="module")
def pairs(read: Read) -> list[Pair]:
    """Expected people, each with the person printed under that name."""
    return [
        (e, actor)
        for item, found in read
        for e in item["expected"]
        for actor in found
        if actor.kind is ActorKind.PERSON and actor.name == e["name"]
    ]


def same_role(expected: str | None, printed: str | None) -> bool:
    """Whether they share half of the words of the longer."""
    if expected is None or printed is None:
        return expected is printed
    want, got = set(expected.lower().split()), set(printed.lower().split())
    return len(want & got) >= SAME_ROLE * max(len(want), len(got))


def test_there_are_as_many_people_as_the_bars_assume(read: Read) -> None:
    assert sum(len(item["expected"]) for item, _ in read) == EXPECTED


def test_nearly_all_are_found_and_nobody_else(read: Read, pairs: list[Pair]) -> None:
    assert len(pairs) >= 47
    people = {(item["text"], a.name) for item, found in read for a in found if a.kind is ActorKind.PERSON}
    assert len(people - {(item["text"], e["name"]) for item, _ in read for e in item["expected"]}) <= 1


def test_roles_are_right(pairs: list[Pair]) -> None:
    assert sum(same_role(e["role"], a.role) for e, a in pairs) >= 39


def test_states_are_right(pairs: list[Pair]) -> None:
    assert sum(e["country"] == a.country for e, a in pairs) >= 43
    assert sum(a.country not in {e["country"], None} for e, a in pairs) <= 1
