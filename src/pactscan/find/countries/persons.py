"""Whether the name of a country is a person's: Jordan Peterson, Percy French, Mr. Holland, and Holland after him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.countries import ambiguous, countries
from pactscan.lexicon.countries_contexts import person_words
from pactscan.lexicon.forenames import forenames
from pactscan.lexicon.titles import capitalised_words, honorifics, office_abbreviations, office_nouns, portfolios
from pactscan.model import Via

if TYPE_CHECKING:
    from spacy.tokens import Token

    from pactscan.find.countries.scan import Hit
    from pactscan.find.countries.surroundings import Surroundings


class Persons:
    """People of an article whose names read as a country."""

    def __init__(self, around: Surroundings, hits: list[Hit]) -> None:
        self.around = around
        self._in_full = {hit.start for hit in hits if self._in_full_name(hit)}
        self._names = {hit.words for hit in hits if hit.start in self._in_full}
        self._otherwise = {code: hit.words for hit in hits for code in hit.wording.codes if not self._may_be_name(hit)}

    def bears(self, hit: Hit, *, means_country: bool) -> bool:
        """Whether a person bears the words of `hit` as a name; `means_country`: cues in the article speak for the country."""
        if hit.start in self._in_full:
            return True
        if means_country:
            return False
        if not self._may_be_name(hit) or hit.wording.codes[0] in self._otherwise:
            return False
        if hit.wording.via is Via.DEMONYM and self.around.modifies(hit):
            return False
        return hit.words in self._names or self._is_person_alone(hit)

    def _is_person_alone(self, hit: Hit) -> bool:
        if hit.wording.words not in person_words().alone or self.around.first(hit).ent_type_ != "PERSON":
            return False
        before = self.around.before(hit)
        return before is None or before.tag_ not in ("CD", "DT", "JJ", "PDT", "PRP$")

    def _may_be_name(self, hit: Hit) -> bool:
        words = person_words()
        return hit.wording.words in words.given or hit.wording.words in words.surnames

    def _in_full_name(self, hit: Hit) -> bool:
        single = " " not in hit.words and hit.wording.via in (Via.NAME, Via.DEMONYM) and hit.wording.words not in ambiguous()
        return single and (self._is_surname(hit) or self._is_given(hit))

    def _is_surname(self, hit: Hit) -> bool:
        before = self.around.before(hit)
        if before is None or not self.around.printed(before)[:1].isupper() or before.idx + len(before) == hit.start:
            return False
        lower = before.lower_.rstrip(".")
        known = hit.wording.words in person_words().surnames
        if lower in person_words().address:
            return hit.wording.via is Via.NAME or (known and not self.around.modifies(hit))
        if hit.wording.via is Via.NAME and lower in person_words().ranks:
            return True
        if not _is_forename(lower):
            return False
        if self._one_person(before.i, self.around.last(hit).i):
            return True
        return known and before.tag_ == "NNP" and before.ent_type_ not in ("GPE", "LOC") and not self._describes_common_noun(hit)

    def _describes_common_noun(self, hit: Hit) -> bool:
        """Free French forces, unlike the Percy French Hotel."""
        after = self.around.after(hit)
        return hit.wording.via is Via.DEMONYM and after is not None and after.tag_ in ("JJ", "NN", "NNS")

    def _is_given(self, hit: Hit) -> bool:
        if hit.wording.words not in person_words().given:
            return False
        after = self.around.after(hit)
        if after is None or after.tag_ != "NNP":
            return False
        if self._is_described(hit, after):
            return True
        if _is_office(after.lower_.rstrip(".")):
            return False
        if hit.wording.via is Via.DEMONYM:
            adjective = hit.words in countries()[hit.wording.codes[0]].adjectives
            return self._one_word_follows(after) and (not adjective or self.around.first(hit).ent_type_ == "PERSON")
        return self._one_person(self.around.first(hit).i, after.i) or self._precedes_person(hit, after)

    def _precedes_person(self, hit: Hit, after: Token) -> bool:
        """America Ferrera, of whose name the model sees the second word only; not "in Kenya Obama said"."""
        before = self.around.before(hit)
        follows = after.ent_type_ == "PERSON" and after.ent_iob_ == "B" and after.idx <= hit.end + 1
        return follows and (before is None or before.tag_ not in ("IN", "TO", "NNP"))

    def _is_described(self, hit: Hit, surname: Token) -> bool:
        """Israel Singer, the secretary-general: a person to the model, and an apposition after the surname."""
        comma = self.around.next(surname)
        if self.around.first(hit).ent_type_ != "PERSON" or comma is None or comma.text != ",":
            return False
        apposition = self.around.next(comma)
        return apposition is not None and apposition.tag_ in ("CD", "DT", "PRP$", "WP")

    def _one_word_follows(self, token: Token) -> bool:
        """Dane Lisser and German Gref; not Dane Jonas Vingegaard, who is a Dane."""
        after = self.around.next(token)
        return after is None or after.tag_ not in ("NNP", "NNPS")

    def _one_person(self, first: int, last: int) -> bool:
        name = self.around.people.get(first)
        return name is not None and name == self.around.people.get(last)


def _is_forename(lower: str) -> bool:
    return lower in forenames() and not _is_office(lower) and lower not in capitalised_words()


def _is_office(lower: str) -> bool:
    return lower in office_nouns() or lower in office_abbreviations() or lower in portfolios() or lower in honorifics()
