"""The command on real folders: the same bytes whatever happens on the way, and nothing lost."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pactscan.store import locked
from tests.batch.running import batch, command
from tests.batch.variations import text_of, write_articles

LONG = bool(os.environ.get("PACTSCAN_LONG"))
COUNT = 300 if LONG else 40
KILLS = 30 if LONG else 4


def content(path: Path) -> Any:
    """What a reader of the output gets, whatever run wrote it."""
    if path.suffix == ".jsonl":
        return path.read_bytes()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        reports = db.execute("SELECT key, report FROM articles ORDER BY key").fetchall()
        stories = db.execute("SELECT a.key, b.key FROM articles a JOIN articles b ON a.story = b.id ORDER BY 1").fetchall()
        return reports, stories


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with news/ in it, and what an unbroken run with one worker makes of it: whole.jsonl, whole.db."""
    folder = tmp_path_factory.mktemp("newsroom")
    write_articles(folder / "news", COUNT)
    for name in ("whole.jsonl", "whole.db"):
        batch(folder, name, "--jobs", "1", "-q")
    return folder


@pytest.mark.parametrize("suffix", ["jsonl", "db"])
def test_the_number_of_workers_changes_nothing(newsroom: Path, suffix: str) -> None:
    batch(newsroom, f"three.{suffix}", "--jobs", "3", "-q")
    assert content(newsroom / f"three.{suffix}") == content(newsroom / f"whole.{suffix}")


@pytest.mark.parametrize("suffix", ["jsonl", "db"])
def test_a_run_that_is_killed_again_and_again_goes_on(newsroom: Path, suffix: str) -> None:
    chance, output = random.Random(suffix), f"killed.{suffix}"
    for _ in range(KILLS):
        run = subprocess.Popen(command("news", "-o", output, "-q", "--jobs", "2"), cwd=newsroom, stderr=subprocess.DEVNULL)
        try:
            run.wait(chance.uniform(0.3, 4.0))
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
        run.wait()
    batch(newsroom, output, "-q")
    assert content(newsroom / output) == content(newsroom / f"whole.{suffix}")


def test_an_export_of_the_store_is_what_a_batch_writes_as_jsonl(newsroom: Path) -> None:
    run = subprocess.run([sys.executable, "-m", "pactscan", "export", "whole.db"], cwd=newsroom, capture_output=True, check=True)
    assert run.stdout == content(newsroom / "whole.jsonl")


@pytest.mark.parametrize("suffix", ["jsonl", "db"])
def test_only_what_changed_is_read_again(tmp_path: Path, suffix: str) -> None:
    write_articles(tmp_path / "news", 6)
    batch(tmp_path, f"out.{suffix}", "-q")
    (tmp_path / "news/0002.txt").write_text(text_of(70))
    (tmp_path / "news/0004.txt").unlink()
    (tmp_path / "news/0001b.txt").write_text(text_of(71))
    assert "(4 from an earlier run)" in batch(tmp_path, f"out.{suffix}")
    batch(tmp_path, f"anew.{suffix}", "-q")
    assert content(tmp_path / f"out.{suffix}") == content(tmp_path / f"anew.{suffix}")


def test_bad_files_are_a_line_each_and_the_good_ones_are_there(tmp_path: Path) -> None:
    write_articles(tmp_path / "news", 2)
    news = tmp_path / "news"
    (news / "empty.txt").write_bytes(b"")
    (news / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (news / "half.txt").write_bytes("Oslo — ".encode() * 40 + b"\xe2\x80" + b" more \xc3\xa9")
    (news / "archive.jsonl").write_text(json.dumps({"id": "one", "text": text_of(3)}) + "\n{broken\n")
    (news / "old.txt.gz").write_bytes(gzip.compress(text_of(4).encode()))
    (news / "[red]\x1b[31m.txt").write_text(text_of(5))
    os.mkfifo(news / "pipe.txt")
    (news / "loop").symlink_to(news)
    said = batch(tmp_path, "out.jsonl", code=5)
    assert "\x1b" not in said
    for name in ("binary.txt", "half.txt", "archive.jsonl", "pipe.txt", "loop"):
        assert sum(name in line for line in said.splitlines()) == 1
    ids = [json.loads(line)["article"]["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert len(ids) == len(set(ids)) == 6


def test_copies_of_one_report_are_one_story(tmp_path: Path) -> None:
    write_articles(tmp_path / "news", 8)
    (tmp_path / "news/copy.txt").write_text(text_of(3).replace("Thursday", "Friday", 1) + "\nFrom our wire service.\n")
    batch(tmp_path, "out.db", "-q")
    with closing(sqlite3.connect(tmp_path / "out.db")) as db:
        rows = db.execute("SELECT count(*), group_concat(key) FROM articles GROUP BY story HAVING count(*) > 1").fetchall()
    assert [(n, sorted(keys.split(","))) for n, keys in rows] == [(2, ["copy.txt", "north/0003.txt"])]


def test_quotes_and_names_can_be_searched(newsroom: Path) -> None:
    with closing(sqlite3.connect(newsroom / "whole.db")) as db:
        (quotes,) = db.execute("SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'modest AND paper'").fetchone()
        (names,) = db.execute("SELECT count(*) FROM agreements_fts WHERE agreements_fts MATCH 'Danube'").fetchone()
    assert quotes == names == len([n for n in range(COUNT) if n % 8 == 3])


def test_a_second_run_on_the_same_output_is_refused(tmp_path: Path) -> None:
    write_articles(tmp_path / "news", 1)
    with locked(tmp_path / "out.db"):
        assert "another run" in batch(tmp_path, "out.db", code=6)


@pytest.mark.parametrize("name", ["mine.jsonl", "mine.db"])
def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path, name: str) -> None:
    write_articles(tmp_path / "news", 1)
    (tmp_path / name).write_text('{"not": "ours"}\n')
    batch(tmp_path, name, code=6)
    assert (tmp_path / name).read_text() == '{"not": "ours"}\n'
