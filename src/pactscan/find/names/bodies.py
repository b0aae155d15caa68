"""Names of bodies: those the tables know, those whose words say it, and what the model calls an organisation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from pactscan.find.names.body_bounds import BodyBounds
from pactscan.find.names.body_checks import BodyChecks
from pactscan.find.names.offices import Offices
from pactscan.find.names.words import HYPHENS, POSSESSIVES, Words
from pactscan.lexicon.actors import words_in
from pactscan.lexicon.case import common_nouns
from pactscan.lexicon.forenames import is_forename
from pactscan.lexicon.organisations import (
    body_heads,
    company_suffixes,
    known_bodies,
    known_bodies_by_first_word,
    legal_suffixes,
    name_of,
    state_bodies,
)
from pactscan.lexicon.titles import capitalised_words, honorifics, office_nouns, portfolios, thing_nouns
from pactscan.marks.names import Evidence
from pactscan.model import ActorKind

SURE_ACRONYMS = frozenset({"UN", "EU", "U.N.", "E.U."})
ORDER = list(Evidence)
LONGEST = 14
"""Words that a body's name may have on either side of its head."""


@dataclass(frozen=True, slots=True)
class BodyCandidate:
    """Words ``[first, stop)`` look like the name of a body."""

    first: int
    stop: int
    kind: ActorKind
    evidence: Evidence
    country: str | None = None


