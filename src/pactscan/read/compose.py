"""Text decoded → Article: its parts, its language and its publication date, found once and never later."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pactscan.model import Article, PublishedFrom, Zone, ZoneKind
from pactscan.read.language import NOT_ENGLISH, language_of
from pactscan.read.options import ReadOptions
from pactscan.read.published import lacks_year, publication_date
from pactscan.read.several import holds_several
from pactscan.read.zones import zones_of
from pactscan.read.zones.headers import outlet_in

LOST = "\ufffd"
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a text from outside of it."""

    id: str
    source: str
    encoding: str = "utf-8"
    name: str | None = None
    """File name or record id, which may hold the publication date."""
    title: str | None = None
    metadata_date: str | None = None
    """Publication date as a record or a page states it."""
    outlet: str | None = None
    carries_text: bool = False
    notes: tuple[str, ...] = ()


def compose(text: str, origin: Origin, options: ReadOptions) -> Article:
    """The article whose text is `text`; nothing in it is changed."""
    zones = zones_of(text, origin.title)
    day, found_in = publication_date(text, zones, option=options.published, metadata=origin.metadata_date, name=origin.name)
    language = options.language or language_of(text)
    return Article(
        id=origin.id,
        text=text,
        source=origin.source,
        title=origin.title or _title_in(text, zones),
        published=day,
        published_from=found_in,
        outlet=origin.outlet or _outlet_in(text, zones),
        language=language,
        encoding=origin.encoding,
        zones=zones,
        carries_text=origin.carries_text,
        notes=(*origin.notes, *_notes(text, zones, language, day), *_notes_on_metadata(origin.metadata_date, found_in)),
    )


def _title_in(text: str, zones: tuple[Zone, ...]) -> str | None:
    return next((" ".join(text[z.start : z.end].split()) for z in zones if z.kind is ZoneKind.TITLE), None)


def _outlet_in(text: str, zones: tuple[Zone, ...]) -> str | None:
    named = (outlet_in(text[z.start : z.end]) for z in zones if z.kind is ZoneKind.HEADER)
    return next(filter(None, named), None)


def _notes(text: str, zones: tuple[Zone, ...], language: str | None, published: str | None) -> tuple[str, ...]:
    if not text.strip():
        return ("the article is empty",)
    lost, unseen = text.count(LOST), len(_UNSEEN.findall(text))
    notes = {
        NOT_ENGLISH: language != "en",
        "several articles in one text, read as one: split it for one report each": holds_several(text),
        "the dateline states no year: give --date to resolve relative dates": published is None and lacks_year(text, zones),
        f"{lost} characters were lost before reading (U+FFFD)": lost > 0,
        f"{unseen} invisible characters in the text (zero-width or direction marks)": unseen > 0,
    }
    return tuple(note for note, holds in notes.items() if holds)


def _notes_on_metadata(stated: str | None, found_in: PublishedFrom | None) -> tuple[str, ...]:
    if not stated or found_in in (PublishedFrom.OPTION, PublishedFrom.METADATA):
        return ()
    return (f"the publication date given with the text is no day: {' '.join(stated.split())[:40]}",)
