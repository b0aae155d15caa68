"""Whether a text is an archive's export of several articles, which are then read as one."""

from __future__ import annotations

import re
from collections import Counter

from pactscan.paragraphs import paragraphs
from pactscan.read.zones.datelines import dateline_at
from pactscan.read.zones.headers import LONGEST, label_of

REPEATED = ("byline", "headline", "length", "load-date", "publication-type", "section", "title")
"""Labels that stand once in the head of each article of an export."""
FEWEST_DATELINES = 3
_DOCUMENT = re.compile(
    r"^[ \t]*(?:(?i:document)[ \t]+(\d{1,6})[ \t]+of[ \t]+\d{1,6}|(\d{1,6})[ \t]+of[ \t]+\d{1,6}[ \t]+DOCUMENTS)[ \t]*$", re.MULTILINE
)


def holds_several(text: str) -> bool:
    """Whether `text` repeats what an article has once: an export's numbering, a labelled head, a dateline with date or agency."""
    if len({m[1] or m[2] for m in _DOCUMENT.finditer(text)}) > 1:
        return True
    parts = paragraphs(text)
    labels = Counter(label_of(text[p.start : p.end]) for p in parts if p.end - p.start <= LONGEST)
    if sum(labels[label] > 1 for label in REPEATED) >= 2:
        return True
    datelines = [d for p in parts if (d := dateline_at(text, p.start, p.end)) and (d.day or d.agency)]
    return len(datelines) >= FEWEST_DATELINES
