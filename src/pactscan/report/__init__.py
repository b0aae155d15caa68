"""A store as a page to hand to an editor: one file, or a folder of linked pages.

Timeline and network as pictures, the agreements as a table that sorts and filters, who said what, contradictions, people,
countries, and the articles with their words marked. Every value links to words of an article, where the page has its text.
The same store gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from pactscan.ask import Corpus
from pactscan.render import page
from pactscan.render.page.article import legend
from pactscan.render.page.markup import Html, asset, closing, element, join, opening, tag
from pactscan.report import agreements, network, people, sources, timeline
from pactscan.report.gather import Gathered, Limits, gather, report_of
from pactscan.report.places import Places
from pactscan.report.words import command, counted, stories

__all__ = ["Limits", "folder", "one_file"]

_STYLES = ("base.css", "article.css", "corpus.css")
LARGE = 250
"""Articles and agreements above which a browser lays out a part of the page only when it is to be seen."""
_SCRIPTS = ("words.js", "corpus.js")
_IN_PAGE = join(["The texts of the others are left out: ", command("--limit N"), " takes more, ", command("-o DIR/"), " all of them."])
_IN_FOLDER = join([command("--limit N"), " left the others out."])


def one_file(corpus: Corpus, limits: Limits, title: str | None = None) -> Iterator[str]:
    """The page in pieces: everything in one file, the texts of the newest articles among it."""
    gathered = gather(corpus, limits)
    kept = {article.key: article for article in gathered.stored}
    places = Places(lambda key: f"#{sources.prefix(kept[key])}" if key in kept else None)
    records, rows = sources.Records(gathered), []
    for article in gathered.stored:
        report = report_of(corpus, article)
        found = sources.layers_of(report)
        places.learn(article.key, found)
        rows.append(sources.in_page(article, report, found, records.link(article.key, report)))
    yield from _page(gathered, places, rows, title, _IN_PAGE)


def folder(corpus: Corpus, limits: Limits, title: str | None = None) -> Iterator[tuple[str, str]]:
    """Pages that link to each other, as path below the folder and content: every article in a page of its own, the index last."""
    gathered = gather(corpus, limits)
    paths = {article.key: f"articles/{article.number:06}.html" for article in gathered.stored}
    places = Places(lambda key: f"{paths[key]}#" if key in paths else None)
    for article in gathered.stored:
        report = report_of(corpus, article)
        places.learn(article.key, sources.layers_of(report))
        yield paths[article.key], page.report(report, home="../index.html")
    rows = [sources.as_link(article, paths[article.key]) for article in gathered.stored]
    yield "index.html", "".join(_page(gathered, places, rows, title, _IN_FOLDER))


def _page(gathered: Gathered, places: Places, rows: list[Html], title: str | None, how: Html) -> Iterator[str]:
    style, script = "\n".join(map(asset, _STYLES)), "\n".join(map(asset, _SCRIPTS))
    name = title or f"What {counted(gathered.articles, 'article')} say of agreements"
    known = frozenset(answer.summary.id for answer in gathered.details)
    details = {answer.summary.id: answer for answer in gathered.details}
    yield opening(name, style, script)
    yield _top(gathered, name)
    yield tag("main", class_="large" if len(rows) + len(gathered.timeline.rows) > LARGE else None)
    yield timeline.section(gathered.timeline, details, known, (gathered.first, gathered.last))
    yield agreements.table(gathered.timeline, places, known)
    yield agreements.details(gathered.details, gathered.timeline.total, places)
    yield agreements.conflicts(gathered.conflicts.rows, gathered.conflicts.total, places, known)
    yield people.said(gathered.said, gathered.speakers, places)
    yield network.section(gathered.network, places, known)
    yield people.countries(gathered.countries, places)
    yield people.actors(gathered.actors, places)
    yield sources.section(rows, gathered.articles, how)
    yield legend()
    yield "</main>\n"
    yield closing(script)


_CONTENTS = {
    "timeline": "Timeline",
    "agreements": "Agreements",
    "conflicts": "Contradictions",
    "said": "Who said what",
    "network": "Network",
    "countries": "Countries",
    "actors": "People and organisations",
    "sources": "Articles",
}


def _top(gathered: Gathered, name: str) -> Html:
    span = f"published {gathered.first} to {gathered.last}" if gathered.first else "no day of publication known"
    outlets = counted(gathered.outlets, "outlet") if gathered.outlets else None
    told = [counted(gathered.articles, "article"), stories(gathered.stories), outlets, counted(gathered.timeline.total, "agreement"), span]
    facts = element("p", *(element("span", part) for part in told if part), class_="facts")
    links = [element("li", element("a", words, href=f"#{place}")) for place, words in _CONTENTS.items()]
    nav = element("nav", element("ul", *links), class_="summary", aria_label="Contents")
    skip = element("a", "Skip to the timeline", class_="skip", href="#timeline")
    hint = "Counts are of stories: near-duplicates, such as wire copy that several outlets print, are one."
    return element("header", skip, element("h1", name), facts, nav, element("p", hint, class_="hint"), class_="top")
