"""Whom the text makes party: bound by the name, signing, negotiating, leaving. Hosts, mediators and depositaries are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import modality, party_words, words
from pactscan.lexicon.instruments import instruments
from pactscan.model import AgreementForm, Party
from pactscan.resolve.agreements.grammar import Force
from pactscan.resolve.agreements.named import ENOUGH
from pactscan.resolve.agreements.obligations import MEMBERSHIP, Obligations
from pactscan.resolve.agreements.subjects import BINDING

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark
    from pactscan.resolve.agreements.cluster import Cluster
    from pactscan.resolve.agreements.events import Event

PARTY_STATUSES = frozenset({
    "sought", "in_force", "signed", "agreed", "initialled", "ratified", "negotiating", "renegotiating", "withdrawn", "violated", "rejected",
    "extended", "suspended", "terminated", "issued",
})  # fmt: skip
JOINING = frozenset({"signed", "ratified", "withdrawn", "violated", "initialled", "extended", "suspended", "terminated"})
"""What makes a state party to an instrument of many."""
PRESUPPOSING = frozenset({"withdrawn", "violated", "suspended", "terminated", "extended", "renegotiating"})
"""What only a party can do, so that planning, denying or threatening it tells a party as well."""
LEAVING = frozenset({"withdrawn", "violated", "extended", "suspended"})
UNDONE = frozenset({"negotiating", "sought", "proposed"})
"""What is told of an instrument that nobody can keep or break yet."""
TALKING = frozenset({"agreed", "negotiating", "renegotiating"})
JOINT = (AgreementForm.STATEMENT, AgreementForm.DECLARATION, AgreementForm.COMMUNIQUE)


@dataclass(frozen=True, slots=True)
class Found:
    """A party with the name of the rule that found it."""

    party: Party
    rule: str


class PartyFinder(Obligations):
    """Finds the parties of clusters in one text."""

    def parties(self, cluster: Cluster, events: list[Event]) -> list[Found]:
        """Parties in the order in which the rules find them, each once."""
        found: dict[str, Found] = {}
        many = self._of_many(cluster)
        peaceful = any(m.domain == "peace" or m.form is AgreementForm.CEASEFIRE for m in cluster.naming)
        for mark in cluster.marks:
            self._keep(found, self.of_known(mark) if many else self.in_words(mark), "in the name")
            self._keep(found, self.behind(mark), "between")
        for event in events:
            self._of_acts(found, event, many=many, peaceful=peaceful)
        if not any(e.status in UNDONE for e in events):
            for event in events:
                if event.verbal and (self._complies(event) if many else self._keeps(event)):
                    self._keep(found, self._of_event(event, peaceful), "kept by")
        if not many:
            self._of_use(found, cluster)
        return list(found.values())

    def _of_acts(self, found: dict[str, Found], event: Event, *, many: bool, peaceful: bool) -> None:
        """What the text tells to have been done, or to bind."""
        if event.status == "bound" and (event.force in (Force.FACT, Force.PLAN, Force.SETTLED) or self.p.lower[event.cue] in MEMBERSHIP):
            self._keep(found, self.bound(event.cue), "bound")
        if event.status in (JOINING if many else PARTY_STATUSES) and (self._leaves(event) if many else self._binds(event)):
            told = self._of_event(event, peaceful) if event.verbal else self._of_noun_event(event)
            self._keep(found, told, f"{event.status} by" if event.force is Force.FACT else f"{event.status}, not as a fact, by")

    def _of_use(self, found: dict[str, Found], cluster: Cluster) -> None:
        """What it does to whom, and who does what under it."""
        for mark in cluster.marks:
            self._keep(found, self.obliged(mark), "obliged")
            self._keep(found, self.founders(mark), "founded by")
            self._keep(found, self._joint_speakers(mark), "issued by")
            if not any(m.form in (AgreementForm.CONVENTION, AgreementForm.CHARTER) for m in cluster.naming):
                self._keep(found, self.under(mark), "under")
        for mark in cluster.marks:
            if len(found) < ENOUGH:
                self._keep(found, self.having(mark), "with")
        for mark in cluster.marks:
            if not found:
                self._keep(found, self.shared(mark), "shared by")
            if not found and (mark.form is AgreementForm.CEASEFIRE or mark.domain == "peace"):
                self._keep(found, self.at_war(mark), "at war")

    def _keeps(self, event: Event) -> bool:
        """Respecting it, breaking its terms, being called on to respect it."""
        return event.status == "referenced" and event.frame != "agent_free" and self.p.lower[event.cue] in party_words("keeping")

    def _complies(self, event: Event) -> bool:
        """Complying with an instrument of many, as a fact: what only its parties have to do."""
        return event.status == "referenced" and event.force is Force.FACT and self.p.lower[event.cue] in party_words("complying")

    @staticmethod
    def _of_many(cluster: Cluster) -> bool:
        """A known instrument with more parties than the lexicon lists: its name binds nobody."""
        return cluster.instrument is not None and len(instruments()[cluster.instrument].parties) == 0

    @classmethod
    def _leaves(cls, event: Event) -> bool:
        """Of an instrument of many, only an act; or the plan or threat to leave it, which a party alone can have."""
        return event.force in (Force.FACT, Force.SETTLED) or (event.status in LEAVING and cls._binds(event))

    @staticmethod
    def _binds(event: Event) -> bool:
        if event.status in PRESUPPOSING or event.force in (Force.FACT, Force.SETTLED):
            return True
        if event.force is Force.REFUSED:
            return event.status not in ("signed", "ratified")
        return event.force in (Force.PLAN, Force.CLAIMED) and event.status in ("signed", "agreed", "negotiating")

    def _keep(self, found: dict[str, Found], parties: list[Party], rule: str) -> None:
        for party in parties:
            found.setdefault(party.code or party.name.lower(), Found(party, rule))

    def _of_noun_event(self, event: Event) -> list[Party]:
        """``talks between X and Y on …``, ``X and Y opened talks on …``, ``X's withdrawal from …``."""
        if event.status not in TALKING:
            return self.of_noun(event.cue) if event.status in JOINING else []
        out = [x for c in self.grammar.children(event.cue, "prep") if self.p.lower[c] in BINDING for x in self.listed(c, self.cut(c))]
        i = event.cue
        for _ in range(6):
            i = self.p.head[i]
            if self.grammar.is_verb(i):
                spoken = self.p.lower[i] in words("naming", "saying") or self.p.lower[i] in modality("wanting")
                told = [] if spoken else self.subjects(i)
                if told or self.p.dep[i] != "acl":
                    return out + told
        return out

    def _of_event(self, event: Event, peaceful: bool) -> list[Party]:
        verb = event.cue
        if event.status == "issued":
            return self._issuers(event)
        reduced = self.p.tag[verb] == "VBN" and self.p.dep[verb] == "acl"
        behind = event.mark.start > self.p.start[verb]
        passive = bool(self.grammar.children(verb, "auxpass", "agent")) or (reduced and not behind)
        if event.frame == "agent_free":
            return self.together_with(verb)
        if event.status == "withdrawn" and (objects := self.grammar.children(verb, "dobj")) and event.frame.startswith("prep"):
            return [x for o in objects for x in self.named(self.p.left[o], o)] or self.subjects(verb)
        if event.frame == "state":
            return []
        if event.frame.startswith("subject"):
            return self.together_with(verb) + self._letting(verb)
        if reduced and behind:  # Peru, which opposed it, signed on to the pact
            return self.of_part(self.p.head[verb]) + self.together_with(verb)
        if event.frame == "prep:with":  # complies with the pact: nobody else is with it
            return self.subjects(verb)
        actors = self.agents(verb) if passive else self.subjects(verb)
        if peaceful and actors and not passive:
            actors += self._armed(verb, actors)
        return actors + self.together_with(verb)

    def _letting(self, verb: int) -> list[Party]:
        """``Chile and Peru let the accord lapse``: only a party can."""
        above = self.p.head[verb]
        return self.subjects(above) if self.p.dep[verb] in ("ccomp", "xcomp") and self.p.lower[above] in party_words("letting") else []

    def _issuers(self, event: Event) -> list[Party]:
        """``Leaders of Chile and Peru issued a joint declaration``: two or more, since one alone may be who made it public."""
        if event.mark.form not in JOINT:
            return []
        issuers = self.agents(event.cue) or self.subjects(event.cue)
        return issuers if len(issuers) >= ENOUGH else []

    def _joint_speakers(self, mark: AgreementMark) -> list[Party]:
        """``In a joint communique, Chile and Peru pledged …``: the two or more who say it in it."""
        prep = self.p.head[self.scene.token(mark.head)]
        if mark.form not in JOINT or self.p.lower[prep] != "in" or not self.grammar.is_verb(self.p.head[prep]):
            return []
        speakers = self.subjects(self.p.head[prep])
        return speakers if len({x.code or x.name for x in speakers}) >= ENOUGH else []

    def _armed(self, verb: int, found: list[Party]) -> list[Party]:
        """A body unknown so far that makes peace side by side with a state is a party."""
        subject = self.subject_of(verb)
        out = []
        for noun in self.series(subject) if subject is not None else []:
            first = self.first_capital(noun)
            m = self.scene.mention(min(first, noun), noun)
            if first < noun and self.is_body(first, noun) and not any(x.mention.start < m.end and m.start < x.mention.end for x in found):
                out.append(Party(None, m.text, m))
        return out
