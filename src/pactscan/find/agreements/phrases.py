"""The noun phrase around a head noun: its modifiers, its determiner, and how far its complements reach."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.agreements.phrase_words import HYPHENS, QUOTES
from pactscan.find.agreements.tails import Tails
from pactscan.lexicon.agreements import words
from pactscan.marks.agreements import Determiner

LONGEST_QUOTED = 7
LONGEST_LEFT = 12

MODIFIER_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "AFX", "FW", "HYPH", "RBS", "ADD"})
PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
NOMINAL = frozenset({"amod", "compound", "nmod", "nummod", "npadvmod", "quantmod"})


@dataclass(slots=True)
class Phrase:
    """Token indexes: ``first..last`` is the mention, `head` its noun, `word` the first token of a hyphenated head."""

    head: int
    word: int
    first: int
    last: int
    determiner: Determiner
    negated: bool = False


class Reader(Tails):
    """Reads noun phrases of one text: what stands to the left of head nouns, and with `Tails` what stands to the right."""

    def read(self, head: int, word: int) -> Phrase:
        """The phrase of the head noun at `head`, whose first token is `word`."""
        first = self._leftmost(head, word)
        determiner = self._determiner(first)
        return Phrase(head, word, first, head, determiner)

    # --- to the left ---

    def _leftmost(self, head: int, word: int) -> int:
        first = word
        while word - first < LONGEST_LEFT:
            step = self._step_left(first, head)
            if step == first:
                break
            first = step
        while first < word and self._cannot_begin(first):
            first += 1
        return first

    def _step_left(self, first: int, head: int) -> int:
        j = first - 1
        if j < 0 or not self.same_line(j, head):
            return first
        if self._modifies(j, head):
            return j
        if self.p.lower[j] in ("and", "&", ",", "or") and self._coordinates(j, head):
            return j - 1
        if j > 0 and self._closes_quote(j):
            return self._quoted(j, first)
        if self.p.lower[j] in ("of", "for", "the") and self._inside_name(j, head):
            return j - 1 if self.p.lower[j] != "the" else j - 2
        if self.p.lower[j] == "of" and self.p.lower[j - 1] == "status" and self.p.lower[first] == "forces":
            return j - 1
        return self._date_possessor(j, first)

    def _closes_quote(self, j: int) -> bool:
        """Whether token `j` is a quotation mark that closes: no white space before it."""
        token = self.token(j)
        return token in QUOTES and token not in ("“", "‘", "`", "``") and not self.text[self.p.start[j] - 1].isspace()

    def _quoted(self, j: int, first: int) -> int:
        """``a “safe country” deal``: back to the mark that opens a short quotation before the noun."""
        for k in range(j - 1, max(-1, j - LONGEST_QUOTED), -1):
            if self.token(k) in QUOTES:
                return k if self.same_line(k, j) and k < j - 1 else first
            if self.p.tag[k] in (".", ":", "VBD", "VBZ"):
                return first
        return first

    def _inside_name(self, j: int, head: int) -> bool:
        """``Status of Forces Agreement``, ``Law of the Sea Convention``: capitals around a small word."""
        k = j - 1 if self.p.lower[j] == "the" else j
        if (
            self.title_case(self.p.start[head])
            or not self.capital(head)
            or k < 1
            or self.p.lower[k] not in ("of", "for")
            or not self.capital(j + 1)
        ):
            return False
        return (
            self.capital(k - 1)
            and self.p.tag[k - 1] in ("NNP", "NNPS")
            and self.same_line(k - 1, head)
            and self.p.head[k] == k - 1
            and self.p.right[k] >= head - 1
        )

    def _modifies(self, j: int, head: int) -> bool:
        tag = self.p.tag[j]
        if self.p.paragraph[j] == 0 and self.p.lower[j] in words("headline", "verbs"):
            return False
        if self.p.lower[j] in HYPHENS:
            return j > 0 and self.p.end[j - 1] == self.p.start[j] == self.p.end[j] - len(self.token(j)) and self._tight(j)
        if tag in MODIFIER_TAGS:
            return not self._ends_clause_before(j)
        if tag in PARTICIPLES or self.p.lower[j] == "proposed":
            return (self.p.dep[j] in NOMINAL and j < self.p.head[j] <= head) or self._hyphenated(j)
        return self._hyphenated(j)

    def _hyphenated(self, j: int) -> bool:
        """A piece of ``search-and-rescue``, whatever its tag."""
        if j + 1 < len(self.p.lower) and self.p.lower[j + 1] in HYPHENS and self._tight(j + 1):
            return True
        return j > 0 and self.p.lower[j - 1] in HYPHENS and self._tight(j - 1) and self.token(j).isalpha()

    def _tight(self, j: int) -> bool:
        return j > 0 and self.p.end[j - 1] == self.p.start[j] and j + 1 < len(self.p.lower) and self.p.end[j] == self.p.start[j + 1]

    def _ends_clause_before(self, j: int) -> bool:
        """A noun that is the subject or object of something else is no modifier, whatever its tag."""
        return self.p.dep[j] in ("nsubj", "nsubjpass", "npadvmod", "dative") and not self.capital(j) and self.p.head[j] < j

    def _coordinates(self, j: int, head: int) -> bool:
        if j < 1 or not self.same_line(j - 1, head):
            return False
        before, after = j - 1, j + 1
        if self.p.lower[j] == ",":
            return self.p.tag[before] in ("JJ", "NNP", "NN") and self.p.tag[after] == self.p.tag[before] and before >= self.p.left[head]
        if self.capital(before) != self.capital(after) and not self._compound_of(before, head):
            return False
        return self._compound_of(before, head) or (self._compound_of(after, head) and before >= self.p.left[head])

    def _compound_of(self, j: int, head: int) -> bool:
        return self.p.dep[j] in NOMINAL and j < self.p.head[j] <= head and self.p.tag[j] in MODIFIER_TAGS

    def _date_possessor(self, j: int, first: int) -> int:
        """``yesterday's deal``: a day or month that owns the noun belongs to the mention."""
        if self.p.tag[j] == "POS" and j > 0 and self.p.lower[j - 1] in words("time", "words"):
            return j - 1
        return first

    def _cannot_begin(self, i: int) -> bool:
        return self.p.lower[i] in HYPHENS or self.p.tag[i] in ("POS", "CC", ",", ".")

    def _determiner(self, first: int) -> Determiner:
        j = first - 1
        while j >= 0 and self.token(j) in QUOTES:
            j -= 1
        if j < 0 or not self.same_line(j, first):
            return Determiner.NONE
        word = self.p.lower[j]
        if word == "of" and self.p.lower[j - 1] in words("setting", "quantities"):
            return Determiner.INDEFINITE
        for kind in (Determiner.DEFINITE, Determiner.INDEFINITE, Determiner.NEGATIVE, Determiner.POSSESSIVE):
            if word in words("determiners", kind.value):
                return kind
        return Determiner.POSSESSIVE if self.p.tag[j] == "POS" else Determiner.NONE
