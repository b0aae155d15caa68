"""Words that tell a country from a language, a person, a place or a people of the same name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pactscan.lexicon.files import read_list, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """Words of language: see the comments in the data file."""

    names: frozenset[str]
    before: frozenset[str]
    degree: frozenset[str]
    weak_before: frozenset[str]
    taught: frozenset[str]
    after: frozenset[str]
    talk: frozenset[str]


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Names of countries and capitals that people bear, and words of address."""

    given: frozenset[str]
    surnames: frozenset[str]
    alone: frozenset[str]
    cities: frozenset[str]
    address: frozenset[str]
    ranks: frozenset[str]


@dataclass(frozen=True, slots=True)
class PronounWords:
    """Words, in capitals, that make US the pronoun: whatever follows (`dative`), or unless a noun does (`before`)."""

    dative: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Namesake:
    """Words that the country `code` shares with something else, and cues for either, as patterns of strong and weak ones."""

    code: str
    silent: bool
    """Whether the words count only where cues for the country outweigh."""
    country: tuple[re.Pattern[str], re.Pattern[str]]
    other: tuple[re.Pattern[str], re.Pattern[str]]

    def outweighs(self, text: str) -> int:
        """By how much the cues in `text` speak for the country: strong ones count three, each once."""
        return _weight(self.country, text) - _weight(self.other, text)


def _weight(patterns: tuple[re.Pattern[str], re.Pattern[str]], text: str) -> int:
    strong, weak = (len(set(pattern.findall(text))) for pattern in patterns)
    return 3 * strong + weak


@cache
def language_words() -> LanguageWords:
    """Names of languages and the words around them."""
    return LanguageWords(**_sets("language"))


@cache
def person_words() -> PersonWords:
    """Countries' names that people bear."""
    return PersonWords(**_sets("person"))


@cache
def pronoun_words() -> PronounWords:
    """Words before US in a line of capitals."""
    return PronounWords(**_sets("us"))


@cache
def towns() -> frozenset[str]:
    """Countries' names that towns in the United States bear."""
    return frozenset(_contexts()["place"]["towns"])


@cache
def us_states() -> frozenset[str]:
    """States of the United States, full and abbreviated."""
    return frozenset(read_list("countries_us_states.txt"))


@cache
def namesakes() -> dict[str, Namesake]:
    """Words → the namesake that they may be."""
    rows = read_toml("countries_namesakes.toml")["namesake"]
    return {words: namesake for row in rows for namesake in [_namesake(row)] for words in row["words"]}


def _namesake(row: dict[str, Any]) -> Namesake:
    return Namesake(
        code=row["code"],
        silent=row["silent"],
        country=(_any_of(row["country_strong"]), _any_of(row["country_weak"])),
        other=(_any_of(row["other_strong"]), _any_of(row["other_weak"])),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def _sets(section: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in _contexts()[section].items()}


@cache
def _contexts() -> dict[str, Any]:
    return read_toml("countries_contexts.toml")
