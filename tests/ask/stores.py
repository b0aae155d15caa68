"""Stores made of reports at hand, without a model."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pactscan.ask import index
from pactscan.store import Entry, SqliteSink

ROOT = Path(__file__).parents[2]
Plain = dict[str, Any]


def golden_reports() -> list[Plain]:
    """What the samples become, with their texts."""
    reports = []
    for path in sorted((ROOT / "tests" / "golden").glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        report["article"]["text"] = (ROOT / "samples" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        report["article"]["source"] = f"{path.stem}.txt"
        reports.append(report)
    return reports


def write_store(path: Path, reports: Iterable[Plain], *, joined: bool = True) -> Path:
    """A store of reports (with texts), each under its source as its key."""
    sink = SqliteSink(path, "a test")
    for report in reports:
        line = json.dumps(report, ensure_ascii=False)
        sink.write(Entry(report["article"]["source"], "digest", line, nouns=1))
    sink.finish()
    if joined:
        index(path)
    return path
