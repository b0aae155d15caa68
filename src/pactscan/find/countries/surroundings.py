"""Tokens around a stretch of the text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from pactscan.find.countries.scan import Hit
    from pactscan.marks import MarkedArticle

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFIER_TAGS = NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "CD"}
REACH = 24
"""Tokens that a look around goes at most, so that it costs the same in a sentence of any length."""
CAPITALS_SHARE = 0.7
"""Share of capitals among the letters of a line from which on it is set in them."""


class Surroundings:
    """Tokens before and after hits in one article; a paragraph's end ends them."""

    def __init__(self, marked: MarkedArticle) -> None:
        self.marked = marked
        self.doc: Doc = marked.doc
        self.text = marked.article.text
        self._capitals: dict[int, bool] = {}

    def first(self, hit: Hit) -> Token:
        """The token in which `hit` starts."""
        return self.marked.token_at(hit.start)

    def last(self, hit: Hit) -> Token:
        """The token in which `hit` ends."""
        return self.marked.token_at(hit.end - 1)

    def before(self, hit: Hit) -> Token | None:
        """The token before `hit` in the same sentence, line ends and spaces passed over."""
        token = self.first(hit)
        return _nearest(self.doc, token.i, -1)

    def after(self, hit: Hit) -> Token | None:
        """The token after `hit` in the same sentence, line ends and spaces passed over."""
        token = self.last(hit)
        return _nearest(self.doc, token.i, 1)

    def both_sides(self, hit: Hit) -> tuple[Token | None, Token | None]:
        """The tokens before and after `hit`."""
        return self.before(hit), self.after(hit)

    def next(self, token: Token) -> Token | None:
        """The token after `token` in the same sentence, spaces passed over."""
        return _nearest(self.doc, token.i, 1)

    def previous(self, token: Token) -> Token | None:
        """The token before `token` in the same sentence, spaces passed over."""
        return _nearest(self.doc, token.i, -1)

    def word_before(self, hit: Hit) -> str:
        """The word before `hit` as printed; empty when there is none."""
        token = self.before(hit)
        return self.printed(token) if token is not None else ""

    def printed(self, token: Token) -> str:
        """A token as the article prints it (the parse may have its case recovered)."""
        return self.text[token.idx : token.idx + len(token)]

    def modifies(self, hit: Hit) -> bool:
        """Whether a noun that `hit` may describe follows, with only modifiers between."""
        token = self.after(hit)
        for _ in range(REACH):
            if token is None or token.tag_ not in MODIFIER_TAGS:
                return False
            if token.tag_ in NOUN_TAGS:
                return True
            token = self.next(token)
        return False

    def window(self, token: Token) -> Iterator[Token]:
        """The tokens of its sentence around `token`, up to `REACH` on either side."""
        for step in (-1, 1):
            near: Token | None = token
            for _ in range(REACH):
                near = _nearest(self.doc, near.i, step) if near is not None else None
                if near is not None:
                    yield near

    def is_verb(self, hit: Hit) -> bool:
        """Whether the model reads `hit` as a verb (Polish the silver)."""
        return self.first(hit).tag_ in ("VB", "VBP") and hit.words == "Polish"

    def in_capitals(self, hit: Hit) -> bool:
        """Whether the line of `hit` is set in capitals."""
        start = self.text.rfind("\n", 0, hit.start) + 1
        if start not in self._capitals:
            end = self.text.find("\n", hit.end)
            letters = [c for c in self.text[start : end if end >= 0 else len(self.text)] if c.isalpha()]
            self._capitals[start] = sum(c.isupper() for c in letters) > CAPITALS_SHARE * len(letters)
        return self._capitals[start]

    @cached_property
    def people(self) -> dict[int, tuple[int, int]]:
        """Index of a token inside a person's name, by the language model → first and last token of the name."""
        return {i: (ent.start, ent.end - 1) for ent in self.doc.ents if ent.label_ == "PERSON" for i in range(ent.start, ent.end)}


def _nearest(doc: Doc, at: int, step: int) -> Token | None:
    i = at
    while not (step < 0 and doc[i].is_sent_start):
        i += step
        if not 0 <= i < len(doc) or (step > 0 and doc[i].is_sent_start):
            return None
        if not doc[i].is_space:
            return doc[i]
    return None
