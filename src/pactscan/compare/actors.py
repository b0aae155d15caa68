"""People and bodies: who is in both reports, and what is said of them."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from pactscan.compare.align import Scores, candidates, left_over, match
from pactscan.compare.fields import CONFLICTS, EQUAL, NOT_COMPARABLE, REFINES, known, verdict_of
from pactscan.compare.names import Name, Naming, body_naming, person_naming
from pactscan.compare.roles import head, role_relation
from pactscan.diffmodel import DiffItem, FieldChange, ItemKind, Verdict
from pactscan.model import Actor, ActorKind

_MISTAKEN = (ActorKind.ORGANISATION, ActorKind.GROUP)
_NAME_RELATIONS = {
    Naming.EQUAL: (EQUAL, None),
    Naming.PART: (REFINES, None),
    Naming.FIRST: (REFINES, None),
    Naming.SPELLING: (NOT_COMPARABLE, "similar spelling"),
}


class Cast:
    """The actors of both reports, and which of them are one."""

    def __init__(self, left: tuple[Actor, ...], right: tuple[Actor, ...], pairs: tuple[tuple[int, int, Naming], ...]) -> None:
        self.left = left
        self.right = right
        self.pairs = pairs

    @cached_property
    def turned(self) -> Cast:
        """The same with the sides exchanged."""
        return Cast(self.right, self.left, tuple((j, i, naming) for i, j, naming in self.pairs))

    @cached_property
    def left_ids(self) -> dict[str, int]:
        """Id → place among the left actors."""
        return {actor.id: i for i, actor in enumerate(self.left)}

    @cached_property
    def right_ids(self) -> dict[str, int]:
        """Id → place among the right actors."""
        return {actor.id: j for j, actor in enumerate(self.right)}

    @cached_property
    def partner(self) -> dict[int, int]:
        """Place of a left actor → place of the same one on the right."""
        return {i: j for i, j, _ in self.pairs}


def align_actors(left: tuple[Actor, ...], right: tuple[Actor, ...]) -> Cast:
    """Who is who. Surnames alone bring two people together only where the same office says so."""
    a, b = [_Named(actor) for actor in left], [_Named(actor) for actor in right]
    namings: dict[tuple[int, int], Naming] = {}
    bearers = Counter(named.first_word for named in a), Counter(named.first_word for named in b)

    def score(lefts: list[int], rights: list[int]) -> Scores:
        for i, j in candidates({i: a[i].tokens for i in lefts}, {j: b[j].tokens for j in rights}):
            naming = _naming(a[i], b[j])
            only = bearers[0][a[i].first_word] == bearers[1][b[j].first_word] == 1
            if naming is not None and (naming is not Naming.FIRST or only):
                namings[i, j] = naming
        return {(i, j): naming.value + _nudge(left[i], right[j]) for (i, j), naming in namings.items()}

    pairs = match([named.content for named in a], [named.content for named in b], score)
    return Cast(left, right, tuple((p.left, p.right, namings.get((p.left, p.right), Naming.EQUAL)) for p in pairs))


class _Named:
    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    @cached_property
    def names(self) -> tuple[Name, ...]:
        return tuple(Name(text) for text in dict.fromkeys((self.actor.name, *self.actor.aliases)))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Words of the names; a name of one word is a candidate for the acronym of a longer one as well."""
        words = {word for name in self.names for word in name.words}
        initials = {"".join(word[0] for word in name.words) for name in self.names if len(name.words) > 1 and not self.is_person}
        return frozenset(words | initials)

    @property
    def is_person(self) -> bool:
        return self.actor.kind is ActorKind.PERSON

    @property
    def first_word(self) -> str | None:
        """The first word of a person's name."""
        return self.names[0].words[0] if self.is_person and self.names[0].words else None

    @cached_property
    def called(self) -> frozenset[tuple[str, ...]]:
        """How the actor is called, word by word."""
        texts = (self.actor.name, *self.actor.aliases, *(mention.text for mention in self.actor.mentions))
        return frozenset(Name(text).words for text in texts)

    def may_be_surname_of(self, other: _Named) -> bool:
        """Whether a body of one word is what the other article calls a person by: a surname that was taken for a body."""
        mistaken = self.actor.kind in _MISTAKEN and other.is_person and len(self.names[0].words) == 1
        return mistaken and self.names[0].words in other.called

    @cached_property
    def content(self) -> str:
        """What is said of the actor, without the places where it is said."""
        return repr((self.names[0].words, self.actor.name, self.actor.kind.value, self.actor.role, self.actor.country))


def _naming(left: _Named, right: _Named) -> Naming | None:
    if left.is_person is not right.is_person:
        return Naming.PART if left.may_be_surname_of(right) or right.may_be_surname_of(left) else None
    name_to_name = person_naming if left.is_person else body_naming
    main = name_to_name(left.names[0], right.names[0])
    if main is Naming.SURNAME:
        return main if _same_office(left.actor, right.actor) else None
    if main is not None or left.is_person:
        return main
    shared = {name.words for name in left.names} & {name.words for name in right.names}
    return Naming.PART if shared else None


def _same_office(left: Actor, right: Actor) -> bool:
    """Whether two people of one surname hold what may be one office: one of them is named wrongly, or they are two."""
    countries = left.country is None or right.country is None or left.country == right.country
    heads = head(left.role or ""), head(right.role or "")
    return countries and heads[0] is not None and heads[0] == heads[1]


def _nudge(left: Actor, right: Actor) -> float:
    """Decides between namesakes."""
    same = (left.kind is right.kind) + (left.role is not None and left.role == right.role) + (left.country == right.country)
    return 0.01 * same


def actor_items(cast: Cast) -> list[DiffItem]:
    """The items of all actors."""
    items = [_pair(cast.left[i], cast.right[j], naming) for i, j, naming in cast.pairs]
    lefts = left_over(len(cast.left), (i for i, _, _ in cast.pairs))
    rights = left_over(len(cast.right), (j for _, j, _ in cast.pairs))
    items += [DiffItem(ItemKind.ACTOR, Verdict.ONLY_LEFT, None, 0.0, cast.left[i], None) for i in lefts]
    items += [DiffItem(ItemKind.ACTOR, Verdict.ONLY_RIGHT, None, 0.0, None, cast.right[j]) for j in rights]
    return items


def _pair(left: Actor, right: Actor, naming: Naming) -> DiffItem:
    fields = _fields(left, right, naming)
    return DiffItem(ItemKind.ACTOR, verdict_of(fields), None, naming.value, left, right, tuple(fields))


def _fields(left: Actor, right: Actor, naming: Naming) -> list[FieldChange]:
    relation, note = _NAME_RELATIONS.get(naming, (CONFLICTS, None))
    name = FieldChange("name", left.name, right.name, EQUAL if left.name == right.name else relation, note)
    roles = role_relation(left.role, right.role) if left.role and right.role else REFINES
    return [
        name,
        *known("role", left.role, right.role, roles),
        *known("country", left.country, right.country, NOT_COMPARABLE),
        *known("kind", left.kind.value, right.kind.value, NOT_COMPARABLE),
    ]
