"""Names of bodies: those the tables know, those whose words say it, and what the model calls an organisation."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.find.names.offices import Offices
from pactscan.find.names.words import POSSESSIVES, Words
from pactscan.lexicon.organisations import body_heads, company_suffixes, known_bodies, known_bodies_by_first_word, not_bodies, state_bodies
from pactscan.lexicon.titles import capitalised_words, portfolios, thing_nouns
from pactscan.marks.names import Evidence
from pactscan.model import ActorKind

SURE_ACRONYMS = frozenset({"UN", "EU", "U.N.", "E.U."})


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

    def find(self, taken: list[tuple[int, int]]) -> list[BodyCandidate]:
        """All candidates outside the stretches in `taken`; longer ones first where they overlap."""
        found = [*self._known(), *self._model()]
        busy = bytearray(len(self.words))
        for a, b in taken:
            busy[a:b] = b"\1" * (b - a)
        kept = []
        for c in sorted(found, key=lambda c: (c.first - c.stop, c.first, list(Evidence).index(c.evidence))):
            if not any(busy[c.first : c.stop]):
                busy[c.first : c.stop] = b"\1" * (c.stop - c.first)
                kept.append(c)
        return sorted(kept, key=lambda c: c.first)

    def _known(self) -> list[BodyCandidate]:
        words, table, found, i = self.words, known_bodies_by_first_word(), [], 0
        while i < len(words):
            hit = next((n for n in table.get(words.text[i], ()) if tuple(words.text[i : i + len(n)]) == n), None)
            if hit and self._sure(i, hit):
                body = known_bodies()[" ".join(hit)]
                found.append(BodyCandidate(i, i + len(hit), body.kind, Evidence.TABLE, body.country))
                i += len(hit)
            else:
                i += 1
        return found

    def _sure(self, i: int, name: tuple[str, ...]) -> bool:
        """Whether a known name of one word is meant: short acronyms and everyday words need the model's word."""
        word = name[0]
        if len(name) > 1 or word in SURE_ACRONYMS or (len(word) > 3 and not word[1:].islower()):
            return True
        return self.words.ent[i] in ("ORG", "NORP", "WORK_OF_ART")

    def _model(self) -> list[BodyCandidate]:
        return [c for first, stop, label in self.words.entities if label == "ORG" and (c := self._from_model(first, stop))]

    def _from_model(self, first: int, stop: int) -> BodyCandidate | None:
        words = self.words
        while first < stop and (words.pos[first] == "DET" or not words.text[first][0].isalnum() or words.text[first] in POSSESSIVES):
            first += 1
        while stop > first and (
            words.text[stop - 1] in POSSESSIVES or not (words.text[stop - 1][-1].isalnum() or words.text[stop - 1][-1] in ".!")
        ):
            stop -= 1
        if first >= stop or not self._plausible(first, stop):
            return None
        return BodyCandidate(first, stop, self._kind(first, stop), Evidence.MODEL)

    def _plausible(self, first: int, stop: int) -> bool:
        words = self.words
        if not words.capital(first) and stop - first == 1:
            return False
        if stop - first == 1 and (
            words.key[first] in portfolios() or words.text[first] in capitalised_words() or words.pos[first] not in ("PROPN", "NOUN")
        ):
            return False
        if " ".join(words.text[first:stop]) in not_bodies() or words.text[stop - 1] in thing_nouns():
            return False
        if self.offices.head(stop - 1) and words.text[stop - 1] not in body_heads():
            return False
        return not self.offices.states.covers(first, stop)

    def _kind(self, first: int, stop: int) -> ActorKind:
        words = self.words
        last, keys = words.text[stop - 1], words.key[first:stop]
        if last in ("Party", "Front", "Movement", "Militia", "Brigade", "Brigades"):
            return ActorKind.GROUP
        if any(k in state_bodies() for k in keys) and not any(w in company_suffixes() for w in words.text[first:stop]):
            return ActorKind.GOVERNMENT
        return ActorKind.ORGANISATION
