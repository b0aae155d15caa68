"""From reports to text, in the form that was asked for, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from pactscan import codec
from pactscan.cli.options import Format
from pactscan.codec import OffsetUnit
from pactscan.render import structured

if TYPE_CHECKING:
    from pactscan.cli.scanning import Scanned, Tally
    from pactscan.render.layout import ColorSystem


@dataclass(frozen=True, slots=True)
class Writing:
    """How reports are to be written."""

    form: Format = Format.TEXT
    with_text: bool = False
    offsets: OffsetUnit = OffsetUnit.CODEPOINT
    color: ColorSystem | None = None
    width: int = 80
    raw: bool = False
    """CSV without a guard against formulas."""

    def pieces(self, found: Iterator[Scanned], tally: Tally, *, alone: bool) -> Iterator[str]:
        """The output. As JSON, one article `alone` is an object, several are an array; when all failed there is none."""
        if self.form is Format.TEXT:
            return self._pages(found)
        if self.form is Format.JSONL:
            return (structured.line(self.plain(item)) for item in found)
        if self.form is Format.HTML:
            return _document(found)
        if self.form in (Format.CSV, Format.MARKDOWN):
            return self._table(found)
        if self.form is Format.FTM:
            return _entities(found)
        return self._json(found, tally, alone=alone)

    def plain(self, item: Scanned) -> dict[str, Any]:
        """A report as JSON types; that of an HTML page always with the text, without which its offsets mean nothing."""
        plain = codec.to_dict(item.report, with_text=self.with_text, carries_text=item.article.carries_text)
        return codec.in_units(plain, item.article.text, self.offsets)

    def _json(self, found: Iterator[Scanned], tally: Tally, *, alone: bool) -> Iterator[str]:
        make = self._maker()
        first = list(islice(found, 2))
        if alone and len(first) == 1 and not tally.failures:
            yield structured.page(make(first[0]))
        elif first or not tally.failures:
            yield from structured.array(map(make, chain(first, found)))

    def _maker(self) -> Callable[[Scanned], dict[str, Any]]:
        """A report as JSON types, in our words or in those of a standard."""
        if self.form is Format.WEBANNO:
            from pactscan.render.standards import webanno

            return lambda item: webanno.page(item.report, item.article.text)
        if self.form is Format.SCHEMAORG:
            from pactscan.render.standards import schemaorg

            return lambda item: schemaorg.article(item.report)
        if self.form is Format.NINJS:
            from pactscan.render.standards import ninjs

            return lambda item: ninjs.item(item.report, with_text=self.with_text or item.article.carries_text)
        return self.plain

    def _table(self, found: Iterator[Scanned]) -> Iterator[str]:
        """One table of all reports, row by row; when all failed there is none."""
        from pactscan.render import comma, flat, markdown

        reports = map(self.plain, found)
        first = list(islice(reports, 1))
        rows = (row for report in chain(first, reports) for row in flat.rows(report))
        if first and self.form is Format.CSV:
            yield from comma.table(flat.NAMES, rows, raw=self.raw)
        elif first:
            yield from markdown.table(flat.NAMES, rows, numbers=flat.NUMBERS)

    def _pages(self, found: Iterator[Scanned]) -> Iterator[str]:
        for number, item in enumerate(found):
            from pactscan.render import terminal

            rule = "\n" + "─" * min(self.width, terminal.WIDEST) + "\n\n" if number else ""
            yield rule + terminal.report(item.report, width=self.width, color=self.color)


def _document(found: Iterator[Scanned]) -> Iterator[str]:
    """One page for a browser, of all reports; when all failed there is none."""
    if reports := [item.report for item in found]:
        from pactscan.render import page

        yield page.reports(reports)


def _entities(found: Iterator[Scanned]) -> Iterator[str]:
    """Entities one a line, those of an article together."""
    from pactscan.render.standards.ftm import Entities

    entities = Entities()
    return (structured.line(entity) for item in found for entity in entities.of(item.report))
