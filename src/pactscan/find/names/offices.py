"""Offices beside names: "US Secretary of State X", "X, New Zealand's defence minister", "Presidents X of A and Y of B"."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.names.words import HYPHENS, Words
from pactscan.lexicon.titles import honorifics, office_abbreviations, office_nouns, office_phrases
from pactscan.marks.countries import CountryMark

COMPLEMENT = frozenset({"of", "for", "to", "at", "in", "on", "with", "from", "under"})
"""Prepositions that tie an office to what it is an office of."""

MODIFIER = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
DATES = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s"})
LONGEST = 24
"""Words that an office and its complements may span."""


@dataclass(frozen=True, slots=True)
class Office:
    """Words ``[first, stop)`` name an office; `head` is the word that says which; `country` the state in or before it."""

    first: int
    stop: int
    head: int
    country: str | None
    plural: bool = False


class Offices:
    """Reads offices around a name in one article."""

    def __init__(self, words: Words, countries: tuple[CountryMark, ...]) -> None:
        self.words = words
        self.country_at: dict[int, CountryMark] = {}
        self.country_stop: dict[int, int] = {}
        for mark in countries:
            first, last = words.at(mark.start), words.at(max(mark.start, mark.end - 1))
            for i in range(first, last + 1):
                self.country_at[i] = mark
            self.country_stop[first] = last + 1

    # --- heads --------------------------------------------------------------------------------------------------------

    def head(self, i: int) -> bool:
        """Whether word `i` can head an office, in singular or plural."""
        key = self.words.key[i]
        return key in office_nouns() or self.plural(i) or (key in office_abbreviations() and self.words.capital(i))

    def plural(self, i: int) -> bool:
        """Whether word `i` is the plural of an office noun."""
        key = self.words.key[i]
        return key not in office_nouns() and key.endswith(("s", "men", "women")) and singular(key) in office_nouns()

    # --- before the name --------------------------------------------------------------------------------------------------

    def before(self, i: int) -> Office | None:
        """The office that ends right before word `i`."""
        last = self._skip_honorific(i) - 1
        if last < 0 or self.words.opens[last + 1]:
            return None
        head = last if self.head(last) else self._head_with_complement(last)
        if head is None:
            return None
        first = self._left(head)
        return self._cut_country(first, last + 1, head)

    def _skip_honorific(self, i: int) -> int:
        while i > 0 and self.words.key[i - 1] in honorifics() and self.words.key[i - 1] not in office_nouns() and not self.words.opens[i]:
            i -= 1
        return i

    def _head_with_complement(self, last: int) -> int | None:
        """The head of "Secretary of State", "Minister for Foreign Affairs and Trade" that ends at `last`."""
        words, found = self.words, None
        for k in range(last, max(-1, last - 14), -1):
            if words.opens[k + 1] if k < last else False:
                break
            if k < last and self.head(k) and words.key[k + 1] in ("of", "for", "to", "in", "at"):
                found = k
                if not (k > 1 and words.key[k - 1] in ("of", "for", "and")):
                    break
                continue
            if (
                words.pos[k] not in MODIFIER
                and words.key[k] not in ("of", "for", "and", "&", "the", "in", "to", "at")
                and words.text[k] not in HYPHENS
            ):
                break
            if found is not None and words.pos[k] not in MODIFIER and words.key[k] not in ("and", "of", "for"):
                break
        if found is None or not (words.capital(found) or words.capital(last)):
            return None
        return found

    def _left(self, head: int) -> int:
        """First word of the office whose head is `head`: its adjectives, nouns, possessives."""
        words, k = self.words, head
        while k > 0 and head - k < 10 and not words.opens[k] and self._modifies(k - 1, k):
            k -= 1
        while k < head and (words.text[k] in HYPHENS or words.text[k] in POSSESSIVES or words.key[k] in ("and", "&")):
            k += 1
        return k

    def _modifies(self, k: int, following: int) -> bool:
        words = self.words
        if words.ent[k] in DATES and words.key[k] not in ("first", "second", "third", "no", "one"):
            return False
        if words.text[k] in HYPHENS:
            return words.glued(k) or words.glued(k + 1)
        if words.text[k] in POSSESSIVES:
            return words.glued(k)
        if words.key[k] in ("and", "&"):
            return following < len(words) and words.capital(following) and k > 0 and words.capital(k - 1) and not words.opens[k]
        if self.head(k) and self.plural(k):
            return False
        return words.pos[k] in MODIFIER or words.key[k] in ("then", "ex", "vice", "deputy", "acting", "former")

    def _cut_country(self, first: int, stop: int, head: int) -> Office:
        """Leave a leading own-country word out, and keep its code."""
        words, country = self.words, None
        for k in range(first, stop):
            if k in self.country_at:
                country = country or self.country_at[k].code
        k = first
        if k in self.country_stop and self.country_stop[k] <= head:
            after = self.country_stop[k]
            if after < head + 1 and words.text[after] in POSSESSIVES:
                after += 1
            if words.text[after] not in HYPHENS:
                first = after
        elif k > 1 and words.text[k - 1] in POSSESSIVES and (k - 2) in self.country_at:
            country = self.country_at[k - 2].code
        return Office(first, stop, head, country, self.plural(head))

    # --- after the name ---------------------------------------------------------------------------------------------------

    def after(self, e: int) -> Office | None:
        """The office in apposition that starts at word `e`, right after the name."""
        words = self.words
        if e + 1 >= len(words) or words.opens[e] or words.text[e] not in (",", "(", "-", "--", "—", "–", "_"):
            return None
        k = e + 1
        if words.key[k] == "who" and words.key[min(k + 1, len(words) - 1)] in ("is", "was", "serves", "became"):
            k += 2
        return self._noun_phrase(k)

    def _noun_phrase(self, k: int) -> Office | None:
        words = self.words
        if k < len(words) and words.pos[k] == "DET" and not words.opens[k]:
            k += 1
        first, head = k, None
        while k < len(words) and k - first < 12 and not (words.opens[k] and k > first):
            if self.head(k) and words.pos[k] in MODIFIER:
                head = k
            elif not (self._modifies(k, k + 1) or words.pos[k] == "ADV"):
                break
            k += 1
        if head is None or self.plural(head) or first >= len(words):
            return None
        if head + 1 < k:
            return None
        stop = self._complements(head + 1, first)
        if stop == head + 1 and not self._closes(stop):
            return None
        return self._cut_country(first, stop, head)

    def _closes(self, k: int) -> bool:
        """Whether a bare office may end before word `k`."""
        words = self.words
        if k >= len(words) or words.opens[k]:
            return True
        return words.text[k] in (",", ".", ")", ";", ":", "-", "--", "—", "–", "_", "”", '"', "''") or words.key[k] in (
            "who",
            "and",
            "whose",
            "that",
            "as",
        )

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
        words = self.words
        if words.key[k] in ("and", "&"):
            n = self._nouns(k + 1)
            return (
                n
                if n > k + 1 and any(self.head(i) and not self.plural(i) for i in range(k + 1, n)) and not self._names_person(k + 1, n)
                else 0
            )
        if words.key[k] not in COMPLEMENT or k + 1 >= len(words) or words.ent[k + 1] in ("DATE", "TIME"):
            return 0
        if words.key[k] == "in" and words.key[k + 1] == "charge":
            return k + 2
        n = self._nouns(k + 1)
        return n if n > k + 1 else 0

    def _names_person(self, a: int, b: int) -> bool:
        return any(self.words.ent[i] == "PERSON" for i in range(a, b))

    def _nouns(self, k: int) -> int:
        """Where the noun phrase that starts at `k` stops; `k` itself if there is none."""
        words, start = self.words, k
        while k < len(words) and not words.opens[k] and words.pos[k] in ("DET", "PRON") and words.tag[k] in ("DT", "PRP$"):
            k += 1
        base = k
        while k < len(words) and not words.opens[k]:
            if words.ent[k] in ("DATE", "TIME") and words.pos[k] != "ADJ":
                break
            joined = (
                words.key[k] in ("and", "&")
                and k > base
                and k + 1 < len(words)
                and words.capital(k - 1)
                and words.capital(k + 1)
                and words.ent[k + 1] != "PERSON"
            )
            if not (words.pos[k] in MODIFIER or words.text[k] in HYPHENS or words.text[k] in POSSESSIVES or joined):
                break
            k += 1
        while k > base and (words.text[k - 1] in HYPHENS or words.text[k - 1] in POSSESSIVES):
            k -= 1
        return k if k > base else start

    # --- country after the name -----------------------------------------------------------------------------------------------

    def country_after(self, e: int) -> str | None:
        """The state in "X of Ukraine", right after the name."""
        words = self.words
        if e + 1 < len(words) and words.key[e] == "of" and not words.opens[e]:
            k = e + 1
            if words.key[k] == "the" and k + 1 < len(words):
                k += 1
            mark = self.country_at.get(k)
            return mark.code if mark else None
        return None


def singular(noun: str) -> str:
    """The singular of an office noun in lower case."""
    if noun.endswith(("women", "men")):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches")):
        return noun[:-2]
    return noun.removesuffix("s")


def phrase_ends(words: Words, i: int) -> bool:
    """Whether word `i` ends an office of several words."""
    return any(tuple(words.key[max(0, i + 1 - len(p)) : i + 1]) == p for p in office_phrases())
