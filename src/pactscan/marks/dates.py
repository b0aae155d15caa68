"""Marks of time expressions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DateMark:
    """``text[start:end]`` is a time expression found by the grammar rule `rule`.

    `parts` holds its words by the part they play ("month" → "nov."), in lower case; parts that it shares with a neighbour
    ("May 4 and *5*") are among them.
    """

    start: int
    end: int
    rule: str
    kind: str = ""
    """How `resolve` computes its value."""
    parts: Mapping[str, str] = field(default_factory=dict)
    until: int | None = None
    """Start of the mark that ends the range which starts here: "*June 3* to 5"."""
