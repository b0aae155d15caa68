"""From clusters to records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pactscan.model import Agreement, AgreementForm, AgreementMention, Confidence
from pactscan.resolve.agreements.dating import dates_of
from pactscan.resolve.agreements.events import Event, EventReader
from pactscan.resolve.agreements.naming import names_of, record_ids
from pactscan.resolve.agreements.parties import PartyFinder
from pactscan.resolve.agreements.places import place_of
from pactscan.resolve.agreements.signatories import SignatoryFinder
from pactscan.resolve.agreements.status import standing

if TYPE_CHECKING:
    from pactscan.resolve.agreements.clusters import Cluster
    from pactscan.resolve.agreements.scene import Scene


class RecordMaker:
    """Makes the records of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.party_finder = PartyFinder(scene)
        self.signatory_finder = SignatoryFinder(scene)

    def records(self, clusters: list[Cluster]) -> tuple[Agreement, ...]:
        """One record a cluster, in the order of the text."""
        self.scene.spans = [(m.start, m.end) for c in clusters for m in c.marks]
        heads = frozenset(self.scene.token(m.head) for c in clusters for m in c.marks)
        self.reader = EventReader(self.scene, heads)
        made = [self._record(c) for c in clusters]
        ids = record_ids([a.name for a in made])
        return tuple(replace(a, id=i) for a, i in zip(made, ids, strict=True))

    def _record(self, cluster: Cluster) -> Agreement:
        scene = self.scene
        events: list[Event] = [e for mark in cluster.marks for e in self.reader.events(mark)]
        name, aliases = names_of(scene.text, cluster)
        stands = standing(scene, cluster, events)
        parties = [f.party for f in self.party_finder.parties(cluster, events)]
        return Agreement(
            id="",
            name=name,
            form=self._form(cluster, name),
            status=stands.status,
            evidence=stands.evidence,
            mentions=tuple(AgreementMention(m.start, m.end, scene.text[m.start : m.end], m.how) for m in cluster.marks),
            aliases=aliases,
            domain=next((m.domain for m in cluster.naming if m.domain), None),
            parties=tuple(sorted(parties, key=lambda p: p.mention.start)),
            signatories=tuple(self.signatory_finder.signatories(events, parties)),
            dates=tuple(dates_of(scene, cluster, events)),
            place=place_of(scene, events),
            confidence=Confidence.LOW,
        )

    def _form(self, cluster: Cluster, name: str) -> AgreementForm:
        return next((m.form for m in cluster.naming if self.scene.text[m.start : m.end].endswith(name)), cluster.naming[0].form)
