"""Whether a paragraph is the headline."""

from __future__ import annotations

import re

from pactscan.paragraphs import Paragraph
from pactscan.read.zones.bylines import is_byline
from pactscan.read.zones.datelines import dateline_at
from pactscan.read.zones.headers import is_header, label_of

LONGEST = 200
MOST_WORDS = 28
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_TELLING = re.compile(r"\b(?:said|says he|told|according to|was|were|had|has been|have been|an?|the)\b", re.IGNORECASE)


def is_title(text: str, parts: list[Paragraph], i: int) -> bool:
    """Whether paragraph `i`, the first that is no header line, is a headline: one short line before a story."""
    line = text[parts[i].start : parts[i].end]
    if not _possible(line) or i + 1 >= len(parts) or dateline_at(text, *parts[i]):
        return False
    following = text[parts[i + 1].start : parts[i + 1].end]
    if dateline_at(text, *parts[i + 1]) or is_header(following) or label_of(following) or is_byline(following):
        return True
    longest = max(p.end - p.start for p in parts[i + 1 : i + 4])
    if not _ends_sentence(line):
        return len(line.split()) >= 2 and longest > len(line)
    return len(following) > len(line) and (_is_title_case(line) or line.isupper() or _is_clipped(line))


def _possible(line: str) -> bool:
    if len(line) > LONGEST or len(line.split()) > MOST_WORDS or "\n" in line or "\r" in line:
        return False
    return line[-1] not in ":,-–—" and not line[0].islower() and line[0] not in "([<*-–—•|{" and any(c.isalpha() for c in line)


def _ends_sentence(line: str) -> bool:
    return line.rstrip("'’”\")]").endswith((".", "!", "?", "…")) and not line.endswith("...")


def _is_title_case(line: str) -> bool:
    long = [w for w in _WORD.findall(line) if len(w) > 3]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def _is_clipped(line: str) -> bool:
    """Whether a line with a full stop is in the clipped English of headlines: no article, no auxiliary, nobody said."""
    return len(line.split()) <= 14 and len(line) <= 100 and not _TELLING.search(line)
