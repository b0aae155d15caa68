"""Where it was signed or agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.model import Mention, ZoneKind
from pactscan.resolve.agreements.dating import clause_dates
from pactscan.resolve.agreements.grammar import Force, Grammar

if TYPE_CHECKING:
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

CONCLUDING = ("opened", "agreed", "initialled", "signed")
DAY_LONG, FRESH_DAYS = 10, 3
REACH = 25
PLACES = frozenset({"GPE", "LOC", "FAC"})


def place_of(scene: Scene, events: list[Event]) -> Mention | None:
    """The place in the clause of the first concluding event that has one, the most specific town named."""
    concluding = [e for e in events if e.status in CONCLUDING and e.force is Force.FACT]
    for event in sorted(concluding, key=lambda e: -CONCLUDING.index(e.status)):
        place = _in_clause(scene, event)
        if place is not None:
            return place
    return _dateline(scene, concluding)


def _in_clause(scene: Scene, event: Event) -> Mention | None:
    p, grammar = scene.p, Grammar(scene.p)
    found: list[tuple[int, int]] = []
    todo = [event.cue, *grammar.children(event.cue, "dobj", "conj")]
    for i in todo:
        for prep in grammar.children(i, "prep"):
            if p.lower[prep] in ("in", "at"):
                found += [e for o in grammar.children(prep, "pobj") if (e := _place_entity(scene, o))]
                found += _nested(scene, grammar, prep)
    found = found or _further_on(scene, event)
    if not found:
        return None
    towns = [e for e in found if p.entities[p.entity[e[0]]][2] == "GPE"] or found
    first, stop = towns[0]
    return scene.mention(first, stop - 1)


def _further_on(scene: Scene, event: Event) -> list[tuple[int, int]]:
    """A town behind "in" further on in the clause, wherever the parse hangs it."""
    p = scene.p
    for i in range(event.cue + 1, min(event.cue + REACH, len(p.lower) - 1)):
        if p.sentence[i] != p.sentence[event.cue] or (p.tag[i].startswith("VB") and p.dep[i] not in ("aux", "auxpass")):
            return []
        if p.lower[i] == "in" and (entity := _place_entity(scene, i + 1)) and not scene.countries_in(p.start[i + 1], p.end[i + 1]):
            return [entity]
    return []


def _nested(scene: Scene, grammar: Grammar, prep: int) -> list[tuple[int, int]]:
    """``at the hall in Geneva``, ``in the city of Geneva``."""
    out = []
    for o in grammar.children(prep, "pobj"):
        for inner in grammar.children(o, "prep"):
            if scene.p.lower[inner] in ("in", "of"):
                out += [e for k in grammar.children(inner, "pobj") if (e := _place_entity(scene, k))]
    return out


def _place_entity(scene: Scene, i: int) -> tuple[int, int] | None:
    p = scene.p
    e = p.entity[i]
    if e < 0 or p.entities[e][2] not in PLACES:
        return None
    first, stop, _ = p.entities[e]
    if stop + 1 < len(p.lower) and p.lower[stop] == "," and p.entity[stop + 1] >= 0 and p.entities[p.entity[stop + 1]][2] == "GPE":
        stop = p.entities[p.entity[stop + 1]][1]
    return first, stop


def _dateline(scene: Scene, events: list[Event]) -> Mention | None:
    """The dateline, when the story opens with a signing and says nowhere else where."""
    zone = next((z for z in scene.marked.article.zones if z.kind is ZoneKind.DATELINE), None)
    if zone is None or not events:
        return None
    fresh = [e for e in events if _fresh(scene, e) and scene.paragraph(e.mark.start) <= scene.paragraph(zone.start) + 1]
    if not fresh:
        return None
    text = scene.text[zone.start : zone.end].split(",")[0].split("(")[0].rstrip(" -–—_")
    return scene.marked.mention(zone.start, zone.start + len(text)) if text else None


def _fresh(scene: Scene, event: Event) -> bool:
    """Whether the event is of the days of the story: no date of its own, or one close to the day of publication."""
    published = scene.marked.article.published
    values = [d.value for d in clause_dates(scene, event) if d.value]
    if not values or published is None:
        return True
    return any(v[:7] == published[:7] and (len(v) < DAY_LONG or abs(int(v[8:10]) - int(published[8:10])) <= FRESH_DAYS) for v in values)
