"""Countries drawn inside sentences of our own: what is marked, and what only looks like one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pactscan.find.case import readable
from pactscan.find.countries import mark_countries
from pactscan.marks import MarkedArticle
from pactscan.model import Article, Via, Zone, ZoneKind
from tests.drawing import draw, unmark

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.conftest import Mark

TABLE = Path(__file__).parent.parent / "data" / "countries_drawn.txt"


def sentences() -> list[str]:
    return [line for line in TABLE.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def found(nlp: Language) -> dict[str, str]:
    """Drawn sentence → the sentence as we draw it."""
    drawn = sentences()
    articles = [Article(id=str(i), text=unmark(line)[0]) for i, line in enumerate(drawn)]
    docs = nlp.pipe([readable(article) for article in articles])
    return {line: redraw(MarkedArticle(article, doc)) for line, article, doc in zip(drawn, articles, docs, strict=True)}


def redraw(marked: MarkedArticle) -> str:
    codes: dict[tuple[int, int], list[str]] = {}
    for mark in mark_countries(marked):
        codes.setdefault((mark.start, mark.end), []).append(mark.code)
    return draw(marked.article.text, [(start, end, "+".join(found)) for (start, end), found in codes.items()])


@pytest.mark.parametrize("drawn", sentences())
def test_marks_what_is_drawn(found: dict[str, str], drawn: str) -> None:
    assert found[drawn] == drawn


def test_the_table_is_large_and_has_no_twins() -> None:
    assert len(sentences()) >= 300
    assert [line for line, n in Counter(sentences()).items() if n > 1] == []


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Rain fell on Peru.", Via.NAME),
        ("Rain fell on the U.K. coast.", Via.ABBREVIATION),
        ("A Peruvian ship sank.", Via.DEMONYM),
        ("Three Finns left.", Via.DEMONYM),
        ("The Kremlin denied it.", Via.SEAT),
        ("Moscow said nothing.", Via.SEAT),
    ],
)
def test_tells_how_the_words_refer(mark: Mark, text: str, via: Via) -> None:
    assert [found.via for found in mark_countries(mark(text))] == [via]


@pytest.mark.parametrize(
    "text",
    [
        # The capital stands for its government only because the article names the country in other words.
        "The [Turkish](TR) army moved. [Ankara](TR) put two brigades on the hill.",
        "Aid to [Ankara](TR) will be cut, a [Turkish](TR) paper wrote.",
        "[Norway](NO) will pay. It was a surprise that [Oslo](NO) had kept.",
        # A surname stays one for the rest of the article; other words for the country bring it back.
        "Michael Jordan sold the ranch. Jordan had owned it for a decade.",
        "Michael Jordan sold the ranch. The [Jordanian](JO) buyer lives in Amman, and [Jordan](JO) taxes him.",
        # Two countries of one adjective: named alone it tells which, named both it tells nothing.
        "The envoy left [North Korea](KP). A [Korean](KP) song was played.",
        "The envoy of [South Korea](KR) met the envoy of [North Korea](KP). A Korean song was played.",
        "Rains came to [Dominica](DM). A [Dominican](DM) farmer laughed.",
        # A paragraph's end parts words that would be one name on one line.
        "It was built in the South\n\n[Korea](KR) paid for it.",
        "The treaty binds [South\nKorea](KR) and others.",
    ],
)
def test_reads_the_whole_article(mark: Mark, text: str) -> None:
    plain, _ = unmark(text)
    assert redraw(mark(plain)) == text


@pytest.mark.parametrize("kind", [ZoneKind.DATELINE, ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.NOTICE])
def test_zones_that_are_not_the_story_give_nothing(nlp: Language, kind: ZoneKind) -> None:
    text = "QUITO, Ecuador - A bus from Peru overturned."
    article = Article(id="test", text=text, zones=(Zone(kind, 0, 16),))
    assert redraw(MarkedArticle(article, nlp(text))) == "QUITO, Ecuador - A bus from [Peru](PE) overturned."


def test_a_title_and_a_caption_count(nlp: Language) -> None:
    text = "Peru votes"
    article = Article(id="test", text=text, zones=(Zone(ZoneKind.TITLE, 0, 10),))
    assert redraw(MarkedArticle(article, nlp(text))) == "[Peru](PE) votes"


def test_marks_start_and_end_inside_tokens(mark: Mark) -> None:
    assert redraw(mark("The U.S.-Japan pact and anti-Chinese posts.")) == "The [U.S.](US)-[Japan](JP) pact and anti-[Chinese](CN) posts."
