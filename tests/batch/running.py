"""Running a batch as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "pactscan", "batch", *arguments]


def batch(folder: Path, output: str, *options: str, code: int = 0, news: str = "news") -> str:
    """Run to the end in `folder`, on its sub-folder `news`; what was said on stderr."""
    run = subprocess.run(command(news, "-o", output, *options), cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == code, run.stderr
    assert run.stdout == ""
    return run.stderr
