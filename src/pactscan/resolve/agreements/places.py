"""Where it was signed or agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pactscan.lexicon.countries import code_of_seat
from pactscan.model import Mention, ZoneKind
from pactscan.resolve.agreements.bonds import bonds_of
from pactscan.resolve.agreements.grammar import Force, Grammar
from pactscan.resolve.agreements.occasions import Occasions

if TYPE_CHECKING:
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

CONCLUDING = ("extended", "opened", "agreed", "initialled", "signed")
YEAR_LONG, DAY_LONG, FRESH_DAYS = 4, 10, 3
OPENING = 3
"""Sentences behind the one of the dateline within which a dated signing is the news."""
REACH = 25
PLACES = frozenset({"GPE", "LOC", "FAC"})


def place_of(scene: Scene, events: list[Event]) -> Mention | None:
    """The place in the clause of the first concluding event that has one; else of the meeting around it; else the dateline."""
    concluding = [e for e in events if e.status in CONCLUDING and e.force is Force.FACT and (e.verbal or e.status != "extended")]
    concluding.sort(key=lambda e: -CONCLUDING.index(e.status))
    for read in (_in_clause, _of_occasion):
        for event in concluding:
            place = read(scene, event)
            if place is not None:
                return place
    return _dateline(scene, [e for e in concluding if e.status != "extended"])


def _of_occasion(scene: Scene, event: Event) -> Mention | None:
    """``met in Lima on Tuesday. They signed …``: where the meeting was."""
    for token in Occasions(scene).venues(event):
        entity = _town(scene, token)
        if entity is not None:
            return scene.mention(entity[0], entity[1] - 1)
    return None


def _town(scene: Scene, i: int) -> tuple[int, int] | None:
    """A town, or the town behind a building: ``at the Blue Hall in Geneva``."""
    entity = _place_entity(scene, i)
    inner = [e for prep in Grammar(scene.p).children(i, "prep") for e in _nested_in(scene, prep)]
    if inner and (entity is None or scene.p.entities[scene.p.entity[entity[0]]][2] != "GPE"):
        return inner[0]
    return entity


def _in_clause(scene: Scene, event: Event) -> Mention | None:
    p, grammar = scene.p, Grammar(scene.p)
    found: list[tuple[int, int]] = []
    todo = [event.cue, *grammar.children(event.cue, "dobj", "conj")]
    for i in todo:
        for prep in grammar.children(i, "prep"):
            if p.lower[prep] in ("in", "at"):
                found += [e for o in grammar.children(prep, "pobj") if (e := _place_entity(scene, o))]
                found += [e for o in grammar.children(prep, "pobj") for k in grammar.children(o, "prep") for e in _nested_in(scene, k)]
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
        if (
            p.lower[i] == "in"
            and i not in scene.inside
            and not p.dep[p.head[i]].startswith("nsubj")
            and (entity := _place_entity(scene, i + 1))
            and not scene.countries_in(p.start[i + 1], p.end[i + 1])
        ):
            return [entity]
    return []


def _nested_in(scene: Scene, prep: int) -> list[tuple[int, int]]:
    """``at the hall in Geneva``, ``in the city of Geneva``."""
    if scene.p.lower[prep] not in ("in", "of"):
        return []
    return [e for o in Grammar(scene.p).children(prep, "pobj") if (e := _place_entity(scene, o))]


def _place_entity(scene: Scene, i: int) -> tuple[int, int] | None:
    """First token and the one after the last of the place at token `i`, its state or country behind a comma included."""
    p = scene.p
    e = p.entity[i]
    if e < 0 or p.entities[e][2] not in PLACES:
        return (i, i + 1) if code_of_seat(scene.text[p.start[i] : p.end[i]]) and p.lower[i - 1] in ("at", "in") else None
    first, stop, _ = p.entities[e]
    if stop + 1 < len(p.lower) and p.lower[stop] == "," and p.entity[stop + 1] >= 0 and p.entities[p.entity[stop + 1]][2] == "GPE":
        stop = p.entities[p.entity[stop + 1]][1]
    return first, stop


def _dateline(scene: Scene, events: list[Event]) -> Mention | None:
    """The dateline, when the story opens with a signing and says nowhere else where."""
    zone = next((z for z in scene.marked.article.zones if z.kind is ZoneKind.DATELINE), None)
    if zone is None:
        return None
    opening = scene.p.sentence[scene.token(max(zone.start, zone.end - 1))]
    if not any(_is_the_news(scene, e, opening) for e in events):
        return None
    text = scene.text[zone.start : zone.end].split(",")[0].split("(")[0].rstrip(" -–—_")
    return scene.marked.mention(zone.start, zone.start + len(text)) if text else None


def _is_the_news(scene: Scene, event: Event, opening: int) -> bool:
    """Whether a main clause at the start of the story tells the event, as one of these days; undated only in the first sentence."""
    p = scene.p
    after = p.sentence[event.cue] - opening
    if not 0 <= after <= OPENING or not _in_main_clause(scene, event.cue):
        return False
    bonds = sorted(b for b in bonds_of(scene, event) if b.date.value)
    if not bonds:
        return after <= 1 and not any(p.lower[c] == "had" for c in p.children[event.cue])
    return _close(bonds[0].date.value or "", scene.marked.article.published)


def _in_main_clause(scene: Scene, verb: int) -> bool:
    """The main verb, one joined to it, or what somebody says."""
    p = scene.p
    while p.head[verb] != verb and p.dep[verb] in ("ccomp", "conj"):
        verb = p.head[verb]
    return p.head[verb] == verb


def _close(value: str, published: str | None) -> bool:
    """Within some days of publication; a month only when it is the month of publication."""
    if published is None:
        return True
    if len(value) < DAY_LONG:
        return value == published[: len(value)] and len(value) > YEAR_LONG
    return abs((date.fromisoformat(value[:DAY_LONG]) - date.fromisoformat(published[:DAY_LONG])).days) <= FRESH_DAYS
