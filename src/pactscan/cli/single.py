"""Commands that are about one article: it is read alone, and whatever is wrong with it ends the command."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pactscan.errors import InputError
from pactscan.model import Article, Failure

if TYPE_CHECKING:
    from pactscan.scanner import Scanner


def one_article(path: str, published: str | None) -> Article:
    """The one article at `path`, ``-`` is standard input; InputError, with the code of what failed, when there is none, or more."""
    from pactscan.read import ReadOptions, read_path

    stdin = sys.stdin.buffer if sys.stdin is not None else None
    found = list(islice(read_path(path, ReadOptions(published=published), stdin=stdin), 2))
    if len(found) != 1:
        raise InputError(f"{path}: holds {'no article' if not found else 'several articles'}; one is taken at a time")
    if isinstance(found[0], Failure):
        error = InputError(f"{found[0].source}: {found[0].reason}")
        error.exit_code = found[0].code
        raise error
    return found[0]


def scanner_of(model: str, lexicon: Path | None, *, allow_unverified: bool) -> Scanner:
    """The scanner that the options ask for."""
    from pactscan.scanner import Scanner

    return Scanner(model, allow_unverified=allow_unverified, lexicon=lexicon)
