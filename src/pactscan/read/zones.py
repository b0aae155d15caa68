"""Parts of an article that are not its story: title, header lines, byline, dateline, captions, credits, notices."""

from __future__ import annotations

from pactscan.model import Zone, ZoneKind


def zones_of(text: str, title: str | None = None) -> tuple[Zone, ...]:
    """The zones of `text` in order; `title` is what its record calls it."""
    if title and text.lstrip().startswith(title):
        start = len(text) - len(text.lstrip())
        return (Zone(ZoneKind.TITLE, start, start + len(title)),)
    return ()
