"""Names and the offices beside them, drawn in sentences: (person), (role), bodies by kind."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.marks.names import Evidence
from pactscan.model import ActorKind
from tests.conftest import Mark
from tests.drawing import draw, unmark

DRAWN = [
    "Moldova's [Foreign Minister](role) [Irina Codreanu](person) thanked Ms. [Reyes](person).",
    "Peru's [deputy minister of mines](role), [Carmen Huaman](person), resigned.",
    "[Andrew Calloway](person), New Zealand's [defence minister](role), met the crew.",
    "Gen. [Tadeusz Wrona](person), the Polish [chief of staff](role), saluted.",
    "The late [Hans-Peter Voss](person) and [Ursula von Trotha](person) agreed on it.",
]


@pytest.mark.parametrize("drawn", DRAWN)
def test_roles_beside_names(mark: Mark, drawn: str) -> None:
    text, expected = unmark(drawn)
    marked = mark(text)
    people = [n for n in mark_names(marked, mark_countries(marked)) if n.kind is ActorKind.PERSON]
    found = [(n.start, n.end, "person") for n in people] + [(*n.role, "role") for n in people if n.role]
    assert draw(text, sorted(found)) == draw(text, sorted(expected))


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Mr. Ban left.", Evidence.TITLE),
        ("The mayor, Randi Solheim, left.", Evidence.ROLE),
    ],
)
def test_evidence_says_why_a_name_is_a_name(mark: Mark, text: str, evidence: Evidence) -> None:
    marked = mark(text)
    assert [n.evidence for n in mark_names(marked, mark_countries(marked))] == [evidence]


def test_a_name_split_over_a_line_end_is_one_name(mark: Mark) -> None:
    lines = [
        "The treaty was signed in the old town hall by President Arman",
        "Tigranyan and by the mayor of the city, who had waited for an",
        "hour in the rain with a large umbrella and a band of twelve",
        "musicians from the school beside the bridge over the river.",
    ]
    marked = mark("\n".join(lines))
    names = mark_names(marked, mark_countries(marked))
    assert [" ".join(marked.article.text[n.start : n.end].split()) for n in names] == ["Arman Tigranyan"]


def test_marks_never_overlap_and_stand_in_order(mark: Mark) -> None:
    marked = mark("The Danish Foreign Ministry, the Nordic Council and Prime Minister Else Krag of Denmark met Boeing and Airbus.")
    names = mark_names(marked, mark_countries(marked))
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert len(names) == 5
