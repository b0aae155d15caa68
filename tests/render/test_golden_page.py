"""The whole page, as it is seen: tests/golden/page_<width>.txt, rewritten by --update-golden."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from pactscan.model import Quote, QuoteKind, Report
from pactscan.render import terminal
from tests.render.reports import TOOL, about, at, full

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_is_what_it_was(width: int, update_golden: bool) -> None:
    path, page = GOLDEN / f"page_{width}.txt", terminal.report(full(), width=width)
    if update_golden:
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


def seconds(report: Report) -> float:
    """Processor time of a page, the least of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        terminal.report(report)
        times.append(time.process_time() - start)
    return min(times)


def long_quote(text: str) -> Report:
    return Report(TOOL, about(text), quotes=(Quote("quote-1", QuoteKind.DIRECT, text, (at(text, text),)),))


@pytest.mark.parametrize("piece", ["word ", "x", "日", "\x1b"], ids=["words", "one word", "CJK", "escapes"])
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    one, two = (seconds(long_quote((piece * times).strip(" "))) for times in (20_000, 40_000))
    assert two < 3 * one + 0.05


def test_twice_the_records_take_twice_the_time() -> None:
    report = full()
    one, two = (
        seconds(replace(report, quotes=report.quotes * n, agreements=report.agreements * n, dates=report.dates * n)) for n in (40, 80)
    )
    assert two < 3 * one + 0.05
