"""People, their roles and states, in sentences of our own: tests/data/people_cases.txt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from pactscan.find.case import readable
from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.marks import MarkedArticle
from pactscan.model import Article
from pactscan.resolve.cast import Cast, resolve_cast
from tests.cases import Case, read_cases

if TYPE_CHECKING:
    from spacy.language import Language

CASES = read_cases("people_cases.txt")


@pytest.fixture(scope="module")
def casts(nlp: Language) -> dict[str, Cast]:
    """Text of each case → its cast; parsed together."""
    articles = [Article(id="case", text=case.text) for case in CASES]
    found = {}
    for article, doc in zip(articles, nlp.pipe(map(readable, articles)), strict=True):
        marked = MarkedArticle(article, doc)
        countries = mark_countries(marked)
        found[article.text] = resolve_cast(marked, mark_names(marked, countries), countries)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_people_with_role_and_state(casts: dict[str, Cast], case: Case) -> None:
    found = [(a.name, a.role or "-", a.country or "-") for a in casts[case.text].people]
    assert sorted(found) == sorted(case.expected)


def test_the_table_is_wide() -> None:
    assert sum(len(case.expected) for case in CASES) >= 120
    starts = Counter(" ".join(case.text.split()[:2]) for case in CASES)
    assert max(starts.values()) <= 4
