"""The words of a parsed article as plain lists: reading a list is many times faster than asking a token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import Any

from pactscan.lexicon.actors import words_in
from pactscan.lexicon.titles import honorifics, hyphen_tails, name_particles, name_suffixes, office_abbreviations
from pactscan.marks import MarkedArticle

HYPHENS = frozenset("-‐‑–")
QUOTES = frozenset("\"'“”‘’`´")
OPENING_QUOTES, CLOSING_QUOTES, STRAIGHT_QUOTES = frozenset({"“", "``"}), frozenset({"”"}), frozenset({'"', "''"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s"})
COLUMNS = ["POS", "TAG", "DEP", "ENT_TYPE", "SENT_START", "IDX", "LENGTH"]
HEADLINE_LEAST, HEADLINE_MOST = 5, 24
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})


class Words:
    """Tokens without white space. Index `i` is a position in these lists, not in the Doc."""

    def __init__(self, marked: MarkedArticle) -> None:
        reading, strings = marked.reading, marked.doc.vocab.strings
        pos, tag, dep, ent, begins, start, length = marked.doc.to_array(COLUMNS).T.tolist()
        texts = [reading[at : at + n] for at, n in zip(start, length, strict=True)]
        kept = [i for i, text in enumerate(texts) if not text.isspace()]
        names = {code: str(strings[code]) if code else "" for code in {*pos, *tag, *dep, *ent}}
        self.text: list[str] = [texts[i] for i in kept]
        self.start: list[int] = [start[i] for i in kept]
        self.end: list[int] = [at + len(text) for at, text in zip(self.start, self.text, strict=True)]
        self.pos: list[str] = [names[pos[i]] for i in kept]
        self.tag: list[str] = [names[tag[i]] for i in kept]
        self.dep: list[str] = [names[dep[i]] for i in kept]
        self.ent: list[str] = [names[ent[i]] for i in kept]
        self.begins: list[bool] = [begins[i] == 1 or i == 0 for i in kept]
        self.key: list[str] = [_key(text) for text in self.text]
        bounds = {p.start for p in marked.paragraphs}
        self.opens: list[bool] = [at in bounds for at in self.start]
        self._marked = marked
        self._close_abbreviations()

    def _close_abbreviations(self) -> None:
        """Give an abbreviation the full stop that the tokenizer parted from it ("Col" + "." before a name)."""
        stops = [k for k in range(1, len(self) - 1) if self.text[k] == "." and self.glued(k) and self._abbreviates(k)]
        for k in reversed(stops):
            self.text[k - 1] += "."
            self.end[k - 1] = self.end[k]
            for column in self._columns():
                del column[k]

    def _abbreviates(self, k: int) -> bool:
        key, goes_on = self.key[k - 1], self.text[k + 1][0]
        if key in name_suffixes() and goes_on.islower():
            return True
        titled = key in office_abbreviations() or key in honorifics()
        return titled and self.capital(k - 1) and goes_on.isupper() and not self.opens[k + 1]

    def _columns(self) -> tuple[list[Any], ...]:
        return self.text, self.start, self.end, self.pos, self.tag, self.dep, self.ent, self.begins, self.key, self.opens

    @cached_property
    def headline(self) -> list[bool]:
        """Whether each word stands in a line of headline capitals."""
        flags: list[bool] = []
        starts = [k for k, opens in enumerate(self.opens) if opens or k == 0]
        for first, stop in pairwise([*starts, len(self)]):
            flags += [self._headlined(first, stop)] * (stop - first)
        return flags

    def _headlined(self, first: int, stop: int) -> bool:
        """Whether the paragraph ``[first, stop)`` is short, comes first or has a verb, and capitalises all its longer words."""
        if not HEADLINE_LEAST <= stop - first <= HEADLINE_MOST or self.text[stop - 1] in ('"', "”"):
            return False
        if first and not any(self.tag[k] in FINITE or self.key[k] == "to" for k in range(first, stop)):
            return False
        if self.text[stop - 1] == "." and "the" in self.text[first:stop]:
            return False
        long = [k for k in range(first + 1, stop) if len(self.text[k]) > 3 and self.text[k][0].isalpha()]
        return len(long) > 2 and all(self.capital(k) for k in long)

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def entities(self) -> list[tuple[int, int, str]]:
        """The model's entities as (first, last + 1, label), in order; white space at their ends is cut."""
        found = []
        for ent in self._marked.doc.ents:
            first, stop = bisect_left(self.start, ent.start_char), bisect_left(self.start, ent.end_char)
            if first < stop:
                found.append((first, stop, ent.label_))
        return found

    def at(self, offset: int) -> int:
        """Index of the word that holds the code point `offset`, or of the last one before it."""
        return max(0, bisect_right(self.start, offset) - 1)

    def key_at(self, i: int) -> str:
        """The folded form of word `i`, empty outside the article."""
        return self.key[i] if 0 <= i < len(self.key) else ""

    def glued(self, i: int) -> bool:
        """Whether word `i` follows the one before it without white space."""
        return 0 < i < len(self.text) and self.start[i] == self.end[i - 1]

    def hyphened(self, i: int) -> bool:
        """Whether a hyphen joins word `i` to the word before it ("led" in "Labour-led")."""
        return i > 1 and self.text[i - 1] in HYPHENS and self.glued(i) and self.glued(i - 1)

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each word stands between quotation marks; a mark that nothing closes holds to the end of its paragraph."""
        flags, inside = [], False
        for text, opens in zip(self.text, self.opens, strict=True):
            inside = inside and not opens
            if text in CLOSING_QUOTES or (text in STRAIGHT_QUOTES and inside):
                inside = False
            elif text in OPENING_QUOTES or text in STRAIGHT_QUOTES:
                inside = True
            flags.append(inside)
        return flags

    def capital(self, i: int) -> bool:
        """Whether word `i` starts with a capital letter."""
        return self.text[i][0].isupper()

    def initial(self, i: int) -> bool:
        """Whether word `i` is an initial or several ("J.", "H.W.", "J")."""
        if self.text[i] == "I":
            return False
        bare = self.text[i].replace(".", "")
        return 0 < len(bare) <= 3 and bare.isalpha() and bare.isupper() and (len(bare) == 1 or "." in self.text[i])

    def company(self, first: int, stop: int) -> bool:
        """Whether what stands beside the name ``[first, stop)`` makes it a company's ("shares of X", "X's shareholders")."""
        tied = first > 1 and not self.opens[first] and self.key[first - 1] in ("of", "in", "for", "with")
        if tied and self.key[first - 2] in words_in("company_before"):
            return True
        k = stop + (stop < len(self.text) and self.text[stop] in POSSESSIVES)
        return k < len(self.text) and not self.opens[k] and self.key[k] in words_in("company_after")

    def run(self, i: int, limit: int = 8) -> int:
        """Where the run of name words that starts at `i` stops: capitals, initials, particles, hyphened parts, Jr."""
        k = i
        while k < len(self.text) and k - i < limit:
            step = self._step(i, k)
            if not step:
                break
            k += step
        return k

    def _step(self, first: int, k: int) -> int:
        if k > first and self.opens[k]:
            return 0
        text = self.text[k]
        if text in HYPHENS:
            return 2 if self._hyphened(first, k) else 0
        if self.capital(k):
            return 1 if text[0].isalpha() and (len(text) > 1 or self.initial(k)) else 0
        if self.key[k] in name_particles():
            return self._particles(k)
        if k > first and text == "," and k + 1 < len(self.text) and self.key[k + 1] in name_suffixes() and self.capital(k + 1):
            return 2
        return self._nickname(first, k)

    def _hyphened(self, first: int, k: int) -> bool:
        """Whether the hyphen at `k` joins two parts of one name ("Jean-Paul", "Moon Jae-in", not "Bush-era")."""
        if not (self.glued(k) and self.glued(k + 1) and self.text[k + 1][0].isalpha()):
            return False
        return self.capital(k + 1) or (k - 1 > first and self.key[k + 1] not in hyphen_tails()) or self.key[k - 1] in name_particles()

    def _particles(self, k: int) -> int:
        """Length of the lower-case particles at `k` if a capital follows them ("von der Leyen", "al-Assad")."""
        n = k
        while n < len(self.text) and n - k < 4 and not self.capital(n) and self._particle(n):
            n += 1
        return n - k if n < len(self.text) and self.capital(n) and not self.opens[n] else 0

    def _particle(self, n: int) -> bool:
        if self.key[n] in words_in("hyphened_particles"):
            return n + 1 < len(self.text) and self.text[n + 1] in HYPHENS and self.glued(n + 1)
        return self.key[n] in name_particles() or self.text[n] in HYPHENS

    def _nickname(self, first: int, k: int) -> int:
        """Length of a nickname in marks between given name and surname (“Tony”)."""
        inside = first < k and k + 3 < len(self.text) and self.text[k] in QUOTES and self.text[k + 2] in QUOTES
        return 3 if inside and self.capital(k + 1) and self.capital(k + 3) else 0


def _key(text: str) -> str:
    """Folded for look-up: lower case, abbreviations without full stops ("Sen." → "sen", "C.E.O." → "ceo")."""
    folded = text.lower()
    return folded.replace(".", "") or folded if "." in folded else folded
