"""One article's view: what it is, the text with its marks, and the lists of what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pactscan.model import NOUNS, ArticleInfo, Report
from pactscan.render.escape import flowing
from pactscan.render.origins import ORIGINS
from pactscan.render.page import records
from pactscan.render.page.kinds import LETTERS, MEANINGS, Kind
from pactscan.render.page.layers import layers
from pactscan.render.page.links import Links
from pactscan.render.page.markup import Html, element, join
from pactscan.render.page.words import marked_paragraphs

_SECTIONS: dict[str, tuple[Callable[[Report, Links], Html], ...]] = {
    "agreements": (records.agreements,),
    "quotes": (records.quotes,),
    "actors": (records.people, records.bodies),
    "countries": (records.countries,),
    "dates": (records.dates,),
}


def title_of(article: ArticleInfo) -> str:
    """The title; without one the source."""
    return flowing(article.title or "") or source_of(article)


def source_of(article: ArticleInfo) -> str:
    """Where the article was read from."""
    return "standard input" if article.source == "-" else flowing(article.source)


def head(article: ArticleInfo, *, prefix: str = "", number: int | None = None) -> Html:
    """Title, outlet, day and source; with its `number` where it is one of several."""
    outlet = element("p", article.outlet, class_="outlet") if article.outlet else None
    count = element("span", f"{number} ", class_="number") if number else None
    title = element("h2" if number else "h1", count, title_of(article), id=f"{prefix}title")
    return join([outlet, title, element("p", *_facts_of_article(article), class_="facts")])


def _facts_of_article(article: ArticleInfo) -> Iterator[Html]:
    if article.published:
        origin = f" {ORIGINS[article.published_from]}" if article.published_from else ""
        yield element("span", element("time", article.published, datetime=article.published), element("span", origin, class_="aside"))
    else:
        yield element("span", "day of publication not stated")
    if article.language != "en":
        yield element("span", f"language {article.language or 'undecided'}: not analysed")
    yield element("span", f"{article.words:,} words")
    yield element("span", source_of(article), class_="source")


def digest(report: Report) -> Html:
    """What made the page, and of which text: enough to make it again."""
    tool, model = report.tool, report.tool.model
    verified = "" if model.verified else ", not verified"
    made = f"{tool.name} {tool.version}, model {model.name} {model.version}{verified}"
    return element("p", f"{made}. SHA-256 of the text: ", element("code", report.article.sha256), class_="digest")


def body(report: Report, *, prefix: str = "") -> Html:
    """The text, marked."""
    text = report.article.text
    if text is None:
        return element("p", "The text was not kept with the report.", class_="none")
    title = flowing(report.article.title or "")
    shown = []
    for number, (paragraph, words) in enumerate(marked_paragraphs(text, layers(report), prefix), 1):
        is_title = bool(title) and flowing(text[paragraph.start : paragraph.end]) == title
        shown.append(element("p", words, class_="headline" if is_title else None, data_p=number))
    return element("div", Html("\n".join(shown)), class_="prose") if shown else element("p", "There is no text.", class_="none")


def lists(report: Report, links: Links) -> Iterator[Html]:
    """The sections of what was asked for."""
    for noun in asked(report):
        for part in _SECTIONS[noun]:
            yield part(report, links)
    if noted := records.notes(report, links):
        yield noted


def asked(report: Report) -> list[str]:
    """The nouns that were looked for, in the order of a page."""
    if report.article.language != "en" or not report.article.words:
        return []
    only = dict(report.tool.options).get("only")
    wanted = set(only.split(",") if only else NOUNS)
    return [noun for noun in _SECTIONS if noun in wanted]


def legend() -> Html:
    """What the marks mean: letter, line, word; each can be switched off."""
    keys = [_key(kind) for kind in MEANINGS]
    told = element("p", "Point at marked words, or reach them with the Tab key, to see what they are and why.", class_="hint")
    return element(
        "section",
        element("h2", "Marks", id="legend-heading"),
        element("ul", *keys),
        told,
        class_="legend",
        aria_labelledby="legend-heading",
    )


def _key(kind: Kind) -> Html:
    name, line = MEANINGS[kind]
    sample = element("span", name, class_=f"m {kind}", data_k=LETTERS[kind])
    box = element("input", type="checkbox", id=f"show-{kind}", checked=True)
    return element("li", element("label", box, " ", sample, element("span", f" {line}", class_="aside"), for_=f"show-{kind}"))
