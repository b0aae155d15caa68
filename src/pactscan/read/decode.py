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
_HIGH = re.compile(r"[^\x00-\x7f]")
WORDS_OF_ONE_LETTER = "ÀÁÅÆÉÍÓÖØÚàáåæéíóöøúªºµ"
FEW_ACCENTS = ("cp1252", "mac_roman")
"""Encodings that a mostly English text may be in; the first in which its accents stand in words is taken."""
PLAIN_TEXT = b"\\ud800 +AGE- <p>xn--a"
"""What any encoding of texts that begin as ASCII leaves as it is."""
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
        if sum(map(len, _WELL_FORMED.findall(data))) * 2 >= len(_HIGH_BYTE.findall(data)):
            raise _damaged(data, error.start) from None
        return _single_byte(data, error.start)


def _declared(data: bytes, declared: str) -> Decoded | None:
    """The text by a named encoding; None when it does not fit, or is none of texts (``unicode_escape`` would make lone surrogates)."""
    try:
        name = codecs.lookup(declared).name
        if PLAIN_TEXT.decode(name) != PLAIN_TEXT.decode("ascii"):
            return None
        return Decoded(data.decode(name), name)
    except (LookupError, ValueError):
        return None


def _single_byte(data: bytes, at: int) -> Decoded:
    for encoding in FEW_ACCENTS:
        text = _declared(data, encoding)
        if text and plausible(text.text):
            return text
    return _guessed(data) or _refused(data, at)


def _guessed(data: bytes) -> Decoded | None:
    """What charset-normalizer takes `data` for when most of it is outside ASCII: for less, it finds letters for any byte."""
    if len(_HIGH_BYTE.findall(data)) <= len(_ASCII_LETTER.findall(data)):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return _declared(data, best.encoding) if best else None


def _refused(data: bytes, at: int) -> Decoded:
    raise _damaged(data, at)


def plausible(text: str) -> bool:
    """Whether the letters outside ASCII stand where English text with foreign names puts them."""
    high = [m.start() for m in _HIGH.finditer(text) if text[m.start()].isalpha()]
    plain = sum(c.isascii() and c.isalpha() for c in text)
    odd = sum(not _well_placed(text, at) for at in high)
    return odd * 20 <= len(high) <= plain and "ÿ" not in text


def _well_placed(text: str, at: int) -> bool:
    """Whether a letter stands beside another or is a word by itself, and is no capital after a small letter."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not (before.isalpha() or after.isalpha()):
        return text[at] in WORDS_OF_ONE_LETTER and not (before.strip(" \r\n\t\xa0(“‘'") or after.strip(" \r\n\t\xa0.,;:!?)’'-"))
    return not (text[at].isupper() and before.islower())


def _refuse_binary(data: bytes) -> None:
    for signature, name in file_signatures().items():
        if data.startswith(signature) and (len(signature) > 2 or not signature.isalpha() or b"\0" in data[:SAMPLE]):
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
