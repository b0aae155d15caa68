"""How fast pactscan is, as ratios against plain spaCy in the same run: interleaved rounds, medians, one process at a time.

usage: speed.py [--rounds N] [--model sm|md] [--json FILE]

cold start   whole processes: `--help`, `extract` of one article of some 600 words, against `python -c "import typer, rich"`,
             `python -c "import spacy"` and a naive script (import typer, rich, dateparser, spacy; load; parse)
throughput   words per CPU second in this process: the whole analysis against `nlp.pipe` of the plain pipeline
share        of the analysis that finding and resolving take, all nouns together
length       time for each word at 1,000 to 100,000 words against that at 1,000
The texts are our samples, varied; their words are counted as white space parts them.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
SAMPLES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
NAIVE = "import typer, rich, dateparser, spacy; nlp = spacy.load({model!r}); nlp(open({article!r}, encoding='utf-8').read())"

Figures = dict[str, Any]


def cpu_of(action: Callable[[], object]) -> float:
    """CPU seconds of this process that `action` takes."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def cpu_of_process(command: list[str]) -> float:
    """CPU seconds of a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def interleaved(actions: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of each action's figure over `rounds`, all actions taking turns; the first round is thrown away."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for number in range(rounds + 1):
        for name, action in actions.items():
            figure = action()
            if number:
                taken[name].append(figure)
    return {name: statistics.median(figures) for name, figures in taken.items()}


def cold_start(model: str, rounds: int) -> Figures:
    """Seconds of whole processes, and the ratios that the targets are set in."""
    from pactscan.find.pipeline import folder_of

    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text("\n".join(SAMPLES[:3]), encoding="utf-8")
        python, pactscan = sys.executable, [sys.executable, "-m", "pactscan"]
        naive = NAIVE.format(model=str(folder_of(model)), article=str(article))
        seconds = interleaved(
            {
                "import typer, rich": lambda: cpu_of_process([python, "-c", "import typer, rich"]),
                "import spacy": lambda: cpu_of_process([python, "-c", "import spacy"]),
                "naive script": lambda: cpu_of_process([python, "-c", naive]),
                "--help": lambda: cpu_of_process([*pactscan, "--help"]),
                "extract": lambda: cpu_of_process([*pactscan, "extract", str(article), "--model", model, "--json"]),
            },
            rounds,
        )
    ratios = {
        "extract / naive": seconds["extract"] / seconds["naive script"],
        "--help / import": seconds["--help"] / seconds["import typer, rich"],
    }
    return {"seconds": seconds, "ratios": ratios}


def throughput(model: str, rounds: int) -> Figures:
    """Words per CPU second of the whole analysis and of the plain pipeline, and what the analysis spends where."""
    import spacy
    from thinc.api import get_current_ops, set_current_ops

    from pactscan.find.pipeline import folder_of
    from pactscan.model import Article
    from pactscan.scanner import Scanner

    plain_ops = get_current_ops()
    plain = spacy.load(folder_of(model))
    scanner = Scanner(model)
    our_ops = get_current_ops()
    texts = [f"{text}\nEdition {number}.\n" for number in range(12) for text in SAMPLES]
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    words = sum(len(text.split()) for text in texts)

    def run(ops: Any, action: Callable[[], object]) -> float:
        set_current_ops(ops)
        return words / cpu_of(action)

    figures = interleaved(
        {
            "plain nlp.pipe": lambda: run(plain_ops, lambda: list(plain.pipe(texts))),
            "our parse alone": lambda: run(our_ops, lambda: list(scanner.nlp.pipe(texts, batch_size=16))),
            "whole analysis": lambda: run(our_ops, lambda: list(scanner.scan_all(articles))),
        },
        rounds,
    )
    ratio = figures["whole analysis"] / figures["plain nlp.pipe"]
    share = 1 - figures["whole analysis"] / figures["our parse alone"]
    return {"words per CPU second": figures, "ratios": {"analysis / plain": ratio, "find+resolve share": share}}


def length(model: str, rounds: int) -> Figures:
    """Seconds for each word of one article by its length, against 1,000 words."""
    from pactscan.model import Article
    from pactscan.scanner import Scanner

    scanner = Scanner(model)
    story = "\n".join(SAMPLES).split(" ")
    sizes = (1_000, 10_000, 100_000)
    texts = {size: " ".join((story * (size // len(story) + 1))[:size]) for size in sizes}

    def seconds(size: int) -> float:
        return cpu_of(lambda: scanner.scan(Article(id="a", text=texts[size])))

    times = interleaved({str(size): partial(seconds, size) for size in sizes}, max(1, rounds // 3))
    each = {size: times[size] / int(size) for size in times}
    return {
        "microseconds a word": {s: e * 1e6 for s, e in each.items()},
        "ratios": {f"{s} / 1000": e / each["1000"] for s, e in each.items()},
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--model", default="sm")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures = {part.__name__: part(options.model, options.rounds) for part in (cold_start, throughput, length)}
    for name, groups in figures.items():
        for group, values in groups.items():
            print(f"{name}: {group}")
            print("".join(f"    {key:24} {value:,.3f}\n" for key, value in values.items()), end="")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
