"""Offices that are held for a state, and the words by which the press speaks of its own."""

from __future__ import annotations

from functools import cache

from pactscan.lexicon.actors import words_in
from pactscan.lexicon.files import read_table


@cache
def state_offices() -> dict[str, str | None]:
    """Office in lower case → code of the one state whose press title it is, None for offices that many states have."""
    return {row["office"]: row["country"] or None for row in read_table("state_offices.csv")}


@cache
def home_words() -> dict[str, str]:
    """Seats, chambers and parties ("White House", "Tories") → code of the state whose press says so without naming it."""
    return {row["words"]: row["country"] for row in read_table("home_words.csv")}


@cache
def _systems() -> dict[str, str]:
    return {row["code"]: row["system"] for row in read_table("state_systems.csv")}


@cache
def _senates() -> frozenset[str]:
    return frozenset(row["code"] for row in read_table("state_systems.csv") if row["senate"])


def has_office(code: str, office: str) -> bool:
    """Whether the state `code` can have the office called `office` (lower case): no president in a monarchy."""
    system = _systems().get(code)
    if office in words_in("presidents"):
        return system != "monarchy"
    if office in words_in("premiers"):
        return system != "presidential"
    if office.split()[-1] in words_in("senators"):
        return code in _senates()
    if office == "chancellor":
        return code in words_in("chancelleries")
    return code != "US" or not any(word in words_in("not_american") for word in office.split())
