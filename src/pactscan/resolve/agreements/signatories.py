"""Who signed in person: named people, and offices whose holder the text does not name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import party_words
from pactscan.lexicon.titles import office_nouns
from pactscan.model import Actor, ActorKind, Mention, Party, Signatory
from pactscan.resolve.agreements.grammar import Force, Grammar

if TYPE_CHECKING:
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

SIGNING = frozenset({"signed", "initialled"})


class SignatoryFinder:
    """Finds those who signed."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.p = scene, scene.p
        self.grammar = Grammar(scene.p)

    def signatories(self, events: list[Event], parties: list[Party]) -> list[Signatory]:
        """Signatories in the order of the text, each once."""
        out: dict[str, Signatory] = {}
        for event in events:
            if event.status in SIGNING and event.verbal and event.force is Force.FACT:
                signed = [s for first, last in self._signers(event.cue) for s in self._of_stretch(first, last, parties)]
                for s in (*signed, *(self._counterparts(event.cue) if any(s.name for s in signed) else ())):
                    out.setdefault(s.actor or f"{s.role} {s.country}", s)
        return list(out.values())

    def _signers(self, verb: int) -> list[tuple[int, int]]:
        """Token stretches of the subject or of the agent."""
        agents = [
            o for c in self.grammar.children(verb, "agent", "prep") if self.p.lower[c] == "by" for o in self.grammar.children(c, "pobj")
        ]
        if agents:
            return [(self.p.left[o], self._without_clause(o)) for o in agents]
        if self.grammar.children(verb, "auxpass") or (self.p.tag[verb] == "VBN" and self.p.dep[verb] == "acl"):
            return []
        subjects = self.grammar.children(verb, "nsubj")
        if not subjects and self.p.dep[verb] == "conj":
            subjects = self.grammar.children(self.p.head[verb], "nsubj")
        return [self._subject(s, verb) for s in subjects]

    def _counterparts(self, verb: int) -> list[Signatory]:
        """``She signed the pact with Jean Koffi``: who signs with a person."""
        above = (verb, *self.grammar.children(verb, "dobj"))
        preps = [c for i in above for c in self.grammar.children(i, "prep") if self.p.lower[c] == "with"]
        nouns = [o for c in preps for o in self.grammar.children(c, "pobj")]
        named = [pair for o in nouns for pair in self.scene.names_in(*self.scene.reach(self.p.left[o], o))]
        return [self._person(a, m) for a, m in named if a.kind is ActorKind.PERSON and not self._owner(m)]

    def _without_clause(self, noun: int) -> int:
        clauses = [self.p.left[c] for c in self._below(noun) if self.p.dep[c] in ("relcl", "acl") and c > noun]
        return min([self.p.right[noun], *(c - 1 for c in clauses)])

    def _below(self, noun: int) -> list[int]:
        found = list(self.p.children[noun])
        for c in found:
            if self.p.dep[c] in ("conj", "appos"):
                found.extend(self.p.children[c])
        return found

    def _subject(self, subject: int, verb: int) -> tuple[int, int]:
        if self.p.tag[subject] in ("WP", "WDT") and self.p.dep[verb] == "relcl":
            noun = self.p.head[verb]
            return self.p.left[noun], self.p.left[verb] - 1
        last = min(self.p.right[subject], verb - 1) if subject < verb else self.p.right[subject]
        series = self.scene.series_before(verb) if subject < verb else []
        first = min([self.p.left[subject], *(self.scene.token(m.start) for _, m in series)])
        return first, last

    def _of_stretch(self, first: int, last: int, parties: list[Party]) -> list[Signatory]:
        start, end = self.scene.reach(first, last)
        people = [(a, m) for a, m in self.scene.names_in(start, end) if a.kind is ActorKind.PERSON and not self._owner(m)]
        if people:
            return [self._person(a, m) for a, m in people]
        return self._offices(first, last, parties)

    def _owner(self, m: Mention) -> bool:
        return self.scene.text[m.end : m.end + 2] in ("'s", "’s")

    @staticmethod
    def _person(actor: Actor, mention: Mention) -> Signatory:
        return Signatory(actor.name, actor.role, actor.country, actor.id, mention)

    def _offices(self, first: int, last: int, parties: list[Party]) -> list[Signatory]:
        """``each country's defence ministers``: one office for each party, its holder where the text names one."""
        said = self.p.lower[first : last + 1]
        nouns = [i for i in range(first, last + 1) if self._office(self.p.lower[i])]
        if not nouns or not set(said) & party_words("each"):
            return []
        noun = nouns[-1]
        begin = noun
        while begin > first and self.p.tag[begin - 1] in ("NN", "JJ", "NNP", "HYPH") and self.p.lower[begin - 1] not in party_words("each"):
            begin -= 1
        mention = self.scene.mention(begin, noun)
        role = mention.text.removesuffix("s")
        return [self._holder(role, party, mention) for party in parties]

    @staticmethod
    def _office(word: str) -> bool:
        return word in office_nouns() or word.removesuffix("s") in office_nouns()

    def _holder(self, role: str, party: Party, mention: Mention) -> Signatory:
        wanted = set(role.lower().split())
        for actor in self.scene.cast.actors:
            if actor.kind is ActorKind.PERSON and actor.country == party.code and actor.role and wanted <= set(actor.role.lower().split()):
                return Signatory(actor.name, actor.role, actor.country, actor.id, mention)
        return Signatory(None, role, party.code, None, mention)
