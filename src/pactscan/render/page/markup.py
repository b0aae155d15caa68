"""HTML that cannot be broken by what it shows: text becomes markup here and nowhere else.

A child or attribute of `element` that is a plain `str` is text of others and is escaped; only what this module made is
`Html` and goes in as it is. Characters that show nothing are written as their number, as on a terminal.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from pactscan.render.escape import UNPRINTABLE, flowing, visible

_UNSEEN = re.compile(rf"(?![\t\n\r\x0c])[{UNPRINTABLE}]")
_LEFT_OPEN = frozenset({"br", "col", "hr", "input", "link", "meta"})
"""Elements without an end tag."""


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Child = str | Html | None


def escaped(text: str) -> Html:
    """Text of others as HTML on one line, with nothing hidden."""
    return Html(html.escape(flowing(text)))


def prose(text: str) -> Html:
    """A stretch of an article as HTML, its white space kept; what shows nothing is set apart as its number."""
    return Html(_UNSEEN.sub(lambda m: f'<i class="odd">{visible(m.group())}</i>', html.escape(text)))


def element(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """``<name attributes>children</name>``; an attribute ``data_why`` is ``data-why``, ``class_`` is ``class``; None is left out."""
    opening = tag(name, **attributes)
    if name in _LEFT_OPEN:
        return opening
    return Html(f"{opening}{join(children)}</{name}>")


def tag(name: str, /, **attributes: str | int | bool | None) -> Html:
    """The start tag alone."""
    return Html(f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>")


def join(children: Iterable[Child], between: str = "") -> Html:
    """`children` one after the other, with the text `between` between them; None is left out."""
    glue = html.escape(between)
    return Html(glue.join(child if isinstance(child, Html) else escaped_in_place(child) for child in children if child is not None))


def escaped_in_place(text: str) -> Html:
    """As `escaped`, but a space at either end stays."""
    inner = escaped(text)
    if not inner:
        return Html(" " if text else "")
    return Html(" " * text[:1].isspace() + inner + " " * text[-1:].isspace())


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    return f' {name}="{html.escape(_lines(str(value)))}"'


def _lines(value: str) -> str:
    return _UNSEEN.sub(lambda m: visible(m.group()), value)


# --- the document -----------------------------------------------------------------------------------------------------


@cache
def asset(name: str) -> str:
    """A style sheet or script of ours, from beside this module."""
    return files("pactscan.render.page").joinpath(name).read_text(encoding="utf-8").strip()


def policy(style: str, script: str = "") -> str:
    """A Content-Security-Policy that lets in this style and this script, by their digests, and nothing else."""
    scripts = f" script-src {_digest(script)};" if script else ""
    return f"default-src 'none'; style-src {_digest(style)};{scripts} base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def opening(title: str, style: str, script: str = "") -> Html:
    """A document up to the start of its body."""
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        element("title", title),
        Html(f"<style>{style}</style>"),
    ]
    return Html('<!DOCTYPE html>\n<html lang="en">\n<head>' + "\n".join(head) + "</head>\n<body>\n")


def closing(script: str = "") -> Html:
    """The end of a document."""
    return Html((f"<script>{script}</script>\n" if script else "") + "</body>\n</html>\n")


def document(title: str, *body: Html, style: str, script: str = "") -> Html:
    """A whole self-contained document."""
    return Html(opening(title, style, script) + "\n".join(body) + "\n" + closing(script))
