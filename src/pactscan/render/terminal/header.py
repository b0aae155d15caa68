"""The head of the page: which article this is, when it is from, what countries it is about."""

from __future__ import annotations

from pathlib import PurePath

from rich.text import Text

from pactscan.model import ArticleInfo, Country, Report
from pactscan.render import palette
from pactscan.render.escape import flowing, visible
from pactscan.render.layout import Page, joined, unknown
from pactscan.render.origins import ORIGINS

LABELS = 11
"""Cells for the labels at the left edge."""


def add_header(page: Page, report: Report) -> None:
    """Add source, size, title and date."""
    article = report.article
    page.apart(_source(article), Text(_size(article), palette.ASIDE), indent=0)
    if article.title:
        page.add(Text(flowing(article.title), palette.HEADING))
    page.hang("Date", _date(article), indent=LABELS)
    if article.outlet:
        page.hang("Outlet", flowing(article.outlet), indent=LABELS)
    if article.language != "en":
        page.hang("Language", unknown(f"{visible(article.language or 'undecided')}: not analysed"), indent=LABELS)
    if not report.tool.model.verified:
        page.hang("Model", unknown(f"{visible(report.tool.model.name)}, not verified"), indent=LABELS)


def add_countries(page: Page, countries: tuple[Country, ...]) -> None:
    """Add the countries that the article is about, and the others that it names."""
    focus = [country for country in countries if country.focus]
    others = [country for country in countries if not country.focus]
    if not countries:
        page.hang("Countries", unknown("none named"), indent=LABELS)
    if focus:
        page.hang("About", joined(map(_counted, focus)), indent=LABELS)
    if others:
        page.hang("Also" if focus else "Countries", joined(map(_counted, others)), indent=LABELS)


def _source(article: ArticleInfo) -> Text:
    text = Text.assemble(("standard input" if article.source == "-" else visible(article.source), palette.NAME))
    if not PurePath(article.source).with_suffix("").as_posix().endswith(article.id):
        text.append(f"  {visible(article.id)}")
    return text


def _size(article: ArticleInfo) -> str:
    encoding = article.encoding.upper() if article.encoding.lower().startswith("utf") else article.encoding
    return f"{_count(article.words, 'word')}, {_count(article.characters, 'character')}, {visible(encoding)}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _date(article: ArticleInfo) -> Text:
    if article.published is None:
        return Text.assemble(unknown("not stated in the text"), " (to give it: --date YYYY-MM-DD)")
    origin = ORIGINS[article.published_from] if article.published_from else "origin not recorded"
    return Text.assemble(visible(article.published), (f"  {origin}", palette.ASIDE))


def _counted(country: Country) -> Text:
    return Text.assemble(visible(country.name), (f" {visible(country.code)}\N{NO-BREAK SPACE}×{len(country.mentions)}", palette.ASIDE))
