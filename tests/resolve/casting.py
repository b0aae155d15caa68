"""Casts of texts, parsed together: what the tests of the cast share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pactscan.find.case import readable
from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.marks import MarkedArticle
from pactscan.model import Article
from pactscan.resolve.cast import Cast, resolve_cast

if TYPE_CHECKING:
    from spacy.language import Language


def cast_of(marked: MarkedArticle) -> Cast:
    """The cast of a parsed article."""
    countries = mark_countries(marked)
    return resolve_cast(marked, mark_names(marked, countries), countries)


def casts_of(nlp: Language, texts: Iterable[str]) -> dict[str, Cast]:
    """Text → its cast."""
    articles = [Article(id="case", text=text) for text in texts]
    docs = nlp.pipe(map(readable, articles))
    return {article.text: cast_of(MarkedArticle(article, doc)) for article, doc in zip(articles, docs, strict=True)}
