"""Marks, cues and names thrown together: no span is empty, turned round, or said twice."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from pactscan.marks import MarkedArticle
from pactscan.model import Article
from pactscan.scanner import read_nouns
from tests.render.reports import TOOL

if TYPE_CHECKING:
    from spacy.language import Language

PIECES = [
    *("\"", "“", "”", "'", "‘", "’", "``", "''", "“a", "b”", '"x"', "(", ")", " - ", ".", ",", ";", "%", "2", "\u200b", "\n\n", " "),
    *("said", "said:", "told", "called", "asked", "according to", "whether", "that", "no", "yes", "said Moe"),
    *("Moe", "Visser", "he", "she", "who", "the minister", "Peru", "Monday"),
]  # fmt: skip
SEEDS = (*range(300), 318, 496, 976, 1316, 1346, 1626, 1800)
"""The last, and 2 and 29, once ended in an empty source, a source turned round, or a span inside another."""


def soup(seed: int) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(PIECES) + " " * (chance.random() < 0.7) for _ in range(chance.randint(5, 60)))


def test_spans_are_sound_whatever_is_thrown_together(nlp: Language) -> None:
    texts = [soup(seed) for seed in SEEDS]
    quotes = 0
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        report = read_nouns(MarkedArticle(Article(id="soup", text=text), doc), TOOL)
        for quote in report.quotes:
            for mention in (*quote.spans, quote.cue, quote.source):
                assert mention is None or text[mention.start : mention.end] == mention.text != ""
            assert all(one.end <= two.start for one, two in zip(quote.spans, quote.spans[1:], strict=False))
        assert len({(quote.spans, quote.speaker) for quote in report.quotes}) == len(report.quotes)
        quotes += len(report.quotes)
    assert quotes > 100
