"""Countries that the article refers to, and those among them that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.countries import alpha3_of, name_of
from pactscan.model import Country, CountryMention

if TYPE_CHECKING:
    from pactscan.marks import MarkedArticle
    from pactscan.marks.countries import CountryMark

LEAD = 3
"""Paragraphs at the head of an article (title and captions among them) that tell what it is about."""
LEAD_WEIGHT = 3
"""What a country gains by each paragraph of the lead that refers to it; a mention anywhere gains 1."""
FOCUS_SHARE = 0.45
"""A country in focus has at least this share of the weight of the foremost one."""
FOCUS_WEIGHT = 4
"""Least weight of a country in focus: a place in the lead, or four mentions."""


def resolve_countries(marked: MarkedArticle, marks: tuple[CountryMark, ...]) -> tuple[Country, ...]:
    """One `Country` for each code, in order of first mention.

    `focus` marks the countries that the article is about, by weight: see the constants above, and docs/countries.md for
    how the rule was measured.
    """
    mentions: dict[str, list[CountryMention]] = {}
    for mark in marks:
        words = marked.article.text[mark.start : mark.end]
        mentions.setdefault(mark.code, []).append(CountryMention(mark.start, mark.end, words, mark.via))
    focus = in_focus(marked, marks)
    return tuple(Country(code, alpha3_of(code), name_of(code), code in focus, tuple(found)) for code, found in mentions.items())


def in_focus(marked: MarkedArticle, marks: tuple[CountryMark, ...]) -> frozenset[str]:
    """Codes of the countries that the article is about; often one or two, none when no country stands out."""
    lead = {(mark.code, at) for mark in marks if (at := marked.paragraph_of(mark.start)) < LEAD}
    weights: dict[str, int] = {}
    for code in (mark.code for mark in marks):
        weights[code] = weights.get(code, 0) + 1
    for code, _ in lead:
        weights[code] += LEAD_WEIGHT
    foremost = max(weights.values(), default=0)
    return frozenset(code for code, weight in weights.items() if weight >= max(FOCUS_WEIGHT, FOCUS_SHARE * foremost))
