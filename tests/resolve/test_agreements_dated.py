"""When and where agreements were made, in sentences of our own: in the clause, in the sentence beside, or untold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from pactscan.find.case import readable
from tests.resolve.test_agreements import article, lines, records

if TYPE_CHECKING:
    from spacy.language import Language

    from pactscan.model import Agreement

TABLE = "agreements_dated.csv"


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
