import textwrap
import time

import pytest

from pactscan.paragraphs import hand_wrapped, paragraphs

ONE = (
    "Latvia and Benin signed a memorandum on wind power on Thursday, the first of its kind between a Baltic and a West African state, "
    "and agreed to meet again within the year to settle how the turbines are to be paid for."
)
TWO = '"We share a wind, if not a sea," the Latvian minister said. He will travel to Cotonou in June. The embassy opens in the same month.'
THREE = "Benin hopes to draw a third of its power from wind by 2035. At present it imports most of what it burns from the east."


def shown(text: str) -> list[str]:
    return [" ".join(text[p.start : p.end].split()) for p in paragraphs(text)]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t \n", "\n\xa0\n", "\u2028", "\u2029", "\f", "\x85"])
def test_a_paragraph_a_line(between: str) -> None:
    assert shown(between.join([ONE, TWO, THREE])) == [ONE, TWO, THREE]


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100, 130])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_at_a_column_and_parted_by_an_empty_line(width: int, end: str) -> None:
    text = (end * 2).join(textwrap.fill(p, width).replace("\n", end) for p in (ONE, TWO, THREE))
    assert hand_wrapped(text)
    assert shown(text) == [ONE, TWO, THREE]


@pytest.mark.parametrize("indent", [2, 3, 5, 8])
def test_wrapped_and_parted_by_an_indented_line(indent: int) -> None:
    text = "\n".join(textwrap.fill(p, 66, initial_indent=" " * indent) for p in (ONE, TWO, THREE))
    assert shown(text) == [ONE, TWO, THREE]


def test_wrapped_and_parted_by_nothing_but_room_on_the_line() -> None:
    parts = [ONE, TWO + " So it was said.", THREE]
    assert shown("\n".join(textwrap.fill(p, 66) for p in parts)) == parts


def test_wrapped_within_a_margin_on_the_left() -> None:
    text = "\n\n".join(textwrap.fill(p, 66, initial_indent="      ", subsequent_indent="      ") for p in (ONE, TWO))
    assert shown(text) == [ONE, TWO]


def test_wrapped_in_capitals() -> None:
    text = "\n\n".join(textwrap.fill(p.upper(), 70) for p in (ONE, TWO, THREE))
    assert shown(text) == [ONE.upper(), TWO.upper(), THREE.upper()]


def test_a_headline_and_a_date_over_a_wrapped_story_stand_alone() -> None:
    text = f"Latvia, Benin sign wind pact\nMay 4, 2023\n{textwrap.fill(ONE, 66)}\n{textwrap.fill(TWO, 66)}"
    assert shown(text)[:2] == ["Latvia, Benin sign wind pact", "May 4, 2023"]


def test_one_long_line_does_not_undo_a_wrapped_text() -> None:
    body = "\n\n".join(textwrap.fill(p, 60) for p in (ONE, TWO, THREE) * 4)
    link = "https://example.org/" + "a" * 150
    assert shown(f"{body}\n\n{link}") == [ONE, TWO, THREE] * 4 + [link]


@pytest.mark.parametrize(
    "lines",
    [
        ["Short news", "Rain in Riga", "A pact for Benin", "Oil falls", "Ministers meet"],
        ["Latvia signed on Thursday.", "Benin signed on Friday.", "Togo will sign in May.", "Ghana has not said when.", "Mali refused."],
        ["“When?” he asked.", "“In June,” she said.", "“And where?”", "“Here.”", "He nodded and wrote it down in the book on the table."],
        ["- the wind pact", "- the port, which is to be widened over three years at the cost of both states", "- a school", "- a bridge"],
    ],
)
def test_short_lines_are_not_wrapped(lines: list[str]) -> None:
    assert shown("\n".join(lines)) == lines


def test_long_lines_are_never_wrapped() -> None:
    lines = [f"{ONE} {n}" for n in range(6)]
    assert shown("\n".join(lines)) == lines


def test_nothing_gives_nothing() -> None:
    for text in ("", " ", "\n", "\r\n\t\n", "\f\n"):
        assert paragraphs(text) == []
    assert shown("one") == ["one"]


def test_white_space_around_is_left_out() -> None:
    text = "  one \t\n\t two  \n"
    assert [text[p.start : p.end] for p in paragraphs(text)] == ["one", "two"]


@pytest.mark.parametrize("shape", ["a\n", "\n", " \n", "word " * 13 + "\n", "  x\n\n", "\r", "\r\n", " " * 100, "a" * 131 + "\n"])
def test_time_is_linear(shape: str) -> None:
    def seconds(size: int) -> float:
        text = (shape * (size // len(shape) + 1))[:size]
        return min(_timed(text) for _ in range(3))

    small, large = seconds(50_000), seconds(400_000)
    assert large <= 24 * small + 0.1  # eight times the text: 8 where time is linear, 64 where it is quadratic


def _timed(text: str) -> float:
    begin = time.process_time()
    paragraphs(text)
    return time.process_time() - begin
