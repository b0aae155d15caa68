"""Tables of bodies: international organisations, state bodies, parties and armed groups, outlets, companies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pactscan.lexicon.files import read_list, read_table
from pactscan.lexicon.instruments import instruments
from pactscan.model import ActorKind

_POSSESSIVE = re.compile(r"(?<=\w)('s|(?<=s)')(?= |$)")


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body that its name alone identifies; `country` where the name alone settles the state it belongs to."""

    name: str
    kind: ActorKind
    country: str | None = None


@cache
def known_bodies() -> dict[str, KnownBody]:
    """Every name, acronym and alias of the tables → the body."""
    table: dict[str, KnownBody] = {}
    for row in read_table("international_organisations.csv"):
        body = KnownBody(row["name"], ActorKind.IGO)
        for form in (row["name"], *_cell(row["acronyms"]), *_cell(row["aliases"])):
            table.setdefault(form, body)
    for row in read_table("bodies.csv"):
        table.setdefault(row["name"], KnownBody(row["name"], ActorKind(row["kind"]), row["country"] or None))
    for name in (*read_list("outlets.txt"), *read_list("companies.txt")):
        table.setdefault(name, KnownBody(name, ActorKind.ORGANISATION))
    return table


@cache
def acronyms_of(name: str) -> tuple[str, ...]:
    """Acronyms of the international organisation called `name`."""
    return _acronyms().get(name, ())


@cache
def _acronyms() -> dict[str, tuple[str, ...]]:
    return {row["name"]: _cell(row["acronyms"]) for row in read_table("international_organisations.csv")}


@cache
def known_bodies_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the known names that start with it, word by word as the model parts them ("People", "'s"), longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for name in known_bodies():
        parted = _POSSESSIVE.sub(r" \1", name)
        for form in dict.fromkeys((parted, parted.replace("'", "’"))):
            words = tuple(form.split())
            table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=lambda words: (-len(words), words))) for first, names in table.items()}


def name_of(words: Sequence[str]) -> str:
    """The name, as the tables have it, whose words the model parted."""
    return " ".join(words).replace("’", "'").replace(" '", "'")


@cache
def outlets() -> frozenset[str]:
    """News agencies, papers and broadcasters."""
    return frozenset(read_list("outlets.txt"))


@cache
def company_suffixes() -> frozenset[str]:
    """Words that end the name of a company ("Corp.")."""
    return frozenset(read_list("company_suffixes.txt"))


@cache
def legal_suffixes() -> frozenset[str]:
    """Words after a company's name that are no part of what it is called ("Ltd.")."""
    return frozenset(read_list("legal_suffixes.txt"))


@cache
def body_heads() -> frozenset[str]:
    """Capitalised nouns that head the name of a body ("Ministry")."""
    return frozenset(read_list("body_heads.txt"))


@cache
def state_bodies() -> frozenset[str]:
    """Heads of bodies that belong to a state, lower case."""
    return frozenset(read_list("state_bodies.txt"))


@cache
def not_bodies() -> frozenset[str]:
    """Words and acronyms that models take for organisations and that name none ("GDP", "UTC", "Indo-Pacific"), and treaties."""
    treaties = (form.removeprefix("~") for i in instruments().values() for form in (i.name, *i.aliases) if "*" not in form)
    return frozenset(read_list("not_bodies.txt")) | frozenset(read_list("regions.txt")) | frozenset(treaties)


def _cell(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
