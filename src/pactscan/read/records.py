"""One line of a JSONL file → Article: ``{"id", "text", "title", "published"}``; other fields are ignored."""

from __future__ import annotations

from typing import Any

from pactscan.model import Article
from pactscan.read.compose import Origin, compose
from pactscan.read.options import ReadOptions

DEFAULTS = ReadOptions()
TOLD = ("title", "published")
"""Fields besides id and text that are read."""


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
        title=_string(record, "title"),
        metadata_date=_string(record, "published"),
        notes=tuple(f'the record\'s "{key}" is not a string and was left out' for key in TOLD if _unfit(record.get(key))),
    )
    return compose(record["text"], origin, options)


def _string(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) and value.strip() else None


def _unfit(value: Any) -> bool:
    return not isinstance(value, str | None)


def problem_of_record(record: Any, options: ReadOptions = DEFAULTS) -> str | None:
    """Why `record` cannot become an article, in a few words; None when it can."""
    if not isinstance(record, dict):
        return "not a JSON object"
    text = record.get("text")
    if not isinstance(text, str):
        return 'no "text"' if text is None else '"text" is not a string'
    if len(text) > options.max_characters:
        return f"too long ({len(text):,} characters > {options.max_characters:,}; raise the limit with --max-characters)"
    return _problem_of_fields(record)


def _problem_of_fields(record: dict[str, Any]) -> str | None:
    if not isinstance(record.get("id"), str | int | None) or isinstance(record.get("id"), bool):
        return '"id" is neither a string nor a number'
    try:
        "".join(_string(record, name) or "" for name in ("id", "text", *TOLD)).encode("utf-8")
    except UnicodeEncodeError:
        return "half of a surrogate pair in it, which is no character"
    return None
