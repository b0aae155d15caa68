from __future__ import annotations

import pytest

from pactscan.model import Mention
from pactscan.render.places import Places

TEXT = "one\ntwo\r\nthree\rfour\n\nsix"


@pytest.mark.parametrize(("word", "line"), [("one", "L1"), ("two", "L2"), ("three", "L3"), ("four", "L4"), ("six", "L6")])
def test_a_line_is_counted_whatever_ends_it(word: str, line: str) -> None:
    start = TEXT.index(word)
    assert Places(TEXT)(Mention(start, start + len(word), word)) == line


def test_without_the_text_the_offset_is_all_there_is() -> None:
    assert Places(None)(Mention(1203, 1208, "words")) == "@1203"


def test_each_line_is_named_once_and_the_rest_is_counted() -> None:
    mentions = tuple(Mention(at, at + 1, "x") for at in (0, 1, 4, 10))
    assert Places(TEXT).each(mentions) == "L1 L2 L3"
    assert Places(TEXT).each(mentions, most=2) == "L1 L2 +1 more"
