"""A report as a page for a browser: one file, nothing loaded, opens from disk.

The text stands with its words marked; pointing at them, or reaching them with the keyboard, shows what they are and why.
Every value in the lists links to its words. Style and script are ours, let in by their digests alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from pactscan.model import ActorKind, Report
from pactscan.render.page import article
from pactscan.render.page.links import Links
from pactscan.render.page.markup import Html, asset, document, element

_STYLES = ("base.css", "article.css")


def report(report: Report, *, home: str | None = None) -> str:
    """The page of one report; with a link to `home`, the page of a folder of such."""
    return reports([report], home=home)


def reports(found: Sequence[Report], *, home: str | None = None) -> str:
    """One page of several reports, the articles one below the other."""
    alone = len(found) == 1
    style, script = "\n".join(map(asset, _STYLES)), asset("words.js")
    prefixes = [""] if alone else [f"a{number}-" for number in range(1, len(found) + 1)]
    numbered = enumerate(zip(found, prefixes, strict=True), 1)
    views = [_view(report, prefix, None if alone else number) for number, (report, prefix) in numbered]
    title = article.title_of(found[0].article) if alone else f"{len(found)} articles"
    top = [] if alone else [_contents(found, prefixes)]
    skip = element("a", "Skip to the text", class_="skip", href=f"#{prefixes[0]}text")
    marked = not alone and any(article.asked(report) for report in found)
    main = element("main", article.legend() if marked else None, *views)
    foot = element("footer", *(article.digest(report) for report in found))
    back = [element("nav", element("a", "← All articles", href=home), aria_label="Up", class_="up")] if home else []
    return document(title, skip, *back, *top, main, foot, style=style, script=script)


def _contents(found: Sequence[Report], prefixes: list[str]) -> Html:
    rows = [
        element("li", element("a", article.title_of(report.article), href=f"#{prefix}text"))
        for report, prefix in zip(found, prefixes, strict=True)
    ]
    return element(
        "header", element("h1", f"{len(found)} articles"), element("nav", element("ol", *rows), aria_label="Articles"), class_="top"
    )


def _view(report: Report, prefix: str, number: int | None) -> Html:
    links = Links(report.article.text, prefix)
    head = article.head(report.article, prefix=prefix, number=number)
    top = element("header", head, _summary(report, links), class_="top")
    text = element("div", article.body(report, prefix=prefix), id=f"{prefix}text", class_="text", tabindex="-1")
    aside = element("div", *article.lists(report, links), class_="lists")
    legend = article.legend() if number is None and article.asked(report) else None
    return element("article", top, legend, element("div", text, aside, class_="columns"), class_="view")


def _summary(report: Report, links: Links) -> Html | None:
    """How much of what there is, each linked to its list."""
    people = sum(actor.kind is ActorKind.PERSON for actor in report.actors)
    counts = {
        "agreements": ("agreements", "agreements", len(report.agreements)),
        "quotes": ("quotes", "quotes", len(report.quotes)),
        "people": ("actors", "people", people),
        "bodies": ("actors", "organisations", len(report.actors) - people),
        "countries": ("countries", "countries", len(report.countries)),
        "dates": ("dates", "dates", len(report.dates)),
    }
    asked = article.asked(report)
    rows = [
        element("li", element("a", element("b", str(count)), f" {name}", href=f"#{links.prefix}{place}"))
        for place, (noun, name, count) in counts.items()
        if noun in asked
    ]
    if not rows:
        return None
    label = element("span", "What was found", class_="unseen", id=f"{links.prefix}found")
    return element("nav", label, element("ul", *rows), class_="summary", aria_labelledby=links.labelled(f"{links.prefix}found"))
