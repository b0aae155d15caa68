"""Time expressions are found whole, and nothing else is found."""

from __future__ import annotations

import itertools
import re
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from pactscan.find.dates import mark_dates
from pactscan.lexicon.dates import date_rules, date_words, holidays, modifier_words
from pactscan.marks import MarkedArticle
from pactscan.model import Article
from pactscan.resolve.dates import KINDS, resolve_dates
from tests.drawing import draw
from tests.drawn_dates import drawn_dates, lines

if TYPE_CHECKING:
    from spacy.language import Language


def marked(text: str, doc: Doc, published: str | None = "2023-06-08") -> MarkedArticle:
    return MarkedArticle(Article(id="test", text=text, published=published), doc)


def resolved(article: MarkedArticle) -> list[str]:
    return [found.mention.text for found in resolve_dates(article, mark_dates(article))]


def test_nothing_is_found_where_nothing_is_told(nlp: Language) -> None:
    texts = lines("dates_negative.txt")
    found = {text: resolved(marked(text, doc)) for text, doc in zip(texts, nlp.pipe(texts), strict=True)}
    assert {text: marks for text, marks in found.items() if marks} == {}


def test_there_are_enough_traps_and_they_differ() -> None:
    texts = lines("dates_negative.txt")
    frames = Counter(" ".join(text.split()[-3:]) for text in texts)
    assert len(set(texts)) >= 250
    assert max(frames.values()) <= 4


def test_spans_are_exact(nlp: Language) -> None:
    cases = drawn_dates()
    wrong = []
    for case, doc in zip(cases, nlp.pipe([case.text for case in cases]), strict=True):
        found = [(m.start, m.end, "") for m in mark_dates(marked(case.text, doc, case.published))]
        if found != [(start, end, "") for start, end, _ in case.dates]:
            wrong.append(draw(case.text, found))
    assert wrong == []


def test_marks_do_not_overlap_and_stand_in_order(nlp: Language) -> None:
    text = " ".join(case.text for case in drawn_dates())
    marks = mark_dates(marked(text, nlp(text)))
    assert len(marks) > 150
    assert all(left.end <= right.start for left, right in itertools.pairwise(marks))


def test_a_capital_in_a_title_is_no_word_of_time(nlp: Language) -> None:
    text = 'She told "This Week" and USA Today that "tomorrow is ours".'
    assert [text[m.start : m.end] for m in mark_dates(marked(text, nlp(text)))] == ["tomorrow"]


def test_paragraphs_part_expressions(nlp: Language) -> None:
    text = "The vote was held in May\n\n2021 people were counted."
    assert [text[m.start : m.end] for m in mark_dates(marked(text, nlp(text)))] == ["May"]


def test_every_rule_can_be_valued() -> None:
    assert {rule.kind for rule in date_rules()} <= KINDS.keys()


def test_the_words_are_sorted_and_unique() -> None:
    assert list(date_words()) == sorted(date_words())
    assert list(holidays()) == sorted(holidays())


HOSTILE = [
    "May ", "the ", "1 and 2 and ", "twenty-", "1, 2, 3, ", "1990-", "1990, ", "the end of ", "a few ", "1/2/", "1:", "10:10 ", "'", "( ",
    "January February ", "May 1, 2, 3 and ", "two thousand and ", "and a half ", "3 to 4 to ", "500 BC and ", "'90s ", "the 1990 Act Act ",
]  # fmt: skip
"""Strings that make a careless pattern go back and forth."""


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_is_linear(nlp: Language, piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        words = re.findall(r"\w+|[^\w\s]|\s+", text)
        article = marked(text, Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
        begin = time.process_time()
        resolve_dates(article, mark_dates(article))
        return time.process_time() - begin

    seconds(1_000)  # compiles the grammar
    assert seconds(40_000) < 40 * seconds(4_000) + 1


def test_modifiers_are_those_of_timex3() -> None:
    assert set(modifier_words().values()) <= {"START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
    assert all(len(words) > 1 or words == "c" for words in modifier_words())
