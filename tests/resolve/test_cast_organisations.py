"""Bodies, their kind, state and aliases, in sentences of our own: tests/data/organisations_cases.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pactscan.model import ActorKind
from tests.cases import Case, read_cases
from tests.resolve.casting import casts_of

if TYPE_CHECKING:
    from spacy.language import Language

    from pactscan.resolve.cast import Cast

CASES = read_cases("organisations_cases.txt")


@pytest.fixture(scope="module")
def casts(nlp: Language) -> dict[str, Cast]:
    return casts_of(nlp, [case.text for case in CASES])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_bodies_with_kind_state_and_aliases(casts: dict[str, Cast], case: Case) -> None:
    bodies = [a for a in casts[case.text].actors if a.kind is not ActorKind.PERSON]
    found = [(a.name, a.kind.value, a.country or "-", ", ".join(a.aliases) or "-") for a in bodies]
    assert sorted(found) == sorted(case.expected)


def test_the_table_is_wide() -> None:
    assert sum(len(case.expected) for case in CASES) >= 60
