"""Marks of names of people and bodies, with the office that stands beside them."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.model import ActorKind


@dataclass(frozen=True, slots=True)
class NameMark:
    """``text[start:end]`` names a person or a body; title, possessive and article are left out.

    `role` is the stretch of the office written beside the name, `role_country` the code of the state in it.
    """

    start: int
    end: int
    kind: ActorKind
    role: tuple[int, int] | None = None
    role_country: str | None = None
