"""Names of people: what the model calls a person, and capitals after a title; titles and possessives are cut."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.names.offices import Offices
from pactscan.find.names.words import HYPHENS, Words
from pactscan.lexicon.forenames import forenames
from pactscan.lexicon.organisations import body_heads, company_suffixes, known_bodies
from pactscan.lexicon.titles import (
    capitalised_words,
    honorifics,
    name_particles,
    name_suffixes,
    office_abbreviations,
    office_nouns,
    portfolios,
)
from pactscan.marks.names import Evidence

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``[first, stop)`` look like the name of a person."""

    first: int
    stop: int
    evidence: Evidence
    honorific: str | None = None


class PeopleFinder:
    """Finds candidates in one article, in the order of the text and without overlap."""

    def __init__(self, words: Words, offices: Offices) -> None:
        self.words = words
        self.offices = offices

    def find(self) -> list[Candidate]:
        """All candidates."""
        found = [c for first, stop, label in self.words.entities if label == "PERSON" and (c := self._from_model(first, stop))]
        found += self._after_titles()
        return _without_overlap(found)

    # --- the model's -----------------------------------------------------------------------------------------------------------

    def _from_model(self, first: int, stop: int) -> Candidate | None:
        words, honorific = self.words, None
        first, stop = self._trim(first, stop)
        first = self._extend_left(first, stop)
        stop = self._extend_right(first, stop)
        if first >= stop or not self._plausible(first, stop):
            return None
        if first > 0 and words.key[first - 1] in honorifics() and not words.opens[first]:
            honorific = words.key[first - 1]
        return Candidate(first, stop, Evidence.TITLE if honorific else Evidence.MODEL, honorific)

    def _trim(self, first: int, stop: int) -> tuple[int, int]:
        words = self.words
        while first < stop and self._cut_left(first, stop):
            first += 1
        for k in range(first + 1, stop):
            if (
                words.opens[k]
                or words.text[k] in POSSESSIVES
                or words.text[k] in ("/", "(", ";", ":")
                or words.key[k] in capitalised_words()
            ):
                stop = k
                break
        while stop > first and self._cut_right(stop - 1):
            stop -= 1
        return first, stop

    def _cut_left(self, k: int, stop: int) -> bool:
        words = self.words
        if words.text[k] in HYPHENS or not words.text[k][0].isalpha() or words.pos[k] == "DET":
            return True
        if words.key[k] in honorifics() or (words.key[k] in office_abbreviations() and words.text[k].endswith(".")):
            return True
        if self.offices.head(k) and k + 1 < stop:
            return words.key[k] not in forenames() or words.key[k] in ("minister", "president", "secretary", "senator", "king")
        if words.capital(k):
            return False
        return words.key[k] not in name_particles() or k + 1 == stop

    def _cut_right(self, k: int) -> bool:
        words = self.words
        if words.text[k] in POSSESSIVES or not words.text[k][0].isalpha():
            return True
        if words.glued(k) and words.text[k - 1] in HYPHENS:
            return False
        if words.key[k] in name_suffixes():
            return False
        return not words.capital(k) or words.text[k] in capitalised_words()

    def _extend_left(self, first: int, stop: int) -> int:
        words = self.words
        while first > 1 and not words.opens[first] and first < stop:
            if words.text[first - 1] in HYPHENS and words.glued(first) and words.glued(first - 1) and words.capital(first - 2):
                first -= 2
            elif self._joins_left(first - 1):
                first -= 1
            else:
                break
        return first

    def _joins_left(self, k: int) -> bool:
        words = self.words
        if words.ent[k] in ("ORG", "GPE", "NORP", "DATE") and k > 0 and words.ent[k - 1] == words.ent[k] and not words.opens[k]:
            return False
        if words.initial(k) and words.text[k].endswith("."):
            return True
        known = words.key[k] in forenames() and words.capital(k) and words.pos[k] == "PROPN"
        return (
            known
            and k not in self.offices.country_at
            and not self.offices.head(k)
            and words.key[k] not in honorifics() | office_abbreviations()
        )

    def _extend_right(self, first: int, stop: int) -> int:
        words = self.words
        if first >= stop:
            return stop
        run = words.run(first)
        while stop < run:
            joined = words.text[stop] in HYPHENS or words.text[stop - 1] in HYPHENS
            particle = words.key[stop - 1] in name_particles() and not words.capital(stop - 1)
            loose = words.ent[stop] in ("", "PERSON", "GPE", "NORP") and words.pos[stop] == "PROPN" and stop not in self.offices.country_at
            if not (
                joined
                or particle
                or words.key[stop] in name_particles()
                or words.key[stop] in name_suffixes()
                or (loose and self._name_word(stop))
                or words.initial(stop)
            ):
                break
            stop += 1
        while stop > first and words.text[stop - 1] in HYPHENS:
            stop -= 1
        return stop

    def _name_word(self, k: int) -> bool:
        words = self.words
        return not (
            self.offices.head(k) or words.key[k] in honorifics() or words.text[k] in body_heads() or words.text[k] in capitalised_words()
        )

    def _plausible(self, first: int, stop: int) -> bool:
        words = self.words
        if not any(words.capital(k) for k in range(first, stop)):
            return False
        if any(ch.isdigit() for k in range(first, stop) for ch in words.text[k]):
            return False
        if words.text[stop - 1] in body_heads() or words.text[stop - 1] in company_suffixes():
            return stop - first > 1 and words.key[first] in forenames() and words.text[stop - 1] not in company_suffixes()
        name = " ".join(words.text[first:stop])
        if name in known_bodies() or name in capitalised_words():
            return False
        if stop - first == 1 and (self.offices.head(first) or words.key[first] in portfolios()):
            return words.key[first] in forenames() and words.pos[first] == "PROPN" and first > 0 and words.key[first - 1] in honorifics()
        return not (first in self.offices.country_stop and self.offices.country_stop[first] >= stop)

    # --- after a title --------------------------------------------------------------------------------------------------------

    def _after_titles(self) -> list[Candidate]:
        found = []
        for i in range(len(self.words) - 1):
            start = self._name_start(i)
            if start is None or not self._starts_name(start):
                continue
            stop = self._title_run(start)
            if stop > start:
                honorific = self.words.key[i] if self.words.key[i] in honorifics() else None
                found.append(Candidate(start, stop, Evidence.TITLE, honorific))
        return found

    def _name_start(self, i: int) -> int | None:
        """Where a name may start, if word `i` is a title or an office with its portfolio."""
        words, key = self.words, self.words.key[i]
        if (key in honorifics() or key in office_abbreviations()) and words.capital(i):
            return i + 1
        if key in office_nouns() and (words.capital(i) or words.ent[i + 1] == "PERSON"):
            if words.capital(i) and i + 2 < len(words) and words.key[i + 1] in ("of", "for"):
                k = i + 2
                while k < len(words) and (words.key[k] in portfolios() or words.key[k] in ("and", "the", ",", "&")):
                    k += 1
                return k if k < len(words) and k > i + 2 and words.key[k - 1] in portfolios() else None
            return i + 1
        return None

    def _starts_name(self, k: int) -> bool:
        words = self.words
        if k >= len(words) or words.opens[k] or not words.capital(k) or not words.text[k][0].isalpha():
            return False
        if self.offices.head(k) or words.key[k] in honorifics() or words.text[k] in capitalised_words() or words.text[k] in body_heads():
            return False
        if k in self.offices.country_at and words.ent[k] != "PERSON":
            return False
        return words.pos[k] == "PROPN" or words.ent[k] == "PERSON"

    def _title_run(self, start: int) -> int:
        words = self.words
        stop = words.run(start, 6)
        for k in range(start + 1, stop):
            if words.text[k] in capitalised_words() or words.key[k] in honorifics() or (self.offices.head(k) and k + 1 < stop):
                stop = k
                break
        if stop > start and (words.text[stop - 1] in body_heads() or words.text[stop - 1] in company_suffixes()):
            return start
        while stop > start and self._cut_right(stop - 1):
            stop -= 1
        return stop


def _without_overlap(found: list[Candidate]) -> list[Candidate]:
    """Join candidates that overlap: a title fixes where a name starts, the longer one where it stops."""
    kept: list[Candidate] = []
    for c in sorted(found, key=lambda c: (c.first, c.stop)):
        last = kept[-1] if kept else None
        if last is None or c.first >= last.stop:
            kept.append(c)
            continue
        titled = c if c.evidence is Evidence.TITLE else last if last.evidence is Evidence.TITLE else None
        first = titled.first if titled else min(c.first, last.first)
        kept[-1] = Candidate(first, max(c.stop, last.stop), (titled or last).evidence, last.honorific or c.honorific)
    return kept
