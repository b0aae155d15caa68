"""Where in its clause a word stands: what governs it, what it governs, and whether its verb tells a fact."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactscan.marks.parse import Parse

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
LONGEST_CLIMB = 6


class Force(StrEnum):
    """How a clause tells its event."""

    FACT = "fact"
    PLAN = "plan"
    """Future or intended."""
    SETTLED = "settled"
    """Future, and decided: will sign, agreed to sign."""
    DENIED = "denied"
    REFUSED = "refused"
    OPEN = "open"
    """Under a condition."""
    CLAIMED = "claimed"
    """As what somebody argues, alleges or denies."""


class Grammar:
    """Answers about one parse."""

    def __init__(self, parse: Parse) -> None:
        self.p = parse

    def is_verb(self, i: int) -> bool:
        """Whether token `i` is a verb form."""
        return self.p.tag[i] in VERB_TAGS

    def children(self, i: int, *deps: str) -> list[int]:
        """Children of `i` with one of the dependency labels `deps`."""
        return [c for c in self.p.children[i] if self.p.dep[c] in deps]

    def root(self, first: int, last: int, head: int) -> int:
        """Token of ``first..last`` whose head lies outside, looked for from `head` upwards."""
        i = head
        while first <= self.p.head[i] <= last and self.p.head[i] != i:
            i = self.p.head[i]
        return i

    def governors(self, i: int) -> Iterator[tuple[int, str]]:
        """Words that govern the noun `i`, each with the frame in which it does: (token, ``object``)."""
        for _ in range(LONGEST_CLIMB):
            dep, head = self.p.dep[i], self.p.head[i]
            if head == i:
                return
            if dep == "pobj":
                yield from self._of_preposition(head)
                yield from self._of_offer(head)
                if self.p.lower[head] == "of" and self.p.lower[self.p.head[head]] in modality("carriers"):
                    i = self.p.head[head]
                    continue
                return
            if dep in ("dobj", "dative", "oprd"):
                yield head, "object"
                yield from self._shared_object(head)
                return
            if dep in ("nsubj", "nsubjpass"):
                yield from self._predicates(head, dep)
                return
            if dep in ("compound", "nmod", "amod", "poss"):
                yield head, "compound"
                if dep != "poss":
                    return
            if dep not in ("conj", "appos", "compound", "nmod", "poss", "attr", "nummod", "npadvmod"):
                return
            i = head

    def _of_preposition(self, prep: int) -> Iterator[tuple[int, str]]:
        governor = self.p.head[prep]
        name = self.p.lower[prep]
        if self.is_verb(governor):
            yield governor, f"prep:{name}"
            if name in ("of", "from") and self.p.dep[prep] == "prep":
                yield governor, f"prep:{'from' if name == 'of' else 'of'}"
        elif self.p.tag[governor] in ("RB", "RP", "IN") and self.p.head[governor] != governor and self.is_verb(self.p.head[governor]):
            yield self.p.head[governor], f"prep:{self.p.lower[governor]}"
            yield self.p.head[governor], f"prep:{name}"
        else:
            yield governor, f"noun:{name}"
            if governor > 0 and self.p.dep[governor] == "dobj" and self.is_verb(self.p.head[governor]):
                yield self.p.head[governor], f"noun:{name}"
            if self.p.dep[prep] == "prep" and self.p.dep[governor] == "prep":
                yield self.p.head[governor], f"prep:{name}"

    def _of_offer(self, prep: int) -> Iterator[tuple[int, str]]:
        """``accepted a proposal for a truce``: who takes or refuses the offer takes or refuses what it is of."""
        noun = self.p.head[prep]
        if self.p.lower[prep] != "for" or self.p.lower[noun] not in modality("offers"):
            return
        verb = self.p.head[noun] if self.p.dep[noun] in ("dobj", "nsubjpass") else self.p.head[self.p.head[noun]]
        if self.p.lower[verb] in modality("answering"):
            yield verb, "object"

    def _predicates(self, verb: int, dep: str) -> Iterator[tuple[int, str]]:
        """The verb of a subject, and those that share it: the truce held and was extended."""
        yield verb, "subject" if dep == "nsubj" else "object"
        for other in self.children(verb, "conj"):
            if self.is_verb(other) and not self.children(other, "nsubj", "nsubjpass"):
                yield other, "object" if self.children(other, "auxpass") else "subject"

    def _shared_object(self, verb: int) -> Iterator[tuple[int, str]]:
        """``negotiated and signed the pact``: the first verb has the object of the second."""
        if self.p.dep[verb] == "conj" and self.is_verb(self.p.head[verb]) and not self.children(self.p.head[verb], "dobj"):
            yield self.p.head[verb], "object"

    def clauses_on(self, i: int) -> Iterator[tuple[int, str]]:
        """Verbs of participles and relative clauses that hang on the noun `i`, with the frame of the noun in them."""
        for c in self.p.children[i]:
            dep = self.p.dep[c]
            if dep == "acl" and self.is_verb(c):
                yield c, "object" if self.p.tag[c] in ("VBN", "VBD") else "subject"
            elif dep == "relcl" and self.is_verb(c):
                yield from self._relative(c)

    def _relative(self, verb: int) -> Iterator[tuple[int, str]]:
        subjects = self.children(verb, "nsubj", "nsubjpass")
        wh = [s for s in subjects if self.p.tag[s] in ("WDT", "WP")]
        frame = "object" if any(self.p.dep[s] == "nsubjpass" for s in subjects) or (subjects and not wh) else "subject"
        preps = [c for c in self.children(verb, "prep") if any(self.p.tag[k] in ("WDT", "WP") for k in self.p.children[c])]
        preps = preps or [c for c in self.children(verb, "prep") if not self.p.children[c]]
        if preps:
            frame = f"prep:{self.p.lower[preps[0]]}"
        yield verb, frame
        for other in self.children(verb, "conj"):
            if self.is_verb(other):
                yield other, frame

    def relative_after(self, last: int) -> Iterator[tuple[int, str]]:
        """The verb of ``, which …`` or ``, that …`` right behind token `last`, whatever noun the parse hangs it on."""
        for i in range(last + 1, min(last + 3, len(self.p.lower))):
            if self.p.lower[i] in ("which", "that") and self.p.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj"):
                verb = self.p.head[i]
                if self.is_verb(verb):
                    yield verb, "subject" if self.p.dep[i] == "nsubj" else "object"
                    for other in self.children(verb, "conj"):
                        yield other, "subject" if self.p.dep[i] == "nsubj" else "object"
                return
            if self.p.lower[i] == "that" and self.p.dep[i] == "mark" and self._lacks_object(self.p.head[i]):
                yield self.p.head[i], "object"  # the truce that they agreed: nothing else can be what was agreed
            if self.p.lower[i] != ",":
                return

    def _lacks_object(self, verb: int) -> bool:
        return not self.children(verb, "dobj", "ccomp", "xcomp", "auxpass")

    def relative_inside(self, head: int, last: int) -> Iterator[tuple[int, str]]:
        """The verb of a ``, which …`` further on in the noun's subtree, behind a participle (a treaty calling for …, which they signed)."""
        for i in range(last + 2, self.p.right[head] + 1):
            if self.p.lower[i] == "which" and self.p.lower[i - 1] == "," and self.p.dep[i] in ("dobj", "nsubjpass", "nsubj"):
                verb = self.p.head[i]
                if self.p.head[verb] != head and self.is_verb(verb):
                    yield verb, "subject" if self.p.dep[i] == "nsubj" else "object"

    def in_view(self, noun: int) -> bool:
        """Whether the clause around the noun, or the one that hangs on it, is no fact: would bring, could reach, hopes for."""
        for c in self.children(noun, "relcl"):
            if {self.p.lower[k] for k in self.children(c, "aux")} & (modality("modal") | modality("future")):
                return True
        i = noun
        for _ in range(LONGEST_CLIMB):
            if self.p.head[i] == i:
                return False
            i = self.p.head[i]
            if self.is_verb(i):
                return self.p.lower[i] in ("want", "wants", "need", "needs", "urge", "urges") or self.force(i) is not Force.FACT
        return False

    # --- force ---

    def force(self, verb: int) -> Force:
        """Whether the clause of `verb` tells a fact."""
        force = self._own_force(verb)
        if force is Force.SETTLED and (self._depends(verb) or self._opined(verb)):
            return Force.OPEN
        if force is not Force.FACT:
            return force
        return Force.OPEN if self._unfounded(verb) else self._force_above(verb)

    def _depends(self, v: int) -> bool:
        """``will sign the pact if Chile pays``: settled on a condition only."""
        clauses = [c for i in dict.fromkeys((v, self.p.head[v])) for c in self.children(i, "advcl")]
        return any(self.p.lower[k] in ("if", "unless") for c in clauses for k in self.children(c, "mark"))

    def _opined(self, v: int) -> bool:
        """``hope that they will sign``: what somebody only hopes, fears or thinks."""
        return self.p.dep[v] == "ccomp" and self.p.lower[self.p.head[v]] in modality("opining")

    def _own_force(self, v: int) -> Force:
        helpers = [self.p.lower[c] for c in self.p.children[v] if self.p.dep[c] in ("aux", "auxpass")]
        around = [self.p.lower[c] for c in self.p.children[v] if self.p.dep[c] in ("neg", "advmod", "mark", "preconj", "det")]
        if self._opens_with_helper(v):
            return Force.OPEN
        if set(around) & modality("conditional") and not (set(around) & {"until", "once"} and self._past(v)):
            return Force.OPEN
        if set(around) & modality("negative") or self._by_nobody(v):
            return Force.REFUSED if set(helpers) & (modality("future") | {"would"}) else Force.DENIED
        if set(helpers) & modality("future"):
            return Force.SETTLED
        if set(helpers) & modality("modal"):
            return Force.PLAN
        if "to" in helpers:
            return self._infinitive(v)
        if self.p.tag[v] == "VBG":
            return self._gerund(v, helpers)
        if self.p.tag[v] == "VB" and not helpers and self.p.dep[v] not in ("ROOT", "conj"):
            return self.force(self.p.head[v]) if self.p.lower[self.p.head[v]] in modality("achieving") else Force.PLAN
        return Force.FACT

    def _opens_with_helper(self, v: int) -> bool:
        """``Had Peru signed, …``, ``Has Peru quit?``: a condition or a question, which a helping verb opens."""
        first = self.p.left[v]
        return self.p.head[first] == v and self.p.dep[first] in ("aux", "auxpass") and bool(self.children(v, "nsubj", "nsubjpass"))

    def _by_nobody(self, v: int) -> bool:
        """``Neither Peru nor Chile has signed``, ``none of the five``, ``few states``: the subject denies; a verb joined on shares it."""
        subjects = self.children(v, "nsubj", "nsubjpass")
        if not subjects:
            return self.p.dep[v] == "conj" and self.p.head[v] != v and self.is_verb(self.p.head[v]) and self._by_nobody(self.p.head[v])
        first = self.p.left[subjects[0]]
        if first == self.p.left[v] + 1 and self.p.lower[first - 1] == "neither":
            return True
        return self.p.lower[first] in modality("nobody") and self.p.lower[first + 1] not in modality("at_least")

    def reporter(self, v: int) -> int | None:
        """Who says the clause: ``Chile said Peru had violated the pact``."""
        if self.p.dep[v] != "ccomp" or self.p.lower[self.p.head[v]] not in modality("saying"):
            return None
        return next(iter(self.children(self.p.head[v], "nsubj")), None)

    def _unfounded(self, i: int) -> bool:
        """``Rumours that Peru quit``; ``any country that violates``, which is whoever does and not one that did."""
        dep, noun = self.p.dep[i], self.p.head[i]
        return (dep == "acl" and self.p.lower[noun] in modality("unfounded")) or (
            dep == "relcl" and self.p.lower[self.p.left[noun]] in modality("any")
        )

    def _past(self, v: int) -> bool:
        """``until a truce was signed``: it was."""
        return self.p.tag[v] == "VBD" or any(self.p.lower[c] in ("was", "were", "had") for c in self.p.children[v])

    def _infinitive(self, v: int) -> Force:
        above = self.p.lower[self.p.head[v]] if self.p.head[v] != v else ""
        if above in modality("refusing"):
            return Force.REFUSED if self.force(self.p.head[v]) is Force.FACT else Force.OPEN
        if above in modality("doers") or above in ("first", "latest", "second", "third", "last"):
            return self._first_to(self.p.head[v])
        if above in modality("achieving"):
            return self.force(self.p.head[v])
        if self.p.head[v] == v or above in modality("settled"):
            return Force.SETTLED
        return Force.PLAN

    def _first_to(self, noun: int) -> Force:
        """``became the tenth country to sign``, ``is the first state to join``: done, when being so is a fact."""
        i = noun
        for _ in range(3):
            i = self.p.head[i]
            if self.is_verb(i):
                return self.force(i) if self.p.lower[i] in ("became", "become", "becomes", "is", "was", "are", "were") else Force.PLAN
        return Force.PLAN

    def _gerund(self, v: int, helpers: list[str]) -> Force:
        if helpers or self.p.dep[v] in ("acl", "ROOT"):
            return Force.FACT
        prep = self.p.head[v]
        if self.p.dep[v] == "pcomp":
            word = self.p.lower[prep]
            if word in modality("negative"):
                return Force.DENIED
            if word in modality("after_fact"):
                return self._force_of_means(prep) if word == "by" else Force.FACT
            thanked = word in ("for", "on") and self.p.lower[self.p.head[prep]] in modality("hailing")
            return Force.FACT if thanked else Force.PLAN
        return Force.FACT if self.p.dep[v] in ("advcl", "conj") else Force.PLAN

    def _force_of_means(self, by: int) -> Force:
        """``urged them to act by joining``, ``took a step by joining``: as much a fact as what it is the means of."""
        i = by
        for _ in range(LONGEST_CLIMB):
            i = self.p.head[i]
            if self.is_verb(i):
                return self.force(i)
        return Force.FACT

    def _attributed(self, i: int) -> Force | None:
        """What somebody claims, or only thinks."""
        if self._opined(i):
            return Force.OPEN
        told = self.p.dep[i] in ("ccomp", "acl", "pcomp", "prep", "relcl", "dobj", "pobj")
        return Force.CLAIMED if told and self.p.lower[self.p.head[i]] in modality("claiming") else None

    def _force_above(self, v: int) -> Force:
        """A condition, a denial or a claim further up takes the fact away."""
        i = v
        for _ in range(LONGEST_CLIMB):
            head, dep = self.p.head[i], self.p.dep[i]
            if head == i:
                return Force.FACT
            if attributed := self._attributed(i):
                return attributed
            if dep == "conj" and self.is_verb(head):
                own = self._own_force(head)
                if (
                    own in (Force.SETTLED, Force.PLAN, Force.OPEN)
                    and self.p.tag[i] in ("VB", "VBN")
                    and not self.children(i, "aux", "auxpass", "nsubj")
                ):
                    return own
            if i == v and dep in ("xcomp", "advcl", "pcomp") and self.p.tag[i] in ("VBG", "VB", "IN") and self.is_verb(head):
                own = self._own_force(head)
                if own is not Force.FACT:
                    return own
            if dep in ("advcl", "relcl", "acl", "nsubj", "dobj", "pobj", "npadvmod"):
                return Force.FACT
            if (
                dep == "ccomp"
                and self.p.tag[i] != "VBD"
                and self.p.tag[head] in VERB_TAGS
                and self._own_force(head) in (Force.PLAN, Force.DENIED)
            ):
                return Force.OPEN
            i = head
        return Force.FACT
