"""How often records of several articles are rightly held for one agreement, on articles of our own in which the truth is known.

Two corpora: ``news`` is samples/news, which the rules were made on; ``fresh`` is joining_fresh.jsonl beside this file, which was
written before the rules had seen it and is full of lookalikes (its first figures stand in docs/ask.md).

A pair of records is right when both are of one agreement. A record that joining_truth.csv does not name (a find that is none, or a
second record of one agreement in one article) is an agreement of its own. Precision is the share of joined pairs that are right, recall
the share of right pairs that are joined; `missing` are agreements of the truth of which the article's report has no record.

usage: joining.py [--corpus news|fresh] [--errors] [--json FILE]
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from pactscan.ask.records import Record
from pactscan.ask.tables import joined
from pactscan.store.database import reading

HERE = Path(__file__).resolve().parent
CORPORA = {"news": HERE.parent / "samples" / "news", "fresh": HERE / "joining_fresh.jsonl"}
Figures = dict[str, float]


class Told(NamedTuple):
    """A line of the truth."""

    corpus: str
    article: str
    words: str
    agreement: str


class Labelled(NamedTuple):
    """A record with the agreement that it is of, and the one that it was joined to."""

    record: Record
    truth: str
    joined: int


def truth_of(corpus: str) -> list[Told]:
    """The lines of the truth on one corpus."""
    lines = (HERE / "joining_truth.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.reader(line for line in lines if not line.startswith("#"))
    next(rows)
    return [told for told in (Told(*row) for row in rows) if told.corpus == corpus]


def instruments_of(corpus: str) -> tuple[list[list[Record]], dict[str, str]]:
    """What a batch over the corpus joins, and the ids of articles by their keys."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "pacts.db"
        subprocess.run([sys.executable, "-m", "pactscan", "batch", str(CORPORA[corpus]), "-o", str(store), "-q"], check=True)
        with reading(store) as db:
            return joined(db), dict(db.execute("SELECT key, article_id FROM articles").fetchall())


def labelled(instruments: Iterable[list[Record]], ids: dict[str, str], truth: list[Told]) -> tuple[list[Labelled], list[Told]]:
    """The records with their truth, and the lines of the truth that no record answers."""
    left = list(truth)
    found = []
    for number, records in enumerate(instruments):
        for record in records:
            told = next((told for told in left if told.article == ids[record.source.key] and _mentions(record, told)), None)
            if told:
                left.remove(told)
            own = f"{record.source.key}/{record.place}"
            found.append(Labelled(record, told.agreement if told else own, number))
    return found, left


def _mentions(record: Record, told: Told) -> bool:
    mentions = (" ".join(mention["text"].split()).casefold() for mention in record.plain["mentions"])
    return any(told.words.casefold() in mention for mention in mentions)


def figures(found: list[Labelled], missing: list[Told]) -> Figures:
    """Pairwise precision, recall and F1; agreements and instruments; what is missing."""
    right = sum(a.truth == b.truth and a.joined == b.joined for a, b in combinations(found, 2))
    joined_pairs = sum(a.joined == b.joined for a, b in combinations(found, 2))
    true_pairs = sum(a.truth == b.truth for a, b in combinations(found, 2))
    precision, recall = right / (joined_pairs or 1), right / (true_pairs or 1)
    return {
        "records": len(found),
        "agreements": len({each.truth for each in found}),
        "instruments": len({each.joined for each in found}),
        "joined pairs": joined_pairs,
        "true pairs": true_pairs,
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / ((precision + recall) or 1),
        "missing": len(missing),
    }


def errors(found: list[Labelled]) -> Iterable[str]:
    """Instruments that hold several agreements, and agreements in several instruments."""
    for kind, of, other in (("joined wrongly", "joined", "truth"), ("left apart", "truth", "joined")):
        for value in dict.fromkeys(getattr(each, of) for each in found):
            group = [each for each in found if getattr(each, of) == value]
            if len(Counter(getattr(each, other) for each in group)) > 1:
                yield f"{kind}: {value}"
                yield from (f"    {each.record.source.key}: {each.record.name} ({each.truth}, {each.joined})" for each in group)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", choices=CORPORA, action="append")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    results = {}
    for corpus in options.corpus or CORPORA:
        found, missing = labelled(*instruments_of(corpus), truth_of(corpus))
        results[corpus] = figures(found, missing)
        print(
            f"{corpus}: "
            + ", ".join(f"{name} {value:.3f}" if value % 1 else f"{name} {value:.0f}" for name, value in results[corpus].items())
        )
        if options.errors:
            print("\n".join([*errors(found), *(f"missing: {told.article}: {told.words}" for told in missing)]))
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
