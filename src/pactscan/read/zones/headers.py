"""Header lines: ``Published: 14 March 2024``, a date alone on its line, ``LENGTH: 520 words``, ``Document 2 of 9``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pactscan.lexicon.organisations import outlets
from pactscan.lexicon.reading import month_numbers, zone_words
from pactscan.read.days import Day, first_day, weekday_pattern

LONGEST = 160
_DOCUMENT = re.compile(r"(?i:document)\s+\d+\s+of\s+\d+|\d+\s+of\s+\d+\s+DOCUMENTS")
_LABEL = re.compile(r"[A-Za-z][A-Za-z -]{2,24}(?=:(?:\s|$))")
_EDITION = re.compile(r"\s*\([^()]{2,30}\)$")


class StatedDay(NamedTuple):
    """A day in a header line, and whether it is that of a later state of the article."""

    day: Day
    updated: bool


def is_header(line: str) -> bool:
    """Whether `line` is one of an article's head, wherever its head ends."""
    if len(line) > LONGEST:
        return False
    return bool(_DOCUMENT.fullmatch(line.strip(" .")) or is_mark(line) or _labelled(line) or _date_alone(line) or outlet_in(line))


def is_mark(line: str) -> bool:
    """Whether `line` only says what follows (ABSTRACT, FULL TEXT)."""
    return line.isupper() and line.strip(" .:[]").lower() in zone_words("marks")


def label_of(line: str) -> str | None:
    """The label that an archive's header line begins with, lower case."""
    match = _LABEL.match(line) if len(line) <= LONGEST else None
    return match[0].lower() if match and match[0].lower() in zone_words("header_labels") else None


def outlet_in(line: str) -> str | None:
    """The outlet that a header line names: a known one alone on the line, or whatever stands after ``PUBLICATION:``."""
    if label_of(line) == "publication":
        return line.partition(":")[2].strip() or None
    name = _EDITION.sub("", line).strip()
    return name if name in outlets() or name.removeprefix("The ") in outlets() else None


def stated_days(line: str) -> list[StatedDay]:
    """The days that a header line states as the article's own."""
    labels = list(_labels().finditer(line))
    if not labels:
        day = first_day(line) if _date_alone(line) else None
        return [StatedDay(day, updated=False)] if day else []
    ends = [*(m.start() for m in labels[1:]), len(line)]
    found = [(first_day(line, m.end(), end), m["updated"] is not None) for m, end in zip(labels, ends, strict=True)]
    return [StatedDay(day, updated) for day, updated in found if day]


def _labelled(line: str) -> bool:
    match = _labels().match(line)
    return bool(match and (day := first_day(line, match.end())) and day.start - match.end() <= 30 and len(line) - day.end <= 60)


def _date_alone(line: str) -> bool:
    return _alone().fullmatch(line) is not None


@cache
def _labels() -> re.Pattern[str]:
    def of(kind: str) -> str:
        return "|".join(re.escape(w) for w in sorted(zone_words(kind), key=len, reverse=True))

    return re.compile(
        rf"(?<!\w)(?:(?P<published>{of('published_labels')})|(?P<updated>{of('updated_labels')}))(?:\s*:|(?=\s))\s*", re.IGNORECASE
    )


@cache
def _alone() -> re.Pattern[str]:
    month = "|".join(sorted(month_numbers(), key=len, reverse=True))
    day = (
        rf"(?:(?:{month})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{month})\b\.?(?:,?\s\d{{4}})?"
        r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
    )
    time = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2}|Z))?"
    weekday = weekday_pattern()
    joint = r"\s*(?:,|\||-|–|—|·|•|at|T)?\s*"
    return re.compile(
        rf"[(\[]?(?:{time}{joint})?(?:{weekday},?\s+)?{day}(?:,?\s{weekday})?(?:{joint}{time})?[)\].]?(?:\s*[|·•].{{0,40}})?",
        re.IGNORECASE,
    )
