"""Reports as one long table: a row for each value, with the words of the article that it came from.

Columns: ``article`` (its id), ``published``, ``noun``, ``id`` (of the actor, country, quote or agreement that has the value), ``field``,
``value`` (empty when unknown), ``detail`` (what goes with it: a reason, a role, who speaks), ``confidence``, ``start``, ``end``, ``words``.
A quote in several stretches has a row for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Plain = dict[str, Any]
Cell = str | int | None
Row = tuple[Cell, ...]

NAMES = ("article", "published", "noun", "id", "field", "value", "detail", "confidence", "start", "end", "words")
NUMBERS = frozenset({NAMES.index("start"), NAMES.index("end")})


def rows(report: Plain) -> Iterator[Row]:
    """The rows of a report (JSON types), noun by noun in its order."""
    of_article = (report["article"]["id"], report["article"]["published"])
    nouns = {"actors": _actor, "countries": _country, "dates": _date, "quotes": _quote, "agreements": _agreement}
    for noun, rows_of in nouns.items():
        for item in report[noun]:
            yield from ((*of_article, *row) for row in rows_of(item))
    for note in report["notes"]:
        yield (*of_article, "note", None, "note", note, *[None] * 5)


def _row(noun: str, item: Plain, field: str, value: str | None, mention: Plain | None, detail: str | None = None) -> Row:
    place = (mention["start"], mention["end"], mention["text"]) if mention else (None, None, None)
    return (noun, item.get("id", item.get("code")), field, value, detail, item.get("confidence"), *place)


def _actor(actor: Plain) -> Iterator[Row]:
    mentions = {mention["text"]: mention for mention in reversed(actor["mentions"])}
    first = next(iter(actor["mentions"]), None)
    yield _row("actor", actor, "name", actor["name"], mentions.get(actor["name"], first))
    for field in ("kind", "role", "country"):
        if actor[field]:
            yield _row("actor", actor, field, actor[field], first)
    for alias in actor["aliases"]:
        yield _row("actor", actor, "alias", alias, mentions.get(alias))


def _country(country: Plain) -> Iterator[Row]:
    field = "about" if country["focus"] else "mentioned"
    yield _row("country", country, field, country["name"], next(iter(country["mentions"]), None), country["alpha3"])


def _date(date: Plain) -> Iterator[Row]:
    detail = date["reason"] or date["mod"] or ("in a name" if date["role"] == "name" else None)
    yield _row("date", date, date["type"], date["value"], date["mention"], detail)


def _quote(quote: Plain) -> Iterator[Row]:
    source = quote["speaker_name"] or (quote["source"]["text"] if quote["source"] else None)
    for span in quote["spans"]:
        yield _row("quote", quote, quote["kind"], quote["text"], span, source)
    if quote["cue"]:
        yield _row("quote", quote, "cue", quote["cue"]["text"], quote["cue"], source)


def _agreement(agreement: Plain) -> Iterator[Row]:
    first = next(iter(agreement["mentions"]), None)
    named = next((m for m in agreement["mentions"] if " ".join(m["text"].split()) == agreement["name"]), first)
    yield _row("agreement", agreement, "name", agreement["name"], named)
    for alias in agreement["aliases"]:
        mention = next((m for m in agreement["mentions"] if " ".join(m["text"].split()) == alias), None)
        yield _row("agreement", agreement, "alias", alias, mention)
    yield _row("agreement", agreement, "form", agreement["form"], named)
    if agreement["domain"]:
        yield _row("agreement", agreement, "domain", agreement["domain"], named)
    yield _row("agreement", agreement, "status", agreement["status"], agreement["evidence"])
    yield from _particulars(agreement)


def _particulars(agreement: Plain) -> Iterator[Row]:
    for party in agreement["parties"]:
        detail = ", ".join(part for part in (party["name"] if party["code"] else None, party["status"]) if part)
        yield _row("agreement", agreement, "party", party["code"] or party["name"], party["mention"], detail or None)
    for signatory in agreement["signatories"]:
        detail = ", ".join(part for part in (signatory["role"], signatory["country"]) if part)
        yield _row("agreement", agreement, "signatory", signatory["name"], signatory["mention"], detail or None)
    for date in agreement["dates"]:
        yield _row("agreement", agreement, f"date {date['kind']}", date["value"], date["mention"], date["reason"])
    if agreement["place"]:
        yield _row("agreement", agreement, "place", agreement["place"]["text"], agreement["place"])
