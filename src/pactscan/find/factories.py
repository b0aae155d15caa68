"""The finders as spaCy components, for anyone's pipeline: ``nlp.add_pipe("pactscan_agreements")``.

Each writes its marks to ``doc.spans`` under the name of its noun. A span starts and ends at tokens, so a mark that starts
inside of one is widened to it. Labels: an agreement's form, a country's code, a name's kind, a date's rule; of speech
``content``, ``cue`` and ``source``, joined by their ``span_id``. Nothing is resolved: for that, see `pactscan.Scanner`.
Components need a parser, a tagger and an entity recogniser before them; none needs another of these.

spaCy loads this module in every process that lists its factories: what it needs is imported when a component runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from pactscan.marks import MarkedArticle

REQUIRED = ["token.tag", "token.dep", "token.head", "doc.ents"]
Labelled = tuple[int, int, str, int]
"""First and last code point, label, and the number that joins the parts of one mark."""


@Language.component("pactscan_countries", assigns=["doc.spans"], requires=REQUIRED)  # type: ignore[untyped-decorator]
def countries(doc: Doc) -> Doc:
    """Mark words that refer to a country in ``doc.spans["countries"]``, labelled by ISO 3166-1 code."""
    from pactscan.find.countries import mark_countries

    return _with_spans(doc, "countries", ((m.start, m.end, m.code, n) for n, m in enumerate(mark_countries(_marked(doc)))))


@Language.component("pactscan_names", assigns=["doc.spans"], requires=REQUIRED)  # type: ignore[untyped-decorator]
def names(doc: Doc) -> Doc:
    """Mark names of people and bodies in ``doc.spans["names"]``, labelled person, organisation, igo, government or group."""
    from pactscan.find.countries import mark_countries
    from pactscan.find.names import mark_names

    marked = _marked(doc)
    marks = mark_names(marked, mark_countries(marked))
    return _with_spans(doc, "names", ((m.start, m.end, m.kind.value, n) for n, m in enumerate(marks)))


@Language.component("pactscan_dates", assigns=["doc.spans"], requires=REQUIRED)  # type: ignore[untyped-decorator]
def dates(doc: Doc) -> Doc:
    """Mark time expressions in ``doc.spans["dates"]``, labelled by the rule of the grammar that found them."""
    from pactscan.find.dates import mark_dates

    return _with_spans(doc, "dates", ((m.start, m.end, m.rule, n) for n, m in enumerate(mark_dates(_marked(doc)))))


@Language.component("pactscan_quotes", assigns=["doc.spans"], requires=REQUIRED)  # type: ignore[untyped-decorator]
def quotes(doc: Doc) -> Doc:
    """Mark speech in ``doc.spans["quotes"]``: content, cue and source of one attribution share their ``span_id``."""
    from pactscan.find.quotes import mark_quotes

    labelled: list[Labelled] = []
    for number, mark in enumerate(mark_quotes(_marked(doc)), start=1):
        parts = [("content", part) for part in mark.content] + [("cue", mark.cue), ("source", mark.source)]
        labelled += [(*part, label, number) for label, part in parts if part]
    return _with_spans(doc, "quotes", labelled)


@Language.component("pactscan_agreements", assigns=["doc.spans"], requires=REQUIRED)  # type: ignore[untyped-decorator]
def agreements(doc: Doc) -> Doc:
    """Mark words for an agreement in ``doc.spans["agreements"]``, labelled by form.

    Whether two names are one agreement is not decided here: see `resolve.agreements`.
    """
    from pactscan.find.agreements import mark_agreements
    from pactscan.find.countries import mark_countries

    marked = _marked(doc)
    marks = mark_agreements(marked, mark_countries(marked))
    return _with_spans(doc, "agreements", ((m.start, m.end, m.form.value, n) for n, m in enumerate(marks)))


def _marked(doc: Doc) -> MarkedArticle:
    from pactscan.marks import MarkedArticle
    from pactscan.model import Article

    return MarkedArticle(Article(id="doc", text=doc.text), doc)


def _with_spans(doc: Doc, key: str, labelled: Iterable[Labelled]) -> Doc:
    doc.spans[key] = [_span(doc, *one) for one in labelled]
    return doc


def _span(doc: Doc, start: int, end: int, label: str, number: int) -> Span:
    return doc.char_span(start, end, label=label, span_id=str(number), alignment_mode="expand")
