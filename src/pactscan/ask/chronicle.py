"""Agreements by date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pactscan.ask.corpus import Corpus, in_parts, marks
from pactscan.ask.filters import condition
from pactscan.askmodel import EVERYTHING, Filters, PartyName, Timeline, TimelineRow
from pactscan.model import AgreementForm, AgreementStatus

_COLUMNS = (
    "i.id, i.slug, i.name, i.form, i.domain, i.status, i.date, i.date_kind, i.status_reported, i.reported, "
    'i.stories, i.articles, i.conflicts, i.article, i."start", i."end", i.words'
)


def timeline(corpus: Corpus, filters: Filters = EVERYTHING, *, limit: int | None = None) -> Timeline:
    """The agreements that the filters let through, by their date. A `limit` keeps the newest."""
    numbers = numbers_of(corpus, filters)
    kept = numbers if limit is None else numbers[len(numbers) - min(limit, len(numbers)) :]
    return Timeline(tuple(rows_of(corpus, kept)), len(numbers))


def numbers_of(corpus: Corpus, filters: Filters) -> list[int]:
    """Rows of the instruments that the filters let through, in the order of the timeline."""
    where, values = condition(corpus, filters)
    return [number for (number,) in corpus.all(f"SELECT i.id FROM instruments i WHERE {where} ORDER BY i.id", values)]  # noqa: S608


def rows_of(corpus: Corpus, numbers: Iterable[int]) -> list[TimelineRow]:
    """The rows of instruments, in the order given."""
    numbers = list(numbers)
    found: dict[int, TimelineRow] = {}
    for part in in_parts(numbers):
        rows = corpus.all(f"SELECT {_COLUMNS} FROM instruments i WHERE i.id IN ({marks(part)})", part)  # noqa: S608
        parties = parties_of(corpus, part)
        passages = corpus.passages(row[-4:] for row in rows)
        found.update((row[0], _row(row, parties.get(row[0], ()), at)) for row, at in zip(rows, passages, strict=True))
    return [found[number] for number in numbers]


def _row(row: Any, parties: tuple[PartyName, ...], passage: Any) -> TimelineRow:
    _, slug, name, form, domain, status, date, kind, status_reported, reported, stories, articles, conflicts, *_ = row
    return TimelineRow(
        slug,
        name,
        AgreementForm(form),
        domain,
        AgreementStatus(status),
        date,
        kind,
        status_reported,
        reported,
        parties,
        stories,
        articles,
        conflicts,
        passage,
    )


def parties_of(corpus: Corpus, numbers: list[int]) -> dict[int, tuple[PartyName, ...]]:
    """The parties that are shown, by instrument, in the order of the table."""
    query = f"SELECT instrument, code, name FROM instrument_parties WHERE shown AND instrument IN ({marks(numbers)}) ORDER BY rowid"  # noqa: S608
    found: dict[int, tuple[PartyName, ...]] = {}
    for instrument, code, name in corpus.all(query, numbers):
        found[instrument] = (*found.get(instrument, ()), PartyName(code, name))
    return found
