from __future__ import annotations

import json
import platform
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pactscan.cli.app import command
from pactscan.codec import SCHEMA_VERSION
from pactscan.lexicon.models import known_models
from pactscan.version import __version__
from tests.cli.running import pactscan

COMMANDS: dict[str, Any] = command().commands


@pytest.mark.parametrize("arguments", [[], *([name] for name in COMMANDS)], ids=lambda a: " ".join(["pactscan", *a]))
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_fits_any_terminal(arguments: list[str], option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    ran = pactscan(*arguments, option)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: pactscan")
    assert ran.out.isascii()
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(name: str) -> None:
    params = COMMANDS[name].params
    assert [p.name for p in params if not p.help] == []
    assert COMMANDS[name].help


def test_help_lists_the_commands_and_the_exit_codes() -> None:
    ran = pactscan("--help")
    assert all(f"  {name} " in ran.out for name in COMMANDS)
    assert "Exit codes: 0 done" in ran.out


@pytest.mark.parametrize("arguments", [["schema"], ["schema", "report"], ["schema", "diff"]])
def test_a_schema_is_a_json_schema(arguments: list[str]) -> None:
    ran = pactscan(*arguments)
    assert (ran.code, ran.err) == (0, "")
    Draft202012Validator.check_schema(json.loads(ran.out))


def test_the_version_in_a_line() -> None:
    assert pactscan("--version").out == f"pactscan {__version__}\n"


def test_the_version_as_json_tells_what_fixes_a_result() -> None:
    plain = json.loads(pactscan("--version", "--json").out)
    assert (plain["version"], plain["schema_version"], plain["python"]) == (__version__, SCHEMA_VERSION, platform.python_version())
    digests = {model["option"]: model["sha256"] for model in plain["models"]}
    assert digests == {name: model.sha256 for name, model in known_models().items()}
    assert {model["option"]: model["installed"] for model in plain["models"]}["sm"] == known_models()["sm"].version
