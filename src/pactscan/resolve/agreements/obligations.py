"""Whom an agreement binds without an act of theirs: by its name, its complement, its owner, what it obliges and what is done under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import party_words, words
from pactscan.lexicon.countries import countries
from pactscan.marks.agreements import Determiner
from pactscan.model import AgreementForm, MentionForm, Party
from pactscan.resolve.agreements.grammar import Force
from pactscan.resolve.agreements.referents import SINGULAR
from pactscan.resolve.agreements.scene import LISTED
from pactscan.resolve.agreements.subjects import BINDING, Subjects

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark

OF_MANY = (AgreementForm.CONVENTION, AgreementForm.PROTOCOL, AgreementForm.CHARTER)
AMENDING = (AgreementForm.PROTOCOL, AgreementForm.OTHER)
APOSTROPHES = ("'", "’")
OPENING = ("(", ",", "-", "--", "–", "—", ":", "_")
BEGINS = re.compile(r"\s*(?:namely\s+|including\s+)?(?:the\s+)?")
MEMBERSHIP = frozenset({"member", "members", "parties", "party", "signatories"})


class Obligations(Subjects):
    """Finds the parties that the words around a mention bind."""

    def in_words(self, mark: AgreementMark) -> list[Party]:
        """``the US-Chile treaty``, ``treaty between Chile and Peru``, ``Chile's treaty``."""
        first, last, head = self.scene.token(mark.start), self.scene.token(mark.end - 1), self.scene.token(mark.head)
        out = self._before_head(mark, first, head)
        if mark.form in OF_MANY:
            out = [x for x in out if x.code != "UN"]
        if mark.form is AgreementForm.CEASEFIRE and len(out) == 1:
            out = []
        bound = next((i for i in range(head + 1, last + 1) if self.p.lower[i] in BINDING), None)
        if bound is not None:
            out += self.listed(bound, last)
        elif mark.form in AMENDING and len(out) == 0:
            out = self._amended(head, last)
        owner = self.possessor(first)
        if not owner and out and bound is not None and self.p.tag[first - 1] == "POS" and first > 1:
            owner = self.seat_at(first - 2)  # Lima's treaty with Chile
        return out + owner

    def _before_head(self, mark: AgreementMark, first: int, head: int) -> list[Party]:
        """Named in the words before the head: ``US-Chile``, ``Lima-Quito``, ``inter-Korean``, ``Reagan-Gorbachev``."""
        modifiers = [self.p.left[c] for c in self.p.children[head] if self.p.dep[c] in ("compound", "nmod") and c < first]
        first = min([first, *(i for i in modifiers if self.p.sentence[i] == self.p.sentence[head])])
        while first > 1 and self.p.lower[first - 1] in ("-", "–", "/"):
            first -= 2
        out = [x for x in self.named(first, head - 1) if x.mention.end <= mark.head]
        if out:
            return self._both_koreas(out) if len(out) > 1 or not self._territory(out[0]) else []
        pair = [i for i in range(first + 1, head - 1) if self.p.lower[i] in ("-", "–", "/") and self.p.tag[i - 1].startswith("NNP")]
        seats = [self.seat_at(i) for at in pair for i in (at - 1, at + 1)]
        if seats and all(seats):
            return [x for seat in seats for x in seat]
        people = self.named(first, head - 1, people=True) if pair else []
        return people if len(people) > 1 else []

    @staticmethod
    def _territory(party: Party) -> bool:
        """``the Svalbard Treaty``: what it is about, which signs nothing."""
        return party.code in countries() and countries()[party.code].status == "territory"

    def _both_koreas(self, parties: list[Party]) -> list[Party]:
        """``inter-Korean``: the South and the North."""
        inner = next(
            (x for x in parties if x.code == "KR" and self.scene.text[x.mention.start - 6 : x.mention.start].lower() == "inter-"), None
        )
        return [*parties, Party("KP", inner.name, inner.mention)] if inner else parties

    def _amended(self, head: int, last: int) -> list[Party]:
        """``protocol to the Chile-Peru treaty``: those whom the instrument that it amends binds by its name."""
        inner = self.named(head + 1, last)
        return inner if len(inner) > 1 else []

    def of_known(self, mark: AgreementMark) -> list[Party]:
        """Of a known instrument of many: ``the nuclear deal with Iran``, ``US-India``, its owner; the name of one state binds nobody."""
        first, last = self.scene.token(mark.start), self.scene.token(mark.end - 1)
        bound = next((i for i in range(first + 1, last + 1) if self.p.lower[i] == "with"), None)
        told = self.listed(bound, last) if bound is not None and mark.instrument else []
        pair = self._before_head(mark, first, self.scene.token(mark.head)) if mark.instrument else []
        return told + (pair if len(pair) > 1 else []) + self.possessor(first)

    def possessor(self, first: int) -> list[Party]:
        """Whose it is: ``Chile's``, ``Chile and Peru's``, ``our``, ``their``."""
        if first == 0:
            return []
        word = self.p.lower[first - 1]
        if word in ("our", "my"):
            return self.speaker(first - 1)
        if word == "their":
            return self.series_in_sentence(first - 1) or self.group_before(first - 1, None)
        if word == ")":
            return self._bracketed_owner(first - 1)
        if self.p.tag[first - 1] == "POS" and first > 1:
            return self.named(self._start_of_series(first - 2), first - 2)
        return []

    def _bracketed_owner(self, close: int) -> list[Party]:
        """``the African Union's (AU) protocol``."""
        opening = next((i for i in range(close - 1, max(0, close - 5), -1) if self.p.lower[i] == "("), 0)
        owns = opening and (self.p.tag[opening - 1] == "POS" or self.p.lower[opening - 1] in APOSTROPHES)
        return self.named(opening + 1, close - 1) if owns else []

    def _start_of_series(self, noun: int) -> int:
        """Where ``Chile and Peru`` begins, from its last noun."""
        i = noun
        while self.p.dep[i] == "conj" and self.p.head[i] < i and self.p.sentence[self.p.head[i]] == self.p.sentence[noun]:
            i = self.p.head[i]
        return self.p.left[i]

    def behind(self, mark: AgreementMark) -> list[Party]:
        """``the Elysee Treaty between …``: right behind a name; ``…, which binds …``, ``… linking …``."""
        i = self.scene.token(mark.end - 1) + 1
        if i < len(self.p.lower) and self.p.lower[i] in BINDING and self.p.tag[i] == "IN":
            return self.listed(i, self.cut(i))
        clauses = [*self.grammar.relative_after(i - 1), *self.grammar.clauses_on(self.scene.token(mark.head))]
        verbs = dict.fromkeys(v for v, frame in clauses if frame == "subject" and self.p.lower[v] in party_words("linking"))
        return [x for v in verbs for x in self._linked(v)]

    def _linked(self, verb: int) -> list[Party]:
        """``binds Chile and Peru``, ``links Chile with Peru``."""
        ends = [
            o for c in self.grammar.children(verb, "prep") if self.p.lower[c] in ("with", "to") for o in self.grammar.children(c, "pobj")
        ]
        return [x for o in (*self.grammar.children(verb, "dobj"), *ends) for x in self.people_of(o)]

    def obliged(self, mark: AgreementMark) -> list[Party]:
        """``the pact obliges Chile to …``, ``allows Chile to …``, ``limits Iran's …``."""
        root = self.grammar.root(self.scene.token(mark.start), self.scene.token(mark.end - 1), self.scene.token(mark.head))
        frames = [*self.grammar.governors(root), *self.grammar.clauses_on(root)]
        return [x for verb, frame in frames if frame == "subject" for x in self._obliged_by(verb)]

    def _obliged_by(self, verb: int) -> list[Party]:
        word = self.p.lower[verb]
        if word in party_words("obliging") or word in party_words("granting"):
            inner = [s for c in self.grammar.children(verb, "ccomp", "xcomp") for s in self.grammar.children(c, "nsubj")]
            return [x for o in (*self.grammar.children(verb, "dobj", "dative"), *inner) for x in self._themselves(o)]
        if word in party_words("limiting"):
            owners = [k for o in self.grammar.children(verb, "dobj") for k in self.grammar.children(o, "poss")]
            return [x for o in owners for x in self._themselves(o)]
        return []

    def _themselves(self, noun: int) -> list[Party]:
        """States that are the noun itself or that an office or body of theirs acts for, not what is only theirs (Chilean apples)."""
        if self.p.lower[noun] == "we":
            return self.speaker(noun)
        nouns = [n for n in self.series(noun) if self.p.tag[n].startswith("NNP") or self.represents(n)]
        return [x for n in nouns for x in self.of_part(n)]

    def at_war(self, mark: AgreementMark) -> list[Party]:
        """``a truce in the war between Chad and Libya``, ``after weeks of fighting between …``: who makes peace is who fought."""
        first, stop = self.p.sentences[self.p.sentence[self.scene.token(mark.head)]]
        for i in range(first, stop):
            if self.p.lower[i] == "between" and self.p.lower[self.p.head[i]] in party_words("wars"):
                return self.listed(i, self.cut(i))
        return []

    def founders(self, mark: AgreementMark) -> list[Party]:
        """``the Corridor, created by the governments of …``, ``the Initiative, an effort launched by …``."""
        root = self.grammar.root(self.scene.token(mark.start), self.scene.token(mark.end - 1), self.scene.token(mark.head))
        verbs = [v for noun in (root, *self.grammar.children(root, "appos")) for v in self.grammar.children(noun, "acl")]
        return [x for v in verbs if self.p.lower[v] in party_words("founding") for x in self.agents(v)]

    def under(self, mark: AgreementMark) -> list[Party]:
        """``Under the deal, Chile will …``, ``the deal, under which Chile …``: who does what it lays down."""
        root = self.grammar.root(self.scene.token(mark.start), self.scene.token(mark.end - 1), self.scene.token(mark.head))
        verbs = [v for v, frame in self.grammar.clauses_on(root) if frame in ("prep:under", "prep:through")]
        prep = self.p.head[root]
        if self.p.dep[root] == "pobj" and self.p.lower[prep] in ("under", "through") and self.grammar.is_verb(self.p.head[prep]):
            verbs.append(self.p.head[prep])
        verbs += [c for v in verbs for c in self.grammar.children(v, "conj") if self.grammar.children(c, "nsubj")]
        subjects = [self.subject_of(v) for v in verbs if self.p.lower[v] not in words("naming", "saying") and not self._passive(v)]
        return [x for s in subjects if s is not None for x in self._themselves(s)]

    def _passive(self, verb: int) -> bool:
        return bool(self.grammar.children(verb, "auxpass", "nsubjpass"))

    def bound(self, noun: int) -> list[Party]:
        """``Peru's obligations under …``, ``Chad, a party to …``, ``Spain reaffirmed its commitment to …``: whom the noun speaks of."""
        owners = self.grammar.children(noun, "poss")
        if owners and self.p.tag[owners[0]] != "PRP$":
            return self.named(self.p.left[owners[0]], owners[0]) or self.of_part(owners[0])
        if self.p.lower[noun] in MEMBERSHIP and (listed := self._list_behind(noun)):
            return listed
        if self.p.dep[noun] == "appos":
            return self.of_part(self.p.head[noun])
        if beside := self.grammar.children(noun, "appos"):
            return self.of_part(beside[0])
        if self.p.dep[noun] == "attr" or (self.p.dep[noun] == "dobj" and self.p.lower[noun] in MEMBERSHIP):
            return self.subjects(self.p.head[noun])
        prep = self.p.head[noun]
        if not owners and self.p.dep[noun] == "pobj" and self.p.lower[prep] == "in" and self.grammar.is_verb(self.p.head[prep]):
            return self.subjects(self.p.head[prep])  # Chad remains in noncompliance with it
        return self._of_its(noun) if owners else []

    def _of_its(self, noun: int) -> list[Party]:
        """``Spain reaffirmed its commitment``, ``held Chad accountable for its noncompliance``: the nearest one party before it."""
        owner = self.grammar.children(noun, "poss")[0]
        if self.p.lower[owner] not in SINGULAR:
            return self.people_of(owner)
        if self.p.dep[noun] == "dobj" and (doer := self.doer_around(noun)) is not None:
            return self.people_of(doer)
        first = self.p.sentences[self.p.sentence[noun]][0]
        for i in range(owner - 1, first - 1, -1):
            if self.p.dep[i] in ("nsubj", "nsubjpass", "dobj"):
                found = self.of_part(i)
                if len({x.code or x.name for x in found}) == 1:
                    return found[:1]
        return self.last_subject(owner)

    def _list_behind(self, noun: int) -> list[Party]:
        """``the other signatories to the deal - Chad, Niger and Mali -``: parties listed right behind a dash, colon or bracket."""
        stop = self.p.sentences[self.p.sentence[noun]][1]
        opening = next((i for i in range(noun + 1, min(noun + 9, stop)) if self.p.lower[i] in OPENING), None)
        if opening is None or any(self.grammar.is_verb(i) for i in range(noun + 1, opening)):
            return []
        row: list[Party] = []
        edge = self.p.end[opening]
        for party in self.named(opening + 1, stop - 1):
            between = self.scene.text[edge : party.mention.start]
            if not (LISTED if row else BEGINS).fullmatch(between):
                break
            row.append(party)
            edge = party.mention.end
        return row if len(row) > 1 else []

    def of_noun(self, noun: int) -> list[Party]:
        """``Chad's withdrawal from``, ``the ratification of … by Chad``, ``Chad announced its withdrawal from``."""
        owners = [c for c in self.grammar.children(noun, "poss") if self.p.tag[c] != "PRP$"]
        by = [o for c in self.grammar.children(noun, "prep") if self.p.lower[c] == "by" for o in self.grammar.children(c, "pobj")]
        if owners or by:
            return [x for o in (*owners, *by) for x in self.people_of(o)]
        if self.grammar.children(noun, "poss"):
            doer = self.doer_around(noun)
            return self.people_of(doer) if doer is not None else []
        return [x for c in self.grammar.children(noun, "amod", "compound") for x in self.named(c, c)]

    def having(self, mark: AgreementMark) -> list[Party]:
        """``X has a treaty with Y``, ``the treaty that X has with Y``, ``X hopes for a deal with Y``."""
        head = self.scene.token(mark.head)
        if mark.how is MentionForm.ANAPHOR:
            return []
        for verb, frame in (*self.grammar.governors(head), *self.grammar.clauses_on(head)):
            if frame == "object" and self.p.lower[verb] in party_words("having") and self.grammar.force(verb) is Force.FACT:
                return self.subjects(verb) + self.together_with(verb)
        doer = self.doer_around(head)
        if doer is None:
            return []
        last = self.scene.token(mark.end - 1)
        shared = "with" in self.p.lower[head + 1 : last + 1] or mark.determiner is Determiner.POSSESSIVE
        return self.people_of(doer) if shared else []

    def shared(self, mark: AgreementMark) -> list[Party]:
        """``Both sides are close to a trade deal``, ``if the two countries reach it``: those who are counted."""
        doer = self.doer_around(self.scene.token(mark.head))
        return self.people_of(doer) if doer is not None and self.group_size(doer) is not None else []
