"""Names of people: what the model calls a person, capitals after a title, and full names beside an office."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pactscan.find.names.office_grammar import singular
from pactscan.find.names.offices import Offices
from pactscan.find.names.trimming import Trimmer
from pactscan.find.names.words import HYPHENS, Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.case import common_nouns
from pactscan.lexicon.forenames import is_forename
from pactscan.lexicon.organisations import body_heads, company_suffixes, known_bodies
from pactscan.lexicon.titles import (
    capitalised_words,
    given_titles,
    honorifics,
    name_suffixes,
    name_titles,
    not_surnames,
    office_abbreviations,
    office_nouns,
    peoples,
    portfolios,
    thing_nouns,
    vessels,
)
from pactscan.marks.names import Evidence

LONGEST = 12
"""Words, hyphens among them, that a person's name may have."""

LIST_WORDS = frozenset({",", "and", ";"})


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
        self.states = offices.states
        self.trimmer = Trimmer(words, offices)

    def find(self) -> list[Candidate]:
        """All candidates."""
        found = [c for first, stop, label in self.words.entities if label == "PERSON" and (c := self._from_model(first, stop))]
        found += self._after_titles()
        found += self._beside_offices(found)
        return without_overlap(found)

    # --- the model's ------------------------------------------------------------------------------------------------------

    def _from_model(self, first: int, stop: int) -> Candidate | None:
        words = self.words
        first, stop = self.trimmer.trim(first, stop)
        if first >= stop:
            return None
        first, stop = self.trimmer.widen(first, stop)
        if not self._plausible(first, stop) or words.company(first, stop):
            return None
        titled = first > 0 and not words.opens[first] and words.key[first - 1] in honorifics()
        return Candidate(first, stop, Evidence.TITLE if titled else Evidence.MODEL, words.key[first - 1] if titled else None)

    def _plausible(self, first: int, stop: int) -> bool:
        words = self.words
        if (
            stop - first > LONGEST
            or not any(words.capital(k) for k in range(first, stop))
            or any(ch.isdigit() for k in range(first, stop) for ch in words.text[k])
        ):
            return False
        if words.glued(first) and words.text[first - 1] in "/@#_":
            return False
        if any(words.key_at(k) in vessels() for k in (first - 1, first - 2)) and not words.opens[first]:
            return False
        if all(words.initial(k) for k in range(first, stop)) or words.text[stop - 1].endswith("-") or self._opens_body(stop):
            return False
        name = " ".join(words.text[first:stop])
        if name in known_bodies() or self.states.covers(first, stop) or words.key[first] in words_in("office_openers"):
            return False
        return self._last_word_fits(first, stop) if stop - first > 1 else self._single_fits(first)

    def _opens_body(self, stop: int) -> bool:
        """Whether the name goes on as that of a body or book ("Simon Wells Foundation", "Wells, Harte & Co", "King James Bible")."""
        words = self.words
        if stop + 1 < len(words) and words.text[stop] == "&" and words.capital(stop + 1) and words.ent[stop] != "":
            return True
        if stop >= len(words) or words.opens[stop] or words.pos[stop] != "PROPN":
            return False
        return words.text[stop] in body_heads() or words.text[stop] in words_in("books")

    def _last_word_fits(self, first: int, stop: int) -> bool:
        last, known = self.words.text[stop - 1], is_forename(self.words.key[first])
        if last in company_suffixes() or last in not_surnames() or last in peoples() or (len(last) > 2 and last.isupper()):
            return False
        if last in body_heads() and last not in words_in("surname_heads"):
            return False
        office = self.words.key[stop - 1] in office_nouns()
        return known or not (office or last in body_heads() or last in thing_nouns())

    def _single_fits(self, k: int) -> bool:
        words = self.words
        if len(words.text[k]) > 1 and words.text[k].isupper():
            return k > 0 and words.key[k - 1] in honorifics()
        if words.text[k] in thing_nouns() or words.text[k] in body_heads() or words.text[k] in capitalised_words():
            return False
        if words.text[k] in not_surnames() or words.text[k] in peoples() or (words.begins[k] and self._everyday(k)):
            return False
        if self.offices.head(k) or words.key[k] in portfolios():
            return is_forename(words.key[k]) and k > 0 and words.key[k - 1] in honorifics()
        return True

    def _everyday(self, k: int) -> bool:
        """Whether word `k` is an everyday noun that only the start of a sentence capitalises."""
        key = self.words.key[k]
        return key in common_nouns() or (key.endswith("s") and key[:-1] in common_nouns())

    # --- after a title ----------------------------------------------------------------------------------------------------

    def _after_titles(self) -> list[Candidate]:
        found = []
        for i in range(len(self.words) - 1):
            start = self._name_start(i)
            if start is not None and self._starts_name(start) and words_before(self.words, i) not in vessels():
                stop = self._title_run(start)
                if stop > start:
                    honorific = self.words.key[i] if self.words.key[i] in honorifics() else None
                    found.append(Candidate(start, stop, Evidence.TITLE, honorific))
        return found

    def _name_start(self, i: int) -> int | None:
        """Where a name may start, if word `i` is a title or an office with its portfolio."""
        words, key = self.words, self.words.key[i]
        if not words.capital(i):
            return i + 1 if key in office_nouns() and words.ent[i + 1] == "PERSON" and words.ent[i] == "" else None
        if key in honorifics() or key in office_abbreviations():
            return i + 1
        opens = i == 0 or words.ent[i - 1] != "ORG"
        if opens and words.ent[i] == "ORG" == words.ent[i + 1] and words.key[i + 1] not in ("of", "for"):
            return None
        if self._given(i):
            return None
        if key in name_titles() or (key.endswith(("s", "men")) and singular(key) in name_titles()):
            return self._after_portfolio(i + 2) if words.key[i + 1] in ("of", "for") else i + 1
        return None

    def _after_portfolio(self, k: int) -> int | None:
        """The word after the portfolio that starts at `k` ("State", "the Ministry of Foreign Affairs and Trade")."""
        words, last, limit = self.words, None, k + 14
        while k < min(limit, len(words)) and not words.opens[k]:
            if words.key[k] in portfolios() or words.key[k] == "staff":
                last = k + 1
            elif not (words.capital(k) or words.key[k] in ("and", "the", ",", "&", "of", "for", "in", "-")):
                break
            k += 1
        return last

    def _starts_name(self, k: int) -> bool:
        words = self.words
        if k >= len(words) or words.opens[k] or not words.capital(k) or not words.text[k][0].isalpha():
            return False
        if words.key[k] in honorifics() or words.text[k] in capitalised_words() or words.text[k] in body_heads():
            return False
        if words.key[k] in name_suffixes():
            return False
        if self.offices.head(k) and not self._given(k):
            return False
        if words.key[k] in portfolios() or words.key[k] in words_in("office_openers") or (k in self.states and words.ent[k] != "PERSON"):
            return False
        return words.pos[k] == "PROPN" or words.ent[k] == "PERSON"

    def _given(self, k: int) -> bool:
        """Whether an office word is a given name where it stands: after a title, before a surname ("Col. Amir Haddad")."""
        words = self.words
        if words.key[k] not in given_titles() or k < 1 or words.opens[k] or k + 1 >= len(words) or not words.capital(k + 1):
            return False
        return words.key[k - 1] in honorifics() or words.key[k - 1] in office_abbreviations() or words.key[k - 1] in words_in("ranked")

    def _title_run(self, start: int) -> int:
        words = self.words
        stop = words.run(start, 6)
        for k in range(start + 1, stop):
            office = self.offices.head(k) and k + 1 < stop and not is_forename(words.key[k])
            if words.text[k] in capitalised_words() or words.key[k] in honorifics() or office:
                stop = k
                break
        last = words.text[stop - 1]
        if stop < len(words) and not words.opens[stop] and words.text[stop] in words_in("books"):
            return start
        if last in body_heads() or last in company_suffixes() or last in thing_nouns() or last in not_surnames():
            return start if words.ent[start] != "PERSON" else self.trimmer.trim(start, stop)[1]
        return self.trimmer.cut_right(start, stop)

    # --- beside an office -------------------------------------------------------------------------------------------------

    def _beside_offices(self, found: list[Candidate]) -> list[Candidate]:
        """Full names that the model missed or took for something else, beside an office or in a list of people."""
        words, more = self.words, []
        taken = {k for c in found for k in range(c.first, c.stop)}
        stops = {c.first: c.stop for c in found}
        i = 0
        while i < len(words) - 1:
            if not (words.capital(i) and is_forename(words.key[i]) and words.pos[i] == "PROPN") or i in taken:
                i += 1
                continue
            stop = self._full_name(i)
            if stop and taken.isdisjoint(range(i, stop)) and (self._has_office(i, stop) or self._listed(i, stop, taken, stops)):
                more.append(Candidate(i, stop, Evidence.ROLE))
            i = max(stop, i + 1)
        return more

    def _full_name(self, i: int) -> int:
        """Where a full name of two to five words that starts at `i` stops; 0 if there is none."""
        words = self.words
        if i > 0 and not words.opens[i] and words.capital(i - 1) and not self._ends_before(i - 1):
            return 0
        if words.key[i] in portfolios():
            return 0
        stop = self.trimmer.cut_right(i, words.run(i, 7))
        last = words.text[stop - 1] if stop > i else ""
        if any(words.text[k] in body_heads() or (len(words.text[k]) > 2 and words.text[k].isupper()) for k in range(i, stop)):
            return 0
        parts = sum(words.text[k] not in HYPHENS for k in range(i, stop))
        bad = (
            last in not_surnames()
            or last in body_heads()
            or last in thing_nouns()
            or last in company_suffixes()
            or " ".join(words.text[i:stop]) in known_bodies()
        )
        return 0 if bad or not 2 <= parts <= 5 or self.offices.head(i + 1) or self.states.covers(i, stop) else stop

    def _ends_before(self, k: int) -> bool:
        """Whether a capitalised word `k` right before a name is no part of it: an office, a state, a known body."""
        words = self.words
        if self.offices.head(k) or k in self.states or words.text[k] in ("A", "The", "I"):
            return True
        return any(" ".join(words.text[max(0, k + 1 - n) : k + 1]) in known_bodies() for n in range(1, 5))

    def _listed(self, i: int, stop: int, taken: set[int], stops: dict[int, int]) -> bool:
        """Whether the name stands in a list of people: "X, this one, Y and Z", "this one, X and Y"."""
        words = self.words
        before, after = words.key_at(i - 1), words.key_at(stop)
        if after == "," and stop + 1 in stops and words.key_at(stops[stop + 1]) in LIST_WORDS:
            return True
        if before not in LIST_WORDS or after not in LIST_WORDS or words.opens[i] or i - 2 not in taken:
            return False
        return before == "," or (after == "," and stop + 1 in stops)

    def _has_office(self, i: int, stop: int) -> bool:
        before = self.offices.before(i)
        if self.states.before(i):
            return True
        apposed = (self.words.key_at(stop) != "is" or not self.words.ent[i]) and self.offices.after(stop) is not None
        return apposed or (before is not None and not before.plural)


def words_before(words: Words, i: int) -> str:
    """The word before word `i`, folded; empty at the start of a paragraph."""
    return "" if words.opens[i] else words.key_at(i - 1)


def without_overlap(found: list[Candidate]) -> list[Candidate]:
    """Join candidates that overlap: a title fixes where a name starts, the longer one where it stops."""
    kept: list[Candidate] = []
    for c in sorted(found, key=lambda c: (c.first, c.stop)):
        last = kept[-1] if kept else None
        if last is None or c.first >= last.stop:
            kept.append(c)
            continue
        titled = c if c.evidence is Evidence.TITLE else last if last.evidence is Evidence.TITLE else None
        first = titled.first if titled else min(c.first, last.first)
        kept[-1] = replace(titled or last, first=first, stop=max(c.stop, last.stop), honorific=last.honorific or c.honorific)
    return kept
