"""Quotes: kind, text, ids, speaker, confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.find.quotes import mark_quotes
from pactscan.marks import MarkedArticle
from pactscan.marks.quotes import AttributionMark
from pactscan.model import Article, Confidence, Quote, QuoteKind, Zone, ZoneKind
from pactscan.resolve.cast import Cast, resolve_cast
from pactscan.resolve.quotes import confidence_of, kind_of, resolve_quotes
from pactscan.scanner import read_nouns
from tests.conftest import Mark
from tests.newspaper import articles
from tests.render.reports import TOOL

if TYPE_CHECKING:
    from spacy.language import Language

HARBOUR = """Harbour treaty signed in Bergen

Prime Minister Ruth Okoye and Foreign Minister Peter Lindqvist signed the harbour treaty in Bergen on Monday.

“This is a good day for both coasts,” Okoye said. “We waited ten years for it.”

“The ships will come back to every port we have.

“And the fish will follow them in the spring,” she added.

Lindqvist said the treaty would “end the quarrel”. He denied that fees would rise.

Officials said the first ships would sail in May.

The “Blue Coast” line, as the ferry route is known, was closed in 2011.
"""


def quotes_in(mark: Mark, text: str) -> tuple[Quote, ...]:
    marked = mark(text)
    countries = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, countries), countries)
    return resolve_quotes(marked, mark_quotes(marked), cast)


def test_an_article_told_whole(mark: Mark) -> None:
    found = [(q.kind.value, q.text, q.speaker_name) for q in quotes_in(mark, HARBOUR)]
    assert found == [
        ("direct", "This is a good day for both coasts, … We waited ten years for it.", "Ruth Okoye"),
        (
            "direct",
            "The ships will come back to every port we have. … And the fish will follow them in the spring,",
            "Ruth Okoye",
        ),
        ("mixed", "the treaty would “end the quarrel”", "Peter Lindqvist"),
        ("indirect", "that fees would rise", "Peter Lindqvist"),
        ("indirect", "the first ships would sail in May", None),
    ]


def test_a_role_or_a_crowd_keeps_its_words_and_names_nobody(mark: Mark) -> None:
    officials = quotes_in(mark, HARBOUR)[-1]
    assert officials.source is not None
    assert (officials.source.text, officials.speaker, officials.speaker_name) == ("Officials", None, None)


def test_ids_come_from_where_quotes_start_and_are_unique(mark: Mark) -> None:
    found = quotes_in(mark, HARBOUR)
    assert [q.id for q in found] == [f"quote-{q.spans[0].start}" for q in found]
    assert found == quotes_in(mark, HARBOUR)


def test_contents_that_start_together_are_told_apart(mark: Mark) -> None:
    marks = (AttributionMark(((0, 4),)), AttributionMark(((0, 9),)), AttributionMark(((0, 9),)))
    ids = [q.id for q in resolve_quotes(mark("It rained all day."), marks, Cast())]
    assert ids == ["quote-0", "quote-0-9", "quote-0-9b"]


@pytest.mark.parametrize(
    ("content", "quoted", "kind"),
    [
        (((1, 9),), ((1, 9),), QuoteKind.DIRECT),
        (((1, 9), (12, 20)), ((1, 9), (12, 20)), QuoteKind.DIRECT),
        (((1, 9), (12, 20)), ((1, 9),), QuoteKind.MIXED),
        (((0, 20),), ((1, 9),), QuoteKind.MIXED),
        (((0, 20),), (), QuoteKind.INDIRECT),
    ],
)
def test_kind(content: tuple[tuple[int, int], ...], quoted: tuple[tuple[int, int], ...], kind: QuoteKind) -> None:
    assert kind_of(AttributionMark(content, quoted=quoted), "“All fine” “and well now” he said then") is kind


def test_confidence_is_high_only_with_marks_and_low_without_a_source(mark: Mark) -> None:
    marked = mark("It rained all day, she said.")
    sure = AttributionMark(((0, 17),), source=(19, 22), quoted=((0, 17),), certainty=0.99)
    cases = [
        sure,
        AttributionMark(((0, 17),), source=(19, 22), certainty=0.99),
        AttributionMark(((0, 17),), quoted=((0, 17),), certainty=0.99),
    ]
    assert [q.confidence for q in resolve_quotes(marked, tuple(cases), Cast())] == [Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peter Lindqvist greeted David Mercer on Friday. “Lindqvist should resign,” he said.", "David Mercer"),
        ("Peter Lindqvist greeted David Mercer on Friday. “David Mercer should resign,” he said.", "Peter Lindqvist"),
        ("Peter Lindqvist came to Oslo. “Lindqvist should resign,” he said.", None),
        ("Susan Hale came to Oslo. She said Hale should resign.", None),
        ("Susan Hale came to Oslo. She said the mayor should resign.", "Susan Hale"),
    ],
)
def test_he_is_nobody_whom_he_names(mark: Mark, text: str, speaker: str | None) -> None:
    assert [q.speaker_name for q in quotes_in(mark, text)] == [speaker]


def test_a_pronoun_that_may_be_somebody_elses_is_never_sure() -> None:
    mark = AttributionMark(((0, 17),), source=(19, 22), quoted=((0, 17),), certainty=0.99)
    least = {"high": 0.96, "medium": 0.7, "sure_pronoun": 0.9}
    assert [confidence_of(mark, least, likely) for likely in (0.95, 0.8)] == [Confidence.HIGH, Confidence.MEDIUM]


def test_mentions_are_the_words_they_point_to(mark: Mark) -> None:
    for quote in quotes_in(mark, HARBOUR):
        for mention in (*quote.spans, *filter(None, (quote.cue, quote.source))):
            assert HARBOUR[mention.start : mention.end] == mention.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles.filter(str.strip))
def test_any_text_gives_quotes_that_lie_in_it(mark: Mark, text: str) -> None:
    found = quotes_in(mark, text)
    assert len({quote.id for quote in found}) == len(found)
    for quote in found:
        assert quote.spans
        assert all(0 <= span.start < span.end <= len(text) for span in quote.spans)
        assert all(span.text == text[span.start : span.end] for span in quote.spans)


def test_what_somebody_denied_is_told_with_the_word_and_a_dateline_is_nobodys_words(nlp: Language) -> None:
    text = "LIMA -- The port is safe, Mayor Hilda Moe said on Monday.\n\nMoe denied that it had burned. “It stands,” she said.\n"
    dateline = Zone(ZoneKind.DATELINE, 0, len("LIMA --"))
    article = Article(id="a", text=text, zones=(dateline,))
    quotes = read_nouns(MarkedArticle(article, nlp(text)), TOOL).quotes
    assert [(quote.text, quote.manner) for quote in quotes] == [
        ("The port is safe", "said"),
        ("that it had burned", "denied"),
        ("It stands,", None),
    ]
