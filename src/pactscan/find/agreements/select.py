"""Which candidates become marks: overlaps, names of names, and the threshold that the whole text sets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pactscan.find.agreements.aliases import with_aliases
from pactscan.lexicon.agreements import weights, words
from pactscan.marks.agreements import Determiner
from pactscan.model import MentionForm

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark

LONGEST_HEAD = len("understanding")
GATE_STRONG = 2
"""Agreements that are clear by themselves, from which on a text needs less for the others."""


def select(text: str, marks: list[AgreementMark], others: frozenset[int]) -> tuple[AgreementMark, ...]:
    """The marks that stand, in the order of the text."""
    apart = _without_contained(marks)
    table = weights()
    clear = sum(m.strength >= table["threshold"] for m in apart)
    bar = table["open_threshold"] if clear >= GATE_STRONG else table["threshold"]
    apart = _renewed(apart, table["threshold"])
    kept = [m for m in apart if m.how is MentionForm.ANAPHOR or m.strength >= bar]
    foreign = [replace(m, foreign=True) for m in apart if m.strength < bar and _of_its_own(m)]
    return tuple(sorted([*with_aliases(text, kept, others), *foreign], key=lambda m: (m.start, -m.end)))


def _renewed(marks: list[AgreementMark], threshold: float) -> list[AgreementMark]:
    """``a new trade deal`` beside a clear trade deal needs no states of its own."""
    domains = {m.domain for m in marks if m.domain and m.strength >= threshold}
    return [
        replace(m, strength=m.strength + weights()["renewed"]) if m.domain in domains and words("age", "newer") & set(m.modifiers) else m
        for m in marks
    ]


def _of_its_own(mark: AgreementMark) -> bool:
    """``a deal with the opposition``: introduced as a thing of its own."""
    return (
        mark.how is MentionForm.DESCRIPTIVE
        and mark.determiner is Determiner.INDEFINITE
        and not mark.plural
        and (bool(mark.modifiers) or mark.end > mark.head + LONGEST_HEAD)
    )


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
