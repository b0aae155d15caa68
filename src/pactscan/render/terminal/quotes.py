"""The quotes on the page, under those who said them; every word of them."""

from __future__ import annotations

from rich.text import Text

from pactscan.model import Confidence, Quote, QuoteKind, Report
from pactscan.render import palette
from pactscan.render.escape import flowing
from pactscan.render.layout import Page, unknown
from pactscan.render.places import Places
from pactscan.render.terminal.actors import office_of

SIGNS = {Confidence.HIGH: "+", Confidence.MEDIUM: "~", Confidence.LOW: "?"}
LEGEND = "+ sure  ~ likely  ? unsure"
WORDS = 10
"""Cells before the words: sign and line."""


def add_quotes(page: Page, report: Report, places: Places) -> None:
    """Add speakers in the order of their first quote, each with all that they say."""
    quotes, offices = report.quotes, {actor.name: office_of(actor) for actor in report.actors if actor.role}
    if not quotes:
        page.nothing("QUOTES", "none found")
        return
    page.heading("QUOTES", _counts(quotes), LEGEND)
    for speaker, said in _by_speaker(quotes).items():
        page.add(_speaker(speaker, offices), indent=1)
        for quote in said:
            label = Text.assemble(f"  {SIGNS[quote.confidence]} ", (places(quote.spans[0]), palette.ASIDE))
            page.hang(label, _words(quote), indent=WORDS)


def _counts(quotes: tuple[Quote, ...]) -> str:
    indirect = sum(quote.kind is QuoteKind.INDIRECT for quote in quotes)
    counts = [(len(quotes) - indirect, "in marks"), (indirect, "indirect")]
    return ", ".join(f"{n} {what}" for n, what in counts if n)


Speaker = tuple[str | None, str | None]
"""Name of the speaker, words of the source: the second only where the first is unknown."""


def _by_speaker(quotes: tuple[Quote, ...]) -> dict[Speaker, list[Quote]]:
    speakers: dict[Speaker, list[Quote]] = {}
    for quote in quotes:
        source = quote.source.text if quote.source and not quote.speaker_name else None
        speakers.setdefault((quote.speaker_name, source), []).append(quote)
    return speakers


def _speaker(speaker: Speaker, offices: dict[str, str]) -> Text:
    name, source = speaker
    if name:
        return Text.assemble((flowing(name), palette.NAME), (f"  {offices.get(name, '')}", palette.ASIDE))
    if source:
        return Text(f"“{flowing(source)}”")
    return unknown("speaker not stated")


def _words(quote: Quote) -> Text:
    if quote.kind is QuoteKind.DIRECT:
        return Text(" … ".join(f"“{flowing(span.text)}”" for span in quote.spans))
    words = Text(" … ".join(flowing(span.text) for span in quote.spans))
    told = ["indirect"] if quote.kind is QuoteKind.INDIRECT else []
    told += [f"“{flowing(quote.manner)}”"] if quote.manner else []
    words.append(f"  {', '.join(told)}" if told else "", palette.ASIDE)
    return words
