"""Which parties a noun phrase stands for: offices for their states, capitals for their governments, pronouns for who was named before."""

from __future__ import annotations

from itertools import pairwise

from pactscan.lexicon.agreements import body_codes, words
from pactscan.lexicon.countries import code_of_seat
from pactscan.model import Party
from pactscan.resolve.agreements.named import ENOUGH, NamedParties

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod"})


class Referents(NamedParties):
    """Resolves noun phrases to parties."""

    def of_part(self, noun: int) -> list[Party]:
        """``U.S. and Iraqi officials``, ``the president of Chile``, ``Foreign Minister Ana Lima of Peru``."""
        first = min([noun, *(self.p.left[c] for c in self.p.children[noun] if c < noun and self.p.dep[c] in MODIFIERS)])
        last = noun
        found = self.named(first, last, people=True) or self.seat(noun)
        for c in self.p.children[noun]:
            if self.p.lower[c] in ("of", "from") and self.p.dep[c] == "prep" and self.represents(noun):
                found += self.named(c + 1, self.cut(c), people=True)
            elif self.p.dep[c] == "appos" and not found:
                found += self.of_part(c)
        return found

    def seat(self, noun: int) -> list[Party]:
        """A capital that signs or quits is its government."""
        e = self.p.entity[noun]
        first, stop = (self.p.entities[e][0], self.p.entities[e][1]) if e >= 0 else (noun, noun + 1)
        m = self.scene.mention(first, stop - 1)
        code = None if self.dateline(m.start, m.end) else code_of_seat(m.text)
        code = body_codes().get(m.text.lower(), code)
        return [Party(code, m.text, m)] if code else []

    def without_clause(self, noun: int) -> int:
        """Last token of the noun phrase before its relative clause."""
        clauses = [self.p.left[c] for c in self.p.children[noun] if self.p.dep[c] in ("relcl", "acl") and c > noun]
        return min(self.p.right[noun], *(c - 1 for c in clauses)) if clauses else self.p.right[noun]

    def people_of(self, noun: int) -> list[Party]:
        """Parties that a noun phrase stands for: named in its head, its modifiers, its series, or as what an office is of."""
        found: list[Party] = []
        if words("parties", "mediators") & set(self.p.lower[self.p.left[noun] : noun + 1]):
            return []
        for part in self.series(noun):
            found += self.of_part(part)
        if found:
            return found
        if self.p.lower[noun] == "we":
            return self.speaker(noun)
        if self.p.tag[noun] == "PRP" or self.p.lower[noun] in words("setting", "collective"):
            return self._pronoun(noun)
        return []

    def _pronoun(self, noun: int) -> list[Party]:
        """Two sides: the last pair named. ``it``: the last subject that is one party."""
        if self.p.lower[noun] in ("it", "he", "she", "who"):
            return self.last_subject(noun)
        return self.pair_before(noun)

    def speaker(self, at: int) -> list[Party]:
        """``we``: the state of the person who speaks in the sentence."""
        first, stop = self.p.sentences[self.p.sentence[at]]
        for i in range(first, stop):
            if self.p.dep[i] == "nsubj" and self.p.lower[self.p.head[i]] in ("said", "says", "told", "added", "wrote", "tweeted"):
                return [x for x in self.of_part(i) if x.code][:1]
        main = self.scene.voice
        m = self.scene.nearest_mention(main, self.p.start[at]) if main else None
        return [Party(main, m.text, m)] if m else []

    def last_subject(self, at: int) -> list[Party]:
        """The last subject before token `at` that stands for one party."""
        s = self.p.sentence[at]
        for k in range(s, max(-1, s - 3), -1):
            first, stop = self.p.sentences[k]
            for i in range(first, min(stop, at)):
                if self.p.dep[i] in ("nsubj", "nsubjpass") and self.p.tag[i] != "PRP":
                    found = self.of_part(i)
                    if len({x.code or x.name for x in found}) == 1:
                        return found[:1]
        return []

    def series_in_sentence(self, at: int) -> list[Party]:
        """``New Zealand and Japan's … their``: the last two named side by side in the sentence."""
        first = self.p.sentences[self.p.sentence[at]][0]
        named = self.named(first, at - 1)
        for left, right in reversed(list(pairwise(named))):
            between = self.scene.text[left.mention.end : right.mention.start]
            if between.strip(" ’'s") in ("and", "-", "–", "/", "&") and left.code != right.code:
                return [left, right]
        return []

    def pair_before(self, at: int) -> list[Party]:
        """The pair of parties named last before token `at`, within three sentences; else the one that its sentence goes on to name."""
        s = self.p.sentence[at]
        for k in range(s, max(-1, s - 3), -1):
            first, stop = self.p.sentences[k]
            distinct = self._distinct(first, min(stop, at if k == s else stop) - 1)
            if len(distinct) >= ENOUGH:
                return distinct if len(distinct) == ENOUGH else []
        later = self._distinct(at, self.p.sentences[s][1] - 1)
        return later if len(later) == ENOUGH else []

    def _distinct(self, first: int, last: int) -> list[Party]:
        """Parties named in tokens ``first..last``, people for their states, each once."""
        return list({x.code or x.name: x for x in self.named(first, last, people=True)}.values())

    def collective(self, first: int, last: int) -> list[Party]:
        """``between the two countries``: those that the text named last before."""
        told = set(self.p.lower[first : last + 1])
        if not told & words("setting", "collective") or "other" in told:
            return []
        return self.pair_before(first)

    def listed(self, prep: int, last: int) -> list[Party]:
        """Parties in the complement of the preposition `prep`: named ones, else the two sides it speaks of."""
        found = self.named(prep + 1, last)
        if len(found) < ENOUGH:
            found += self.other_bodies(prep, last, found)
        return found or self.collective(prep + 1, last)
