"""Agreement records made by hand: what a report says of one agreement, in one line."""

from __future__ import annotations

from itertools import count
from typing import Any

from pactscan.ask.joining import join
from pactscan.ask.records import Record
from pactscan.ask.sources import Source
from pactscan.model import AgreementForm

_NUMBERS = count(1)
_ROWS: dict[str, int] = {}
Plain = dict[str, Any]


def record(
    name: str,
    parties: str = "",
    published: str | None = "2024-05-15",
    status: str = "signed",
    *,
    how: str = "name",
    form: str | None = None,
    dates: str = "",
    article: str | None = None,
    story: int | None = None,
    also: tuple[tuple[str, str], ...] = (),
) -> Record:
    """A record; `dates` as ``signed=2024-05-14 in_force=2024-09``, `also` further mentions as (words, form)."""
    number = next(_NUMBERS)
    key = article or f"article-{number}"
    source = Source(_ROWS.setdefault(key, number), key, f"{key}.txt", None, None, published, story or number + 10**9)
    mentions = [mention(words, form=kind) for words, kind in ((name, how), *also)]
    plain = {
        "id": f"agreement-{name.lower()}",
        "name": name,
        "aliases": [words for words, _ in also],
        "form": form or _form(name),
        "domain": None,
        "status": status,
        "evidence": mention(status),
        "parties": [party(code) for code in parties.split()],
        "signatories": [],
        "dates": [date(*one.split("=")) for one in dates.split()],
        "place": None,
        "mentions": mentions,
        "confidence": "high",
    }
    return Record(number, number, source, plain)


def _form(name: str) -> str:
    last = name.rsplit(" ", 1)[-1].lower()
    return last if last in set(AgreementForm) else "ceasefire" if last == "truce" else "accord"


def mention(words: str, **more: str) -> Plain:
    return {"start": 0, "end": len(words), "text": words, **more}


def party(code: str) -> Plain:
    known = len(code) == 2
    return {"code": code if known else None, "name": code, "status": None, "mention": mention(code)}


def date(kind: str, value: str) -> Plain:
    return {"kind": kind, "value": value, "reason": None, "mention": mention(value)}


def joined(*records: Record) -> list[list[str]]:
    """The names of the records, instrument by instrument."""
    return [[each.name for each in instrument.records] for instrument in join(records)]
