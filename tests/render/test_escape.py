from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactscan.render.escape import UNPRINTABLE, flowing, visible
from tests.render.payloads import HARMFUL, HIDDEN, MARKUP

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize("payload", HARMFUL.values(), ids=HARMFUL)
def test_nothing_harmful_comes_through(payload: str) -> None:
    shown = visible(f"a{payload}b")
    assert shown.startswith("a")
    assert shown.endswith("b")
    assert all(ord(c) >= 0x20 and not 0x7F <= ord(c) <= 0x9F for c in shown)
    assert not set(shown) & set("".join(HIDDEN.values()))
    assert "\\" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\nb\tc\r", r"a\x0ab\x09c\x0d"),
        ("\x9b", r"\x9b"),
        ("evil\u202egpj.exe", r"evil\u202egpj.exe"),
        ("Fra\u200bnce", r"Fra\u200bnce"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff", r"\udcff"),
    ],
)
def test_a_hidden_character_is_shown_as_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["São Tomé", "“Quoted” – so…", "日本", "Ελλάδα", "עברית", "👍🏽", "❤\ufe0f", "e\u0301", "10\u00a0km", *MARKUP]
)
def test_what_prints_is_left_alone(text: str) -> None:
    assert visible(text) == text
    assert flowing(text) == text


def test_line_ends_of_an_article_flow() -> None:
    assert flowing(" the\n  paper \r\nsays\tso\x1b ") == r"the paper says so\x1b"


@given(ANY)
def test_no_text_gets_through_unshown(text: str) -> None:
    assert not re.search(f"[{UNPRINTABLE}]", visible(text))
    visible(text).encode("utf-8")
    assert visible(visible(text)) == visible(text)
    assert not re.search(f"[{UNPRINTABLE}]|  ", flowing(text))
