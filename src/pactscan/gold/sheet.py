"""A corrected form (TOML) → what is true of an article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from pactscan.errors import InputError
from pactscan.model import AgreementDateKind, AgreementStatus

T = TypeVar("T")
NOUNS = ("agreements", "people", "organisations", "countries", "dates", "quotes")
"""What a form can be judged on, in its order."""

LARGEST = 16 * 1024 * 1024
DATE = re.compile(rf"({'|'.join(AgreementDateKind)}) \d{{4}}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class TrueAgreement:
    """An agreement: status, parties by code or name, signatories by name, dates as ``signed 2024-03-12``."""

    name: str
    status: str = AgreementStatus.REFERENCED
    parties: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class TruePerson:
    """A person; role and state are empty where the text tells none."""

    name: str
    role: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class TrueDate:
    """Words of a time expression and their TIMEX3 value; empty where it cannot be told."""

    words: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class TrueQuote:
    """What is said, and the name of who says it; empty where the text names nobody."""

    words: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is true of the article at `article`. Only the nouns in `judged` count."""

    article: Path
    sha256: str
    published: str | None
    judged: frozenset[str]
    agreements: tuple[TrueAgreement, ...] = ()
    people: tuple[TruePerson, ...] = ()
    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    dates: tuple[TrueDate, ...] = ()
    quotes: tuple[TrueQuote, ...] = ()


def read_sheet(path: Path) -> Sheet:
    """The corrected form at `path`; the article's path in it counts from the form's folder. InputError tells the first fault."""
    plain = _parsed(path)
    try:
        return _sheet(path, plain)
    except _Fault as fault:
        raise InputError(f"{path}: {fault}") from None


class _Fault(ValueError):
    """What is wrong with a form, in words."""


def _parsed(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    if len(data) > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST // 1024 // 1024} MiB, too large for a form")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path}: not TOML: {error or 'nested too deep'}; a form is made with: pactscan gold ARTICLE") from None


def _sheet(path: Path, plain: dict[str, Any]) -> Sheet:
    unknown = sorted(plain.keys() - {field.name for field in fields(Sheet)})
    if unknown:
        raise _Fault(f"{unknown[0]!r} is no part of a form; those are {', '.join(field.name for field in fields(Sheet))}")
    judged = _texts(plain, "judged", default=NOUNS)
    for noun in judged:
        if noun not in NOUNS:
            raise _Fault(f"judged: {noun!r} is not one of {', '.join(NOUNS)}")
    return Sheet(
        article=path.parent / _text(plain, "article", needed=True),
        sha256=_text(plain, "sha256"),
        published=_text(plain, "published") or None,
        judged=frozenset(judged),
        agreements=_rows(plain, "agreements", _agreement),
        people=_rows(plain, "people", lambda row: TruePerson(_text(row, "name", needed=True), _text(row, "role"), _text(row, "country"))),
        organisations=_texts(plain, "organisations"),
        countries=_texts(plain, "countries"),
        dates=_rows(plain, "dates", lambda row: TrueDate(_text(row, "words", needed=True), _text(row, "value"))),
        quotes=_rows(plain, "quotes", lambda row: TrueQuote(_text(row, "words", needed=True), _text(row, "speaker"))),
    )


def _agreement(row: dict[str, Any]) -> TrueAgreement:
    status = _text(row, "status") or AgreementStatus.REFERENCED
    if status not in set(AgreementStatus):
        raise _Fault(f"status {status!r} is none of {', '.join(AgreementStatus)}")
    dates = _texts(row, "dates")
    for date in dates:
        if not DATE.fullmatch(date):
            raise _Fault(f"dates: {date!r} is not written as 'signed 2024-03-12', with one of {', '.join(AgreementDateKind)}")
    return TrueAgreement(
        _text(row, "name", needed=True), status, _texts(row, "parties"), _texts(row, "signed_by"), dates, _text(row, "place")
    )


def _rows(plain: dict[str, Any], name: str, make: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    rows = plain.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _Fault(f"{name} must be written as [[{name}]], once for each")
    made = []
    for number, row in enumerate(rows, start=1):
        try:
            made.append(make(row))
        except _Fault as fault:
            raise _Fault(f"{name}, number {number}: {fault}") from None
    return tuple(made)


def _text(row: dict[str, Any], name: str, *, needed: bool = False) -> str:
    value = row.get(name, "")
    if not isinstance(value, str):
        raise _Fault(f"{name} must be a text in double quotes")
    if needed and not value.strip():
        raise _Fault(f"{name} is missing")
    return value.strip()


def _texts(row: dict[str, Any], name: str, *, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    values = row.get(name, list(default))
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise _Fault(f'{name} must be a list of texts, as in ["NO", "CL"]')
    return tuple(value.strip() for value in values if value.strip())
