"""What the parts of the page are built of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pactscan.render.page.markup import Child, Html, element


def part(name: str, title: str, *body: Child, total: int | None = None) -> Html:
    """A section of the page under its heading, with how many there are in all."""
    count = [" ", element("span", f"{total:,}", class_="count")] if total is not None else []
    heading = element("h2", title, *count, id=f"{name}-heading")
    return element("section", heading, *body, id=name, aria_labelledby=f"{name}-heading")


def none(words: str) -> Html:
    """Says that there is nothing to show."""
    return element("p", words, class_="none")


def table(columns: Sequence[str], rows: Iterable[Html], style: str) -> Html:
    """A table with its heads."""
    head = element("tr", *(element("th", name, scope="col") for name in columns))
    return element("table", element("thead", head), element("tbody", *rows), class_=style)


def scrolled(inner: Html, label: str) -> Html:
    """What may be wider than the window, to be moved with the keyboard, too."""
    return element("div", inner, class_="scroll", tabindex=0, role="region", aria_label=label)


def fold(anchor: str, title: str, beside: Iterable[Child], *inner: Child, opened: bool) -> Html:
    """A record that opens. Its id is inside, so that a link into it opens it."""
    body = element("div", *inner, id=anchor, class_="record", tabindex="-1")
    return element("details", element("summary", element("h3", title), " ", *beside), body, open=opened)


def cells(*values: Child) -> list[Html]:
    """Values of a row."""
    return [element("td", value) for value in values]
