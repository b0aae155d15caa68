"""People, their roles and states, in sentences of our own: tests/data/people_cases.txt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.cases import Case, read_cases
from tests.resolve.casting import casts_of

if TYPE_CHECKING:
    from spacy.language import Language

    from pactscan.resolve.cast import Cast

CASES = read_cases("people_cases.txt")


@pytest.fixture(scope="module")
def casts(nlp: Language) -> dict[str, Cast]:
    return casts_of(nlp, [case.text for case in CASES])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_people_with_role_and_state(casts: dict[str, Cast], case: Case) -> None:
    found = [(a.name, a.role or "-", a.country or "-") for a in casts[case.text].people]
    assert sorted(found) == sorted(case.expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_mentions_are_words_of_the_article(casts: dict[str, Cast], case: Case) -> None:
    spans = [(m.start, m.end) for a in casts[case.text].actors for m in a.mentions]
    assert len(spans) == len(set(spans))
    assert all(case.text[m.start : m.end] == m.text for a in casts[case.text].actors for m in a.mentions)
    assert all(a.role is None or a.role in " ".join(case.text.split()) for a in casts[case.text].actors)


def test_the_table_is_wide() -> None:
    assert sum(len(case.expected) for case in CASES) >= 120
    starts = Counter(" ".join(case.text.split()[:2]) for case in CASES)
    assert max(starts.values()) <= 4
