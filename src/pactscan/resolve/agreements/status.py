"""The latest status that the text asserts as fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import modality
from pactscan.marks.agreements import Determiner
from pactscan.model import AgreementStatus, Mention, MentionForm
from pactscan.resolve.agreements.grammar import Force, Grammar

if TYPE_CHECKING:
    from pactscan.model import Date
    from pactscan.resolve.agreements.cluster import Cluster
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

RANK = {
    "referenced": 0, "opened": 0, "welcomed": 0.7, "bound": 0, "runs": 0, "issued": 0.5, "proposed": 1, "sought": 1, "considered": 1,
    "negotiating": 2, "agreed": 3, "initialled": 4, "signed": 5, "ratified": 6, "in_force": 7, "extended": 8, "rejected": 8.5,
    "suspended": 9, "violated": 9, "renegotiating": 9.5, "withdrawn": 10, "terminated": 11,
}  # fmt: skip
BOUND = frozenset({"extended", "in_force", "ratified", "signed"})
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
    if any(e.status in BOUND for e in facts):
        facts = [e for e in facts if e.status != "rejected" or _by_decider(scene, e)]
    if facts:
        best = max(facts, key=lambda e: (RANK[e.status], e.verbal, -e.cue))
        if RANK[best.status] >= 1:
            return _told(scene, best, best.status, "fact")
    return (
        _unasserted(scene, events)
        or _welcomed(scene, cluster, events)
        or _issued(scene, cluster, events)
        or _dated(scene, cluster)
        or _contemplated(scene, cluster)
        or _referenced(scene, cluster)
    )


def _by_decider(scene: Scene, e: Event) -> bool:
    """Whether who rejects what was signed can keep it from binding: a state, its parliament, its voters; not an outsider."""
    grammar = Grammar(scene.p)
    sides = grammar.children(e.cue, "nsubj", "agent")
    if not sides:
        return True
    reaches = [(scene.p.left[i], scene.p.right[i]) for i in sides]
    told = {w for first, last in reaches for w in scene.p.lower[first : last + 1]}
    return bool(told & modality("deciders")) or any(scene.countries_in(*scene.reach(*reach)) for reach in reaches)


def _is_fact(e: Event) -> bool:
    if e.status in ("proposed", "sought", "considered"):
        return False
    if e.force is Force.REFUSED:
        return False
    if e.force is Force.CLAIMED and e.status in ("signed", "agreed", "in_force", "ratified"):
        return e.verbal
    return e.force is Force.FACT and (e.verbal or e.status in NOUN_FACTS)


def _told(scene: Scene, e: Event, status: str, rule: str) -> Standing:
    name = {"renegotiating": "negotiating", "sought": "proposed", "considered": "proposed"}.get(status, status)
    return Standing(AgreementStatus(name), scene.mention(e.cue, max(e.cue, e.last)), e, rule)


def _unasserted(scene: Scene, events: list[Event]) -> Standing | None:
    """What the text only plans, wants, refuses or has under way: the first reading that any event gives."""
    for read in (_refused, _to_be_signed, _under_way, _called_for, _to_be_settled, _planned):
        for e in events:
            told = read(e)
            if told is not None:
                return _told(scene, e, *told)
    return None


def _refused(e: Event) -> tuple[str, str] | None:
    return ("rejected", "refused") if e.force is Force.REFUSED and e.status in ("signed", "ratified", "agreed") else None


def _to_be_signed(e: Event) -> tuple[str, str] | None:
    return ("agreed", "to be signed") if e.status == "signed" and e.force is Force.SETTLED and e.verbal else None


def _under_way(e: Event) -> tuple[str, str] | None:
    if e.status != "negotiating" or e.force is Force.DENIED:
        return None
    if e.force is Force.FACT:
        return "negotiating", "under way"
    known = e.mark.instrument is not None or e.mark.determiner is Determiner.POSSESSIVE
    return None if known else ("proposed", "under way")


def _called_for(e: Event) -> tuple[str, str] | None:
    called_for = e.status in ("proposed", "sought") or (e.status == "considered" and e.mark.determiner is Determiner.INDEFINITE)
    return ("proposed", "called for") if called_for and e.force is not Force.DENIED else None


def _to_be_settled(e: Event) -> tuple[str, str] | None:
    if e.force is Force.SETTLED and e.status in ("agreed", "ratified") and e.verbal:
        return "proposed", "to be settled"
    if e.force is Force.PLAN and e.status == "signed" and e.verbal and e.mark.how is MentionForm.DESCRIPTIVE:
        return "proposed", "to be signed some day"
    return None


def _planned(e: Event) -> tuple[str, str] | None:
    open_ended = e.force in (Force.PLAN, Force.SETTLED, Force.OPEN) and e.mark.determiner is Determiner.INDEFINITE
    return ("proposed", "planned") if open_ended and e.status in ("agreed", "signed") else None


def _welcomed(scene: Scene, cluster: Cluster, events: list[Event]) -> Standing | None:
    """What is hailed, and is no treaty that everybody knows, has just been agreed."""
    told = next((e for e in events if e.status == "welcomed" and e.force is Force.FACT), None)
    return _told(scene, told, "agreed", "welcomed") if told is not None and cluster.instrument is None else None


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
        if any(_past_day(scene, d) for d in scene.dates_in(mark.start, mark.head)):
            return Standing(AgreementStatus.AGREED, scene.marked.mention(mark.start, mark.end), None, "dated")
    return None


def _past_day(scene: Scene, date: Date) -> bool:
    """A day, or a month that owns the noun (last December's accord), that is not to come."""
    if scene.p.lower[scene.token(date.mention.start)] in ("next", "tomorrow"):
        return False
    owns = scene.text[date.mention.end : date.mention.end + 2] in ("'s", "’s") or date.mention.text.endswith(("'s", "’s"))
    return len(date.value or "") >= (MONTH_LONG if owns else DAY_LONG)


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
