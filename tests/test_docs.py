"""Every command shown in the docs runs, and prints what the docs say it prints.

``--update-golden`` puts what a command prints now in the place of what the page shows, unless the page leaves lines out.

In a ``console`` block a line that starts with ``$ `` is a command; the lines up to the next command are its output, where
a line ``…`` stands for any number of lines. Set-up commands (in blocks marked ``<!-- set-up -->``, ``<!-- test command -->``)
are run by .ci/run on a bare machine instead.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(?:<!-- ([a-z -]+) -->\n)?```console\n(.*?)```", re.DOTALL)
RUN_BY_CI = {"set-up", "test command"}


class Shown(NamedTuple):
    """A command as a page shows it, with the output shown below it."""

    page: Path
    command: str
    output: str


def commands() -> list[Shown]:
    found = []
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]:
        for kind, block in BLOCK.findall(page.read_text(encoding="utf-8")):
            if kind not in RUN_BY_CI:
                found += [
                    Shown(page, command, output) for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
                ]
    return found


@pytest.fixture(scope="module")
def newsrooms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Page → a folder with a copy of the samples, where the commands of that page run one after the other."""
    folders = {page: tmp_path_factory.mktemp("newsroom") for page in {shown.page.name for shown in commands()}}
    for folder in folders.values():
        shutil.copytree(ROOT / "samples", folder / "samples")
    return folders


@pytest.mark.parametrize("shown", commands(), ids=lambda shown: f"{shown.page.name}: {shown.command[:60]}")
def test_a_command_prints_what_the_page_says(shown: Shown, newsrooms: dict[str, Path], update_golden: bool) -> None:
    scripts = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80", "NO_COLOR": "1"}
    if "jq" in shown.command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    run = subprocess.run(
        ["bash", "-c", shown.command],
        cwd=newsrooms[shown.page.name],
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    printed = run.stdout + run.stderr
    if update_golden and not matches(shown.output, printed) and "…\n" not in shown.output:
        page = shown.page.read_text(encoding="utf-8")
        shown.page.write_text(page.replace(f"$ {shown.command}\n{shown.output}", f"$ {shown.command}\n{printed}", 1), encoding="utf-8")
    else:
        assert matches(shown.output, printed), printed


def matches(shown: str, printed: str) -> bool:
    """Whether the shown output is the printed one, line ends aside; ``…`` on a line of its own stands for any lines."""
    if not shown.strip():
        return True
    pattern = ".*?".join(
        re.escape("\n".join(line.rstrip() for line in part.splitlines())) for part in re.split(r"^…\n", shown, flags=re.MULTILINE)
    )
    return re.fullmatch(pattern + r"\n*", "\n".join(line.rstrip() for line in printed.splitlines()), re.DOTALL) is not None
