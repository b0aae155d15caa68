"""One path, or standard input → the articles in it, in order."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from pactscan.errors import InputError
from pactscan.model import Article, Failure
from pactscan.read.compose import Origin, compose
from pactscan.read.decode import decode
from pactscan.read.files import PACKED, SUFFIXES, opened, printable, read_within, stem_of, suffix_of
from pactscan.read.lines import articles_in_lines
from pactscan.read.options import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
DEFAULTS = ReadOptions()
_HTML_START = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_JSONL_START = re.compile(rb'\s*\{\s*"')
_JSON_START = re.compile(rb'\s*(?:\[\s*)?\{\s*\n\s*"|\s*\[\s*\{\s*"')
GLANCE = 4096
"""Bytes looked at to tell the format."""


def read_path(path: str, options: ReadOptions = DEFAULTS, *, stdin: BinaryIO | None = None) -> Iterator[Article | Failure]:
    """The articles of one file; ``-`` reads `stdin`. A JSONL file gives one a line, any other file one in all."""
    source = STDIN if path == STDIN else printable(below(path, options.folder))
    try:
        with _stream(path, stdin) as file:
            yield from _articles(file, source, path, options)
    except InputError as error:
        yield Failure(source, str(error), error.exit_code)


@contextmanager
def _stream(path: str, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    if path != STDIN:
        with opened(path) as file:
            yield file
    elif stdin is None:
        raise InputError("standard input is closed")
    else:
        yield stdin


def _articles(file: BinaryIO, source: str, path: str, options: ReadOptions) -> Iterator[Article | Failure]:
    begin = file.read(GLANCE)
    kind = options.input_format or format_of(path, begin)
    if kind == "jsonl":
        yield from articles_in_lines(file, begin, source, _id(source, options), options)
        return
    data = read_within(file, options.max_bytes, begin)
    yield _from_html(data, source, path, options) if kind == "html" else _from_text(data, source, path, options)


def format_of(path: str, begin: bytes) -> str:
    """One of `FORMATS`, by the name, else by the first bytes. Raises InputError for JSON that is no JSONL."""
    return SUFFIXES.get(suffix_of(path)) or _format_of(begin)


def _format_of(begin: bytes) -> str:
    if _HTML_START.match(begin):
        return "html"
    if _JSON_START.match(begin):
        raise InputError("JSON over several lines; give one record a line, as jq -c '.[]' prints an array's")
    return "jsonl" if _JSONL_START.match(begin) and b'"text"' in begin else "text"


def _from_text(data: bytes, source: str, path: str, options: ReadOptions) -> Article:
    text, encoding = decode(data)
    _refuse_long(text, options)
    return compose(text, Origin(_id(source, options), source, encoding, name=_name(path)), options)


def _from_html(data: bytes, source: str, path: str, options: ReadOptions) -> Article:
    from pactscan.read.html import page_of

    page = page_of(data)
    _refuse_long(page.text, options)
    origin = Origin(
        _id(source, options),
        source,
        page.encoding,
        name=_name(path),
        title=page.title,
        metadata_date=page.published,
        outlet=page.outlet,
        carries_text=True,
    )
    return compose(page.text, origin, options)


def _refuse_long(text: str, options: ReadOptions) -> None:
    if len(text) > options.max_characters:
        raise InputError(f"too long ({len(text):,} characters > {options.max_characters:,}; raise the limit with --max-characters)")


def below(path: str, folder: str | None) -> str:
    """`path` as a report gives it: relative to `folder` when there is one."""
    if folder is None:
        return path
    try:
        return PurePath(path).relative_to(folder).as_posix()
    except ValueError:
        return path


def _id(source: str, options: ReadOptions) -> str:
    """The path below the folder given, without suffix; of a file given by itself, its name: an id holds no place on a machine."""
    stem = stem_of(source)
    return stem if options.folder is not None else PurePosixPath(stem).name or stem


def _name(path: str) -> str | None:
    return None if path == STDIN else printable(path[: -len(PACKED)] if path.lower().endswith(PACKED) else path)
