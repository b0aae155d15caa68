"""The grammar of an office: its head, what stands before it, its complements, and the state it is held for."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.names.states import States
from pactscan.find.names.words import HYPHENS, POSSESSIVES, Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.organisations import state_bodies
from pactscan.lexicon.titles import honorifics, name_suffixes, office_abbreviations, office_nouns, portfolios, role_participles

TIES = frozenset({"of", "for", "to", "at", "in", "on", "with", "from", "under", "over"})
"""Prepositions that tie an office to what it is an office of."""

OWN = frozenset({"of", "for", "at", "with"})
"""Ties whose state the office is held for; the ambassador *to* a state serves another."""

MODIFIER = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
TIMES = frozenset({"DATE", "TIME"})
COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})
LONGEST = 24
"""Words that an office and its complements may span."""


@dataclass(frozen=True, slots=True)
class Office:
    """Words ``[first, stop)`` name an office; `head` is the word that says which; `country` the state it is held for."""

    first: int
    stop: int
    head: int
    country: str | None
    plural: bool = False


class OfficeGrammar:
    """Reads offices in one article."""

    def __init__(self, words: Words, states: States) -> None:
        self.words = words
        self.states = states

    # --- heads --------------------------------------------------------------------------------------------------------

    def head(self, i: int) -> bool:
        """Whether word `i` can head an office, in singular or plural."""
        words, key = self.words, self.words.key[i]
        if not (key in office_nouns() or self.plural(i) or (key in office_abbreviations() and words.capital(i)) or self._to_be(i)):
            return False
        return not (words.capital(i) and words.key_at(i + 1) in name_suffixes())

    def _to_be(self, i: int) -> bool:
        """Whether word `i` ends the office of one who does not hold it yet ("chancellor-designate")."""
        words = self.words
        return (
            i > 1
            and words.text[i - 1] in HYPHENS
            and words.key[i] in words_in("to_be")
            and words.hyphened(i)
            and words.key[i - 2] in office_nouns()
        )

    def plural(self, i: int) -> bool:
        """Whether word `i` is the plural of an office noun."""
        key = self.words.key[i]
        if key in office_nouns() or not key.endswith(("s", "men")):
            return False
        return singular(key) in office_nouns() or (key in words_in("abbreviated_plurals") and self.words.capital(i))

    def at(self, head: int) -> Office:
        """The office whose head is word `head`, with its modifiers and complements."""
        first = self._left(head)
        return self._office(first, self._complements(head + 1, first), head)

    def _left(self, head: int) -> int:
        """First word of the office whose head is `head`: its adjectives, nouns, possessives."""
        words, k = self.words, head
        short = words.key[head] in office_abbreviations() and words.text[head].endswith(".")
        while k > 0 and head - k < 12 and not words.opens[k] and self._modifies(k - 1, k):
            if short and not (words.capital(k - 1) or words.key[k - 1] in words_in("standing")):
                break
            k -= 1
        while k < head and (words.text[k] in HYPHENS or words.text[k] in POSSESSIVES or words.key[k] in ("and", "&")):
            k += 1
        return k

    def _modifies(self, k: int, following: int) -> bool:
        words = self.words
        if words.text[k] in HYPHENS:
            return words.glued(k) or words.glued(k + 1)
        if words.text[k] in POSSESSIVES:
            return words.glued(k)
        if words.ent[k] in COUNTED and words.key[k] not in ("first", "second", "third", "no", "one"):
            return False
        if words.key[k] in ("and", "&"):
            return self._joins_offices(k, following)
        if self.plural(k) or self._verb(k):
            return False
        if words.hyphened(k):
            return True
        verbal = words.tag[k] in ("VBN", "VBG") and words.key[k] not in role_participles()
        return (words.pos[k] in MODIFIER and not verbal) or words.key[k] in words_in("standing") or words.key[k] in role_participles()

    def _verb(self, k: int) -> bool:
        """Whether a word before an office is the verb of its clause: someone is named before it ("lawyer accused Judge X").

        Headlines have verbs that taggers take for nouns: "Ode hugs Mayor X".
        """
        words = self.words
        if words.tag[k] == "NNS" and words.text[k].islower() and k > 0 and words.ent[k - 1] == "PERSON" and words.capital(k + 1):
            return True
        if words.key[k] not in role_participles() or not words.key[k].endswith("ed") or words.hyphened(k):
            return False
        before = k - 1
        while before > 0 and words.pos[before] == "ADV" and not words.opens[before + 1]:
            before -= 1
        return before >= 0 and not words.opens[before + 1] and words.pos[before] in ("NOUN", "PROPN", "PRON", "AUX")

    def _joins_offices(self, k: int, following: int) -> bool:
        """Whether "and" joins two parts of one office ("Vice President and Minister", "President and CEO")."""
        words = self.words
        if k < 1 or words.opens[k] or following >= len(words) or words.ent[k - 1] == "PERSON":
            return False
        office = self.head(k - 1) or words.key[k - 1] in portfolios()
        return office and words.capital(k - 1) and words.capital(following)

    def _office(self, first: int, stop: int, head: int) -> Office:
        """Leave a leading own-country word out, and keep its code."""
        words, states = self.words, self.states
        country = self._own_state(first, stop, head)
        if states.owner(first) and states.stop[first] <= head:
            after = states.stop[first]
            after += words.text[after] in POSSESSIVES
            if after <= head and words.text[after] not in HYPHENS:
                first = after
        elif first > 1 and words.text[first - 1] in POSSESSIVES and words.glued(first - 1):
            country = country or states.code(first - 2)
        first = self._past_owner(first, head)
        while first < head and words.key[first] in words_in("unofficial"):
            first += 1
        return Office(first, stop, head, country, self.plural(head))

    def _past_owner(self, first: int, head: int) -> int:
        """Past an owner that names nobody ("company's chief executive"), unless it is an office or a body of a state."""
        words = self.words
        for k in range(head - 1, first, -1):
            if words.text[k] in POSSESSIVES:
                owner = range(first, k)
                telling = (
                    words.capital(n) or self.head(n) or words.key[n] in state_bodies() or words.key[n] in portfolios() for n in owner
                )
                return first if any(telling) else k + 1
        return first

    def _own_state(self, first: int, stop: int, head: int) -> str | None:
        sent = self.words.key[head] in words_in("sent")
        for k in range(first, head + 1):
            if (code := self.states.code(k)) and not (sent and k > first and self.states.named(k)) and not self._cause(k):
                return code
        return None if sent else self._state_of_complement(head + 1, stop)

    def _cause(self, k: int) -> bool:
        """Whether the state at word `k` is what someone is for, against, or fought in ("pro-Malian", "Korea War veteran")."""
        words = self.words
        return (words.hyphened(k) and words.key[k - 2] in words_in("for_and_against")) or words.text[k + 1] in ("War", "Wars")

    def _state_of_complement(self, k: int, stop: int) -> str | None:
        """The one state in the complements ``[k, stop)``; none where two are joined ("Iraq and Afghanistan Veterans")."""
        for i in range(k, stop):
            if self.words.key[i] in TIES and self.words.key[i] not in OWN:
                return None
            if code := self.states.code(i):
                after = self.states.stop.get(i, i + 1)
                joined = self.words.key_at(after) in ("and", "&") and self.states.code(after + 1) is not None
                return None if joined else code
        return None

    def _complements(self, k: int, first: int) -> int:
        """Where the complements that start at `k` stop ("of the World Jewish Congress", "to Egypt", "and CEO of …")."""
        words = self.words
        while k < len(words) and k - first < LONGEST and not words.opens[k]:
            step = self._complement(k)
            if not step:
                break
            k = step
        return k

    def _complement(self, k: int) -> int:
        """Where the complement that starts at `k` stops; 0 if none does."""
        words = self.words
        if words.key[k] in ("and", "&"):
            n = self._nouns(k + 1)
            offices = any(self.head(i) and not self.plural(i) for i in range(k + 1, n))
            return n if offices and not any(words.ent[i] == "PERSON" for i in range(k + 1, n)) else 0
        if words.key[k] not in TIES or k + 1 >= len(words) or words.ent[k + 1] in TIMES:
            return 0
        if words.key[k] == "in" and words.key[k + 1] == "charge":
            return k + 2
        n = self._nouns(k + 1)
        return n if n > k + 1 else 0

    def _nouns(self, k: int) -> int:
        """Where the noun phrase that starts at `k` stops; `k` itself if there is none."""
        words, start = self.words, k
        while k < len(words) and not words.opens[k] and words.tag[k] in ("DT", "PRP$"):
            k += 1
        base = k
        while k < min(base + LONGEST, len(words)) and not words.opens[k] and words.ent[k] not in TIMES:
            if words.key[k] in honorifics() and words.capital(k):
                break
            mark = words.text[k] in HYPHENS or words.text[k] in POSSESSIVES
            if not (words.pos[k] in MODIFIER or mark or words.hyphened(k) or self._joins_nouns(k, base)):
                break
            k += 1
        while k > base and (words.text[k - 1] in HYPHENS or words.text[k - 1] in POSSESSIVES):
            k -= 1
        return k if k > base else start

    def _joins_nouns(self, k: int, base: int) -> bool:
        words = self.words
        if words.key[k] not in ("and", "&") or k <= base or k + 1 >= len(words):
            return False
        return words.capital(k - 1) and words.capital(k + 1) and words.ent[k + 1] != "PERSON"


def singular(noun: str) -> str:
    """The singular of an office noun in lower case."""
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches")):
        return noun[:-2]
    return noun.removesuffix("s")
