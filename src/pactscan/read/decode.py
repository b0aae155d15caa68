"""Bytes → text, once: UTF-8, byte order mark, cp1252, then charset-normalizer. Never a silent replacement character.

A text that is UTF-8 but for a few bytes is damaged, and is refused with the place: decoding it as cp1252 would succeed
and garble every accent in it.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from pactscan.errors import InputError
from pactscan.lexicon.reading import file_signatures

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
"""Byte order marks with their codec and the name that the report gives; UTF-32 before UTF-16, which its mark begins with."""

_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f]")
_HIGH_LETTER = re.compile(r"[^\W\d_]", re.UNICODE)
FEW_ACCENTS = ("mac_roman", "cp850")
"""Encodings besides cp1252 that a mostly English text may be in: a guess among all of them finds letters for any byte."""
SAMPLE = 8192
"""What is looked at to tell text from binary, in bytes or characters."""


class Decoded(NamedTuple):
    """A text without its byte order mark, and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text in `data`; `declared` is the encoding that the document itself names, if it does.

    Raises InputError, a few words without the name of the file, when `data` is no text or is damaged.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], codec), name)
    _refuse_binary(data)
    return _checked(*_without_mark(data, declared))


def _without_mark(data: bytes, declared: str | None) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if declared and (text := _declared(data, declared)) is not None:
            return text
        if _WELL_FORMED.search(data):
            raise _damaged(data, error.start) from None
        return _single_byte(data, error.start)


def _declared(data: bytes, declared: str) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _single_byte(data: bytes, at: int) -> Decoded:
    try:
        text = data.decode("cp1252")
        if plausible(text):
            return Decoded(text, "cp1252")
    except UnicodeDecodeError:
        pass
    return _guessed(data) or _refused(data, at)


def _guessed(data: bytes) -> Decoded | None:
    """What charset-normalizer takes `data` for, where letters outside ASCII then make words."""
    from charset_normalizer import from_bytes

    foreign = len(_HIGH_BYTE.findall(data)) * 3 > len(_ASCII_LETTER.findall(data))
    best = from_bytes(data, cp_isolation=None if foreign else list(FEW_ACCENTS)).best()
    text = _declared(data, best.encoding) if best else None
    return text if text and plausible(text.text) and (foreign or any(c.isalpha() and c > "\x7f" for c in text.text)) else None


def _refused(data: bytes, at: int) -> Decoded:
    raise _damaged(data, at)


def plausible(text: str) -> bool:
    """Whether letters outside ASCII stand where a language puts them: beside another letter, small after small."""
    high = [m.start() for m in _HIGH_LETTER.finditer(text) if text[m.start()] > "\x7f"]
    odd = sum(not _well_placed(text, at) for at in high)
    return odd * 20 <= len(high) and "ÿ" not in text and not _mostly_accents(text, len(high))


def _well_placed(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not (before.isalpha() or after.isalpha()) and text[at] not in "ªºµ":
        return False
    return not (text[at].isupper() and before.islower())


def _mostly_accents(text: str, high: int) -> bool:
    """Whether Latin letters with accents outnumber a third of the plain ones: another alphabet read as cp1252."""
    accented = sum("\xc0" <= c <= "\xff" for c in text) if high else 0
    return accented * 3 > sum(c.isascii() and c.isalpha() for c in text)


def _refuse_binary(data: bytes) -> None:
    for signature, name in file_signatures().items():
        if data.startswith(signature) and (len(signature) > 3 or b"\0" in data[:SAMPLE] or _HIGH_BYTE.search(data[:64])):
            raise InputError(f"not text: {name}")
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(f"not text (NUL at byte {nul:,}); UTF-16 needs a byte order mark")


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(f"damaged {codec.upper()}: {error.reason} at byte {error.start:,}; save it as UTF-8 again") from None


def _damaged(data: bytes, at: int) -> InputError:
    line = data.count(b"\n", 0, at) + 1
    return InputError(f"neither UTF-8 nor another known encoding: byte 0x{data[at]:02x} at {at:,}, line {line}; save it as UTF-8 again")


def _checked(text: str, encoding: str) -> Decoded:
    if "\0" in text:
        raise InputError(f"not text (NUL at character {text.index(chr(0)):,})")
    sample = text[:SAMPLE]
    if len(_CONTROL.findall(sample)) * 20 > len(sample):
        raise InputError("not text: too many control characters")
    return Decoded(text, encoding)
