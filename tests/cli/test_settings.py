"""Options that are set once: which go before which, what is refused, what is told of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pactscan.cli.app import command
from pactscan.cli.settings import NAMES, files
from tests.cli.running import pactscan

pytestmark = pytest.mark.usefixtures("quick", "desk")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own file of settings."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    path = files()[0]
    path.parent.mkdir(parents=True)
    return path


def options(*arguments: str) -> dict[str, str]:
    return dict(json.loads(pactscan("extract", "a.txt", "--json", *arguments).out)["tool"]["options"])


def test_every_setting_is_an_option_of_some_command() -> None:
    opts = {opt for one in command().commands.values() for parameter in one.params for opt in parameter.opts}
    assert {f"--{name}" for name in NAMES} <= opts


def test_a_flag_goes_before_a_variable_that_before_the_folder_and_that_before_the_user(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write_text('date-order = "DMY"\n')
    assert options() == {"date-order": "DMY"}
    Path("pactscan.toml").write_text('date-order = "MDY"\n')
    assert options() == {"date-order": "MDY"}
    monkeypatch.setenv("PACTSCAN_DATE_ORDER", "YMD")
    assert options() == {"date-order": "YMD"}
    assert options("--date-order", "DMY") == {"date-order": "DMY"}


def test_places_are_told(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write_text("quiet = true\nmax-bytes = 100\n")
    Path("pactscan.toml").write_text("max-bytes = 200\n")
    monkeypatch.setenv("PACTSCAN_DATES", "news")
    told = {row["name"]: (row["value"], row["origin"]) for row in json.loads(pactscan("config", "show", "--json").out)}
    assert list(told) == list(NAMES)
    assert {name: told[name] for name in ("quiet", "max-bytes", "dates", "jobs")} == {
        "quiet": (True, str(own)),
        "max-bytes": (200, "pactscan.toml"),
        "dates": ("news", "PACTSCAN_DATES"),
        "jobs": (None, None),
    }
    printed = pactscan("config").out.splitlines()
    assert next(line for line in printed if line.startswith("dates")).split() == ["dates", "news", "PACTSCAN_DATES"]
    assert str(own) in printed[-1]


def test_a_lexicon_counts_from_its_file(own: Path) -> None:
    own.write_text('lexicon = "words"\n')
    (row,) = [row for row in json.loads(pactscan("config", "--json").out) if row["name"] == "lexicon"]
    assert row["value"] == str(own.parent / "words")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dates = ", "pactscan.toml: not TOML: "),
        ("\xff", "pactscan.toml: not TOML: "),
        ("output = 'x.json'", "pactscan.toml: 'output' cannot be set; what can is color, "),
        ("allow-unverified-model = true", "'allow-unverified-model' cannot be set"),
        ("dates = ['news']", "pactscan.toml: dates must be a string, a number, true or false"),
        ("dates = 'olden'", "pactscan.toml: dates: 'olden' is not one of 'auto', 'news', 'narrative'"),
        ("max-bytes = 0", "pactscan.toml: max-bytes: 0 is not in the range"),
        ("jobs = 'many'", "pactscan.toml: jobs: 'many' is not a valid int"),
    ],
)
@pytest.mark.parametrize("arguments", [["extract", "a.txt"], ["diff", "a.txt", "b.txt"]])
def test_a_fault_is_one_line_and_help_is_there_all_the_same(text: str, told: str, arguments: list[str]) -> None:
    Path("pactscan.toml").write_bytes(text.encode("latin-1"))
    ran = pactscan(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert told in ran.err
    assert pactscan(*arguments, "--help").code == 0
    assert pactscan("--version").code == 0


def test_a_file_that_cannot_be_read_is_told(own: Path) -> None:
    own.symlink_to(own)
    assert pactscan("extract", "a.txt").code == 0  # a loop is no file
    own.unlink()
    own.write_text("quiet = true")
    Path("pactscan.toml").mkdir()
    assert pactscan("extract", "a.txt").code == 0  # nor is a folder


def test_escapes_in_a_value_are_shown_and_not_obeyed() -> None:
    Path("pactscan.toml").write_text('model = "\\u001b[31mred"\n')
    ran = pactscan("config", "show")
    assert "\x1b" not in ran.out
    assert "\\x1b[31mred" in ran.out
