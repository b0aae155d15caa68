"""Who is in view at a place in the text: mentioned, spoken of or speaking not long before, and so whom a pronoun may mean."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

import numpy as np

from pactscan.lexicon.gender import Gender, gender_of_pronoun
from pactscan.lexicon.speech_weights import LinearModel
from pactscan.marks.parse import Parse
from pactscan.model import Actor, ActorKind
from pactscan.resolve.cast import Cast
from pactscan.resolve.gender import gender_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FAR = 6
"""Sentences after which a person is out of view, unless still the last one spoken of."""

COLUMNS = (
    ("sentence", 6), ("paragraph", 3), ("function", 6), ("subject", 4), ("main", 4), ("spoke", 4), ("chain", 3), ("known", 2),
    ("count", 4), ("clash", 2), ("form", 3), ("source", 2), ("rank", 3), ("rivals", 3),
)  # fmt: skip
"""What is said of a person in view: how far the last mention is and what it was, when the person last was subject and spoke …"""
TEMPLATES = """sentence*paragraph sentence*function subject main*form main*paragraph spoke*source chain*form chain*sentence known*rivals
 count clash*form rank*function rank*source main*spoke subject*main rank*rivals chain*main function*clash"""


@dataclass
class Seen:
    """How much a person is in view at the place that has been read so far."""

    last: int = -1
    """Token of the last mention."""
    subject: int = -1
    main: int = -1
    """The last one as subject of the main verb."""
    spoke: int = -1
    count: int = 0


@dataclass
class View:
    """What has been read of an article so far; `speakers` are the head tokens of known sources."""

    parse: Parse
    cast: Cast
    speakers: Container[int]
    model: LinearModel
    seen: dict[str, Seen] = field(default_factory=dict)
    """Actor id → how much the actor is in view."""
    latest_pronoun: dict[Gender, tuple[int, str]] = field(default_factory=dict)
    """Gender → the last pronoun of it and the id of whom it meant."""

    def __post_init__(self) -> None:
        self._genders = {actor.id: gender_of(actor, self.cast) for actor in self.cast.people}

    def gender(self, actor: Actor) -> Gender | None:
        """What is known of a person's gender so far."""
        return self._genders[actor.id]

    def see(self, token: int, actor: Actor) -> None:
        """Bring an actor into view by the mention that `token` ends."""
        view = self.seen.setdefault(actor.id, Seen())
        view.last = token
        view.count += 1
        head = self._top(token)
        if self.parse.dep[head] in SUBJECTS:
            view.subject = token
            if self._is_main(head):
                view.main = token
        if token in self.speakers:
            view.spoke = token

    def _top(self, token: int) -> int:
        """Head of the noun phrase that a mention ends or stands beside in apposition."""
        parse = self.parse
        while parse.dep[token] in ("compound", "appos", "flat") and parse.head[token] != token:
            token = parse.head[token]
        return token

    def _is_main(self, subject: int) -> bool:
        """Whether a subject's verb is the main one of its sentence, or joined to it."""
        parse = self.parse
        verb = parse.head[subject]
        while parse.dep[verb] == "conj":
            verb = parse.head[verb]
        return parse.head[verb] == verb

    def pronoun(self, token: int) -> Actor | None:
        """The actor that a pronoun means, None when nobody fits."""
        word = self.parse.lower[token]
        gender = gender_of_pronoun(word)
        if gender is None:
            return self._body(token) if word == "it" else None
        people = self.people(token, gender)
        if not people:
            return None
        best = people[int(self.model.scores(np.asarray(self.rows(people, token, gender))).argmax())]
        self.latest_pronoun[gender] = (token, best.id)
        if self._genders[best.id] is None and self.parse.tag[token] == "PRP" and len(people) == 1:
            self._genders[best.id] = gender
        return best

    def people(self, token: int, gender: Gender) -> list[Actor]:
        """Persons mentioned before, not long ago, whose gender does not speak against the pronoun."""
        chain = self.latest_pronoun.get(gender)
        sentence = self.parse.sentence
        return [
            actor
            for actor in self.cast.people
            if actor.id in self.seen
            and self._genders[actor.id] in (None, gender)
            and (sentence[token] - sentence[self.seen[actor.id].last] <= FAR or (chain is not None and chain[1] == actor.id))
        ]

    def rows(self, people: list[Actor], token: int, gender: Gender) -> list[list[int]]:
        """The columns of each person in view, see `COLUMNS`."""
        order = sorted(range(len(people)), key=lambda i: -self.seen[people[i].id].last)
        rank = {i: r for r, i in enumerate(order)}
        return [self._row(actor, token, gender, rank[i], len(people)) for i, actor in enumerate(people)]

    def _row(self, actor: Actor, token: int, gender: Gender, rank: int, rivals: int) -> list[int]:
        parse, view = self.parse, self.seen[actor.id]
        chain = self.latest_pronoun.get(gender)
        since = self._since
        return [
            min(5, parse.sentence[token] - parse.sentence[view.last]),
            min(2, parse.paragraph[token] - parse.paragraph[view.last]),
            self._function(view.last),
            since(token, view.subject),
            since(token, view.main),
            since(token, view.spoke),
            0 if chain is None or chain[1] != actor.id else 1 if since(token, chain[0]) <= 1 else 2,
            int(self._genders[actor.id] is not None),
            0 if view.count == 1 else 1 if view.count == 2 else 2 if view.count < 6 else 3,
            int(self._same_clause(view.last, token)),
            2 if parse.tag[token] == "PRP$" else int(parse.dep[token] in SUBJECTS),
            int(token in self.speakers),
            min(rank, 2),
            min(rivals, 3) - 1,
        ]

    def _since(self, token: int, mention: int) -> int:
        """Sentences since a mention: 0, 1, 2, or 3 for more and for never."""
        return 3 if mention < 0 else min(3, self.parse.sentence[token] - self.parse.sentence[mention])

    def _function(self, token: int) -> int:
        """What the mention is in its sentence: 0 main subject, 1 other subject, 2 object, 3 after a preposition, 4 possessor, 5 other."""
        head = self._top(token)
        dep = self.parse.dep[head]
        if dep in SUBJECTS:
            return 0 if self._is_main(head) else 1
        return {"dobj": 2, "pobj": 3, "poss": 4}.get(dep, 5)

    def _same_clause(self, mention: int, token: int) -> bool:
        """Whether a pronoun and a mention are arguments of one verb, so that they are two people."""
        parse = self.parse
        if parse.tag[token] == "PRP$" or parse.sentence[mention] != parse.sentence[token]:
            return False
        return parse.head[self._top(mention)] == parse.head[token]

    def _body(self, token: int) -> Actor | None:
        """The body that was the subject of the sentence before: what "it said" refers to."""
        if token not in self.speakers:
            return None
        parse = self.parse
        recent = [
            (self.seen[actor.id].subject, actor)
            for actor in self.cast.actors
            if actor.kind is not ActorKind.PERSON and actor.id in self.seen and self.seen[actor.id].subject >= 0
        ]
        near = [(at, actor) for at, actor in recent if parse.sentence[token] - parse.sentence[at] <= 1]
        return max(near, key=lambda pair: pair[0])[1] if near else None
