"""W3C Web Annotation Data Model (2017): an annotation page for an article, one annotation a value.

Each target is selected by position (code points, as the model asks) and by the words with those around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pactscan.model import Mention, Report
from pactscan.render.standards.names import name_in, name_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after that tell the words from the same words elsewhere."""


def page(report: Report, text: str) -> dict[str, Any]:
    """The report as an AnnotationPage; `text` is the article's, for the words around each mention."""
    items = [_annotation(report, text, name, body, mentions) for name, body, mentions in _values(report) if mentions]
    return {
        "@context": CONTEXT,
        "id": name_in(report.article, "annotations"),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def _values(report: Report) -> Iterator[tuple[str, str, tuple[Mention, ...]]]:
    """Id, what is said of the words, the words."""
    for a in report.agreements:
        yield a.id, f"agreement: {a.name}; {a.form.value}, {a.status.value}", a.mentions
        yield f"{a.id}-status", f"evidence: {a.name} is {a.status.value}", (a.evidence,)
        for number, party in enumerate(a.parties, start=1):
            yield f"{a.id}-party-{number}", f"party to {a.name}: {party.code or party.name}", (party.mention,)
    for actor in report.actors:
        told = [f"{actor.kind.value}: {actor.name}", actor.role, actor.country]
        yield actor.id, ", ".join(part for part in told if part), actor.mentions
    for country in report.countries:
        yield f"country-{country.code}", f"country: {country.name} ({country.code})", country.mentions
    for number, date in enumerate(report.dates, start=1):
        yield f"date-{number}", f"date: {date.value or 'not resolved'}", (date.mention,)
    for quote in report.quotes:
        yield quote.id, f"said by: {quote.speaker_name or 'not named'}", quote.spans


def _annotation(report: Report, text: str, name: str, body: str, mentions: Iterable[Mention]) -> dict[str, Any]:
    source = name_of(report.article)
    targets = [{"source": source, "selector": _selectors(text, mention)} for mention in mentions]
    return {
        "id": name_in(report.article, name),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": f"{report.tool.name} {report.tool.version}"},
        "body": {"type": "TextualBody", "value": body, "format": "text/plain", "language": "en"},
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _selectors(text: str, mention: Mention) -> list[dict[str, Any]]:
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": mention.text}
    around = {"prefix": text[max(0, mention.start - AROUND) : mention.start], "suffix": text[mention.end : mention.end + AROUND]}
    quote.update({name: words for name, words in around.items() if words})
    return [{"type": "TextPositionSelector", "start": mention.start, "end": mention.end}, quote]
