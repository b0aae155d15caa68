"""Which parties a noun phrase stands for: offices for their states, capitals for their governments, pronouns for who was named before."""

from __future__ import annotations

from pactscan.lexicon.agreements import number_named, party_words, words
from pactscan.lexicon.organisations import known_bodies
from pactscan.lexicon.titles import office_nouns
from pactscan.model import ActorKind, Party
from pactscan.resolve.agreements.groups import SENTENCES_BACK, Groups
from pactscan.resolve.agreements.named import ENOUGH, MODIFIERS

BARE = frozenset({"det", "cc", "conj", "case", "punct", "preconj"})
PERSONAL = frozenset({"he", "her", "his", "she"})
SINGULAR = PERSONAL | {"it", "its", "who"}
PLURAL = frozenset({"them", "themselves", "their", "they"})
FIRST_PERSON = frozenset({"our", "us", "we"})


class Referents(Groups):
    """Resolves noun phrases to parties."""

    def of_part(self, noun: int) -> list[Party]:
        """``U.S. and Iraqi officials``, ``the president of Chile``, ``Foreign Minister Ana Lima of Peru``, ``the rulers in Lima``."""
        if self.p.tag[noun] == "PRP" and self.p.lower[noun] in SINGULAR:
            return self.last_subject(noun)
        first = min([noun, *(self.p.left[c] for c in self.p.children[noun] if c < noun and self.p.dep[c] in MODIFIERS)])
        found = self.named(first, noun, people=True) or self.seat(noun)
        for c in self.p.children[noun]:
            if self.p.dep[c] == "prep" and self.p.lower[c] in ("of", "from") and self.represents(noun):
                found += self.named(c + 1, self.cut(c), people=True)
            elif self.p.dep[c] == "prep" and self.p.lower[c] == "in" and not found and self._seated(noun):
                found += [x for o in self.grammar.children(c, "pobj") for x in self.seat(o)]
            elif self.p.dep[c] == "appos" and not found:
                found += self.of_part(c)
        found += self._for_states(noun, found)
        return found or self._owned(noun) or self._in_view(noun)

    def _owned(self, noun: int) -> list[Party]:
        """``his country``, ``her government``, ``its foreign minister``: the state of the last subject."""
        owner = next((c for c in self.grammar.children(noun, "poss") if self.p.tag[c] == "PRP$"), None)
        if owner is None or self.p.lower[owner] not in SINGULAR:
            return []
        own = self.p.lower[noun] in party_words("own") or (self.p.lower[owner] == "its" and self.p.lower[noun] in office_nouns())
        return self.last_subject(owner) if own else []

    def _for_states(self, noun: int, found: list[Party]) -> list[Party]:
        """``Ana Lima of Chile and Petra Vogel for Austria``: the states behind people, wherever the parse hangs the second."""
        if not self._is_person(noun):
            return []
        told = {x.mention.start for x in found}
        preps = (i for i in range(noun + 1, self.without_clause(noun)) if self.p.lower[i] in ("for", "from", "of"))
        states = [
            x
            for i in preps
            if self._is_person(self.p.head[i])
            for o in self.grammar.children(i, "pobj")
            for x in self.named(self.p.left[o], o)
        ]
        return [x for x in states if x.code and x.mention.start not in told]

    def _is_person(self, noun: int) -> bool:
        e = self.p.entity[noun]
        return (e >= 0 and self.p.entities[e][2] == "PERSON") or (self.p.tag[noun] == "NNP" and self._person(noun))

    def _seated(self, noun: int) -> bool:
        """Whether the noun can be the government of the capital that it is in."""
        return self.p.lower[noun] in (*party_words("of_the_state"), "administration", "governments", "leaders", "rulers", "rival")

    def _in_view(self, noun: int) -> list[Party]:
        """``the government`` of the one state in view, ``the rebels`` of the one group; bare nouns only."""
        if self.p.lower[noun - 1] != "the" or any(self.p.dep[c] not in BARE for c in self.p.children[noun]):
            return []
        if self.p.lower[noun] in party_words("of_the_state"):
            return self._state_in_view(noun)
        return self._group_in_view(noun) if self.p.lower[noun] in party_words("of_the_group") else []

    def _state_in_view(self, at: int) -> list[Party]:
        """The only state that the sentence, or the last one that names any, names before; else the one that the text is about."""
        s = self.p.sentence[at]
        for k in range(s, max(-1, s - SENTENCES_BACK), -1):
            first, stop = self.p.sentences[k]
            states = {x.code: x for x in self.named(first, min(stop, at) - 1, people=True) if x.code}
            if states:
                return list(states.values()) if len(states) == 1 else []
        main = self.scene.voice
        m = self.scene.nearest_mention(main, self.p.start[at]) if main else None
        return [Party(main, m.text, m)] if m else []

    def _group_in_view(self, at: int) -> list[Party]:
        """The one armed group that the text has named before; where it names none at all, the rebels as the text calls them."""
        end = self.p.start[at]
        groups = [Party(None, m.text, m) for a, m in self.scene.names_in(0, end) if a.kind is ActorKind.GROUP]
        groups += [x for x in self._known_bodies(0, end, [(x.mention.start, x.mention.end) for x in groups]) if self._armed_group(x)]
        if not groups:
            m = self.scene.mention(at, at)
            return [Party(None, m.text, m)]
        return groups[-1:] if len({x.name for x in groups}) == 1 else []

    @staticmethod
    def _armed_group(party: Party) -> bool:
        body = known_bodies().get(party.name.replace("’", "'"))
        return body is not None and body.kind is ActorKind.GROUP

    def without_clause(self, noun: int) -> int:
        """Last token of the noun phrase before its relative clause."""
        clauses = [self.p.left[c] for c in self.p.children[noun] if self.p.dep[c] in ("relcl", "acl") and c > noun]
        return min(self.p.right[noun], *(c - 1 for c in clauses)) if clauses else self.p.right[noun]

    def people_of(self, noun: int) -> list[Party]:
        """Parties that a noun phrase stands for: named in its head, its modifiers, its series, or as what an office is of."""
        if party_words("mediators") & set(self.p.lower[self.p.left[noun] : noun + 1]):
            return []
        found = [x for part in self._all_in(noun) for x in self.of_part(part)]
        if found:
            return found
        if self.p.lower[noun] in FIRST_PERSON:
            return self.speaker(noun)
        told = self.p.lower[noun] in words("setting", "collective") or self._counted(noun)
        if self.p.lower[noun] in SINGULAR | PLURAL or (told and not self._unnamed(noun)):
            return self._pronoun(noun)
        return []

    def _unnamed(self, noun: int) -> bool:
        """``other nations``, ``several countries``, ``196 countries``: some that are not named before."""
        counted = (c for c in self.grammar.children(noun, "nummod") if number_named(self.p.lower[c]) is None)
        return any(self.p.lower[c] in party_words("unnamed") for c in self.p.children[noun]) or any(counted)

    def _all_in(self, noun: int) -> list[int]:
        """The noun, those joined to it, and those joined to what stands in apposition to it (minister Ana Lima and Peru's envoy)."""
        parts = self.series(noun)
        return parts + [other for part in parts for c in self.grammar.children(part, "appos") for other in self.series(c)[1:]]

    def _counted(self, noun: int) -> bool:
        """``the two foreign ministers``, ``the three states``: offices or states that are counted."""
        word = self.p.lower[noun]
        return self.group_size(noun) is not None and (word.removesuffix("s") in office_nouns() or word in party_words("classes"))

    def _pronoun(self, noun: int) -> list[Party]:
        """Two sides: the last pair named. ``it``: the last subject that is one party."""
        if self.p.lower[noun] in SINGULAR:
            return self.last_subject(noun)
        return self.group_before(noun, self.group_size(noun))

    def speaker(self, at: int) -> list[Party]:
        """``we``: the state of the person who speaks in the sentence."""
        first, stop = self.p.sentences[self.p.sentence[at]]
        for i in range(first, stop):
            if self.p.dep[i] == "nsubj" and self.p.lower[self.p.head[i]] in ("said", "says", "told", "added", "wrote", "tweeted"):
                return [x for x in self.of_part(i) if x.code][:1]
        main = self.scene.voice
        m = self.scene.nearest_mention(main, self.p.start[at]) if main else None
        return [Party(main, m.text, m)] if m else []

    def last_subject(self, at: int) -> list[Party]:
        """The last subject before token `at` that stands for one party."""
        s = self.p.sentence[at]
        for k in range(s, max(-1, s - SENTENCES_BACK), -1):
            first, stop = self.p.sentences[k]
            for i in range(first, min(stop, at)):
                if self.p.dep[i] in ("nsubj", "nsubjpass") and self.p.tag[i] != "PRP" and self._can_be(self.p.lower[at], i):
                    found = self.of_part(i)
                    if len({x.code or x.name for x in found}) == 1:
                        return found[:1]
        return []

    def _can_be(self, pronoun: str, noun: int) -> bool:
        """Whether ``he`` or ``she`` can be the noun: a person, by name or by office."""
        if pronoun not in PERSONAL:
            return True
        e = self.p.entity[noun]
        return (e >= 0 and self.p.entities[e][2] == "PERSON") or self.p.lower[noun] in office_nouns() or self._person(noun)

    def _person(self, noun: int) -> bool:
        return any(a.kind is ActorKind.PERSON for a, _ in self.scene.names_in(self.p.start[noun - 2 if noun > 1 else 0], self.p.end[noun]))

    def listed(self, prep: int, last: int) -> list[Party]:
        """Parties in the complement of the preposition `prep`: named ones, else the sides it speaks of."""
        found = self.named(prep + 1, last)
        if len(found) < ENOUGH:
            found += self.other_bodies(prep, last, found)
        if len(found) < ENOUGH:
            found += self._bare_sides(prep, last, found)
        return found or self.collective(prep + 1, last) or self._with_it(prep)

    def _with_it(self, prep: int) -> list[Party]:
        """``Chile said Peru had agreed to a pact with it``."""
        return self.last_subject(prep) if self.p.lower[prep + 1 : prep + 2] == ["it"] else []

    def _bare_sides(self, prep: int, last: int, found: list[Party]) -> list[Party]:
        """``between the government and the rebels``, ``between Lima and Quito``: what the nouns in view and capitals stand for."""
        nouns = [noun for o in self.grammar.children(prep, "pobj") for noun in self.series(o) if noun <= last]
        told = {x.mention.start for x in found}
        sides = [
            self._in_view(n) or self.seat(n) for n in nouns if not any(self.p.start[self.p.left[n]] <= at <= self.p.end[n] for at in told)
        ]
        return [x for side in sides for x in side] if all(sides) and len(nouns) >= ENOUGH else []
