"""The diffs of our own pairs of articles, form by form, as files to read: tests/golden/diff.

The reports beside them were made from samples/pairs; ``--update-golden`` makes both anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pactscan import codec
from pactscan.compare import compare
from pactscan.diffmodel import ReportDiff
from pactscan.model import Article, Report
from pactscan.read import ReadOptions, read_path
from pactscan.render import diff_html, diff_markdown, diff_terminal, structured

ROOT = Path(__file__).parents[2]
PAIRS = sorted(path.name for path in (ROOT / "samples" / "pairs").iterdir())
GOLDEN = ROOT / "tests" / "golden" / "diff"
FORMS: dict[str, Callable[[ReportDiff], str]] = {
    "80.txt": lambda diff: diff_terminal.diff(diff, width=80),
    "120.txt": lambda diff: diff_terminal.diff(diff, width=120),
    "json": lambda diff: structured.page(codec.diff_to_dict(diff)),
    "md": diff_markdown.diff,
    "html": diff_html.diff,
}


@pytest.fixture(scope="module")
def diffs(update_golden: bool) -> dict[str, ReportDiff]:
    if update_golden:
        make_reports()
    return {pair: compare(saved(pair, "left"), saved(pair, "right")) for pair in PAIRS}


def make_reports() -> None:
    from pactscan.scanner import Scanner

    scanner = Scanner()
    for pair in PAIRS:
        (GOLDEN / pair).mkdir(parents=True, exist_ok=True)
        for side in ("left", "right"):
            (article,) = read_path(str(ROOT / "samples" / "pairs" / pair / f"{side}.txt"), ReadOptions(folder=str(ROOT)))
            assert isinstance(article, Article)
            page = structured.page(codec.to_dict(scanner.scan(article), with_text=True))
            (GOLDEN / pair / f"{side}.json").write_text(page, encoding="utf-8")


def saved(pair: str, side: str) -> Report:
    return codec.from_dict(json.loads((GOLDEN / pair / f"{side}.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("pair", PAIRS)
def test_golden(diffs: dict[str, ReportDiff], pair: str, form: str, update_golden: bool) -> None:
    page = FORMS[form](diffs[pair])
    path = GOLDEN / pair / f"diff.{form}"
    if update_golden:
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("pair", PAIRS)
def test_the_saved_texts_are_those_of_the_samples(pair: str) -> None:
    for side in ("left", "right"):
        assert saved(pair, side).article.text == (ROOT / "samples" / "pairs" / pair / f"{side}.txt").read_text(encoding="utf-8")


def test_the_pairs_show_what_they_were_written_for(diffs: dict[str, ReportDiff]) -> None:
    assert {pair: diff.mode.value for pair, diff in diffs.items()} == {
        "silent_edit": "update",
        "talks_then_signing": "follow-up",
        "two_outlets": "outlets",
        "unrelated": "follow-up",
    }
    assert diffs["unrelated"].similarity.facts < 0.1
    assert diffs["silent_edit"].similarity.facts > 0.8
