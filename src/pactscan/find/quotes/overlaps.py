"""No words twice from one speaker: attributions that overlap are cut apart, or the lesser of them goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.find.quotes.spans import REPORTING

if TYPE_CHECKING:
    from pactscan.find.quotes.attributions import Unit
    from pactscan.find.quotes.contents import Content
    from pactscan.find.quotes.cues import Cue
    from pactscan.find.quotes.reading import Reading
    from pactscan.find.quotes.scene import Scene

NEAR = 8
"""How many attributions on are compared, so that the work stays linear."""


def apart(scene: Scene, units: list[Unit]) -> list[Unit]:
    """The attributions without those that say again what another one of the same speaker says; `units` are in order."""
    gone: set[int] = set()
    for i, unit in enumerate(units):
        for j in range(i + 1, min(i + NEAR, len(units))):
            if i in gone or j in gone or units[j].pieces[0][0] > unit.pieces[-1][1]:
                continue
            if _share(unit, units[j]) and _of_one_speaker(unit, units[j]):
                lesser = _settle(scene, units, i, j)
                gone |= {lesser} if lesser >= 0 else set()
    return [unit for i, unit in enumerate(units) if i not in gone]


def _share(a: Unit, b: Unit) -> bool:
    return any(x <= d and c <= y for x, y in a.pieces for c, d in b.pieces)


def _of_one_speaker(a: Unit, b: Unit) -> bool:
    return a.source == b.source or (a.source < 0 and a.cue < 0) or (b.source < 0 and b.cue < 0)


def _settle(scene: Scene, units: list[Unit], i: int, j: int) -> int:
    """Cut the first of two before the cue of the second, where that one is a verb of its own; else tell which of them goes."""
    a, b = units[i], units[j]
    if 0 <= b.cue != a.cue and _goes_on(scene, a.cue, b.cue) and _cut(scene, a, b.cue):
        return -1
    loser, winner = (j, i) if _size(a) >= _size(b) else (i, j)
    units[winner].stretches = sorted({*units[winner].stretches, *(s for s in units[loser].stretches if _holds(scene, units[winner], s))})
    return loser


def _size(unit: Unit) -> int:
    return sum(last - first + 1 for first, last in unit.pieces)


def _holds(scene: Scene, unit: Unit, s: int) -> bool:
    first, last = scene.reading.first[s], scene.reading.last[s]
    return any(a <= first and last <= b for a, b in unit.pieces)


def _goes_on(scene: Scene, cue: int, second: int) -> bool:
    """Whether the verb of the second cue is joined to that of the first: ``said the road was open, *but added* …``."""
    if cue < 0:
        return False
    parse, verb = scene.reading.parse, scene.cues[second].at
    return parse.dep[verb] == "conj" or (parse.dep[verb] == "advcl" and parse.tag[verb] == "VBG")


def _cut(scene: Scene, unit: Unit, cue: int) -> bool:
    """End the last piece of a unit before a cue in it, with the words that join the two; False where nothing would be left."""
    parse, (first, last) = scene.reading.parse, unit.pieces[-1]
    at = scene.cues[cue].at
    if not first < at <= last:
        return False
    end = at - 1
    while end > first and (parse.tag[end] in (",", "CC", ":", "RB", "MD", "PRP") or parse.dep[end] in ("aux", "neg")):
        end -= 1
    if end <= first:
        return False
    unit.pieces[-1] = (first, end)
    unit.stretches = [s for s in unit.stretches if scene.reading.last[s] <= end]
    return True


def without_reports(reading: Reading, found: list[Cue], chosen: list[tuple[Content, float]]) -> list[tuple[Content, float]]:
    """The contents without those of papers named after another's words.

    ``The minister said that …, Radio Norte reported.``
    """
    inner = {content.cue for content, _ in chosen if content.cue >= 0 and content.first > found[content.cue].at}
    return [pair for pair in chosen if not _is_report(reading, found, pair[0], inner)]


def _is_report(reading: Reading, found: list[Cue], outer: Content, inner: set[int]) -> bool:
    if outer.cue < 0 or outer.last > found[outer.cue].at or found[outer.cue].kind not in REPORTING:
        return False
    within = (c for c in range(max(0, outer.cue - NEAR), outer.cue) if outer.first <= found[c].source < found[c].at <= outer.last)
    opener = next((c for c in within if c in inner), -1)
    if opener < 0:
        return False
    return reading.parse.left[found[opener].source] <= outer.first + 1 and reading.inside[found[opener].at] < 0
