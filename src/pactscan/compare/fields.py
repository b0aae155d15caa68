"""Relations of field to field: an unknown value is never a conflict."""

from __future__ import annotations

from collections.abc import Iterable

from pactscan.diffmodel import FieldChange, FieldRelation, Verdict

EQUAL, REFINES = FieldRelation.EQUAL, FieldRelation.REFINES
CONFLICTS, NOT_COMPARABLE = FieldRelation.CONFLICTS, FieldRelation.NOT_COMPARABLE


def known(name: str, left: str | None, right: str | None, otherwise: FieldRelation, note: str | None = None) -> list[FieldChange]:
    """The field, unless both sides are silent; `otherwise` is the relation of two known values that differ."""
    if left is None and right is None:
        return []
    if left == right:
        return [FieldChange(name, left, right, EQUAL)]
    if left is None or right is None:
        return [FieldChange(name, left, right, REFINES)]
    return [FieldChange(name, left, right, otherwise, note)]


def verdict_of(fields: Iterable[FieldChange]) -> Verdict:
    """Conflict if a field conflicts, changed if one is not equal."""
    relations = {field.relation for field in fields}
    if CONFLICTS in relations:
        return Verdict.CONFLICT
    return Verdict.CHANGED if relations - {EQUAL} else Verdict.SAME
