from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactscan.render.escape import UNPRINTABLE, cell, flowing, visible
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


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff201",
        "=HYPERLINK(1)",
        "\t",
    ],
)
def test_what_a_spreadsheet_would_compute_is_guarded(text: str) -> None:
    assert cell(text)[0] == "'"


@pytest.mark.parametrize("text", ["", "Chile", "1998-05", "a=b", "two\nlines", "two\r\nlines", "a\tb", "don't", "P2Y", "“-”"])
def test_a_cell_that_is_no_formula_is_left_alone(text: str) -> None:
    assert cell(text) == text


def test_a_cell_carries_nothing_that_a_terminal_obeys() -> None:
    assert cell("a\x1b[31m\rb\u202e") == "a\\x1b[31m\\x0db\\u202e"
