"""How much two reports have in common: counts of verdicts, and the likeness of their facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pactscan.diffmodel import Counts, DiffItem, ItemKind, QuoteRelation, Summary, Verdict

FACTS = (ItemKind.AGREEMENT, ItemKind.ACTOR, ItemKind.COUNTRY, ItemKind.DATE, ItemKind.QUOTE)
"""Kinds that both reports list; numbers and sentences are those of the text."""


def counted(item: DiffItem) -> bool:
    """Whether the item counts; a paraphrase candidate stands beside its two sides, which count."""
    return item.relation is not QuoteRelation.PARAPHRASE


def summary_of(items: Iterable[DiffItem]) -> Summary:
    """Counts for each kind."""
    verdicts = Counter((item.kind, item.verdict) for item in items if counted(item))
    return Summary(**{kind.value: _counts(verdicts, kind) for kind in ItemKind})


def _counts(verdicts: Counter[tuple[ItemKind, Verdict]], kind: ItemKind) -> Counts:
    return Counts(**{verdict.value: verdicts[kind, verdict] for verdict in Verdict})


def fact_similarity(summary: Summary) -> float:
    """Mean, over the kinds of facts on either side, of the Dice coefficient of what both have; 1 where neither has any."""
    dice = [value for kind in FACTS if (value := _dice(getattr(summary, kind.value))) is not None]
    return round(sum(dice) / len(dice), 3) if dice else 1.0


def _dice(counts: Counts) -> float | None:
    both = counts.same + counts.changed + counts.conflict
    total = 2 * both + counts.only_left + counts.only_right
    return 2 * both / total if total else None
