"""The doctor: every finding with its sign, and the exit code of what is wrong first."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from pactscan.cli import doctor
from pactscan.errors import ModelError
from tests.cli.running import pactscan

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def store(desk: Path) -> Path:
    command = [sys.executable, "-m", "pactscan", "batch", "a.txt", "b.txt", "-o", "pacts.db", "--jobs", "1", "--quiet"]
    subprocess.run(command, check=True)
    return Path("pacts.db")


def findings(*arguments: str) -> tuple[int, dict[str, tuple[str, str]]]:
    ran = pactscan("doctor", "--json", *arguments)
    return ran.code, {f["what"]: (f["sign"], f["told"]) for f in json.loads(ran.out)}


def test_a_sound_installation(store: Path) -> None:
    code, found = findings(str(store))
    assert code == 0
    assert {sign for what, (sign, _) in found.items() if what != "model md" and not what.startswith("extra")} == {"ok"}
    assert found["model sm"][1].startswith("en_core_web_sm 3.8.0")
    assert "spacy 3.8" in found["libraries"][1]
    assert found["store pacts.db"][1] == "2 articles in 2 stories, 0 failed"


@pytest.mark.parametrize("columns", ["30", "80", "120"])
def test_a_screen_is_as_wide_as_the_terminal(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = pactscan("doctor").out.splitlines()
    assert max(map(len, lines)) <= max(int(columns), doctor.NARROWEST)
    assert all(line[:8].strip() in ("ok", "absent", "") for line in lines)


def test_a_model_that_is_not_the_one_pinned_is_wrong_and_has_the_code_of_models(monkeypatch: pytest.MonkeyPatch) -> None:
    def identify(name: str) -> None:
        raise ModelError(f"model {name}: not those files")

    monkeypatch.setattr("pactscan.find.pipeline.identify", identify)
    code, found = findings()
    assert code == ModelError.exit_code
    assert found["model sm"] == ("WRONG", "model sm: not those files")
    assert found["model md"][0] == "absent"


def test_a_library_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", ("spacy", "no-such-library"))
    code, found = findings()
    assert (code, found["libraries"]) == (70, ("WRONG", "not installed: no-such-library; install pactscan anew"))


def test_settings_are_checked_and_do_not_keep_the_doctor_away() -> None:
    Path("pactscan.toml").write_text("dates = 'olden'\n")
    code, found = findings()
    assert code == 2
    assert found["settings"][0] == "WRONG"
    Path("pactscan.toml").write_text("dates = 'news'\n")
    assert findings()[1]["settings"] == ("ok", "dates = news (pactscan.toml)")


def test_a_lexicon_is_read() -> None:
    Path("words").mkdir()
    assert findings("--lexicon", "words")[0] == 2
    Path("words/outlets.txt").write_text("Skarn Herald\n")
    assert findings("--lexicon", "words")[1]["lexicon"][1].startswith("outlets.txt 1; SHA-256 ")


def test_a_store_that_is_none_or_damaged_is_wrong(store: Path) -> None:
    Path("notes.db").write_text("just words\n" * 100)
    sqlite3.connect("other.db").execute("CREATE TABLE t (a)")
    for path in ("gone.db", "notes.db", "other.db"):
        assert findings(path)[0] == 3, path
    with sqlite3.connect(store) as db:
        db.execute("UPDATE countries SET article = 99 WHERE id = 1")
    code, found = findings(str(store))
    assert code == 3
    assert "a row of countries points to no row of articles" in found["store pacts.db"][1]
