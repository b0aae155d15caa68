"""Bounds, in code points, of the words that name a source or make a cue."""

from __future__ import annotations

from pactscan.find.quotes.cues import Cue
from pactscan.find.quotes.reading import Reading
from pactscan.marks.parse import Parse

LEFT = frozenset({"det", "compound", "amod", "nmod", "nummod", "poss", "case", "advmod", "quantmod", "predet", "nn", "punct"})
PREPOSITIONS = frozenset({"of", "for", "from", "at", "in", "with"})


def source_bounds(reading: Reading, head: int, cue: int = -1) -> tuple[int, int]:
    """The noun phrase around `head` without clauses and appositions, and without the cue; a pronoun alone."""
    parse = reading.parse
    if parse.tag[head] in ("PRP", "WP", "WDT"):
        return parse.start[head], parse.end[head]
    first, last = _left_edge(reading, head), head
    for c in parse.children[head]:
        if c == last + 1 and parse.dep[c] == "prep" and parse.lower[c] in PREPOSITIONS:
            last = _right_edge(reading, c)
    last = max(last, _joined(reading, head, last))
    if parse.entity[head] >= 0:
        begin, stop, _ = parse.entities[parse.entity[head]]
        first = min(first, begin) if reading.inside[begin] < 0 else first
        last = max(last, stop - 1) if reading.inside[stop - 1] < 0 else last
    if first <= cue <= last:
        first, last = (first, cue - 1) if head < cue else (cue + 1, last)
    return parse.start[first], parse.end[last]


def _joined(reading: Reading, head: int, last: int) -> int:
    """Last token of "and another speaker" right after the phrase; -1 when there is none."""
    parse = reading.parse
    for c in parse.children[head]:
        if parse.dep[c] == "conj" and c > last and parse.tag[c][:2] in ("NN", "PR") and c - last <= 6 and parse.lower[last + 1] == "and":
            return c
    return -1


def _left_edge(reading: Reading, head: int) -> int:
    parse = reading.parse
    first = head
    for c in reversed(parse.children[head]):
        if c < head and parse.right[c] == first - 1 and parse.dep[c] in LEFT and not _opens_clause(parse, c):
            first = parse.left[c]
    first = max(first, _after_dash(parse, first, head))
    first = _after_day(parse, first, head)
    while first < head and (reading.inside[first] >= 0 or parse.tag[first] in ("_SP", ",", "``", "''", ":", "-LRB-")):
        first += 1
    return first


def _after_dash(parse: Parse, first: int, head: int) -> int:
    """First token after the last dash or colon before the head: a dateline is no part of a name (``May 4 - Mayor Ilse Brandt``)."""
    for t in range(head - 1, first - 1, -1):
        if parse.tag[t] == ":" or (parse.lower[t] in ("-", "–", "—", "--") and parse.start[t] > parse.end[t - 1]):
            return t + 1
    return first


def _after_day(parse: Parse, first: int, head: int) -> int:
    """First token after a day that the parser joined to the speaker: ``on *Sunday* Treasurer Ilse Brandt said``."""
    entity = parse.entity[first]
    if entity < 0 or parse.entities[entity][2] != "DATE" or entity == parse.entity[head] or parse.tag[first][:3] != "NNP":
        return first
    stop = parse.entities[entity][1]
    return stop if stop <= head and parse.tag[stop] != "POS" else first


def _opens_clause(parse: Parse, c: int) -> bool:
    return parse.dep[c] == "punct" and parse.tag[c] in (",", ":", "``", "''", ".")


def _right_edge(reading: Reading, c: int) -> int:
    """Last token of a prepositional phrase, cut at its first comma, mark or clause."""
    parse = reading.parse
    for t in range(c, parse.right[c] + 1):
        if parse.tag[t] in (",", ":", "_SP", "``", "''", "-LRB-", "WDT", "WP", "VBD", "VBZ") or reading.inside[t] >= 0:
            return t - 1
    return parse.right[c]


def cue_bounds(reading: Reading, cue: Cue) -> tuple[int, int]:
    """The verb with its particle, or "according to"."""
    parse = reading.parse
    last = cue.at + 1 if cue.kind == "according" else cue.at
    for c in parse.children[cue.at]:
        if c == last + 1 and parse.dep[c] == "prt":
            last = c
    return parse.start[cue.at], parse.end[last]
