"""When: dates bound to the clause that tells the event, and years in names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactscan.model import AgreementDate, AgreementDateKind, Date, MentionForm
from pactscan.resolve.agreements.grammar import Force

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark
    from pactscan.resolve.agreements.cluster import Cluster
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

KINDS = {
    "signed": "signed", "agreed": "agreed", "initialled": "agreed", "in_force": "in_force", "ratified": "ratified",
    "withdrawn": "withdrawn",
    "terminated": "expires", "runs": "expires", "opened": "signed", "negotiating": "talks", "renegotiating": "talks",
}  # fmt: skip
DAY, WEEK = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?(?=T|$|TEV)"), re.compile(r"(\d{4})-W(\d\d)")
YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
DAY_LONG, MONTH_LONG = len("2001-01-01"), len("2001-01")
NEAR = 60
"""Characters between an event and a date that no clause joins."""


def dates_of(scene: Scene, cluster: Cluster, events: list[Event]) -> list[AgreementDate]:
    """Dates in the order of the text, each kind and value once."""
    found: dict[tuple[str, str | None], AgreementDate] = {}
    own = {(m.start, m.end) for m in cluster.marks}
    inner = [span for span in scene.nested if span not in own]
    for mark in cluster.naming:
        for date in _named(scene, mark, inner):
            found.setdefault((date.kind, date.value), date)
    for event in events:
        kind = KINDS.get(event.status) or ("extended" if event.status == "extended" else None)
        if kind and _tells(event, kind):
            for told in clause_dates(scene, event):
                dated = _dated("expires" if _until(scene, told) else kind, told)
                if dated is not None:
                    found.setdefault((dated.kind, dated.value), dated)
    _of_mentions(scene, cluster, events, found)
    rows = sorted(found.values(), key=lambda d: d.mention.start)
    resolved = {d.kind for d in rows if d.value}
    return [d for d in rows if d.value or d.kind not in resolved]


def _tells(event: Event, kind: str) -> bool:
    """Facts are dated; of what is to come only talks and the day on which it runs out."""
    to_come = kind == "talks" or (kind == "expires" and event.frame == "subject")
    return event.force is Force.FACT or (event.force is Force.SETTLED and to_come)


def _until(scene: Scene, date: Date) -> bool:
    """``until 2030``, ``to the end of 1989``: the last day."""
    i = scene.token(date.mention.start)
    before = scene.p.lower[max(0, i - 4) : i]
    return bool({"until", "till", "through"} & set(before)) or before[-4:] == ["to", "the", "end", "of"] or before[-1:] == ["to"]


def _of_mentions(scene: Scene, cluster: Cluster, events: list[Event], found: dict[tuple[str, str | None], AgreementDate]) -> None:
    """``the Feb. 23 accord``, ``yesterday's deal``: the day of signing where the text tells of one, else of agreement."""
    done = {e.status for e in events if e.force is Force.FACT}
    kind = "signed" if "signed" in done else "agreed"
    if any(k == kind for k, _ in found):
        return
    for mark in cluster.marks:
        for date in scene.dates_in(mark.start, mark.head):
            dated = _dated(kind, date) if _usable(date) and len(date.value or "") >= DAY_LONG else None
            if dated is not None:
                found.setdefault((dated.kind, dated.value), dated)
                return


def _named(scene: Scene, mark: AgreementMark, inner: list[tuple[int, int]]) -> list[AgreementDate]:
    if mark.how not in (MentionForm.NAME, MentionForm.ACRONYM, MentionForm.DESCRIPTIVE):
        return []
    out = []
    for m in YEAR.finditer(scene.text, mark.start, mark.end):
        if any(mark.start < s <= m.start() < e <= mark.end for s, e in inner):
            continue
        mention = scene.marked.mention(mark.start + m.start() - mark.start, m.end())
        month = next(
            (d for d in scene.dates_in(mark.start, mark.end) if d.value and len(d.value) == MONTH_LONG and d.value.startswith(m[0])), None
        )
        out.append(AgreementDate(AgreementDateKind.NAMED, month.value if month else m[0], month.mention if month else mention))
    return out


def clause_dates(scene: Scene, event: Event) -> list[Date]:
    """Dates in the clause of the event; the nearest one to its cue when there are several."""
    p = scene.p
    first, stop = p.sentences[p.sentence[event.cue]]
    start, end = scene.reach(first, stop - 1)
    at = p.start[event.cue]
    near = [d for d in scene.dates_in(start, end) if _usable(d) and _same_clause(scene, event, d)]
    near = [d for d in near if d.mention.end <= event.mark.start or event.mark.end <= d.mention.start]
    return [min(near, key=lambda d: abs(d.mention.start - at))] if near else []


def _usable(date: Date) -> bool:
    if date.type not in ("DATE", "TIME"):
        return False
    return date.value is None or bool(DAY.match(date.value) or WEEK.match(date.value))


def _same_clause(scene: Scene, event: Event, date: Date) -> bool:
    """Whether no other verb stands over the date before the event's, or none between the two."""
    p = scene.p
    at = scene.token(date.mention.start)
    i = at
    cue = event.cue if event.verbal else _verb_over(scene, event.cue)
    for _ in range(8):
        if i == cue:
            return True
        if i != at and p.tag[i].startswith("VB"):
            return _leads_to(scene, i, cue) or _side_by_side(scene, at, cue)
        if p.head[i] == i:
            break
        i = p.head[i]
    return _side_by_side(scene, at, cue)


def _verb_over(scene: Scene, noun: int) -> int:
    """The verb that governs a noun that tells an event (opened *negotiations*), or the noun."""
    i = noun
    for _ in range(4):
        i = scene.p.head[i]
        if scene.p.tag[i].startswith("VB"):
            return i
    return noun


def _leads_to(scene: Scene, verb: int, cue: int) -> bool:
    p = scene.p
    return p.head[cue] == verb and p.dep[cue] in ("xcomp", "conj", "ccomp") and p.lower[verb] not in ("said", "says")


def _side_by_side(scene: Scene, at: int, cue: int) -> bool:
    """No other verb, clause mark or second half of a series between the two."""
    p = scene.p
    if any(p.dep[i] == "cc" and p.tag[p.head[i]].startswith("VB") for i in range(min(at, cue) + 1, max(at, cue))):
        return False
    between = range(min(at, cue) + 1, max(at, cue))
    if any(p.lower[i] in ("that", "which", ";", ":", "while", "but") for i in between):
        return False
    return scene.quiet(p.end[min(at, cue)], p.start[max(at, cue)])


def _dated(kind: str, date: Date) -> AgreementDate | None:
    if kind == "extended":
        return None
    value = _value(date.value) if date.value else None
    if date.value and value is None:
        return None
    return AgreementDate(AgreementDateKind(kind), value, date.mention, date.reason if value is None else None)


def _value(timex: str) -> str | None:
    week = WEEK.match(timex)
    if week:
        return _month_of_week(int(week[1]), int(week[2]))
    day = DAY.match(timex)
    return "".join(part or "" for part in day.groups()) if day else None


def _month_of_week(year: int, week: int) -> str:
    """The month that holds the Thursday of the ISO week."""
    from datetime import date

    try:
        return date.fromisocalendar(year, week, 4).isoformat()[:7]
    except ValueError:
        return str(year)
