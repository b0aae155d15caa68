"""A JSONL file → articles: one a line, read as a stream, so that its size has no limit but that of a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, BinaryIO

from pactscan.errors import InputError
from pactscan.model import Article, Failure
from pactscan.read.decode import decode
from pactscan.read.files import too_large
from pactscan.read.records import article_of_record, problem_of_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactscan.read.options import ReadOptions

UTF8_MARK = b"\xef\xbb\xbf"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def articles_in_lines(file: BinaryIO, begin: bytes, source: str, stem: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """The articles of `file`, whose first bytes `begin` were read already; a bad line is a Failure and the others go on."""
    if begin.startswith(WIDE_MARKS):
        raise InputError("a JSONL file in UTF-16 or UTF-32; save it as UTF-8 again")
    for number, line in enumerate(lines_within(file, begin.removeprefix(UTF8_MARK), options.max_bytes), start=1):
        if line is None:
            yield Failure(source, f"line {number}: {too_large(None, options.max_bytes)}")
        elif line.strip():
            yield article_in_line(line, number, source, stem, options)


def article_in_line(line: bytes, number: int, source: str, stem: str, options: ReadOptions) -> Article | Failure:
    """The article of one JSONL line; `number` counts from 1, `stem` makes the id of a record without one."""
    try:
        text, encoding = decode(line)
        record = json.loads(text)
    except InputError as error:
        return Failure(source, f"line {number}: {error}")
    except (ValueError, RecursionError) as error:
        return Failure(source, f"line {number}: not JSON: {_reason(error)}")
    problem = problem_of_record(record, options)
    if problem:
        return Failure(source, f"line {number}: {problem}")
    return article_of_record(record, source=source, options=options, encoding=encoding, fallback_id=f"{stem}:{number}")


def _reason(error: Exception) -> str:
    return f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "nested too deeply or a number too long"


def lines_within(file: BinaryIO, begin: bytes, limit: int) -> Iterator[bytes | None]:
    """The lines of `begin` and then `file`; None stands for a line of more than `limit` bytes."""
    *whole, rest = begin.split(b"\n")
    yield from (line if len(line) <= limit else None for line in whole)
    line = rest + file.readline(limit + 1)
    while line:
        if len(line.rstrip(b"\r\n")) > limit:
            _skip_line(file, line)
            yield None
        else:
            yield line
        line = file.readline(limit + 1)


def _skip_line(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(1 << 20)
