"""Captions with their credits, and lines that name who reported or edited: people who are no actors of the story."""

from __future__ import annotations

import re
from functools import cache

from pactscan.lexicon.reading import zone_words
from pactscan.model import Zone, ZoneKind

LONGEST_CAPTION = 450
LONGEST_CREDIT = 300
_WORD = re.compile(r"\w+")
_HANDLE = re.compile(r"(?:\"?Follow [A-Z].{0,120}@\w+|Twitter: ?@\w+)[.\"]{0,2}")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’&-]*(?:(?:\s|\s?/\s?|,\s)(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*|via|of|for|the|de|van|von|bin|al|and|courtesy)){0,9}"
_SENTENCE_END = r"(?:^|(?<=[.!?)\]”\"’|])\s+|\s+(?=[(\[|]))"
_REPORTED_FROM = re.compile(rf"{_NAME}(?: and {_NAME})? reported from {_NAME}\.?")


def credit_zones(text: str, start: int, end: int) -> list[Zone]:
    """The zones of the paragraph ``text[start:end]`` when it ends with a credit, or is a caption by its first words."""
    paragraph = text[start:end]
    tail = max(0, len(paragraph) - LONGEST_CREDIT)
    match = _credit().search(paragraph, tail) if _may_credit(paragraph[tail:].casefold()) else None
    if match is None:
        return [Zone(ZoneKind.CAPTION, start, end)] if _is_caption(paragraph) else []
    group = next(name for name in ("credit", "label", "agency") if match[name])
    caption = len(paragraph[: match.start(group)].rstrip())
    zones = [Zone(ZoneKind.CREDIT, start + match.start(group), start + match.end(group))]
    if 0 < caption <= LONGEST_CAPTION:
        zones.insert(0, Zone(ZoneKind.CAPTION, start, start + caption))
    return zones


def _is_caption(paragraph: str) -> bool:
    """Whether a paragraph says by its first words that it describes a picture."""
    opening = paragraph[:60]
    return len(paragraph) <= LONGEST_CAPTION * 2 and (
        opening.lower().startswith(zone_words("caption_starts")) or _in_this_photo().match(opening) is not None
    )


def is_contribution(paragraph: str) -> bool:
    """Whether a paragraph only says who reported, wrote or edited."""
    if len(paragraph) > LONGEST_CREDIT:
        return False
    lower = paragraph.lower()
    if lower.startswith(zone_words("contribution_starts")):
        return True
    return any(phrase in lower for phrase in zone_words("contribution_phrases")) or any(
        pattern.fullmatch(paragraph) for pattern in (_REPORTED_FROM, _HANDLE)
    )


def _may_credit(folded: str) -> bool:
    """Whether words without which no credit is written stand in `folded`; asked first, since few paragraphs have any."""
    words, phrases = _credit_words()
    return not words.isdisjoint(_WORD.findall(folded)) or any(phrase in folded for phrase in phrases)


@cache
def _credit_words() -> tuple[frozenset[str], tuple[str, ...]]:
    known = ("credit", "©", "(c)", *zone_words("credit_words"), *zone_words("agencies"))
    return frozenset(w for w in known if w.isalnum()), tuple(w for w in known if not w.isalnum())


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
        rf"{_NAME}\s?/\s?{agency}(?:\s(?i:via)\s{_NAME})?(?:,\s(?i:file))?",
        rf"{_NAME}\s(?:via|VIA)\s{agency}",
        rf"(?:(?:Credit|CREDIT)\s?[:/]|©|\(c\))\s?{_NAME}",
    )
    labelled = rf"\s(?P<label>(?:{word}):\s?{_NAME}\.?)"
    return re.compile(
        rf"(?:{_SENTENCE_END}(?P<credit>[(\[]?(?:{'|'.join(forms)})\.?[)\]]?\.?)|{labelled}|^(?P<agency>{agency})\.?)\s*$(?!\n)",
        re.MULTILINE,
    )


@cache
def _in_this_photo() -> re.Pattern[str]:
    after = rf"(?:,|\s(?:{'|'.join(zone_words('caption_verbs'))})\b)"
    return re.compile(rf"In this (?:[\w.]+ \d{{1,2}}, \d{{4}},? )?(?:\w+ )?(?:photo|photograph|picture|image){after}", re.IGNORECASE)
