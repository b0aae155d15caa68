"""Records of a corpus → instruments. Named ones first, so that a description finds the name that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from pactscan.ask.identity import Instrument, Key, Tie, filed, one, sought, tie
from pactscan.ask.records import Record


def join(records: Iterable[Record]) -> list[Instrument]:
    """The instruments that the records speak of. What comes out hangs on the records, not on their order."""
    ordered = sorted(records, key=lambda record: record.order)
    joining = _Joining()
    for record in ordered:
        if _is_named(record):
            joining.place_named(record)
    described = [record for record in ordered if not _is_named(record)]
    for _, group in groupby(described, key=lambda record: record.source.number):
        joining.place_described(list(group))
    return joining.instruments()


def _is_named(record: Record) -> bool:
    return bool(record.known or record.acronyms or record.proper)


class _Joining:
    def __init__(self) -> None:
        self._all: dict[int, Instrument] = {}
        self._index: dict[Key, dict[int, None]] = {}
        self._next = 0

    def instruments(self) -> list[Instrument]:
        return list(self._all.values())

    def place_named(self, record: Record) -> None:
        """Join by name; what a record shows to be one is made one."""
        ties = self._ties(record)
        best = [number for number, each in ties.items() if each >= Tie.NAME]
        if not best:
            self._place(record, _only(ties, ties.values()))
            return
        best.sort(key=lambda number: (-ties[number], number))
        for other in best[1:]:
            if one(self._all[best[0]], self._all[other]):
                self._merge(best[0], other)
        self._place(record, best[0])

    def place_described(self, records: list[Record]) -> None:
        """Join the descriptions of one article, each to the only instrument that it fits best."""
        chosen = [self._choice(record) for record in records]
        rivals = Counter(choice for choice in chosen if choice)
        strongest: dict[int, Tie] = {}
        for number, each in rivals:
            strongest[number] = max(strongest.get(number, each), each)
        for record, choice in zip(records, chosen, strict=True):
            doubtful = choice is None or rivals[choice] > 1 or choice[1] < strongest[choice[0]]
            self._place(record, None if choice is None or doubtful else choice[0])

    def _choice(self, record: Record) -> tuple[int, Tie] | None:
        ties = self._ties(record)
        number = _only(ties, ties.values())
        return None if number is None else (number, ties[number])

    def _ties(self, record: Record) -> dict[int, Tie]:
        numbers = dict.fromkeys(number for key in sought(record) for number in self._index.get(key, ()))
        return {number: found for number in sorted(numbers) if (found := tie(record, self._all[number]))}

    def _place(self, record: Record, number: int | None) -> None:
        if number is None:
            number = self._next = self._next + 1
            self._all[number] = Instrument(record)
        else:
            self._all[number].add(record)
        for key in filed(record):
            self._index.setdefault(key, {})[number] = None

    def _merge(self, number: int, other: int) -> None:
        absorbed = self._all.pop(other)
        self._all[number].absorb(absorbed)
        for record in absorbed.records:
            for key in filed(record):
                self._index[key].pop(other, None)
                self._index[key][number] = None


def _only(ties: dict[int, Tie], found: Iterable[Tie]) -> int | None:
    """The one that the strongest tie leads to; None when it leads to several."""
    strongest = max(found, default=None)
    numbers = [number for number, each in ties.items() if each is strongest]
    return numbers[0] if len(numbers) == 1 else None
