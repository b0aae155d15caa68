"""Whether two quotes have the same speaker."""

from __future__ import annotations

from pactscan.compare.actors import Cast
from pactscan.compare.fields import CONFLICTS, EQUAL, NOT_COMPARABLE, REFINES
from pactscan.compare.names import Name, Naming, person_naming
from pactscan.compare.words import keys_of
from pactscan.diffmodel import FieldChange, FieldRelation
from pactscan.model import Actor, ActorKind, Quote


def speaker_field(cast: Cast, left: Quote, right: Quote) -> list[FieldChange]:
    """The field ``speaker``, unless neither side names one."""
    a, b = speaker_name(left), speaker_name(right)
    if a is None and b is None:
        return []
    return [FieldChange("speaker", a, b, speaker_relation(cast, left, right))]


def speaker_name(quote: Quote) -> str | None:
    """Who speaks, by name or by the words of the source."""
    if quote.speaker_name is not None:
        return quote.speaker_name
    return quote.source.text if quote.source else None


def speaker_relation(cast: Cast, left: Quote, right: Quote) -> FieldRelation:
    """Two people contradict each other; a person and an office, or a body and its spokesman, may be one."""
    a, b = speaker_name(left), speaker_name(right)
    if a is None or b is None:
        return EQUAL if a == b else REFINES
    if keys_of(a) == keys_of(b) or _one_actor(cast, left, right):
        return EQUAL
    if left.speaker_name is None or right.speaker_name is None:
        return NOT_COMPARABLE
    naming = person_naming(Name(a), Name(b))
    if naming in (Naming.EQUAL, Naming.PART, Naming.SPELLING):
        return REFINES
    return CONFLICTS if _two_people(cast, left, right) else NOT_COMPARABLE


def _actors(cast: Cast, left: Quote, right: Quote) -> tuple[Actor | None, Actor | None]:
    i, j = cast.left_ids.get(left.speaker or ""), cast.right_ids.get(right.speaker or "")
    return None if i is None else cast.left[i], None if j is None else cast.right[j]


def _one_actor(cast: Cast, left: Quote, right: Quote) -> bool:
    i, j = cast.left_ids.get(left.speaker or ""), cast.right_ids.get(right.speaker or "")
    return i is not None and j is not None and cast.partner.get(i) == j


def _two_people(cast: Cast, left: Quote, right: Quote) -> bool:
    a, b = _actors(cast, left, right)
    return a is not None and b is not None and a.kind is ActorKind.PERSON and b.kind is ActorKind.PERSON
