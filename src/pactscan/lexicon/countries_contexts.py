"""Words that tell a country from a language, a person, a place or a people of the same name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from pactscan.lexicon.files import read_list, read_toml


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
    """Words that the country `code` shares with something else, and cues for either."""

    code: str
    silent: bool
    """Whether the words count only where cues for the country outweigh."""
    country_strong: tuple[str, ...]
    country_weak: tuple[str, ...]
    other_strong: tuple[str, ...]
    other_weak: tuple[str, ...]

    def outweighs(self, text: str) -> int:
        """By how much the cues in `text` speak for the country: strong ones count three, each once."""
        country = 3 * _told(self.country_strong, text) + _told(self.country_weak, text)
        return country - 3 * _told(self.other_strong, text) - _told(self.other_weak, text)


def _told(cues: tuple[str, ...], text: str) -> int:
    """How many of `cues` stand in `text`, each counted once."""
    return len(set(_any_of(cues).findall(text)))


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
    cues = {kind: tuple(row[kind]) for kind in ("country_strong", "country_weak", "other_strong", "other_weak")}
    return Namesake(row["code"], row["silent"], **cues)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def _sets(section: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in _contexts()[section].items()}


@cache
def _contexts() -> dict[str, Any]:
    return read_toml("countries_contexts.toml")
