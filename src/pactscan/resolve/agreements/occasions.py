"""The meeting at which something was signed, told in a sentence beside it: when it was, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import cues, words
from pactscan.resolve.agreements.bonds import LONGEST_CLIMB, Hold, bonds_of, hold_on, usable
from pactscan.resolve.agreements.grammar import Force, Grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactscan.model import Date
    from pactscan.resolve.agreements.events import Event
    from pactscan.resolve.agreements.scene import Scene

CONCLUDED = frozenset({"agreed", "initialled", "signed"})
DAY_LONG = len("2001-01-01")
PAST = frozenset({"VBD", "VBZ", "VBN"})
FURTHER_ON = 6
"""Sentences behind a signing within which a meeting of its day is the one at which it was signed."""


class Occasions:
    """Reads the sentences around the events of one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.p, self.grammar = scene, scene.p, Grammar(scene.p)

    def day(self, event: Event) -> Date | None:
        """The one day that the meeting around a signing has, where the sentence of the signing itself names none."""
        if self._dated(self.p.sentence[event.cue]):
            return None
        for root, noun in self.around(event):
            if self.p.lower[root] in words("occasion", "opening"):
                continue
            days = [d for d in self._dates(self.p.sentence[root]) if self._on(self.scene.token(d.mention.start), root, noun)]
            if len({d.value for d in days}) == 1:
                return days[0]
        return None

    def venues(self, event: Event) -> Iterator[int]:
        """Tokens behind "in" or "at" that say where the meeting around a signing was: in its own sentence, before it, after it."""
        first, stop = self.p.sentences[self.p.sentence[event.cue]]
        for i in range(first, stop):
            if (
                self.p.lower[i] in words("occasion", "nouns")
                and i not in self.scene.inside
                and hold_on(self.scene, event, i) is Hold.GOVERNED
            ):
                yield from self._places(i, i, range(i + 1, stop))
            elif self.p.lower[i] in words("occasion", "visiting") and self.p.head[i] == event.cue:
                yield from self.grammar.children(i, "dobj")
        for root, noun in [*self.around(event), *self._of_that_day(event)]:
            yield from self._places(root, noun, range(*self.p.sentences[self.p.sentence[root]]))

    def _places(self, root: int, noun: int, stretch: range) -> Iterator[int]:
        """Objects of "in", "at" or "to" there that hang on the verb or the noun."""
        for i in stretch:
            if self.p.lower[i] in ("at", "in") or (self.p.lower[i] == "to" and self.p.lower[self.p.head[i]] in words("occasion", "trips")):
                for o in self.grammar.children(i, "pobj"):
                    if self._on(o, root, noun):
                        yield o

    def talks(self, event: Event) -> list[Date]:
        """Days of *those talks*, *the negotiations*, that the next sentence goes on to tell."""
        after = self.p.sentence[event.cue] + 1
        if event.status not in ("negotiating", "renegotiating") or not self._beside(after, event):
            return []
        root = self._root(after)
        subject = next(iter(self.grammar.children(root, "nsubj", "nsubjpass")), None)
        if subject is None or self.p.lower[subject] not in words("occasion", "talks") or not self._pointed(subject):
            return []
        return [d for d in self._dates(after) if self._told(root) and self._on(self.scene.token(d.mention.start), root, subject)]

    def around(self, event: Event) -> Iterator[tuple[int, int]]:
        """(verb, noun of the meeting or the verb again) of the sentences before and after that tell the occasion."""
        if event.status not in CONCLUDED or event.force is not Force.FACT or not event.verbal or self._long_past(event.cue):
            return
        s = self.p.sentence[event.cue]
        if self._beside(s - 1, event) and self._tied(event, s - 1):
            yield from self._meeting(s - 1, event)
        if self._beside(s + 1, event):
            yield from self._looked_back_on(s + 1)

    def _meeting(self, s: int, event: Event) -> Iterator[tuple[int, int]]:
        """``The two met in Lima on Tuesday.``: a meeting as what the sentence tells, or a journey of those who then signed."""
        root = self._root(s)
        if not self._told(root) or self._concludes(s):
            return
        if self.p.lower[root] in words("occasion", "meeting"):
            yield root, root
        elif self.p.lower[root] in words("occasion", "travelling"):
            subjects = {self.p.lower[self.p.left[k]] for k in self.grammar.children(event.cue, "nsubj")}
            yield from [(root, root)] if subjects & words("occasion", "persons") else []
        else:
            nouns = (i for i in range(*self.p.sentences[s]) if self.p.lower[i] in words("occasion", "nouns") and self._on(i, root, root))
            yield from [(root, noun) for noun in nouns][:1]

    def _looked_back_on(self, s: int) -> Iterator[tuple[int, int]]:
        """``The ceremony took place in Bergen on Monday.``: a definite subject that is the occasion."""
        root = self._root(s)
        for noun in self.grammar.children(root, "nsubj", "nsubjpass"):
            if self.p.lower[noun] in words("occasion", "nouns") and self._pointed(noun) and self._told(root):
                yield root if self.p.lower[root] in words("occasion", "held") else noun, noun

    def _of_that_day(self, event: Event) -> Iterator[tuple[int, int]]:
        """``Today's meeting in Bern builds on …``: further on, a meeting that the day of the signing owns."""
        days = {b.date.value for b in bonds_of(self.scene, event) if b.date.value}
        s = self.p.sentence[event.cue]
        for noun in range(self.p.sentences[s][1], self.p.sentences[min(s + FURTHER_ON, len(self.p.sentences) - 1)][1]):
            if self.p.lower[noun] in words("occasion", "nouns") and days & {d.value for d in self._owners(noun)}:
                yield noun, noun

    def _tied(self, event: Event, before: int) -> bool:
        """Whether the signing goes on from the sentence before: the same actors, or words that take them up."""
        first, stop = self.p.sentences[self.p.sentence[event.cue]]
        taken_up = words("occasion", "same") & set(self.p.lower[first : min(stop, event.cue)])
        return bool(taken_up) or bool(self._codes(first, stop) & self._codes(*self.p.sentences[before]))

    def _codes(self, first: int, stop: int) -> set[str]:
        reach = self.scene.reach(first, stop - 1)
        people = {a.country for a, _ in self.scene.names_in(*reach) if a.country}
        return {c.code for c in self.scene.countries_in(*reach)} | people

    def _beside(self, s: int, event: Event) -> bool:
        """Whether sentence `s` exists, in the paragraph of the event or one beside it."""
        if not 0 <= s < len(self.p.sentences):
            return False
        return abs(self.p.paragraph[self.p.sentences[s][0]] - self.p.paragraph[event.cue]) <= 1

    def _root(self, s: int) -> int:
        first, stop = self.p.sentences[s]
        return next((i for i in range(first, stop) if self.p.head[i] == i), first)

    def _told(self, root: int) -> bool:
        """A past fact, or a headline's present."""
        return self.p.tag[root] in PAST and self.grammar.force(root) is Force.FACT

    def _long_past(self, cue: int) -> bool:
        """``had signed``: before what the text tells."""
        return any(self.p.lower[c] == "had" for c in self.grammar.children(cue, "aux"))

    def _concludes(self, s: int) -> bool:
        """Whether the sentence tells of an agreement of its own."""
        first, stop = self.p.sentences[s]
        signing = (
            i for i in range(first, stop) if any(c.status in CONCLUDED and c.frame == "object" for c in cues().get(self.p.lower[i], ()))
        )
        return any(o in self.scene.inside for i in signing for o in self.grammar.children(i, "dobj", "nsubjpass"))

    def _pointed(self, noun: int) -> bool:
        """``the ceremony``, ``those talks``, ``Tuesday's meeting``: the one just spoken of."""
        first = self.p.left[noun]
        if words("occasion", "another") & set(self.p.lower[first:noun]):
            return False
        return self.p.lower[first] in words("determiners", "definite") or bool(self._owners(noun))

    def _owners(self, noun: int) -> list[Date]:
        """Days that own the noun: *Tuesday's* meeting."""
        return [d for c in self.grammar.children(noun, "poss") for d in self.scene.dates_in(*self.scene.reach(self.p.left[c], c))]

    def _on(self, at: int, root: int, noun: int) -> bool:
        """Whether token `at` hangs on the verb or the noun, with no clause and no agreement in between."""
        i = at
        for _ in range(LONGEST_CLIMB):
            if i in (root, noun):
                return True
            if i != at and (self.p.tag[i].startswith("VB") or i in self.scene.inside):
                return False
            i = self.p.head[i]
        return False

    def _dates(self, s: int) -> list[Date]:
        first, stop = self.p.sentences[s]
        found = self.scene.dates_in(*self.scene.reach(first, stop - 1))
        return [
            d for d in found if usable(d) and len(d.value or "") >= DAY_LONG and self.scene.token(d.mention.start) not in self.scene.inside
        ]

    def _dated(self, s: int) -> bool:
        """Whether the sentence names a day, a month or a year outside names."""
        first, stop = self.p.sentences[s]
        found = self.scene.dates_in(*self.scene.reach(first, stop - 1))
        return any(usable(d) and self.scene.token(d.mention.start) not in self.scene.inside for d in found)
