"""The docs as a site, as reference pages, and in the terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pactscan.cli import topics
from tests.cli.running import pactscan

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent


def test_the_reference_is_what_the_program_says(update_golden: bool) -> None:
    command = [sys.executable, "scripts/reference.py", *([] if update_golden else ["--check"])]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_the_site_is_built_strictly_and_takes_nothing_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    ran = subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    pages = [page for page in tmp_path.rglob("*.html") if page.name != "404.html"]
    assert len(pages) == len(list((ROOT / "docs").rglob("*.md")))
    for page in pages:
        loaded = re.findall(r'<(?:script|img|iframe)[^>]* src="([^"]+)"|<link[^>]* href="([^"]+)"', page.read_text(encoding="utf-8"))
        assert not [one for pair in loaded for one in pair if one.startswith(("http:", "https:", "//"))], page


def test_every_page_is_a_topic_with_a_title() -> None:
    listed = [line.split(maxsplit=1) for line in pactscan("help").out.splitlines()]
    assert [name for name, _ in listed] == sorted(path.stem for path in (ROOT / "docs").glob("*.md") if path.stem != "index")
    assert pactscan("help", "lexicon").out == (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")


def test_a_page_that_there_is_not_is_refused_and_pages_that_are_gone_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran = pactscan("help", "treaties")
    assert (ran.code, ran.out) == (2, "")
    assert "'treaties' is no page; those are accuracy, " in ran.err
    monkeypatch.setattr(topics, "PLACES", (tmp_path,))
    assert pactscan("help").code == 3
