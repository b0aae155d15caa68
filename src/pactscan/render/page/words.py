"""The text of an article with its marks: each stretch that something is said of is an element around exactly those words.

Marks that lie in each other are elements in each other; of two that cross, the later one is cut where the earlier ends.
What is not shaded as a quote is a link to its record, so that the page can be walked with the keyboard, and without scripts.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pactscan.paragraphs import Paragraph, paragraphs
from pactscan.render.page.kinds import LETTERS, Kind
from pactscan.render.page.layers import Layer
from pactscan.render.page.markup import Html, element, prose, tag

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
    leaf: bool
    stop: bool = field(default=False)
    """Whether a stop of the Tab key was given to it."""


def marked_paragraphs(text: str, found: Iterable[Layer], prefix: str = "") -> Iterator[tuple[Paragraph, Html]]:
    """The paragraphs of `text`, each with its words marked as `found` says. `prefix` goes before every id."""
    waiting = _stretches(found)
    for paragraph in paragraphs(text) if text.strip() else ():
        yield paragraph, Html("".join(_Writer(text, paragraph, waiting, prefix).parts()))


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

    def __init__(self, text: str, paragraph: Paragraph, waiting: list[_Stretch], prefix: str) -> None:
        self._text, self._paragraph, self._waiting, self._prefix = text, paragraph, waiting, prefix
        self._at = paragraph.start
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
            yield "</a>" if self._open.pop().leaf else "</span>"

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
        self._open.append(_Open(stretch, leaf))
        yield tag(
            "a" if leaf else "span",
            class_=" ".join(["m", *kinds]),
            id=f"{self._prefix}{_first_anchor(stretch)}" if stretch.first else None,
            href=self._record(stretch) if leaf else None,
            tabindex=-1 if leaf and not stretch.first else None,
            draggable="false" if leaf else None,
            data_k=LETTERS[stretch.layers[0].kind] if stretch.first else None,
            data_why="\n\n".join("\n".join(layer.why) for layer in stretch.layers),
        )
        if only_quote and stretch.first:
            yield self._handle(stretch)

    def _handle(self, stretch: _Stretch) -> Html:
        """The link of a quote, before its words: words as long as a quote's are for reading and copying."""
        quotes = [layer for layer in stretch.layers if layer.kind is Kind.QUOTE]
        name = quotes[0].why[0]
        return element("a", class_="handle", href=f"#{self._prefix}{quotes[0].record}", aria_label=name)

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
        yield element("a", prose(text), class_="in", href=self._record(inner.stretch), tabindex=None if stop else -1, draggable="false")

    def _record(self, stretch: _Stretch) -> str:
        return f"#{self._prefix}{stretch.layers[0].record}"


def _first_anchor(stretch: _Stretch) -> str:
    layer = stretch.layers[0]
    return anchor(layer.start, layer.end)
