"""Options that several commands share, each checked before any work is done."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    CSV = "csv"
    MARKDOWN = "markdown"
    WEBANNO = "webanno"
    SCHEMAORG = "schemaorg"
    NINJS = "ninjs"
    FTM = "ftm"


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
    return _day(value, r"\d{4}-\d{2}-\d{2}", "YYYY-MM-DD", lambda value: value)


def first_day(value: str | None) -> str | None:
    """An option's value ``YYYY[-MM[-DD]]`` as the first day that it covers."""
    return _day(value, _GRAINS, "YYYY[-MM[-DD]]", lambda value: (value + "-01-01")[:10])


def last_day(value: str | None) -> str | None:
    """An option's value ``YYYY[-MM[-DD]]`` as the last day that it covers."""
    return _day(value, _GRAINS, "YYYY[-MM[-DD]]", _last_day)


_GRAINS = r"\d{4}(-\d{2}){0,2}"


def _last_day(value: str) -> str:
    year, month = int(value[:4]), int(value[5:7] or 12)
    return value if len(value) == 10 else f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def _day(value: str | None, pattern: str, form: str, whole: Callable[[str], str]) -> str | None:
    if value is None:
        return None
    try:
        if not re.fullmatch(pattern, value, re.ASCII):
            raise ValueError(f"not {form}")
        return datetime.date.fromisoformat(whole(value)).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no day ({error}); write it as 2024-03-14") from None


def same_file(path: str, other: Path) -> bool:
    """Whether the input `path` and the output `other` are one file."""
    try:
        return path != "-" and Path(path).samefile(other)
    except (OSError, ValueError):
        return False


def nouns(values: Sequence[str] | None) -> tuple[str, ...]:
    """The nouns that ``--only agreements,quotes`` names, in the order of a report; () when that is no restriction."""
    named = set(chosen(values, NOUNS, "--only", _SINGULAR))
    return tuple(noun for noun in NOUNS if noun in named) if named != set(NOUNS) else ()


_SINGULAR = {"country": "countries", **{noun.removesuffix("s"): noun for noun in NOUNS if noun != "countries"}}


def chosen(values: Iterable[str] | None, names: Sequence[str], option: str, others: Mapping[str, str] | None = None) -> list[str]:
    """Which of `names` the values of an option name, one or several a value with commas between; `others` are other words for them."""
    words = [word.strip().lower() for value in values or () for word in value.split(",") if word.strip()]
    return [_chosen((others or {}).get(word, word), names, option) for word in words]


def _chosen(name: str, names: Sequence[str], option: str) -> str:
    if name in names:
        return name
    close = get_close_matches(name, names, 1, cutoff=0.75)
    hint = f" (did you mean {close[0]}?)" if close else ""
    raise typer.BadParameter(f"{name!r} is not one of {', '.join(names)}{hint}", param_hint=f"'{option}'")
