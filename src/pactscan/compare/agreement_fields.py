"""What two articles say of one agreement, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from pactscan.compare.align import left_over, one_to_one
from pactscan.compare.fields import CONFLICTS, EQUAL, NOT_COMPARABLE, REFINES, known
from pactscan.compare.names import Name, person_naming
from pactscan.compare.roles import head
from pactscan.compare.words import keys_of
from pactscan.diffmodel import FieldChange, FieldRelation, Mode
from pactscan.lexicon.statuses import implied, stage
from pactscan.model import Agreement, AgreementDate, AgreementDateKind, AgreementStatus, Party, Signatory

_MANY_TIMES = frozenset({AgreementDateKind.TALKS, AgreementDateKind.NAMED})
"""Kinds of dates of which one agreement can have several."""


def agreement_fields(left: Agreement, right: Agreement, mode: Mode) -> list[FieldChange]:
    """All fields that either side knows."""
    return [
        FieldChange("name", left.name, right.name, EQUAL),
        _status(left.status, right.status, mode),
        *_parties(left.parties, right.parties),
        *_dates(left.dates, right.dates),
        *_signatories(left.signatories, right.signatories),
        *_place(left, right),
    ]


def _status(left: AgreementStatus, right: AgreementStatus, mode: Mode) -> FieldChange:
    note = None
    if stage(left) and stage(right) and stage(left) != stage(right):
        note = "raised" if stage(right) > stage(left) else "lowered"
    return FieldChange("status", left.value, right.value, status_relation(left, right, mode), note)


def status_relation(left: AgreementStatus, right: AgreementStatus, mode: Mode) -> FieldRelation:
    """Of the latest statuses that two articles assert.

    What implies the other refines it; a mere reference says nothing. Two that cannot both be latest conflict, unless time may have
    passed between the articles: then the status was raised or lowered.
    """
    if left is right:
        return EQUAL
    if AgreementStatus.REFERENCED in (left, right) or left in implied(right) or right in implied(left):
        return REFINES
    return REFINES if mode is not Mode.OUTLETS and stage(right) != stage(left) else CONFLICTS


def _parties(left: tuple[Party, ...], right: tuple[Party, ...]) -> list[FieldChange]:
    """An article need not name all parties: what only one side names refines the other."""
    a, b = _labels(left), _labels(right)
    return known("parties", ", ".join(a) or None, ", ".join(b) or None, EQUAL if set(a) == set(b) else REFINES)


def _labels(parties: tuple[Party, ...]) -> list[str]:
    return sorted({party.code or party.name for party in parties})


def _dates(left: tuple[AgreementDate, ...], right: tuple[AgreementDate, ...]) -> Iterator[FieldChange]:
    for kind in AgreementDateKind:
        mine = sorted(_dates_of(left, kind), key=str)
        theirs = sorted(_dates_of(right, kind), key=str)
        if mine or theirs:
            yield _date(kind, mine, theirs)


def _dates_of(dates: tuple[AgreementDate, ...], kind: AgreementDateKind) -> set[str | None]:
    return {date.value for date in dates if date.kind is kind}


def _date(kind: AgreementDateKind, left: list[str | None], right: list[str | None]) -> FieldChange:
    a, b = [value for value in left if value], [value for value in right if value]
    return FieldChange(
        f"date {kind.value}", ", ".join(a) or None, ", ".join(b) or None, _date_relation(kind, left, right), _unresolved(left, right)
    )


def _unresolved(left: list[str | None], right: list[str | None]) -> str | None:
    return "stated, not resolved" if left != right and None in (*left, *right) else None


def _date_relation(kind: AgreementDateKind, left: list[str | None], right: list[str | None]) -> FieldRelation:
    """Days that no day of the other side fits conflict, unless others of them do: then it may have been done in steps."""
    if left == right:
        return EQUAL
    if None in left or None in right:
        return NOT_COMPARABLE
    if not left or not right:
        return REFINES
    rest_left = [a for a in left if not any(_fits(a, b) for b in right)]
    rest_right = [b for b in right if not any(_fits(a, b) for a in left)]
    if kind in _MANY_TIMES or not (rest_left and rest_right):
        return REFINES
    return CONFLICTS if (rest_left, rest_right) == (left, right) else NOT_COMPARABLE


def _fits(left: str | None, right: str | None) -> bool:
    """Whether two values are one at different grain: 2023-05 and 2023-05-22."""
    if left is None or right is None:
        return True
    return left == right or left.startswith(f"{right}-") or right.startswith(f"{left}-")


def _signatories(left: tuple[Signatory, ...], right: tuple[Signatory, ...]) -> list[FieldChange]:
    """One field for each signatory; those of one name, or of one office, are laid side by side."""
    mine, theirs = sorted(left, key=_by_label), sorted(right, key=_by_label)
    scores = {(i, j): score for i, a in enumerate(mine) for j, b in enumerate(theirs) if (score := _closeness(a, b))}
    pairs = one_to_one([repr(a) for a in mine], [repr(b) for b in theirs], scores)
    found = [_signatory(mine[p.left], theirs[p.right]) for p in pairs]
    found += [_signatory(mine[i], None) for i in left_over(len(mine), (p.left for p in pairs))]
    found += [_signatory(None, theirs[j]) for j in left_over(len(theirs), (p.right for p in pairs))]
    return sorted(found, key=lambda field: (field.name, sorted((field.left or "", field.right or ""))))


def _by_label(signatory: Signatory) -> tuple[str, str]:
    return _label(signatory) or "", repr(signatory)


def _closeness(left: Signatory, right: Signatory) -> float:
    return 1.0 if _named_alike(left, right) else 0.5 if _one_office(left, right) else 0.0


def _named_alike(left: Signatory, right: Signatory) -> bool:
    return bool(left.name and right.name and person_naming(Name(left.name), Name(right.name)))


def _one_office(left: Signatory, right: Signatory) -> bool:
    """Same country and office, or one of them unnamed."""
    if left.country is None or left.country != right.country:
        return False
    a, b = head(left.role or ""), head(right.role or "")
    unnamed = left.name is None or right.name is None
    return a == b if a and b else unnamed


def _signatory(left: Signatory | None, right: Signatory | None) -> FieldChange:
    countries = sorted({side.country for side in (left, right) if side and side.country})
    name = " ".join(["signatory", *countries])
    if left is None or right is None:
        return FieldChange(name, _label(left), _label(right), REFINES)
    if left.name is None or right.name is None:
        relation = EQUAL if left.name == right.name and _label(left) == _label(right) else REFINES
    else:
        relation = EQUAL if left.name == right.name else REFINES if _named_alike(left, right) else CONFLICTS
    return FieldChange(name, _label(left), _label(right), relation)


def _label(signatory: Signatory | None) -> str | None:
    if signatory is None:
        return None
    return signatory.name or (f"({signatory.role}, not named)" if signatory.role else "(not named)")


def _place(left: Agreement, right: Agreement) -> list[FieldChange]:
    a, b = left.place.text if left.place else None, right.place.text if right.place else None
    words_a, words_b = set(keys_of(a or "")), set(keys_of(b or ""))
    relation = EQUAL if words_a == words_b else REFINES if words_a <= words_b or words_b <= words_a else NOT_COMPARABLE
    return known("place", a, b, relation)
