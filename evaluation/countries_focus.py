"""Measure which countries reports put in focus, against a reading of 44 articles (countries_focus.jsonl: ids and codes).

The articles lie outside the project, in ../shared/bench; where they are not there, this says so and passes.

usage: countries_focus.py
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from pactscan.read.records import article_of_record
from pactscan.scanner import Scanner

HERE = Path(__file__).resolve().parent
BENCH = Path(os.environ.get("PACTSCAN_BENCH", HERE.parent.parent / "shared" / "bench"))
ARTICLES = BENCH / "dev" / "agreements.articles.jsonl"


def reading() -> dict[str, frozenset[str]]:
    """Article id → codes of the countries that a reader found it to be about."""
    rows = map(json.loads, (HERE / "countries_focus.jsonl").read_text(encoding="utf-8").splitlines())
    return {row["id"]: frozenset(row["focus"]) for row in rows}


def measured(ids: frozenset[str]) -> dict[str, frozenset[str]]:
    """Article id → codes of the countries that the report puts in focus."""
    records = [record for record in map(json.loads, ARTICLES.read_text(encoding="utf-8").splitlines()) if record["id"] in ids]
    articles = [article_of_record(record, source="bench") for record in records]
    reports = Scanner(only=("countries",)).scan_all(articles)
    return {report.article.id: frozenset(country.code for country in report.countries if country.focus) for report in reports}


def main() -> None:
    """Print F1 over countries, the share of articles with the very set that was read, and each difference."""
    if not ARTICLES.exists():
        print(f"{ARTICLES} is not there: nothing measured")
        return
    read = reading()
    found = measured(frozenset(read))
    hits = sum(len(read[id_] & found[id_]) for id_ in read)
    total = sum(len(read[id_]) + len(found[id_]) for id_ in read)
    same = sum(read[id_] == found[id_] for id_ in read)
    print(f"F1 {2 * hits / total:.3f}, the very set in {same} of {len(read)} articles")
    for id_ in read:
        if read[id_] != found[id_]:
            print(f"{id_}: read {sorted(read[id_])}, found {sorted(found[id_])}")


if __name__ == "__main__":
    main()
