"""HTML → the article's text and what the page says of it. Behind the extra ``html``; nothing is ever fetched.

The text is trafilatura's. The metadata is read here: only dates that the page states as its publication date count.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pactscan.errors import InputError
from pactscan.lexicon.reading import page_names
from pactscan.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING = "HTML needs an extra: pip install 'pactscan[html]'"
MAX_ELEMENTS = 20_000
MAX_INLINE = 1_000
"""Elements within a line, over which extraction takes quadratic time: where there are more, their tags are dropped."""
MAX_ROWS = 500

_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: the text extracted from it, and what it says of itself."""

    text: str
    encoding: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


def page_of(data: bytes) -> Page:
    """The article in the page `data`. Raises InputError when the extra is missing or the page is none or too intricate."""
    try:
        import trafilatura
        from lxml import html
    except ImportError:
        raise InputError(MISSING) from None
    declared = _CHARSET.search(data[:2048])
    source, encoding = decode(data, declared[1].decode("ascii") if declared else None)
    tree = _tree(html, source)
    meta = _meta(tree)
    stated = _linked_data(tree)
    dates = page_names("published")
    text = trafilatura.extract(
        _simplified(html, tree), output_format="txt", include_comments=False, include_tables=False, include_links=False
    )
    return Page(
        text=(text or "").encode("utf-8", "ignore").decode("utf-8"),
        encoding=encoding,
        title=_first(stated.get("headline"), *(meta.get(name) for name in page_names("title")), _heading(tree)),
        published=_first(meta.get(dates[0]), stated.get("datePublished"), *(meta.get(name) for name in dates[1:]), _time(tree)),
        outlet=_first(*(meta.get(name) for name in page_names("site")), stated.get("publisher")),
    )


def _tree(html: Any, source: str) -> Any:
    from lxml.etree import LxmlError

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8"), parser=parser)
    except LxmlError:  # not one element in it
        return html.fragment_fromstring("", create_parent="html")
    if any("depth" in entry.message for entry in parser.error_log):
        raise InputError("HTML nested too deeply (over 256 elements)")
    count = sum(1 for _ in tree.iter())
    if count > MAX_ELEMENTS:
        raise InputError(f"HTML with too many elements ({count:,} > {MAX_ELEMENTS:,}); extract its text first")
    return tree


def _simplified(html: Any, tree: Any) -> Any:
    """The tree without scripts, and without what extraction takes quadratic time over."""
    from lxml import etree

    etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
    if sum(1 for _ in tree.iter("tr")) > MAX_ROWS:
        etree.strip_elements(tree, "tr", with_tail=False)
    if sum(1 for _ in tree.iter(*page_names("inline"))) <= MAX_INLINE:
        return tree
    etree.strip_tags(tree, *page_names("inline"))
    return _tree(html, html.tostring(tree, encoding="unicode"))  # parsed again: the stripped tags left their text in pieces


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _linked_data(tree: Any) -> dict[str, str]:
    """Headline, date and publisher of the first article in the page's JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            stated = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(stated):
            if isinstance(item.get("datePublished"), str) or isinstance(item.get("headline"), str):
                return {key: value for key in ("headline", "datePublished", "publisher") if (value := _name(item.get(key)))}
    return {}


def _items(stated: Any) -> Iterator[dict[str, Any]]:
    for item in stated if isinstance(stated, list) else [stated]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _heading(tree: Any) -> str | None:
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    return headings[0] if len(headings) == 1 else None


def _time(tree: Any) -> str | None:
    times = [t.get("datetime") for t in tree.iter("time") if t.get("pubdate") is not None or "publish" in (t.get("itemprop") or "").lower()]
    return times[0] if times else None


def _first(*values: str | None) -> str | None:
    return next((cleaned for v in values if v and (cleaned := " ".join(v.split()))), None)
