"""From scored stretches, contents and speakers to attributions: each content once, with its cue and its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from pactscan.find.quotes.contents import Content
from pactscan.find.quotes.mentions import cue_bounds, source_bounds
from pactscan.find.quotes.overlaps import apart, without_reports
from pactscan.find.quotes.reading import Reading
from pactscan.find.quotes.scene import Scene, probability
from pactscan.marks.quotes import AttributionMark

OVERLAP = 0.5
"""Two indirect contents that share more of the longer one are one."""


@dataclass(slots=True)
class Unit:
    """One attribution in the making, in tokens."""

    pieces: list[tuple[int, int]]
    stretches: list[int] = field(default_factory=list)
    cue: int = -1
    source: int = -1
    score: float = 0.0
    """Of the content, where a cue introduces it."""
    certainty: float = 0.0


def units_of(scene: Scene) -> list[Unit]:
    """Attributions in the order of the text."""
    reading = scene.reading
    units = _indirect(scene)
    covered = _join_stretches(scene, units)
    for s in range(len(reading.stretches)):
        if scene.spoken[s] and s not in covered:
            label = reading.label(s)
            units.append(Unit([(label[1] if label else reading.first[s], reading.last[s])], [s]))
    for unit in units:
        _give_source(scene, unit)
    units.sort(key=lambda unit: (unit.pieces[0], unit.pieces[-1]))
    return _joined(scene, apart(scene, units))


class _BySentence:
    """What lies in each sentence, so that only neighbours are compared."""

    def __init__(self, sentence: list[int]) -> None:
        self.sentence = sentence
        self.held: dict[int, list[int]] = {}

    def add(self, first: int, last: int, number: int) -> None:
        """Note that the tokens `first` to `last` belong to item `number`."""
        for s in range(self.sentence[first], self.sentence[last] + 1):
            self.held.setdefault(s, []).append(number)

    def near(self, first: int, last: int) -> list[int]:
        """Items with tokens in the same sentences, in order."""
        return sorted({n for s in range(self.sentence[first], self.sentence[last] + 1) for n in self.held.get(s, ())})


def _indirect(scene: Scene) -> list[Unit]:
    """Contents by their score; of two that are nearly the same the better one stays."""
    kept: list[tuple[Content, float]] = []
    index = _BySentence(scene.reading.parse.sentence)
    chosen = without_reports(scene.reading, scene.cues, scene.contents)
    for content, score in sorted(chosen, key=lambda pair: (-pair[1], pair[0].first, pair[0].last)):
        if not any(_overlap(content, kept[n][0]) > OVERLAP for n in index.near(content.first, content.last)):
            index.add(content.first, content.last, len(kept))
            kept.append((content, score))
    units: dict[int, Unit] = {}
    for n, (content, score) in enumerate(kept):
        unit = units.setdefault(content.cue if content.cue >= 0 else -1 - n, Unit([], cue=content.cue, score=score))
        unit.pieces.append((content.first, content.last))
    for unit in units.values():
        unit.pieces.sort()
    return list(units.values())


def _overlap(a: Content, b: Content) -> float:
    common = min(a.last, b.last) - max(a.first, b.first) + 1
    return max(0, common) / max(a.last - a.first + 1, b.last - b.first + 1)


def _join_stretches(scene: Scene, units: list[Unit]) -> set[int]:
    """Lay each spoken stretch into the smallest content that touches it; those that none touches are left over."""
    reading, covered = scene.reading, set()
    index = _BySentence(reading.parse.sentence)
    for u, unit in enumerate(units):
        for first, last in unit.pieces:
            index.add(first, last, u)
    for s in range(len(reading.stretches)):
        first, last = reading.first[s], reading.last[s]
        holder = _smallest_holder(units, index.near(first, last), first, last) if scene.spoken[s] else None
        if holder is not None:
            u, p = holder
            a, b = units[u].pieces[p]
            units[u].pieces[p] = (min(a, first), max(b, last))
            units[u].stretches.append(s)
            covered.add(s)
    return covered


def _smallest_holder(units: list[Unit], near: list[int], first: int, last: int) -> tuple[int, int] | None:
    """Unit and piece of the shortest content that touches the tokens `first` to `last`."""
    holders = [(b - a, u, p) for u in near for p, (a, b) in enumerate(units[u].pieces) if a <= last and first <= b]
    return min(holders)[1:] if holders else None


def _give_source(scene: Scene, unit: Unit) -> None:
    """The speaker of a unit: of its stretches as ranked, of a content without marks the source of its cue."""
    ranked = [(scene.speakers[s], s) for s in unit.stretches]
    own = scene.cues[unit.cue].source if unit.cue >= 0 else -1
    if not ranked:
        unit.source, unit.certainty = own, float(probability(np.asarray(unit.score))) if own >= 0 else 0.0
        return
    best, s = max(ranked, key=lambda pair: pair[0].certainty)
    unit.source, unit.certainty = best.head, best.certainty
    if own >= 0 and best.head != own and best.certainty <= 0.5:
        unit.source, unit.certainty = own, 1 - best.certainty
    unit.certainty *= scene.speech[s]
    if unit.cue < 0:
        unit.cue = next((speaker.cue for speaker, _ in ranked if speaker.cue >= 0), -1)


def _joined(scene: Scene, units: list[Unit]) -> list[Unit]:
    """Quotations that go on after their cue or in the next paragraph become one."""
    joined: list[Unit] = []
    for unit in units:
        if joined and _continues(scene, joined[-1], unit):
            previous = joined[-1]
            previous.pieces += unit.pieces
            previous.stretches += unit.stretches
            previous.certainty = max(previous.certainty, unit.certainty)
            if previous.cue < 0:
                previous.cue = unit.cue
        else:
            joined.append(replace(unit))
    return joined


def _continues(scene: Scene, earlier: Unit, later: Unit) -> bool:
    reading = scene.reading
    if not earlier.stretches or not later.stretches:
        return False
    last, first = earlier.stretches[-1], later.stretches[0]
    if reading.label(first):
        return False
    if reading.stretches[last].goes_on and first == last + 1:
        return True
    if earlier.source < 0 or earlier.source != later.source or first != last + 1:
        return False
    same = reading.stretches[last].paragraph == reading.stretches[first].paragraph
    between = reading.last[last] < earlier.source < reading.first[first]
    return same and between and len(earlier.pieces) == 1


def marks_of(scene: Scene) -> tuple[AttributionMark, ...]:
    """The attributions of a scene as marks."""
    reading = scene.reading
    marks = []
    for unit in units_of(scene):
        content = _in_order(_bounds(reading, a, b) for a, b in unit.pieces)
        if not content:
            continue
        source = source_bounds(reading, unit.source, scene.cues[unit.cue].at if unit.cue >= 0 else -1) if unit.source >= 0 else None
        quoted = tuple((reading.stretches[s].start, reading.stretches[s].end) for s in unit.stretches)
        marks.append(
            AttributionMark(
                content,
                cue_bounds(reading, scene.cues[unit.cue]) if unit.cue >= 0 else None,
                source if source and source[0] < source[1] else None,
                quoted,
                unit.certainty,
            )
        )
    return tuple(marks)


def _in_order(pieces: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The pieces that hold something, in order; one that begins in another is a part of it (marks that nobody could pair)."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _bounds(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Code points of a piece. Marks around the whole of it are left out; those of a stretch at one end of it stay in."""
    parse, inside = reading.parse, reading.inside
    start, end = parse.start[first], parse.end[last]
    at_start = inside[first] if inside[first] >= 0 and reading.first[inside[first]] == first else -1
    at_end = inside[last] if inside[last] >= 0 and reading.last[inside[last]] == last else -1
    if at_start >= 0:
        stretch = reading.stretches[at_start]
        start = stretch.start if at_start == at_end else stretch.opened
    if at_end >= 0:
        stretch = reading.stretches[at_end]
        end = stretch.end if inside[first] == at_end else stretch.closed
    start = next((stop for begin, stop in reading.datelines if begin <= start < stop < end), start)
    while start < end and reading.text[start].isspace():
        start += 1
    while end > start and reading.text[end - 1].isspace():
        end -= 1
    return start, end
