"""When: dates bound to the clause that tells the event, and years in names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactscan.model import AgreementDate, AgreementDateKind, Date, MentionForm
from pactscan.resolve.agreements.bonds import DAY, WEEK, Hold, bonds_of, usable
from pactscan.resolve.agreements.grammar import Force
from pactscan.resolve.agreements.occasions import Occasions

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
YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
YEAR_LONG, MONTH_LONG = len("2001"), len("2001-01")
DATED = frozenset({*KINDS.values(), "extended"})
CONCLUDED = frozenset({"agreed", "initialled", "signed"})


def dates_of(scene: Scene, cluster: Cluster, events: list[Event]) -> list[AgreementDate]:
    """Dates in the order of the text, each kind and value once."""
    dating = Dating(scene, cluster, events)
    rows = sorted(dating.found().values(), key=lambda d: d.mention.start)
    resolved = {d.kind for d in rows if d.value}
    return [d for d in rows if d.value or d.kind not in resolved]


class Dating:
    """Gathers the dates of one instrument: in its names, in the clauses of its events, in sentences beside, in its mentions."""

    def __init__(self, scene: Scene, cluster: Cluster, events: list[Event]) -> None:
        self.scene, self.cluster, self.events = scene, cluster, events
        self.rows: dict[tuple[str, str | None], AgreementDate] = {}
        self.done = {e.status for e in events if e.force is Force.FACT}

    def found(self) -> dict[tuple[str, str | None], AgreementDate]:
        """Dates by kind and value."""
        self._in_names()
        for kind, told in self._bound():
            self._keep("expires" if _until(self.scene, told) else kind, told)
        self._of_occasions()
        self._of_mentions()
        return self.rows

    def _keep(self, kind: str, date: Date) -> None:
        dated = _dated(kind, date)
        if dated is not None:
            self.rows.setdefault((dated.kind, dated.value), dated)

    def _in_names(self) -> None:
        own = {(m.start, m.end) for m in self.cluster.marks}
        inner = [span for span in self.scene.nested if span not in own]
        for mark in self.cluster.naming:
            for date in _named(self.scene, mark, inner):
                self.rows.setdefault((date.kind, date.value), date)

    def _kind(self, event: Event) -> str:
        """An extension is agreed, where the text tells of no other agreeing."""
        if event.status == "extended" and event.verbal and not CONCLUDED & self.done:
            return "agreed"
        if event.status == "terminated" and not event.frame.startswith(("subject", "noun")):
            return event.status  # scrapped, not run out
        return KINDS.get(event.status, event.status)

    def _bound(self) -> list[tuple[str, Date]]:
        """Kinds and dates of the events, in their order; a date that hangs on one event is not told of an event of another kind."""
        rows = [(self._kind(event), bonds_of(self.scene, event), event) for event in self.events]
        owner: dict[int, str] = {}
        for kind, bonds, event in rows:
            for bond in bonds:
                if bond.hold is Hold.GOVERNED and event.force in (Force.FACT, Force.SETTLED):
                    owner.setdefault(bond.date.mention.start, kind)
        told = []
        for kind, bonds, event in rows:
            free = [b for b in bonds if owner.get(b.date.mention.start, kind) == kind]
            if free and kind in DATED and _tells(event, kind):
                told.append((kind, min(free).date))
        return told

    def _of_occasions(self) -> None:
        """The day of the meeting at which it was signed, and days of talks, that the sentences beside tell."""
        occasions = Occasions(self.scene)
        told = {kind for kind, value in self.rows if value}
        for event in self.events:
            kind = self._kind(event)
            day = occasions.day(event) if kind not in told else None
            for date in [*([day] if day else []), *occasions.talks(event)]:
                self._keep(kind, date)

    def _of_mentions(self) -> None:
        """``the Feb. 23 accord``, ``last December's deal``, ``the April pact``: signed, where the text tells of a signing, else agreed."""
        kind = "signed" if "signed" in self.done else "agreed"
        if any(k == kind for k, _ in self.rows):
            return
        for mark in self.cluster.marks:
            for date in self.scene.dates_in(mark.start, mark.head):
                if usable(date) and _of_the_past(self.scene, date):
                    self._keep(kind, date)
                    return


def _tells(event: Event, kind: str) -> bool:
    """Facts are dated; of what is to come only talks and the day on which it runs out."""
    to_come = kind == "talks" or (kind == "expires" and event.frame == "subject")
    return event.force is Force.FACT or (event.force is Force.SETTLED and to_come)


def _until(scene: Scene, date: Date) -> bool:
    """``until 2030``, ``to the end of 1989``: the last day."""
    i = scene.token(date.mention.start)
    before = scene.p.lower[max(0, i - 4) : i]
    return bool({"until", "till", "through"} & set(before)) or before[-4:] == ["to", "the", "end", "of"] or before[-1:] == ["to"]


def _of_the_past(scene: Scene, date: Date) -> bool:
    """A day or a month, or a year that owns the noun (last year's accord), that is not to come; a year alone is a name."""
    if scene.p.lower[scene.token(date.mention.start)] in ("next", "tomorrow", "upcoming"):
        return False
    return len(date.value or "") >= (YEAR_LONG if date_owns(scene, date) else MONTH_LONG)


def date_owns(scene: Scene, date: Date) -> bool:
    """``yesterday's``, ``last December's``."""
    return scene.text[date.mention.end : date.mention.end + 2] in ("'s", "’s") or date.mention.text.endswith(("'s", "’s"))


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


def _dated(kind: str, date: Date) -> AgreementDate | None:
    if kind == "extended":
        return None  # only how long it goes on is dated
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
