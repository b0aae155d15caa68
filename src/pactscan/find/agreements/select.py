"""Which candidates become marks: overlaps, names of names, and the threshold that the whole text sets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pactscan.find.agreements.aliases import with_aliases
from pactscan.lexicon.agreements import weights
from pactscan.marks.agreements import Determiner
from pactscan.model import MentionForm

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark

GATE_STRONG = 2
"""Agreements that are clear by themselves, from which on a text needs less for the others."""


def select(text: str, marks: list[AgreementMark], others: frozenset[int]) -> tuple[AgreementMark, ...]:
    """The marks that stand, in the order of the text."""
    apart = _without_contained(marks)
    table = weights()
    clear = sum(m.strength >= table["threshold"] for m in apart)
    bar = table["open_threshold"] if clear >= GATE_STRONG else table["threshold"]
    kept = [m for m in apart if m.how is MentionForm.ANAPHOR or m.strength >= bar]
    return tuple(with_aliases(text, kept, others))


def _without_contained(marks: list[AgreementMark]) -> list[AgreementMark]:
    """Without descriptions inside a longer mark; proper names inside a description stay (a protocol to the X Agreement)."""
    kept: list[AgreementMark] = []
    for mark in marks:
        outer = kept[-1] if kept else None
        if outer is None or mark.start >= outer.end:
            kept.append(mark)
        elif mark.end <= outer.end:
            if mark.how in (MentionForm.NAME, MentionForm.ACRONYM) and mark.start > outer.head and _apart(mark, outer):
                kept.append(mark)
        elif mark.head > outer.head:
            kept[-1] = replace(mark, start=min(outer.start, mark.start))
    return kept


def _apart(inner: AgreementMark, outer: AgreementMark) -> bool:
    """Whether a name inside another mark is a thing of its own: not the second half of a name."""
    return outer.how is not MentionForm.NAME or inner.determiner is Determiner.DEFINITE
