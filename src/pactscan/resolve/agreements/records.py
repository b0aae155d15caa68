"""From clusters to records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pactscan.lexicon.countries import countries, name_of
from pactscan.model import Agreement, AgreementForm, AgreementMention, AgreementStatus, MentionForm, Party
from pactscan.resolve.agreements.confidence import confidence_of
from pactscan.resolve.agreements.dating import dates_of
from pactscan.resolve.agreements.events import EventReader
from pactscan.resolve.agreements.naming import names_of, record_ids
from pactscan.resolve.agreements.parties import PartyFinder
from pactscan.resolve.agreements.places import place_of
from pactscan.resolve.agreements.signatories import SignatoryFinder
from pactscan.resolve.agreements.status import standing
from pactscan.resolve.agreements.unions import one_instrument

if TYPE_CHECKING:
    from pactscan.resolve.agreements.cluster import Cluster
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.parties import Found
    from pactscan.resolve.agreements.scene import Scene
    from pactscan.resolve.agreements.status import Standing


OWN_ACTS = frozenset({"initialled", "ratified", "rejected", "signed", "suspended", "violated", "withdrawn"})
"""What one party can do by itself."""


@dataclass
class Draft:
    """What a cluster is known to be before it becomes a record; the rules that gave the values come along."""

    cluster: Cluster
    events: list[Event]
    standing: Standing
    parties: list[Found]


class RecordMaker:
    """Makes the records of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.party_finder = PartyFinder(scene)
        self.signatory_finder = SignatoryFinder(scene)

    def records(self, clusters: list[Cluster]) -> tuple[Agreement, ...]:
        """One record an instrument, in the order of the text."""
        return tuple(agreement for agreement, _ in self.made(clusters))

    def made(self, clusters: list[Cluster]) -> list[tuple[Agreement, Draft]]:
        """The records, each with the draft that it was made of."""
        drafts = self.drafts(clusters)
        made = [self._record(draft) for draft in drafts]
        ids = record_ids([a.name for a in made])
        return [(replace(a, id=i), draft) for a, i, draft in zip(made, ids, drafts, strict=True)]

    def drafts(self, clusters: list[Cluster]) -> list[Draft]:
        """Drafts of the clusters; those that turn out to bind the same parties to the same thing are joined."""
        self._place_marks(clusters)
        heads = frozenset(self.scene.token(m.head) for c in clusters for m in c.marks)
        self.reader = EventReader(self.scene, heads)
        drafts: list[Draft] = []
        for draft in (self._draft(c) for c in clusters):
            twin = next((d for d in drafts if one_instrument(d, draft)), None)
            if twin is None:
                drafts.append(draft)
            else:
                drafts[drafts.index(twin)] = self._draft(twin.cluster.joined(draft.cluster))
        return drafts

    def _place_marks(self, clusters: list[Cluster]) -> None:
        """Tell the scene which tokens are in marks, and which marks in marks."""
        spans = sorted({(m.start, -m.end) for c in clusters for m in c.marks})
        reach = -1
        for start, minus_end in spans:
            if -minus_end <= reach:
                self.scene.nested.append((start, -minus_end))
            reach = max(reach, -minus_end)
            self.scene.inside.update(range(self.scene.token(start), self.scene.token(-minus_end - 1) + 1))

    def _draft(self, cluster: Cluster) -> Draft:
        events = [e for mark in cluster.marks for e in self.reader.events(mark)]
        return Draft(cluster, events, standing(self.scene, cluster, events), self.party_finder.parties(cluster, events))

    def _record(self, draft: Draft) -> Agreement:
        scene, cluster, events = self.scene, draft.cluster, draft.events
        name, aliases = names_of(scene.text, cluster)
        parties = [self._with_status(f, draft.standing.status) for f in draft.parties]
        return Agreement(
            id="",
            name=name,
            form=self._form(cluster, name),
            status=draft.standing.status,
            evidence=draft.standing.evidence,
            mentions=tuple(AgreementMention(m.start, m.end, scene.text[m.start : m.end], m.how) for m in cluster.marks),
            aliases=aliases,
            domain=next((m.domain for m in cluster.naming if m.domain), None),
            parties=tuple(sorted(parties, key=lambda p: p.mention.start)),
            signatories=tuple(self.signatory_finder.signatories(events, parties)),
            dates=tuple(dates_of(scene, cluster, events)),
            place=place_of(scene, events),
            confidence=confidence_of(draft, scene),
        )

    @staticmethod
    def _with_status(found: Found, status: AgreementStatus) -> Party:
        """The party by its own name, with what it did where the instrument stands elsewhere (withdrew from what others ratified)."""
        party = found.party
        if party.code in countries():
            party = replace(party, name=name_of(party.code))
        did = found.rule.removesuffix(" by")  # what is only planned or alleged has another rule
        if did == found.rule or did not in OWN_ACTS or did == status.value:
            return party
        return replace(party, status=AgreementStatus(did))

    def _form(self, cluster: Cluster, name: str) -> AgreementForm:
        """By the head word of the name; a name without one takes the word that the text has for it."""
        named = [m for m in cluster.naming if " ".join(self.scene.text[m.start : m.end].split()).endswith(name)]
        renamed = {m.renames for m in named if m.how is MentionForm.ACRONYM}
        described = [m for m in cluster.naming if m.start in renamed]
        form = (described or named or cluster.naming)[0].form
        if form is AgreementForm.OTHER:
            return next((m.form for m in cluster.naming if m.form is not AgreementForm.OTHER), form)
        return form
