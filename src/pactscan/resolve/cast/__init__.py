"""The cast: one cluster of mentions for each person and body that the article names, built once and used by all."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark
from pactscan.marks.names import NameMark
from pactscan.model import Actor, ActorKind
from pactscan.resolve.cast.bodies import body_clusters
from pactscan.resolve.cast.cluster import Cluster
from pactscan.resolve.cast.identity import actor_ids
from pactscan.resolve.cast.people import people_clusters
from pactscan.resolve.cast.roles import settle_counterparts
from pactscan.resolve.cast.states import StateResolver
from pactscan.resolve.cast.types import with_one_type

__all__ = ["Cast", "RoleMention", "resolve_cast"]


@dataclass(frozen=True, slots=True)
class RoleMention:
    """``text[start:end]`` is the office written beside a name of the actor with the id `actor`."""

    start: int
    end: int
    actor: str
    country: str | None = None


@dataclass(frozen=True)
class Cast:
    """The actors of an article, in order of first mention."""

    actors: tuple[Actor, ...] = ()
    role_mentions: tuple[RoleMention, ...] = ()
    """Offices beside names, in the order of the text."""
    honorifics: dict[str, frozenset[str]] = field(default_factory=dict)
    """Actor id → words of address used for a person ("mr", "lady"), lower case: evidence of gender."""

    @cached_property
    def _mentions(self) -> list[tuple[int, int, int]]:
        """(start, end, index of actor), in the order of the text; mentions never overlap."""
        return sorted((m.start, m.end, i) for i, actor in enumerate(self.actors) for m in actor.mentions)

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @property
    def people(self) -> tuple[Actor, ...]:
        """The persons among the actors."""
        return tuple(actor for actor in self.actors if actor.kind is ActorKind.PERSON)

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id."""
        return self._by_id[actor_id]

    def named_in(self, start: int, end: int) -> tuple[Actor, ...]:
        """Actors with a name mention that overlaps ``text[start:end]``, each once, in order of the text."""
        mentions = self._mentions
        found: dict[int, None] = {}
        at = bisect_left(mentions, (start,))
        at -= at > 0 and mentions[at - 1][1] > start
        while at < len(mentions) and mentions[at][0] < end:
            found.setdefault(mentions[at][2], None)
            at += 1
        return tuple(self.actors[i] for i in found)


def resolve_cast(marked: MarkedArticle, names: tuple[NameMark, ...], countries: tuple[CountryMark, ...]) -> Cast:
    """Join the names that mean the same person or body."""
    names = with_one_type(marked.reading, names)
    people = people_clusters(marked, names, countries)
    settle_counterparts(marked, people)
    StateResolver(marked, names, countries).assign(people)
    clusters = sorted(people + body_clusters(marked, names), key=lambda c: c.mentions[0])
    ids = actor_ids([c.name for c in clusters])
    actors = tuple(_actor(marked, c, actor_id) for c, actor_id in zip(clusters, ids, strict=True))
    roles = sorted(
        (
            RoleMention(*role, actor_id, country)
            for c, actor_id in zip(clusters, ids, strict=True)
            for role, country in (*c.roles, *c.second_roles)
        ),
        key=lambda r: (r.start, r.end),
    )
    return Cast(actors, tuple(roles), {i: frozenset(c.honorifics) for c, i in zip(clusters, ids, strict=True) if c.honorifics})


def _actor(marked: MarkedArticle, cluster: Cluster, actor_id: str) -> Actor:
    mentions = tuple(marked.mention(start, end) for start, end in cluster.mentions)
    forms = dict.fromkeys(" ".join(m.text.split()) for m in mentions)
    return Actor(
        id=actor_id,
        name=cluster.name,
        kind=cluster.kind,
        role=cluster.role(marked.article.text),
        country=cluster.country,
        aliases=tuple(form for form in forms if form != cluster.name),
        mentions=mentions,
    )
