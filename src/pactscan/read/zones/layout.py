"""The zones of a text: its head line by line until the story begins, then captions, credits and notices anywhere."""

from __future__ import annotations

import re

from pactscan.lexicon.reading import zone_words
from pactscan.model import Zone, ZoneKind
from pactscan.paragraphs import Paragraph, paragraphs
from pactscan.read.zones.bylines import is_byline
from pactscan.read.zones.credits import credit_zones, is_contribution
from pactscan.read.zones.datelines import dateline_at
from pactscan.read.zones.headers import is_header, label_of
from pactscan.read.zones.titles import LONGEST, is_title

HEAD = 12
"""Paragraphs among which the head of an article ends."""
FRONT_MATTER = 40
TAIL = 4
"""Last paragraphs, where bylines and publication dates may stand as well."""
DECK = 160
LONGEST_NOTICE = 700
_MARK = re.compile(r"\[(?P<mark>[A-Za-z .]{2,40})\](?P<rest>\s*)")


def zones_of(text: str, title: str | None = None) -> tuple[Zone, ...]:
    """The zones of `text` in order, none overlapping; `title` is what its record or page calls it."""
    parts = paragraphs(text)
    zones = _head(text, parts, title)
    head_ends = max((z.end for z in zones), default=0)
    for i, part in enumerate(parts):
        if part.start >= head_ends:
            zones += _anywhere(text, part, last=i >= len(parts) - TAIL and i > 0)
    return tuple(sorted(zones, key=lambda z: z.start))


def _head(text: str, parts: list[Paragraph], title: str | None) -> list[Zone]:
    """Zones from the first paragraph to the dateline of the story's first one."""
    zones, begin = _front_matter(text, parts)
    titled = any(z.kind is ZoneKind.TITLE for z in zones)
    for i, part in enumerate(parts[begin : begin + HEAD], start=begin):
        zone = None if titled else _title(text, parts, i, title)
        if zone:
            titled = True
            zones.append(zone)
            continue
        found = _head_line(text, part)
        if found:
            zones += found
        elif not _is_deck(text, part, titled):
            return zones + _story_start(text, parts, i)
    return zones


def _title(text: str, parts: list[Paragraph], i: int, stated: str | None) -> Zone | None:
    part = parts[i]
    line = text[part.start : part.end]
    begin = part.start + (2 if line.startswith("# ") else 0)
    if stated and _states(stated, text[begin : part.end]):
        return Zone(ZoneKind.TITLE, begin, part.end)
    if label_of(line) in ("headline", "title"):
        return _after_label(text, part)
    if _head_line(text, part) == [] and is_title(text, parts, i):
        return Zone(ZoneKind.TITLE, begin, part.end)
    return None


def _states(stated: str, line: str) -> bool:
    """Whether a line is the title that a record or page states, or one of the two is the other with more after it (the site's name)."""
    shorter, longer = sorted((" ".join(stated.split()), " ".join(line.split())), key=len)
    if shorter == longer:
        return True
    return len(line) <= LONGEST and shorter.count(" ") >= 2 and longer.startswith(shorter) and not longer[len(shorter)].isalnum()


def _after_label(text: str, part: Paragraph) -> Zone | None:
    begin = text.index(":", part.start) + 1
    while begin < part.end and (text[begin].isspace() or text[begin] in "\"'"):
        begin += 1
    end = part.end - (1 if text[begin - 1] in "\"'" and text[part.end - 1] == text[begin - 1] else 0)
    return Zone(ZoneKind.TITLE, begin, end) if begin < end else None


def _front_matter(text: str, parts: list[Paragraph]) -> tuple[list[Zone], int]:
    """Zones of the settings between two lines ``---`` at the top of a Markdown file, and the paragraph after them."""
    lines = [text[p.start : p.end] for p in parts[:FRONT_MATTER]]
    if lines[:1] != ["---"] or "---" not in lines[1:]:
        return [], 0
    after = lines.index("---", 1) + 1
    zones = [_setting(text, part) for part in parts[:after]]
    return zones, after


def _setting(text: str, part: Paragraph) -> Zone:
    title = _after_label(text, part) if text[part.start : part.end].lower().startswith("title:") else None
    return title or Zone(ZoneKind.HEADER, part.start, part.end)


def _head_line(text: str, part: Paragraph) -> list[Zone]:
    line = text[part.start : part.end]
    if is_header(line) or label_of(line):
        return [Zone(ZoneKind.HEADER, part.start, part.end)]
    if is_byline(line):
        return [Zone(ZoneKind.BYLINE, part.start, part.end)]
    if is_notice(line):
        return [Zone(ZoneKind.NOTICE, part.start, part.end)]
    return credit_zones(text, part.start, part.end)


def _is_deck(text: str, part: Paragraph, titled: bool) -> bool:
    """Whether a line under the title only leads to the story."""
    return titled and part.end - part.start <= DECK and text[part.end - 1] not in ".!?”\"'’"


def _story_start(text: str, parts: list[Paragraph], i: int) -> list[Zone]:
    dateline = dateline_at(text, *parts[i])
    if dateline is None:
        return []
    zones = [Zone(ZoneKind.DATELINE, dateline.start, len(text[: dateline.end].rstrip()))]
    after = dateline.end if dateline.end < parts[i].end else parts[i + 1].start if i + 1 < len(parts) else len(text)
    return zones + _marks(text, after)


def _marks(text: str, at: int) -> list[Zone]:
    """Bracketed words of an archive before the story: ``[REPORT] [A. NAME] [TEXT]``."""
    zones: list[Zone] = []
    while match := _MARK.match(text, at):
        if match["mark"].lower() in zone_words("marks"):
            zones.append(Zone(ZoneKind.HEADER, match.start(), match.start("rest")))
        elif zones and match["mark"].count(" ") in (1, 2, 3) and match["mark"].isupper():
            zones.append(Zone(ZoneKind.BYLINE, match.start(), match.start("rest")))
        else:
            break
        at = match.end()
    return zones


def _anywhere(text: str, part: Paragraph, *, last: bool) -> list[Zone]:
    line = text[part.start : part.end]
    if is_notice(line):
        return [Zone(ZoneKind.NOTICE, part.start, part.end)]
    if is_contribution(line) and (last or line.startswith("(")):
        return [Zone(ZoneKind.CREDIT, part.start, part.end)]
    if last and is_byline(line):
        return [Zone(ZoneKind.BYLINE, part.start, part.end)]
    if last and (label_of(line) or (is_header(line) and line[0].isalpha() and ":" in line)):
        return [Zone(ZoneKind.HEADER, part.start, part.end)]
    return credit_zones(text, part.start, part.end)


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph speaks of the article itself: corrected, updated, all rights reserved."""
    if len(paragraph) > LONGEST_NOTICE:
        return False
    lower = paragraph.lower()
    return lower.startswith(zone_words("notice_starts")) or any(phrase in lower for phrase in zone_words("notice_phrases"))
