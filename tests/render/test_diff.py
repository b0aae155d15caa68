"""A diff in every form: what it shows, how it fits, and that nothing in an article becomes more than text."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html.parser import HTMLParser
from typing import Any

import pytest
from rich.cells import cell_len

from pactscan.compare import compare
from pactscan.diffmodel import ItemKind, Mode, ReportDiff
from pactscan.model import QuoteKind
from pactscan.render import diff_html, diff_markdown, diff_terminal, markdown
from pactscan.render.columns import Piece, cells_of, printed, wrapped
from pactscan.render.diff_view import LONG_RUN, sections
from pactscan.render.escape import UNPRINTABLE
from tests.compare.made import country, date, dated, pact, person, quote, report
from tests.render.payloads import HARMFUL, MARKUP

STYLE = re.compile(r"\x1b\[[0-9;]*m")
FORMS = {"text": diff_terminal.diff, "markdown": diff_markdown.diff, "html": diff_html.diff}
LEFT_TEXT = "Norway pledged $80 million for 14 patrol boats. The pact was signed in Bergen on Tuesday. They spoke of Haiti."
RIGHT_TEXT = "Norway pledged $58 million for 14 patrol boats. The pact was signed in Bergen on Wednesday."


def full(mode: Mode = Mode.UPDATE) -> ReportDiff:
    """A diff with every kind of item and every verdict."""
    anna, olga = person("Anna Berg", "foreign minister", "NO"), person("Olga Marek", "senator")
    promise = "We will sign the harbour treaty before winter and nobody will stop us"
    left = report(
        LEFT_TEXT,
        published="2024-03-13",
        actors=[anna, olga],
        countries=[country("NO", "Norway"), country("HT", "Haiti")],
        dates=[date("2024-03-12", "Tuesday", LEFT_TEXT)],
        quotes=[quote(promise, anna), quote("a modest paper with a serious purpose", olga), quote("not one fish", olga)],
        agreements=[pact("Treaty of Tarn", "agreed", "NO CL", dates=(dated("signed", "2024-03-12"),)), pact("Aral Accord", "in_force")],
    )
    right = report(
        RIGHT_TEXT,
        actors=[person("Anna Berg", "prime minister", "NO"), person("Marisol Quintana")],
        countries=[country("NO", "Norway")],
        dates=[date("2024-03-13", "Wednesday", RIGHT_TEXT), date(None, "last year", reason="relative")],
        quotes=[
            quote(promise.replace("will sign", "may sign"), anna),
            quote("a humble paper with a serious purpose", olga),
            quote("the minister said not a single fish had been promised", anna, QuoteKind.INDIRECT),
        ],
        agreements=[pact("Treaty of Tarn", "signed", "NO CL CA", dates=(dated("signed", "2024-03-13"),))],
    )
    return compare(left, right, mode)


def everywhere(value: Any, payload: str) -> Any:
    """`value` with `payload` inside of every text in it, enumerations left alone."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: everywhere(getattr(value, f.name), payload) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(everywhere(item, payload) for item in value)
    return f"{value[:1]}{payload}{value[1:]}" if isinstance(value, str) and not isinstance(value, Enum) else value


# --- what is shown ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_every_section_sign_and_word_is_there(form: str) -> None:
    page = FORMS[form](full())
    words = (re.sub(r"<[^>]*>", "", page) if form == "html" else re.sub(r"[\\*`]", "", page)).upper()
    for word in ("AGREEMENTS", "PEOPLE AND BODIES", "COUNTRIES", "DATES", "QUOTES", "NUMBERS", "SENTENCES"):
        assert word in words
    for word in ("CONFLICT", "ONLY LEFT", "ONLY RIGHT", "REWORDED", "REFINES", "RAISED", "MODE UPDATE", "NOT RESOLVED"):
        assert word in words
    assert "2024-03-12" in page


def test_same_items_are_shown_when_asked_for() -> None:
    diff = full()
    assert "14 patrol boats" in diff_terminal.diff(diff, with_same=True)
    assert "= " in diff_terminal.diff(diff, with_same=True)
    shown = sum(len(section.entries) for section in sections(diff, with_same=True))
    assert shown == len(diff.items)


def test_conflicts_come_first() -> None:
    for section in sections(full(), with_same=True):
        signs = [entry.sign for entry in section.entries]
        assert signs == sorted(signs, key="!~<>=?".index)


def test_changed_words_stand_in_brackets_without_colour() -> None:
    page = diff_terminal.diff(full())
    assert "[will]" in page
    assert "[may]" in page
    assert "\x1b" not in page


