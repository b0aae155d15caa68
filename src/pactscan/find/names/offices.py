"""Offices beside names: "US Secretary of State X", "X, New Zealand's defence minister", "Presidents X of A and Y of B"."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.names.states import States
from pactscan.find.names.words import HYPHENS, POSSESSIVES, Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.organisations import known_bodies
from pactscan.lexicon.titles import honorifics, office_abbreviations, office_nouns, portfolios, role_participles

TIES = frozenset({"of", "for", "to", "at", "in", "on", "with", "from", "under", "over"})
"""Prepositions that tie an office to what it is an office of."""

OWN = frozenset({"of", "for", "at", "with"})
"""Ties whose state the office is held for; the ambassador *to* a state serves another."""

MODIFIER = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
TIMES = frozenset({"DATE", "TIME"})
COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})
CLOSERS = frozenset({",", ".", ")", ";", ":", "-", "--", "—", "–", "_", "”", '"', "''", "'", "’", "?", "!"})
CLAUSES = frozenset({"who", "and", "whose", "that", "as", "when", "which", "but", "or", "where"})
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


class Offices:
    """Reads offices around a name in one article."""

    def __init__(self, words: Words, states: States) -> None:
        self.words = words
        self.states = states

    # --- heads --------------------------------------------------------------------------------------------------------

    def head(self, i: int) -> bool:
        """Whether word `i` can head an office, in singular or plural."""
        key = self.words.key[i]
        return key in office_nouns() or self.plural(i) or (key in office_abbreviations() and self.words.capital(i))

    def plural(self, i: int) -> bool:
        """Whether word `i` is the plural of an office noun."""
        key = self.words.key[i]
        return key not in office_nouns() and key.endswith(("s", "men")) and singular(key) in office_nouns()

    # --- before the name --------------------------------------------------------------------------------------------------

    def before(self, i: int) -> Office | None:
        """The office that ends right before word `i`, with or without a comma between."""
        words = self.words
        last = self._skip_honorific(i) - 1
        if last < 0 or words.opens[last + 1]:
            return None
        if words.text[last] == ",":
            return self._before_comma(last)
        if words.text[last] == ":" and last > 0:
            return self._listed(last)
        if words.key[last] in words_in("ranked") and last > 0 and (head := self._head_with_complement(last - 1)) is not None:
            return self._office(self._left(head), last, head)
        head = last if self.head(last) and (words.pos[last] != "ADJ" or words.capital(last)) else self._head_with_complement(last)
        return None if head is None else self._office(self._left(head), last + 1, head)

    def _listed(self, colon: int) -> Office | None:
        """The office in a list entry "Head coach: X"."""
        head = colon - 1
        if not self.head(head):
            return None
        first = self._left(head)
        return self._office(first, colon, head) if self.words.opens[first] else None

    def _before_comma(self, comma: int) -> Office | None:
        """The office in "the Russian foreign minister, X": definite, possessive, or at the start of a sentence."""
        words, last = self.words, comma - 1
        if last < 1 or words.opens[comma]:
            return None
        head = last if self.head(last) and words.pos[last] in MODIFIER else self._head_with_complement(last, capitals=False)
        if head is None or self.plural(head):
            return None
        first = self._left(head)
        office = self._office(first, last + 1, head)
        definite = first > 0 and not words.opens[first] and (words.tag[first - 1] in ("DT", "PRP$") or words.text[first - 1] in POSSESSIVES)
        owned = office.first > first or any(words.text[k] in POSSESSIVES for k in range(first, head))
        return office if definite or owned else None

    def at(self, head: int) -> Office:
        """The office whose head is word `head`, with its modifiers and complements."""
        first = self._left(head)
        return self._office(first, self._complements(head + 1, first), head)

    def _skip_honorific(self, i: int) -> int:
        words = self.words
        while i > 0 and not words.opens[i] and words.key[i - 1] in honorifics() and words.key[i - 1] not in office_nouns():
            i -= 1
        return i

    def _head_with_complement(self, last: int, *, capitals: bool = True) -> int | None:
        """The head of "Secretary of State", "Minister for Foreign Affairs and Trade" that ends at `last`."""
        words, found = self.words, None
        if words.key[last] in TIES or words.tag[last] == "DT":
            return None
        for k in range(last, max(-1, last - 16), -1):
            if k < last and self.head(k) and not self.plural(k) and words.key[k + 1] in ("of", "for", "to", "in", "at"):
                found = k
                if words.opens[k] or words.key_at(k - 1) not in ("of", "for", "and"):
                    break
            elif not (
                words.pos[k] in MODIFIER or words.key[k] in ("of", "for", "and", "&", "the", "in", "to", "at") or words.text[k] in HYPHENS
            ):
                break
            if words.opens[k]:
                break
        if found is None:
            return None
        plain = all(words.key[k] in portfolios() for k in range(found + 2, last + 1))
        return None if capitals and not (words.capital(found) or words.capital(last) or plain) else found

    def _left(self, head: int) -> int:
        """First word of the office whose head is `head`: its adjectives, nouns, possessives."""
        words, k = self.words, head
        while k > 0 and head - k < 12 and not words.opens[k] and self._modifies(k - 1, k):
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
        if self.plural(k):
            return False
        verbal = words.tag[k] in ("VBN", "VBG") and words.key[k] not in role_participles()
        return (words.pos[k] in MODIFIER and not verbal) or words.key[k] in words_in("standing") or words.key[k] in role_participles()

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
        if country is None and first > 1 and words.text[first - 1] == "," and not words.opens[first]:
            outer = self._before_comma(first - 1)
            country = outer.country if outer else None
        return Office(first, stop, head, country, self.plural(head))

    def _own_state(self, first: int, stop: int, head: int) -> str | None:
        for k in range(first, head + 1):
            if code := self.states.code(k):
                return code
        if self.words.key[head] in words_in("sent"):
            return None
        for k in range(head + 1, stop):
            if self.words.key[k] in TIES and self.words.key[k] not in OWN:
                return None
            if code := self.states.code(k):
                return code
        return None

    # --- after the name ---------------------------------------------------------------------------------------------------

    def after(self, e: int) -> Office | None:
        """The office in apposition that starts at word `e`, right after the name."""
        words = self.words
        if e + 1 >= len(words) or words.opens[e] or words.text[e] not in (",", "(", "-", "--", "—", "–", "_"):
            return None
        k = self._skip_age(e + 1)
        if words.key_at(k) in ("who", "that"):
            return self._relative(k + 1)
        while words.key_at(k) in words_in("nowadays") and not words.opens[k]:
            k += 1
        return self._noun_phrase(k)

    def _skip_age(self, k: int) -> int:
        """The word after ", 58," or ", aged 58,"."""
        n = k + (self.words.key_at(k) in ("aged", "age"))
        if n + 1 < len(self.words) and self.words.text[n].isdigit() and self.words.text[n + 1] == ",":
            return n + 2
        return k

    def _relative(self, k: int) -> Office | None:
        """The office in "who is now …", "who has served as …"."""
        words, limit = self.words, k + 25
        while k < min(limit, len(words)) and not words.opens[k] and words.text[k] != ".":
            if words.key[k] == "as" and words.key[k - 1] in words_in("serves"):
                return self._noun_phrase(k + 1)
            if k < limit - 18 and words.key[k] in ("is", "was", "became", "'s", "’s") and words.pos[k] in ("AUX", "VERB"):
                n = k + 1
                while words.key_at(n) in words_in("nowadays"):
                    n += 1
                return self._noun_phrase(n)
            k += 1
        return None

    def led_body(self, e: int) -> str | None:
        """The state of the body in ", who led the …" right after a name; the words give no office."""
        words = self.words
        if words.key_at(e + 1) != "who" or words.text[e] != ",":
            return None
        for k in range(e + 2, min(e + 5, len(words))):
            if words.key[k] in words_in("leads"):
                stop = self._nouns(k + 1)
                name = " ".join(words.text[k + 1 + (words.tag[k + 1] == "DT") : stop])
                body = known_bodies().get(name)
                return body.country if body else next((code for i in range(k + 1, stop) if (code := self.states.code(i))), None)
        return None

    def _noun_phrase(self, k: int) -> Office | None:
        words = self.words
        if k < len(words) and words.tag[k] in ("DT", "PRP$") and not words.opens[k]:
            k += 1
        first, head = k, None
        while k < len(words) and k - first < 14 and not (words.opens[k] and k > first):
            if self.head(k) and words.pos[k] in MODIFIER:
                head = k
            elif not (self._modifies(k, min(k + 1, len(words) - 1)) or words.pos[k] == "ADV"):
                break
            k += 1
        if head is None or self.plural(head) or head + 1 < k:
            return None
        stop = self._complements(head + 1, first)
        if stop == head + 1 and not self._closes(stop):
            return None
        return self._office(first, stop, head)

    def _closes(self, k: int) -> bool:
        """Whether a bare office may end before word `k`."""
        words = self.words
        if k >= len(words) or words.opens[k]:
            return True
        return words.text[k] in CLOSERS or words.tag[k] in ("VBG", "VBN") or words.key[k] in CLAUSES

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
        while k < len(words) and not words.opens[k] and words.ent[k] not in TIMES:
            if not (words.pos[k] in MODIFIER or words.text[k] in HYPHENS or words.text[k] in POSSESSIVES or self._joins_nouns(k, base)):
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
