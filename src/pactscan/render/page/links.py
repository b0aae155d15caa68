"""From a value to its words: links into the text of the article, by paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pactscan.model import Mention
from pactscan.paragraphs import paragraphs
from pactscan.render.page.markup import Html, element, join
from pactscan.render.page.words import anchor

MOST = 12
"""Places listed of one value; how many more there are is said."""


class Links:
    """Links into one article's text, whose ids begin with `prefix`; mere words where the text is not at hand."""

    def __init__(self, text: str | None, prefix: str = "") -> None:
        self.prefix = prefix
        self._starts = None if text is None else [p.start for p in paragraphs(text)] if text.strip() else []

    def labelled(self, heading: str) -> str:
        """Ids that together name a part of the page: `heading`, and the article's title where there are several articles."""
        return f"{heading} {self.prefix}title" if self.prefix else heading

    def words(self, mention: Mention) -> Html:
        """The words in marks, linked."""
        return self._linked(mention, f"“{mention.text}”", "words")

    def name(self, mention: Mention, name: str) -> Html:
        """`name`, linked to the words of `mention`."""
        return self._linked(mention, name, "words")

    def place(self, mention: Mention) -> Html:
        """``¶ 3``, linked; ``@1203`` without the text."""
        return self._linked(mention, self._place(mention), "place")

    def places(self, mentions: Sequence[Mention]) -> Html:
        """The places of `mentions` in order."""
        shown = [self.place(mention) for mention in mentions[:MOST]]
        rest = len(mentions) - MOST
        return join([join(shown, " "), Html(f" and {rest} more") if rest > 0 else None])

    def _place(self, mention: Mention) -> str:
        if self._starts is None:
            return f"@{mention.start}"
        return f"¶\N{NO-BREAK SPACE}{max(bisect_right(self._starts, mention.start), 1)}"

    def _linked(self, mention: Mention, words: str, kind: str) -> Html:
        if self._starts is None:
            return element("span", words, class_=kind)
        return element("a", words, class_=kind, href=f"#{self.prefix}{anchor(mention.start, mention.end)}")
