"""TIMEX3 modifiers: words beside a date or a length that shift its edge or blur it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactscan.lexicon.dates import modifier_words

if TYPE_CHECKING:
    from collections.abc import Mapping


def mod_of(parts: Mapping[str, str]) -> str | None:
    """START, MID, END, APPROX and so on, by the words in `parts`."""
    table = modifier_words()
    for name in ("edge", "approx"):
        words = [w for w in parts.get(name, "").replace("-", " ").split() if w != "the"]
        for size in range(len(words), 0, -1):
            found = table.get(" ".join(words[:size]))
            if found:
                return found
    return None
