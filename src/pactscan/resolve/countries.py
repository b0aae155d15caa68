"""Countries that the article refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.countries import alpha3_of, name_of
from pactscan.model import Country, CountryMention

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle
    from pactscan.marks.countries import CountryMark


def resolve_countries(marked: MarkedArticle, marks: tuple[CountryMark, ...]) -> tuple[Country, ...]:
    """One `Country` for each code, in order of first mention."""
    mentions: dict[str, list[CountryMention]] = {}
    for mark in marks:
        words = marked.article.text[mark.start : mark.end]
        mentions.setdefault(mark.code, []).append(CountryMention(mark.start, mark.end, words, mark.via))
    return tuple(Country(code, alpha3_of(code), name_of(code), False, tuple(found)) for code, found in mentions.items())
