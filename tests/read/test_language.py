import csv
from pathlib import Path

import pytest

from pactscan.read.language import language_of
from pactscan.read.records import article_of_record

with (Path(__file__).parents[1] / "data" / "languages.csv").open(encoding="utf-8", newline="") as _file:
    TEXTS = list(csv.reader(line for line in _file if not line.startswith("#")))[1:]
SENTENCES = {code: text for code, text in TEXTS if code}


@pytest.mark.parametrize(("code", "text"), TEXTS)
def test_languages_are_told_apart(code: str | None, text: str) -> None:
    assert language_of(text) == (code or None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.5 / 13.0",
        "NATO",
        "Aukus, Quad, Asean",
        "Deux ministres.",
        SENTENCES["en"].upper(),
        SENTENCES["en"] + "\n" + "Tokyo 3:14, Lima 2:08, Quito 1:55, Accra 4:02, Dakar 3:01, Oslo 2:11. " * 3,
        "Minister Łukasz Żółć met Þórdís Guðmundsdóttir and Nguyễn Văn Đức in Hà Nội to sign the pact on fish, as it is known, they said.",
    ],
)
def test_english_short_shouted_and_full_of_names_stays_english(text: str) -> None:
    assert language_of(text) == "en"


def test_another_language_gets_a_note() -> None:
    article = article_of_record({"text": SENTENCES["fr"]}, source="x")
    assert (article.language, article.notes) == ("fr", ("not English: no values",))
