"""Where the name of a body starts and stops in what the model calls an organisation: owners, numbers, people and loose ends go."""

from __future__ import annotations

from pactscan.find.names.offices import Offices
from pactscan.find.names.words import FINITE, HYPHENS, OPENING_QUOTES, POSSESSIVES, STRAIGHT_QUOTES, Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.case import common_nouns
from pactscan.lexicon.forenames import is_forename
from pactscan.lexicon.organisations import body_heads, company_suffixes, known_bodies, legal_suffixes, name_of
from pactscan.lexicon.titles import portfolios, thing_nouns

BREAKS = frozenset({"(", "/", ";", "[", "|", "--", "—"}) | OPENING_QUOTES | STRAIGHT_QUOTES
ORDINALS = ("st", "nd", "rd", "th")
TIES = frozenset({"of", "for", "on"})
JOINS = frozenset({"of", "for", "on", "the", "and", "&", "to", "in", "at", "as", "with", "by", "from", "against", "a", "an", "or"})
"""Small words with which no name of a body ends."""


class BodyBounds:
    """Finds names of bodies inside entities of one article."""

    def __init__(self, words: Words, offices: Offices) -> None:
        self.words = words
        self.offices = offices
        self.states = offices.states

    def of(self, first: int, stop: int) -> tuple[int, int]:
        """The name in the entity ``[first, stop)``; empty when there is none."""
        first, stop = self._between_breaks(first, stop)
        first, stop = self._own(self._start(first, stop), stop)
        stop = self._widened(first, self._before_number(first, stop))
        stop = self._before_other(first, stop)
        return first, self._end(first, stop)

    def _between_breaks(self, first: int, stop: int) -> tuple[int, int]:
        """Up to a bracket, quotation mark or dash, and from a colon on."""
        words = self.words
        for k in range(first + 1, stop):
            if words.text[k] == ":":
                return self._between_breaks(k + 1, stop)
            if words.opens[k] or words.text[k] in BREAKS or self._dash(k):
                return first, k
        return first, stop

    def _dash(self, k: int) -> bool:
        """Whether word `k` is a hyphen that stands for a dash ("the Vikings - while chanting")."""
        words = self.words
        if words.text[k] not in HYPHENS or words.glued(k) or k + 1 >= len(words):
            return False
        return not words.capital(k + 1) or is_forename(words.key[k + 1])

    def _start(self, first: int, stop: int) -> int:
        while first < stop and (self._loose(first) or self._prefix(first, stop)):
            first += 1
        return first

    def _loose(self, k: int) -> bool:
        """Whether word `k` starts no name: lower case, an article, a sign."""
        words = self.words
        return words.text[k].islower() or words.pos[k] == "DET" or not words.text[k][0].isalnum() or words.text[k] in POSSESSIVES

    def _prefix(self, k: int, stop: int) -> bool:
        """Whether a hyphen parts word `k` from the name: "Anti-TPP", "D-Newport News", "U.S.-Tarn Alliance" of one state."""
        words = self.words
        if k + 2 >= stop or words.text[k + 1] not in HYPHENS or not words.glued(k + 1):
            return False
        one_state = k in self.states and k + 2 not in self.states and words.capital(k + 2)
        return words.key[k] in words_in("for_and_against") or words.text[k] in ("D", "R", "I") or one_state

    def _own(self, first: int, stop: int) -> tuple[int, int]:
        """One side of a possessive: the body owned ("Kelly's State Department"), or the owner ("the Tarn Network's Rich Eisel")."""
        words = self.words
        for k in range(first + 1, stop - 1):
            if words.text[k] in POSSESSIVES and words.glued(k) and words.key[k - 1] not in words_in("collectives"):
                left, right = words.text[first:k], words.text[k + 1 : stop]
                if name_of(right) in known_bodies() or (len(right) > 1 and right[-1] in body_heads() and not self._saint(first, k)):
                    return k + 1, stop
                if name_of(left) in known_bodies() or (len(left) > 1 and (left[-1] in body_heads() or left[-1] in company_suffixes())):
                    return first, k
        return first, stop

    def _saint(self, first: int, stop: int) -> bool:
        """Whether what owns is a saint or sovereign, after whom bodies are called ("St. Mary's", "Queen's")."""
        return stop - first == 1 or self.words.key[first] in words_in("patrons")

    def _before_number(self, first: int, stop: int) -> int:
        """Up to a number that does not belong to the name ("Patriot 13 percent", not "Local 12"); with one at its end it is a product's."""
        words = self.words
        for k in range(first + 1, stop):
            if self.loose_number(k):
                return k if k + 1 < stop or words.text[k - 1] in thing_nouns() else first
        return stop

    def loose_number(self, k: int) -> bool:
        """Whether word `k` is a number that belongs to no name of a body: no ordinal, nothing that is counted before it."""
        words = self.words
        if not words.text[k][0].isdigit() or words.text[k].endswith(ORDINALS):
            return False
        return words.text[k - 1] not in body_heads() and words.key[k - 1] not in words_in("numbered")

    def _widened(self, first: int, stop: int) -> int:
        """Past a hyphened last part ("Decatur Herald-Review"), and past a place after "of"."""
        words = self.words
        while stop + 1 < len(words) and words.text[stop] in HYPHENS and words.hyphened(stop + 1) and words.capital(stop + 1):
            if name_of(words.text[first:stop]) in known_bodies() or words.key[stop + 1] in words_in("for_and_against"):
                break
            stop += 2
        if stop > first and (after := self._office_in_lower_case(stop) or self._to_legal_form(stop)):
            return after
        if stop < len(words) and words.key[stop - 1] == "of" and words.capital(stop) and not words.opens[stop]:
            return stop + 1
        return stop

    def _office_in_lower_case(self, stop: int) -> int:
        """Past the rest of an agency's name in lower case ("U.S. Environmental protection agency"); 0 if there is none."""
        words = self.words
        if words.key[stop - 1] not in portfolios() and words.pos[stop - 1] != "ADJ":
            return 0
        for k in range(stop, min(stop + 3, len(words))):
            if words.opens[k] or words.pos[k] not in ("NOUN", "PROPN") or not words.text[k].islower():
                return 0
            if words.key[k] in words_in("agencies"):
                return k + 1
        return 0

    def _to_legal_form(self, stop: int) -> int:
        """Past the capitals up to the legal form of a company ("First of Tarn" + "Bank Corp."); 0 if there is none."""
        words = self.words
        for k in range(stop, min(stop + 3, len(words))):
            if words.opens[k] or words.pos[k] != "PROPN" or not words.capital(k):
                return 0
            if words.text[k] in legal_suffixes():
                return k + 1
        return 0

    def _before_other(self, first: int, stop: int) -> int:
        """Up to another body that "and" joins, a topic no body of that kind has, or the person who follows."""
        words = self.words
        for k in range(first + 1, stop - 1):
            if words.key[k] in ("and", "&") and name_of(words.text[k + 1 : stop]) in known_bodies():
                return k
            if words.key[k] == "on" and not any(words.text[i] in words_in("on_topics") for i in range(first, k)):
                return k
        return self.before_person(first, stop)

    def before_person(self, first: int, stop: int) -> int:
        """Up to a full name at the end, after which a verb stands ("Council on Fen Waters Alia Hasan said")."""
        words = self.words
        tied = next((k for k in range(first, stop) if words.key[k] in TIES), stop)
        if stop - tied < 4 or stop >= len(words) or words.tag[stop] not in FINITE:
            return stop
        given, before = stop - 2, stop - 3
        named = is_forename(words.key[given]) and words.capital(given) and words.capital(before) and words.key[given] not in portfolios()
        company = words.text[stop - 1] in company_suffixes() or words.key[given] in common_nouns()
        return given if named and words.capital(stop - 1) and not company else stop

    def _end(self, first: int, stop: int) -> int:
        while stop > first and self._cuts(first, stop - 1):
            stop -= 1
        return stop

    def _cuts(self, first: int, k: int) -> bool:
        """Whether word `k` ends no name: a possessive, a sign, a small word, the field of an office that follows."""
        words = self.words
        text = words.text[k]
        if text in POSSESSIVES or (text[-1] not in ".!" and not text[-1].isalnum()):
            return True
        if words.key[k] in JOINS and text.islower():
            return True
        return k > first and self.is_field(k)

    def is_field(self, k: int) -> bool:
        """Whether word `k` is the field of the office after it ("White House Press Secretary")."""
        words, n = self.words, k + 1
        while n < len(words) and not words.opens[n] and (words.key[n] in portfolios() or words.key[n] in words_in("fields")):
            n += 1
        if n >= len(words) or words.opens[n] or not (words.capital(n) and self.offices.head(n)):
            return False
        return words.key[k] in portfolios() or words.key[k] in words_in("fields")


def loose_end(text: str) -> bool:
    """Whether a name's last word is an everyday noun in lower case that is no body ("E.U. nations")."""
    singular = text.removesuffix("s")
    known = text.capitalize() in body_heads() or text.capitalize() in company_suffixes()
    return text.islower() and not known and (text in common_nouns() or singular in common_nouns() or text.capitalize() in thing_nouns())
