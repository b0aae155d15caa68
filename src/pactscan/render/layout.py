"""Lines of a page: wrapped to a width with hanging indents, collected, and printed to a string.

What goes in is `rich.text.Text` or plain strings that went through `escape`; markup in them has no meaning here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Literal

from rich.console import Console
from rich.text import Text

from pactscan.render import palette

ColorSystem = Literal["standard", "256", "truecolor"]

WIDEST = 120
"""Beyond that, lines are hard to follow."""
NARROWEST = 30
WIDEST_COLUMN = 0.45
"""Share of a page that its left column may take; a longer label stands on a line of its own."""
NARROWEST_NAME = 0.5
"""Share of a page that what stands on the left needs at least, if something is to stand at the right edge."""


class Page:
    """A page under way. Widths are in terminal cells: a CJK character takes two."""

    def __init__(self, width: int) -> None:
        self.width = min(max(width, NARROWEST), WIDEST)
        self.lines: list[Text] = []
        self._last_empty: Text | None = None
        self._ruler = Console(file=StringIO(), width=self.width, color_system=None, emoji=False, markup=False, highlight=False)

    def add(self, text: Text | str, *, indent: int = 0) -> None:
        """Add `text`, wrapped, every line `indent` cells in."""
        self.hang("", text, indent=indent)

    def hang(self, label: Text | str, body: Text | str, *, indent: int) -> None:
        """Add `label`, then `body` wrapped beside it from cell `indent` on; a label that reaches so far stands on a line above."""
        label, indent = _text(label), min(indent, self.width // 2)
        if label.cell_len > max(indent - 1, 0):
            self.lines += self._wrapped(label, self.width)
            label = Text()
        for number, line in enumerate(self._wrapped(_text(body), self.width - indent) or [Text()]):
            head = Text()
            if number == 0:
                head.append_text(label)  # as a part, so that the label's style ends with it
            head.append(" " * (indent - head.cell_len))
            head.append_text(line)
            head.rstrip()
            self.lines.append(head)

    def columns(self, rows: Sequence[tuple[Text, Text]], *, narrowest: int) -> None:
        """Add pairs in two columns, the left one as wide as it needs to be but for those that would take too much."""
        widest = int(self.width * WIDEST_COLUMN)
        needed = [left.cell_len + 2 for left, _ in rows]
        indent = max((n for n in needed if narrowest <= n <= widest), default=narrowest)
        for left, right in rows:
            self.hang(left, right, indent=indent)

    def apart(self, left: Text, right: Text, *, indent: int) -> None:
        """Add `left`, wrapped `indent` cells in, and beside it, at the right edge, `right`; below each other on a narrow page."""
        room = self.width - right.cell_len - 2
        if room < self.width * NARROWEST_NAME:
            self._outdented(left, self.width, indent)
            self.add(right, indent=indent)
            return
        at = len(self.lines)
        self._outdented(left, room, indent)
        first = self.lines[at]
        first.append(" " * (self.width - first.cell_len - right.cell_len))
        first.append_text(right)

    def _outdented(self, text: Text, width: int, indent: int) -> None:
        first, rest = text[:indent], text[indent:]
        for number, line in enumerate(self._wrapped(rest, width - indent)):
            self.lines.append(Text.assemble(" " * indent if number else first, line))

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        lines = list(text.wrap(self._ruler, width, overflow="fold")) if text.plain else []
        for line in lines:
            line.rstrip()
        return lines

    def gap(self) -> None:
        """Add an empty line, but no second one."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Text())

    def heading(self, title: str, *asides: str) -> None:
        """Add a section's title with what is to be known beside it."""
        self.gap()
        text = Text.assemble((title, palette.HEADING))
        for aside in asides:
            text.append(f"  {aside}", palette.ASIDE)
        self.add(text)

    def nothing(self, title: str, words: str) -> None:
        """Add a section that holds nothing; several of them in a row stand close."""
        if self.lines and self.lines[-1] is not self._last_empty:
            self.gap()
        self._last_empty = Text.assemble((title, palette.HEADING), (f"  {words}", palette.ASIDE))
        self.lines.append(self._last_empty)

    def printed(self, color: ColorSystem | None) -> str:
        """Print the page to a string; with escape codes for style only where `color` is given."""
        out = StringIO()
        console = Console(
            file=out,
            width=self.width,
            color_system=color,
            force_terminal=color is not None,
            no_color=color is None,
            emoji=False,
            markup=False,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )
        for line in self.lines:
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
        return out.getvalue()


def joined(parts: Iterable[Text], separator: str = ", ") -> Text:
    """Join `parts` in a row."""
    return Text(separator).join(parts)


def unknown(words: str) -> Text:
    """Words that say what the text does not tell."""
    return Text(words, palette.UNKNOWN)


def _text(value: Text | str) -> Text:
    return value if isinstance(value, Text) else Text(value)
