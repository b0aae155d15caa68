"""Whether what the model calls an organisation can be one: no treaty, headline, place, field of office or everyday noun."""

from __future__ import annotations

from functools import cached_property

from pactscan.find.names.offices import Offices
from pactscan.find.names.words import FINITE, POSSESSIVES, Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.case import common_nouns
from pactscan.lexicon.countries import code_of_seat
from pactscan.lexicon.organisations import (
    body_heads,
    legal_suffixes,
    not_bodies,
)
from pactscan.lexicon.titles import capitalised_words, portfolios, thing_nouns

LONGEST = 20
"""Words that a body's name may have."""

PLACES_AND_THINGS = frozenset({"GPE", "LOC", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"})


class BodyChecks:
    """Reads the words of one article for what speaks against a body."""

    def __init__(self, words: Words, offices: Offices) -> None:
        self.words = words
        self.offices = offices
        self.states = offices.states

    def plausible(self, first: int, stop: int) -> bool:
        """Whether nothing speaks against the words ``[first, stop)`` as the name of a body."""
        words = self.words
        if stop - first > LONGEST or not any(words.capital(k) for k in range(first, stop)) or self.states.covers(first, stop):
            return False
        name = " ".join(words.text[first:stop])
        if name in not_bodies() or words.text[stop - 1] in thing_nouns() or self._names_thing(first, stop) or self._placed(name):
            return False
        if self._sentence(first, stop) or self._instrument(first, stop):
            return False
        if self.offices.head(stop - 1) and words.text[stop - 1] not in body_heads():
            return False
        if code_of_seat(name) or name in legal_suffixes():
            return False
        return self._single_fits(first) if stop - first == 1 else not (self._portfolio(first, stop) or self._of_state(first, stop))

    def _of_state(self, first: int, stop: int) -> bool:
        """Whether the words are a state and one everyday noun ("U.S. Dollar")."""
        after = self.states.stop.get(first, first)
        last = self.words.text[stop - 1]
        return after == stop - 1 > first and last.lower() in common_nouns() and (last not in body_heads() or last == "Bank")

    def _sentence(self, first: int, stop: int) -> bool:
        """Whether the model took a whole headline for a name: there is a finite verb in it."""
        return any(self.words.tag[k] in FINITE for k in range(first, stop))

    def _instrument(self, first: int, stop: int) -> bool:
        """Whether the words are part of a treaty's name ("Treaty on the Non-Proliferation of …")."""
        words, k = self.words, first - 1
        while k > 0 and first - k < 4 and words.key[k] in ("the", "on", "of", "for", "to", "against", "and"):
            k -= 1
        before = k >= 0 and first - k > 1 and words.text[k] in words_in("instruments")
        return before or any(words.text[k] in words_in("instruments") for k in range(first, stop))

    def _names_thing(self, first: int, stop: int) -> bool:
        """Whether the words go on to a thing that they name: "the X and Y agreements", "the Indo-Pacific region"."""
        words, k = self.words, stop
        if words.text[first] == "Indo" or (" ".join(words.text[first : stop - 1]) in not_bodies() and not words.capital(stop - 1)):
            return True
        if (
            k + 2 < len(words)
            and words.key[k] in ("and", "&")
            and words.capital(k + 1)
            and words.dep[stop - 1] in ("compound", "nmod", "amod")
        ):
            k += 2
        return k < len(words) and not words.opens[k] and words.text[k].islower() and words.text[k].capitalize() in words_in("instruments")

    def _placed(self, name: str) -> bool:
        """Whether the model takes the same words for a place or thing more often than for an organisation."""
        labels = self.labels.get(name)
        return labels is not None and labels[1] > labels[0]

    @cached_property
    def labels(self) -> dict[str, list[int]]:
        """Name → how often the model calls it an organisation, and a place or thing."""
        votes: dict[str, list[int]] = {}
        for first, stop, label in self.words.entities:
            if label in PLACES_AND_THINGS or label == "ORG":
                votes.setdefault(" ".join(self.words.text[first:stop]).removeprefix("the "), [0, 0])[label != "ORG"] += 1
        return votes

    def _single_fits(self, k: int) -> bool:
        words = self.words
        if words.key[k] in portfolios() or words.text[k] in capitalised_words():
            return False
        return words.pos[k] in ("PROPN", "NOUN")

    def _portfolio(self, first: int, stop: int) -> bool:
        """Whether the words are only the field of an office beside them ("Foreign Affairs minister")."""
        words = self.words
        if first in self.states.stop:
            first = self.states.stop[first]
            first += first < stop and words.text[first] in POSSESSIVES
        if first >= stop or not all(words.key[k] in portfolios() or words.key[k] in ("and", "&", ",") for k in range(first, stop)):
            return False
        before = words.key_at(first - 1) in ("of", "for") and self.offices.head(first - 2) if first > 1 else False
        return before or (stop < len(words) and self.offices.head(stop))
