"""Whether two roles of one person are one office, a finer word for it, or two that contradict each other."""

from __future__ import annotations

import re

from pactscan.compare.words import keys_of, word_key
from pactscan.diffmodel import FieldRelation
from pactscan.lexicon.titles import office_nouns, portfolios
from pactscan.lexicon.wording import function_words, rank_words

_BEFORE_ITS_FIELD = re.compile(r"\b(?:of|for|to|at|in|on)\b|,", re.IGNORECASE)
_PRIME = "prime"
"""Tells its minister from the others as a portfolio does."""


def role_relation(left: str, right: str) -> FieldRelation:
    """Of two roles as written.

    Two offices that are one by their head noun and part in rank (minister, deputy minister) or portfolio (foreign minister,
    prime minister) conflict; offices with other heads can be held together (senator, candidate).
    """
    a, b = _content(left), _content(right)
    if a == b:
        return FieldRelation.EQUAL
    if head(left) is not None and head(left) == head(right) and (a & rank_words() != b & rank_words() or _fields_part(a, b)):
        return FieldRelation.CONFLICTS
    return FieldRelation.REFINES if a <= b or b <= a else FieldRelation.NOT_COMPARABLE


def head(role: str) -> str | None:
    """The noun of office that the role is about: the last one before its field."""
    nouns = [key for key in keys_of(_BEFORE_ITS_FIELD.split(role)[0]) if key in office_nouns() and key not in rank_words()]
    return nouns[-1] if nouns else None


def _fields_part(left: frozenset[str], right: frozenset[str]) -> bool:
    fields = {word_key(word) for word in portfolios()} | {_PRIME}
    a, b = left & fields, right & fields
    return bool(a and b) and not a & b


def _content(role: str) -> frozenset[str]:
    return frozenset(key.removesuffix("'s") for key in keys_of(role)) - function_words()
