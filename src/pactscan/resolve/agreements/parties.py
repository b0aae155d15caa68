"""Whom the text makes party: bound by the name, signing, negotiating, leaving. Hosts, mediators and depositaries are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import modality, words
from pactscan.lexicon.instruments import instruments
from pactscan.marks.agreements import Determiner
from pactscan.model import AgreementForm, MentionForm, Party
from pactscan.resolve.agreements.grammar import Force
from pactscan.resolve.agreements.named import ENOUGH
from pactscan.resolve.agreements.referents import Referents

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark
    from pactscan.resolve.agreements.cluster import Cluster
    from pactscan.resolve.agreements.events import Event

BINDING = frozenset({"between", "among", "with"})
PARTY_STATUSES = frozenset({
    "sought", "in_force", "signed", "agreed", "initialled", "ratified", "negotiating", "renegotiating", "withdrawn", "violated", "rejected",
    "extended", "suspended", "terminated",
})  # fmt: skip
JOINING = frozenset({"signed", "ratified", "withdrawn", "violated", "rejected", "initialled", "extended", "suspended", "terminated"})
"""What makes a state party to an instrument of many."""
CLIMB = 8
HEADLINE_REACH = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A party with the name of the rule that found it."""

    party: Party
    rule: str


class PartyFinder(Referents):
    """Finds the parties of clusters in one text."""

    def parties(self, cluster: Cluster, events: list[Event]) -> list[Found]:
        """Parties in the order in which the rules find them, each once."""
        found: dict[str, Found] = {}
        many = self._of_many(cluster)
        peaceful = any(m.domain == "peace" or m.form is AgreementForm.CEASEFIRE for m in cluster.naming)
        for mark in cluster.marks:
            self._keep(found, self._possessor(self.scene.token(mark.start)) if many else self._in_words(mark), "in the name")
            self._keep(found, self._behind(mark), "between")
        for event in events:
            if event.status == "bound" and event.force in (Force.FACT, Force.PLAN, Force.SETTLED):
                self._keep(found, self._bound(event.cue), "bound")
            if event.status in (JOINING if many else PARTY_STATUSES) and self._binds(event):
                told = self._of_event(event, peaceful) if event.verbal else self._of_talks(event)
                self._keep(found, told, f"{event.status} by")
        if not many:
            for mark in cluster.marks:
                if len(found) < ENOUGH:
                    self._keep(found, self._around(mark), "with")
        if not many and not peaceful and self._two_sided(cluster) and not self._internal(cluster):
            self._keep(found, self._story_pair(cluster, found), "story pair")
        return list(found.values())

    @staticmethod
    def _two_sided(cluster: Cluster) -> bool:
        """Nothing in its names says that it has many parties."""
        if any(words("parties", "many") & set(m.modifiers) for m in cluster.naming):
            return False
        return not any(m.how is MentionForm.NAME and "-" in " ".join(m.modifiers) for m in cluster.naming)

    def _internal(self, cluster: Cluster) -> bool:
        """``peace agreement in Yemen``: between those in a country."""
        return any(" in " in self.scene.text[m.head : m.end] for m in cluster.naming)

    def _story_pair(self, cluster: Cluster, found: dict[str, Found]) -> list[Party]:
        """The two states that the story is about, where a paragraph that speaks of the agreement names both.

        Only where at most one party is told, and it is one of them: a guess from the story, never rated above low.
        """
        pair = self.scene.main_pair
        if len(found) > 1 or not pair or not set(found) <= set(pair) or not self._named_beside(cluster, pair):
            return []
        known = instruments()[cluster.instrument].parties if cluster.instrument else pair
        if not set(pair) <= set(known) or (found and self._others_beside(cluster, pair)):
            return []
        start = cluster.marks[0].start
        mentions = [(code, self.scene.nearest_mention(code, start)) for code in pair if code not in found]
        return [Party(code, m.text, m) for code, m in mentions]

    def _named_beside(self, cluster: Cluster, pair: tuple[str, ...]) -> bool:
        """Whether the paragraph of a mention names both."""
        for paragraph in dict.fromkeys(self.scene.paragraph(m.start) for m in cluster.marks):
            stretch = self.scene.marked.paragraphs[paragraph]
            first, last = self.scene.token(stretch.start), self.scene.token(max(stretch.start, stretch.end - 1))
            if set(pair) <= {party.code for party in self.named(first, last, people=True)}:
                return True
        return False

    def _others_beside(self, cluster: Cluster, pair: tuple[str, ...]) -> bool:
        """Whether sentences of the mentions name a party outside the pair, which may then be the other one."""
        for mark in cluster.naming:
            first, stop = self.p.sentences[self.p.sentence[self.scene.token(mark.start)]]
            if any((x.code or x.name) not in pair for x in self.named(first, stop - 1)):
                return True
        return False

    def _bound(self, noun: int) -> list[Party]:
        """``Peru's obligations under …``, ``Chad, a party to …``, ``Spain reaffirmed its commitment to …``: whom the noun speaks of."""
        owners = self.grammar.children(noun, "poss")
        if owners and self.p.tag[owners[0]] != "PRP$":
            return self.named(self.p.left[owners[0]], owners[0])
        if self.p.dep[noun] == "appos":
            return self.of_part(self.p.head[noun])
        if beside := self.grammar.children(noun, "appos"):
            return self.of_part(beside[0])
        if self.p.dep[noun] == "attr" or (
            self.p.dep[noun] == "dobj" and self.p.lower[noun] in ("member", "members", "parties", "party", "signatories")
        ):
            return self._subjects(self.p.head[noun])
        if owners or self.p.dep[noun] in ("dobj", "pobj"):
            return self._subject_around(noun) if owners else []
        return []

    @staticmethod
    def _of_many(cluster: Cluster) -> bool:
        """A known instrument with more parties than the lexicon lists: its name binds nobody."""
        return cluster.instrument is not None and len(instruments()[cluster.instrument].parties) == 0

    @staticmethod
    def _binds(event: Event) -> bool:
        return event.force in (Force.FACT, Force.SETTLED, Force.REFUSED) or (
            event.force is Force.PLAN and event.status in ("signed", "agreed", "negotiating")
        )

    def _keep(self, found: dict[str, Found], parties: list[Party], rule: str) -> None:
        for party in parties:
            found.setdefault(party.code or party.name.lower(), Found(party, rule))

    def _in_words(self, mark: AgreementMark) -> list[Party]:
        first, last, head = self.scene.token(mark.start), self.scene.token(mark.end - 1), self.scene.token(mark.head)
        out = self.named(first, head - 1)
        if mark.form in (AgreementForm.CONVENTION, AgreementForm.PROTOCOL, AgreementForm.CHARTER):
            out = [x for x in out if x.code != "UN"]
        if mark.form is AgreementForm.CEASEFIRE and len(out) == 1:
            out = []
        bound = next((i for i in range(head + 1, last + 1) if self.p.lower[i] in BINDING), None)
        if bound is not None:
            out += self.listed(bound, last)
        return out + self._possessor(first)

    def _behind(self, mark: AgreementMark) -> list[Party]:
        """``the Elysee Treaty between …``: right behind a name; ``…, which binds …``."""
        i = self.scene.token(mark.end - 1) + 1
        if i < len(self.p.lower) and self.p.lower[i] in BINDING and self.p.tag[i] == "IN":
            return self.listed(i, self.cut(i))
        for verb, frame in self.grammar.relative_after(i - 1):
            if frame == "subject" and self.p.lower[verb] in ("binds", "bound", "binding", "joins", "links", "linked", "unites", "united"):
                return [x for o in self.grammar.children(verb, "dobj") for x in self.people_of(o)]
        return []

    def _of_talks(self, event: Event) -> list[Party]:
        """``talks between X and Y on …``, ``X and Y opened talks on …``."""
        if event.status not in ("agreed", "negotiating", "renegotiating"):
            return []
        out = [x for c in self.grammar.children(event.cue, "prep") if self.p.lower[c] in BINDING for x in self.listed(c, self.cut(c))]
        i = event.cue
        for _ in range(6):
            i = self.p.head[i]
            if self.grammar.is_verb(i):
                return out + (
                    [] if self.p.lower[i] in words("naming", "saying") or self.p.lower[i] in modality("wanting") else self._subjects(i)
                )
        return out

    def _possessor(self, first: int) -> list[Party]:
        if first and self.p.lower[first - 1] in ("our", "my"):
            return self.speaker(first - 1)
        if first and self.p.lower[first - 1] == "their":
            return self.series_in_sentence(first - 1) or self.pair_before(first - 1)
        if first and self.p.tag[first - 1] == "POS":
            return self.named(self.p.left[first - 2] if first > 1 else 0, first - 2)
        return []

    def _around(self, mark: AgreementMark) -> list[Party]:
        """Complements outside the mention (``the deal, signed with Oman``) and ``X has a treaty with Y``."""
        head = self.scene.token(mark.head)
        if mark.how is MentionForm.ANAPHOR:
            return []
        for verb, frame in self.grammar.governors(head):
            if frame == "object" and self.p.lower[verb] in ("has", "have", "had", "having") and self.grammar.force(verb) is Force.FACT:
                return self._subjects(verb)
        last = self.scene.token(mark.end - 1)
        if {"with"} & set(self.p.lower[head + 1 : last + 1]) or mark.determiner is Determiner.POSSESSIVE:
            return self._subject_around(head)
        return []

    def _subject_around(self, i: int) -> list[Party]:
        """``X hopes for a deal with Y``: the subject of the nearest verb above that names one."""
        for _ in range(CLIMB):
            if self.p.head[i] == i:
                return []
            i = self.p.head[i]
            if self.grammar.is_verb(i) and self.grammar.children(i, "nsubj"):
                return [] if self.p.lower[i] in modality("hailing") else self._subjects(i)
        return []

    def _of_event(self, event: Event, peaceful: bool) -> list[Party]:
        verb = event.cue
        passive = bool(self.grammar.children(verb, "auxpass", "agent")) or (self.p.tag[verb] == "VBN" and self.p.dep[verb] == "acl")
        if event.frame == "agent_free":
            return self._with(verb)
        if event.status == "withdrawn" and (objects := self.grammar.children(verb, "dobj")) and event.frame.startswith("prep"):
            return [x for o in objects for x in self.named(self.p.left[o], o)] or self._subjects(verb)
        if event.frame.startswith("subject") or event.frame == "state":
            return self._with(verb) if event.frame != "state" else []
        actors = self._agents(verb) if passive else self._subjects(verb)
        if peaceful and actors and not passive:
            actors += self._armed(verb, actors)
        return actors + self._with(verb)

    def _armed(self, verb: int, found: list[Party]) -> list[Party]:
        """A body unknown so far that makes peace side by side with a state is a party."""
        subject = self._subject_of(verb)
        out = []
        for noun in self.series(subject) if subject is not None else []:
            first = self.first_capital(noun)
            m = self.scene.mention(min(first, noun), noun)
            if first < noun and self.is_body(first, noun) and not any(x.mention.start < m.end and m.start < x.mention.end for x in found):
                out.append(Party(None, m.text, m))
        return out

    def _subjects(self, verb: int) -> list[Party]:
        subject = self._subject_of(verb)
        if subject is None:
            return self._before(verb)
        series = [Party(a.country, m.text, m) for a, m in self.scene.series_before(verb) if a.country] if subject < verb else []
        states = [Party(c.code, m.text, m) for c, m in self.scene.states_before(verb)] if subject < verb else []
        found = self.people_of(subject)
        return max((found, series, states), key=len) if len(series) > 1 or len(states) > ENOUGH else found

    def _before(self, verb: int) -> list[Party]:
        """``Chile Signs …``, ``to congratulate Chile on signing …``: what stands before a verb without a subject."""
        if self.p.dep[verb] == "pcomp":
            objects = self.grammar.children(self.p.head[self.p.head[verb]], "dobj")
            return [x for o in objects for x in self.of_part(o)]
        first = self.p.sentences[self.p.sentence[verb]][0]
        if verb - first > HEADLINE_REACH or self.p.dep[verb] not in ("ROOT", "compound", "nmod"):
            return []
        return self.named(first, verb - 1)

    def _subject_of(self, verb: int) -> int | None:
        i = verb
        for _ in range(4):
            subjects = self.grammar.children(i, "nsubj")
            if subjects:
                return self._antecedent(subjects[-1], i)
            if self.p.dep[i] not in ("conj", "xcomp", "advcl", "acl") or self.p.head[i] == i:
                return None
            if self.p.dep[i] == "acl" and not self.grammar.is_verb(self.p.head[i]):
                return self.p.head[i] if self.p.tag[i] == "VBG" else self._subject_above(self.p.head[i])
            i = self.p.head[i]
        return None

    def _subject_above(self, noun: int) -> int | None:
        """``X's decision to withdraw``: the owner of the noun."""
        owners = self.grammar.children(noun, "poss")
        return owners[0] if owners else None

    def _antecedent(self, subject: int, verb: int) -> int:
        """The noun of a relative pronoun."""
        if self.p.tag[subject] in ("WP", "WDT") and self.p.dep[verb] == "relcl":
            return self.p.head[verb]
        return subject

    def _agents(self, verb: int) -> list[Party]:
        out = []
        for c in self.grammar.children(verb, "agent", "prep"):
            if self.p.lower[c] == "by":
                out += [x for o in self.grammar.children(c, "pobj") for x in self.people_of(o)]
        return out

    def _go_between(self, prep: int) -> bool:
        """``with Qatar as mediator``, ``with the UN looking on``."""
        after = self.p.lower[prep + 1 : prep + 8]
        return ("as" in after and bool(words("parties", "mediators") & set(after))) or "looking" in after

    def _with(self, verb: int) -> list[Party]:
        out = []
        for c in self.grammar.children(verb, "prep"):
            if self.p.lower[c] in BINDING and not self._go_between(c):
                last = max([self.without_clause(o) for o in self.grammar.children(c, "pobj")], default=c)
                out += self.listed(c, last)
        return out
