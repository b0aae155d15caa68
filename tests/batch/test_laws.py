"""The same reports, byte for byte, however many workers there are, in whatever order articles come, wherever a run is killed.

300 articles; with PACTSCAN_LONG=yes 5,000, and a run killed at 30 points. How articles are made is told in `variations`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

import pactscan.scanner
from pactscan import codec
from pactscan.model import Article
from pactscan.read import ReadOptions, read_path
from pactscan.render import structured
from pactscan.scanner import Scanner
from tests.batch.running import batch, command
from tests.batch.variations import write_articles

LONG = bool(os.environ.get("PACTSCAN_LONG"))
COUNT = 5_000 if LONG else 300
KILLS = 30 if LONG else 3


class Desk(NamedTuple):
    """A folder with news/ in it, what one worker makes of it without a break, and how long that took."""

    folder: Path
    whole: bytes
    seconds: float


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    write_articles(folder / "news", COUNT, vary=True)
    begin = time.monotonic()
    batch(folder, "whole.jsonl", "--jobs", "1", "-q")
    return Desk(folder, (folder / "whole.jsonl").read_bytes(), time.monotonic() - begin)


def test_every_article_is_there_once_in_the_order_of_the_folder(desk: Desk) -> None:
    sources = [json.loads(line)["article"]["source"] for line in desk.whole.splitlines()]
    assert sources == sorted(sources)
    assert len(set(sources)) == len(sources) == COUNT


@pytest.mark.parametrize("jobs", ["2", "4"])
def test_the_number_of_workers_changes_nothing(desk: Desk, jobs: str) -> None:
    batch(desk.folder, f"jobs{jobs}.jsonl", "--jobs", jobs, "-q")
    assert (desk.folder / f"jobs{jobs}.jsonl").read_bytes() == desk.whole


def test_the_order_of_the_input_changes_nothing_but_the_order(desk: Desk) -> None:
    paths = sorted(str(path.relative_to(desk.folder / "news")) for path in (desk.folder / "news").rglob("*.txt"))
    random.Random(7).shuffle(paths)
    (desk.folder / "list").write_text("\n".join(paths))
    ran = command("--files-from", "../list", "-o", "../shuffled.jsonl", "--jobs", "2", "-q")
    subprocess.run(ran, cwd=desk.folder / "news", check=True)
    shuffled = (desk.folder / "shuffled.jsonl").read_bytes().splitlines()
    assert shuffled != desk.whole.splitlines()
    assert sorted(map(without_place, shuffled)) == sorted(map(without_place, desk.whole.splitlines()))


def without_place(line: bytes) -> str:
    """A report but for its id, which of a file given by itself is its name; the source tells it apart."""
    report = json.loads(line)
    del report["article"]["id"]
    return json.dumps(report)


def test_a_store_gives_the_same_reports(desk: Desk) -> None:
    batch(desk.folder, "pacts.db", "--jobs", "2", "-q")
    run = subprocess.run([sys.executable, "-m", "pactscan", "export", "pacts.db"], cwd=desk.folder, capture_output=True, check=True)
    assert run.stdout == desk.whole


@pytest.mark.parametrize("suffix", ["jsonl", "db"] if LONG else ["jsonl"])
def test_a_run_killed_at_random_points_and_gone_on_with(desk: Desk, suffix: str) -> None:
    chance, output = random.Random(suffix), f"killed.{suffix}"
    for _ in range(KILLS):
        run = subprocess.Popen(command("news", "-o", output, "-q", "--jobs", "2"), cwd=desk.folder, stderr=subprocess.DEVNULL)
        try:
            run.wait(chance.uniform(0.5, 4 + 1.2 * desk.seconds / KILLS))
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
        run.wait()
    batch(desk.folder, output, "-q")
    if suffix == "jsonl":
        assert (desk.folder / output).read_bytes() == desk.whole
    else:
        ran = subprocess.run([sys.executable, "-m", "pactscan", "export", output], cwd=desk.folder, capture_output=True, check=True)
        assert ran.stdout == desk.whole


@pytest.mark.parametrize("size", [1, 5, 64])
def test_a_report_does_not_hang_on_the_articles_read_beside_it(desk: Desk, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pactscan.scanner, "BATCH", size)
    lines = {json.loads(line)["article"]["source"]: line.decode() + "\n" for line in desk.whole.splitlines()}
    chosen = random.Random(size).sample(sorted(lines), COUNT if LONG else 50)
    options = ReadOptions(folder=str(desk.folder / "news"))
    articles = [article for source in chosen for article in read_path(str(desk.folder / "news" / source), options)]
    scanner = Scanner()
    reports = scanner.scan_all(article for article in articles if isinstance(article, Article))
    assert [structured.line(codec.to_dict(report)) for report in reports] == [lines[source] for source in chosen]
