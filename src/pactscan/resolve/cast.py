"""The cast: one cluster of mentions for each person and body that the article names, built once and used by all."""

from __future__ import annotations

from dataclasses import dataclass

from pactscan.marks import MarkedArticle
from pactscan.marks.countries import CountryMark
from pactscan.marks.names import NameMark
from pactscan.model import Actor


@dataclass(frozen=True)
class Cast:
    """The actors of an article, in order of first mention."""

    actors: tuple[Actor, ...] = ()

    def named_in(self, start: int, end: int) -> tuple[Actor, ...]:
        """Actors with a name mention that overlaps ``text[start:end]``, in order of the text."""
        return tuple(a for a in self.actors if any(m.start < end and start < m.end for m in a.mentions))


def resolve_cast(marked: MarkedArticle, names: tuple[NameMark, ...], countries: tuple[CountryMark, ...]) -> Cast:
    """Join the names that mean the same person or body."""
    return Cast()
