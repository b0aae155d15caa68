"""Several parties in few words: capitals side by side, the two countries, the three governments."""

from __future__ import annotations

import re
from itertools import pairwise

from pactscan.lexicon.agreements import body_codes, modality, number_named, party_words, words
from pactscan.lexicon.countries import code_of_seat
from pactscan.model import Mention, Party
from pactscan.resolve.agreements.named import ENOUGH, MODIFIERS, NamedParties

SENTENCES_BACK = 3
JOINED = re.compile(r"(?:\band|&|\bwith)\s|^\s*[-–/]\s*$")


class Groups(NamedParties):
    """Finds the parties that words for several of them mean."""

    def seat_at(self, i: int) -> list[Party]:
        """The government of the capital that token `i` names."""
        m = self.scene.mention(i, i)
        code = code_of_seat(m.text)
        return [Party(code, m.text, m)] if code else []

    def seat(self, noun: int) -> list[Party]:
        """A capital that signs or quits is its government."""
        e = self.p.entity[noun]
        first, stop = (self.p.entities[e][0], self.p.entities[e][1]) if e >= 0 else (noun, noun + 1)
        m = self.scene.mention(first, stop - 1)
        code = None if self.dateline(m.start, m.end) else code_of_seat(m.text)
        code = body_codes().get(m.text.lower(), code)
        return [Party(code, m.text, m)] if code else []

    def group_size(self, noun: int) -> int | None:
        """How many parties the words before a noun count (the *three* governments), where they do."""
        sizes = (number_named(self.p.lower[c]) for c in (noun, *self.p.children[noun]))
        return next((size for size in sizes if size), None)

    def series_in_sentence(self, at: int) -> list[Party]:
        """``New Zealand and Japan's … their``: the last two named side by side in the sentence."""
        first = self.p.sentences[self.p.sentence[at]][0]
        named = self.named(first, at - 1)
        for left, right in reversed(list(pairwise(named))):
            between = self.scene.text[left.mention.end : right.mention.start]
            if between.strip(" ’'s") in ("and", "-", "–", "/", "&") and left.code != right.code:
                return [left, right]
        return []

    def group_before(self, at: int, size: int | None) -> list[Party]:
        """The parties that a sentence before token `at` names together, within three; else those that its own goes on to name.

        `size` is how many the words count: without it a pair, or a series of any length.
        """
        s = self.p.sentence[at]
        for k in range(s, max(-1, s - SENTENCES_BACK), -1):
            first, stop = self.p.sentences[k]
            distinct = self._distinct(first, min(stop, at if k == s else stop) - 1)
            if len(distinct) >= (size or ENOUGH):
                return self._together(distinct, size)
            if k < s and size == ENOUGH and self.scene.main_pair:
                return self._main_pair(at)
        later = self._distinct(at, self.p.sentences[s][1] - 1)
        return later if len(later) == (size or ENOUGH) else self._main_pair(at) if size == ENOUGH else []

    def _main_pair(self, at: int) -> list[Party]:
        """The two states that the text is about, which "the two countries" means where no pair stands near; none that mediates."""
        if any(self.mediates(code) for code in self.scene.main_pair):
            return []
        found = [(code, self.scene.nearest_mention(code, self.p.start[at])) for code in self.scene.main_pair]
        return [Party(code, m.text, m) for code, m in found]

    def _together(self, distinct: list[Party], size: int | None) -> list[Party]:
        """All of them where the number is right, else the last of them that "and" joins, as many as are meant."""
        if len(distinct) == (size or ENOUGH):
            return distinct
        fitting = [run for run in self._runs(distinct) if len(run) == size or (size is None and len(run) >= ENOUGH)]
        return fitting[-1] if len(fitting) == 1 else []

    def _runs(self, distinct: list[Party]) -> list[list[Party]]:
        """Those that "and" joins, with what commas join before it."""
        runs: list[list[Party]] = []
        current = [distinct[0]]
        for left, right in pairwise(distinct):
            between = self.scene.text[left.mention.end : right.mention.start]
            quiet = self.scene.quiet(left.mention.end, right.mention.start)
            if quiet and JOINED.search(between):
                runs.append([*current, right])
                current = [right]
            else:
                current = [*current, right] if quiet and "," in between else [right]
        return runs

    def _distinct(self, first: int, last: int) -> list[Party]:
        """Parties named in tokens ``first..last``, people for their states, each once; not who only speaks of others."""
        found = {x.code or x.name: x for x in [*self.named(first, last, people=True), *self._seats(first, last)]}
        rows = sorted(found.values(), key=lambda x: x.mention.start)
        others = [x for x in rows if not self._speaks(x.mention, modality("hailing") | party_words("mediating"))] or rows
        spoken_to = [x for x in others if not self._speaks(x.mention, party_words("urging"))]
        return spoken_to if len(spoken_to) >= ENOUGH or self._urges_both(first, last) else others

    def _urges_both(self, first: int, last: int) -> bool:
        """``Chad urges the parties to …``: those urged are several already."""
        urged = (i for i in range(first, last + 1) if self.p.dep[i] == "dobj" and self.p.lower[self.p.head[i]] in party_words("urging"))
        return any(self.p.lower[i] in words("setting", "collective") or self.grammar.children(i, "conj") for i in urged)

    def _seats(self, first: int, last: int) -> list[Party]:
        """Capitals side by side as subject (``Lima and Quito are close to a deal``), or one that does something to somebody."""
        out: list[Party] = []
        for i in range(first, last + 1):
            if self.p.dep[i] in ("nsubj", "nsubjpass"):
                seats = [self.seat(part) for part in self.series(i) if part <= last]
                if all(seats) and (len(seats) >= ENOUGH or self.grammar.children(self.p.head[i], "dobj")):
                    out += [x for seat in seats for x in seat]
        return out

    def _speaks(self, m: Mention, verbs: frozenset[str]) -> bool:
        """Whether the party is subject of one of the verbs: of hailing, urging or mediating, so that it speaks of others."""
        i = self.scene.token(m.end - 1)
        while self.p.dep[i] in MODIFIERS and self.p.head[i] != i:
            i = self.p.head[i]
        return self.p.dep[i] == "nsubj" and self.p.lower[self.p.head[i]] in verbs and not self.grammar.children(i, "conj")

    def collective(self, first: int, last: int) -> list[Party]:
        """``between the two countries``: those that the text named last before."""
        told = set(self.p.lower[first : last + 1])
        if not told & (words("setting", "collective") | {"them"}) or "other" in told:
            return []
        return self.group_before(first, next((size for i in range(first, last + 1) if (size := number_named(self.p.lower[i]))), None))
