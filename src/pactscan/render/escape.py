"""The one way from text that others wrote to a terminal: every character either prints or is shown as its number.

An article, a file name, a model's name or an error message can carry escape sequences that move the cursor, retitle the
window or hide what stands there; and characters that show nothing at all. None of them reaches a terminal as itself.
(Rich markup is no danger where text is handed over as `rich.text.Text`, as everywhere in this room.)
"""

from __future__ import annotations

import re

UNPRINTABLE = (
    r"\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # show nothing: Default_Ignorable_Code_Point
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0d\ufeff\ufff0-\uffff"  # zero width, bidi, fillers, specials
    r"\u2028\u2029"  # separators that some terminals take for line ends
    r"\u2800"  # a Braille cell without dots
    r"\ud800-\udfff"  # half of a surrogate pair: not encodable
    r"\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: whatever the font likes
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # shorthand, musical, tags, variation selectors
)
"""Inside of a character class. Left to print: U+FE0E and U+FE0F, which only choose between two looks of an emoji."""

_UNPRINTABLE = re.compile(f"[{UNPRINTABLE}]")
_SPACE = re.compile(r"[ \t\r\n\x0b\x0c]+")

_UNPRINTABLE_IN_CELL = re.compile(rf"(?!\r?\n|\t)[{UNPRINTABLE}]")
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""What spreadsheets take for a formula, full width as well, behind white space that some of them skip (OWASP; CWE-1236)."""


def visible(text: str) -> str:
    r"""`text` on one line with nothing hidden: ESC becomes ``\x1b``, a line end ``\x0a``, U+202E ``\u202e``."""
    return _UNPRINTABLE.sub(lambda m: _number(ord(m.group())), text)


def flowing(text: str) -> str:
    """`text` of an article to be wrapped: runs of white space, line ends among them, are one space; the rest as in `visible`."""
    return visible(_SPACE.sub(" ", text).strip(" "))


def cell(text: str) -> str:
    r"""`text` for a spreadsheet: an apostrophe before what would be a formula, line ends and tabs as they are, the rest as in `visible`."""
    guard = "'" if _FORMULA.match(text) else ""
    return guard + _UNPRINTABLE_IN_CELL.sub(lambda m: _number(ord(m.group())), text)


def toml(text: str) -> str:
    """`text` as a TOML string on one line; half a surrogate pair, which TOML cannot write, becomes U+FFFD."""
    whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNPRINTABLE.sub(lambda m: _toml_number(ord(m.group())), whole) + '"'


def _toml_number(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _number(code: int) -> str:
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
