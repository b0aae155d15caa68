"""The model's entities cut and widened to names: titles, possessives and line ends go, particles and initials join."""

from __future__ import annotations

from pactscan.find.names.offices import Offices
from pactscan.find.names.words import HYPHENS, POSSESSIVES, QUOTES, Words
from pactscan.lexicon.forenames import is_forename
from pactscan.lexicon.organisations import body_heads, known_bodies
from pactscan.lexicon.titles import (
    capitalised_words,
    given_titles,
    honorifics,
    hyphen_tails,
    name_particles,
    name_suffixes,
    name_titles,
    office_abbreviations,
    portfolios,
)

NAME_MARKS = HYPHENS | QUOTES | POSSESSIVES | {",", "."}
BREAKS = frozenset({"/", "(", ")", ";", ":", "&", "|", "[", "]"})


class Trimmer:
    """Finds where a name starts and stops in and around an entity."""

    def __init__(self, words: Words, offices: Offices) -> None:
        self.words = words
        self.offices = offices

    def trim(self, first: int, stop: int) -> tuple[int, int]:
        """The name inside the entity ``[first, stop)``; empty when there is none."""
        words = self.words
        first += next((n for n in (4, 3, 2) if first + n < stop and " ".join(words.text[first : first + n]) in known_bodies()), 0)
        while first < stop and self._cuts_left(first, stop):
            first += 1
        for k in range(first + 1, stop):
            symbol = not words.text[k][0].isalnum() and words.text[k] not in NAME_MARKS
            parted = symbol or (words.text[k] in HYPHENS and not (words.glued(k) and words.glued(k + 1)))
            if parted or words.opens[k] or words.text[k] in POSSESSIVES or words.text[k] in BREAKS or words.text[k] in capitalised_words():
                stop = k
                break
        return first, self.cut_right(first, stop)

    def _cuts_left(self, k: int, stop: int) -> bool:
        words, key = self.words, self.words.key[k]
        if (
            words.text[k] in HYPHENS
            or words.text[k].endswith("-")
            or not words.text[k][0].isalpha()
            or words.pos[k] == "DET"
            or words.text[k] in capitalised_words()
        ):
            return True
        if key in honorifics() or (key in office_abbreviations() and words.text[k].endswith(".")):
            return True
        if k + 1 < stop and (self.offices.head(k) or (key in portfolios() and k > 0 and words.key[k - 1] in ("of", "for", "and"))):
            titled = k > 0 and not words.opens[k] and (self.offices.head(k - 1) or words.key[k - 1] in honorifics())
            return not is_forename(key) or (key in name_titles() and not (titled and key in given_titles()))
        if words.capital(k):
            return k in self.offices.states and k + 1 < stop and not is_forename(key)
        return key not in name_particles() or k + 1 == stop

    def cut_right(self, first: int, stop: int) -> int:
        """Where the name that starts at `first` stops, `stop` or before."""
        while stop > first and self._cuts_right(first, stop - 1):
            stop -= 1
        return stop

    def _cuts_right(self, first: int, k: int) -> bool:
        words = self.words
        if words.text[k] in POSSESSIVES or not words.text[k][0].isalpha():
            return True
        if words.glued(k) and words.text[k - 1] in HYPHENS:
            return not words.capital(k) and (k - 2 <= first or words.key[k] in hyphen_tails())
        if words.key[k] in name_suffixes():
            return False
        return not words.capital(k) or words.text[k] in capitalised_words()

    def widen(self, first: int, stop: int) -> tuple[int, int]:
        """The whole name of which ``[first, stop)`` is a part."""
        first = self._widen_left(first)
        return first, self._widen_right(first, stop)

    def _widen_left(self, first: int) -> int:
        words = self.words
        while first > 1 and not words.opens[first]:
            if words.text[first - 1] in HYPHENS and words.glued(first) and words.glued(first - 1) and words.capital(first - 2):
                first -= 2
            elif self._joins_left(first - 1):
                first -= 1
            else:
                break
        return first

    def _joins_left(self, k: int) -> bool:
        words, key = self.words, self.words.key[k]
        if words.initial(k) and words.text[k].endswith("."):
            return True
        if words.ent[k] in ("ORG", "GPE", "NORP", "DATE") and k > 0 and words.ent[k - 1] == words.ent[k] and not words.opens[k]:
            return False
        if not (is_forename(key) and words.capital(k) and words.pos[k] == "PROPN") or key in portfolios():
            return False
        return k not in self.offices.states and not self.offices.head(k) and key not in honorifics() and key not in office_abbreviations()

    def _widen_right(self, first: int, stop: int) -> int:
        run = self.words.run(first)
        while stop < run and self._joins_right(stop):
            stop += 1
        while stop > first and self.words.text[stop - 1] in HYPHENS:
            stop -= 1
        return stop

    def _joins_right(self, k: int) -> bool:
        words = self.words
        if words.text[k] in HYPHENS or words.text[k - 1] in HYPHENS or words.key[k] in name_suffixes() or words.initial(k):
            return True
        if words.text[k] in capitalised_words():
            return False
        if words.key[k] in name_particles() or (words.key[k - 1] in name_particles() and not words.capital(k - 1)):
            return True
        if words.key[k] in portfolios() and k + 1 < len(words) and (self.offices.head(k + 1) or words.key[k + 1] in portfolios()):
            return False
        loose = words.ent[k] in ("", "PERSON", "GPE", "NORP") and words.pos[k] == "PROPN" and k not in self.offices.states
        return loose and not (self.offices.head(k) or words.key[k] in honorifics() or words.text[k] in body_heads())
