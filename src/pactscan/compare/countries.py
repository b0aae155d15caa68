"""Countries: the code says it all."""

from __future__ import annotations

from pactscan.diffmodel import DiffItem, ItemKind, Verdict
from pactscan.model import Country


def country_items(left: tuple[Country, ...], right: tuple[Country, ...]) -> list[DiffItem]:
    """One item for each code of either side."""
    mine, theirs = {c.code: c for c in left}, {c.code: c for c in right}
    items = []
    for code in dict.fromkeys((*mine, *theirs)):
        a, b = mine.get(code), theirs.get(code)
        verdict = Verdict.SAME if a and b else Verdict.ONLY_LEFT if a else Verdict.ONLY_RIGHT
        items.append(DiffItem(ItemKind.COUNTRY, verdict, None, float(bool(a and b)), a, b))
    return items
