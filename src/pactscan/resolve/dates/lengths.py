"""Durations and sets."""

from __future__ import annotations

from collections.abc import Mapping

from pactscan.lexicon.dates import word_values
from pactscan.resolve.dates.context import Case, Outcome
from pactscan.resolve.dates.numbers import number_of, plain
from pactscan.resolve.dates.relative_dates import unit_of
from pactscan.resolve.dates.tense import Tense

_UNIT = {"S": "TS", "MIN": "TM", "H": "TH", "FN": "W", "NIGHT": "D", "WE": "D", "ML": "Y"}
_VAGUE = {"a couple of": 2.0, "a couple": 2.0, "couple of": 2.0, "a dozen": 12.0}
_SIZE = {"FN": 2, "WE": 2, "ML": 1000, "DE": 10, "CE": 100}


def length(number: float | None, unit: str) -> str:
    """P3M, PT4H, PXY; decades and centuries are told in years."""
    if unit in ("DE", "CE") and number is not None:
        return f"P{plain(number * _SIZE[unit])}Y"
    code = _UNIT.get(unit, unit)
    amount = "X" if number is None else plain(number * _SIZE.get(unit, 1))
    return f"PT{amount}{code[1]}" if len(code) == 2 and code[0] == "T" else f"P{amount}{code}"


def unit_is_single(parts: Mapping[str, str]) -> bool:
    """Whether the unit stands in the singular without a number: "decade-long"."""
    return "vague" not in parts and parts["unit"] in word_values("UNIT")


def duration(case: Case) -> Outcome:
    """Five years, several months, two to three weeks, the past decade."""
    unit = unit_of(case.parts)
    if "n" in case.parts:
        number = number_of(case.parts["n"])
    elif "one" in case.parts:
        number = 1.5 if "half" in case.parts else 1.0
    else:
        number = 1.0 if unit_is_single(case.parts) else _VAGUE.get(case.parts.get("vague", ""))
    return Outcome("DURATION", value=length(number, unit))


def repeated(case: Case) -> Outcome:
    """Every day, each July, a year (in "$5 a year")."""
    if "weekday" in case.parts:
        return Outcome("SET", value=f"XXXX-WXX-{word_values('WEEKDAY')[case.parts['weekday']]}")
    if "month" in case.parts:
        return Outcome("SET", value=f"XXXX-{int(word_values('MONTH')[case.parts['month']]):02d}")
    if "season" in case.parts:
        return Outcome("SET", value=f"XXXX-{word_values('SEASON')[case.parts['season']]}")
    if "part" in case.parts:
        return Outcome("SET", value=f"XXXX-XX-XXT{word_values('DAYPART')[case.parts['part']]}")
    number = number_of(case.parts["n"]) if "n" in case.parts else 2.0 if "other" in case.parts else 1.0
    return Outcome("SET", value=length(number, unit_of({"unit": case.parts.get("unit") or case.parts["rate"]})))


def frequency(case: Case) -> Outcome:
    """Daily, annually."""
    return Outcome("SET", value=length(1, word_values("FREQUENCY")[case.parts["word"]]))


def weekdays_set(case: Case) -> Outcome:
    """Mondays."""
    part = f"T{word_values('DAYPART')[case.parts['part']]}" if "part" in case.parts else ""
    return Outcome("SET", value=f"XXXX-WXX-{word_values('WEEKDAYS')[case.parts['weekday']]}{part}")


def soon(case: Case) -> Outcome:
    """FUTURE_REF, but in a story told in the past soon is soon after."""
    return Outcome("DATE", value="FUTURE_REF", drop=case.tense is Tense.PAST)


def fixed(case: Case) -> Outcome:
    """PRESENT_REF, PAST_REF, FUTURE_REF."""
    return Outcome("DATE", value=case.parts["value"])
