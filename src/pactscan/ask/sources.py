"""Articles of a store, and words in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pactscan.askmodel import Passage

Plain = dict[str, Any]
UNDATED = "9999"
"""Stands for a missing day where days are put in order."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article of the store; `number` is its row, `story` that of the first of its near-duplicates."""

    number: int
    key: str
    source: str
    outlet: str | None
    title: str | None
    published: str | None
    story: int

    def passage(self, mention: Plain) -> Passage:
        """The words of a mention."""
        return Passage(
            self.key, self.source, self.outlet, self.title, self.published, mention["start"], mention["end"], str(mention["text"])
        )


SOURCE_COLUMNS = "a.id, a.key, a.source, a.outlet, a.title, a.published, coalesce(a.story, a.id)"
"""Of the table articles under the name `a`; what `Source` is made of."""
