"""Running the command line: inside this process (fast), or as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pactscan.cli.boundary import run
from pactscan.model import Article, Failure, Report
from pactscan.scanner import Dating, info_of, options_of
from tests.render.reports import TOOL

ROOT = Path(__file__).parents[2]


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A standard stream in memory, in the poorest of encodings, so that whatever leans on it fails."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="ascii", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    @property
    def written(self) -> str:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8")


def pactscan(*arguments: str, stdin: bytes = b"", terminal: bool = False) -> Ran:
    """Run ``pactscan ARGUMENTS`` in this process; with `terminal` stdin and stdout are one."""
    out, err = Stream(terminal=terminal), Stream()
    with _streams(Stream(stdin, terminal=terminal), out, err):
        code = run(arguments)
    return Ran(code, out.written, err.written)


@contextmanager
def _streams(*streams: Stream) -> Iterator[None]:
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


QUICK = "import pactscan.scanner; from tests.cli.running import QuickScanner; pactscan.scanner.Scanner = QuickScanner"


def command(*arguments: str) -> list[str]:
    """The command line of a process, with a scanner that needs no model."""
    return [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); {QUICK}; from pactscan.cli import main; main()",
        *arguments,
    ]


def process(*arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None, wrap: str = "") -> Ran:
    """Run ``pactscan ARGUMENTS`` as a process; `wrap` is a shell script that gets the command as ``"$@"``."""
    line = ["sh", "-c", wrap, "sh", *command(*arguments)] if wrap else command(*arguments)
    ran = subprocess.run(line, input=stdin, env={**os.environ, **(env or {})}, capture_output=True, check=False, timeout=120)
    return Ran(ran.returncode, ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8"))


class QuickScanner:
    """A scanner that knows nothing of language: a report says how long the article is. The word FAULT makes it fail."""

    def __init__(self, _model: str, *, allow_unverified: bool, only: Sequence[str], dating: Dating, lexicon: Path | None = None) -> None:
        self.tool = replace(TOOL, options=options_of(only, dating))

    def outcomes(self, articles: Iterator[Article], *, strict: bool = False) -> Iterator[Report | Failure]:
        for article in articles:
            if "INTERRUPT" in article.text:
                raise KeyboardInterrupt
            if "FAULT" in article.text:
                if strict:
                    raise ZeroDivisionError("a fault of ours")
                yield Failure(article.source, "internal error: ZeroDivisionError: a fault of ours", 70)
            else:
                yield Report(self.tool, info_of(article), notes=article.notes)
