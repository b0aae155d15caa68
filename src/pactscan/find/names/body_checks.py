"""Whether what the model calls an organisation can be one: no treaty, headline, place, field of office or everyday noun."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from pactscan.find.names.body_bounds import loose_end
from pactscan.find.names.offices import Offices
from pactscan.find.names.words import FINITE, HYPHENS, POSSESSIVES, Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.case import common_nouns
from pactscan.lexicon.countries import code_of_seat
from pactscan.lexicon.countries_contexts import us_states
from pactscan.lexicon.organisations import (
    body_heads,
    company_suffixes,
    known_bodies,
    legal_suffixes,
    not_bodies,
    state_bodies,
)
from pactscan.lexicon.titles import capitalised_words, peoples, portfolios, thing_nouns

LONGEST = 20
"""Words that a body's name may have."""

_GLUED = re.compile(r"\d[a-z]{3}|(?:[a-z][A-Z].{2,}){2}[a-z][A-Z]")
"""What labels of a page look like when nothing parts them ("ShareLikeReplyMore", "5ptsfeatured")."""

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
        if name in peoples() or self._is_debris(first, stop) or self._is_place(first, stop):
            return False
        if name in not_bodies() or words.text[stop - 1] in thing_nouns() or self._names_thing(first, stop) or self._placed(name):
            return False
        if self._sentence(first, stop) or self._instrument(first, stop):
            return False
        if self.offices.head(stop - 1) and words.text[stop - 1] not in body_heads():
            return False
        if code_of_seat(name) or name in legal_suffixes():
            return False
        return self._single_fits(first) if stop - first == 1 else not (self.is_field(first, stop) or self._of_state(first, stop))

    def _is_debris(self, first: int, stop: int) -> bool:
        """Whether the words are no name at all: a page's glued labels, a number, a court case, a noun in lower case, two states."""
        words = self.words
        if (
            any(_GLUED.search(words.text[k]) for k in range(first, stop))
            or loose_end(words.text[stop - 1])
            or len(words.text[first]) == 1 == stop - first
        ):
            return True
        if any(words.key_at(k) in ("v", "vs") for k in range(first - 1, stop + 1)) or words.text[first] in words_in("openers_of_things"):
            return True
        if self._is_part_of_office(first, stop) or (
            words.text[first] in not_bodies() and words.text[first][0].islower() and words.text[stop - 1] != "Store"
        ):
            return True
        return all(k in self.states or words.key[k] in ("and", "&") for k in range(first, stop))

    def _is_part_of_office(self, first: int, stop: int) -> bool:
        """Whether the words open an office ("Minister of …") or are its field ("Secretary of Defence for Island Security Affairs")."""
        words = self.words
        if self.offices.head(first) and words.key_at(first + 1) in ("of", "for"):
            return True
        if any(words.text[k] in body_heads() for k in range(first, stop)):
            return False
        after_office = first > 1 and words.key[first - 1] in ("of", "for") and self.offices.head(first - 2)
        return words.key[stop - 1] == "affairs" or (after_office and words.key[first] in portfolios())

    def _is_place(self, first: int, stop: int) -> bool:
        """Whether a name that says nothing of a body stands where towns stand: "in X", "mayor of X", "X, Fla."."""
        words = self.words
        if any(words.text[k] in body_heads() or words.text[k] in company_suffixes() for k in range(first, stop)):
            return False
        name = " ".join(words.text[first:stop])
        if name in known_bodies() or (stop - first == 1 and name.isupper() and len(name) < 6):
            return False
        if stop + 1 < len(words) and words.text[stop] == "," and self._american_state(stop + 1):
            return True
        if stop - first == 1 and name in self.towns:
            return True
        if first == 0 or words.opens[first]:
            return False
        if words.key[first - 1] == "in" and stop - first < 3:
            return self._stands_in(first, stop)
        if words.key[first - 1] in words_in("of_places") and stop - first == 1:
            return True
        return words.key[first - 1] == "of" and words.key_at(first - 2) in words_in("of_towns")

    @cached_property
    def towns(self) -> frozenset[str]:
        """Single names that stand as places do at least every second time: "in X", "in the X"."""
        words, found = self.words, Counter[str]()
        for i, key in enumerate(words.key[:-2]):
            if key == "in":
                k = i + 1 + (words.key[i + 1] == "the")
                if words.capital(k) and self._stands_in(i + 1, k + 1):
                    found[words.text[k]] += 1
        named = Counter(text for text in words.text if text in found)
        return frozenset(name for name, n in found.items() if 2 * n >= named[name])

    def _stands_in(self, first: int, stop: int) -> bool:
        """Whether "in" before word `first` is followed by a whole name, and nobody puts money or trust in it."""
        words = self.words
        if words.key_at(first - 2) in words_in("company_before") or words.key_at(first - 2) in words_in("put_in"):
            return False
        if stop >= len(words) or words.opens[stop]:
            return True
        return not (words.capital(stop) or words.text[stop] in POSSESSIVES or words.pos[stop] == "NOUN" or words.text[stop] in HYPHENS)

    def _is_acronym_of_phrase(self, k: int) -> bool:
        """Whether word `k` is the acronym of a phrase in lower case that names no body ("unregulated and unreported fishing (UUF)")."""
        return self.words.text[k] in self.acronyms_of_phrases

    @cached_property
    def acronyms_of_phrases(self) -> frozenset[str]:
        """Acronyms in brackets after a noun in lower case that is no body's."""
        words, found = self.words, set()
        for k in range(2, len(words) - 1):
            if words.text[k - 1] != "(" or words.text[k + 1] != ")" or not words.text[k].isupper() or words.opens[k - 1]:
                continue
            before = words.text[k - 2]
            singular = before.removesuffix("s")
            body = singular.capitalize() in body_heads() or singular in state_bodies() or singular in words_in("agencies")
            if before.islower() and before.isalpha() and not body:
                found.add(words.text[k])
        return frozenset(found)

    def _american_state(self, k: int) -> bool:
        """Whether a state of the United States, full or abbreviated, starts at word `k`."""
        text = self.words.text
        return text[k] in us_states() or " ".join(text[k : k + 2]) in us_states()

    def _of_state(self, first: int, stop: int) -> bool:
        """Whether the words are a state and one everyday noun ("U.S. Dollar")."""
        after = self.states.stop.get(first, first)
        last = self.words.text[stop - 1]
        if (
            after == stop - 1 > first
            and last not in body_heads()
            and (self.words.pos[stop - 1] in ("ADJ", "ADP", "VERB") or last in capitalised_words())
        ):
            return True
        everyday = last.lower() in common_nouns() or last.lower().removesuffix("s") in common_nouns()
        return after == stop - 1 > first and everyday and (last not in body_heads() or last == "Bank")

    def _sentence(self, first: int, stop: int) -> bool:
        """Whether the model took a whole headline for a name: there is a finite verb in it."""
        return any(self.words.tag[k] in FINITE for k in range(first, stop))

    def _instrument(self, first: int, stop: int) -> bool:
        """Whether the words are part of a treaty's name ("Treaty on the Non-Proliferation of …")."""
        words, k = self.words, first - 1
        while k > 0 and first - k < 4 and words.key[k] in ("the", "on", "of", "for", "to", "against", "and"):
            k -= 1
        before = k >= 0 and first - k > 1 and (words.text[k] in words_in("instruments") or words.text[k] in words_in("on_subjects"))
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
        if (
            words.key[k] in portfolios()
            or words.text[k] in capitalised_words()
            or self._is_programme(k)
            or words.text[k] in words_in("levels")
        ):
            return False
        if words.text[k].istitle() and words.text[k] not in body_heads() and words.pos[k] in ("ADJ", "VERB"):
            return False
        if self._is_acronym_of_phrase(k):
            return False
        return words.pos[k] in ("PROPN", "NOUN")

    def _is_programme(self, k: int) -> bool:
        """Whether a single name is only ever that of a programme or craft ("the Zephyr mission")."""
        words = self.words
        if words.text[k].isupper() or k + 1 >= len(words):
            return False
        return words.key[k + 1] in words_in("programmes")

    def is_field(self, first: int, stop: int) -> bool:
        """Whether the words are only the field of an office beside them ("Foreign Affairs minister")."""
        words = self.words
        if first in self.states.stop:
            first = self.states.stop[first]
            first += first < stop and words.text[first] in POSSESSIVES
        first += first < stop - 1 and words.text[first] in words_in("levels")
        if first >= stop or not all(words.key[k] in portfolios() or words.key[k] in ("and", "&", ",") for k in range(first, stop)):
            return False
        before = words.key_at(first - 1) in ("of", "for") and self.offices.head(first - 2) if first > 1 else False
        return before or (stop < len(words) and self.offices.head(stop))
