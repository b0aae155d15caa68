from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pactscan.render import comma, flat, markdown

GOLDEN = Path(__file__).parents[1] / "golden"
SAMPLES = GOLDEN.parents[1] / "samples"
REPORTS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLDEN.glob("*.json"))}


def table(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [dict(zip(flat.NAMES, row, strict=True)) for row in flat.rows(report)]


@pytest.mark.parametrize("name", REPORTS)
def test_words_stand_where_the_row_says(name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_bytes().decode("utf-8")
    rows = table(REPORTS[name])
    assert rows
    for row in rows:
        if row["words"] is not None:
            assert text[row["start"] : row["end"]] == row["words"]


@pytest.mark.parametrize("name", REPORTS)
def test_every_value_has_its_row(name: str) -> None:
    report, rows = REPORTS[name], table(REPORTS[name])
    count = Counter(row["field"] for row in rows if row["noun"] == "agreement")
    agreements = report["agreements"]
    assert count["status"] == len(agreements)
    assert count["party"] == sum(len(a["parties"]) for a in agreements)
    assert count["signatory"] == sum(len(a["signatories"]) for a in agreements)
    assert sum(n for field, n in count.items() if field.startswith("date ")) == sum(len(a["dates"]) for a in agreements)
    nouns = Counter(row["noun"] for row in rows)
    assert nouns["date"] == len(report["dates"])
    assert nouns["country"] == len(report["countries"])
    assert nouns["quote"] == sum(len(quote["spans"]) + bool(quote["cue"]) for quote in report["quotes"])
    assert sum(row["field"] == "name" and row["noun"] == "actor" for row in rows) == len(report["actors"])


def test_a_table_for_a_spreadsheet_is_guarded_unless_it_is_to_be_raw() -> None:
    report = json.loads(json.dumps(REPORTS["trade_deal"]))
    report["actors"][0]["name"] = "=HYPERLINK(1)"
    guarded = list(csv.reader("".join(comma.table(flat.NAMES, flat.rows(report))).splitlines()))
    raw = list(csv.reader("".join(comma.table(flat.NAMES, flat.rows(report), raw=True)).splitlines()))
    assert guarded[1][5] == "'=HYPERLINK(1)"
    assert raw[1][5] == "=HYPERLINK(1)"
    assert len(guarded) == len(raw) == len(table(report)) + 1


def test_a_markdown_table_has_one_line_a_row_and_no_markup_of_the_article() -> None:
    report = json.loads(json.dumps(REPORTS["trade_deal"]))
    report["actors"][0]["name"] = "a | b\n<b>*c*</b>"
    lines = "".join(markdown.table(flat.NAMES, flat.rows(report), numbers=flat.NUMBERS)).splitlines()
    assert len(lines) == len(table(report)) + 2
    assert "a \\| b \\<b\\>\\*c\\*\\</b\\>" in lines[2]
    assert lines[1].count("---:") == 2
