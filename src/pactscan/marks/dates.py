"""Marks of time expressions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateMark:
    """``text[start:end]`` is a time expression found by the grammar rule `rule`."""

    start: int
    end: int
    rule: str
