"""The nouns of a diff: what two reports agree on, and where they part.

Frozen and plain, as in `model`. Field names are those of the JSON; `codec` turns one into the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pactscan.model import Actor, Agreement, ArticleInfo, Country, Date, Mention, Quote, Tool


class Mode(StrEnum):
    """What the two articles are to each other."""

    OUTLETS = "outlets"
    UPDATE = "update"
    FOLLOW_UP = "follow-up"


class ItemKind(StrEnum):
    """What an item of a diff is about; its order is that of the output."""

    AGREEMENT = "agreement"
    ACTOR = "actor"
    COUNTRY = "country"
    DATE = "date"
    QUOTE = "quote"
    NUMBER = "number"
    SENTENCE = "sentence"


class Verdict(StrEnum):
    """What became of one thing between the two reports."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"
    CONFLICT = "conflict"


class QuoteRelation(StrEnum):
    """How the words of two quotes stand to each other."""

    SAME = "same"
    TRIMMED = "trimmed"
    REWORDED = "reworded"
    OVERLAP = "overlap"
    REATTRIBUTED = "reattributed"
    PARAPHRASE = "paraphrase"


class FieldRelation(StrEnum):
    """How two values of one field stand to each other; an unknown value never conflicts."""

    EQUAL = "equal"
    REFINES = "refines"
    CONFLICTS = "conflicts"
    NOT_COMPARABLE = "not_comparable"


class Guard(StrEnum):
    """Words whose change turns the meaning of a sentence, however alike the rest is."""

    NUMBER = "number"
    NEGATION = "negation"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an item, as each side has it."""

    name: str
    left: str | None
    right: str | None
    relation: FieldRelation
    note: str | None = None
    """What the relation alone does not tell: raised, lowered, similar spelling, a guard word."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words that one side has in place of another run (or of nothing, then null) on the other side."""

    left: Mention | None
    right: Mention | None
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A number with its noun, or a sentence, as it stands in the text."""

    text: str
    mentions: tuple[Mention, ...]


Side = Agreement | Actor | Country | Date | Quote | Passage


@dataclass(frozen=True, slots=True)
class DiffItem:
    """One thing on the left, on the right, or on both sides, and what became of it."""

    kind: ItemKind
    verdict: Verdict
    relation: QuoteRelation | None
    """For quotes on both sides."""
    score: float
    """Likeness of the two sides, 0 to 1; 0 when one of them is missing."""
    left: Agreement | Actor | Country | Date | Quote | Passage | None
    right: Agreement | Actor | Country | Date | Quote | Passage | None
    fields: tuple[FieldChange, ...] = ()
    wording: tuple[WordChange, ...] = ()
    """For quotes and sentences that differ: offsets count code points of the side's `text`, not of the article."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items have each verdict; paraphrase candidates are not counted."""

    same: int = 0
    changed: int = 0
    only_left: int = 0
    only_right: int = 0
    conflict: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts for each kind of item."""

    agreement: Counts = Counts()
    actor: Counts = Counts()
    country: Counts = Counts()
    date: Counts = Counts()
    quote: Counts = Counts()
    number: Counts = Counts()
    sentence: Counts = Counts()


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike two articles are, 0 to 1."""

    text: float | None
    """Jaccard index of runs of five words; None when a text is not at hand."""
    facts: float
    """Mean, over the kinds of facts on either side, of the Dice coefficient of what both have."""


@dataclass(frozen=True, slots=True)
class DiffTool:
    """What compared, and what made the report of each side."""

    name: str
    version: str
    left: Tool
    right: Tool


@dataclass(frozen=True, slots=True)
class ReportDiff:
    """What two reports become."""

    tool: DiffTool
    mode: Mode
    left: ArticleInfo
    right: ArticleInfo
    similarity: Similarity
    summary: Summary
    items: tuple[DiffItem, ...]
    notes: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything is not the same on both sides."""
        return any(item.verdict is not Verdict.SAME for item in self.items)
