from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from pactscan.model import ModelInfo, Quote, QuoteKind, Report
from pactscan.render import terminal
from pactscan.render.escape import UNPRINTABLE, flowing
from tests.render.payloads import HARMFUL, MARKUP
from tests.render.reports import TOOL, about, at, empty, full

STYLE = re.compile(r"\x1b\[[0-9;]*m")
WIDTHS = (40, 60, 80, 100, 120)
LONG = {
    "none": "",
    "CJK": "日本語の長い文章" * 9,
    "emoji": "👍" * 30,
    "one word": "x" * 300,
    "accents": "e\u0301" * 50,
    "spaces": " a" * 90,
    "markup": "".join(MARKUP),
}
QUOTED = {
    "words": "word " * 300,
    "CJK": "日本語" * 200,
    "marks": "an“other”mark " * 80,
    "one word": "a" * 500,
    "dashes": "so — on – and … on " * 40,
}


def everywhere(value: Any, payload: str) -> Any:
    """`value` with `payload` inside of every text in it, enumerations left alone."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: everywhere(getattr(value, f.name), payload) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(everywhere(item, payload) for item in value)
    return f"{value[:1]}{payload}{value[1:]}" if isinstance(value, str) and not isinstance(value, Enum) else value


def told(payload: str) -> Report:
    """The full report with `payload` in every field but the language and the options, which decide what is printed."""
    report: Report = everywhere(full(), payload)
    tool = replace(report.tool, options=(), model=replace(report.tool.model, verified=False))
    return replace(report, tool=tool, article=replace(report.article, language="en"))


def seen(page: str) -> str:
    """The words of a page without its line ends and indents."""
    return " ".join(page.split())


@pytest.mark.parametrize("payload", HARMFUL.values(), ids=HARMFUL)
@pytest.mark.parametrize("width", [40, 120])
def test_nothing_harmful_is_printed_from_any_field(payload: str, width: int) -> None:
    plain, coloured = (terminal.report(told(payload), width=width, color=color) for color in (None, "256"))
    assert not re.search(f"(?!\n)[{UNPRINTABLE}]", plain)
    assert STYLE.sub("", coloured) == plain


@pytest.mark.parametrize("payload", MARKUP)
def test_markup_is_printed_as_it_stands(payload: str) -> None:
    page = terminal.report(told(payload), width=120)
    assert f"C{payload}hile" in page
    assert f"I{payload}ngrid Solbakken" in seen(page)
    assert STYLE.sub("", terminal.report(told(payload), width=120, color="256")) == page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("payload", LONG.values(), ids=LONG)
def test_no_line_is_wider_than_asked(width: int, payload: str) -> None:
    for line in terminal.report(told(payload), width=width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("words", QUOTED.values(), ids=QUOTED)
def test_no_word_of_a_quote_is_cut_off(width: int, words: str) -> None:
    text = words.strip()
    quote = Quote("quote-1", QuoteKind.DIRECT, text, (at(text, text),))
    page = terminal.report(Report(TOOL, about(text), quotes=(quote,)), width=width)
    assert "".join(f"“{text}”".split()) in "".join(page.split())


@settings(max_examples=60)
@given(st.text(min_size=1), st.integers(30, 130))
def test_any_text_in_any_field_is_printed_in_the_width(text: str, width: int) -> None:
    page = terminal.report(told(text), width=width)
    assert max(cell_len(line) for line in page.splitlines()) <= width
    assert not re.search(f"(?!\n)[{UNPRINTABLE}]", page)


@pytest.mark.parametrize(
    "words",
    [
        "news/fish.txt",
        "104 words, 601 characters, UTF-8",
        "Date 2024-03-14 from a line of the article's head",
        "About Chile CL\u00a0×2",
        "Also Norway NO\u00a0×1",
        "1 declaration of intent on sea patrols SIGNED L5",
        "evidence “have signed”",
        "parties Chile CL, Norway NO",
        "Ingrid Solbakken (Defence Minister, NO) L7",
        "not named (defence minister, CL)",
        "signed 2024-03-12 “on Tuesday” L5",
        "not stated place",
        "2 1991 Skerry Treaty WITHDRAWN (likely) L11",
        "parties Norway NO (withdrawn)",
        "withdrawn “last month” L11 not resolved: no publication date",
        "QUOTES 2 in marks, 1 indirect",
        "Ingrid Solbakken Defence Minister, NO + L7 “This is a modest paper",
        "“A Chilean official” ~ L9 the paper would be published “before the winter”",
        "speaker not stated ? L9 Talks on it took more than two years indirect",
        "Norvik office not stated, CL L1",
        "Outlet The Skerry Post",
        "also called Skerry Treaty",
        "place Sella L1",
        "defence ministry government body, NO L5",
        "2024-03-12 “Tuesday” to “before the winter” L5",
        "P2Y “more than two years” L9 (more than)",
        "1991 “1991” L11 (in a name)",
        "not resolved “last month” L11 (no publication date)",
        "- 1 quote without a speaker in the text",
    ],
)
def test_the_page_tells(words: str) -> None:
    assert seen(words) in seen(terminal.report(full()))


def test_the_meaning_of_a_colour_is_also_a_word() -> None:
    coloured = terminal.report(full(), color="256")
    assert "\x1b[" in coloured
    assert STYLE.sub("", coloured) == terminal.report(full())


@pytest.mark.parametrize(
    "words", ["Date not stated", "Countries none named", "AGREEMENTS none found", "QUOTES none found", "DATES none found"]
)
def test_what_is_unknown_is_said(words: str) -> None:
    assert words in seen(terminal.report(empty()))


def test_what_was_not_asked_for_is_left_out() -> None:
    asked = replace(full(), tool=replace(TOOL, options=(("only", "quotes,countries"),)))
    headings = re.findall(r"^[A-Z]{4,}", terminal.report(asked), re.MULTILINE)
    assert headings == ["QUOTES", "NOTES"]
    assert "About" in terminal.report(asked)


@pytest.mark.parametrize(("language", "words"), [("fr", "Language fr: not analysed"), (None, "Language undecided: not analysed")])
def test_an_article_that_was_not_analysed_is_not_said_to_hold_nothing(language: str | None, words: str) -> None:
    page = terminal.report(Report(TOOL, about("Il neige.", language=language), notes=("not English",)))
    assert words in seen(page)
    assert "none" not in page
    assert "- not English" in page


@pytest.mark.parametrize("payload", HARMFUL.values(), ids=HARMFUL)
def test_nothing_harmful_is_printed_of_a_language(payload: str) -> None:
    page = terminal.report(Report(TOOL, about("Il neige.", language=f"f{payload}r")))
    assert not re.search(f"(?!\n)[{UNPRINTABLE}]", page)


def test_an_unverified_model_is_said() -> None:
    model = ModelInfo("my_model", "1", "0" * 64, verified=False)
    assert "my_model, not verified" in terminal.report(replace(full(), tool=replace(TOOL, model=model)))


def test_without_the_text_offsets_stand_for_lines() -> None:
    quote = full().quotes[0]
    page = terminal.report(replace(full(), article=replace(full().article, text=None)))
    assert f"@{quote.spans[0].start}" in page


def test_a_record_is_known_by_its_id_where_the_file_holds_many() -> None:
    assert seen(terminal.report(Report(TOOL, about("x", source="all.jsonl", id="seed")))).startswith("all.jsonl seed")
    assert seen(terminal.report(Report(TOOL, about("x", source="a/seed.txt", id="seed")))).startswith("a/seed.txt 1 word, 1 character,")
    assert seen(terminal.report(Report(TOOL, about("x", source="-", id="-")))).startswith("standard input 1 word,")


def test_line_ends_in_a_quote_are_spaces() -> None:
    text = "“We shall\r\n  sign it.”"
    quote = Quote("quote-1", QuoteKind.DIRECT, text[1:-1], (at(text[1:-1], text),))
    assert f"“{flowing(text[1:-1])}”" == "“We shall sign it.”"
    assert "“We shall sign it.”" in terminal.report(Report(TOOL, about(text), quotes=(quote,)))
