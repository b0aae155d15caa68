"""Marks of speech: stretches between quotation marks, and attributions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` stands between quotation marks, the marks left out; whether anybody says it is not decided here."""

    start: int
    end: int
    opened: int
    """Where the opening mark starts; equal to `start` where a paragraph goes on with a quotation without a mark of its own."""
    closed: int
    """Where the closing mark ends; equal to `end` where there is none."""
    paragraph: int
    """Index of the paragraph it stands in."""
    single: bool = False
    """Between single marks: ‘ ’ or '."""
    goes_on: bool = False
    """Left open at the end of its paragraph, and the next paragraph opens with a mark: the quotation goes on there."""


@dataclass(frozen=True, slots=True)
class AttributionMark:
    """Content that somebody says; `cue` and `source` are stretches, None where the text has none nearby."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    quoted: tuple[tuple[int, int], ...] = ()
    """Parts of the content that stand between quotation marks, marks left out."""
    certainty: float = 0.0
    """Probability that `source` is the speaker, as the ranker sees it."""
