"""Days, months and spans of time that both articles speak of.

A date has no key but its value, so two dates that differ are one corrected date only where the words around them are the same.
References to no particular time (now, in the past) and repeated times say nothing about facts and are left out, as are
years that are part of a name.
"""

from __future__ import annotations

from functools import cached_property

from pactscan.compare.align import candidates, left_over, one_to_one
from pactscan.compare.fields import CONFLICTS, EQUAL, NOT_COMPARABLE, REFINES, known, verdict_of
from pactscan.compare.texts import Text
from pactscan.compare.words import keys_of
from pactscan.diffmodel import DiffItem, FieldChange, FieldRelation, ItemKind, Verdict
from pactscan.lexicon.wording import function_words
from pactscan.model import Date, DateRole, DateType

_NO_TIME = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
CONTEXT = 60
"""Characters before and behind a date that tell what it dates."""
ALIKE = 0.6
"""Share of the words around two dates that makes them dates of one event."""
FEWEST_AROUND = 2
"""Words around two dates that are the same when all are; one more where some differ."""


class _Unit:
    """Mentions of one value are one unit; the first stands for all."""

    def __init__(self, date: Date, text: Text | None) -> None:
        self.date = date
        self.text = text

    @property
    def key(self) -> tuple[str, ...]:
        words = keys_of(self.date.mention.text) if self.date.value is None else ()
        return (self.date.type.value, self.date.value or "?", self.date.mod or "", *words)

    @property
    def words(self) -> tuple[str, ...]:
        return keys_of(self.date.mention.text)

    @cached_property
    def around(self) -> frozenset[str]:
        """Words that stand beside the date in its sentence."""
        mention = self.date.mention
        sentence = self.text.sentence_at(mention.start) if self.text else None
        if self.text is None or sentence is None:
            return frozenset()
        before = self.text.text[max(sentence.start, mention.start - CONTEXT) : mention.start]
        behind = self.text.text[mention.end : min(sentence.end, mention.end + CONTEXT)]
        return frozenset(keys_of(f"{before} {behind}")) - function_words()


def date_items(left: tuple[Date, ...], right: tuple[Date, ...], left_text: Text | None, right_text: Text | None) -> list[DiffItem]:
    """The items of all dates that say when something happens."""
    a, b = _units(left, left_text), _units(right, right_text)
    theirs = {unit.key: j for j, unit in enumerate(b)}
    pairs = [(i, theirs[unit.key]) for i, unit in enumerate(a) if unit.key in theirs]
    rest_a = [a[i] for i in left_over(len(a), (i for i, _ in pairs))]
    rest_b = [b[j] for j in left_over(len(b), (j for _, j in pairs))]
    items = [
        DiffItem(ItemKind.DATE, Verdict.SAME, None, 1.0, a[i].date, b[j].date, tuple(_fields(a[i].date, b[j].date, EQUAL)))
        for i, j in pairs
    ]
    return items + _unequal(rest_a, rest_b)


def _units(dates: tuple[Date, ...], text: Text | None) -> list[_Unit]:
    units: dict[tuple[str, ...], _Unit] = {}
    for date in dates:
        if date.role is DateRole.EVENT and date.type is not DateType.SET and date.value not in _NO_TIME:
            unit = _Unit(date, text)
            units.setdefault(unit.key, unit)
    return list(units.values())


def _unequal(left: list[_Unit], right: list[_Unit]) -> list[DiffItem]:
    relations = {pair: found for pair in _candidates(left, right) if (found := _relation(left[pair[0]], right[pair[1]]))}
    scores = {pair: score for pair, (_, score) in relations.items()}
    pairs = one_to_one([repr(unit.date) for unit in left], [repr(unit.date) for unit in right], scores)
    items = [_pair(left[p.left].date, right[p.right].date, relations[p.left, p.right][0], p.score) for p in pairs]
    items += [_single(left[i].date, Verdict.ONLY_LEFT) for i in left_over(len(left), (p.left for p in pairs))]
    items += [_single(right[j].date, Verdict.ONLY_RIGHT) for j in left_over(len(right), (p.right for p in pairs))]
    return items


def _candidates(left: list[_Unit], right: list[_Unit]) -> list[tuple[int, int]]:
    by_value = candidates({i: _values(unit) for i, unit in enumerate(left)}, {j: _values(unit) for j, unit in enumerate(right)})
    around = {i: unit.around for i, unit in enumerate(left)}, {j: unit.around for j, unit in enumerate(right)}
    return sorted({*by_value, *candidates(*around, FEWEST_AROUND)})


def _values(unit: _Unit) -> list[object]:
    return [unit.words, *_months(unit.date)]


def _months(date: Date) -> list[str]:
    return [date.earliest[:7]] if date.earliest and date.latest and date.earliest[:7] == date.latest[:7] else []


def _relation(left: _Unit, right: _Unit) -> tuple[FieldRelation, float] | None:
    a, b = left.date, right.date
    around = _likeness_around(left, right)
    if a.value is None or b.value is None:
        return (NOT_COMPARABLE, 0.5) if left.words == right.words or around else None
    if _within(a, b) or _within(b, a):
        return (REFINES, round(0.7 + 0.3 * around, 3)) if around or not (left.text and right.text) else None
    return (CONFLICTS, round(0.6 * around, 3)) if around and a.type is b.type else None


def _likeness_around(left: _Unit, right: _Unit) -> float:
    """Dice coefficient of the words around two dates; 0 unless they tell that both date one event."""
    shared = len(left.around & right.around)
    alike = 2 * shared / ((len(left.around) + len(right.around)) or 1)
    return alike if (alike >= ALIKE and shared > FEWEST_AROUND) or (alike == 1.0 and shared >= FEWEST_AROUND) else 0.0


def _within(fine: Date, coarse: Date) -> bool:
    """Whether one is a part of the time that the other names."""
    if not (fine.earliest and fine.latest and coarse.earliest and coarse.latest):
        return False
    return coarse.earliest <= fine.earliest and fine.latest <= coarse.latest and fine.type in (DateType.DATE, DateType.TIME)


def _fields(left: Date, right: Date, relation: FieldRelation) -> list[FieldChange]:
    if left.value is None and right.value is None:
        return [FieldChange("value", None, None, NOT_COMPARABLE if relation is NOT_COMPARABLE else EQUAL)]
    value = FieldChange("value", left.value, right.value, EQUAL if left.value == right.value else relation)
    return [value, *known("mod", left.mod, right.mod, NOT_COMPARABLE)]


def _pair(left: Date, right: Date, relation: FieldRelation, score: float) -> DiffItem:
    fields = _fields(left, right, relation)
    return DiffItem(ItemKind.DATE, verdict_of(fields), None, score, left, right, tuple(fields))


def _single(date: Date, verdict: Verdict) -> DiffItem:
    fields = (FieldChange("value", None, None, NOT_COMPARABLE, date.reason),) if date.value is None else ()
    left = verdict is Verdict.ONLY_LEFT
    return DiffItem(ItemKind.DATE, verdict, None, 0.0, date if left else None, None if left else date, fields)
