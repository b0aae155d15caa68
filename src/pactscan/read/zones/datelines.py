"""Datelines: ``TOKYO, June 8 (Kyodo) --``, ``PARIS (AP) _``, ``LIVONIA, Mich., March 19 -``, ``Lima, 28 Oct 88 (EFE)``.

A place in capitals needs a dash or an agency after it; a place in small letters needs a date or an agency as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pactscan.lexicon.reading import month_numbers, zone_words
from pactscan.read.days import Day, first_day, weekday_pattern

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*(?:[ -][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*){0,4}"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’]*(?:[ -](?:[A-ZÀ-ÖØ-Þ][\w.'’]*|of|de|du|al|el|the|and)){0,4}"
_DASH = r"\s*(?:--+|[-–—―_])(?=\s|$)\s*|(?<=\))\s*(?:--+|[–—―_])\s*"
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
    match = _pattern().match(text, start, min(end, start + LONGEST))
    if match is None or not _sound(match, end):
        return None
    day = first_day(text, *match.span("date")) if match["date"] else None
    return None if match["date"] and not day else Dateline(start, match.end(), day, bool(match["agency"]))


def _sound(match: re.Match[str], end: int) -> bool:
    place, agency, dash = match["capitals"], match["agency"], match["dash"]
    if place and " ".join(place.lower().rstrip(".").split()) in zone_words("dateline_labels"):
        return False
    if not dash and not (agency and match["date"]) and match.end() < end:
        return False
    if agency and not _is_agency(agency) and not (dash and (place or match["date"])) and not (place and match["date"]):
        return False
    if place:
        return bool(dash or agency)
    if match["name"]:
        return bool((match["date"] and (dash or agency)) or (agency and _is_agency(agency)))
    return bool(agency and _is_agency(agency) and dash)


def _is_agency(name: str) -> bool:
    name = " ".join(name.lower().replace(".", "").split())
    return any(part.strip() in zone_words("agencies") for part in (name, *name.split("/")))


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(f"{m}|{m.capitalize()}|{m.upper()}" for m in sorted(month_numbers(), key=len, reverse=True))
    date = (
        rf"(?:(?i:{weekday_pattern()})(?:(?:{month})\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{month})\b\.?(?:,?\s(?:\d{{4}}|'?\d{{2}}))?))"
    )
    return re.compile(
        rf"""(?:(?:(?P<capitals>{_CAPITALS})|(?P<name>{_NAME}))
               (?:,\s(?!{date})(?P<state>{_NAME}\.?)(?:,\s(?!{date}){_NAME}\.?)?)?
               (?:/{_CAPITALS}|(?:,|\sand)\s{_CAPITALS})?
               (?:[,.]?,?\s?(?P<date>{date}))?[,:]?\s?)?
            (?:\((?P<agency>[A-Z][^()\n]{{1,60}}?)\s?\))?
            (?P<dash>{_DASH})?""",
        re.VERBOSE,
    )
