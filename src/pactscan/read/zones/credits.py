"""Captions with their credits, and lines that name who reported or edited: people who are no actors of the story."""

from __future__ import annotations

import re
from functools import cache

from pactscan.lexicon.reading import zone_words
from pactscan.model import Zone, ZoneKind

LONGEST_CAPTION = 450
LONGEST_CREDIT = 300
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’&-]*(?:(?:\s|\s?/\s?|,\s)(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*|via|of|for|the|de|van|von|bin|al|and|courtesy)){0,9}"
_SENTENCE_END = r"(?:^|(?<=[.!?)\]”\"’|])\s+|\s+(?=[(\[|]))"
_REPORTED_FROM = re.compile(rf"{_NAME}(?: and {_NAME})? reported from {_NAME}\.?")


def credit_zones(text: str, start: int, end: int) -> list[Zone]:
    """The zones of the paragraph ``text[start:end]`` when it ends with a credit, or is a caption by its first words."""
    match = _credit().search(text, max(start, end - LONGEST_CREDIT), end)
    opening = text[start : start + 20].lower()
    if match is None:
        is_caption = opening.startswith(zone_words("caption_starts")) and end - start <= LONGEST_CAPTION * 2
        return [Zone(ZoneKind.CAPTION, start, end)] if is_caption else []
    begin = match.start("credit")
    caption_end = start + len(text[start:begin].rstrip())
    zones = [Zone(ZoneKind.CREDIT, begin, match.end("credit"))]
    if start < caption_end <= start + LONGEST_CAPTION:
        zones.insert(0, Zone(ZoneKind.CAPTION, start, caption_end))
    return zones


def is_contribution(paragraph: str) -> bool:
    """Whether a paragraph only says who reported, wrote or edited."""
    if len(paragraph) > LONGEST_CREDIT:
        return False
    lower = paragraph.lower()
    if lower.startswith(zone_words("contribution_starts")):
        return True
    return any(phrase in lower for phrase in zone_words("contribution_phrases")) or bool(_REPORTED_FROM.fullmatch(paragraph))


@cache
def _credit() -> re.Pattern[str]:
    def either(kind: str) -> str:
        return "|".join(re.escape(w) for w in sorted(zone_words(kind), key=len, reverse=True))

    word = "|".join(f"{w.capitalize()}|{w.upper()}" for w in zone_words("credit_words"))
    agency = f"(?i:{either('agencies')})"
    forms = (
        rf"(?:(?i:file)\s)?(?:{word})\s?(?:/|:|\|)\s?(?:{_NAME}|{agency})",
        rf"(?:(?i:file)\s)?(?:{word})\s(?:[Bb]y|BY|[Cc]ourtesy(?:\sof)?:?|[Cc]redit:?|[Ff]rom|[Pp]rovided\sby)\s(?:the\s)?{_NAME}",
        rf"{agency}\s(?:(?i:file)\s)?(?:{word})(?:\s?/\s?{_NAME})?",
        rf"{agency}\s?/\s?{_NAME}",
        rf"{_NAME}\s?/\s?{agency}(?:\s(?i:via)\s{_NAME})?",
        rf"(?:(?:Credit|CREDIT)\s?[:/]|©|\(c\))\s?{_NAME}",
    )
    either_form = "|".join(forms)
    return re.compile(rf"{_SENTENCE_END}(?P<credit>[(\[]?(?:{either_form})[)\]]?\.?)\s*$(?!\n)", re.MULTILINE)
