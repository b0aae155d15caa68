"""Offsets → places that a reader can find: lines of the text, counted from 1."""

from __future__ import annotations

import re
from bisect import bisect_right

from pactscan.model import Mention

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """Where mentions stand. Without the text, code points are all that can be told."""

    def __init__(self, text: str | None) -> None:
        self.starts = None if text is None else [0, *(m.end() for m in _LINE_END.finditer(text))]

    def __call__(self, mention: Mention) -> str:
        """``L12``; ``@1203`` without the text."""
        if self.starts is None:
            return f"@{mention.start}"
        return f"L{bisect_right(self.starts, mention.start)}"

    def each(self, mentions: tuple[Mention, ...], most: int = 6) -> str:
        """The places of `mentions` in order, each once: ``L3 L7 L9``; beyond `most`, how many more there are."""
        places = list(dict.fromkeys(map(self, mentions)))
        rest = len(places) - most
        return " ".join(places[:most]) + (f" +{rest} more" if rest > 0 else "")
