"""Datelines: ``TOKYO, June 8 (Kyodo) --``, ``PARIS (AP) _``, ``LIVONIA, Mich., March 19 -``, ``Lima, 28 Oct 88 (EFE)``.

A place in capitals needs a dash or an agency after it; a place in small letters needs a date or an agency as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pactscan.lexicon.countries import code_of, code_of_seat
from pactscan.lexicon.reading import month_numbers, zone_words
from pactscan.read.days import Day, first_day, weekday_pattern

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*(?:[ -][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*){0,4}(?!\w)"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’]*(?:[ -](?:[A-ZÀ-ÖØ-Þ][\w.'’]*|of|de|du|al|el|the|and)){0,4}(?!\w)"
_DASH = r"\s*(?:--+|[-–—―_])(?=\s|$)\s*|(?<=\))\s*(?:--+|[–—―_])\s*"
_SIGN = re.compile(r"\(|--|[-–—―_](?!\S)")
"""What no dateline is without; asked first, since most paragraphs have none of it."""

LONGEST = 120
"""Characters in which a dateline ends, if there is one."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """``text[start:end]`` says where, when and through whom a story was filed."""

    start: int
    end: int
    day: Day | None
    agency: bool


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph ``text[start:end]`` begins with."""
    if not _SIGN.search(text, start, min(end, start + LONGEST)):
        return None
    match = _pattern().match(text, start, min(end, start + LONGEST))
    if match is None or not _sound(match, text, end) or text[match.end() : match.end() + 1].islower():
        return None
    dated = "date" if match["date"] else "bare" if match["bare"] else None
    day = first_day(text, *match.span(dated)) if dated else None
    return None if dated and not day else Dateline(start, match.end(), day, bool(match["agency"]))


def _sound(match: re.Match[str], text: str, end: int) -> bool:
    """Whether what matched is a dateline: there is enough of it, and it stands before a story or alone on its line."""
    alone = match.end() >= end
    known = bool(match["agency"]) and _is_agency(match["agency"])
    seat = bool(match["name"]) and _is_seat(match["name"], match["state"])
    if not (match["dash"] or (alone and match["agency"])):
        return known and not match["bare"] and (seat or not match["name"]) and _begins_sentence(text, match.end())
    if match["capitals"]:
        return " ".join(match["capitals"].lower().rstrip(".").split()) not in zone_words("dateline_labels")
    return known or (bool(match["name"]) and bool(match["date"] or (seat and not match["agency"])))


def _begins_sentence(text: str, at: int) -> bool:
    first = text[at + 1 : at + 2]
    return text[at : at + 1].isspace() and (first.isupper() or first in tuple("“\"‘'"))


def _is_seat(place: str, state: str | None) -> bool:
    """Whether a place in small letters is a capital, alone or with the name of its country."""
    code = code_of_seat(place)
    return code is not None and (state is None or code_of(state) == code)


def _is_agency(name: str) -> bool:
    name = " ".join(name.lower().replace(".", "").split())
    return any(part.strip() in zone_words("agencies") for part in (name, *name.split("/")))


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(f"{m}|{m.capitalize()}|{m.upper()}" for m in sorted(month_numbers(), key=len, reverse=True))
    date = (
        rf"(?:(?i:(?:{weekday_pattern()},?\s)?)(?:(?:{month})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{month})\b\.?(?:,?\s(?:\d{{4}}|'?\d{{2}}))?))"
    )
    return re.compile(
        rf"""(?:(?P<bare>{date})\s?(?=\()|(?:(?P<capitals>{_CAPITALS})|(?P<name>{_NAME}))
               (?:,\s(?!{date})(?P<state>{_NAME}\.?)(?:,\s(?!{date}){_NAME}\.?)?)?
               (?:/{_CAPITALS}|(?:,|\sand)\s{_CAPITALS})?
               (?:[,.]?,?\s?(?P<date>{date}))?[,:]?\s?)?
            (?:\((?P<agency>[^\W\d_a-z][^()\n]{{1,60}}?|█+)\s?\))?
            (?P<dash>{_DASH})?""",
        re.VERBOSE,
    )
