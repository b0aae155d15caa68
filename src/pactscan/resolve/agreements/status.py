"""The latest status that the text asserts as fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactscan.marks.agreements import Determiner
from pactscan.model import AgreementStatus, Mention, MentionForm
from pactscan.resolve.agreements.grammar import Force, Grammar

if TYPE_CHECKING:
    from pactscan.resolve.agreements.clusters import Cluster
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

RANK = {
    "referenced": 0, "opened": 0, "bound": 0, "runs": 0, "issued": 0.5, "proposed": 1, "sought": 1, "negotiating": 2, "agreed": 3, "initialled": 4, "signed": 5, "ratified": 6, "in_force": 7,
    "extended": 8, "rejected": 8.5, "suspended": 9, "violated": 9, "renegotiating": 9.5, "withdrawn": 10, "terminated": 11,
}  # fmt: skip
DAY_LONG, MONTH_LONG = len("2001-01-01"), len("2001-01")
NOUN_FACTS = frozenset(
    {
        "negotiating",
        "signed",
        "withdrawn",
        "extended",
        "suspended",
        "agreed",
        "ratified",
        "renegotiating",
        "terminated",
        "rejected",
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, the words that give it, the event behind it, and the name of the rule."""

    status: AgreementStatus
    evidence: Mention
    event: Event | None
    rule: str


def standing(scene: Scene, cluster: Cluster, events: list[Event]) -> Standing:
    """Facts by the order of a treaty's life; without facts, what is planned or under way; else only referenced."""
    facts = [e for e in events if _is_fact(e)]
    if facts:
        best = max(facts, key=lambda e: (RANK[e.status], e.verbal, -e.cue))
        if RANK[best.status] >= 1:
            return _told(scene, best, best.status, "fact")
    return (
        _unasserted(scene, events)
        or _issued(scene, cluster, events)
        or _dated(scene, cluster)
        or _contemplated(scene, cluster)
        or _referenced(scene, cluster)
    )


def _is_fact(e: Event) -> bool:
    if e.status in ("proposed", "sought"):
        return False
    if e.force is Force.REFUSED:
        return False
    if e.force is Force.CLAIMED and e.status in ("signed", "agreed", "in_force", "ratified"):
        return e.verbal
    return e.force is Force.FACT and (e.verbal or e.status in NOUN_FACTS)


def _told(scene: Scene, e: Event, status: str, rule: str) -> Standing:
    name = {"renegotiating": "negotiating", "sought": "proposed"}.get(status, status)
    return Standing(AgreementStatus(name), scene.mention(e.cue, max(e.cue, e.last)), e, rule)


def _unasserted(scene: Scene, events: list[Event]) -> Standing | None:
    for e in events:
        if e.force is Force.REFUSED and e.status in ("signed", "ratified", "agreed"):
            return _told(scene, e, "rejected", "refused")
    for e in events:
        if e.status == "signed" and e.force is Force.SETTLED and e.verbal:
            return _told(scene, e, "agreed", "to be signed")
    for status in ("negotiating", "proposed"):
        for e in events:
            if (e.status == status or (status == "proposed" and e.status == "sought")) and e.force is not Force.DENIED:
                return _told(scene, e, "negotiating" if e.force is Force.FACT and status == "negotiating" else "proposed", "under way")
    for e in events:
        if e.force is Force.SETTLED and e.status in ("agreed", "ratified") and e.verbal:
            return _told(scene, e, "proposed", "to be settled")
        if e.force is Force.PLAN and e.status == "signed" and e.verbal and e.mark.how is MentionForm.DESCRIPTIVE:
            return _told(scene, e, "proposed", "to be signed some day")
    for e in events:
        if e.force in (Force.PLAN, Force.SETTLED, Force.OPEN) and RANK[e.status] in (3, 5) and e.mark.determiner is Determiner.INDEFINITE:
            return _told(scene, e, "proposed", "planned")
    return None


def _issued(scene: Scene, cluster: Cluster, events: list[Event]) -> Standing | None:
    """A joint statement or declaration that was issued is agreed."""
    if cluster.naming[0].form.value not in ("statement", "communique", "declaration"):
        return None
    told = next((e for e in events if e.status == "issued" and e.force is Force.FACT), None)
    if told is not None:
        return _told(scene, told, "agreed", "issued")
    first = cluster.naming[0]
    if first.form.value == "declaration":
        return None
    return Standing(AgreementStatus.AGREED, scene.marked.mention(first.start, first.end), None, "joint statement")


def _dated(scene: Scene, cluster: Cluster) -> Standing | None:
    """``the May 27 agreement``: what has a day has been agreed."""
    for mark in cluster.naming:
        if any(
            d.value
            and len(d.value)
            >= (
                MONTH_LONG
                if scene.text[d.mention.end : d.mention.end + 2] in ("'s", "’s") or d.mention.text.endswith(("'s", "’s"))
                else DAY_LONG
            )
            and scene.p.lower[scene.token(d.mention.start)] not in ("next", "tomorrow")
            for d in scene.dates_in(mark.start, mark.head)
        ):
            return Standing(AgreementStatus.AGREED, scene.marked.mention(mark.start, mark.end), None, "dated")
    return None


def _contemplated(scene: Scene, cluster: Cluster) -> Standing | None:
    """``a durable peace agreement``: an instrument that the text has only in view."""
    first = cluster.naming[0]
    if (
        first.determiner is Determiner.INDEFINITE
        and first.how is MentionForm.DESCRIPTIVE
        and all(m.determiner is not Determiner.DEFINITE for m in cluster.naming)
        and Grammar(scene.p).in_view(scene.token(first.head))
    ):
        return Standing(AgreementStatus.PROPOSED, scene.marked.mention(first.start, first.end), None, "contemplated")
    return None


def _referenced(scene: Scene, cluster: Cluster) -> Standing:
    first = cluster.naming[0]
    return Standing(AgreementStatus.REFERENCED, scene.marked.mention(first.start, first.end), None, "referenced")