class BodyFinder:
    """Finds candidates in one article, in the order of the text and without overlap."""

    def __init__(self, words: Words, offices: Offices) -> None:
        self.words = words
        self.offices = offices
        self.states = offices.states
        self.checks = BodyChecks(words, offices)
        self.bounds = BodyBounds(words, offices)

    def find(self, taken: list[tuple[int, int]]) -> list[BodyCandidate]:
        """All candidates outside the stretches in `taken`; longer ones first where they overlap.

        In lines of headline capitals, where names run on into verbs, only what the tables or the rest of the article know.
        """
        found = [*self._known(), *self._model(), *self._by_head(), *self._ministries()]
        busy = bytearray(len(self.words))
        for a, b in taken:
            busy[a:b] = b"\1" * (b - a)
        headline = self.words.headline
        kept = _apart([c for c in found if c.evidence is Evidence.TABLE or not headline[c.first]], busy)
        kept += _apart(self._again(kept), busy)
        return sorted(kept, key=lambda c: c.first)

    def _again(self, found: list[BodyCandidate]) -> list[BodyCandidate]:
        """Other places where names stand that were found once: long names, acronyms, and acronyms in brackets after a name."""
        words = self.words
        forms: dict[tuple[str, ...], BodyCandidate] = {}
        for c in found:
            if c.stop - c.first > 1 or (len(words.text[c.first]) > 2 and words.text[c.first].isupper()):
                forms.setdefault(tuple(words.text[c.first : c.stop]), c)
            if words.text[c.stop - 1] in legal_suffixes() and c.stop - c.first > 1:
                forms.setdefault(tuple(words.text[c.first : c.stop - 1]), c)
                if self._called_by_first_word(c.first):
                    forms.setdefault((words.text[c.first],), c)
            if self._bracketed(c.stop):
                forms.setdefault((words.text[c.stop + 1],), c)
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for form in forms:
            by_first.setdefault(form[0], []).append(form)
        return [
            self._there(forms[form], i, i + len(form))
            for i, text in enumerate(words.text)
            for form in by_first.get(text, ())
            if tuple(words.text[i : i + len(form)]) == form
        ]

    def _there(self, c: BodyCandidate, first: int, stop: int) -> BodyCandidate:
        """The body `c`, named once more by the words ``[first, stop)``."""
        traded = c.kind is ActorKind.ORGANISATION and c.evidence is Evidence.MODEL and self.words.company(first, stop)
        return replace(c, first=first, stop=stop, evidence=Evidence.PATTERN if traded else c.evidence)

    def _called_by_first_word(self, k: int) -> bool:
        """Whether word `k`, the first of a company's name, can name it alone ("Ralston" for "Ralston Purina Co.")."""
        text, key = self.words.text[k], self.words.key[k]
        common = key in common_nouns() or key in office_nouns() or key in portfolios() or key in words_in("company_openers")
        return len(text) > 3 and text.istitle() and not (common or is_forename(key) or k in self.states)

    def _bracketed(self, stop: int) -> bool:
        """Whether an acronym in brackets follows: "World Health Organization (WHO)"."""
        words = self.words
        if stop + 2 >= len(words) or words.text[stop] != "(" or words.text[stop + 2] != ")":
            return False
        acronym = words.text[stop + 1]
        return 2 <= len(acronym) <= 8 and acronym.isupper() and acronym.isalpha()

    # --- by the tables ----------------------------------------------------------------------------------------------------

    def _known(self) -> list[BodyCandidate]:
        text, table, found, i = self.words.text, known_bodies_by_first_word(), [], 0
        while i < len(text):
            names = table.get(text[i])
            hit = next((n for n in names if tuple(text[i : i + len(n)]) == n), None) if names else None
            if hit and self._sure(i, hit) and not self._inside_name(i, i + len(hit)):
                found.append(self._of_table(i, i + len(hit)))
                i += len(hit)
            else:
                i += 1
        return found

    def _of_table(self, first: int, stop: int) -> BodyCandidate:
        """A known body; one that may be a state's or the United Nations' is a state's where the article says so."""
        name = name_of(self.words.text[first:stop])
        body = known_bodies()[name]
        if name in words_in("of_states_too"):
            owner = self._owner(first, stop) or (None if self.united_nations else self.council_owner)
            if owner:
                return BodyCandidate(first, stop, ActorKind.GOVERNMENT, Evidence.TABLE, owner)
        return BodyCandidate(first, stop, body.kind, Evidence.TABLE, body.country)

    def _owner(self, first: int, stop: int) -> str | None:
        """The state to which the body ``[first, stop)`` belongs by the words beside it ("Russia's Security Council")."""
        return self.states.before(first) or self.states.of(stop)

    @cached_property
    def council_owner(self) -> str | None:
        """The state whose "Security Council" the article speaks of, if it says so anywhere."""
        text = self.words.text
        owners = (self._owner(k, k + 2) for k in range(len(text) - 1) if " ".join(text[k : k + 2]) in words_in("of_states_too"))
        return next((owner for owner in owners if owner), None)

    @cached_property
    def united_nations(self) -> bool:
        """Whether the article speaks of the United Nations."""
        text = self.words.text
        return any(w in SURE_ACRONYMS or (w == "United" and text[k + 1 : k + 2] == ["Nations"]) for k, w in enumerate(text))

    def _sure(self, i: int, name: tuple[str, ...]) -> bool:
        """Whether a known name of one word is meant: short acronyms, everyday words and given names need the model's word."""
        word = name[0]
        if len(name) == 1 and word.lower() in common_nouns() and self._among_capitals(i):
            return False
        if len(name) > 1 or word in SURE_ACRONYMS or self.words.ent[i] in ("ORG", "NORP", "WORK_OF_ART"):
            return True
        if word.isupper():
            return len(word) > 3
        everyday = word.lower() in common_nouns() or is_forename(word.lower()) or word.lower() in office_nouns()
        return len(word) > 3 and self.words.pos[i] == "PROPN" and not everyday

    def _among_capitals(self, i: int) -> bool:
        """Whether another capitalised noun stands before or after word `i`: part of a longer name ("Kirov Science Fair")."""
        words = self.words
        before = i > 0 and not words.opens[i] and words.pos[i - 1] == "PROPN" and words.capital(i - 1)
        after = i + 1 < len(words) and not words.opens[i + 1] and words.pos[i + 1] == "PROPN" and words.capital(i + 1)
        return before and after

    def _inside_name(self, first: int, stop: int) -> bool:
        """Whether a single known word is part of a longer name that is none of a body ("Boeing 787", "Airbus A350")."""
        words = self.words
        if stop - first > 1 or stop >= len(words) or words.opens[stop]:
            return False
        return words.ent[stop - 1] == "PRODUCT" == words.ent[stop] and words.text[stop][-1].isdigit()

    # --- by the model -----------------------------------------------------------------------------------------------------

    def _model(self) -> list[BodyCandidate]:
        found = [c for first, stop, label in self.words.entities if label == "ORG" and (c := self._from_model(first, stop))]
        return found + [c for first, stop, label in self.words.entities if label == "PERSON" and (c := self._company(first, stop))]

    def _company(self, first: int, stop: int) -> BodyCandidate | None:
        """A company that the model takes for a person, though its shares are spoken of."""
        c = self._from_model(first, stop)
        return c if c and c.evidence is Evidence.PATTERN else None

    def _from_model(self, first: int, stop: int) -> BodyCandidate | None:
        words = self.words
        if self.checks.is_field(first, stop):
            return None
        first, stop = self.bounds.of(first, stop)
        if first >= stop or not self.checks.plausible(first, stop):
            return None
        evidence = Evidence.PATTERN if words.company(first, stop) else Evidence.MODEL
        return BodyCandidate(first, stop, self._kind(first, stop), evidence)

    # --- by their words ---------------------------------------------------------------------------------------------------

    def _by_head(self) -> list[BodyCandidate]:
        """Capitals around a head ("Municipality of Tarn", "Irving School Board")."""
        words, found, heads, forms = self.words, list[BodyCandidate](), body_heads(), legal_suffixes()
        for i, text in enumerate(words.text):
            if text in forms and self._closes_company(i):
                found.append(BodyCandidate(self._left(i), i + 1, ActorKind.ORGANISATION, Evidence.PATTERN))
            if text in heads and words.pos[i] == "PROPN" and not self.bounds.is_field(i):
                district = text == "School" and i + 1 < len(words) and words.text[i + 1] == "District"
                first, stop = self._left(i), self._right(i + 1 + district)
                stop = self.bounds.before_person(first, stop)
                if (
                    stop - first > 1
                    and words.key_at(first - 1) not in ("v", "vs")
                    and (district or words.text[stop - 1] not in thing_nouns())
                ):
                    found.append(BodyCandidate(first, stop, self._kind(first, stop), Evidence.PATTERN))
        return found

    def _closes_company(self, i: int) -> bool:
        """Whether the legal form at word `i` ends a company's name that starts before it ("Tarn Timber Company")."""
        words = self.words
        goes_on = i + 1 < len(words) and not words.opens[i + 1] and words.capital(i + 1) and words.pos[i + 1] == "PROPN"
        goes_on = goes_on or (i + 1 < len(words) and words.text[i + 1] in HYPHENS and words.glued(i + 1))
        return i > 0 and not words.opens[i] and not goes_on and words.pos[i - 1] == "PROPN" and words.key_at(self._left(i) - 1) != "/"

    def _left(self, i: int) -> int:
        words = self.words
        limit = i - LONGEST
        while i > max(0, limit) and not words.opens[i] and self._part(i - 1) and not self.offices.head(i - 1):
            i -= 1
        while words.text[i] in HYPHENS:
            i += 1
        return i

    def _part(self, k: int) -> bool:
        words = self.words
        if words.text[k] in HYPHENS:
            return words.glued(k) and words.glued(k + 1)
        if not words.capital(k) or words.text[k] in capitalised_words() or words.key[k] in honorifics():
            return False
        return words.pos[k] in ("PROPN", "ADJ", "NOUN") and words.ent[k] not in ("PERSON", "DATE")

    def _right(self, stop: int) -> int:
        """Past "of the Interior", "for Human Rights and Democracy"."""
        words = self.words
        if stop + 1 < len(words) and words.text[stop - 1] == "Mission" and words.key[stop] == "in" and stop + 1 in self.states.stop:
            return self.states.stop[stop + 1]
        if stop + 1 >= len(words) or words.opens[stop] or words.key[stop] not in ("of", "for", "on"):
            return stop
        if words.key[stop] == "on" and words.text[stop - 1] not in words_in("on_topics"):
            return stop
        k = stop + 1 + (words.key[stop + 1] == "the")
        start = k
        while k < min(start + LONGEST, len(words)) and not words.opens[k] and self._part(k):
            k += 1
            joined = k + 1 < len(words) and words.key[k] in ("and", "&") and self._part(k + 1) and words.ent[k + 1] == words.ent[k - 1]
            k += joined and words.text[k + 1] not in known_bodies()
        return k if k > start else stop

    def _ministries(self) -> list[BodyCandidate]:
        """Bodies of a state in lower case: "the Hungarian parliament", "Iraq's defence ministry"."""
        words, found = self.words, []
        for first, after in self.states.stop.items():
            k = after + (after < len(words) and words.text[after] in POSSESSIVES)
            stop = self._national(k)
            if stop:
                start = first if k == after else k
                found.append(BodyCandidate(start, stop, ActorKind.GOVERNMENT, Evidence.PATTERN, self.states.code(first)))
        return found

    def _national(self, k: int) -> int:
        """Where a body of a state that starts at word `k` stops; 0 if none does."""
        words, start = self.words, k
        while k < len(words) and k - start < 4 and words.key[k] in portfolios() and not words.opens[k]:
            k += 1
        if k > start and k < len(words) and words.key[k] in ("ministry", "department"):
            return k + 1
        for n in (2, 1):
            if " ".join(words.key[start : start + n]) in words_in("national") and words.pos[min(start + n, len(words)) - 1] in (
                "NOUN",
                "PROPN",
            ):
                return start + n
        return 0

    def _kind(self, first: int, stop: int) -> ActorKind:
        words = self.words
        parts = words.text[first:stop]
        if any(part in words_in("groups") for part in parts):
            return ActorKind.GROUP
        if any(part in company_suffixes() for part in parts):
            return ActorKind.ORGANISATION
        united = parts[0] in SURE_ACRONYMS or parts[:2] == ["United", "Nations"]
        if stop - first > 1 and united and not any(part in words_in("private_bodies") for part in parts):
            return ActorKind.IGO
        if any(self._international(k + 1, stop) for k in range(first, stop - 1) if words.key[k] == "of"):
            return ActorKind.IGO
        keys = words.key[first:stop]
        own = stop - first == 1 or any(k in self.states for k in range(first, stop))
        sure = any(key in words_in("ministries") for key in keys) or " ".join(keys[-2:]) in state_bodies()
        if not own and keys[-1] == "army" and any(key in words_in("insurgent") for key in keys):
            return ActorKind.GROUP
        return ActorKind.GOVERNMENT if sure or (own and any(key in state_bodies() for key in keys)) else ActorKind.ORGANISATION

    def _international(self, k: int, stop: int) -> bool:
        """Whether the words ``[k, stop)`` name an international organisation ("Security Council of the United Nations")."""
        k += self.words.key[k] == "the"
        body = known_bodies().get(name_of(self.words.text[k:stop]))
        return body is not None and body.kind is ActorKind.IGO


def _apart(found: list[BodyCandidate], busy: bytearray) -> list[BodyCandidate]:
    """Those of `found` that overlap neither each other nor what is `busy`; longer ones first, then better evidence."""
    kept = []
    for c in sorted(found, key=lambda c: (c.first - c.stop, c.first, ORDER.index(c.evidence))):
        if not any(busy[c.first : c.stop]):
            busy[c.first : c.stop] = b"\1" * (c.stop - c.first)
            kept.append(c)
    return kept
