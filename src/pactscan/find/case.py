"""What the language model is given to read: the article's text, with case recovered where all of it is in capitals."""

from __future__ import annotations

from pactscan.model import Article


def readable(article: Article) -> str:
    """A text of the same length as the article's, code point for code point, for the model to parse."""
    return article.text
