"""Words and names as evidence of gender: they tell whom "she" may be, and are never a value."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from pactscan.lexicon.files import read_table, read_toml
from pactscan.lexicon.forenames import forenames


class Gender(StrEnum):
    """As forename tables write it."""

    FEMALE = "F"
    MALE = "M"


@cache
def _words(kind: str) -> dict[str, Gender]:
    table = read_toml("gender_words.toml")
    return {word: gender for gender in Gender for word in table[gender.name.lower()][kind]}


def gender_of_pronoun(word: str) -> Gender | None:
    """Gender of a singular personal or possessive pronoun, lower case."""
    return _words("pronouns").get(word)


def gender_of_address(word: str) -> Gender | None:
    """Gender that a word of address tells ("mrs"), lower case without full stop."""
    return _words("address").get(word)


def gender_of_noun(word: str) -> Gender | None:
    """Gender that a noun for a person tells ("spokeswoman"), lower case singular."""
    return _words("nouns").get(word)


def gender_of_forename(word: str) -> Gender | None:
    """Gender of most who bear a given name, lower case; None when unknown or borne by both."""
    code = forenames().get(word)
    return Gender(code) if code in ("F", "M") else None


@cache
def office_names() -> dict[str, frozenset[str]]:
    """Short office, lower case without full stop → nouns by which its holder is called ("sen" → "senator")."""
    names: dict[str, set[str]] = {}
    for row in read_table("office_names.csv"):
        names.setdefault(row["short"], set()).add(row["noun"])
    return {short: frozenset(nouns) for short, nouns in names.items()}
