"""Countries and territories: ISO 3166-1 codes, and every wording by which news refers to them.

Other rooms ask here by exact words: `code_of("Japanese")`, `name_of("JP")`, `is_demonym("Japanese")`. Finding the
words in running text, with its traps, is the work of `find.countries`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pactscan.lexicon.files import read_list, read_table
from pactscan.model import Via

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class CountryEntry:
    """A row of the table. Wordings are written as news prints them, with straight apostrophes."""

    alpha2: str
    alpha3: str
    name: str
    aliases: tuple[str, ...]
    abbreviations: tuple[str, ...]
    adjectives: tuple[str, ...]
    singular: tuple[str, ...]
    """Nouns for one national."""
    plural: tuple[str, ...]
    """Nouns for several nationals."""
    capitals: tuple[str, ...]
    """The capital first; other spellings and former capitals after it."""
    places: tuple[str, ...]
    """Other places that stand for the government by syntax only (Whitehall, The Hague)."""
    seats: tuple[str, ...]
    """Seats that always stand for their government (the Kremlin)."""
    status: str
    """state, territory (of a state) or historic."""

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Adjectives and nouns for nationals, each once."""
        return tuple(dict.fromkeys((*self.adjectives, *self.singular, *self.plural)))


class Wording(NamedTuple):
    """Words that refer to `codes` (none: to no country although they hold a country's name) in the manner `via`."""

    words: str
    codes: tuple[str, ...]
    via: Via | None
    by_syntax: bool = False
    """A capital, or a place like Whitehall: refers to the country only where the sentence treats it as a government."""


@cache
def countries() -> dict[str, CountryEntry]:
    """Alpha-2 code → row, in order of the code."""
    return {row["alpha2"]: _entry(row) for row in read_table("countries.csv")}


def _entry(row: dict[str, str]) -> CountryEntry:
    cells = {column: _parts(cell) for column, cell in row.items()}
    return CountryEntry(
        alpha2=row["alpha2"],
        alpha3=row["alpha3"],
        name=row["name"],
        aliases=cells["aliases"],
        abbreviations=cells["abbreviations"],
        adjectives=cells["adjectives"],
        singular=cells["singular"],
        plural=cells["plural"],
        capitals=cells["capitals"],
        places=cells["places"],
        seats=cells["seats"],
        status=row["status"],
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def name_of(code: str) -> str:
    """The name under which reports list the country `code` (alpha-2)."""
    return countries()[code].name


def alpha3_of(code: str) -> str:
    """The alpha-3 code of the country `code` (alpha-2)."""
    return countries()[code].alpha3


def code_of(words: str) -> str | None:
    """The alpha-2 code that a name, alias, abbreviation or demonym means, as printed or in capitals; None when it is none.

    A leading ``the`` and a trailing possessive are ignored. Words that several countries share give the usual one
    (Congolese → CD); capitals and seats give nothing: see `code_of_seat`.
    """
    return _codes_by_words().get(_bare(words))


def code_of_seat(words: str) -> str | None:
    """The alpha-2 code of the country whose capital or seat of government is called `words`."""
    return _codes_by_seat().get(_bare(words))


def is_demonym(words: str) -> bool:
    """Whether `words` is an adjective or a noun for nationals ("Japanese", "Finn", "Britons")."""
    return _bare(words) in _demonyms()


def _bare(words: str) -> str:
    words = " ".join(words.replace("’", "'").split())
    words = words.removesuffix("'s").removesuffix("'")
    return words[4:] if words[:4].lower() == "the " else words


@cache
def _codes_by_words() -> dict[str, str]:
    table: dict[str, str] = {}
    for wording in wordings():
        if wording.via not in (None, Via.SEAT) and len(wording.codes) == 1:
            table.setdefault(wording.words, wording.codes[0])
    table.update({words: row.default for words, row in ambiguous().items()})
    return {**{words.upper(): code for words, code in table.items() if len(words) > 3}, **table}


@cache
def _codes_by_seat() -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in sorted(countries().values(), key=lambda entry: entry.status == "historic"):
        for words in (*entry.capitals, *entry.places, *entry.seats):
            table.setdefault(words, entry.alpha2)
    return table


@cache
def _demonyms() -> frozenset[str]:
    shared = (words for words, row in ambiguous().items() if row.via is Via.DEMONYM)
    return frozenset((*shared, *(words for entry in countries().values() for words in entry.demonyms)))


class Ambiguous(NamedTuple):
    """Words that several countries share: `default` unless the article names just one of `codes`."""

    via: Via
    default: str
    codes: tuple[str, ...]


@cache
def ambiguous() -> dict[str, Ambiguous]:
    """Shared words → what they may mean."""
    table = read_table("countries_ambiguous.csv")
    return {row["words"]: Ambiguous(Via(row["via"]), row["default"], _parts(row["codes"])) for row in table}


@cache
def combining_forms() -> dict[str, Wording]:
    """Forms that refer to a country before a hyphen and another country (Sino-Japanese), as printed or in capitals."""
    rows = {row["form"]: Wording(row["form"], (row["code"],), Via.DEMONYM) for row in read_table("countries_combining.csv")}
    return {**rows, **{form.upper(): wording for form, wording in rows.items()}}


@cache
def cued_wordings() -> frozenset[str]:
    """Wordings that count only where the article refers to the same country in other words too."""
    return frozenset(read_list("countries_cued.txt"))


@cache
def wordings() -> tuple[Wording, ...]:
    """All wordings but capitals and places: phrases first, then by country; the first of two equal ones wins."""
    return tuple({w.words: w for w in reversed([*_phrases(), *_shared(), *_by_country()])}.values())


def _phrases() -> Iterator[Wording]:
    for row in read_table("countries_phrases.csv"):
        codes = _parts(row["codes"])
        yield Wording(row["words"], codes, Via.NAME if codes else None)


def _shared() -> Iterator[Wording]:
    for words, row in ambiguous().items():
        yield Wording(words, (row.default,), row.via)


def _by_country() -> Iterator[Wording]:
    for entry in countries().values():
        for words in (entry.name, *entry.aliases):
            yield Wording(words, (entry.alpha2,), Via.NAME)
        for words in entry.abbreviations:
            yield Wording(words, (entry.alpha2,), Via.ABBREVIATION)
        for words in entry.seats:
            yield Wording(words, (entry.alpha2,), Via.SEAT)
    for entry in countries().values():
        for words in entry.demonyms:
            yield Wording(words, (entry.alpha2,), Via.DEMONYM)


@cache
def withdrawn_states() -> dict[str, str]:
    """Heir → the withdrawn state whose capital and seats it has."""
    return {row["heir"]: row["withdrawn"] for row in read_table("countries_heirs.csv")}


@cache
def seat_wordings() -> tuple[Wording, ...]:
    """Capitals and places that stand for a government by syntax only."""
    taken = {wording.words for wording in wordings()} | _place_only()
    table: dict[str, Wording] = {}
    heirs_first = sorted(countries().values(), key=lambda entry: entry.status == "historic")
    for entry in heirs_first:
        for words in (*entry.capitals, *entry.places):
            if words not in taken and entry.status != "territory":
                table.setdefault(words, Wording(words, (entry.alpha2,), Via.SEAT, by_syntax=True))
    return tuple(table.values())


@cache
def _place_only() -> frozenset[str]:
    return frozenset(read_list("countries_capitals_place_only.txt"))
