"""A saved report may have been edited, or go with another text: what does not hold is said, and never used."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from pactscan.compare.order import mentions_of
from pactscan.model import ArticleInfo, Mention, Report


def trusted(report: Report, side: str) -> tuple[Report, tuple[str, ...]]:
    """The report, without a text that is not the one it was made from, and notes on what does not hold."""
    info = report.article
    if info.text is None:
        return report, ()
    if _digest(info.text) != info.sha256:
        return _without_text(report), (f"{side}: the text in the report is not the one its digest names; nothing was compared with it",)
    stray = sum(not _stands(mention, info) for mention in _mentions(report))
    if stray:
        return report, (f"{side}: {stray} mention{'s do' if stray > 1 else ' does'} not stand in the text where the report says",)
    return report, ()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _without_text(report: Report) -> Report:
    return replace(report, article=replace(report.article, text=None))


def _mentions(report: Report) -> Iterator[Mention]:
    for noun in (report.actors, report.countries, report.dates, report.quotes, report.agreements):
        for thing in noun:
            yield from mentions_of(thing)


def _stands(mention: Mention, info: ArticleInfo) -> bool:
    text = info.text or ""
    return 0 <= mention.start <= mention.end <= len(text) and text[mention.start : mention.end] == mention.text
