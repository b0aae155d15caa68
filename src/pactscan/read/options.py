"""What a reader may be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MAX_BYTES = 20 * 1024 * 1024
MAX_CHARACTERS = 1_000_000
FORMATS = ("text", "html", "jsonl")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: what the user knows better than the file, and the limits."""

    published: str | None = None
    """Publication day ``YYYY-MM-DD``; wins over everything that the article says."""
    input_format: str | None = None
    """One of `FORMATS`; None to tell it from the name and the content."""
    max_bytes: int = MAX_BYTES
    """Limit of a text or HTML file, and of one line of a JSONL file."""
    max_characters: int = MAX_CHARACTERS
    folder: str | None = None
    """The folder that the paths were found in: sources and ids are then relative to it."""
    language: str | None = None
    """BCP 47 code to take without testing the text; None to test it."""

    def __post_init__(self) -> None:
        """Raise ValueError for a day that does not exist and a format that is none."""
        if self.published is not None and not _is_day(self.published):
            raise ValueError(f"published is a day YYYY-MM-DD, not {self.published!r}")
        if self.input_format not in (None, *FORMATS):
            raise ValueError(f"input_format is one of {', '.join(FORMATS)}, not {self.input_format!r}")


def _is_day(stated: str) -> bool:
    try:
        return date.fromisoformat(stated).isoformat() == stated
    except ValueError:
        return False
