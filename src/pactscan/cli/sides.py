"""The two sides of a diff: an article is scanned, a saved report is taken as it is (and then the model is never loaded)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from pactscan.cli.single import one_article, scanner_of
from pactscan.codec import MalformedReport, from_dict
from pactscan.errors import InputError
from pactscan.model import Article, Report

if TYPE_CHECKING:
    from pactscan.scanner import Scanner

STDIN = "-"
MAX_BYTES = 64 * 1024 * 1024
"""Largest saved report to read."""


class Sides:
    """Reads both sides with one scanner, loaded when the first article asks for it."""

    def __init__(self, model: str, *, allow_unverified: bool, lexicon: Path | None = None) -> None:
        self._model = model
        self._lexicon = lexicon
        self._allow_unverified = allow_unverified
        self._scanner: Scanner | None = None

    def report(self, path: str, published: str | None, option: str) -> Report:
        """The report of one side."""
        if not _is_saved(path):
            return self._scanned(one_article(path, published))
        if published is not None:
            raise InputError(f"{option}: {path} is a saved report, whose dates are resolved; give --date to extract")
        return saved_report(path)

    def _scanned(self, article: Article) -> Report:
        if self._scanner is None:
            self._scanner = scanner_of(self._model, self._lexicon, allow_unverified=self._allow_unverified)
        return self._scanner.scan(article)


def _is_saved(path: str) -> bool:
    return path != STDIN and Path(path).suffix.lower() == ".json"


def saved_report(path: str) -> Report:
    """The report in the JSON file at `path`; an array of one report is taken too.

    Raises InputError, in one line, when the file is no report of this version.
    """
    try:
        with Path(path).open("rb") as file:
            plain = _one(_parsed(file))
        return from_dict(plain)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    except MalformedReport as error:
        raise InputError(f"{path}: not a saved report: {error}") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not a saved report: {_what(error)}") from None


def _parsed(file: BinaryIO) -> Any:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValueError(f"larger than {MAX_BYTES // 1024 // 1024} MiB")
    return json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _one(plain: Any) -> Any:
    return plain[0] if isinstance(plain, list) and len(plain) == 1 else plain


def _what(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON (line {error.lineno}, column {error.colno}: {error.msg})"
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 (byte {error.start})"
    return "nested too deep" if isinstance(error, RecursionError) else str(error)
