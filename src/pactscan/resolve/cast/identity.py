"""Ids of actors: a slug of the name, unique in the article."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """`name` in ASCII lower case, words parted by hyphens."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or "unnamed"


def actor_ids(names: list[str]) -> list[str]:
    """An id for each name, in order; a slug that is taken gets a number from 2 up."""
    taken: set[str] = set()
    ids = []
    for name in names:
        base = f"actor-{slug(name)}"
        candidate, n = base, 1
        while candidate in taken:
            n += 1
            candidate = f"{base}-{n}"
        taken.add(candidate)
        ids.append(candidate)
    return ids
