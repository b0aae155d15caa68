"""Agreement records from sentences of our own: what is one, what it is called, where it stands, whom it binds."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pactscan.find.agreements import mark_agreements
from pactscan.find.case import readable
from pactscan.find.countries import mark_countries
from pactscan.find.dates import mark_dates
from pactscan.find.names import mark_names
from pactscan.marks import MarkedArticle
from pactscan.model import Agreement, Article, PublishedFrom
from pactscan.resolve.agreements import resolve_agreements
from pactscan.resolve.cast import resolve_cast
from pactscan.resolve.dates import resolve_dates
from tests.drawing import unmark

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DATA = Path(__file__).parents[1] / "data"
PUBLISHED = "2024-05-15"
LARGEST_SHARE = 0.6


class Case(NamedTuple):
    """A sentence with what should be read from it: (name, form) of its records, their status, their parties."""

    text: str
    named: list[tuple[str, str]]
    status: str
    parties: set[str]


def lines(name: str) -> list[str]:
    """Lines of a data file that are no comments."""
    return [line for line in (DATA / name).read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def cases(name: str) -> list[Case]:
    """Rows ``status|parties|drawn sentence``."""
    found = []
    for line in lines(name):
        status, parties, drawn = line.split("|", 2)
        text, spans = unmark(drawn)
        found.append(Case(text, [(text[s:e], form) for s, e, form in spans], status, set(filter(None, parties.split(";")))))
    return found


def article(text: str) -> Article:
    """A text as an article of a fixed day."""
    return Article(id="test", text=text, published=PUBLISHED, published_from=PublishedFrom.OPTION)


def records(text: str, doc: Doc) -> tuple[Agreement, ...]:
    """Records of a text, by the whole chain that they stand on."""
    marked = MarkedArticle(article(text), doc)
    countries = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, countries), countries)
    return resolve_agreements(marked, mark_agreements(marked, countries), cast, countries, resolve_dates(marked, mark_dates(marked)))


@cache
def all_texts() -> tuple[str, ...]:
    """Every sentence of the tables, so that they are parsed in one batch."""
    named = [case.text for name in ("agreements_named.csv", "agreements_missed.csv") for case in cases(name)]
    return (*named, *lines("agreements_traps.txt"), *lines("agreements_traps_missed.txt"))


@pytest.fixture(scope="module")
def read(nlp: Language) -> dict[str, tuple[Agreement, ...]]:
    """Sentence → records."""
    docs = nlp.pipe(readable(article(text)) for text in all_texts())
    return {text: records(text, doc) for text, doc in zip(all_texts(), docs, strict=True)}


def as_drawn(case: Case, found: tuple[Agreement, ...]) -> bool:
    """Whether names, forms, status and parties are those of the case."""
    return (
        [(a.name, a.form.value) for a in found] == case.named
        and all(a.status.value == case.status for a in found)
        and {p.code or p.name for a in found for p in a.parties} == case.parties
    )


@pytest.mark.parametrize("case", cases("agreements_named.csv"), ids=lambda case: case.text[:50])
def test_reads_the_record_that_is_drawn(case: Case, read: dict[str, tuple[Agreement, ...]]) -> None:
    found = read[case.text]
    assert [(a.name, a.form.value) for a in found] == case.named
    assert {a.status.value for a in found} == {case.status}
    assert {p.code or p.name for a in found for p in a.parties} == case.parties


@pytest.mark.xfail(strict=True, reason="known misses")
@pytest.mark.parametrize("case", cases("agreements_missed.csv"), ids=lambda case: case.text[:50])
def test_known_misses(case: Case, read: dict[str, tuple[Agreement, ...]]) -> None:
    assert as_drawn(case, read[case.text])


@pytest.mark.parametrize("text", lines("agreements_traps.txt"), ids=lambda text: text[:50])
def test_finds_nothing_in_a_trap(text: str, read: dict[str, tuple[Agreement, ...]]) -> None:
    assert [(a.name, a.status.value) for a in read[text]] == []


@pytest.mark.xfail(strict=True, reason="known misses")
@pytest.mark.parametrize("text", lines("agreements_traps_missed.txt"), ids=lambda text: text[:50])
def test_known_falls_into_traps(text: str, read: dict[str, tuple[Agreement, ...]]) -> None:
    assert not read[text]


def test_evidence_and_mentions_are_words_of_the_article(read: dict[str, tuple[Agreement, ...]]) -> None:
    for text, found in read.items():
        for record in found:
            places = [record.place] if record.place else []
            for m in (record.evidence, *record.mentions, *(p.mention for p in record.parties), *(d.mention for d in record.dates), *places):
                assert text[m.start : m.end] == m.text


def test_tables_are_large_and_varied() -> None:
    texts = [set(re.findall(r"\w+", text.lower())) for text in all_texts()]
    assert len(cases("agreements_named.csv")) >= 180
    assert len(lines("agreements_traps.txt")) >= 150
    alike = [(a, b) for a, b in combinations(texts, 2) if len(a & b) > LARGEST_SHARE * min(len(a), len(b))]
    assert alike == []


@pytest.mark.parametrize(
    ("text", "did"),
    [
        ("Peru signed the Tarn River Treaty in March. Chile ratified the Tarn River Treaty in May.", {"PE": "signed", "CL": None}),
        ("Chile ratified the Tarn River Treaty. Peru is ready to sign the Tarn River Treaty.", {"CL": None, "PE": None}),
        ("Chile ratified the Tarn River Treaty. Critics accused Peru of violating the Tarn River Treaty.", {"CL": None, "PE": None}),
    ],
)
def test_a_party_did_only_what_the_text_tells_as_done(text: str, did: dict[str, str | None], nlp: Language) -> None:
    (record,) = records(text, nlp(text))
    assert record.status.value == "ratified"
    assert {party.code: party.status and party.status.value for party in record.parties} == did
