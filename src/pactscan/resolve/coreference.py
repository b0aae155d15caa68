"""Who is behind a name, a pronoun or a role."""

from __future__ import annotations

from collections.abc import Sequence

from pactscan.marks import MarkedArticle
from pactscan.model import Actor
from pactscan.resolve.cast import Cast

Stretch = tuple[int, int]


def actors_behind(marked: MarkedArticle, sources: Sequence[Stretch | None], quoted: Sequence[Stretch], cast: Cast) -> list[Actor | None]:
    """For each source the actor it refers to, None when the article names nobody for it."""
    return [_named(cast, source) if source else None for source in sources]


def _named(cast: Cast, source: Stretch) -> Actor | None:
    named = cast.named_in(*source)
    return named[-1] if named else None
