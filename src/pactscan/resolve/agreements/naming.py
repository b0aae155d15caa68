"""The best name of an instrument in the article, its other names, and its id."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from pactscan.lexicon.agreements import words
from pactscan.lexicon.instruments import instruments
from pactscan.model import MentionForm

if TYPE_CHECKING:
    from pactscan.marks.agreements import AgreementMark
    from pactscan.resolve.agreements.cluster import Cluster

ORDER = (MentionForm.NAME, MentionForm.ACRONYM, MentionForm.DESCRIPTIVE, MentionForm.HEADLINE)
LONGEST_ID = 60
OFTEN = 3
"""Times a wording is used from which it is what the text calls the thing."""
OWNER = re.compile(r"(?:[Ll]ast |[Nn]ext |[Tt]his )?(\w+)['’]s\s+")


def names_of(text: str, cluster: Cluster) -> tuple[str, tuple[str, ...]]:
    """The fullest proper name, else the acronym, else the fullest description; and all others, in the order of the text."""
    naming = cluster.naming
    for how in _order(cluster):
        rows = [m for m in naming if m.how is how]
        if rows:
            if any(m.instrument for m in rows):
                rows = [m for m in rows if m.instrument]
                rows = [m for m in rows if _as_listed(text[m.start : m.end], m.instrument)] or rows
            best = _best(text, rows)
            name = _written(text[best.start : best.end])
            others = dict.fromkeys(_written(text[m.start : m.end]) for m in naming)
            return name, tuple(o for o in others if o != name)
    raise ValueError("a cluster without a naming mark")


def _best(text: str, rows: list[AgreementMark]) -> AgreementMark:
    """The longest wording; where one is used three times or more, that one, or a longer one that only adds to it (with whom, on what)."""
    spoken = Counter(_folded(text, m) for m in rows)
    most = max(spoken.values())
    often = [m for m in rows if spoken[_folded(text, m)] == most] if most >= OFTEN else rows
    core = {_folded(text, m) for m in often}
    fuller = [m for m in rows if m in often or any(_folded(text, m).startswith(c) or _folded(text, m).endswith(c) for c in core)]
    return max(fuller, key=lambda m: (m.end - m.start, -m.start))


def _folded(text: str, m: AgreementMark) -> str:
    return " ".join(text[m.start : m.end].lower().split())


def _written(words_in_text: str) -> str:
    """On one line, without the day that owns it."""
    return _without_day(" ".join(words_in_text.split()))


def _without_day(name: str) -> str:
    """``yesterday's refinancing agreement``: the day is no part of the name."""
    owner = OWNER.match(name)
    return name[owner.end() :] if owner and owner[1].lower() in words("time", "words") and owner.end() < len(name) else name


def _as_listed(name: str, instrument: str | None) -> bool:
    """Whether the lexicon has the name as it stands, without a wild card (not ``the TPP deal``)."""
    known = instruments().get(instrument or "")
    return known is not None and name.casefold() in {known.name.casefold(), *(a.casefold() for a in known.aliases)}


def _order(cluster: Cluster) -> tuple[MentionForm, ...]:
    """An acronym that only shortens a description gives way to it."""
    if any(m.how is MentionForm.ACRONYM and (m.renames is None or m.instrument) for m in cluster.naming):
        return ORDER
    return (MentionForm.NAME, MentionForm.DESCRIPTIVE, MentionForm.ACRONYM, MentionForm.HEADLINE)


def record_ids(names: list[str]) -> list[str]:
    """``agreement-`` and the name in ASCII; numbered from the second on where names are the same."""
    seen: dict[str, int] = {}
    ids = []
    for name in names:
        base = f"agreement-{_slug(name)}"
        seen[base] = seen.get(base, 0) + 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return ids


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    slug = "-".join(words)
    return slug[:LONGEST_ID].rstrip("-") or "unnamed"
