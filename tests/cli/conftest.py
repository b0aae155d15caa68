"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import QuickScanner

ARTICLE = "Chile and Norway signed a pact on Tuesday.\n"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No model: what these tests ask is what happens around the scanner."""
    monkeypatch.setattr("pactscan.scanner.Scanner", QuickScanner)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a few articles, and an environment that says nothing of colours."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(ARTICLE, encoding="utf-8")
    Path("fault.txt").write_text("FAULT in it, and some more English words.\n", encoding="utf-8")
    return tmp_path
