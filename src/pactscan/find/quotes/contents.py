"""What a cue may introduce, and the phrases around short stretches in marks: spans with fitted bounds and their columns."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.quotes.content_columns import PUNCTUATION, row_of
from pactscan.find.quotes.cues import Cue
from pactscan.find.quotes.reading import Reading
from pactscan.find.quotes.spans import PHRASE, according_spans, after_circumstance, sentence_at, verb_spans
from pactscan.marks.parse import Parse

NAMING = frozenset({"call", "praise", "criticise"})
"""Kinds of cue whose passive says what something is called, and by nobody."""


@dataclass(frozen=True, slots=True)
class Content:
    """Tokens `first` to `last` (inclusive) may be what cue number `cue` introduces."""

    first: int
    last: int
    cue: int
    row: tuple[int, ...]


def contents(reading: Reading, found: list[Cue], spoken: list[bool]) -> list[Content]:
    """All spans that any cue may introduce; `spoken` tells for each stretch between marks whether it is taken as speech."""
    parse, cue_tokens = reading.parse, {cue.at for cue in found}
    result = []
    for c, cue in enumerate(found):
        if cue.passive and cue.source < 0 and cue.kind in NAMING:
            continue
        spans = according_spans(reading, cue) if cue.kind == "according" else verb_spans(reading, cue)
        seen = set()
        for first, last, form, end in spans:
            if first > cue.at and cue.kind != "according":
                first = after_circumstance(parse, first, last)
            bounds = _fitted(reading, first, _before_next_cue(reading, first, last, cue_tokens), cue)
            if bounds is None or (*bounds, form) in seen or bounds[0] == parse.left[cue.source] <= cue.source <= bounds[1]:
                continue
            seen.add((*bounds, form))
            result.append(Content(*bounds, c, row_of(reading, cue, *bounds, form, end, spoken, cue_tokens)))
    return result + _phrases(reading, spoken, cue_tokens)


def _phrases(reading: Reading, spoken: list[bool], cue_tokens: set[int]) -> list[Content]:
    """The phrases around short spoken stretches: ``a "very decent man"``."""
    parse = reading.parse
    result = []
    for s, said in enumerate(spoken):
        first, last = reading.first[s], reading.last[s]
        if not said or last - first > 8:
            continue
        root = next((t for t in range(first, last + 1) if not first <= parse.head[t] <= last), -1)
        above = root if root < 0 or parse.tag[root][:2] in ("NN", "VB") else parse.head[root]
        if above < 0 or parse.left[above] < sentence_at(parse, first)[0]:
            continue
        around = Cue(parse.head[above], "", "", -1)
        spans = {(parse.left[above], last, 0), (parse.left[above], parse.right[above], 1)}
        for a, b, end in sorted(spans):
            bounds = _fitted(reading, a, max(b, last), around)
            if bounds and bounds != (first, last) and bounds[0] <= first:
                result.append(Content(*bounds, -1, row_of(reading, around, *bounds, PHRASE, end, spoken, cue_tokens)))
    return result


def _fitted(reading: Reading, first: int, last: int, cue: Cue) -> tuple[int, int] | None:
    """Bounds without the punctuation around them, widened over stretches they cut; None when nothing or the cue itself is left."""
    parse = reading.parse
    inside = reading.inside
    first = _after_dateline(parse, first, last)
    while first <= last and (parse.tag[first] in PUNCTUATION or parse.lower[first] in ("and", "but")):
        first += 1
    while last >= first and parse.tag[last] in PUNCTUATION:
        last -= 1
    if last < first:
        return None
    if inside[first] >= 0:
        first = min(first, reading.first[inside[first]])
    if inside[last] >= 0:
        last = max(last, reading.last[inside[last]])
    return None if first <= cue.at <= last else (first, last)


def _before_next_cue(reading: Reading, first: int, last: int, cue_tokens: set[int]) -> int:
    """Last token before a semicolon after which somebody else speaks: ``said the road was open; the union denied it``."""
    parse, inside = reading.parse, reading.inside
    semicolon = next((t for t in range(first, last) if parse.lower[t] == ";" and inside[t] < 0), last + 1)
    quotes = semicolon + 2 <= last and inside[semicolon + 2] >= 0 > inside[semicolon + 1]
    return semicolon - 1 if quotes or any(t in cue_tokens for t in range(semicolon, last + 1)) else last


def _after_dateline(parse: Parse, first: int, last: int) -> int:
    """First token after the date and dash of a dateline: ``March 2 - The harbour opened``."""
    if first > last or parse.entity[first] < 0 or parse.entities[parse.entity[first]][2] != "DATE":
        return first
    stop = parse.entities[parse.entity[first]][1]
    return stop + 1 if stop < last and parse.lower[stop] in ("-", "--", "–", "—") else first
