"""Articles enough for a batch, made from the samples: each with a note of its own at the end, so that no two are the same."""

from __future__ import annotations

from pathlib import Path

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


def text_of(number: int) -> str:
    """The article of that number: a sample, and a closing line."""
    text = SAMPLES[number % len(SAMPLES)].read_text(encoding="utf-8")
    return f"{text}\nThe desk filed this as item {number}.\n"


def write_articles(folder: Path, count: int) -> None:
    """Write `count` articles into `folder`, half of them in folders below."""
    for number in range(count):
        path = folder / ("north" if number % 2 else ".") / f"{number:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(number), encoding="utf-8")
