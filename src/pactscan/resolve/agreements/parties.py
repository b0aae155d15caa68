"""Whom the text makes party: bound by the name, signing, negotiating, leaving. Hosts, mediators and depositaries are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import modality, words
from pactscan.lexicon.countries import code_of_seat
from pactscan.lexicon.instruments import instruments
from pactscan.lexicon.organisations import known_bodies
from pactscan.lexicon.titles import office_nouns
from pactscan.marks.agreements import Determiner
from pactscan.model import Actor, ActorKind, AgreementForm, Mention, MentionForm, Party, Via, ZoneKind
from pactscan.resolve.agreements.grammar import Force, Grammar

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark
    from pactscan.resolve.agreements.clusters import Cluster
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

MEMBERS = re.compile(r"\.?[\s-]+(?:member|members)\b")
"""Behind a body: those in it, not it."""
DASH = re.compile(r"\s(?:\([A-Za-z]+\)\s?)?[-–—_]{1,2}\s")
COUNCIL = re.compile(r"(?:U\.?N\.?|United Nations) ")
PAIRED = re.compile(r"(?:(?<=[-–/])|\b)([^\W\d_](?:[^\W_]|\.)+)(?=[-–/]|\b)")
CODES = {
    "european union": "EU",
    "european parliament": "EU",
    "brussels": "EU",
    "european commission": "EU", "eu": "EU", "e.u.": "EU", "european community": "EU", "ec": "EU", "e.c.": "EU", "eec": "EU", "european economic community": "EU", "common market": "EU",
    "european communities": "EU", "nato": "NATO", "north atlantic treaty organization": "NATO", "north atlantic treaty organisation": "NATO",
    "united nations": "UN", "un": "UN", "u.n.": "UN", "asean": "ASEAN", "association of southeast asian nations": "ASEAN",
}  # fmt: skip
"""Bodies that have a code of their own; all others are written out."""

BINDING = frozenset({"between", "among", "with"})
PARTY_STATUSES = frozenset({
    "sought", "in_force", "signed", "agreed", "initialled", "ratified", "negotiating", "renegotiating", "withdrawn", "violated", "rejected", "extended", "suspended", "terminated",
})  # fmt: skip
JOINING = frozenset({"signed", "ratified", "withdrawn", "violated", "rejected", "initialled", "extended", "suspended", "terminated"})
"""What makes a state party to an instrument of many."""
NOT_BINDING = frozenset(
    {"backed", "brokered", "led", "mediated", "sponsored", "facilitated", "drafted", "administered", "controlled", "held"}
)
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod"})
ENOUGH = 2
SHORTEST_SHARE = 2
CLIMB, ISO_LENGTH = 8, 2
MANY = frozenset({"global", "international", "multilateral", "regional", "worldwide", "world"})
HEADLINE_REACH = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A party with the name of the rule that found it."""

    party: Party
    rule: str


