"""Words that make, qualify and frame the names of agreements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from pactscan.lexicon.files import read_json, read_list, read_table, read_toml
from pactscan.model import AgreementForm

COUNTED = re.compile(r"(?:\d+-[\w-]+|\w+-(?:year|month|week|day|hour|nation|member|country|party|point|page|decade|way)s?(?:-old|-long)?)$")


def counted(word: str) -> bool:
    """Whether a word only counts years, states or points (``12-nation``, ``two-year-old``): it tells no instrument from another."""
    return COUNTED.match(word) is not None


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that can head the name of an instrument.

    `kind` says how much it means by itself: firm (a treaty is one), formal (a convention is one by name or by being signed),
    loose (an agreement may be one), weak (an understanding seldom is), name (only within a proper name, as a partnership), typed
    (only with its complement, as a declaration of intent).
    """

    word: str
    plural: bool
    form: AgreementForm
    kind: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """What a word beside a head says of it: political (then with its domain), polity, bare or private."""

    kind: str
    domain: str


@cache
def heads() -> dict[str, Head]:
    """Head nouns by lower-case word, hyphens kept."""
    rows = read_table("agreement_heads.csv")
    return {r["word"]: Head(r["word"], r["number"] == "plural", AgreementForm(r["form"]), r["kind"]) for r in rows}


@cache
def modifiers() -> dict[str, Modifier]:
    """Modifiers by lower-case word, hyphens kept."""
    return {r["word"]: Modifier(r["kind"], r["domain"]) for r in read_table("agreement_modifiers.csv")}


@cache
def words(section: str, name: str) -> frozenset[str]:
    """The word class `name` of `section` in agreement_words.toml."""
    return frozenset(_classes()[section][name])


def is_firm(word: str) -> bool:
    """Whether a lower-case noun means a company (``airline``, ``steelmaker``)."""
    return word in words("setting", "firms") or word.endswith(("builder", "maker"))


@cache
def _classes() -> dict[str, Any]:
    return read_toml("agreement_words.toml")


@cache
def party_words(name: str) -> frozenset[str]:
    """The word class `name` of agreement_parties.toml."""
    return frozenset(_party_classes()[name])


def number_named(word: str) -> int | None:
    """How many parties a lower-case numeral counts (``three``)."""
    numbers: dict[str, int] = _party_classes()["numbers"]
    return numbers.get(word)


@cache
def _party_classes() -> dict[str, Any]:
    return read_toml("agreement_parties.toml")


@cache
def weights() -> dict[str, float]:
    """What each piece of evidence adds to a mark, and the thresholds."""
    table: dict[str, float] = read_json("agreement_weights.json")
    return table


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells a status when the instrument stands in its `frame`."""

    status: str
    frame: str


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Status cues by lower-case word form."""
    table: dict[str, list[Cue]] = {}
    for row in read_table("agreement_cues.csv"):
        for form in row["forms"].split():
            table.setdefault(form, []).append(Cue(row["status"], row["frame"]))
    return {form: tuple(found) for form, found in table.items()}


@cache
def modality(name: str) -> frozenset[str]:
    """The word class `name` of agreement_modality.toml."""
    return frozenset(_modality()[name])


@cache
def _modality() -> dict[str, list[str]]:
    return read_toml("agreement_modality.toml")


@cache
def body_codes() -> dict[str, str]:
    """Codes of the bodies that have one as parties (EU, NATO, UN, ASEAN), by lower-case name."""
    return {row["name"]: row["code"] for row in read_table("agreement_bodies.csv")}


@cache
def kind_acronyms() -> frozenset[str]:
    """Acronyms of kinds of agreements (MOU, FTA), in capitals: many instruments share them."""
    return frozenset(read_list("agreement_kind_acronyms.txt"))


@cache
def _rules() -> dict[str, dict[str, str]]:
    return read_toml("agreement_rules.toml")


def rule_text(field: str, rule: str) -> str:
    """What the rule called `rule` says of `field`; of an act ("signed by") its name and what acts say."""
    texts = _rules()[field]
    return texts.get(rule) or f"{rule}: {texts['act']}"
