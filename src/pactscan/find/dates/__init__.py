"""Find time expressions: a grammar over word classes, with guards for the words that mean other things too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pactscan.find.dates.grammar import Reading, runs_of_readings
from pactscan.find.dates.guards import Place, passes
from pactscan.find.dates.guards.years import is_name, is_passing
from pactscan.find.dates.series import Placed, with_series
from pactscan.find.dates.tokens import Tokens, tokens_of
from pactscan.marks.dates import DateMark

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle


def mark_dates(marked: MarkedArticle) -> tuple[DateMark, ...]:
    """Mark time expressions in the order of the text; none overlaps another."""
    tokens = tokens_of(marked)
    found: list[Placed] = []
    for readings in runs_of_readings(tokens.types):
        _take(marked, tokens, readings, found)
    return tuple(with_series(tokens, found))


def _take(marked: MarkedArticle, tokens: Tokens, readings: list[Reading], found: list[Placed]) -> None:
    done = -1
    for reading in readings:
        if reading.first < done:
            continue
        place = Place(marked, tokens, reading)
        if passes(place):
            found += _split(place) if "n2" in place.parts and "window" not in place.parts else [_placed(place)]
            done = reading.last


def _placed(place: Place) -> Placed:
    return Placed(place.reading.first, place.reading.last, _mark(place))


def _split(place: Place) -> list[Placed]:
    """Two lengths: "two to three weeks" is *two* (weeks) and *three weeks*."""
    whole, tokens = _mark(place), place.tokens
    first, (second, _), (_, end) = place.reading.first, place.parts["n2"], place.parts.get("n") or place.parts.get("one") or (0, 0)
    if not end:
        return [_placed(place)]
    left = replace(whole, end=tokens.ends[end - 1])
    right = replace(whole, start=tokens.starts[second], parts={"n": whole.parts["n2"], "unit": whole.parts["unit"]})
    return [Placed(first, end, left), Placed(second, place.reading.last, right)]


def _mark(place: Place) -> DateMark:
    rule, tokens = place.reading.rule.rule, place.tokens
    parts = {name: " ".join(tokens.words[a:b]) for name, (a, b) in place.parts.items()}
    if rule.value:
        parts["value"] = rule.value
    if rule.name == "year" and is_passing(place):
        parts["passing"] = "yes"
    if rule.name == "relative_unit" and place.before == "for" and place.words[:2] in (["the", "next"], ["the", "following"]):
        parts["lasting"] = "yes"
    if is_name(place):
        parts["role"] = "name"
    return DateMark(place.start, place.end, rule.name, rule.kind, parts)
