import unicodedata

import pytest

from pactscan.lexicon.files import read_table, read_toml
from pactscan.lexicon.reading import file_signatures, month_numbers, small_words, weekday_names, zone_words


@pytest.mark.parametrize("kind", sorted(read_toml("zone_words.toml")))
def test_zone_words_are_sorted_lower_case_and_once(kind: str) -> None:
    words = list(zone_words(kind))
    assert words == sorted(set(words))
    assert all(w == unicodedata.normalize("NFC", w.lower()) and w.strip() == w for w in words)


def test_small_words_are_sorted_and_once() -> None:
    rows = read_table("language_words.csv")
    assert [r["language"] for r in rows] == sorted({r["language"] for r in rows})
    for row in rows:
        words = row["words"].split()
        assert words == sorted(set(words)), row["language"]
        assert row["words"] == unicodedata.normalize("NFC", row["words"].lower())
    assert len(small_words()["en"]) > 50


def test_signatures_are_sorted_and_none_begins_another() -> None:
    rows = [row["signature"] for row in read_table("file_signatures.csv")]
    assert rows == sorted(rows, key=str.lower)
    assert not [(a, b) for a in rows for b in rows if a != b and b.startswith(a)]
    assert file_signatures()[b"%PDF"] == "a PDF"


def test_months_and_weekdays_are_all_there() -> None:
    assert set(month_numbers().values()) == set(range(1, 13))
    assert {"monday", "sunday"} <= set(weekday_names())
