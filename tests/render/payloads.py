"""What an article, a file name or an error message may carry to harm or to fool the one who looks at it."""

from __future__ import annotations

ESCAPES = {
    "colour": "\x1b[31m",
    "clear the screen": "\x1b[2J\x1b[H",
    "alternate screen": "\x1b[?1049h",
    "cursor up": "\x1b[3A",
    "erase the line": "\x1b[2K\r",
    "hide the cursor": "\x1b[?25l",
    "device status": "\x1b[6n",
    "who are you": "\x1b[c",
    "reset": "\x1bc",
    "window title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\text\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "DCS": "\x1bP$qm\x1b\\",
    "APC": "\x1b_Ga=T;AAAA\x1b\\",
    "PM": "\x1b^private\x1b\\",
    "SOS": "\x1bXstring\x1b\\",
    "bracketed paste": "\x1b[201~rm\n",
    "eight-bit CSI": "\x9b31m",
    "eight-bit OSC": "\x9d0;owned\x9c",
    "eight-bit DCS": "\x90q\x9c",
    "next line": "\x85",
    "bell": "\x07",
    "backspaces": "good\x08\x08\x08\x08evil",
    "carriage return": "good\revil",
    "line end": "good\npactscan: all is well",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "shift out": "\x0e",
    "enquiry": "\x05",
    "delete": "\x7f",
    "null": "\x00",
    "file separator": "\x1c",
}
"""Escape sequences and control characters."""

HIDDEN = {
    "right-to-left override": "\u202e",
    "left-to-right override": "\u202d",
    "right-to-left isolate": "\u2067",
    "pop isolate": "\u2069",
    "right-to-left mark": "\u200f",
    "Arabic letter mark": "\u061c",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "tag letters": "\U000e0041\U000e007f",
    "variation selector 17": "\U000e0100",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "Hangul filler": "\u3164",
    "combining grapheme joiner": "\u034f",
    "empty Braille cell": "\u2800",
    "interlinear anchor": "\ufff9",
    "private use": "\ue0a0",
}
"""Characters that show nothing, or turn round what stands beside them."""

MARKUP = (
    "[red]",
    "[/]",
    "[/nope]",
    "[bold]x[/bold]",
    "[link=http://evil.example]x[/link]",
    "[@click=quit]",
    ":smile:",
    "\\[red]",
    "[[",
    "{0}%s",
)
"""What the printing library would take for its own markup."""

HARMFUL = {**ESCAPES, **HIDDEN}
