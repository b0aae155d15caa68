"""What only a process of its own can show: closed and broken streams, signals, the locale, a terminal, what is imported."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from pactscan.codec import schema
from tests.cli.running import command, process
from tests.contract import reports

ARTICLE = "“We have signed it,” Prime Minister Tomás Quispe of Peru said in Lima on Tuesday.\n"
HEAVY = {
    "spacy",
    "thinc",
    "numpy",
    "dateparser",
    "trafilatura",
    "lxml",
    "rich",
    "charset_normalizer",
    "rapidfuzz",
    "sqlite3",
    "multiprocessing",
}


@pytest.fixture(autouse=True)
def desk(desk: Path) -> Path:
    Path("quispe.txt").write_text(ARTICLE, encoding="utf-8")
    return desk


@pytest.mark.parametrize(
    "arguments", [["--help"], ["extract", "--help"], ["--version"], ["--version", "--json"], ["extract", "nope.txt"], ["extrct"]]
)
def test_what_needs_no_model_loads_no_model(arguments: list[str]) -> None:
    tell = "import sys\nfrom pactscan.cli.boundary import run\nrun(sys.argv[1:])\nprint(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", tell, *arguments], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in ran.stderr.split()}
    assert "typer" in loaded
    assert not loaded & HEAVY


def test_help_is_there_at_once() -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        assert process("--help").code == 0
        times.append(time.perf_counter() - start)
    assert min(times) < 1


@pytest.mark.parametrize("arguments", [["quispe.txt", "--json"], ["quispe.txt"], ["nope.txt"]])
def test_a_closed_stdout_is_an_output_error(arguments: list[str]) -> None:
    ran = process("extract", *arguments, wrap='"$@" >&-')
    assert (ran.code, ran.err) == (6, "pactscan: cannot write: standard output is closed\n")


@pytest.mark.parametrize("arguments", [["schema"], ["--version"]])
def test_a_closed_stdout_is_an_output_error_for_all(arguments: list[str]) -> None:
    assert process(*arguments, wrap='"$@" >&-').code == 6


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [["schema"], ["--version"], ["--help"], ["extract", "--help"]])
def test_a_full_disk_is_an_output_error(arguments: list[str]) -> None:
    ran = process(*arguments, wrap='"$@" >/dev/full')
    assert (ran.code, ran.err) == (6, "pactscan: cannot write standard output: No space left on device\n")


def test_a_closed_stderr_or_stdin_is_no_harm() -> None:
    assert process("extract", "nope.txt", wrap='"$@" 2>&-').code == 3
    ran = process("extract", "-", wrap='"$@" <&-')
    assert (ran.code, ran.err) == (3, "pactscan: -: standard input is closed\n")


@pytest.mark.parametrize(
    "arguments", [["schema"], ["--help"], ["--version"], ["extract", "quispe.txt"], ["extract", "quispe.txt", "-o", "/dev/stdout"]]
)
def test_a_broken_pipe_is_quiet(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(command(*arguments), stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("arguments", [["extract", "-"], ["extract", "quispe.txt", "-", "--format", "jsonl"]])
def test_a_signal_ends_it_quietly_and_leaves_nothing(arguments: list[str], number: signal.Signals, code: int) -> None:
    line = command(*arguments, "-o", "out.txt")
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        while not list(Path().glob(".pactscan-*.tmp")):
            assert run.poll() is None
            time.sleep(0.02)
        run.send_signal(number)
        out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (code, b"", b"")
    assert not [p.name for p in Path().iterdir() if "out" in p.name or "pactscan" in p.name]


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
    ids=lambda env: next(iter(env.values())),
)
def test_output_is_utf8_whatever_the_locale(env: dict[str, str]) -> None:
    ran = process("extract", "quispe.txt", "--json", "--with-text", env=env)
    assert ran.code == 0
    assert reports(ran.out)[0]["article"]["text"] == ARTICLE
    assert "Tomás" in ran.out


def at_a_terminal(*arguments: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run at a pseudo-terminal of 80 columns; the exit code and what the user sees."""
    outside, inside = pty.openpty()
    with subprocess.Popen(
        command(*arguments), stdin=inside, stdout=inside, stderr=inside, env={**os.environ, "TERM": "xterm-256color", **(env or {})}
    ) as run:
        os.close(inside)
        seen = b""
        while piece := _read(outside):
            seen += piece
        code = run.wait(timeout=60)
    os.close(outside)
    return code, seen.decode("utf-8").replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_at_a_terminal_there_is_colour_unless_it_is_unwanted(env: dict[str, str], coloured: bool) -> None:
    code, seen = at_a_terminal("extract", "quispe.txt", env=env)
    assert code == 0
    assert ("\x1b[" in seen) is coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", seen) == process("extract", "quispe.txt").out


@pytest.mark.parametrize("arguments", [[], ["extract"]])
def test_nothing_to_do_at_a_terminal_is_help(arguments: list[str]) -> None:
    code, seen = at_a_terminal(*arguments)
    assert code == 2
    assert seen.startswith("Usage: pactscan")
    assert "\x1b" not in seen


def test_the_schema_is_printed() -> None:
    ran = process("schema")
    assert ran.code == 0
    assert json.loads(ran.out) == schema()


FORMATS = ["text", "json", "jsonl", "html", "csv", "markdown", "webanno", "schemaorg", "ninjs", "ftm"]


def completed(shell: str, line: str) -> list[str]:
    """What the shell would offer at the end of the line, asked for as the script of `--show-completion` does."""
    words = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    printed = process(env={"_PACTSCAN_COMPLETE": f"complete_{shell}", **words}).out
    if shell == "zsh":
        return re.findall(r"^(?:_arguments '\*: :\(\()?\"([\w-]+)\"", printed, re.MULTILINE)
    return [one.split("\t")[0] for one in printed.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_commands_and_values(shell: str) -> None:
    assert completed(shell, "pactscan extract --format ") == FORMATS
    assert completed(shell, "pactscan ext") == ["extract"]
