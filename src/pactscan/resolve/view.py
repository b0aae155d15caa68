"""Who is in view at a place in the text: mentioned, spoken of or speaking not long before, and so whom a pronoun may mean."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

import numpy as np

from pactscan.lexicon.gender import Gender, gender_of_pronoun
from pactscan.lexicon.speech import speech_verbs
from pactscan.lexicon.speech_weights import LinearModel
from pactscan.marks.parse import Parse
from pactscan.model import Actor, ActorKind
from pactscan.resolve.cast import Cast
from pactscan.resolve.gender import gender_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FAR = 6
"""Sentences after which a person is out of view, unless still the last one spoken of."""

CERTAIN = 0.95
"""How likely a pronoun must mean a person to tell of that person's gender."""

COLUMNS = (
    ("sentence", 6), ("paragraph", 3), ("function", 7), ("subject", 4), ("main", 4), ("spoke", 4), ("chain", 3), ("known", 2),
    ("count", 4), ("clash", 2), ("form", 3), ("source", 2), ("rank", 3), ("rivals", 3), ("latest", 2), ("adds", 2),
)  # fmt: skip
"""What is said of a person in view: how far the last mention is and what it was, when the person last was subject and spoke …"""
TEMPLATES = """sentence*paragraph sentence*function subject main*form main*paragraph spoke*source chain*form chain*sentence known*rivals
 count clash*form rank*function rank*source main*spoke subject*main rank*rivals chain*main function*clash
 latest*source*adds latest*spoke latest*form*rank"""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A person of whom the article tells no name where it speaks of them: "a spokesman", "one resident"."""

    id: str


Person = Actor | Unnamed


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
    unnamed: dict[str, Unnamed] = field(default_factory=dict)
    latest_speaker: str = ""
    """Id of who spoke last."""

    def __post_init__(self) -> None:
        self._genders = {actor.id: gender_of(actor, self.cast) for actor in self.cast.people}

    def gender(self, actor: Actor) -> Gender | None:
        """What is known of a person's gender so far."""
        return self._genders[actor.id]

    def see_unnamed(self, token: int, noun: str, gender: Gender | None) -> None:
        """Bring somebody into view whom the article calls `noun` and no name."""
        person = self.unnamed.setdefault(noun, Unnamed(f"unnamed {noun}"))
        self._genders[person.id] = gender
        self.see(token, person)

    def see(self, token: int, actor: Person) -> None:
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
            self.latest_speaker = actor.id

    def _top(self, token: int) -> int:
        """Head of the noun phrase that a mention ends, or is joined to, or stands beside in apposition."""
        parse = self.parse
        while parse.dep[token] in ("compound", "appos", "flat", "conj") and parse.head[token] != token:
            token = parse.head[token]
        return token

    def _is_main(self, subject: int) -> bool:
        """Whether a subject's verb is the main one of its sentence, or joined to it."""
        parse = self.parse
        verb = parse.head[subject]
        while parse.dep[verb] == "conj":
            verb = parse.head[verb]
        return parse.head[verb] == verb

    def pronoun(self, token: int, barred: Container[str] = ()) -> tuple[Person | None, float]:
        """Whom a pronoun means most likely, and how likely that is; `barred` are ids of persons that it cannot mean."""
        word = self.parse.lower[token]
        gender = gender_of_pronoun(word)
        if gender is None:
            return (self._body(token) if word == "it" else None), 1.0
        people = [person for person in self.people(token, gender) if person.id not in barred]
        if not people:
            return None, 0.0
        scores = self.model.scores(np.asarray(self.rows(people, token, gender)))
        best = people[int(scores.argmax())]
        rest = np.exp([*scores, self.model.constants["nobody"]] - scores.max())
        likely = float(1 / rest.sum())
        self.latest_pronoun[gender] = (token, best.id)
        if self._genders[best.id] is None and self.parse.tag[token] == "PRP" and (len(people) == 1 or likely >= CERTAIN):
            self._genders[best.id] = gender
        return best, likely

    def people(self, token: int, gender: Gender) -> list[Person]:
        """Persons mentioned before, not long ago, whose gender does not speak against the pronoun."""
        chain = self.latest_pronoun.get(gender)
        sentence = self.parse.sentence
        everybody: list[Person] = [*self.cast.people, *self.unnamed.values()]
        return [
            person
            for person in everybody
            if person.id in self.seen
            and self._genders[person.id] in (None, gender)
            and (sentence[token] - sentence[self.seen[person.id].last] <= FAR or (chain is not None and chain[1] == person.id))
        ]

    def rows(self, people: Sequence[Person], token: int, gender: Gender) -> list[list[int]]:
        """The columns of each person in view, see `COLUMNS`."""
        order = sorted(range(len(people)), key=lambda i: -self.seen[people[i].id].last)
        rank = {i: r for r, i in enumerate(order)}
        return [self._row(actor, token, gender, rank[i], len(people)) for i, actor in enumerate(people)]

    def _row(self, actor: Person, token: int, gender: Gender, rank: int, rivals: int) -> list[int]:
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
            int(self.latest_speaker == actor.id),
            int(self._adds(token)),
        ]

    def _since(self, token: int, mention: int) -> int:
        """Sentences since a mention: 0, 1, 2, or 3 for more and for never."""
        return 3 if mention < 0 else min(3, self.parse.sentence[token] - self.parse.sentence[mention])

    def _function(self, token: int) -> int:
        """What the mention is in its sentence.

        0 main subject, 1 other subject, 2 object, 3 after a preposition, 4 possessor, 6 possessor of a subject, 5 other.
        """
        head = self._top(token)
        dep = self.parse.dep[head]
        if dep in SUBJECTS:
            return 0 if self._is_main(head) else 1
        if dep == "poss" and self.parse.dep[self.parse.head[head]] in SUBJECTS:
            return 6
        return {"dobj": 2, "pobj": 3, "poss": 4}.get(dep, 5)

    def _adds(self, token: int) -> bool:
        """Whether a pronoun is the subject of a verb of going on to speak: ``she added``."""
        return self.parse.dep[token] in SUBJECTS and speech_verbs().get(self.parse.lower[self.parse.head[token]], ("", ""))[1] == "add"

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
