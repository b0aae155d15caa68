"""How sure a record is. Right means: it is an agreement, and its name, its status and its parties are those of a careful reader.

high: the text calls it by one name, longer or shorter; it tells two or more parties by its name, by a list or by an act; and a verb
tells the status as a fact, or nothing happens to it at all. Or it is a known instrument of many states, none of them told as party.
medium: two or more parties without the rest, or a known instrument. low: no party told, status from a plan or from silence.
Measured shares stand in docs/agreements.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import party_words
from pactscan.lexicon.instruments import instruments
from pactscan.marks.agreements import Determiner
from pactscan.model import AgreementForm, AgreementStatus, Confidence, MentionForm

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark
    from pactscan.resolve.agreements.cluster import Cluster
    from pactscan.resolve.agreements.records import Draft
    from pactscan.resolve.agreements.scene import Scene

PARTIAL = frozenset({"under", "obliged", "kept by", "bound"})
"""Rules that tell one side of an agreement and leave the other open."""
NAMING = frozenset({"in the name", "between", "with", "founded by"})
"""Rules that tell all whom the words around the name bind."""
FIRM = frozenset(
    {AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.NEGOTIATING, AgreementStatus.EXTENDED, AgreementStatus.WITHDRAWN}
)
AS_A_WHOLE = frozenset({AgreementStatus.REFERENCED, AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.EXTENDED})
"""Where an instrument of many stands without any one of them."""
OF_MANY = frozenset(
    {AgreementForm.AGREEMENT, AgreementForm.CHARTER, AgreementForm.CONVENTION, AgreementForm.PROTOCOL, AgreementForm.TREATY}
)
ENOUGH = 2


def confidence_of(draft: Draft, scene: Scene) -> Confidence:
    """The class of a record."""
    told = len(draft.parties) >= ENOUGH
    known = draft.cluster.instrument is not None
    if (told and _one_name(draft.cluster) and (_done(draft) or _only_named(draft, scene))) or _of_all(draft):
        return Confidence.HIGH
    if told or (known and (draft.parties or draft.standing.status is AgreementStatus.REFERENCED)):
        return Confidence.MEDIUM
    return Confidence.LOW


def _done(draft: Draft) -> bool:
    """A fact tells the status, and rules that leave no side open tell the parties."""
    if draft.standing.rule != "fact" or draft.standing.status not in FIRM:
        return False
    return not {f.rule for f in draft.parties} <= PARTIAL


def _only_named(draft: Draft, scene: Scene) -> bool:
    """Nothing is told of it but whom it binds; *a* treaty that somebody does something to may not exist yet (mulls a treaty)."""
    if draft.standing.rule != "referenced" or not {f.rule for f in draft.parties} <= NAMING:
        return False
    return not any(m.determiner is Determiner.INDEFINITE and _acted_on(m, scene) for m in draft.cluster.naming)


def _acted_on(mark: AgreementMark, scene: Scene) -> bool:
    head = scene.token(mark.head)
    return scene.p.dep[head] == "dobj" and scene.p.lower[scene.p.head[head]] not in party_words("having")


def _of_all(draft: Draft) -> bool:
    """A known instrument of many, called by its name, that is only mentioned, or signed, extended or in force as a whole."""
    known = instruments().get(draft.cluster.instrument or "")
    if known is None or known.parties or draft.parties or all(m.how is MentionForm.ACRONYM for m in draft.cluster.naming):
        return False
    settled = draft.standing.rule in ("fact", "referenced") and draft.standing.status in AS_A_WHOLE
    return settled and draft.cluster.naming[0].form in OF_MANY


def _one_name(cluster: Cluster) -> bool:
    """Whether the text calls it by one name, longer or shorter; a bare head is no name."""
    rows = zip(cluster.marks, cluster.senses, strict=True)
    names = {sense.core for mark, sense in rows if mark.how in (MentionForm.NAME, MentionForm.DESCRIPTIVE) and sense.core}
    return cluster.instrument is not None or (bool(names) and all(name <= max(names, key=len) for name in names))
