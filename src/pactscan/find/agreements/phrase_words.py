"""The words of one text as rules on noun phrases read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pactscan.marks.parse import Parse

LONGEST_TAIL = 28
"""Tokens; names and descriptions that run on further are cut."""

HYPHENS = frozenset({"-", "–", "‐", "--"})
QUOTES = frozenset("\"'“”‘’`") | {"``", "''"}


class PhraseWords:
    """The tokens of one text.

    `text` has the case that the model saw, `title_case` tells lines whose capitals say nothing, `states` where a state is named.
    """

    def __init__(self, parse: Parse, text: str, title_case: Callable[[int], bool], states: Callable[[int], bool]) -> None:
        self.p = parse
        self.text = text
        self.title_case = title_case
        self.states = states

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return self.text[self.p.start[i]].isupper()

    def token(self, i: int) -> str:
        """Token `i` as the model saw it."""
        return self.text[self.p.start[i] : self.p.end[i]]

    def same_line(self, i: int, j: int) -> bool:
        """Whether two tokens stand in one sentence and one paragraph."""
        return self.p.sentence[i] == self.p.sentence[j] and self.p.paragraph[i] == self.p.paragraph[j]
