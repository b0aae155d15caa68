"""Find time expressions: a grammar over word classes, with guards for the words that mean other things too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.find.dates.grammar import Reading, runs_of_readings
from pactscan.find.dates.guards import Place, passes
from pactscan.find.dates.tokens import Tokens, tokens_of
from pactscan.marks.dates import DateMark

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle


def mark_dates(marked: MarkedArticle) -> tuple[DateMark, ...]:
    """Mark time expressions in the order of the text; none overlaps another."""
    tokens = tokens_of(marked)
    marks: list[DateMark] = []
    for readings in runs_of_readings(tokens.types):
        _take(marked, tokens, readings, marks)
    return tuple(marks)


def _take(marked: MarkedArticle, tokens: Tokens, readings: list[Reading], marks: list[DateMark]) -> None:
    done = -1
    for reading in readings:
        if reading.first < done:
            continue
        if passes(Place(marked, tokens, reading)):
            marks.append(_mark(tokens, reading))
            done = reading.last


def _mark(tokens: Tokens, reading: Reading) -> DateMark:
    parts = {name: " ".join(tokens.words[a:b]) for name, a, b in reading.parts}
    rule = reading.rule.rule
    if rule.value:
        parts["value"] = rule.value
    return DateMark(tokens.starts[reading.first], tokens.ends[reading.last - 1], rule.name, rule.kind, parts)
