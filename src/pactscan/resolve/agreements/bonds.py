"""Which dates of a sentence belong to an event that is told in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from pactscan.model import ZoneKind

if TYPE_CHECKING:
    from pactscan.model import Date
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

DAY, WEEK = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?(?=T|$|TEV)"), re.compile(r"(\d{4})-W(\d\d)")
LONGEST_CLIMB = 8
CLAUSE_MARKS = frozenset({"that", "which", ";", ":", "while", "but"})


class Hold(IntEnum):
    """How a date hangs on a cue, closest first."""

    GOVERNED = 0
    """No other verb stands over the date before the cue."""
    SHARED = 1
    """A verb over the date leads to the cue: *met on Monday and signed*."""
    BESIDE = 2
    """Nothing but words of the clause between the two, wherever the parse hangs the date."""


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """A date that an event may have; the least is the closest."""

    hold: Hold
    gap: int
    """Code points between date and cue."""
    date: Date = field(compare=False)


def bonds_of(scene: Scene, event: Event) -> list[Bond]:
    """Dates of the sentence that the event may have; those inside names of agreements are none."""
    p = scene.p
    first, stop = p.sentences[p.sentence[event.cue]]
    at = p.start[event.cue]
    found = []
    for date in scene.dates_in(*scene.reach(first, stop - 1)):
        token = scene.token(date.mention.start)
        if not usable(date) or token in scene.inside or event.mark.start <= date.mention.start < event.mark.end:
            continue
        if scene.marked.article.in_zone(date.mention.start, ZoneKind.DATELINE):
            continue
        hold = hold_on(scene, event, token)
        if hold is not None:
            found.append(Bond(hold, abs(date.mention.start - at), date))
    return found


def usable(date: Date) -> bool:
    """Whether a date is a day, a month, a week or a year, or one that could not be resolved."""
    return date.type in ("DATE", "TIME") and (date.value is None or bool(DAY.match(date.value) or WEEK.match(date.value)))


def hold_on(scene: Scene, event: Event, at: int) -> Hold | None:
    """How token `at` hangs on the cue of the event, or None."""
    p = scene.p
    cue = event.cue if event.verbal else _verb_over(scene, event.cue)
    i = at
    for _ in range(LONGEST_CLIMB):
        if i == cue:
            return Hold.GOVERNED
        if i != at and p.tag[i].startswith("VB"):
            return _over_another(scene, i, at, cue)
        if p.head[i] == i:
            break
        i = p.head[i]
    return Hold.BESIDE if _side_by_side(scene, at, cue) else None


def _over_another(scene: Scene, verb: int, at: int, cue: int) -> Hold | None:
    """What a date that hangs on another verb is to the cue."""
    p = scene.p
    if p.head[cue] == verb and p.dep[cue] in ("xcomp", "conj", "ccomp") and p.lower[verb] not in ("said", "says"):
        return Hold.SHARED
    if p.dep[cue] in ("relcl", "acl") and at < p.left[cue]:
        return None  # the day of the main clause is not the one of what hangs on its noun
    if p.dep[verb] in ("relcl", "acl") and verb < at and p.head[verb] != cue and not (verb < cue < at):
        return None
    return Hold.BESIDE if _side_by_side(scene, at, cue) else None


def _verb_over(scene: Scene, noun: int) -> int:
    """The verb that governs a noun that tells an event (opened *negotiations*), or the noun."""
    i = noun
    for _ in range(4):
        i = scene.p.head[i]
        if scene.p.tag[i].startswith("VB"):
            return i
    return noun


def _side_by_side(scene: Scene, at: int, cue: int) -> bool:
    """No other verb, clause mark or second half of a series between the two."""
    p = scene.p
    between = range(min(at, cue) + 1, max(at, cue))
    if any(p.lower[i] in CLAUSE_MARKS or (p.dep[i] == "cc" and p.tag[p.head[i]].startswith("VB")) for i in between):
        return False
    return scene.quiet(p.end[min(at, cue)], p.start[max(at, cue)])
