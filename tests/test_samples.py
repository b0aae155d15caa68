"""The samples and what they become, word for word: tests/golden/<sample>.{json,txt}, rewritten by --update-golden."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
GOLDEN = ROOT / "tests" / "golden"
KINDS = {"json": ["--format", "json"], "txt": ["--format", "text"]}
MODEL_INDEPENDENT = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def printed() -> dict[str, list[str]]:
    """What extract prints of all samples, one string each in their order, for each format."""
    return {"json": _json(_extract("json")), "txt": [_extract("txt", path) for path in SAMPLES]}


def _extract(kind: str, *paths: Path) -> str:
    names = [f"samples/{path.name}" for path in paths or SAMPLES]
    command = [sys.executable, "-m", "pactscan", "extract", *names, *KINDS[kind]]
    return subprocess.run(command, cwd=ROOT, env=MODEL_INDEPENDENT, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def _json(array: str) -> list[str]:
    return [json.dumps(report, ensure_ascii=False, indent=1) + "\n" for report in json.loads(array)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(len(SAMPLES)), ids=[path.stem for path in SAMPLES])
def test_a_sample_becomes_what_it_was(number: int, kind: str, printed: dict[str, list[str]], update_golden: bool) -> None:
    path = GOLDEN / f"{SAMPLES[number].stem}.{kind}"
    if update_golden:
        path.write_text(printed[kind][number], encoding="utf-8")
    assert printed[kind][number] == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("change", [{"PYTHONHASHSEED": "7"}, {"TZ": "Pacific/Kiritimati"}, {"LC_ALL": "C", "LANG": "C"}], ids=str)
def test_the_bytes_hang_on_nothing_around(change: dict[str, str], printed: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in change.items():
        monkeypatch.setitem(MODEL_INDEPENDENT, name, value)
    assert _json(_extract("json")) == printed["json"]


@pytest.mark.parametrize("name", ["harbour_theft", "transfer_window"])
def test_an_ordinary_story_has_no_agreement(name: str) -> None:
    assert json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))["agreements"] == []
