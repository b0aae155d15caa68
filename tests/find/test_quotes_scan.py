"""Quotation marks → stretches: every style, no inversion, no swallowing, linear time."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactscan.find.quotes.scan import stretches
from pactscan.paragraphs import paragraphs
from tests.newspaper import MARKS, articles

CASES = [
    line
    for line in (Path(__file__).parent.parent / "data" / "quotes_styles.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


def drawn(text: str) -> str:
    """The text with ⟦ ⟧ around what the scanner finds, ¶ for the ends of paragraphs."""
    out, at = "", 0
    for s in stretches(text, paragraphs(text)):
        start, end = s.start, s.end
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        out += f"{text[at:start]}⟦{text[start:end]}⟧"
        at = end
    return (out + text[at:]).replace("\n\n", "¶")


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120
    assert len(set(CASES)) == len(CASES)


@pytest.mark.parametrize("case", CASES)
def test_style(case: str) -> None:
    assert drawn(re.sub("[⟦⟧]", "", case).replace("¶", "\n\n")) == case


def test_an_open_stretch_says_whether_the_next_paragraph_goes_on() -> None:
    text = "“We will sign.\n\n“Then we will rest,” he said.\n\n“Late.\n\nHe left."
    assert [s.goes_on for s in stretches(text, paragraphs(text))] == [True, False, False]


def test_marks_are_left_out_and_kept_apart() -> None:
    text = "He said “no” twice."
    (found,) = stretches(text, paragraphs(text))
    assert (text[found.start : found.end], text[found.opened : found.closed]) == ("no", "“no”")


@given(articles | st.text(alphabet="\"“”'‘’`«» ab.,\n", max_size=120))
def test_stretches_never_invert_overlap_or_leave_their_paragraph(text: str) -> None:
    bounds, last = paragraphs(text), 0
    for s in stretches(text, bounds):
        paragraph = bounds[s.paragraph]
        assert last <= s.opened <= s.start < s.end <= s.closed
        assert paragraph.start <= s.opened
        assert s.closed <= paragraph.end
        last = s.closed


@pytest.mark.parametrize("mark", [*MARKS[:10], '"a', "“a", "'a ", "a’ s’ "])
def test_time_is_linear_in_bare_marks(mark: str) -> None:
    text = f"{mark} " * 5000
    begin = time.process_time()
    stretches(text, paragraphs(text))
    assert time.process_time() - begin < 0.5
