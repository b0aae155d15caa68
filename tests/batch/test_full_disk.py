"""No room, no right to write: exit code 6, one line, and what was written stays good and is gone on with."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from pactscan.errors import OutputError
from pactscan.model import Failure
from pactscan.store import Entry, JsonlSink, Sink, SqliteSink, jsonl
from tests.batch.running import batch, command
from tests.batch.variations import write_articles
from tests.store.stored import old_reports

LONG = bool(os.environ.get("PACTSCAN_LONG"))
ARTICLES = 16
ROOM = {"jsonl": "60k", "db": "300k"}
"""Too little for all of them."""

SCRIPT = """
mount -t tmpfs -o size={room} tmpfs disk || exit 90
"$@" 2>first.txt; echo $? >first.code; mkdir first; cp disk/* first
mount -o remount,ro disk; "$@" 2>readonly.txt; echo $? >readonly.code
mount -o remount,rw,size=64m disk; "$@" 2>second.txt; echo $? >second.code; mkdir second; cp disk/* second
"""
"""In a room of its own: a small disk that fills up, is not to be written, and then has room again."""


def own_room(script: str) -> list[str]:
    """A command that runs `script` where it may mount, whoever runs it."""
    return ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"]


def may_mount(folder: Path) -> bool:
    (folder / "disk").mkdir()
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    return subprocess.run(own_room("mount -t tmpfs tmpfs disk"), cwd=folder, capture_output=True, check=False).returncode == 0


def whole_reports(path: Path) -> int:
    """How many reports a reader finds; anything that is not whole raises."""
    if path.suffix == ".jsonl":
        return sum(1 for line in path.read_text(encoding="utf-8").splitlines() if json.loads(line)["article"])
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return len([json.loads(report) for (report,) in db.execute("SELECT report FROM articles")])


@pytest.mark.parametrize("suffix", ["jsonl", "db"])
def test_a_disk_that_is_full_or_read_only(tmp_path: Path, suffix: str) -> None:
    if not may_mount(tmp_path):
        pytest.skip("no small disk can be mounted here (needs Linux and unshare); the limit on files below stands in for it")
    write_articles(tmp_path / "news", ARTICLES)
    typed = command("news", "-o", f"disk/out.{suffix}", "-q", "--jobs", "1")
    run = subprocess.run([*own_room(SCRIPT.format(room=ROOM[suffix])), *typed], cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    codes = [(tmp_path / f"{name}.code").read_text().strip() for name in ("first", "readonly", "second")]
    assert codes == ["6", "6", "0"], [(tmp_path / f"{name}.txt").read_text() for name in ("first", "readonly", "second")]
    for name in ("first", "readonly"):
        (said,) = (tmp_path / f"{name}.txt").read_text().splitlines()
        assert said.startswith(f"pactscan: cannot write disk/out.{suffix}")
    assert whole_reports(tmp_path / f"first/out.{suffix}") < ARTICLES
    assert whole_reports(tmp_path / f"second/out.{suffix}") == ARTICLES


@pytest.mark.parametrize("suffix", ["jsonl", "db"])
def test_a_limit_on_the_size_of_files(tmp_path: Path, suffix: str) -> None:
    if may_mount(tmp_path) and not LONG:
        pytest.skip("the small disk above shows more; with PACTSCAN_LONG=yes this one runs too")
    write_articles(tmp_path / "news", ARTICLES)
    typed = command("news", "-o", f"out.{suffix}", "-q", "--jobs", "1")
    blocks = int(ROOM[suffix].removesuffix("k"))
    run = subprocess.run(
        ["bash", "-c", f'ulimit -f {blocks}; "$@"', "bash", *typed], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 6, run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert whole_reports(tmp_path / f"out.{suffix}") < ARTICLES
    batch(tmp_path, f"out.{suffix}", "-q")
    assert whole_reports(tmp_path / f"out.{suffix}") == ARTICLES


# --- each write in turn, without a disk ------------------------------------------------------------------------------------


def entries() -> list[Entry]:
    reports = old_reports()
    made: list[Entry] = []
    for number in range(30):
        key = f"{number:02}.txt"
        text = json.dumps(reports[number % 2], ensure_ascii=False)
        failed = number % 7 == 6
        made.append(Entry(key, str(number), None if failed else text, Failure(key, "not text") if failed else None, 0 if failed else 5))
    return made


def fill(sink: Sink) -> None:
    """As a batch does: what is known is kept, the rest written, a few at a time; closed whatever happens."""
    try:
        for number, entry in enumerate(entries()):
            if sink.known(entry.key) == entry.digest:
                sink.keep(entry.key)
            else:
                sink.write(entry)
            if number % 5 == 4:
                sink.commit()
        sink.finish()
    except BaseException:
        sink.close()
        raise


def complaint_of(action: Callable[[], None]) -> str | None:
    try:
        action()
    except OutputError as error:
        return str(error)
    return None


class FailingOnce:
    """Lets `calls` calls through, then fails as a full disk does, after half of the bytes; then lets all through."""

    def __init__(self, calls: int, function: Callable[[BinaryIO, bytes], None]) -> None:
        self.left, self.function = calls, function

    def __call__(self, file: BinaryIO, data: bytes) -> None:
        self.left -= 1
        if self.left == -1:
            self.function(file, data[: len(data) // 2])
            raise OSError(28, "No space left on device")
        self.function(file, data)


@pytest.mark.parametrize("shuffled", [False, True], ids=["added to", "put together anew"])
@pytest.mark.parametrize("calls", range(8))
def test_jsonl_is_whole_after_a_write_that_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int, shuffled: bool) -> None:
    path = tmp_path / "out.jsonl"
    if shuffled:
        first = JsonlSink(path, "us")
        for entry in entries()[20:]:
            first.write(entry)
        first.finish()
    monkeypatch.setattr(jsonl, "write_all", FailingOnce(calls, jsonl.write_all))
    told = complaint_of(lambda: fill(JsonlSink(path, "us")))
    assert "No space left" in (told or "No space left")
    held = whole_reports(path)
    fill(JsonlSink(path, "us"))
    assert held <= whole_reports(path)
    assert path.read_text(encoding="utf-8").splitlines() == [entry.report for entry in entries() if entry.report]


@pytest.mark.parametrize("pages", range(60, 300, 8))
def test_a_store_is_whole_after_any_page_was_the_last(tmp_path: Path, pages: int) -> None:
    path = tmp_path / "out.db"
    sink: Any = SqliteSink(path, "us")
    sink._db.execute(f"PRAGMA max_page_count = {pages}")
    assert "full" in (complaint_of(lambda: fill(sink)) or "full")
    held = whole_reports(path)
    fill(SqliteSink(path, "us"))
    assert held <= whole_reports(path) == sum(1 for entry in entries() if entry.report)
