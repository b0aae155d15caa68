"""Candidates: a phrase read around each trigger, told apart as name, acronym, description or anaphor."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pactscan.find.agreements.evidence import Candidate, Countries, Judge, domain_of, joined_words
from pactscan.find.agreements.headlines import Headlines
from pactscan.find.agreements.phrase_words import HYPHENS
from pactscan.find.agreements.phrases import Phrase, Reader
from pactscan.lexicon.agreements import counted, heads, modifiers, weights, words
from pactscan.lexicon.organisations import known_bodies
from pactscan.marks.agreements import AgreementMark, Determiner
from pactscan.model import ActorKind, AgreementForm, MentionForm

if TYPE_CHECKING:
    from pactscan.find.agreements.triggers import HeadHit, KnownHit
    from pactscan.marks import MarkedArticle

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


SIDES = frozenset({"actors", "bound_parties", "countries", "pair"})
"""Evidence that more than one side is in play."""
STATEMENTS = frozenset({AgreementForm.STATEMENT, AgreementForm.COMMUNIQUE})
ADOPTED = frozenset({AgreementForm.DECLARATION, AgreementForm.MEMORANDUM})
LONGEST_REPEAT = 3
"""Words."""


class Candidates:
    """Reads the candidates of one article."""

    def __init__(self, marked: MarkedArticle, text: str, countries: Countries) -> None:
        self.marked, self.p, self.text, self.countries = marked, marked.parse, text, countries
        self.headlines = Headlines(marked)
        self.reader = Reader(self.p, text, self.headlines.title_case, lambda at: bool(countries.codes(at, at + 1)))
        self.judge = Judge(self.reader, countries)

    def read(self, nouns: list[HeadHit], known: list[KnownHit]) -> list[AgreementMark]:
        """Marks of all candidates, weighed, in the order of the text; longer ones first at one place."""
        marks: list[AgreementMark] = []
        taken: list[tuple[int, int]] = []
        for hit in known:
            if not self._in_longer_name(self._token(hit.end - 1)):
                mark = self._known(hit)
                marks.append(mark)
                taken.append((mark.start, self._swallowed(mark.end)))
        marks += [found for hit in nouns if (found := self._of_head(hit, taken)) is not None]
        return sorted(marks, key=lambda m: (m.start, -m.end))

    # --- known instruments ---

    def _known(self, hit: KnownHit) -> AgreementMark:
        instrument, acronym = hit.alias.instrument, hit.alias.acronym
        first, last = self._token(hit.start), self._token(hit.end - 1)
        phrase = self.reader.read(last, first)
        how = MentionForm.ACRONYM if acronym else MentionForm.NAME
        if how is MentionForm.NAME and self.headlines.headline(hit.start):
            how = MentionForm.HEADLINE
        start = min(hit.start, self.p.start[self._qualified(phrase, first)])
        end = hit.end if acronym else max(hit.end, self.p.end[self.reader.name_end(last, bound=False)])
        return AgreementMark(
            start,
            end,
            instrument.form if acronym else self._form_of(hit),
            how,
            self.p.start[last],
            phrase.determiner,
            modifiers=joined_words(self.reader, phrase.first, first),
            domain=instrument.domain,
            instrument=instrument.name,
            strength=weights()["instrument"],
        )

    def _qualified(self, phrase: Phrase, first: int) -> int:
        """First token of the year or the "new" that stands before a name and belongs to it."""
        i = first
        while i > phrase.first and (self._year(i - 1) or self.p.lower[i - 1] in words("age", "newer")):
            i -= 1
        return i

    def _year(self, i: int) -> bool:
        return len(self.p.lower[i]) == 4 and self.p.lower[i].isdigit()

    def _swallowed(self, end: int) -> int:
        """Code point up to which common words only repeat what a known name is: the TPP *trade deal*."""
        i = stop = self._token(end - 1)
        while (
            i + 1 < len(self.p.lower) and i - stop < LONGEST_REPEAT and self.reader.same_line(i, i + 1) and not self.reader.capital(i + 1)
        ):
            i += 1
            if self.p.lower[i] in heads():
                stop = i
                break
            if self.p.lower[i] not in modifiers():
                break
        return self.p.end[stop]

    def _form_of(self, hit: KnownHit) -> AgreementForm:
        """By the head word as written: the Paris accord is an accord."""
        for word in reversed(self.text[hit.start : hit.end].lower().split()):
            if word in heads() and heads()[word].kind in ("firm", "loose"):
                return heads()[word].form
        return hit.alias.instrument.form

    def _token(self, at: int) -> int:
        return max(0, bisect_right(self.p.start, at) - 1)

    # --- head nouns ---

    def _of_head(self, hit: HeadHit, taken: list[tuple[int, int]]) -> AgreementMark | None:
        at = self.p.start[hit.i]
        if any(s <= at < e for s, e in taken) or self._modifies_other(hit.i) or self._in_longer_name(hit.i):
            return None
        phrase = self.reader.read(hit.i, hit.word)
        if self._idiom(phrase) or self._of_company(phrase):
            return None
        candidate = Candidate(phrase, hit.head, joined_words(self.reader, phrase.first, phrase.word))
        candidate.proper = self._proper(phrase)
        phrase.last = self._end(candidate)
        if self._only_reached(candidate):
            return None
        candidate.domain = domain_of((*candidate.modifiers, *joined_words(self.reader, phrase.head + 1, phrase.last + 1)))
        self._type(candidate)
        self._begin(candidate)
        candidate.specific = self._specific(candidate)
        self.judge.weigh(candidate)
        if hit.head.kind == "typed" and "signed" in candidate.evidence and not SIDES & set(candidate.evidence):
            candidate.evidence.remove("signed")
        if (
            hit.head.kind == "typed"
            and not self._proper_declaration(candidate)
            and not {"typed", "typed_statement", "signed"} & set(candidate.evidence)
            and not self._adopted(candidate)
        ):
            return None
        private = "private_setting" in candidate.evidence
        if private and (not candidate.specific or hit.head.form is AgreementForm.ALLIANCE):
            return None
        return self._mark(candidate)

    def _only_reached(self, c: Candidate) -> bool:
        """``reach agreement on the … treaty``: the act, not the instrument."""
        if c.phrase.determiner is not Determiner.NONE or c.modifiers or c.head.plural:
            return False
        return any(self.p.lower[i] in heads() for i in range(c.phrase.head + 1, c.phrase.last + 1))

    def _proper_declaration(self, c: Candidate) -> bool:
        """``the New York Declaration for Refugees``: a declaration or memorandum with a name needs no type."""
        if c.head.form not in (AgreementForm.DECLARATION, AgreementForm.MEMORANDUM, AgreementForm.COMMUNIQUE):
            return False
        return (
            c.proper
            and self.reader.capital(c.phrase.head)
            and self.p.lower[c.phrase.head + 1 : c.phrase.head + 3] != ["of", "independence"]
        )

    @staticmethod
    def _adopted(c: Candidate) -> bool:
        """``Ghana and Togo adopted a declaration on cocoa``, ``a memorandum with South Korea``."""
        return c.head.form in ADOPTED and ({"reached", "actors"} <= set(c.evidence) or "bound_parties" in c.evidence)

    def _idiom(self, phrase: Phrase) -> bool:
        """``a big deal``, ``a great deal``."""
        before = self.p.lower[phrase.word - 1] if phrase.word else ""
        after = self.p.lower[phrase.head + 1 : phrase.head + 3]
        idioms = words("setting", "idioms")
        return f"{before} {self.p.lower[phrase.head]}" in idioms or " ".join([self.p.lower[phrase.head], *after]) in idioms

    def _of_company(self, phrase: Phrase) -> bool:
        """``a Honda Accord``, ``the Boeing deal``: a product, or a contract with a firm."""
        body = known_bodies().get(self.reader.token(phrase.word - 1)) if phrase.first < phrase.word else None
        return body is not None and body.kind is ActorKind.ORGANISATION

    def _modifies_other(self, i: int) -> bool:
        """Whether the head is only a modifier of a common noun that makes it another thing (treaty obligations)."""
        j = i + 1
        if j >= len(self.p.lower) or not self.reader.same_line(i, j) or self.p.tag[j] not in NOUN_TAGS:
            return False
        if self.p.lower[j] in words("after", "nouns") or self.p.lower[j] in words("time", "words"):
            return False
        return self.p.head[i] >= j and self.p.dep[i] in ("compound", "nmod", "amod")

    def _in_longer_name(self, i: int) -> bool:
        """Whether the head is part of the name of something else (Treaty Organization, Convention Center)."""
        j = i + 1
        if j >= len(self.p.lower) or not self.reader.same_line(i, j) or not (self.reader.capital(i) and self.reader.capital(j)):
            return False
        if (
            self.p.lower[j] in words("after", "nouns")
            or self.p.lower[j] in words("time", "words")
            or self.headlines.title_case(self.p.start[i])
        ):
            return False
        return self.p.tag[j] in ("NNP", "NNPS") and self.p.entity[j] == self.p.entity[i] != -1

    def _proper(self, phrase: Phrase) -> bool:
        if self.headlines.title_case(self.p.start[phrase.head]):
            return False
        capitals = [i for i in range(phrase.first, phrase.word) if self._capital_modifier(i, phrase)]
        if self.reader.capital(phrase.head):
            tail = self.reader.name_end(phrase.head) > phrase.head
            return bool(capitals) or tail
        return self._named_after(phrase)

    def _capital_modifier(self, i: int, phrase: Phrase) -> bool:
        if not self.reader.capital(i) or self.p.tag[i] not in ("NNP", "NNPS", "JJ", "NN", "NNS", "CD", "VBN", "VBG"):
            return False
        starts_sentence = i == self.p.sentences[self.p.sentence[i]][0]
        return not (starts_sentence and phrase.word - phrase.first == 1 and self.p.tag[i] not in ("NNP", "NNPS"))

    def _named_after(self, phrase: Phrase) -> bool:
        """A lower-case head named after what is no country: the Louvre accords, the La Uribe peace agreement."""
        first, word = phrase.first, phrase.word
        run = first
        while run < word and (
            self.reader.capital(run) or self.p.lower[run] in HYPHENS or (run > first and self.p.lower[run] in ("and", "&", "of", "the"))
        ):
            run += 1
        if run == first or word - run > 1 or phrase.determiner is Determiner.INDEFINITE or self.p.lower[run - 1] in HYPHENS:
            return False
        return any(self._place_like(i) for i in range(first, run)) and not (run < word and self.p.lower[run - 1 : run] == ["-"])

    def _place_like(self, i: int) -> bool:
        if self.p.tag[i] not in ("NNP", "NNPS") or self.p.lower[i] in words("time", "words"):
            return False
        joined = i + 1 < len(self.p.lower) and self.p.lower[i + 1] in HYPHENS and not self.reader.capital(i + 2)
        return not joined and not self.countries.codes(self.p.start[i], self.p.end[i])

    def _end(self, c: Candidate) -> int:
        head = c.phrase.head
        if self.reader.capital(head):
            end = self.reader.name_end(head)
            if end > head or c.proper:
                return end
        return self.reader.description_end(head, named=c.proper)

    def _begin(self, c: Candidate) -> None:
        """A proper name begins with its first capital, year or "new"; common adjectives before it are dropped."""
        first = c.phrase.first
        if not c.proper or not any(self.reader.capital(i) for i in range(first, c.phrase.word)):
            return
        while not (
            self.reader.capital(first)
            or self._year(first)
            or self.p.lower[first] in words("age", "newer")
            or self.reader.token(first)[0].isdigit()
        ):
            first += 1
        c.phrase.first = first

    def _type(self, c: Candidate) -> None:
        """Typed heads need their complement: a declaration *of intent*, a *joint* statement."""
        after = self.p.lower[c.phrase.head + 1 : c.phrase.head + 3]
        if len(after) == 2 and after[0] == "of" and after[1] in words("typed", "after"):
            c.evidence.append("typed")
        elif c.head.kind == "typed" and set(c.modifiers) & words("typed", "before"):
            c.evidence.append("typed_statement" if c.head.form in STATEMENTS else "typed")

    def _specific(self, c: Candidate) -> bool:
        known = modifiers()
        if self._dated_possessive(c):
            return False
        if self._told_by_its_signers(c):
            return True
        if c.proper or {"typed", "typed_statement"} & set(c.evidence) or c.phrase.last > c.phrase.head:
            return True
        return any(not counted(w) and (w not in known or known[w].kind != "bare") for w in c.modifiers)

    def _told_by_its_signers(self, c: Candidate) -> bool:
        """``the agreements signed by Israel``: whose they are says which."""
        if not c.head.plural:
            return False
        signed = [
            i for i in self.p.children[c.phrase.head] if self.p.dep[i] == "acl" and self.p.lower[i] in ("signed", "concluded", "reached")
        ]
        agents = [k for i in signed for k in self.p.children[i] if self.p.dep[k] == "agent"]
        return any(self.countries.codes(self.p.start[k], self.p.end[self.p.right[k]]) for k in agents)

    def _dated_possessive(self, c: Candidate) -> bool:
        """``yesterday's deal``, ``Saturday's new accord``: points back, whatever it says of the day."""
        rest = [w for w in c.modifiers if w not in words("time", "words") and w not in ("'s", "’s", "s")]
        if len(rest) == len(c.modifiers) or c.phrase.last > c.phrase.head:
            return False
        return any(self.p.tag[i] == "POS" for i in range(c.phrase.first, c.phrase.word)) and all(
            w in modifiers() and modifiers()[w].kind == "bare" for w in rest
        )

    def _mark(self, c: Candidate) -> AgreementMark:
        start, end = self.p.start[c.phrase.first], self._closed(self.p.start[c.phrase.first], self.p.end[c.phrase.last])
        how = self._how(c)
        return AgreementMark(
            start,
            end,
            c.head.form,
            how,
            self.p.start[c.phrase.word],
            self._determiner(c),
            c.head.plural,
            c.modifiers,
            c.domain,
            strength=c.strength,
        )

    def _closed(self, start: int, end: int) -> int:
        """`end`, past the quotation mark that closes one opened inside."""
        inside = self.text[start:end]
        for opening, closing in ("“”", "‘’", '""'):
            odd = inside.count(opening) % 2 if opening == closing else inside.count(opening) > inside.count(closing)
            if odd and self.text[end : end + 1] == closing:
                return end + 1
        return end

    def _determiner(self, c: Candidate) -> Determiner:
        """A superlative is definite: (worst trade deal ever made)."""
        if self._dated_possessive(c):
            return Determiner.DEFINITE
        superlative = any(self.p.tag[i] in ("JJS", "RBS") for i in range(c.phrase.first, c.phrase.word))
        return Determiner.DEFINITE if superlative and c.phrase.determiner is Determiner.NONE else c.phrase.determiner

    def _how(self, c: Candidate) -> MentionForm:
        if self.headlines.headline(self.p.start[c.phrase.head]):
            return MentionForm.HEADLINE if c.specific else MentionForm.ANAPHOR
        if c.proper:
            return MentionForm.NAME
        if c.specific:
            return MentionForm.DESCRIPTIVE
        return MentionForm.ANAPHOR if self._determiner(c) in (Determiner.DEFINITE, Determiner.POSSESSIVE) else MentionForm.DESCRIPTIVE
