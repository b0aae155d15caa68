r"""JSON, as a page and as a line: the same data, safe to look at.

Characters that a terminal would obey or not show are written as ``\u`` escapes, which every JSON reader undoes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pactscan.render.escape import UNPRINTABLE

_UNPRINTABLE = re.compile(rf"(?!\n)[{UNPRINTABLE}]")
"""In the output of `json`, a line end is never data: inside of strings it is escaped."""


def line(plain: Any) -> str:
    """`plain` (JSON types) as one line of JSON with its line end."""
    return _safe(json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)) + "\n"


def page(plain: Any) -> str:
    """`plain` (JSON types) as indented JSON with a line end at its end."""
    return _indented(plain) + "\n"


def array(items: Iterable[Any]) -> Iterator[str]:
    """An indented JSON array, piece by piece as `items` come."""
    opening = "["
    for item in items:
        yield opening + "\n  " + _indented(item).replace("\n", "\n  ")
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _indented(plain: Any) -> str:
    return _safe(json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False))


def _safe(printed: str) -> str:
    return _UNPRINTABLE.sub(lambda m: _escaped(ord(m.group())), printed)


def _escaped(code: int) -> str:
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
