"""Whether a capital stands for its government: as one who acts, is pressed, owns a policy, or is bound to another.

Some of the company is enough on its own ("Moscow said"); in other company ("Washington put", "pressure on Ankara") a capital
counts only where the article names its country in other words, so that no country rests on it alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.find.countries.surroundings import REACH
from pactscan.lexicon.countries_contexts import person_words
from pactscan.lexicon.countries_seats import seat_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from pactscan.find.countries.scan import Hit
    from pactscan.find.countries.surroundings import Surroundings

OUTSIDE = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
"""What describes a city: Little Havana, downtown Cairo."""

NAMES = frozenset({"EVENT", "FAC", "LAW", "ORG", "PERSON", "WORK_OF_ART"})
"""Entities that may hold the name of a city: the Washington Institute."""

LINKS = frozenset({", ", " and ", ", and "})
"""What joins capitals in a row."""

BINDING = frozenset({"against", "between", "by", "from", "on", "to", "toward", "towards", "with"})


class Seats:
    """Capitals of one article (`hits`, in order); `named` are the codes of countries that it names in other words."""

    def __init__(self, around: Surroundings, hits: list[Hit], named: frozenset[str]) -> None:
        self.around = around
        self.named = named
        self.hits = hits
        self._codes = {around.last(hit).i: hit.wording.codes[0] for hit in hits}

    def standing(self) -> frozenset[int]:
        """Where the capitals start that stand for their governments; in a row of them one speaks for all."""
        alone = {hit.start for hit in self.hits if self.stands(hit)}
        rows = [{hit.start for hit in row} for row in self._rows()]
        return frozenset(alone.union(*(row for row in rows if row & alone)))

    def _rows(self) -> Iterator[list[Hit]]:
        """Capitals joined by commas and a last "and": Tokyo, Seoul and Washington."""
        row: list[Hit] = []
        for hit in self.hits:
            link = self.around.text[row[-1].end : hit.start] if row else ""
            if row and link not in LINKS:
                row = []
            row.append(hit)
            if len(row) > 1 and "and" in link:
                yield row
                row = []

    def stands(self, hit: Hit) -> bool:
        """Whether `hit` stands for its government."""
        token, named = self._root(hit), hit.wording.codes[0] in self.named
        if self._beside_hyphen(hit, named=named):
            return True
        if self._is_part_of_a_name(hit) or self._is_dateline(hit) or self._is_described(token, hit):
            return False
        return self._by_role(token, named=named or self._is_one_of_a_pair(token))

    def _is_one_of_a_pair(self, token: Token) -> bool:
        """Seoul and Tokyo: capitals of two countries joined by "and"."""
        others = [token.head] if token.dep_ == "conj" else [child for child in token.children if child.dep_ == "conj"]
        own = self._codes.get(token.i)
        return any(self._codes.get(other.i, own) != own for other in others)

    def _root(self, hit: Hit) -> Token:
        return self.around.marked.span(hit.start, hit.end).root

    def _is_described(self, token: Token, hit: Hit) -> bool:
        outside = (child for child in token.children if not hit.start <= child.idx < hit.end)
        return any(child.dep_ in OUTSIDE and child.lower_ != "the" for child in outside)

    def _is_dateline(self, hit: Hit) -> bool:
        """PARIS, March 18 -, Nairobi, Kenya, and KYIV (Reuters)."""
        text = self.around.text
        tail = text[hit.end : hit.end + 3]
        opens = text[max(0, hit.start - 8) : hit.start].rstrip(" \t")[-1:] in ("", "\n")
        if tail[:2] == ", ":
            return tail[2:].isupper()
        return opens and (tail[:1] in ("(", "–", "—", "―") or tail[:2] in (" (", " -", " –", " —", " ―", " _"))

    def _is_part_of_a_name(self, hit: Hit) -> bool:
        kind = self.around.first(hit).ent_type_
        if kind == "PERSON" and hit.words in person_words().cities:
            return True
        sides = [token for token in self.around.both_sides(hit) if token is not None]
        return kind in NAMES and any(token.ent_type_ == kind and token.pos_ in ("PROPN", "ADJ") for token in sides)

    def _beside_hyphen(self, hit: Hit, *, named: bool) -> bool:
        text, words = self.around.text, seat_words()
        if text[hit.start - 1 : hit.start] in ("-", "–"):
            head = text[max(0, hit.start - 6) : hit.start - 1].split()[-1:]
            return any(word.lower() in words.before_hyphen for word in head) or (named and bool(head) and self._pair(hit))
        if text[hit.end : hit.end + 1] in ("-", "–"):
            tail = text[hit.end + 1 : hit.end + 14].split()
            word = tail[0].rstrip(".,;:!?\"'”’") if tail else ""
            return word.lower() in words.after_hyphen or (named and word[:1].isupper() and self._pair(hit))
        return False

    def _pair(self, hit: Hit) -> bool:
        """Washington-Beijing ties."""
        after = self.around.after(hit)
        for _ in range(REACH):
            if after is None or not (after.text in ("-", "–") or after.pos_ == "PROPN"):
                break
            after = self.around.next(after)
        return after is not None and after.lower_ in seat_words().relations

    def _by_role(self, token: Token, *, named: bool) -> bool:
        leader = _leader(token)
        role = leader.dep_
        if role == "nsubj":
            return self._acts(leader.head, named=named)
        if role == "poss":
            noun, words = leader.head.lower_, seat_words()
            return noun in words.owned or (named and noun in words.owned_if_named)
        if role in ("pobj", "agent"):
            return self._is_bound(leader.head, named=named)
        if role in ("dobj", "iobj", "dative"):
            return leader.head.lower_ in seat_words().pressed
        return role in ("compound", "amod", "nmod") and leader.head.i > leader.i and self._describes(leader.head, named=named)

    def _describes(self, noun: Token, *, named: bool) -> bool:
        return noun.lower_ in seat_words().bodies or (named and noun.lower_ in seat_words().staff)

    def _acts(self, verb: Token, *, named: bool) -> bool:
        words = seat_words()
        if verb.pos_ not in ("VERB", "AUX"):
            return False
        if verb.lower_ in words.acts or (verb.dep_ in ("ccomp", "xcomp") and verb.tag_ == "VB" and verb.head.lower_ in words.pressed):
            return True
        if any(child.dep_ == "acomp" and child.lower_ in words.stances for child in verb.children):
            return True
        return (named and verb.lower_ not in words.place_verbs and verb.tag_ != "VBN") or (
            verb.tag_ == "VBN" and named and _is_perfect(verb)
        )

    def _is_bound(self, preposition: Token, *, named: bool) -> bool:
        words, governor = seat_words(), preposition.head
        if self._precedes_noun(preposition):
            return False
        if preposition.lower_ == "of":
            return governor.lower_ in words.acts and governor.pos_ == "VERB"
        if preposition.lower_ == "on" and governor.lower_ in words.calls and governor.pos_ == "VERB":
            return True
        if preposition.lower_ not in BINDING:
            return False
        if preposition.lower_ in ("by", "from"):
            return named and (governor.lower_ in words.acts or governor.lower_ in words.owned) and governor.lower_ not in words.place_verbs
        if preposition.lower_ in ("with", "between", "against"):
            return governor.lower_ in words.relations or _has_argument_in(governor, words.relations)
        return named and governor.lower_ in words.relations

    def _precedes_noun(self, preposition: Token) -> bool:
        """Between Paris commitments and …: the model takes the city for the object."""
        after = [self.around.next(child) for child in preposition.children if child.dep_ == "pobj"]
        return any(token is not None and token.tag_ in ("NN", "NNS") for token in after)


def _leader(token: Token) -> Token:
    """The first of a row: Seoul in "Seoul and Washington"."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def _has_argument_in(verb: Token, nouns: frozenset[str]) -> bool:
    """Talks were held between Ottawa and Paris: the noun that binds them is the verb's."""
    return verb.pos_ == "VERB" and any(child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.lower_ in nouns for child in verb.children)


def _is_perfect(verb: Token) -> bool:
    roles = {child.dep_: child.lower_ for child in verb.children}
    return "auxpass" not in roles and roles.get("aux", "").lstrip("'") in ("d", "had", "has", "have", "having", "s", "ve")
