"""Readings of the class string: at each place the longest one whose guard lets it pass."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pactscan.find.dates.symbols import BREAK, OTHER, CompiledRule, compiled_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(f"[^{re.escape(OTHER)}{BREAK}]+")
_CACHED_RUNS = 1 << 14
"""Runs of classes repeat from article to article; this many are kept with their readings."""


class Reading(NamedTuple):
    """Tokens `first` to `last` (exclusive) read by `rule`; `parts` are the token bounds of its groups."""

    first: int
    last: int
    rule: CompiledRule
    parts: tuple[tuple[str, int, int], ...]


def runs_of_readings(types: str) -> Iterator[list[Reading]]:
    """For each run of known tokens that holds a time expression, its readings by place, longest first."""
    for run in _RUN.finditer(types):
        readings = _readings(run.group())
        if readings:
            at = run.start()
            yield [_moved(reading, at) for reading in readings]


def _moved(reading: Reading, by: int) -> Reading:
    parts = tuple((name, a + by, b + by) for name, a, b in reading.parts)
    return Reading(reading.first + by, reading.last + by, reading.rule, parts)


@lru_cache(maxsize=_CACHED_RUNS)
def _readings(run: str) -> tuple[Reading, ...]:
    by_head = _rules_by_head()
    numbers = sorted({number for symbol in set(run) for number in by_head.get(symbol, ())})
    rules = compiled_rules()
    found = [(m.start(), -m.end(), n, m) for n in numbers for m in rules[n].pattern.finditer(run) if m.end() > m.start()]
    found.sort(key=lambda item: item[:3])
    return tuple(Reading(m.start(), m.end(), rules[n], _parts(rules[n], m)) for _, _, n, m in found)


def _parts(rule: CompiledRule, match: re.Match[str]) -> tuple[tuple[str, int, int], ...]:
    return tuple((name, *match.span(i)) for i, name in enumerate(rule.groups, start=1) if match.group(i))


@cache
def _rules_by_head() -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for number, rule in enumerate(compiled_rules()):
        for symbol in sorted(rule.heads):
            table.setdefault(symbol, []).append(number)
    return table
