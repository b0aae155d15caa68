"""When and where agreements were made, and which words mean the same one, in sentences of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from pactscan.find.case import readable
from tests.resolve.test_agreements import article, lines, records

if TYPE_CHECKING:
    from spacy.language import Language

    from pactscan.model import Agreement

TABLE, APART = "agreements_dated.csv", "agreements_apart.csv"


class Told(NamedTuple):
    """A text with the dates and the place that it tells of its agreement."""

    dates: set[str]
    place: str | None
    text: str


def rows() -> list[Told]:
    """Rows ``kind=value;…|place|text``."""
    cells = [line.split("|", 2) for line in lines(TABLE)]
    return [Told(set(filter(None, dates.split(";"))), place or None, text.replace("\\n", "\n")) for dates, place, text in cells]


@pytest.fixture(scope="module")
def read(nlp: Language) -> dict[str, tuple[Agreement, ...]]:
    """Text → records."""
    texts = [row.text for row in rows()]
    docs = nlp.pipe(readable(article(text)) for text in texts)
    return {text: records(text, doc) for text, doc in zip(texts, docs, strict=True)}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.text[:50])
def test_tells_when_and_where(row: Told, read: dict[str, tuple[Agreement, ...]]) -> None:
    (record,) = read[row.text]
    assert {f"{d.kind.value}={d.value}" for d in record.dates} == row.dates
    assert (record.place.text if record.place else None) == row.place


@pytest.mark.parametrize("line", lines(APART), ids=lambda line: line[:40])
def test_keeps_two_agreements_two_and_one_one(line: str, nlp: Language) -> None:
    names, text = line.split("|", 1)
    assert [r.name for r in records(text, nlp(readable(article(text))))] == names.split(";")
