"""What two articles are to each other, by measured thresholds (docs/diff.md)."""

from __future__ import annotations

import datetime

from pactscan.diffmodel import Mode
from pactscan.model import ArticleInfo

UPDATE_FROM = 0.8
"""Similarity of texts from which they are two versions of one text."""
SHARED_FROM = 0.12
"""Similarity from which text was taken over: an update, or copies of one wire story. Two outlets' own texts stay below .07."""
LATER = 2
"""Days after which the second article can tell what became of a matter, not only tell it otherwise."""


def mode_of(left: ArticleInfo, right: ArticleInfo, text: float | None) -> Mode:
    """The mode that suits two articles whose texts are alike by `text`.

    Silent edits keep their day of publication, so the texts decide first; the days only part follow-ups from other outlets.
    """
    if text is None:
        return Mode.UPDATE if left.sha256 == right.sha256 else _by_day(left, right)
    if text >= UPDATE_FROM or (text >= SHARED_FROM and not _other_outlet(left, right)):
        return Mode.UPDATE
    return _by_day(left, right)


def _other_outlet(left: ArticleInfo, right: ArticleInfo) -> bool:
    return left.outlet is not None and right.outlet is not None and left.outlet != right.outlet


def _by_day(left: ArticleInfo, right: ArticleInfo) -> Mode:
    a, b = _day(left), _day(right)
    return Mode.FOLLOW_UP if a and b and abs((b - a).days) > LATER else Mode.OUTLETS


def _day(info: ArticleInfo) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(info.published) if info.published else None
    except ValueError:
        return None
