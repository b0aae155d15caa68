"""Marks of names of people and bodies, with the office that stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pactscan.model import ActorKind


class Evidence(StrEnum):
    """Why a stretch is taken for a name; earlier members weigh more."""

    TITLE = "title"
    """A word of address or an office stands before it (Mr. Ban, President Xi)."""
    ROLE = "role"
    """An office stands beside it, and the model calls it a person."""
    TABLE = "table"
    """A table of bodies knows it."""
    PATTERN = "pattern"
    """Its words say what it is (Ministry of …, … Corp.)."""
    MODEL = "model"
    """The language model alone says so."""


@dataclass(frozen=True, slots=True)
class NameMark:
    """``text[start:end]`` names a person or a body; title, possessive and article are left out.

    `role` is the stretch of the office written beside the name, without the adjective of its own country;
    `role_country` is the code of the state in it, or beside it.
    """

    start: int
    end: int
    kind: ActorKind
    role: tuple[int, int] | None = None
    role_country: str | None = None
    evidence: Evidence = Evidence.MODEL
    honorific: str | None = None
    """Word of address before the name, lower case without full stop ("mr", "lady")."""
    second_role: tuple[int, int] | None = None
    """Another office on the other side of the name ("Gen. X, the chief of staff"): `role` is the one that says more."""
    headline: bool = False
    """It stands in a line of headline capitals, where names run on into verbs."""
    weight: int = 0
    """What its own sentence says for a name of this kind, less what it says against."""
