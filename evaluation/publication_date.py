"""Measure how well reading finds publication dates: the dates of the gold are hidden, and looked for in texts and names.

An article carries its date when its name holds the day, or the first lines of its text say month and day (a year is then needed
from the name or the text as well). The gold lies outside the project, in ../shared/bench; where it is not there, this says so
and passes. Exits with 1 below the floors that stand here.

usage: publication_date.py [--errors]
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from pactscan.model import Article
from pactscan.read.records import article_of_record

BENCH = Path(os.environ.get("PACTSCAN_BENCH", Path(__file__).resolve().parent.parent.parent / "shared" / "bench"))
HEAD = 300
RIGHT, WRONG = 0.95, 0.02
"""The share of carrying articles that must come out right, and of all that may come out wrong."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def carries(record: dict[str, str], day: date) -> bool:
    """Whether name or head state `day`, by plain string search: not the finder's own test."""
    month = MONTHS[day.month - 1]
    name = record["id"]
    if any(form in name for form in (f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day:%y%m%d}")):
        return True
    head = record["text"][:HEAD].replace(".", "").upper()
    forms = (f"{m} {d}" for m in (month, month[:3]) for d in (day.day, f"{day.day:02}"))
    backward = (f"{d} {m}" for m in (month, month[:3]) for d in (day.day, f"{day.day:02}"))
    stated = any(form.upper() in head for form in (*forms, *backward))
    return stated and (str(day.year) in record["text"] or f"{day:%y} (" in head)


def judge(record: dict[str, str]) -> tuple[str, Article]:
    """What became of one record whose date was hidden."""
    article = article_of_record({**record, "published": None}, source="bench")
    day = date.fromisoformat(record["published"])
    group = "carries" if carries(record, day) else "others"
    if article.published is None:
        return f"{group}: silent", article
    off = abs((date.fromisoformat(article.published) - day).days)
    return f"{group}: {'right' if off == 0 else 'one day off' if off == 1 else 'wrong'} by {article.published_from}", article


def records() -> list[dict[str, str]]:
    """The dated records of all sets, each id once."""
    lines = [line for path in sorted((BENCH / "dev").glob("*.articles.jsonl")) for line in path.read_text(encoding="utf-8").split("\n")]
    found = {record["id"]: record for record in map(json.loads, filter(str.strip, lines)) if record["published"]}
    return list(found.values())


def main() -> None:
    """Print the counts, and with --errors the articles that came out wrong."""
    if not BENCH.exists():
        print(f"no benchmark at {BENCH}: nothing measured")
        return
    counts: Counter[str] = Counter()
    for record in records():
        verdict, article = judge(record)
        counts[verdict] += 1
        if "--errors" in sys.argv and ("right" not in verdict and verdict != "others: silent"):
            print(f"{verdict:32} {record['id'][-44:]:44} gold {record['published']} found {article.published}")
    for verdict, count in sorted(counts.items()):
        print(f"{count:5} {verdict}")
    carrying = sum(n for v, n in counts.items() if v.startswith("carries"))
    right = sum(n for v, n in counts.items() if v.startswith("carries: right"))
    wrong = sum(n for v, n in counts.items() if "wrong" in v or "one day off" in v)
    print(f"right on {right / carrying:.1%} of {carrying} that carry one; wrong on {wrong / counts.total():.1%} of {counts.total()}")
    if right < RIGHT * carrying or wrong > WRONG * counts.total():
        sys.exit(f"below the floor: at least {RIGHT:.0%} right and at most {WRONG:.0%} wrong")


if __name__ == "__main__":
    main()
