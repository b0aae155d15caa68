"""Tokens around a stretch of the text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from pactscan.find.countries.scan import Hit
    from pactscan.marks import MarkedArticle

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFIER_TAGS = NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "CD"}


class Surroundings:
    """Tokens before and after hits in one article; a paragraph's end ends them."""

    def __init__(self, marked: MarkedArticle) -> None:
        self.marked = marked
        self.doc: Doc = marked.doc
        self.text = marked.article.text

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
        while token is not None and token.tag_ in MODIFIER_TAGS:
            if token.tag_ in NOUN_TAGS:
                return True
            token = _nearest(self.doc, token.i, 1)
        return False

    def is_verb(self, hit: Hit) -> bool:
        """Whether the model reads `hit` as a verb (Polish the silver)."""
        return self.first(hit).tag_ in ("VB", "VBP") and hit.words == "Polish"

    def in_capitals(self, hit: Hit) -> bool:
        """Whether the line of `hit` is set in capitals."""
        start = self.text.rfind("\n", 0, hit.start) + 1
        end = self.text.find("\n", hit.end)
        letters = [c for c in self.text[start : end if end >= 0 else None] if c.isalpha()]
        return sum(c.isupper() for c in letters) > 0.7 * len(letters)

    @cached_property
    def people(self) -> dict[int, tuple[int, int]]:
        """Index of a token inside a person's name, by the language model → first and last token of the name."""
        return {i: (ent.start, ent.end - 1) for ent in self.doc.ents if ent.label_ == "PERSON" for i in range(ent.start, ent.end)}


def _nearest(doc: Doc, at: int, step: int) -> Token | None:
    first, last = doc[at].sent.start, doc[at].sent.end - 1
    i = at + step
    while first <= i <= last:
        if not doc[i].is_space:
            return doc[i]
        i += step
    return None
