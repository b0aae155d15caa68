"""Whether words that read as a country are meant as one, by what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pactscan.find.countries.languages import names_language
from pactscan.find.countries.persons import Persons
from pactscan.find.countries.seats import Seats
from pactscan.find.countries.surroundings import Surroundings
from pactscan.lexicon.countries import ambiguous, cued_wordings, withdrawn_states
from pactscan.lexicon.countries_contexts import namesakes, pronoun_words, towns, us_states
from pactscan.model import Via, ZoneKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactscan.find.countries.scan import Hit
    from pactscan.lexicon.countries import Wording
    from pactscan.marks import MarkedArticle

SILENT_ZONES = (ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.NOTICE)
"""Parts of an article that tell where and by whom it was written, not what it is about."""


class Context:
    """The hits of one article, and what its text says for or against each."""

    def __init__(self, marked: MarkedArticle, hits: list[Hit]) -> None:
        self.marked = marked
        self.text = marked.article.text
        self.hits = hits
        self.around = Surroundings(marked)
        self._balances: dict[str, int] = {}

    def refers(self) -> list[Hit]:
        """The hits that refer to a country, ambiguous ones decided."""
        kept = [hit for hit in self.hits if hit.wording.via and self._stands_alone(hit)]
        persons = Persons(self.around, kept)
        kept = [hit for hit in kept if not persons.bears(hit, means_country=self._balance(hit.wording.words) > 0)]
        named = _named(kept)
        kept = [decided for hit in kept if (decided := self._decided(hit, named))]
        capitals = [hit for hit in kept if hit.wording.by_syntax]
        seats = Seats(self.around, capitals, _codes(hit.wording for hit in kept if not hit.wording.by_syntax)).standing()
        return [hit for hit in kept if not hit.wording.by_syntax or hit.start in seats]

    def _stands_alone(self, hit: Hit) -> bool:
        return not (
            self.marked.article.in_zone(hit.start, *SILENT_ZONES)
            or self._is_unit_or_pronoun(hit)
            or self._is_in_an_address(hit)
            or self._is_town(hit)
            or (hit.wording.via is Via.DEMONYM and (names_language(self.around, hit) or self.around.is_verb(hit)))
        )

    def _is_unit_or_pronoun(self, hit: Hit) -> bool:
        if hit.words == "GB":
            return self.text[max(0, hit.start - 3) : hit.start].rstrip()[-1:].isdigit()
        if self.text[hit.end : hit.end + 2].lstrip()[:1] in ("$", "¢"):
            return hit.wording.via is Via.ABBREVIATION
        return hit.words == "US" and self.around.in_capitals(hit) and self._reads_as_pronoun(hit)

    def _reads_as_pronoun(self, hit: Hit) -> bool:
        before, words = self.around.word_before(hit).upper(), pronoun_words()
        return before in words.dative or (before in words.before and not self.around.modifies(hit))

    def _is_in_an_address(self, hit: Hit) -> bool:
        return self.text[max(0, hit.start - 1) : hit.start] in ("@", "/", "\\") and self.text[hit.end : hit.end + 1] in (".", "/", "@")

    def _is_town(self, hit: Hit) -> bool:
        """Lebanon, Pa.: a town that bears a country's name."""
        if hit.wording.words not in towns() or self.text[hit.end : hit.end + 2] != ", ":
            return False
        rest = self.text[hit.end + 2 : hit.end + 18]
        return any(rest.startswith(state) and not rest[len(state) : len(state) + 1].isalnum() for state in us_states())

    def _decided(self, hit: Hit, named: Named) -> Hit | None:
        words = hit.wording.words
        if words in cued_wordings() and hit.wording.codes[0] not in named.certainly:
            return None
        withdrawn = withdrawn_states().get(hit.wording.codes[0], "")
        if hit.wording.via is Via.SEAT and withdrawn in named.by_name and hit.wording.codes[0] not in named.by_name:
            return hit._replace(wording=hit.wording._replace(codes=(withdrawn,)))
        if words in namesakes() and self._balance(words) < namesakes()[words].silent:
            return None
        return _disambiguated(hit, named.at_all) if words in ambiguous() else hit

    def _balance(self, words: str) -> int:
        """By how much the article speaks for the country where it shares `words` with something else."""
        if words not in self._balances:
            self._balances[words] = namesakes()[words].outweighs(self.text) if words in namesakes() else 0
        return self._balances[words]


class Named(NamedTuple):
    """Codes that the article refers to: `by_name` or demonym, `certainly` (a seat will do), `at_all` (even by a capital)."""

    by_name: frozenset[str]
    certainly: frozenset[str]
    at_all: frozenset[str]


def _named(hits: list[Hit]) -> Named:
    wordings = {hit.wording for hit in hits if hit.wording.words not in ambiguous()}
    certain = {wording for wording in wordings if not wording.by_syntax and wording.words not in cued_wordings()}
    by_name = {wording for wording in certain if wording.via is not Via.SEAT}
    return Named(_codes(by_name), _codes(certain), _codes(wordings))


def _codes(wordings: Iterable[Wording]) -> frozenset[str]:
    return frozenset(code for wording in wordings for code in wording.codes)


def _disambiguated(hit: Hit, named: frozenset[str]) -> Hit | None:
    """`hit` with the one of its countries that the article names, the usual one if it names none; None if several."""
    row = ambiguous()[hit.wording.words]
    candidates = [code for code in row.codes if code in named] or [row.default]
    return hit._replace(wording=hit.wording._replace(codes=(candidates[0],))) if len(candidates) == 1 else None
