"""Candidates: a phrase read around each trigger, told apart as name, acronym, description or anaphor."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from pactscan.find.agreements.evidence import Candidate, Countries, Judge, domain_of, joined_words
from pactscan.find.agreements.headlines import Headlines
from pactscan.find.agreements.phrases import Phrase, Reader
from pactscan.lexicon.agreements import heads, modifiers, weights, words
from pactscan.marks.agreements import AgreementMark, Determiner
from pactscan.model import AgreementForm, MentionForm

if TYPE_CHECKING:
    from pactscan.find.agreements.triggers import HeadHit, KnownHit
    from pactscan.marks import MarkedArticle

SPECIFIC_KINDS = frozenset({"political", "polity"})


class Candidates:
    """Reads the candidates of one article."""

    def __init__(self, marked: MarkedArticle, text: str, countries: Countries) -> None:
        self.marked, self.p, self.text, self.countries = marked, marked.parse, text, countries
        self.reader = Reader(self.p, text)
        self.headlines = Headlines(marked)
        self.judge = Judge(self.reader, countries)

    def read(self, nouns: list[HeadHit], known: list[KnownHit]) -> list[AgreementMark]:
        """Marks of all candidates, weighed, in the order of the text; longer ones first at one place."""
        marks = [self._known(hit) for hit in known]
        taken = [(m.start, m.end) for m in marks]
        marks += [mark for hit in nouns if (mark := self._of_head(hit, taken)) is not None]
        return sorted(marks, key=lambda m: (m.start, -m.end))

    # --- known instruments ---

    def _known(self, hit: KnownHit) -> AgreementMark:
        instrument = hit.alias.instrument
        start = self._with_year(hit.start)
        head = self.p.start[self._token(hit.end - 1)]
        how = MentionForm.ACRONYM if hit.alias.acronym else MentionForm.NAME
        if how is MentionForm.NAME and self.headlines.headline(hit.start):
            how = MentionForm.HEADLINE
        i = self._token(hit.end - 1)
        end = hit.end
        if not hit.alias.acronym:
            end = max(end, self.p.end[self.reader.name_end(i)]) if self.text[hit.end - 1].isalnum() else end
        return AgreementMark(
            start,
            end,
            instrument.form if hit.alias.acronym else self._form_of(hit),
            how,
            head,
            domain=instrument.domain,
            instrument=instrument.name,
            strength=weights()["instrument"],
        )

    def _form_of(self, hit: KnownHit) -> AgreementForm:
        """By the head word as written: the Paris accord is an accord."""
        for word in reversed(self.text[hit.start : hit.end].lower().split()):
            if word in heads() and heads()[word].kind in ("firm", "loose"):
                return heads()[word].form
        return hit.alias.instrument.form

    def _token(self, at: int) -> int:
        return max(0, bisect_right(self.p.start, at) - 1)

    def _with_year(self, start: int) -> int:
        i = self._token(start)
        if i > 0 and len(self.p.lower[i - 1]) == 4 and self.p.lower[i - 1].isdigit() and self.reader.same_line(i, i - 1):
            return self.p.start[i - 1]
        return start

    # --- head nouns ---

    def _of_head(self, hit: HeadHit, taken: list[tuple[int, int]]) -> AgreementMark | None:
        at = self.p.start[hit.i]
        if any(s <= at < e for s, e in taken) or self._is_other_name(hit.i):
            return None
        phrase = self.reader.read(hit.i, hit.word)
        candidate = Candidate(phrase, hit.head, joined_words(self.reader, phrase.first, phrase.word))
        candidate.proper = self._proper(phrase)
        phrase.last = self._end(candidate)
        candidate.domain = domain_of((*candidate.modifiers, *joined_words(self.reader, phrase.head + 1, phrase.last + 1)))
        self._type(candidate)
        candidate.specific = self._specific(candidate)
        self.judge.weigh(candidate)
        if hit.head.kind == "typed" and "typed" not in candidate.evidence:
            return None
        return self._mark(candidate)

    def _is_other_name(self, i: int) -> bool:
        """Whether the head is part of a longer name of something else (Treaty Organization, Convention Center)."""
        j = i + 1
        if j >= len(self.p.lower) or not self.reader.same_line(i, j):
            return False
        follows = self.p.lower[j]
        if self.p.tag[j] in ("NN", "NNS", "NNP", "NNPS") and self.p.head[i] >= j and self.p.dep[i] in ("compound", "nmod", "amod"):
            return follows not in words("after", "nouns")
        if self.reader.capital(i) and self.reader.capital(j) and not self.headlines.title_case(self.p.start[i]):
            return (
                self.p.tag[j] in ("NNP", "NNPS")
                and follows not in words("after", "nouns")
                and follows not in words("time", "words")
                and self.p.entity[j] == self.p.entity[i] != -1
            )
        return False

    def _proper(self, phrase: Phrase) -> bool:
        if self.headlines.title_case(self.p.start[phrase.head]):
            return False
        capitals = [i for i in range(phrase.first, phrase.word) if self._capital_modifier(i, phrase)]
        if self.reader.capital(phrase.head):
            tail = self.reader.name_end(phrase.head) > phrase.head
            return bool(capitals) or tail
        return any(self._place_like(i) for i in capitals)

    def _capital_modifier(self, i: int, phrase: Phrase) -> bool:
        if not self.reader.capital(i) or self.p.tag[i] not in ("NNP", "NNPS", "JJ", "NN", "NNS", "CD", "VBN", "VBG"):
            return False
        starts_sentence = i == self.p.sentences[self.p.sentence[i]][0]
        return not (starts_sentence and phrase.word - phrase.first == 1 and self.p.tag[i] not in ("NNP", "NNPS"))

    def _place_like(self, i: int) -> bool:
        """A capitalised modifier of a lower-case head that is no country: the Louvre accords."""
        return (
            self.p.tag[i] in ("NNP", "NNPS")
            and not self.countries.codes(self.p.start[i], self.p.end[i])
            and self.p.lower[i] not in words("time", "words")
        )

    def _end(self, c: Candidate) -> int:
        head = c.phrase.head
        if self.reader.capital(head):
            end = self.reader.name_end(head)
            if end > head or c.proper:
                return end
        return self.reader.description_end(head)

    def _type(self, c: Candidate) -> None:
        """Typed heads need their complement: a declaration *of intent*, a *joint* statement."""
        after = self.p.lower[c.phrase.head + 1 : c.phrase.head + 3]
        if (len(after) == 2 and after[0] == "of" and after[1] in words("typed", "after")) or (
            c.head.kind == "typed" and set(c.modifiers) & words("typed", "before")
        ):
            c.evidence.append("typed")

    def _specific(self, c: Candidate) -> bool:
        known = modifiers()
        if c.proper or "typed" in c.evidence or c.phrase.last > c.phrase.head:
            return True
        return any(w not in known or known[w].kind != "bare" for w in c.modifiers)

    def _mark(self, c: Candidate) -> AgreementMark:
        start, end = self.p.start[c.phrase.first], self.p.end[c.phrase.last]
        how = self._how(c)
        return AgreementMark(
            start,
            end,
            c.head.form,
            how,
            self.p.start[c.phrase.word],
            c.phrase.determiner,
            c.head.plural,
            c.modifiers,
            c.domain,
            strength=0.0 if how is MentionForm.ANAPHOR else c.strength,
        )

    def _how(self, c: Candidate) -> MentionForm:
        if self.headlines.headline(self.p.start[c.phrase.head]):
            return MentionForm.HEADLINE if c.specific else MentionForm.ANAPHOR
        if c.proper:
            return MentionForm.NAME
        if c.specific:
            return MentionForm.DESCRIPTIVE
        return MentionForm.ANAPHOR if c.phrase.determiner in (Determiner.DEFINITE, Determiner.POSSESSIVE) else MentionForm.DESCRIPTIVE