def test_an_equal_diff_is_short() -> None:
    one = report(LEFT_TEXT, countries=[country("NO")])
    page = diff_terminal.diff(compare(one, one))
    assert "1 same" in page
    assert "<   only" not in page


def test_long_runs_of_equal_sentences_lose_their_middle() -> None:
    long = "The reserve is to hold 4.5 million bags, " + "and so on " * 60 + "until the roads are built."
    page = diff_terminal.diff(compare(report(long), report(long.replace("4.5", "8.5")), Mode.UPDATE))
    assert " … " in page
    assert len(page) < len(long) + 12 * LONG_RUN


def test_kinds_that_are_left_out_have_no_section() -> None:
    diff = full()
    diff = replace(diff, items=tuple(item for item in diff.items if item.kind is ItemKind.DATE))
    assert "DATES" in diff_terminal.diff(diff)
    assert "QUOTES" not in diff_terminal.diff(diff)


# --- how it fits ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 60, 80, 99, 100, 120, 200])
@pytest.mark.parametrize("payload", ["", "日本語の長い文章" * 9, "x" * 300, "e\u0301" * 60, "👍" * 30])
def test_no_line_is_too_wide(width: int, payload: str) -> None:
    for line in diff_terminal.diff(everywhere(full(), payload), with_same=True, width=width).splitlines():
        assert cell_len(line) <= max(40, width)


def test_sides_stand_beside_each_other_from_a_hundred_cells_on() -> None:
    beside = [line for line in diff_terminal.diff(full(), width=100).splitlines() if re.search(r"< .*\[will\].* > .*\[may\]", line)]
    assert beside
    assert not any(re.search(r"< .*\[will\].* > ", line) for line in diff_terminal.diff(full(), width=99).splitlines())


@pytest.mark.parametrize("color", ["standard", "256", "truecolor"])
def test_colour_adds_nothing_but_colour(color: str) -> None:
    plain, coloured = diff_terminal.diff(full(), with_same=True), diff_terminal.diff(full(), with_same=True, color=color)
    assert coloured != plain
    assert STYLE.sub("", coloured) == plain


def test_lines_break_at_spaces_and_only_long_words_are_cut() -> None:
    lines = wrapped([Piece("one two "), Piece("three", "bold"), Piece(" " + "x" * 25)], 10)
    assert printed(lines, None).splitlines() == ["one two", "three", "x" * 10, "x" * 10, "x" * 5]
    assert max(map(cells_of, lines)) == 10


# --- nothing becomes more than text -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("payload", HARMFUL.values(), ids=HARMFUL)
def test_nothing_reaches_a_terminal_as_itself(payload: str) -> None:
    diff = everywhere(full(), payload)
    for page in (diff_terminal.diff(diff, with_same=True), diff_markdown.diff(diff, with_same=True), diff_html.diff(diff, with_same=True)):
        assert not re.search(f"[{UNPRINTABLE}]", page.replace("\n", ""))


class Parsed(HTMLParser):
    """Tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))


ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>x</script>",
    "<!--",
    "]]>",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_on_the_html_stays_text(attack: str) -> None:
    honest, attacked = (Parsed(diff_html.diff(everywhere(full(), payload), with_same=True)) for payload in ("harmless", attack))
    assert [tag for tag, _ in attacked.tags] == [tag for tag, _ in honest.tags]
    assert not any(name.startswith("on") or name in ("src", "href") for _, attrs in attacked.tags for name, _ in attrs)
    assert not any(tag == "script" for tag, _ in attacked.tags)


def test_the_html_allows_itself_nothing_but_its_own_style() -> None:
    page = diff_html.diff(full())
    policy = next(
        dict(attrs)["content"] for tag, attrs in Parsed(page).tags if tag == "meta" and ("http-equiv", "Content-Security-Policy") in attrs
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "style=" not in page.replace("<style>", "")


@pytest.mark.parametrize(
    "markup", [*MARKUP, "# title", "* item", "1. item", "[x](http://evil.example)", "`code`", "a | b", "<b>", "@name", "![i](u)", "~~s~~"]
)
def test_markup_in_an_article_is_shown_in_markdown(markup: str) -> None:
    escaped = markdown.escaped(markup)
    assert re.sub(r"\\(.)", r"\1", escaped).split() == markup.split()
    assert not re.search(r"(?<!\\)[`*_\[\]<>#|~@]", escaped)
