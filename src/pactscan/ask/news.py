"""What is new since a day."""

from __future__ import annotations

from pactscan.ask.chronicle import numbers_of, rows_of
from pactscan.ask.corpus import Corpus
from pactscan.askmodel import EVERYTHING, Filters, NewRow, News
from pactscan.model import AgreementStatus


def new_since(corpus: Corpus, since: str, filters: Filters = EVERYTHING, *, limit: int | None = None) -> News:
    """Agreements that articles published on `since` (``YYYY-MM-DD``) or later are the first to tell of, or give another status.

    A `limit` keeps the last ones of the timeline.
    """
    steps = corpus.all("SELECT instrument, published, status FROM instrument_steps WHERE published IS NOT NULL ORDER BY rowid")
    before: dict[int, str] = {}
    changed: dict[int, str | None] = {}
    for instrument, published, status in steps:
        if published < since:
            before[instrument] = status
        else:
            changed.setdefault(instrument, before.get(instrument))
    reported = dict(corpus.all("SELECT id, reported FROM instruments"))
    new = {number for number, day in reported.items() if day and day >= since}
    numbers = [n for n in numbers_of(corpus, filters) if n in new or n in changed]
    kept = numbers if limit is None else numbers[len(numbers) - min(limit, len(numbers)) :]
    rows = zip(kept, rows_of(corpus, kept), strict=True)
    return News(since, tuple(NewRow("new" if n in new else "status", _status(changed.get(n)), row) for n, row in rows), len(numbers))


def _status(value: str | None) -> AgreementStatus | None:
    return AgreementStatus(value) if value else None
