"""Titles between marks: ``his book, "Salt Roads"``, ``in her "Meet the Town" interview``, ``on Norsk TV's "Sunday Futures"``."""

from __future__ import annotations

import re

from pactscan.find.quotes.reading import Reading
from pactscan.find.quotes.speakers import Frame
from pactscan.lexicon.speech import title_words, work_nouns

WORD = re.compile(r"[^\W_][\w’'.-]*")
LONGEST = 6
"""Words of the longest title that is looked for."""


def is_title(reading: Reading, s: int, frame: Frame) -> bool:
    """Whether stretch `s` is set like a title and stands where one does: by a word for a work, or after its owner."""
    stretch = reading.stretches[s]
    if not _looks_like_one(reading.text[stretch.start : stretch.end]):
        return False
    parse, before = reading.parse, frame.before if not frame.common[4] else -1
    if 0 <= frame.after < len(parse.lower) and not frame.common[5] and parse.lower[frame.after] in work_nouns():
        return True
    if before >= 0 and parse.lower[before] == ",":
        before -= 1
        return before >= 0 and parse.lower[before] in work_nouns()
    return before >= 0 and (parse.tag[before] in ("POS", "PRP$") or parse.lower[before] in work_nouns())


def _looks_like_one(content: str) -> bool:
    """Two words or more, each with a capital or short and common."""
    words = WORD.findall(content)
    if not 2 <= len(words) <= LONGEST or not words[0][0].isupper():
        return False
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) >= 2 and all(word[0].isupper() or word[0].isdigit() or word.lower() in title_words() for word in words)
