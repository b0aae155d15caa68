"""Numbers with a unit or a noun: which of them both articles give, and whether they agree."""

from __future__ import annotations

from functools import cached_property

from pactscan.compare.align import Scores, candidates, match
from pactscan.compare.quantities import Quantity, quantities
from pactscan.compare.texts import Text
from pactscan.compare.words import keys_of
from pactscan.diffmodel import DiffItem, FieldChange, FieldRelation, ItemKind, Mode, Passage, Verdict
from pactscan.lexicon.wording import function_words
from pactscan.model import Date, Mention

STEM = 6
"""First letters by which a word and its derivations are one (enriched, enrichment)."""
FEWEST_SHARED = 2
"""Words of content that the sentences of two numbers share besides the noun, so that both may speak of one thing."""
TOO_COMMON = 2_000
"""A word beside numbers of one kind that so many pairs share tells none of them apart; articles have far fewer numbers."""
CLOSE = 0.5
"""Share of the words of the shorter sentence from which two numbers are of one thing, and contradict each other if they differ."""


class _Stated:
    def __init__(self, quantity: Quantity, text: Text) -> None:
        self.quantity = quantity
        self.text = text

    @cached_property
    def around(self) -> frozenset[str]:
        """Stems of the sentence that the number stands in, without those of the number itself."""
        sentence = self.text.sentence_at(self.quantity.start)
        keys = sentence.wording.keys if sentence else ()
        return frozenset(key[:STEM] for key in keys if key not in function_words() and not key[0].isdigit())

    @cached_property
    def stems_shown(self) -> frozenset[str]:
        """Stems of the words shown with the number."""
        keys = keys_of(self.passage.text)
        return frozenset(key[:STEM] for key in keys if key not in function_words() and not key[0].isdigit())

    @property
    def content(self) -> str:
        """The number and its sentence."""
        sentence = self.text.sentence_at(self.quantity.start)
        return repr((self.quantity[2:6], sentence.wording.keys if sentence else ()))

    @property
    def passage(self) -> Passage:
        start, end = self.quantity.shown
        text = self.text.text[start:end]
        return Passage(text, (Mention(start, end, text),))


def number_items(left: Text, right: Text, left_dates: tuple[Date, ...], right_dates: tuple[Date, ...], mode: Mode) -> list[DiffItem]:
    """An item for each pair of numbers with the same unit and noun in sentences that may speak of one thing."""
    a = [_Stated(q, left) for q in quantities(left.text, left_dates)]
    b = [_Stated(q, right) for q in quantities(right.text, right_dates)]

    def score(lefts: list[int], rights: list[int]) -> Scores:
        pairs = candidates({i: _tokens(a[i]) for i in lefts}, {j: _tokens(b[j]) for j in rights}, too_common=TOO_COMMON)
        return {(i, j): likeness for i, j in pairs if (likeness := _likeness(a[i], b[j]))}

    pairs = match([s.content for s in a], [s.content for s in b], score)
    return [_pair(a[p.left], b[p.right], min(1.0, p.score), mode) for p in pairs]


def _tokens(stated: _Stated) -> set[tuple[str, ...]]:
    """Unit or nouns, by themselves and with each word of the sentence, so that numbers of one thing are found among many of a kind."""
    quantity = stated.quantity
    of_what = [f"unit {quantity.unit}"] if quantity.unit else list(quantity.nouns)
    return {(what, *word) for what in of_what for word in [(), *((stem,) for stem in stated.around)]}


def _likeness(left: _Stated, right: _Stated) -> float:
    """0 unless unit and noun match and the sentences share words; an equal value decides between candidates."""
    a, b = left.quantity, right.quantity
    if a.unit != b.unit or (a.unit is None and not set(a.nouns) & set(b.nouns)):
        return 0.0
    own = {noun[:STEM] for noun in (*a.nouns, *b.nouns)} if a.unit is None else set()
    shared = len((left.around & right.around) - own)
    equal = (a.low, a.high) == (b.low, b.high)
    if shared < FEWEST_SHARED and not equal:
        return 0.0
    return round(0.2 + 0.3 * _closeness(left, right) + 0.2 * _beside(left, right) + 0.3 * equal, 3)


def _beside(left: _Stated, right: _Stated) -> float:
    """Share of the words shown with the numbers that are the same."""
    a, b = left.stems_shown, right.stems_shown
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _closeness(left: _Stated, right: _Stated) -> float:
    shorter = min(len(left.around), len(right.around))
    return len(left.around & right.around) / shorter if shorter else 0.0


def _pair(left: _Stated, right: _Stated, score: float, mode: Mode) -> DiffItem:
    a, b = left.quantity, right.quantity
    equal = (a.low, a.high) == (b.low, b.high)
    conflict = not equal and _closeness(left, right) >= CLOSE
    relation = FieldRelation.EQUAL if equal else FieldRelation.CONFLICTS if conflict else FieldRelation.NOT_COMPARABLE
    values = FieldChange("value", _shown(a), _shown(b), relation)
    verdict = Verdict.SAME if equal else Verdict.CONFLICT if conflict and mode is Mode.OUTLETS else Verdict.CHANGED
    return DiffItem(ItemKind.NUMBER, verdict, None, min(1.0, score) if not equal else 1.0, left.passage, right.passage, (values,))


def _shown(quantity: Quantity) -> str:
    """The value without its words: ``4,500,000``, ``300-3,400 mile``."""
    low, high = (f"{value:,.10g}" for value in (quantity.low, quantity.high))
    value = low if low == high else f"{low}-{high}"
    return f"{value} {quantity.unit}" if quantity.unit else value
