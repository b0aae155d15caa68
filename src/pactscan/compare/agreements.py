"""Agreements: which instrument is which, and what each article says of it."""

from __future__ import annotations

from functools import cached_property

from pactscan.compare.agreement_fields import agreement_fields
from pactscan.compare.align import Scores, candidates, left_over, match
from pactscan.compare.fields import verdict_of
from pactscan.compare.names import is_acronym_of
from pactscan.compare.words import keys_of
from pactscan.diffmodel import DiffItem, ItemKind, Mode, Verdict
from pactscan.lexicon.wording import function_words
from pactscan.model import Agreement, MentionForm, Party

SAME_INSTRUMENT = 0.5
"""Likeness from which two records are held for one instrument."""
LIKE_NAMES = 0.6
"""Share of words that two names have in common when they may name one instrument."""
PAIR = 2
"""Parties in common that make two instruments one where neither article has another between them: states sign many."""
BOUND = 0.6
"""Likeness of two instruments that only their parties hold together."""
_MANY = 50
_NAMING = {MentionForm.NAME, MentionForm.ACRONYM}


class _Instrument:
    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement

    @cached_property
    def proper_names(self) -> frozenset[tuple[str, ...]]:
        """Names and acronyms, word by word; a description ("the deal with Chile") or a headline is none."""
        return frozenset(words for m in self.agreement.mentions if m.form in _NAMING and (words := _content(m.text)))

    @cached_property
    def names(self) -> frozenset[tuple[str, ...]]:
        """Its names, acronyms, and what it is called first."""
        first = _content(self.agreement.name)
        return self.proper_names | {first} if first else self.proper_names

    @cached_property
    def parties(self) -> frozenset[str]:
        return frozenset(party_key(party) for party in self.agreement.parties)

    @cached_property
    def content(self) -> str:
        """What is said of the agreement, without the places where it is said."""
        said = self.agreement
        parties, dates = [(p.code, p.name) for p in said.parties], [(d.kind.value, d.value) for d in said.dates]
        signatories = [(s.name, s.role, s.country) for s in said.signatories]
        return repr(
            (said.name, said.form.value, said.status.value, sorted(parties, key=str), sorted(dates, key=str), sorted(signatories, key=str))
        )

    @cached_property
    def tokens(self) -> frozenset[str]:
        words = {word for name in self.names for word in name}
        initials = {"".join(word[0] for word in name) for name in self.names if len(name) > 1}
        return frozenset({*words, *initials, *(f"party {party}" for party in self.parties)})


def party_key(party: Party) -> str:
    """The code of a party, or its name where it has none."""
    return party.code or " ".join(keys_of(party.name))


def agreement_items(left: tuple[Agreement, ...], right: tuple[Agreement, ...], mode: Mode) -> list[DiffItem]:
    """The items of all agreements."""
    a, b = [_Instrument(agreement) for agreement in left], [_Instrument(agreement) for agreement in right]

    by_party = _holders(a), _holders(b)

    def score(lefts: list[int], rights: list[int]) -> Scores:
        pairs = candidates({i: a[i].tokens for i in lefts}, {j: b[j].tokens for j in rights})
        likes = {(i, j): max(instrument_likeness(a[i], b[j]), _bound(a[i], b[j], *by_party)) for i, j in pairs}
        return {pair: like for pair, like in likes.items() if like >= SAME_INSTRUMENT}

    matched = match([x.content for x in a], [x.content for x in b], score)
    items = [_pair(left[p.left], right[p.right], p.score, mode) for p in matched]
    lefts, rights = left_over(len(left), (p.left for p in matched)), left_over(len(right), (p.right for p in matched))
    items += [DiffItem(ItemKind.AGREEMENT, Verdict.ONLY_LEFT, None, 0.0, left[i], None) for i in lefts]
    items += [DiffItem(ItemKind.AGREEMENT, Verdict.ONLY_RIGHT, None, 0.0, None, right[j]) for j in rights]
    return items


def _pair(left: Agreement, right: Agreement, score: float, mode: Mode) -> DiffItem:
    fields = agreement_fields(left, right, mode)
    return DiffItem(ItemKind.AGREEMENT, verdict_of(fields), None, score, left, right, tuple(fields))


def instrument_likeness(left: _Instrument, right: _Instrument) -> float:
    """0 to 1 from names and parties: a proper name in common is enough, a like name is where the parties do not differ."""
    if left.proper_names & right.proper_names:
        return 1.0
    named, shared = _name_likeness(left, right), left.parties & right.parties
    if named < LIKE_NAMES or (left.parties and right.parties and not shared):
        return 0.0
    together = len(shared) / min(len(left.parties), len(right.parties)) if shared else 0.0
    return round(0.8 * named + 0.2 * together, 3)


def _holders(instruments: list[_Instrument]) -> dict[str, set[int]]:
    holders: dict[str, set[int]] = {}
    for i, instrument in enumerate(instruments):
        for party in instrument.parties:
            holders.setdefault(party, set()).add(i)
    return holders


def _bound(left: _Instrument, right: _Instrument, in_left: dict[str, set[int]], in_right: dict[str, set[int]]) -> float:
    """`BOUND` when two instruments of like names or one form are the only ones between the parties that they share."""
    shared = left.parties & right.parties
    if len(shared) < PAIR or (left.proper_names and right.proper_names and not _name_likeness(left, right)):
        return 0.0
    alike = left.agreement.form is right.agreement.form or _name_likeness(left, right) > 0
    return BOUND if alike and _alone(shared, in_left) and _alone(shared, in_right) else 0.0


def _alone(parties: frozenset[str], holders: dict[str, set[int]]) -> bool:
    fewest, *others = sorted((holders[party] for party in parties), key=len)
    return len(fewest) == 1 or (len(fewest) <= _MANY and len(fewest.intersection(*others)) == 1)


def _name_likeness(left: _Instrument, right: _Instrument) -> float:
    return max((_likeness(a, b) for a in left.names for b in right.names), default=0.0)


def _likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if is_acronym_of("".join(left).upper(), right) or is_acronym_of("".join(right).upper(), left):
        return 0.9
    a, b = set(left), set(right)
    return 2 * len(a & b) / (len(a) + len(b))


def _content(text: str) -> tuple[str, ...]:
    return tuple(key for key in keys_of(text) if key not in function_words())
