"""Marks of agreements: where names, acronyms, descriptions and anaphors begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pactscan.find.agreements import mark_agreements
from pactscan.find.countries import mark_countries
from tests.drawing import draw, unmark

if TYPE_CHECKING:
    from tests.conftest import Mark

DRAWN = [
    "They signed the [Treaty of Tarn](name) in March.",
    "A treaty was discussed over lunch; no agreement was reached.",
    "The [Tarn Accords](name) were signed by Chile and Peru; the [accords](anaphor) have held.",
    "Chile and Peru signed a [declaration of intent for closer naval cooperation between Chile and Peru](descriptive).",
    "Kenya ratified the [Convention on the Rights of the Child](name) in 1990.",
    "Ministers in Ottawa said [NAFTA](acronym) had served them well, and that [Nafta](acronym) would live on.",
    "Peru joined the [1951 Refugee Convention](name) late.",
    "Norway and Iceland signed the [Herring Catch Agreement](name) ([HCA](acronym)), and the [HCA](acronym) is in force.",
    "The United States and Kenya signed a [mutual defence pact](descriptive) known as the [Tana Compact](name).",
    "An [additional protocol to the 2009 Chile-Peru Rail Freight Agreement](descriptive) was signed by Chile and Peru.",
    "The [Status of Forces Agreement between Japan and the United States](name) covers the base.",
    "The [Biological and Toxin Weapons Convention](name) bans it.",
    "Ghana and Togo signed the [Coastal Patrol and Fishery Data agreements](name) in Lome.",
    "The North Atlantic Treaty Organization met in Brussels, at the Convention Center.",
    "[Yesterday's ceasefire between Israel and Lebanon](descriptive) is holding.",
    "He would deal with Iran himself, said Governor Nathan Deal.",
]


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda drawn: drawn[:45])
def test_marks_what_is_drawn(mark: Mark, drawn: str) -> None:
    text, expected = unmark(drawn)
    marked = mark(text)
    found = [(m.start, m.end, m.how.value) for m in mark_agreements(marked, mark_countries(marked))]
    inner = [f for f in found if any(s <= f[0] and f[1] <= e and (s, e) != f[:2] for s, e, _ in expected)]
    assert draw(text, [f for f in found if f not in inner]) == draw(text, expected)


def test_a_name_inside_a_description_is_a_mark_of_its_own(mark: Mark) -> None:
    marked = mark("An additional protocol to the 2009 Chile-Peru Rail Freight Agreement was signed by Chile and Peru.")
    found = [marked.doc.text[m.start : m.end] for m in mark_agreements(marked, mark_countries(marked))]
    assert found == ["additional protocol to the 2009 Chile-Peru Rail Freight Agreement", "2009 Chile-Peru Rail Freight Agreement"]


def test_headlines_are_told_apart(mark: Mark) -> None:
    marked = mark("Chile, Peru Sign Draft of Fishing Pact\n\nChile and Peru signed the draft of a fishing pact on Monday, officials said.")
    found = [(marked.doc.text[m.start : m.end], m.how.value) for m in mark_agreements(marked, mark_countries(marked))]
    assert found[0][1] == "headline"
    assert ("fishing pact", "descriptive") in found


def test_names_point_back_to_what_they_rename(mark: Mark) -> None:
    marked = mark("The agreement between Kenya and Uganda on river patrols, known as Nile Shield, was signed by Kenya and Uganda in 2020.")
    first, second = mark_agreements(marked, mark_countries(marked))
    assert marked.doc.text[second.start : second.end] == "Nile Shield"
    assert second.renames == first.start


def test_text_without_a_head_noun_costs_nothing(mark: Mark) -> None:
    marked = mark("Rain fell on Oslo, and nobody signed anything.")
    assert mark_agreements(marked, ()) == ()
