"""From a passage to where the page has its words: in the page itself, in a page of its own, or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pactscan.askmodel import Passage
from pactscan.render.page.layers import Layer
from pactscan.render.page.markup import Html, element, join
from pactscan.render.page.words import anchor


class Places:
    """Knows the articles that can be linked to. `prefix_of` tells what a link into an article begins with: ``#a12-``."""

    def __init__(self, prefix_of: Callable[[str], str | None]) -> None:
        self._prefix_of = prefix_of
        self._ends: dict[str, dict[int, set[int]]] = {}

    def learn(self, article: str, layers: Iterable[Layer]) -> None:
        """Note the words that have an anchor in `article` (its key)."""
        ends = self._ends.setdefault(article, {})
        for layer in layers:
            ends.setdefault(layer.start, set()).add(layer.end)

    def href(self, passage: Passage) -> str | None:
        """Where the words are, else where their article is; None when it is left out."""
        prefix = self._prefix_of(passage.article)
        if prefix is None:
            return None
        ends = self._ends.get(passage.article, {}).get(passage.start)
        if not ends:
            return f"{prefix}text"
        end = passage.end if passage.end in ends else max(ends)
        return f"{prefix}{anchor(passage.start, end)}"

    def words(self, passage: Passage) -> Html:
        """The words in marks, linked, and who prints them when."""
        return join([self.link(passage, f"“{passage.words}”"), " ", self.origin(passage)])

    def link(self, passage: Passage, words: str) -> Html:
        """`words`, linked to those of the passage; a mere word where the article is left out."""
        href = self.href(passage)
        return element("a", words, href=href) if href else element("span", words)

    def origin(self, passage: Passage) -> Html:
        """Outlet, else source, and day."""
        return element("span", f"{passage.outlet or passage.source}, {passage.published or 'undated'}", class_="origin")
