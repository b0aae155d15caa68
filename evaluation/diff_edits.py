"""Precision and recall of diffs over pairs made by documented edits of our own samples (diff_edits.toml).

    python evaluation/diff_edits.py [--verbose] [--json FILE]

Each item that a diff reports (paraphrase candidates, which are not counted, left out) has to be one that the edit made, and each that
the edit made has to be reported with its verdict and, where the table names one, its field or relation.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactscan.compare import compare
from pactscan.compare.summary import counted
from pactscan.diffmodel import DiffItem, FieldRelation, ReportDiff, Verdict
from pactscan.model import Article
from pactscan.read import read_path
from pactscan.scanner import Scanner

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
FLOOR = 0.95


@dataclass(frozen=True)
class Expected:
    """One line of ``expect``."""

    kind: str
    verdict: str
    left: str
    right: str
    what: str

    @classmethod
    def of(cls, line: str) -> Expected:
        """Read ``kind verdict | left | right | field or relation``."""
        head, left, right, what = (part.strip() for part in line.split("|"))
        kind, verdict = head.split()
        return cls(kind, verdict, left, right, what)

    def meets(self, item: DiffItem) -> bool:
        """Whether the item is the one expected."""
        told = {item.relation} | {field.name for field in item.fields if field.relation is not FieldRelation.EQUAL}
        return (
            (self.kind, self.verdict) == (item.kind, item.verdict)
            and _shows(item.left, self.left)
            and _shows(item.right, self.right)
            and (not self.what or self.what in told)
        )


@dataclass(frozen=True)
class Outcome:
    """How the diff of one pair did."""

    what: str
    found: int
    missing: tuple[Expected, ...]
    surplus: tuple[DiffItem, ...]


def _shows(side: object, words: str) -> bool:
    if side is None or words == "-":
        return side is None and words == "-"
    return words in repr(side)


def edited(text: str, pair: dict[str, Any]) -> str:
    """The sample after the edits of `pair`; each has to change something."""
    for old, new in pair.get("edits", ()):
        if old not in text:
            raise ValueError(f"{pair['what']}: {old!r} is not in {pair['base']}")
        text = text.replace(old, new)
    if "shuffle" in pair:
        paragraphs = text.strip("\n").split("\n\n")
        text = "\n\n".join(paragraphs[i] for i in pair["shuffle"]) + "\n"
        if sorted(pair["shuffle"]) != list(range(len(paragraphs))):
            raise ValueError(f"{pair['what']}: {len(paragraphs)} paragraphs")
    return text


def diff_of(scanner: Scanner, pair: dict[str, Any], folder: Path) -> ReportDiff:
    """The diff of a sample and its edited copy, read from files as a user would."""
    base = SAMPLES / pair["base"]
    copy = folder / base.name
    copy.write_text(edited(base.read_text(encoding="utf-8"), pair), encoding="utf-8")
    left, right = (_article(path) for path in (base, copy))
    return compare(scanner.scan(left), scanner.scan(right))


def _article(path: Path) -> Article:
    (article,) = read_path(str(path))
    if not isinstance(article, Article):
        raise TypeError(f"{path}: {article.reason}")
    return article


def outcome(pair: dict[str, Any], diff: ReportDiff) -> Outcome:
    """Pair each expected item with one that meets it."""
    rest = [item for item in diff.items if item.verdict is not Verdict.SAME and counted(item)]
    missing = []
    expected = [Expected.of(line) for line in pair["expect"]]
    for wanted in expected:
        met = next((item for item in rest if wanted.meets(item)), None)
        if met is None:
            missing.append(wanted)
        else:
            rest.remove(met)
    return Outcome(pair["what"], len(expected) - len(missing), tuple(missing), tuple(rest))


def main() -> None:
    """Score all pairs, and fail below the floor."""
    import tempfile

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    pairs = tomllib.loads((HERE / "diff_edits.toml").read_text(encoding="utf-8"))["pair"]
    scanner = Scanner()
    with tempfile.TemporaryDirectory() as folder:
        outcomes = [outcome(pair, diff_of(scanner, pair, Path(folder))) for pair in pairs]
    if options.verbose:
        _tell(outcomes)
    figures = _figures(outcomes)
    print(json.dumps(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    raise SystemExit(min(figures["precision"], figures["recall"]) < FLOOR)


def _figures(outcomes: list[Outcome]) -> dict[str, float]:
    found = sum(o.found for o in outcomes)
    missing, surplus = sum(len(o.missing) for o in outcomes), sum(len(o.surplus) for o in outcomes)
    whole = sum(not (o.missing or o.surplus) for o in outcomes)
    return {
        "pairs": len(outcomes),
        "expected": found + missing,
        "precision": round(found / ((found + surplus) or 1), 3),
        "recall": round(found / ((found + missing) or 1), 3),
        "pairs_exact": round(whole / len(outcomes), 3),
    }


def _tell(outcomes: list[Outcome]) -> None:
    for o in outcomes:
        if o.missing or o.surplus:
            print(o.what)
        for wanted in o.missing:
            print(f"   missing {wanted}")
        for item in o.surplus:
            fields = [(f.name, f.left, f.right, f.relation.value) for f in item.fields if f.relation is not FieldRelation.EQUAL]
            print(f"   surplus {item.kind} {item.verdict} {item.relation} {fields} {_short(item.left)} | {_short(item.right)}")


def _short(side: object) -> str:
    return str(getattr(side, "name", None) or getattr(side, "text", None) or side)[:70]


if __name__ == "__main__":
    main()
