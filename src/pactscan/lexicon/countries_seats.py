"""The company in which the name of a capital stands for its government."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pactscan.lexicon.files import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class SeatWords:
    """Words around a capital, lower case; verbs in all their forms. See the comments in the data file."""

    acts: frozenset[str]
    place_verbs: frozenset[str]
    pressed: frozenset[str]
    calls: frozenset[str]
    relations: frozenset[str]
    stances: frozenset[str]
    owned: frozenset[str]
    owned_if_named: frozenset[str]
    bodies: frozenset[str]
    staff: frozenset[str]
    before_hyphen: frozenset[str]
    after_hyphen: frozenset[str]


@cache
def seat_words() -> SeatWords:
    """The lists, read once."""
    table = read_toml("countries_seats.toml")
    irregular = table.pop("irregular")
    lists: dict[str, Any] = {key: frozenset(words) for key, words in table.items()}
    for key in ("acts", "place_verbs", "pressed", "calls", "relations"):
        lists[key] = frozenset(form for word in lists[key] for form in _forms(word, irregular))
    return SeatWords(**lists)


def _forms(verb: str, irregular: dict[str, list[str]]) -> Iterator[str]:
    """All forms of `verb`, some that no one writes among them."""
    yield verb
    yield from irregular.get(verb, ())
    stem = verb[:-1]
    if verb.endswith("e"):
        yield from (verb + "s", verb + "d", stem + "ing")
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (stem + "ies", stem + "ied", verb + "ing")
    else:
        endings = ("s", "es", "ed", "ing", verb[-1] + "ed", verb[-1] + "ing")
        yield from (verb + ending for ending in endings)
