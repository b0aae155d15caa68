"""An article with its parse and its marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pactscan.marks.parse import Parse, parse_of
from pactscan.model import Article, Mention
from pactscan.paragraphs import Paragraph, paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True)
class MarkedArticle:
    """An article, its parse, and what `find` marked in it. ``doc`` has one character for each of ``article.text``."""

    article: Article
    doc: Doc

    @cached_property
    def starts(self) -> list[int]:
        """Where each token of `doc` starts, in code points."""
        offsets: list[int] = self.doc.to_array("IDX").tolist()
        return offsets

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the text, in order."""
        return paragraphs(self.article.text)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    @cached_property
    def parse(self) -> Parse:
        """The parse as plain lists, for rules that read many tokens."""
        return parse_of(self.doc, self.paragraphs)

    @cached_property
    def reading(self) -> str:
        """The text as the model read it: case recovered where the article is in capitals, offsets the same."""
        strings, known = self.doc.vocab.strings, dict[int, str]()
        pieces = []
        for word, space in self.doc.to_array(["ORTH", "SPACY"]).tolist():  # many times faster than `doc.text`, which asks each token
            text = known.get(word)
            if text is None:
                text = known[word] = strings[word]
            pieces.append(text)
            if space:
                pieces.append(" ")
        return "".join(pieces)

    def mention(self, start: int, end: int) -> Mention:
        """The mention that covers ``text[start:end]``."""
        return self.article.mention(start, end)

    def token_at(self, at: int) -> Token:
        """The token that holds the code point `at` (or the white space after it)."""
        return self.doc[max(0, bisect_right(self.starts, at) - 1)]

    def span(self, start: int, end: int) -> Span:
        """The tokens that ``text[start:end]`` touches."""
        first, last = self.token_at(start).i, self.token_at(max(start, end - 1)).i
        return self.doc[first : last + 1]

    def sentence_of(self, at: int) -> Span:
        """The sentence that holds the code point `at`."""
        return self.token_at(at).sent

    def paragraph_of(self, at: int) -> int:
        """Index of the paragraph that holds the code point `at`, or of the one before it."""
        return max(0, bisect_right(self._paragraph_starts, at) - 1)
