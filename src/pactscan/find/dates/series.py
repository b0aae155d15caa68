"""Ends of ranges and members of lists: "May 4 and *5*", "*6*-7 February", "1957-*60*", "*April* and June 1955".

Each is a time expression of its own; what it leaves out, it shares with its neighbour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pactscan.find.dates.symbols import compiled
from pactscan.find.dates.tokens import Tokens
from pactscan.lexicon.dates import date_series, guard_words
from pactscan.marks.dates import DateMark

_MONTH_WORDS = {"month", "day", "season"}


@dataclass(slots=True)
class Placed:
    """A mark and the tokens it covers, the last one exclusive; the mark is exchanged as its neighbours complete it."""

    first: int
    last: int
    mark: DateMark

    def share(self, **parts: str) -> None:
        """Add parts that a neighbour names."""
        self.mark = replace(self.mark, parts={**self.mark.parts, **parts})


def with_series(tokens: Tokens, found: list[Placed]) -> list[DateMark]:
    """The marks in `found` (in order), those of their lists and ranges added, shared years filled in."""
    placed: list[Placed] = []
    for i, item in enumerate(found):
        stop = found[i + 1].first if i + 1 < len(found) else len(tokens.types)
        start = placed[-1].last if placed else 0
        placed += _before(tokens, item, start)
        placed.append(item)
        placed += _after(tokens, item, stop)
    return _joined(tokens, placed)


def _after(tokens: Tokens, item: Placed, stop: int) -> list[Placed]:
    mark = item.mark
    if mark.rule == "month_day" and "year" not in mark.parts:
        return _days_after(tokens, item, stop)
    if mark.rule == "year" and "year" in mark.parts:
        return _years_after(tokens, item, stop)
    return []


def _days_after(tokens: Tokens, item: Placed, stop: int) -> list[Placed]:
    tail = _patterns()["days_after"].match(tokens.types, item.last, stop)
    if not tail or _counted(tokens, tail.end()):
        return []
    year = {"year": " ".join(tokens.words[slice(*tail.span(2))])} if tail.group(2) else {}
    days = [i for i in range(item.last, tail.end(1)) if _patterns()["day"].match(tokens.types, i)]
    item.share(**year)
    return [_member(tokens, item, i, tail.end() if i == days[-1] else i + 1, {"day": tokens.words[i], **year}) for i in days]


def _counted(tokens: Tokens, at: int) -> bool:
    """Whether the number before counts what follows: "on May 4 and 5 people died"."""
    word = tokens.words[at] if at < len(tokens.words) else ""
    return word in guard_words("counted") or word in guard_words("scales")


def _years_after(tokens: Tokens, item: Placed, stop: int) -> list[Placed]:
    result, last, year = [], item.last, item.mark.parts["year"]
    while tail := _patterns()["year_after"].match(tokens.types, last, stop):
        text = tokens.words[tail.end() - 1]
        if len(text) == 2 and len(year) == 4:
            text = year[:2] + text
        if len(text) != 4 or (len(tokens.words[tail.end() - 1]) == 2 and int(text) <= int(year)):
            break
        result.append(_member(tokens, item, tail.end() - 1, tail.end(), {"year": text}))
        last, year = tail.end(), text
    return result


def _before(tokens: Tokens, item: Placed, start: int) -> list[Placed]:
    """Days before "7 February", years before "493 BC"."""
    kind = {"day_month": "days_before", "era_year": "years_before"}.get(item.mark.rule)
    if kind is None or ("month" in item.mark.parts and kind == "years_before"):
        return []
    run = _patterns()[kind].search(tokens.types, max(start, item.first - 8), item.first)
    if not run:
        return []
    name, cover = ("day", "day") if kind == "days_before" else ("year", "number")
    members = [i for i in range(run.start(), run.end()) if _patterns()[cover].match(tokens.types, i)]
    return [_member(tokens, item, i, i + 1, {name: tokens.words[i]}) for i in members]


def _member(tokens: Tokens, item: Placed, first: int, last: int, parts: dict[str, str]) -> Placed:
    kept = {k: v for k, v in item.mark.parts.items() if k not in ("edge", "approx", "weekday", "part")}
    mark = replace(item.mark, start=tokens.starts[first], end=tokens.ends[last - 1], parts={**kept, **parts})
    return Placed(first, last, mark)


def _joined(tokens: Tokens, placed: list[Placed]) -> list[DateMark]:
    """The marks, neighbours in a list or range tied to each other: what the one leaves out it shares, and a range knows its end."""
    for left, right in pairwise(placed):
        if right.first == left.last + 1 and tokens.words[left.last] == "in":
            _share_relative_year(left, right)
        if _patterns()["join"].fullmatch(tokens.types, left.last, right.first):
            _share_year(left, right)
            if _is_range(tokens, left, right):
                left.mark = replace(left.mark, until=right.mark.start)
    return [item.mark for item in placed]


def _share_relative_year(left: Placed, right: Placed) -> None:
    """In "last year in March" the year is last year."""
    parts = left.mark.parts
    if left.mark.rule == "relative_unit" and parts.get("unit") == "year" and _shares_month(right.mark) and "year" not in right.mark.parts:
        right.share(anaphor=f"of {parts['rel']} year")


def _is_range(tokens: Tokens, left: Placed, right: Placed) -> bool:
    if not {left.mark.kind, right.mark.kind} <= guard_words("kinds_of_ranges"):
        return False
    between = left.first > 0 and tokens.words[left.first - 1] == "between" and tokens.words[left.last] == "and"
    return between or _patterns()["range"].fullmatch(tokens.types, left.last, right.first) is not None


def _shares_month(mark: DateMark) -> bool:
    return (
        bool(_MONTH_WORDS & mark.parts.keys())
        and mark.kind in ("calendar", "month", "season")
        and not {"rel", "anaphor"} & mark.parts.keys()
    )


def _share_year(left: Placed, right: Placed) -> None:
    if not (_shares_month(left.mark) and _shares_month(right.mark)):
        return
    before, after = left.mark.parts, right.mark.parts
    if "year" in after and "year" not in before:
        left.share(year=after["year"], before=after.get("month", ""))
    elif "year" in before and "year" not in after:
        right.share(year=before["year"], after=before.get("month", ""))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(compiled(pattern)) for name, pattern in date_series().items()}