class PartyFinder:
    """Finds the parties of clusters in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.p = scene, scene.p
        self.grammar = Grammar(scene.p)

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
        if not many and cluster.instrument:
            self._keep(found, self._listed(cluster), "listed party beside it")
        if not many and self._two_sided(cluster) and not self._internal(cluster):
            self._keep(found, self._story_pair(cluster, found), "story pair")
        return list(found.values())

    @staticmethod
    def _two_sided(cluster: Cluster) -> bool:
        """Nothing in its names says that it has many parties."""
        if any(MANY & set(m.modifiers) for m in cluster.naming):
            return False
        return not any(m.how is MentionForm.NAME and "-" in " ".join(m.modifiers) for m in cluster.naming)

    def _listed(self, cluster: Cluster) -> list[Party]:
        """Parties that the lexicon lists, where the sentences of the mentions name at least two of them."""
        known = instruments()[cluster.instrument or ""].parties
        out: dict[str, Party] = {}
        for mark in cluster.marks:
            first, stop = self.p.sentences[self.p.sentence[self.scene.token(mark.start)]]
            for party in self.named(first, stop - 1, people=True):
                if party.code in known:
                    out.setdefault(party.code, party)
        return list(out.values()) if len(out) >= ENOUGH else []

    def _internal(self, cluster: Cluster) -> bool:
        """``peace agreement in Yemen``: between those in a country."""
        return any(" in " in self.scene.text[m.head : m.end] for m in cluster.naming)

    def _story_pair(self, cluster: Cluster, found: dict[str, Found]) -> list[Party]:
        """The two states that the story is about, where at most one party is told and it is one of them."""
        if len(found) > 1:
            return []
        pair = self.scene.main_pair or self._with_main(found)
        known = instruments()[cluster.instrument].parties if cluster.instrument else pair
        if not pair or not set(found) <= set(pair) or not set(pair) <= set(known):
            return []
        start = cluster.marks[0].start
        mentions = [(code, self.scene.nearest_mention(code, start)) for code in pair if code not in found]
        return [Party(code, m.text, m) for code, m in mentions]

    def _with_main(self, found: dict[str, Found]) -> tuple[str, ...]:
        """The one party told, and the state that the story speaks of most by far."""
        told = next(iter(found.values())).party.code if found else None
        told = told if told and len(told) == ISO_LENGTH and told not in ("EU", "UN") else None
        main = self.scene.main_but(told) if told else None
        return (main, told) if main and told else ()

    def _bound(self, noun: int) -> list[Party]:
        """``Peru's obligations under …``, ``Chad, a party to …``, ``Spain reaffirmed its commitment to …``: whom the noun speaks of."""
        owners = self.grammar.children(noun, "poss")
        if owners and self.p.tag[owners[0]] != "PRP$":
            return self.named(self.p.left[owners[0]], owners[0])
        if self.p.dep[noun] == "appos":
            return self._of_part(self.p.head[noun])
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

    # --- names of parties in a stretch ---

    def named(self, first: int, last: int, *, people: bool = False) -> list[Party]:
        """Parties named in tokens ``first..last``."""
        if last < first:
            return []
        start, end = self.scene.reach(first, last)
        rows: list[tuple[int, Party]] = []
        bodies = [(a, m) for a, m in self.scene.names_in(start, end)]
        covered: list[tuple[int, int]] = []
        for actor, m in bodies:
            party = self._of_actor(actor, m, people=people)
            if party is not None:
                rows.append((m.start, party))
                covered.append((m.start, m.end))
        for body in self._known_bodies(start, end, covered):
            rows.append((body.mention.start, body))
            covered.append((body.mention.start, body.mention.end))
        for c in self.scene.countries_in(start, end):
            if (
                not any(s <= c.start < e for s, e in covered)
                and not self._only_setting(c.start, c.end)
                and not self._dateline(c.start, c.end)
            ):
                m = self.scene.marked.mention(c.start, c.end)
                rows.append((c.start, Party(CODES.get(m.text.lower(), c.code) if c.via is Via.SEAT else c.code, m.text, m)))
        return [party for _, party in sorted(rows, key=lambda row: row[0])]

    def _of_actor(self, actor: Actor, m: Mention, *, people: bool) -> Party | None:
        if actor.kind is ActorKind.PERSON:
            return Party(actor.country, m.text, m) if people and actor.country else None
        if MEMBERS.match(self.scene.text, m.end):
            return None
        code = CODES.get(m.text.lower()) or CODES.get(actor.name.lower()) or ("UN" if COUNCIL.match(m.text) else None)
        if code:
            return Party(code, m.text, m)
        if actor.kind is ActorKind.GOVERNMENT:
            return Party(actor.country, m.text, m) if actor.country else None
        if actor.kind is ActorKind.GROUP or actor.kind is ActorKind.IGO:
            return Party(None, m.text, m)
        return None

    def _dateline(self, start: int, end: int) -> bool:
        """``Doha, Qatar -``: where the story was filed."""
        return self.scene.marked.article.in_zone(start, ZoneKind.DATELINE) or DASH.match(self.scene.text, end) is not None

    def _only_setting(self, start: int, end: int) -> bool:
        """``in Geneva``, ``Russian-brokered``: a country that is only where, or whose go-between."""
        i = self.scene.token(start)
        after = self.scene.text[end : end + 14].lower()
        if after[:1] in "-–" and after[1:].split(" ")[0].split("-")[0] in NOT_BINDING:
            return True
        before = self.p.lower[i - 1] if i else ""
        if before == "from" and i > 1 and self._represents(i - 2):
            return False
        if before == "the" and i > 1:
            before = self.p.lower[i - 2]
        return before in ("in", "at", "near", "inside", "across", "from") and self.p.lower[i + 1 : i + 2] != ["'s"]

    # --- from the mention's own words ---

    def _in_words(self, mark: AgreementMark) -> list[Party]:
        first, last, head = self.scene.token(mark.start), self.scene.token(mark.end - 1), self.scene.token(mark.head)
        out = self.named(first, head - 1)
        if mark.form in (AgreementForm.CONVENTION, AgreementForm.PROTOCOL, AgreementForm.CHARTER):
            out = [x for x in out if x.code != "UN"]
        if mark.form is AgreementForm.CEASEFIRE and len(out) == 1:
            out = []
        bound = next((i for i in range(head + 1, last + 1) if self.p.lower[i] in BINDING), None)
        if bound is not None:
            out += self._list(bound, last)
        return out + self._possessor(first)

    def _behind(self, mark: AgreementMark) -> list[Party]:
        """``the Elysee Treaty between …``: right behind a name; ``…, which binds …``."""
        i = self.scene.token(mark.end - 1) + 1
        if i < len(self.p.lower) and self.p.lower[i] in BINDING and self.p.tag[i] == "IN":
            return self._list(i, self._cut(i))
        for verb, frame in self.grammar.relative_after(i - 1):
            if frame == "subject" and self.p.lower[verb] in ("binds", "bound", "binding", "joins", "links", "linked", "unites", "united"):
                return [x for o in self.grammar.children(verb, "dobj") for x in self._people_of(o)]
        return []

    def _of_talks(self, event: Event) -> list[Party]:
        """``talks between X and Y on …``, ``X and Y opened talks on …``."""
        if event.status not in ("negotiating", "renegotiating"):
            return []
        out = [x for c in self.grammar.children(event.cue, "prep") if self.p.lower[c] in BINDING for x in self._list(c, self._cut(c))]
        i = event.cue
        for _ in range(4):
            i = self.p.head[i]
            if self.grammar.is_verb(i):
                return out + ([] if self.p.lower[i] in words("naming", "saying") else self._subjects(i))
        return out

    def _known_bodies(self, start: int, end: int, covered: list[tuple[int, int]]) -> list[Party]:
        """Bodies known by one word that the cast has not, inside hyphens too (``US-Taliban``)."""
        out = []
        for m in PAIRED.finditer(self.scene.text, start, end):
            body = known_bodies().get(m[1])
            if body and body.kind in (ActorKind.GROUP, ActorKind.IGO) and not any(s <= m.start(1) < e for s, e in covered):
                if not MEMBERS.match(self.scene.text, m.end(1)) and not COUNCIL.match(self.scene.text, m.start(1)):
                    out.append(Party(CODES.get(m[1].lower()), m[1], self.scene.marked.mention(*m.span(1))))
        return out

    def _possessor(self, first: int) -> list[Party]:
        if first and self.p.lower[first - 1] in ("our", "my"):
            return self._speaker(first - 1)
        if first and self.p.lower[first - 1] == "their":
            return self._series_before(first - 1) or self._pair_before(first - 1)
        if first and self.p.tag[first - 1] == "POS":
            return self.named(self.p.left[first - 2] if first > 1 else 0, first - 2)
        return []

    def _list(self, prep: int, last: int) -> list[Party]:
        found = self.named(prep + 1, last)
        if len(found) < ENOUGH:
            found += self._other_bodies(prep, last, found)
        return found or self._collective(prep + 1, last)

    def _other_bodies(self, prep: int, last: int, found: list[Party]) -> list[Party]:
        """Names that nothing else knows, right behind ``with`` or ``between``: bound all the same."""
        nouns = [noun for o in self.grammar.children(prep, "pobj") for noun in self._series(o) if noun <= last]
        out = []
        for noun in nouns:
            first = self._first_capital(noun)
            if first <= noun and self.p.tag[noun] in ("NNP", "NNPS", "NNS") and self._is_body(first, noun):
                m = self._coded(first, noun)
                if not any(x.mention.start < m.end and m.start < x.mention.end for x in found):
                    out.append(Party(CODES.get(m.text.lower()), m.text, m))
        return out

    def _coded(self, first: int, last: int) -> Mention:
        """The body with a code inside the run (the *EEC* countries), else the whole run."""
        for i in range(first, last + 1):
            if self.p.lower[i] in CODES:
                return self.scene.mention(i, i)
        of = [c for c in self.p.children[last] if self.p.lower[c] == "of" and c == last + 1]
        return self.scene.mention(first, self._cut(of[0]) if of else last)

    def _first_capital(self, noun: int) -> int:
        """First token of the capitalised run that ends at `noun` or one common noun before it; past `noun` when there is none."""
        first = noun
        while (
            first > 0
            and self.p.dep[first - 1] in ("compound", "amod", "nmod")
            and self._capital(first - 1)
            and self.p.head[first - 1] >= first
        ):
            first -= 1
        return first if self._capital(first) else noun + 1

    def _capital(self, i: int) -> bool:
        return bool(self.scene.marked.reading[self.p.start[i]].isupper())

    def _is_body(self, first: int, last: int) -> bool:
        """No person, place, day or sum."""
        e = self.p.entity[last]
        label = self.p.entities[e][2] if e >= 0 else ""
        start, end = self.scene.reach(first, last)
        if self.scene.countries_in(start, end):
            return False
        return label not in ("DATE", "TIME", "GPE", "LOC", "FAC", "MONEY", "NORP", "PERSON", "LAW", "EVENT", "CARDINAL") and not any(
            a.kind is ActorKind.PERSON for a, _ in self.scene.names_in(start, end)
        )

    def _collective(self, first: int, last: int) -> list[Party]:
        """``between the two countries``: those that the text named last before."""
        told = set(self.p.lower[first : last + 1])
        if not told & words("setting", "collective") or "other" in told:
            return []
        return self._pair_before(first)

    def _series_before(self, at: int) -> list[Party]:
        """``New Zealand and Japan's … their``: the last two named side by side in the sentence."""
        first = self.p.sentences[self.p.sentence[at]][0]
        named = self.named(first, at - 1)
        for left, right in reversed(list(pairwise(named))):
            between = self.scene.text[left.mention.end : right.mention.start]
            if between.strip(" ’'s") in ("and", "-", "–", "/", "&") and left.code != right.code:
                return [left, right]
        return []

    def _pair_before(self, at: int) -> list[Party]:
        """The last sentence before token `at`, its own included, that names exactly two parties."""
        s = self.p.sentence[at]
        for k in range(s, max(-1, s - 3), -1):
            first, stop = self.p.sentences[k]
            named = self.named(first, min(stop, at if k == s else stop) - 1, people=True)
            distinct = {x.code or x.name: x for x in named}
            if len(distinct) == SHORTEST_SHARE:
                return list(distinct.values())
            if len(distinct) > SHORTEST_SHARE:
                return []
        return []

    # --- around the mention ---

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

    # --- from events ---

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
        for noun in self._series(subject) if subject is not None else []:
            first = self._first_capital(noun)
            m = self.scene.mention(min(first, noun), noun)
            if first < noun and self._is_body(first, noun) and not any(x.mention.start < m.end and m.start < x.mention.end for x in found):
                out.append(Party(None, m.text, m))
        return out

    def _subjects(self, verb: int) -> list[Party]:
        subject = self._subject_of(verb)
        if subject is None:
            return self._before(verb)
        series = [Party(a.country, m.text, m) for a, m in self.scene.series_before(verb) if a.country] if subject < verb else []
        states = [Party(c.code, m.text, m) for c, m in self.scene.states_before(verb)] if subject < verb else []
        found = self._people_of(subject)
        return max((found, series, states), key=len) if len(series) > 1 or len(states) > ENOUGH else found

    def _before(self, verb: int) -> list[Party]:
        """``Chile Signs …``, ``to congratulate Chile on signing …``: what stands before a verb without a subject."""
        if self.p.dep[verb] == "pcomp":
            objects = self.grammar.children(self.p.head[self.p.head[verb]], "dobj")
            return [x for o in objects for x in self._of_part(o)]
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

    def _people_of(self, noun: int) -> list[Party]:
        """Parties that a noun phrase stands for: named in its head, its modifiers, its series, or as what an office is of."""
        found: list[Party] = []
        for part in self._series(noun):
            found += self._of_part(part)
        if found:
            return found
        if self.p.lower[noun] == "we":
            return self._speaker(noun)
        if self.p.tag[noun] == "PRP" or self.p.lower[noun] in words("setting", "collective"):
            return self._pronoun(noun)
        return []

    def _series(self, noun: int) -> list[int]:
        parts = [noun]
        for part in parts:
            parts += self.grammar.children(part, "conj")
        return parts

    def _of_part(self, noun: int) -> list[Party]:
        """``U.S. and Iraqi officials``, ``the president of Chile``, ``Foreign Minister Ana Lima of Peru``."""
        first = min([noun, *(self.p.left[c] for c in self.p.children[noun] if c < noun and self.p.dep[c] in MODIFIERS)])
        last = noun
        found = self.named(first, last, people=True) or self._seat(noun)
        for c in self.p.children[noun]:
            if self.p.lower[c] in ("of", "from") and self.p.dep[c] == "prep" and self._represents(noun):
                found += self.named(c + 1, self._cut(c), people=True)
            elif self.p.dep[c] == "appos" and not found:
                found += self._of_part(c)
        return found

    def _seat(self, noun: int) -> list[Party]:
        """A capital that signs or quits is its government."""
        e = self.p.entity[noun]
        first, stop = (self.p.entities[e][0], self.p.entities[e][1]) if e >= 0 else (noun, noun + 1)
        m = self.scene.mention(first, stop - 1)
        code = code_of_seat(m.text)
        code = CODES.get(m.text.lower(), code)
        return [Party(code, m.text, m)] if code else []

    def _represents(self, noun: int) -> bool:
        """Offices and bodies that act for what they are of: the government of Chile, ministers of three states."""
        word = self.p.lower[noun]
        return word in office_nouns() or word.removesuffix("s") in office_nouns() or word in words("setting", "representing")

    def _cut(self, prep: int) -> int:
        """Last token of a complement, without relative clauses."""
        inside = [c for o in self.p.children[prep] for c in (o, *self.p.children[o])]
        clauses = [self.p.left[c] - 1 for c in inside if self.p.dep[c] in ("relcl", "acl")]
        return min([self.p.right[prep], *clauses])

    def _pronoun(self, noun: int) -> list[Party]:
        """Two sides: the last pair named. ``it``: the last subject that is one party."""
        if self.p.lower[noun] in ("it", "he", "she", "who"):
            return self._last_subject(noun)
        return self._pair_before(noun)

    def _speaker(self, at: int) -> list[Party]:
        """``we``: the state of the person who speaks in the sentence."""
        first, stop = self.p.sentences[self.p.sentence[at]]
        for i in range(first, stop):
            if self.p.dep[i] == "nsubj" and self.p.lower[self.p.head[i]] in ("said", "says", "told", "added", "wrote", "tweeted"):
                return [x for x in self._of_part(i) if x.code][:1]
        main = self.scene.voice
        m = self.scene.nearest_mention(main, self.p.start[at]) if main else None
        return [Party(main, m.text, m)] if m else []

    def _last_subject(self, at: int) -> list[Party]:
        s = self.p.sentence[at]
        for k in range(s, max(-1, s - 3), -1):
            first, stop = self.p.sentences[k]
            for i in range(first, min(stop, at)):
                if self.p.dep[i] in ("nsubj", "nsubjpass") and self.p.tag[i] != "PRP":
                    found = self._of_part(i)
                    if len({x.code or x.name for x in found}) == 1:
                        return found[:1]
        return []

    def _without_clause(self, noun: int) -> int:
        """Last token of the noun phrase before its relative clause."""
        clauses = [self.p.left[c] for c in self.p.children[noun] if self.p.dep[c] in ("relcl", "acl") and c > noun]
        return min(self.p.right[noun], *(c - 1 for c in clauses)) if clauses else self.p.right[noun]

    def _agents(self, verb: int) -> list[Party]:
        out = []
        for c in self.grammar.children(verb, "agent", "prep"):
            if self.p.lower[c] == "by":
                out += [x for o in self.grammar.children(c, "pobj") for x in self._people_of(o)]
        return out

    def _go_between(self, prep: int) -> bool:
        """``with Qatar as mediator``, ``with the UN looking on``."""
        after = self.p.lower[prep + 1 : prep + 8]
        return (
            "as" in after
            and bool(
                {"mediator", "mediators", "host", "witness", "witnesses", "guarantor", "guarantors", "broker", "facilitator"} & set(after)
            )
        ) or "looking" in after

    def _with(self, verb: int) -> list[Party]:
        out = []
        for c in self.grammar.children(verb, "prep"):
            if self.p.lower[c] in BINDING and not self._go_between(c):
                last = max([self._without_clause(o) for o in self.grammar.children(c, "pobj")], default=c)
                out += self._list(c, last)
        return out
