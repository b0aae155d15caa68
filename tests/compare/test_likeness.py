"""How two quotes stand to each other by their words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pactscan.compare.likeness import Wording, likeness, may_paraphrase

_LINES = (Path(__file__).parent.parent / "data" / "quote_likeness.csv").read_text(encoding="utf-8").splitlines()
CASES = [(row["left"], row["right"], row["relation"]) for row in csv.DictReader(line for line in _LINES if not line.startswith("#"))]


@pytest.mark.parametrize(("left", "right", "relation"), CASES)
def test_relation(left: str, right: str, relation: str) -> None:
    assert (likeness(Wording(left), Wording(right)).relation or "") == relation
    assert likeness(Wording(right), Wording(left)) == likeness(Wording(left), Wording(right))


def test_a_quote_without_words_equals_only_itself() -> None:
    assert likeness(Wording("…"), Wording("…")).score == 1.0
    assert likeness(Wording("…"), Wording("!")).relation is None


def test_words_far_back_still_tell_long_quotes_apart() -> None:
    long = " ".join(f"word{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(600))
    assert likeness(Wording(long), Wording(long + " more")).relation == "trimmed"


def test_the_same_in_other_words_is_likely_for_one_speaker_only_by_its_words() -> None:
    said = Wording("we do not know who asked for the file to be changed or why")
    assert may_paraphrase(said, Wording("we simply don't know who asked for that change to the file, or why"))
    assert not may_paraphrase(said, Wording("the harbour opens in spring"))
