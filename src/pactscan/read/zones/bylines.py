"""Bylines: ``By A. Name``, ``BY A. NAME AND B. NAME``, ``By A. Name, Staff Writer``."""

from __future__ import annotations

import re

from pactscan.lexicon.reading import month_numbers, weekday_names, zone_words

LONGEST = 120
_OPENING = re.compile(r"(?:(?:Written|Story|Report|Words|Text) )?[Bb]y:? |BY:? ")
_WORDS = re.compile(r"[^\s,;|/&()]+")


def is_byline(line: str) -> bool:
    """Whether `line` says who wrote the article, and nothing else."""
    opening = _OPENING.match(line)
    if opening is None or len(line) > LONGEST:
        return False
    words = _WORDS.findall(line[opening.end() :])
    if not words or words[0].lower().rstrip(".,") in (*month_numbers(), *weekday_names()) or not words[0][0].isupper():
        return words[:1] == ["the"] and len(words) <= 5 and all(w[0].isupper() for w in words[1:])
    return all(_fits(word) for word in words) and not _is_sentence(line)


def _fits(word: str) -> bool:
    return not word[0].islower() or word.lower().strip(".:") in zone_words("byline_roles") or "@" in word


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "!", "?")) and not line.endswith(("Jr.", "Sr.", "M.D.", "Ph.D.")) and len(line.split()) > 5
