"""Options that several commands share, each checked before any work is done."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pactscan.model import NOUNS

Lexicon = Annotated[Path | None, typer.Option("--lexicon", metavar="DIR", help="Word lists of your own, read beside those of pactscan.")]


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


class InputFormat(StrEnum):
    """How an article is written."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


class Reckoning(StrEnum):
    """What dates without a year are reckoned from."""

    AUTO = "auto"
    NEWS = "news"
    NARRATIVE = "narrative"


class DateOrder(StrEnum):
    """Which figure of a date is the day, the month, the year."""

    DMY = "DMY"
    MDY = "MDY"
    YMD = "YMD"


def day(value: str | None) -> str | None:
    """An option's value as a day ``YYYY-MM-DD`` that the calendar has."""
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError("not YYYY-MM-DD")
        datetime.date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no day ({error}); write it as 2024-03-14") from None
    return value


def same_file(path: str, other: Path) -> bool:
    """Whether the input `path` and the output `other` are one file."""
    try:
        return path != "-" and Path(path).samefile(other)
    except (OSError, ValueError):
        return False


def nouns(values: Sequence[str] | None) -> tuple[str, ...]:
    """The nouns that ``--only agreements,quotes`` names, in the order of a report; () when that is no restriction."""
    named = {_noun(name.strip().lower()) for value in values or () for name in value.split(",") if name.strip()}
    return tuple(noun for noun in NOUNS if noun in named) if named != set(NOUNS) else ()


def _noun(name: str) -> str:
    """Take a noun in the plural or the singular."""
    singular = {"country": "countries", **{noun.removesuffix("s"): noun for noun in NOUNS if noun != "countries"}}
    noun = singular.get(name, name)
    if noun in NOUNS:
        return noun
    close = get_close_matches(name, NOUNS, 1, cutoff=0.75)
    hint = f" (did you mean {close[0]}?)" if close else ""
    raise typer.BadParameter(f"{name!r} is not one of {', '.join(NOUNS)}{hint}", param_hint="'--only'")
