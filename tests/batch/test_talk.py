"""What a batch says: the summary, the log, and how it ends when it is stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.batch.running import batch, command
from tests.batch.variations import text_of, write_articles


def events(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_summary_counts_failures_by_reason_and_says_how_to_go_on(tmp_path: Path) -> None:
    write_articles(tmp_path / "news", 2)
    (tmp_path / "news/copy.txt").write_text(text_of(1) + "\nFrom our wire.\n", encoding="utf-8")
    for name in ("a", "b"):
        (tmp_path / f"news/{name}.txt").write_bytes(b"\0\1\2" * 9)
    (tmp_path / "news/c d.jsonl").write_text("{broken\n")
    said = batch(tmp_path, "out.db", "--fresh", code=5).splitlines()
    assert said[0] == "6 articles (0 from an earlier run): ok 3, empty 0, failed 3; in out.db"
    assert said[1:3] == ["  2 × not text", "  1 × not JSON"]
    assert sum(line.startswith("  failed: ") for line in said) == 3
    assert "  near-duplicates: stories 1, their articles 2" in said
    assert said[-1] == "  once mended, only they are read again: pactscan batch news -o out.db"


def test_the_log_holds_an_event_a_line(tmp_path: Path) -> None:
    write_articles(tmp_path / "news", 1)
    (tmp_path / "news/\x1b[31m.txt").write_bytes(b"\0\1\2" * 9)
    batch(tmp_path, "out.db", "--log", "log.jsonl", "-q", "--jobs", "1", code=5)
    assert b"\x1b" not in (tmp_path / "log.jsonl").read_bytes()
    log = events(tmp_path / "log.jsonl")
    assert [event["event"] for event in log] == ["start", "worker started", "failed", "near-duplicates", "end"]
    assert log[0]["command"][:3] == ["pactscan", "batch", "news"]
    assert log[0]["made_by"]["model"]["name"] == "en_core_web_sm"
    assert log[2]["article"] == "\x1b[31m.txt"
    assert {key: log[4][key] for key in ("articles", "ok", "failed", "reasons")} == {
        "articles": 2, "ok": 1, "failed": 1, "reasons": {"not text": 1},
    }  # fmt: skip
    batch(tmp_path, "out.db", "--log", "log.jsonl", "-q", code=5)
    assert [event["event"] for event in events(tmp_path / "log.jsonl")][5:] == ["start", "near-duplicates", "end"]


def test_a_worker_that_is_killed_stands_in_the_log_and_nothing_is_lost(tmp_path: Path) -> None:
    write_articles(tmp_path / "news", 60)
    run = subprocess.Popen(command("news", "-o", "out.jsonl", "--log", "log.jsonl", "-q", "--jobs", "1"), cwd=tmp_path)
    (first,) = wait_for(
        lambda: [e["pid"] for e in events(tmp_path / "log.jsonl") if e["event"] == "worker started"], tmp_path / "log.jsonl"
    )
    time.sleep(2.5)
    os.kill(first, signal.SIGKILL)
    assert run.wait(60) == 0
    log = events(tmp_path / "log.jsonl")
    assert [e["why"] for e in log if e["event"] == "worker died"] == ["signal 9"]
    assert log[-1]["ok"] == 60
    ids = [json.loads(line)["article"]["id"] for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(ids) == len(set(ids)) == 60


def wait_for(look: Any, path: Path) -> Any:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if path.exists() and (found := look()):
            return found
        time.sleep(0.05)
    raise AssertionError("nothing came")


@pytest.mark.parametrize(
    ("files", "code"), [({}, 0), ({"a.txt": b"\0\1"}, 3), ({"a.txt": b"\0\1", "b.txt": b"Chile and Peru signed a pact on Tuesday.\n"}, 5)]
)
def test_the_exit_code_tells_whether_some_or_all_failed(tmp_path: Path, files: dict[str, bytes], code: int) -> None:
    (tmp_path / "news").mkdir()
    for name, data in files.items():
        (tmp_path / "news" / name).write_bytes(data)
    said = batch(tmp_path, "out.jsonl", code=code)
    assert ("no article was found" in said) == (not files)


def test_options_that_change_reports_reach_the_workers_and_part_the_runs(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_text("The pact between Chile and Peru was signed on 3/4/2021 in Lima, officials said.\n")
    for order, value in (("DMY", "2021-04-03"), ("MDY", "2021-03-04")):
        assert "(0 from" in batch(tmp_path, "out.jsonl", "--date-order", order, "--dates", "news", "--language", "en")
        report = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
        assert [date["value"] for date in report["dates"]] == [value]
        assert report["tool"]["options"] == [["date-order", order], ["dates", "news"]]
    said = batch(tmp_path, "short.jsonl", "--max-characters", "10", code=3)
    assert "too long (80 characters > 10" in said


def test_a_forced_format_holds_for_every_file(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_text(
        json.dumps({"id": "x", "text": text_of(1)}) + "\n" + json.dumps({"id": "y", "text": text_of(2)}) + "\n"
    )
    batch(tmp_path, "out.jsonl", "--from", "jsonl", "-q")
    assert [json.loads(line)["article"]["id"] for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()] == ["x", "y"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "where to?"),
        (["-o", "out.csv"], "a store ends in"),
        (["-o", "news/a.txt"], "a store ends in"),
        (["-o", "out.db", "--log", "out.db"], "out.db is the output"),
        (["-o", "out.db", "--log", "news/a.txt", "news/a.txt"], "it would be overwritten"),
        (["-o", "news/b.jsonl", "news/b.jsonl"], "it would be overwritten"),
        (["-o", "out.db", "--jobs", "0"], "--jobs"),
    ],
)
def test_a_wrong_use_is_one_line(tmp_path: Path, options: list[str], said: str) -> None:
    write_articles(tmp_path / "news", 1)
    (tmp_path / "news/a.txt").write_text("A.\n")
    ran = subprocess.run(command("news", *options), cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(("options", "lines"), [(["-q"], 0), ([], 2)])
def test_an_interrupted_run_says_how_to_go_on_and_leaves_no_worker(tmp_path: Path, options: list[str], lines: int) -> None:
    write_articles(tmp_path / "news", 1_000)
    run = subprocess.Popen(
        command("news", "-o", "out.jsonl", *options), cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    with pytest.raises(subprocess.TimeoutExpired):
        run.wait(3)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=10)
    assert (run.returncode, len(said.splitlines())) == (130, lines)
    assert not lines or said.splitlines()[-1] == "  go on with: pactscan batch news -o out.jsonl"
    deadline = time.monotonic() + 2
    while living(run.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert living(run.pid) == []


def living(group: int) -> list[str]:
    """Processes of a group that still run; what is dead and not yet buried does not count."""
    stats = [path.read_text().rpartition(")") for path in Path("/proc").glob("[0-9]*/stat") if path.exists()]
    return [name for name, _, rest in stats if rest.split()[2] == str(group) and rest.split()[0] != "Z"]
