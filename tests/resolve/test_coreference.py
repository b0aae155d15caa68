"""Who is behind a pronoun, a role or a surname."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.find.quotes.scan import stretches
from pactscan.lexicon.gender import Gender, gender_of_address, gender_of_forename, gender_of_noun, gender_of_pronoun
from pactscan.marks import MarkedArticle
from pactscan.resolve.cast import Cast, resolve_cast
from pactscan.resolve.coreference import Coreference
from pactscan.resolve.gender import gender_of
from tests.conftest import Mark
from tests.drawing import unmark

CASES = [
    line
    for line in (Path(__file__).parent.parent / "data" / "quotes_coreference.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


def cast_of(marked: MarkedArticle) -> Cast:
    countries = mark_countries(marked)
    return resolve_cast(marked, mark_names(marked, countries), countries)


def referents(marked: MarkedArticle, sources: list[tuple[int, int]]) -> list[str]:
    quoted = [(s.start, s.end) for s in stretches(marked.article.text, marked.paragraphs)]
    reader = Coreference(marked, cast_of(marked), sources, quoted)
    return [actor.name if (actor := reader.actor_at(source)) else "-" for source in sources]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES)
def test_referent(mark: Mark, case: str) -> None:
    text, spans = unmark(case.replace("¶", "\n\n"))
    assert referents(mark(text), [(start, end) for start, end, _ in spans]) == [name for _, _, name in spans]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs. Ngata opened the meeting.", Gender.FEMALE),
        ("Mr. Ngata opened the meeting.", Gender.MALE),
        ("Chairwoman Kim Tarrant opened the meeting.", Gender.FEMALE),
        ("Susan Hale opened the meeting.", Gender.FEMALE),
        ("Minister Zxq Qwrt opened the meeting.", None),
    ],
)
def test_gender_is_evidence_from_address_office_and_forename(mark: Mark, text: str, gender: Gender | None) -> None:
    cast = cast_of(mark(text))
    assert [gender_of(actor, cast) for actor in cast.people] == [gender]


def test_gender_of_words() -> None:
    assert gender_of_pronoun("hers") is Gender.FEMALE
    assert gender_of_pronoun("they") is None
    assert gender_of_address("sir") is Gender.MALE
    assert gender_of_noun("spokeswoman") is Gender.FEMALE
    assert gender_of_noun("minister") is None
    assert gender_of_forename("susan") is Gender.FEMALE
    assert gender_of_forename("zxq") is None


def test_an_article_without_people_brings_nobody_into_view(mark: Mark) -> None:
    assert referents(mark("It rained. He said so."), [(11, 13)]) == ["-"]
