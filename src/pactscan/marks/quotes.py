"""Marks of speech: stretches between quotation marks, and attributions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttributionMark:
    """Content that somebody says; `cue` and `source` are stretches, None where the text has none nearby."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
