"""Lines of a page: wrapped to a width with hanging indents, collected, and printed to a string.

What goes in is `rich.text.Text` or plain strings that went through `escape`; markup in them has no meaning here.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import Literal

from rich.console import Console
from rich.text import Text

from pactscan.render import palette

ColorSystem = Literal["standard", "256", "truecolor"]

WIDEST = 120
"""Beyond that, lines are hard to follow."""
NARROWEST = 30


class Page:
    """A page under way. Widths are in terminal cells: a CJK character takes two."""

    def __init__(self, width: int) -> None:
        self.width = min(max(width, NARROWEST), WIDEST)
        self.lines: list[Text] = []
        self._ruler = Console(file=StringIO(), width=self.width, color_system=None, emoji=False, markup=False, highlight=False)

    def add(self, text: Text | str, *, indent: int = 0) -> None:
        """`text`, wrapped, every line `indent` cells in."""
        self.hang("", text, indent=indent)

    def hang(self, label: Text | str, body: Text | str, *, indent: int) -> None:
        """`label`, then `body` wrapped beside it from cell `indent` on; a label that reaches so far stands on a line above."""
        label, body = _text(label), _text(body)
        lines = body.wrap(self._ruler, self.width - indent, overflow="fold") if body.plain else [Text()]
        if label.cell_len > max(indent - 1, 0):
            self.lines += label.wrap(self._ruler, self.width, overflow="fold")
            label = Text()
        for number, line in enumerate(lines):
            line.rstrip()
            head = label.copy() if number == 0 else Text()
            head.append(" " * (indent - head.cell_len))
            head.append_text(line)
            head.rstrip()
            self.lines.append(head)

    def apart(self, left: Text, right: Text, *, indent: int) -> None:
        """`left` and, at the right edge, `right`; below each other where they do not fit on a line."""
        room = self.width - left.cell_len - right.cell_len
        if room >= 2:
            self.lines.append(Text.assemble(left, " " * room, right))
            return
        self.lines += _hanging(left, self.width, indent, self._ruler)
        self.add(right, indent=indent)

    def gap(self) -> None:
        """An empty line, but no second one."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Text())

    def heading(self, title: str, *asides: str) -> None:
        """A section's title with what is to be known beside it."""
        self.gap()
        text = Text(title, palette.HEADING)
        for aside in asides:
            text.append(f"  {aside}", palette.ASIDE)
        self.add(text)

    def printed(self, color: ColorSystem | None) -> str:
        """The page as a string; with escape codes for style only where `color` is given."""
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


def _hanging(text: Text, width: int, indent: int, ruler: Console) -> list[Text]:
    first, *rest = text.wrap(ruler, width, overflow="fold")
    if not rest:
        return [first]
    lines = text.wrap(ruler, width - indent, overflow="fold")
    for number, line in enumerate(lines):
        line.rstrip()
        if number:
            line.pad_left(indent)
    return list(lines)


def joined(parts: Iterable[Text], separator: str = ", ") -> Text:
    """`parts` in a row."""
    return Text(separator).join(parts)


def _text(value: Text | str) -> Text:
    return value if isinstance(value, Text) else Text(value)
