"""One line of a JSONL file → Article: ``{"id", "text", "title", "published"}``; other fields are ignored."""

from __future__ import annotations

from typing import Any

from pactscan.model import Article
from pactscan.read.compose import Origin, compose
from pactscan.read.options import ReadOptions

DEFAULTS = ReadOptions()


def article_of_record(
    record: dict[str, Any], *, source: str, options: ReadOptions = DEFAULTS, encoding: str = "utf-8", fallback_id: str | None = None
) -> Article:
    """The article of a record that `problem_of_record` finds nothing wrong with; without an id it takes `fallback_id`."""
    name = record.get("id")
    identity = (fallback_id or source) if name is None else str(name)
    origin = Origin(
        id=identity,
        source=source,
        encoding=encoding,
        name=None if name is None else identity,
        title=record.get("title") or None,
        metadata_date=record.get("published"),
    )
    return compose(record["text"], origin, options)


def problem_of_record(record: Any, options: ReadOptions = DEFAULTS) -> str | None:
    """Why `record` cannot become an article, in a few words; None when it can."""
    if not isinstance(record, dict):
        return "not a JSON object"
    text = record.get("text")
    if not isinstance(text, str):
        return 'no "text"' if text is None else '"text" is not a string'
    if len(text) > options.max_characters:
        return f"too long ({len(text):,} characters > {options.max_characters:,}; see --max-characters)"
    return _problem_of_fields(record)


def _problem_of_fields(record: dict[str, Any]) -> str | None:
    for name in ("title", "published"):
        if not isinstance(record.get(name), str | None):
            return f'"{name}" is not a string'
    if not isinstance(record.get("id"), str | int | None) or isinstance(record.get("id"), bool):
        return '"id" is neither a string nor a number'
    try:
        "".join(v for v in record.values() if isinstance(v, str)).encode("utf-8")
    except UnicodeEncodeError:
        return "half of a surrogate pair in it, which is no character"
    return None
