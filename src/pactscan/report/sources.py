"""The articles: each with its text, the words marked, in the page or in a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from pactscan.model import Report
from pactscan.render.page.layers import Layer, layers
from pactscan.render.page.markup import Html, element, join
from pactscan.render.page.words import Link, marked_paragraphs
from pactscan.report.agreements import anchor
from pactscan.report.gather import Gathered, Stored
from pactscan.report.parts import part
from pactscan.report.people import COUNTRIES, actor_anchor, country_anchor, speaker_anchor
from pactscan.report.words import left_out


class Records:
    """Where the page has what an article speaks of."""

    def __init__(self, gathered: Gathered) -> None:
        self._agreements = {
            (passage.article, passage.start, passage.end): anchor(answer.summary.id)
            for answer in gathered.details
            for passage in answer.sources
        }
        self._speakers = {answer.speakers[0]: speaker_anchor(number) for number, answer in enumerate(gathered.said, 1)}
        self._countries = {row.code for row in gathered.countries.rows[:COUNTRIES]}
        self._actors = {(row.name, row.kind): actor_anchor(number) for number, row in enumerate(gathered.actors.rows, 1)}

    def link(self, key: str, report: Report) -> Link:
        """From the records of one article's report to those of the page."""
        found: dict[str, str | None] = {}
        for number, agreement in enumerate(report.agreements, 1):
            first = agreement.mentions[0] if agreement.mentions else agreement.evidence
            found[f"agreement-{number}"] = self._agreements.get((key, first.start, first.end))
        for number, actor in enumerate(report.actors, 1):
            found[f"actor-{number}"] = self._actors.get((actor.name, actor.kind.value))
        for number, quote in enumerate(report.quotes, 1):
            found[f"quote-{number}"] = self._speakers.get(quote.speaker_name or "")
        for number, country in enumerate(report.countries, 1):
            found[f"country-{number}"] = country_anchor(country.code) if country.code in self._countries else None
        return lambda record: f"#{target}" if (target := found.get(record)) else None


def prefix(article: Stored) -> str:
    """What goes before the ids of an article's words."""
    return f"a{article.number}-"


def section(rows: list[Html], total: int, how: Html) -> Html:
    """All of them, newest first."""
    return part("sources", "Articles", left_out(len(rows), total, "the newest", how), *rows, total=total)


def in_page(article: Stored, report: Report, found: list[Layer], link: Link) -> Html:
    """An article with its text, closed until it is wanted."""
    marked = marked_paragraphs(report.article.text or "", found, prefix(article), link)
    words = [element("p", html, data_p=number) for number, (_, html) in enumerate(marked, 1)]
    inner = element(
        "div", Html("\n".join(words)) if words else "There is no text.", class_="prose", id=f"{prefix(article)}text", tabindex="-1"
    )
    return element("details", element("summary", *_head(article, element("h3", _title(article)))), inner, class_="source")


def as_link(article: Stored, path: str) -> Html:
    """An article that has a page of its own."""
    return element("p", *_head(article, element("h3", element("a", _title(article), href=path))), class_="source")


def _head(article: Stored, title: Html) -> Iterator[Html]:
    yield title
    told = [article.outlet, article.published or "undated", article.source]
    yield join([" ", element("span", " · ".join(part for part in told if part), class_="aside")])


def _title(article: Stored) -> str:
    return article.title or article.key


def layers_of(report: Report) -> list[Layer]:
    """All that is said of the words of an article."""
    return layers(report) if report.article.text else []
