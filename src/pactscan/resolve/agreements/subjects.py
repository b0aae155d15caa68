"""Who does what a verb tells: its subject, wherever the clause keeps it, and its agent."""

from __future__ import annotations

from pactscan.lexicon.agreements import modality, party_words
from pactscan.model import Party
from pactscan.resolve.agreements.named import ENOUGH
from pactscan.resolve.agreements.referents import Referents
from pactscan.resolve.agreements.scene import LISTED, NEAR_VERB

CLIMB = 8
HEADLINE_REACH = 6
BINDING = frozenset({"between", "among", "with"})
ONTO = ("for", "on", "to", "upon")
CHAINED = frozenset({"acl", "acomp", "advcl", "ccomp", "conj", "pcomp", "xcomp"})
"""Labels by which a verb hangs on the one whose subject it shares."""
CONTROLLED = ("against", "for", "from", "in", "into", "of", "on")
"""Prepositions before a gerund whose doer is the object before them (accused Peru *of* breaking, joined Peru *in* signing)."""


class Subjects(Referents):
    """Finds the parties that do what verbs tell."""

    def subjects(self, verb: int) -> list[Party]:
        """Parties in the subject of a verb, however the parse cuts a series before it."""
        subject = self.subject_of(verb)
        if subject is None:
            return self._before(verb) or self._run_before(verb)
        series = [Party(a.country, m.text, m) for a, m in self.scene.series_before(verb) if a.country] if subject < verb else []
        states = [Party(c.code, m.text, m) for c, m in self.scene.states_before(verb)] if subject < verb else []
        found = self.people_of(subject) + self._companion(verb)
        several = len(series) > 1 or len(states) > ENOUGH or self._headlined(states)
        return max((found, series, states), key=_how_many) if several else found

    def _headlined(self, states: list[Party]) -> bool:
        """``Britain, Spain Sign …``: two that open a headline."""
        if len(states) != ENOUGH:
            return False
        first = self.scene.token(states[0].mention.start)
        return first == self.p.sentences[self.p.sentence[first]][0]

    def _run_before(self, verb: int) -> list[Party]:
        """``After nine rounds, Chile and the EU agreed``: two or more listed right up to a verb whose subject the parse has lost."""
        edge = self.p.start[verb]
        row: list[Party] = []
        for party in reversed(self.named(self.p.sentences[self.p.sentence[verb]][0], verb - 1)):
            if not (LISTED if row else NEAR_VERB).fullmatch(self.scene.text[party.mention.end : edge]):
                break
            row.append(party)
            edge = party.mention.start
        return row[::-1] if len(row) >= ENOUGH else []

    def _companion(self, verb: int) -> list[Party]:
        """``Peru joined Chile in signing``: both."""
        prep = self.p.head[verb]
        above = self.p.head[prep]
        if self.p.dep[verb] != "pcomp" or not self.p.lower[above].startswith("join"):
            return []
        return self.people_of(subject) if (subject := self.subject_of(above)) is not None else []

    def _before(self, verb: int) -> list[Party]:
        """``Chile Signs …``: what stands before a verb without a subject."""
        first = self.p.sentences[self.p.sentence[verb]][0]
        if verb - first > HEADLINE_REACH or self.p.dep[verb] not in ("ROOT", "compound", "nmod"):
            return []
        return self.named(first, verb - 1)

    def subject_of(self, verb: int) -> int | None:
        """The noun that does it: its own subject, or that of the verb or noun it hangs on."""
        return self._doer(verb)[0]

    def _doer(self, verb: int) -> tuple[int | None, int]:
        """The noun that does it, and the verb or noun that it was found at."""
        i = verb
        for _ in range(CLIMB):
            subjects = self.grammar.children(i, "nsubj", *(("nsubjpass",) if i != verb else ()))
            if subjects:
                return self._antecedent(subjects[-1], i), i
            head, dep = self.p.head[i], self.p.dep[i]
            if head == i or (dep not in CHAINED and not self._infinitive(i)):
                return None, i
            controller = self._controller(i)
            head = self.p.head[head] if dep == "pcomp" else head
            if controller is not None:
                return controller, i
            if not self.grammar.is_verb(head) and self.p.dep[head] != "acomp":
                return (head if dep == "acl" and self.p.tag[i] == "VBG" else self._undertaker(head)), i
            i = head
        return None, i

    def _infinitive(self, verb: int) -> bool:
        """``the first country to ratify``, which the parse may take for a relative clause."""
        return self.p.tag[verb] == "VB" and any(self.p.lower[c] == "to" for c in self.grammar.children(verb, "aux"))

    def _controller(self, verb: int) -> int | None:
        """The object of what governs the verb, where that is who does it: accused Chad of breaking, urged Chad to sign."""
        head, dep = self.p.head[verb], self.p.dep[verb]
        if dep == "pcomp":
            return self._object_of(self.p.head[head]) if self.p.lower[head] in CONTROLLED else None
        return self._urged(head) if dep in ("xcomp", "advcl", "ccomp") and self.p.tag[verb] == "VB" else None

    def _object_of(self, verb: int) -> int | None:
        """The object of a verb; its subject where they do it to each other."""
        if not self.grammar.is_verb(verb):
            return None
        found = next(iter(self.grammar.children(verb, "dobj")), None)
        each = found is not None and self.p.lower[found] in ("other", "another") and self.p.lower[found - 1] in ("each", "one")
        return self.subject_of(verb) if each else found

    def _urged(self, verb: int) -> int | None:
        """``urged Chad to sign``, ``called on Chad to sign``: whoever is to do it."""
        if self.p.lower[verb] not in party_words("urging"):
            return None
        on = [o for c in self.grammar.children(verb, "prep") if self.p.lower[c] in ("on", "upon") for o in self.grammar.children(c, "pobj")]
        return next(iter([*self.grammar.children(verb, "dobj"), *on]), None)

    def _undertaker(self, noun: int) -> int | None:
        """``Chad's decision to leave``, ``a push by Chad to sign``, ``Chad is engaged in an effort to sign``: whose it is."""
        owners = self.grammar.children(noun, "poss")
        if owners and self.p.lower[noun] not in party_words("urgings"):
            return owners[0]
        by = [o for c in self.grammar.children(noun, "prep") if self.p.lower[c] == "by" for o in self.grammar.children(c, "pobj")]
        if self.p.lower[noun] in party_words("urgings"):  # pressure on Chad to sign
            by = [o for c in self.grammar.children(noun, "prep") if self.p.lower[c] in ONTO for o in self.grammar.children(c, "pobj")]
        if by:
            return by[0]
        if self.p.dep[noun] == "attr":  # Chad became the first country to sign
            return self.subject_of(self.p.head[noun])
        return self.doer_around(noun) if self.p.lower[noun] in party_words("undertakings") else None

    def doer_around(self, noun: int) -> int | None:
        """Who does what the nearest verb above a noun tells, where that is not only to speak of what others do."""
        i = noun
        for _ in range(CLIMB):
            if self.p.head[i] == i:
                return None
            i = self.p.head[i]
            if self.p.lower[i] in party_words("undertakings") and (owners := self.grammar.children(i, "poss")):
                return owners[0]
            if self.grammar.is_verb(i):
                doer, at = self._doer(i)
                if doer is None and (passive := self.grammar.children(i, "nsubjpass")):
                    doer = passive[-1]
                if doer is not None and not self.p.left[doer] <= noun <= self.p.right[doer]:
                    return None if self._only_speaks(i if self.p.dep[i] == "conj" else at) else doer
        return None

    def _only_speaks(self, verb: int) -> bool:
        word = self.p.lower[verb]
        if word in party_words("urging"):  # who calls or presses for a deal speaks of its own
            return not any(self.p.lower[c] == "for" for c in self.p.children[verb]) and not word.startswith("want")
        return word in modality("hailing") or word in party_words("mediating")

    def _antecedent(self, subject: int, verb: int) -> int:
        """The noun of a relative pronoun; the doer of a gerund that stands for it (the two, *meeting* in Lima, signed)."""
        if self.p.tag[subject] == "VBG" and (inner := self.grammar.children(subject, "nsubj")):
            return inner[-1]
        if self.p.tag[subject] in ("WP", "WDT") and self.p.dep[verb] == "relcl":
            return self.p.head[verb]
        return subject

    def agents(self, verb: int) -> list[Party]:
        """``signed by Chad and Niger``."""
        out = []
        for c in self.grammar.children(verb, "agent", "prep"):
            if self.p.lower[c] == "by":
                out += [x for o in self.grammar.children(c, "pobj") for x in self.people_of(o)]
        return out

    def together_with(self, verb: int) -> list[Party]:
        """``signed … with Chad``."""
        out = []
        for c in self.grammar.children(verb, "prep"):
            if self.p.lower[c] in BINDING and not self._go_between(c):
                last = max([self.without_clause(o) for o in self.grammar.children(c, "pobj")], default=c)
                out += self.listed(c, last)
        return out

    def _go_between(self, prep: int) -> bool:
        """``with Qatar as mediator``, ``with the UN looking on``."""
        after = self.p.lower[prep + 1 : prep + 8]
        return ("as" in after and bool(party_words("mediators") & set(after))) or "looking" in after


def _how_many(parties: list[Party]) -> int:
    return len({x.code or x.name for x in parties})
