"""What speaks for a noun phrase being an agreement between political actors, and what against it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from pactscan.find.agreements.phrase_words import HYPHENS
from pactscan.find.agreements.phrases import Phrase, Reader
from pactscan.lexicon.agreements import Head, cues, is_firm, modifiers, weights, words
from pactscan.lexicon.countries import code_of_seat
from pactscan.lexicon.organisations import known_bodies
from pactscan.marks.agreements import Determiner
from pactscan.model import ActorKind, AgreementForm

if TYPE_CHECKING:
    from pactscan.marks.countries import CountryMark

POLITICAL_BODIES = frozenset({ActorKind.GROUP, ActorKind.GOVERNMENT, ActorKind.IGO})
REACHED = frozenset({"agreed"})
MADE = frozenset({"agreed", "negotiating"})
ACTED = frozenset({"extended", "rejected", "suspended", "terminated", "violated", "withdrawn"})
RELATIONS = frozenset({AgreementForm.PARTNERSHIP, AgreementForm.ALLIANCE, AgreementForm.FRAMEWORK})
UNILATERAL = frozenset({"initiative", "pledge", "plan", "program", "programme", "roadmap", "strategy"})
PROPER = {"firm": "proper_firm", "formal": "proper_formal", "loose": "proper_loose"}
SIGNING = frozenset({"signed", "ratified", "initialled"})
FORCE_REACH = 5
"""Tokens behind a verb within which "into force" goes with it."""


@dataclass
class Candidate:
    """A phrase with its head, what stands before the head, and the evidence gathered."""

    phrase: Phrase
    head: Head
    modifiers: tuple[str, ...] = ()
    proper: bool = False
    """Whether it is a proper name: capitals that no headline and no sentence start explains."""
    specific: bool = False
    """Whether its words, beyond bare adjectives, say which instrument it is."""
    domain: str | None = None
    evidence: list[str] = field(default_factory=list)

    @property
    def strength(self) -> float:
        """Sum of the weights of the evidence."""
        table = weights()
        return sum(table[e] for e in self.evidence)


class Countries:
    """Country marks by place."""

    def __init__(self, marks: tuple[CountryMark, ...]) -> None:
        self.marks = sorted(marks, key=lambda m: m.start)
        self._starts = [m.start for m in self.marks]

    def between(self, start: int, end: int) -> list[CountryMark]:
        """Marks that begin in ``start:end``."""
        return self.marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def codes(self, start: int, end: int) -> set[str]:
        """Codes of the countries that begin in ``start:end``."""
        return {m.code for m in self.between(start, end)}


def joined_words(reader: Reader, first: int, stop: int) -> tuple[str, ...]:
    """Lower-case words of tokens ``first..stop-1``, pieces around hyphens joined."""
    out: list[str] = []
    glue = False
    for i in range(first, stop):
        word = reader.p.lower[i]
        if word in HYPHENS and out:
            glue = True
            continue
        if not any(c.isalnum() for c in word):
            continue
        if glue:
            out[-1] = f"{out[-1]}-{word}"
        else:
            out.append(word)
        glue = False
    return tuple(out)


def domain_of(mods: tuple[str, ...]) -> str | None:
    """The domain that the first political word tells."""
    known = modifiers()
    for word in mods:
        for form in (word, word.rsplit("-", 1)[-1]):
            if form in known and known[form].kind == "political":
                return known[form].domain
    return None


def kinds_of(mods: tuple[str, ...]) -> set[str]:
    """Kinds of the modifiers that the lexicon knows."""
    known = modifiers()
    return {known[w].kind for w in mods if w in known} | {known[p].kind for w in mods if w not in known for p in w.split("-") if p in known}


class Judge:
    """Gathers the evidence of candidates in one text."""

    def __init__(self, reader: Reader, countries: Countries) -> None:
        self.reader, self.p, self.countries = reader, reader.p, countries
        self._settings: dict[int, list[str]] = {}

    def weigh(self, c: Candidate) -> None:
        """Fill `evidence`."""
        c.evidence += [
            *self._of_head(c),
            *self._of_clause(c),
            *self._of_actors(c),
            *self._of_modifiers(c),
            *self._of_complement(c),
            *self._of_sentence(c),
        ]
        if self._one_sided_name(c):
            c.evidence.append("one_sided")

    @staticmethod
    def _one_sided_name(c: Candidate) -> bool:
        """An initiative, a plan or a pledge with nobody on the other side."""
        return c.head.word in UNILATERAL and "no_country" in c.evidence and not {"bound_parties", "pair", "polity"} & set(c.evidence)

    def _of_head(self, c: Candidate) -> list[str]:
        out = []
        if c.proper:
            loose = c.head.kind == "loose" and not self.reader.capital(c.phrase.head)
            out.append("named_after" if loose else PROPER.get(c.head.kind, "proper_name"))
        elif c.head.kind == "name" and not (c.head.form in RELATIONS and (self._negotiated(c.phrase.head) or self._concluded(c))):
            out.append("name_in_lower_case")
        elif c.head.kind == "formal" and not self._is_signed(c.phrase.head) and not self._concluded(c):
            out.append("formal_in_lower_case")
        if c.head.kind in ("firm", "weak"):
            out.append(c.head.kind)
        if c.head.form is AgreementForm.CEASEFIRE:
            out.append("truce")
        if c.head.word in UNILATERAL and self._one_sided(c):
            out.append("unilateral")
        if self._tail_of_title(c):
            out.append("title_of_many" if c.head.form in RELATIONS or c.head.word in UNILATERAL else "title")
        return out

    def _of_clause(self, c: Candidate) -> list[str]:
        """What happens to the noun in its clause."""
        out = []
        generic = self._generic_plural(c)
        if generic:
            out.append("plural")
        if self._is_signed(c.phrase.head) and not (generic and not self._is_done(c.phrase.head)):
            out.append("signed")
        elif self._has_cue(c.phrase.head, REACHED):
            out.append("reached")
        elif self._has_cue(c.phrase.head, ACTED):
            out.append("acted")
        if self._in_force(c.phrase.head) or self.p.lower[c.phrase.last + 1 : c.phrase.last + 4] == [",", "in", "force"]:
            out.append("in_force")
        if self._under_it(c.phrase.head):
            out.append("under")
        if c.phrase.determiner is Determiner.NEGATIVE or self._denied(c.phrase.first):
            out.append("denied")
        if "typed_statement" in c.evidence and c.phrase.determiner is Determiner.INDEFINITE and self._only_said(c.phrase.head):
            out.append("said_in")
        return out

    def _negotiated(self, head: int) -> bool:
        """``talks on a partnership``, ``signed an alliance``."""
        prep = self.p.head[head]
        on = self.p.dep[head] == "pobj" and any(
            c.status == "negotiating" and c.frame == f"noun:{self.p.lower[prep]}" for c in cues().get(self.p.lower[self.p.head[prep]], ())
        )
        return on or self._is_signed(head)

    def _concluded(self, c: Candidate) -> bool:
        """``the EU and Chile clinched a partnership``, ``Jordan and Cyprus are drafting a protocol``: two sides make a particular one."""
        if c.head.plural or c.phrase.determiner is not Determiner.INDEFINITE or "actors" not in self._of_actors(c):
            return False
        return self._has_cue(c.phrase.head, MADE)

    def _only_said(self, head: int) -> bool:
        """``they wrote in a joint statement``: where something was said, not what was agreed."""
        prep = self.p.head[head]
        return self.p.lower[prep] == "in" and self.p.lower[self.p.head[prep]] in words("naming", "saying")

    def _generic_plural(self, c: Candidate) -> bool:
        """``trade deals``, ``diplomatic protocol``: no particular instrument."""
        if c.head.kind == "formal" and not c.proper and not c.head.plural and c.phrase.determiner is Determiner.NONE:
            return not self._is_signed(c.phrase.head)
        if not c.head.plural or c.phrase.determiner is not Determiner.NONE or c.head.kind == "typed":
            return False
        return not self._capital_plural(c) and not self._counted(c)

    def _capital_plural(self, c: Candidate) -> bool:
        return c.proper and self.reader.capital(c.phrase.head)

    def _denied(self, first: int) -> bool:
        """``without a treaty``, ``rather than an accord``."""
        before = self.p.lower[max(0, first - 3) : first]
        return "without" in before or before[-3:-1] == ["rather", "than"] or before[-2:] == ["rather", "than"]

    def _one_sided(self, c: Candidate) -> bool:
        """A strategy or plan of one state: ``the National … Strategy``, ``Strategy of the United States``."""
        if "national" in c.modifiers or self._knows_body(
            self.reader.text[self.p.start[c.phrase.first] : self.p.start[c.phrase.word]].split()
        ):
            return True
        after = self.p.lower[c.phrase.head + 1 : c.phrase.head + 2] == ["of"]
        codes = self.countries.codes(self.p.start[c.phrase.first], self.p.end[c.phrase.last])
        return len(codes) == 1 and (after or bool(self.countries.codes(self.p.start[c.phrase.first], self.p.start[c.phrase.word])))

    def _has_cue(self, head: int, statuses: frozenset[str]) -> bool:
        """Whether the noun is the object of a verb that tells one of the statuses."""
        verbs = [c for c in self.p.children[head] if self.p.dep[c] == "acl" and self.p.tag[c] == "VBN"]
        if self.p.dep[head] in ("dobj", "nsubjpass"):
            verbs.append(self.p.head[head])
        return any(cue.status in statuses and cue.frame == "object" for v in verbs for cue in cues().get(self.p.lower[v], ()))

    def _under_it(self, head: int) -> bool:
        """``Under a deal reached in Muscat, the rebels will …``: what a state or a political body does by it."""
        prep = self.p.head[head]
        if self.p.lower[prep] != "under" or not any(self.p.dep[k] == "acl" for k in self.p.children[head]):
            return False
        subjects = [k for k in self.p.children[self.p.head[prep]] if self.p.dep[k] == "nsubj"]
        return any(self._actors_between(self.p.left[k], self.p.right[k] + 1) for k in subjects)

    def _in_force(self, head: int) -> bool:
        """``The convention entered into force``: what only an instrument between states does."""
        verb = self.p.head[head]
        return self.p.dep[head] == "nsubj" and {"into", "force"} <= set(self.p.lower[verb + 1 : verb + FORCE_REACH])

    def _tail_of_title(self, c: Candidate) -> bool:
        """``Convention on …``, ``Treaty of …``: a capitalised head with a capitalised tail."""
        head = c.phrase.head
        return (
            c.proper
            and c.phrase.last > head
            and self.p.lower[head + 1] in ("against", "concerning", "for", "of", "on", "relating", "to")
            and self.reader.capital(head)
        )

    def _is_signed(self, head: int) -> bool:
        """Whether the noun is the object of signing, ratifying or acceding."""
        verbs = [(c, "object") for c in self.p.children[head] if self.p.dep[c] in ("acl", "relcl")]
        above = self.p.head[head]
        if self.p.dep[head] in ("dobj", "nsubjpass", "nsubj"):
            verbs.append((above, "object"))
        elif self.p.dep[head] == "pobj":
            kind = "prep" if self.p.tag[self.p.head[above]].startswith("VB") else "noun"
            verbs.append((self.p.head[above], f"{kind}:{self.p.lower[above]}"))
        return any(cue.status in SIGNING and cue.frame == frame for v, frame in verbs for cue in cues().get(self.p.lower[v], ()))

    def _of_actors(self, c: Candidate) -> list[str]:
        """States or political bodies as subject or agent of the verb that reaches, seeks or breaks it."""
        stretches = [
            (self.p.left[k], self.p.right[k])
            for verb in self._verbs_over(c.phrase.head)
            for k in self.p.children[verb]
            if self.p.dep[k] in ("nsubj", "agent")
        ]
        actors = sum(self._actors_between(i, j + 1) for i, j in stretches)
        return ["actors"] if actors > 1 else ["actor"] if actors else []

    def _verbs_over(self, head: int) -> list[int]:
        """Verbs with the noun as object, one that governs such a verb (*agreed* to extend), participles on the noun (*reached* by)."""
        verbs = [k for k in self.p.children[head] if self.p.dep[k] == "acl"]
        above = self.p.head[head]
        if self.p.dep[head] in ("dobj", "nsubjpass"):
            verbs.append(above)
        elif self.p.dep[head] == "pobj" or self.p.lower[above] in words("tails", "lapsing"):
            verbs.append(self.p.head[above])
        if verbs and self.p.dep[verbs[-1]] == "xcomp":
            verbs.append(self.p.head[verbs[-1]])
        return [v for v in verbs if self.p.lower[v] in cues() or self.p.lower[v] in words("tails", "letting")]

    def _actors_between(self, first: int, stop: int) -> int:
        """How many states, seats of government and political bodies tokens ``first..stop-1`` name, as far as it matters."""
        codes = self._states(first, stop)
        seats = {code for i in range(first, stop) if self.reader.capital(i) and (code := code_of_seat(self.reader.token(i)))}
        return len(codes | seats) + self._body_between(first, stop)

    def _states(self, first: int, stop: int) -> set[str]:
        """Codes of the states in tokens ``first..stop-1``, without those that only say where a firm comes from (the Danish shipbuilder)."""
        marks = self.countries.between(self.p.start[first], self.p.end[stop - 1])
        return {m.code for m in marks if not self._of_firm(bisect_left(self.p.start, m.start))}

    def _of_firm(self, i: int) -> bool:
        """Whether token `i` modifies a word for a firm."""
        for _ in range(3):
            if self.p.dep[i] not in ("amod", "compound", "nmod", "poss"):
                break
            i = self.p.head[i]
            if is_firm(self.p.lower[i]):
                return True
        after = self.p.lower[i + 1 : i + 3]
        return any(is_firm(w) for w in after[:1])

    def _is_done(self, head: int) -> bool:
        """Whether the noun is the object of signing as a fact, or of a participle."""
        verbs = [c for c in self.p.children[head] if self.p.dep[c] in ("acl", "relcl")]
        if self.p.dep[head] in ("dobj", "nsubjpass", "nsubj"):
            verbs.append(self.p.head[head])
        return any(
            self.p.tag[v] in ("VBD", "VBN") and cue.status in SIGNING and cue.frame == "object"
            for v in verbs
            for cue in cues().get(self.p.lower[v], ())
        )

    def _counted(self, c: Candidate) -> bool:
        """``two agreements``, ``a number of accords``, ``agreements signed by …``, ``past truces``: particular ones."""
        after = self.p.lower[c.phrase.last + 1 : c.phrase.last + 4]
        if {"including", "such", "like"} & set(after):
            return False
        return any(w in words("setting", "particular") or w.isdigit() for w in c.modifiers) or self._is_done(c.phrase.head)

    def _of_modifiers(self, c: Candidate) -> list[str]:
        kinds = kinds_of(c.modifiers)
        out: list[str] = [k for k in ("political", "polity", "private") if k in kinds]
        if domain_of(c.modifiers) == "peace":
            out.append("peaceful")
        codes = self.countries.codes(self.p.start[c.phrase.first], self.p.start[c.phrase.word])
        if len(codes) > 1 or (codes and self._body_between(c.phrase.first, c.phrase.word)):
            out.append("pair")
            if c.head.form is AgreementForm.ALLIANCE:
                out.append("pair_alliance")
        elif codes:
            out.append("one_country")
        if "political" not in kinds and c.domain and c.phrase.last > c.phrase.head:
            out.append("topic")
        if any(self._is_year(w) for w in c.modifiers):
            out.append("dated")
        return out

    @staticmethod
    def _is_year(word: str) -> bool:
        return len(word) == 4 and word.isdigit() and word[0] in "12"

    def _of_complement(self, c: Candidate) -> list[str]:
        start = next((i for i in range(c.phrase.head + 1, c.phrase.last + 1) if self.p.lower[i] in ("between", "with", "among")), -1)
        if start < 0:
            return []
        bound = self._states(start, c.phrase.last + 1) or self._body_between(start, c.phrase.last + 1)
        return ["bound_parties"] if bound else []

    def _common(self, first: int, stop: int) -> set[str]:
        """Words of a sentence without those that belong to names (the European *Union*), company forms kept (*Corp.*)."""
        lower = self.p.lower
        return {lower[i] for i in range(first, stop) if i == first or not self.reader.capital(i) or lower[i] in words("setting", "company")}

    def _body_between(self, first: int, stop: int) -> bool:
        """Whether a political body that is no country is named in tokens ``first..stop-1``."""
        text = self.reader.text[self.p.start[first] : self.p.end[stop - 1]]
        if self._knows_body(text.replace("-", " ").split()):
            return True
        lower = self.p.lower
        return any(
            lower[i] in words("setting", "sides") and lower[i - 1] not in words("setting", "inner") for i in range(max(first, 1), stop)
        )

    @staticmethod
    def _knows_body(written: list[str]) -> bool:
        """Whether up to three words side by side name a political body."""
        bodies = known_bodies()
        pairs = list(pairwise(written))
        named = [*written, *(f"{a} {b}" for a, b in pairs), *(f"{a} {b} {d}" for (a, b), (_, d) in pairwise(pairs))]
        return any(name in bodies and bodies[name].kind in POLITICAL_BODIES for name in named)

    def _of_sentence(self, c: Candidate) -> list[str]:
        s = self.p.sentence[c.phrase.head]
        if s not in self._settings:
            self._settings[s] = self._setting(s)
        return self._settings[s]

    def _setting(self, s: int) -> list[str]:
        first, stop = self.p.sentences[s]
        codes = self.countries.codes(self.p.start[first], self.p.end[stop - 1])
        seen = set(self.p.lower[first:stop])
        actors = len(codes) + self._body_between(first, stop)
        out = ["countries"] if actors > 1 else [] if actors else ["no_country"]
        if self._common(first, stop) & words("setting", "private"):
            out.append("private_setting")
            if "no_country" in out:
                out.append("private_alone")
        if seen & words("setting", "voice"):
            out.append("voice")
        if seen & words("setting", "domestic"):
            out.append("domestic_setting")
        if seen & words("setting", "diplomatic"):
            out.append("diplomatic")
        return out
