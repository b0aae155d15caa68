"""Near-duplicates: what the evaluation measures holds, and stories hang on the articles alone."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from pactscan.store.database import reading
from pactscan.store.stories import FEWEST_WORDS, likeness, sketch_of
from tests.store.stored import old_reports, write_store

ROOT = Path(__file__).parents[2]
WORDS = [f"word{n}" for n in range(400)]


def text(first: int, last: int) -> str:
    return " ".join(WORDS[first:last])


def test_the_threshold_in_use_joins_copies_and_nothing_else() -> None:
    subprocess.run([sys.executable, "evaluation/near_duplicates.py"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [((0, 200), (0, 200), 1.0), ((0, 200), (200, 400), 0.0), ((0, 400), (0, 200), 1.0), ((0, 300), (200, 400), 0.5)],
)
def test_likeness_is_how_much_of_the_shorter_text_the_longer_one_holds(one: tuple[int, int], other: tuple[int, int], about: float) -> None:
    ours, theirs = sketch_of(text(*one)), sketch_of(text(*other))
    assert ours is not None
    assert theirs is not None
    assert likeness(ours, theirs) == likeness(theirs, ours) == pytest.approx(about, abs=0.2)


def test_a_text_of_a_few_words_has_no_sketch() -> None:
    assert sketch_of(text(0, FEWEST_WORDS - 1)) is None
    assert sketch_of(text(0, FEWEST_WORDS)) is not None


def test_stories_do_not_hang_on_the_order_of_the_articles(tmp_path: Path) -> None:
    told = {"a": (0, 200), "b": (20, 200), "c": (100, 240), "d": (300, 400), "e": (0, 190), "f": (205, 300)}
    found = set()
    for seed in range(5):
        keys = random.Random(seed).sample(sorted(told), len(told))
        reports = {}
        for key in keys:
            report = old_reports()[0]
            reports[key] = {**report, "article": {**report["article"], "text": text(*told[key]), "published": None}}
        path = tmp_path / f"{seed}.db"
        write_store(path, reports)
        with reading(path) as db:
            rows = db.execute("SELECT a.key, s.key FROM articles a JOIN articles s ON s.id = a.story ORDER BY a.key").fetchall()
        found.add(tuple(rows))
    assert len(found) == 1
    assert dict(found.pop()) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "a", "f": "f"}
