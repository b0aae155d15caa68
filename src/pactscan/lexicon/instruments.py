"""Known instruments: treaties, accords and the like that news names without explaining them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pactscan.lexicon.files import read_table
from pactscan.model import AgreementForm

DEAL_WORDS = "(?:accords?|agreements?|deal|pact|treaty)"
"""What ``*`` stands for in an alias."""

SHORTEST_FOLDED = 4
"""Acronyms of this length or more may be written like a word (Nafta, Aukus)."""

LONGEST_GAP = 16
"""Characters that a written alias has beyond its own: a second space after each hyphen, a deal word for ``*``."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A known instrument; `parties` are codes, and empty when there are many."""

    name: str
    aliases: tuple[str, ...]
    form: AgreementForm
    domain: str
    year: int | None
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A way to write an instrument. A `weak` one counts only beside another mention of the same instrument."""

    instrument: Instrument
    text: str
    acronym: bool
    weak: bool


@cache
def instruments() -> dict[str, Instrument]:
    """Instruments by canonical name; what a user's lexicon says of one of ours goes before, and its other names are united."""
    table: dict[str, Instrument] = {}
    for row in read_table("instruments.csv"):
        one = _instrument(row)
        table[one.name] = _united(table[one.name], one) if one.name in table else one
    return table


def _united(first: Instrument, second: Instrument) -> Instrument:
    aliases = tuple(dict.fromkeys((*first.aliases, *second.aliases)))
    return Instrument(
        first.name, aliases, first.form, first.domain or second.domain, first.year or second.year, first.parties or second.parties
    )


def _instrument(row: dict[str, str]) -> Instrument:
    aliases = tuple(a for a in row["aliases"].split(";") if a)
    year = int(row["year"]) if row["year"] else None
    return Instrument(row["name"], aliases, AgreementForm(row["form"]), row["domain"], year, tuple(row["parties"].split()))


@cache
def first_words() -> dict[str, tuple[Alias, ...]]:
    """Aliases by the lower-case word they begin with, longest first."""
    index: dict[str, list[Alias]] = {}
    for instrument in instruments().values():
        for alias in _aliases(instrument):
            index.setdefault(_first_word(alias.text), []).append(alias)
    return {word: tuple(sorted(rows, key=lambda alias: (-len(alias.text), alias.text))) for word, rows in index.items()}


def _aliases(instrument: Instrument) -> list[Alias]:
    texts = (instrument.name, *instrument.aliases)
    return [Alias(instrument, t.removeprefix("~"), is_acronym(t.removeprefix("~")), t.startswith("~")) for t in texts]


def is_acronym(text: str) -> bool:
    """Whether `text` is one word of capitals, digits and hyphens, a lower-case letter or two allowed (AfCFTA)."""
    letters = [c for c in text if c.isalpha()]
    return " " not in text and len(text) > 1 and sum(c.isupper() for c in letters) * 2 > len(letters)


def _first_word(text: str) -> str:
    return re.split(r"[\s\-‐–]", text, maxsplit=1)[0].lower()


def match_at(alias: Alias, text: str, at: int) -> re.Match[str] | None:
    """`alias` as it is written in running text, from `at`.

    Plain comparisons come first: most aliases that share a first word are not the one that stands there, and their patterns
    are never compiled.
    """
    if not _may_stand(alias, text, at):
        return None
    return _pattern(alias.text, alias.acronym, alias.weak).match(text, at)


def _may_stand(alias: Alias, text: str, at: int) -> bool:
    if alias.acronym:
        return text.startswith((alias.text, alias.text.capitalize()), at)
    second = _second_word(alias.text)
    return second in text[at : at + len(alias.text) + LONGEST_GAP].casefold() if second else True


@cache
def _second_word(text: str) -> str:
    """The second word, lower case; empty where it may be written in several ways, or is outside of ASCII."""
    words = _words(text)
    plain = len(words) > 1 and words[1].isascii() and words[1].isalnum()
    return words[1].casefold() if plain else ""


@cache
def _pattern(text: str, acronym: bool, weak: bool) -> re.Pattern[str]:
    if acronym:
        return re.compile(rf"{_acronym_pattern(text, weak)}(?![\w])")
    words = [DEAL_WORDS if w == "*" else re.escape(w).replace("\\.", r"\.?") for w in _words(text)]
    return re.compile(r"[\s\-‐–]\s?".join(words) + r"(?![\w])", re.IGNORECASE)


def _words(text: str) -> list[str]:
    return re.split(r"[\s\-]+", text)


def _acronym_pattern(text: str, weak: bool) -> str:
    exact = re.escape(text)
    if weak or len(text) < SHORTEST_FOLDED or not text.isalpha():
        return exact
    return f"(?:{exact}|{text.capitalize()})"
