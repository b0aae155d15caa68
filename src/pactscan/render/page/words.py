"""The text of an article with its marks: each stretch that something is said of is an element around exactly those words.

Marks that lie in each other are elements in each other; of two that cross, the later one is cut where the earlier ends.
What is not shaded as a quote is a link to its record, so that the page can be walked with the keyboard, and without scripts;
where the page has no such record, it is a stop of the Tab key.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pactscan.paragraphs import Paragraph, paragraphs
from pactscan.render.page.kinds import LETTERS, Kind
from pactscan.render.page.layers import Layer
from pactscan.render.page.markup import Html, element, prose, tag

Link = Callable[[str], str | None]
"""From a record (``agreement-1``) to where the page has it (``#agreement-1``); None where it has not."""

_ORDER = {kind: n for n, kind in enumerate(Kind)}


def anchor(start: int, end: int) -> str:
    """Id of the words ``text[start:end]``."""
    return f"w{start}-{end}"


class _Stretch(NamedTuple):
    """Words that something is said of, or what is left of them after a cut. Sorts as they are to be opened."""

    start: int
    minus_end: int
    layers: tuple[Layer, ...]
    first: bool
    """Whether it begins where the words begin: it then has their id and their stop of the Tab key."""

    @property
    def end(self) -> int:
        return -self.minus_end


@dataclass(slots=True)
class _Open:
    """An element that is open."""

    stretch: _Stretch
    name: str
    """``a`` or ``span``."""
    leaf: bool
    stop: bool = field(default=False)
    """Whether a stop of the Tab key was given to it."""


def marked_paragraphs(text: str, found: Iterable[Layer], prefix: str = "", link: Link | None = None) -> Iterator[tuple[Paragraph, Html]]:
    """The paragraphs of `text`, each with its words marked as `found` says.

    `prefix` goes before every id. Without `link` the records stand in the page under the same prefix.
    """
    waiting = _stretches(found)
    leading = link or (lambda record: f"#{prefix}{record}")
    for paragraph in paragraphs(text) if text.strip() else ():
        yield paragraph, Html("".join(_Writer(text, paragraph, waiting, prefix, leading).parts()))


def _stretches(found: Iterable[Layer]) -> list[_Stretch]:
    """One for each extent, with all that is said of it; as a heap."""
    extents: dict[tuple[int, int], list[Layer]] = {}
    for layer in found:
        if layer.start < layer.end:
            extents.setdefault((layer.start, -layer.end), []).append(layer)
    heap = [_Stretch(start, minus_end, tuple(sorted(said, key=_rank)), True) for (start, minus_end), said in extents.items()]
    heapq.heapify(heap)
    return heap


def _rank(layer: Layer) -> int:
    return _ORDER[layer.kind]


class _Writer:
    """Writes one paragraph, taking from `waiting` what begins before its end."""

    def __init__(self, text: str, paragraph: Paragraph, waiting: list[_Stretch], prefix: str, link: Link) -> None:
        self._text, self._paragraph, self._waiting, self._prefix = text, paragraph, waiting, prefix
        self._link, self._at = link, paragraph.start
        self._open: list[_Open] = []

    def parts(self) -> Iterator[str]:
        while self._waiting and self._waiting[0].start < self._paragraph.end:
            stretch = heapq.heappop(self._waiting)
            if stretch.start < self._at:  # what lies between two paragraphs is not shown
                stretch = stretch._replace(start=self._at)
            if stretch.start < stretch.end:
                yield from self._close_until(stretch.start)
                yield from self._run(stretch.start)
                yield from self._begin(self._cut(stretch))
        yield from self._close_until(self._paragraph.end)
        yield from self._run(self._paragraph.end)

    def _close_until(self, at: int) -> Iterator[str]:
        while self._open and self._open[-1].stretch.end <= at:
            yield from self._run(self._open[-1].stretch.end)
            yield f"</{self._open.pop().name}>"

    def _cut(self, stretch: _Stretch) -> _Stretch:
        """The part of `stretch` that fits into what is open; the rest waits."""
        end = self._open[-1].stretch.end if self._open else self._paragraph.end
        if stretch.end <= end:
            return stretch
        heapq.heappush(self._waiting, stretch._replace(start=end, first=False))
        return stretch._replace(minus_end=-end)

    def _begin(self, stretch: _Stretch) -> Iterator[str]:
        kinds = dict.fromkeys(layer.kind.value for layer in stretch.layers)
        only_quote = stretch.layers[0].kind is Kind.QUOTE
        leaf = not only_quote and not (self._waiting and self._waiting[0].start < stretch.end)
        href = self._record(stretch) if leaf else None
        name = "a" if href else "span"
        self._open.append(_Open(stretch, name, leaf))
        yield tag(
            name,
            class_=" ".join(["m", *kinds]),
            id=f"{self._prefix}{_first_anchor(stretch)}" if stretch.first else None,
            data_k=LETTERS[stretch.layers[0].kind] if stretch.first else None,
            data_why="\n\n".join("\n".join(layer.why) for layer in stretch.layers),
            **(_stop(href, stop=stretch.first) if leaf else {}),
        )
        if only_quote and stretch.first:
            yield self._handle(stretch)

    def _handle(self, stretch: _Stretch) -> Html:
        """The link of a quote, before its words: words as long as a quote's are for reading and copying."""
        href, name = self._record(stretch), stretch.layers[0].why[0]
        role = None if href else "note"
        return element("a" if href else "span", class_="handle", role=role, aria_label=name, **_stop(href, stop=True))

    def _run(self, end: int) -> Iterator[str]:
        """The text up to `end`, which nothing begins in."""
        text, self._at = self._text[self._at : end], max(self._at, end)
        if not text:
            return
        inner = self._open[-1] if self._open else None
        if inner is None or inner.leaf or inner.stretch.layers[0].kind is Kind.QUOTE or not any(map(str.isalnum, text)):
            yield prose(text)
            return
        stop, inner.stop = not inner.stop and inner.stretch.first, True
        href = self._record(inner.stretch)
        yield element("a" if href else "span", prose(text), class_="in", **_stop(href, stop=stop))

    def _record(self, stretch: _Stretch) -> str | None:
        return self._link(stretch.layers[0].record)


def _stop(href: str | None, *, stop: bool) -> dict[str, str | int | None]:
    """What makes a link, or where it leads nowhere a mere word, a stop of the Tab key, or none."""
    if href is None:
        return {"tabindex": 0 if stop else None}
    return {"href": href, "tabindex": None if stop else -1, "draggable": "false"}


def _first_anchor(stretch: _Stretch) -> str:
    layer = stretch.layers[0]
    return anchor(layer.start, layer.end)
