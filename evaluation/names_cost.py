"""CPU time of names, cast and countries on top of the parse: python evaluation/names_cost.py ARTICLES.jsonl."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from pactscan.find import pipeline
from pactscan.find.case import readable
from pactscan.find.countries import mark_countries
from pactscan.find.names import mark_names
from pactscan.marks import MarkedArticle
from pactscan.model import Article
from pactscan.resolve.cast import resolve_cast
from pactscan.resolve.countries import resolve_countries


def main(paths: list[str]) -> None:
    """Print both times, and the share of the second in the first."""
    records = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").split("\n") if line.strip()]
    articles = [Article(id=record["id"], text=record["text"]) for record in records]
    nlp, _ = pipeline.load("sm")
    texts = [readable(article) for article in articles]
    for doc, article in zip(nlp.pipe(texts[:8]), articles, strict=False):
        _read(MarkedArticle(article, doc))
    started, ours = time.process_time(), 0.0
    for article, doc in zip(articles, nlp.pipe(texts, batch_size=16), strict=True):
        before = time.process_time()
        _read(MarkedArticle(article, doc))
        ours += time.process_time() - before
    parse = time.process_time() - started - ours
    print(f"parse {parse:.2f} s, names and countries {ours:.2f} s of CPU: {ours / parse:.1%} on top")


def _read(marked: MarkedArticle) -> None:
    countries = mark_countries(marked)
    resolve_cast(marked, mark_names(marked, countries), countries)
    resolve_countries(marked, countries)


if __name__ == "__main__":
    main(sys.argv[1:])
