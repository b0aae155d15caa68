"""Words and rules of the time grammar, and holidays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from pactscan.lexicon.files import read_table, read_toml


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule of the grammar: `pattern` reads words, `heads` are the classes without one of which it cannot match."""

    name: str
    kind: str
    pattern: str
    heads: str
    guard: str | None = None
    value: str | None = None


@cache
def date_words() -> dict[str, dict[str, str]]:
    """Lower-case word → class → value (a number, or a TIMEX3 code)."""
    return {row["word"]: _by_class(row["classes"].split(), row["value"].split()) for row in read_table("date_words.csv")}


def _by_class(classes: list[str], values: list[str]) -> dict[str, str]:
    if len(values) < len(classes):
        values = (values or [""]) * len(classes)
    return dict(zip(classes, values, strict=False))


@cache
def word_values(kind: str) -> dict[str, str]:
    """Lower-case word → value, for the words of class `kind`."""
    return {word: classes[kind] for word, classes in date_words().items() if kind in classes}


@cache
def _grammar() -> dict[str, Any]:
    return read_toml("date_rules.toml")


@cache
def date_rules() -> tuple[DateRule, ...]:
    """The rules, in the order in which they win when two match the same words."""
    return tuple(DateRule(**row) for row in _grammar()["rule"])


@cache
def date_macros() -> dict[str, str]:
    """Parts that several patterns share."""
    return dict(_grammar()["macros"])


@cache
def date_series() -> dict[str, str]:
    """Patterns of lists and ranges (see `find.dates.series`)."""
    return dict(_grammar()["series"])


@cache
def guard_words(name: str) -> frozenset[str]:
    """Words that let a doubtful reading pass, or bar it, by the name of the list in ``[guards]``."""
    return frozenset(_grammar()["guards"][name].split())


@cache
def holidays() -> dict[str, str]:
    """Name in lower case without apostrophes → rule for its day (see `resolve.dates.holidays`)."""
    return {row["name"]: row["rule"] for row in read_table("date_holidays.csv")}


@cache
def modifier_words() -> dict[str, str]:
    """Words before a date or a length → TIMEX3 modifier."""
    return {words: mod for mod, phrases in _grammar()["modifiers"].items() for words in phrases}
