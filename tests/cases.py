"""Tables of articles in tests/data: blocks of text, each closed by its lines of expected values."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


class Case(NamedTuple):
    """An article's text, and what is expected of it: cells of the lines that start with ``=``."""

    text: str
    expected: list[tuple[str, ...]]


def read_cases(name: str) -> list[Case]:
    """The cases of a table; ``#`` starts a comment, ``= nobody`` expects nothing."""
    cases: list[Case] = []
    text: list[str] = []
    expected: list[tuple[str, ...]] = []
    for line in (DATA / name).read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            continue
        if line.startswith("="):
            expected.append(tuple(cell.strip() for cell in line[1:].split("|")))
            continue
        if expected and line.strip():
            cases.append(_case(text, expected))
            text, expected = [], []
        text.append(line)
    return [*cases, _case(text, expected)] if expected else cases


def _case(text: list[str], expected: list[tuple[str, ...]]) -> Case:
    return Case("\n".join(text).strip(), [] if expected == [("nobody",)] else expected)
