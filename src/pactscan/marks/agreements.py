"""Marks of words that refer to an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactscan.model import AgreementForm, MentionForm


class Determiner(StrEnum):
    """What stands before a noun phrase and says whether it is known already."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    NEGATIVE = "negative"
    POSSESSIVE = "possessive"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class AgreementMark:
    """``text[start:end]`` names, describes or points back to an instrument of the form `form`."""

    start: int
    end: int
    form: AgreementForm
    how: MentionForm
    head: int
    """Code point at which the head word starts."""
    determiner: Determiner = Determiner.NONE
    plural: bool = False
    modifiers: tuple[str, ...] = ()
    """Lower-case words before the head, hyphens kept."""
    domain: str | None = None
    instrument: str | None = None
    """Canonical name of the known instrument that the words name."""
    renames: int | None = None
    """Start of the mark that this one is another name of: a bracketed acronym, a name after "known as"."""
    foreign: bool = False
    """Whether it is some other deal (with a union, of a party), kept only because later words may point back to it."""
    strength: float = 0.0
    """Sum of the weights of its evidence."""
