"""Nouns that a report was not asked for (``--only``) are unknown, not absent: they are compared on neither side."""

from __future__ import annotations

from dataclasses import replace

from pactscan.model import NOUNS, Report


def comparable(left: Report, right: Report) -> tuple[Report, Report, tuple[str, ...]]:
    """Both reports without the nouns that one of them was not asked for, and notes that say so."""
    told = {"left": _asked(left), "right": _asked(right)}
    silent = [noun for noun in NOUNS if not all(noun in asked for asked in told.values())]
    notes = tuple(
        f"{side}: the report was not asked for {', '.join(missing)} (--only); they were not compared"
        for side, asked in told.items()
        if (missing := [noun for noun in NOUNS if noun not in asked])
    )
    return _without(left, silent), _without(right, silent), notes


def _asked(report: Report) -> frozenset[str]:
    only = dict(report.tool.options).get("only")
    return frozenset(only.split(",")) if only is not None else frozenset(NOUNS)


def _without(report: Report, nouns: list[str]) -> Report:
    return replace(report, **dict.fromkeys(nouns, ())) if nouns else report  # type: ignore[arg-type]
