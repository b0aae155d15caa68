"""A text as a string of classes, one character a token: what the time grammar reads.

Words that the grammar does not know are all the same character, so a rule over an article is a rule over a short string.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pactscan.find.dates.symbols import BREAK, NUMERALS, OTHER, PUNCTUATION, symbols
from pactscan.lexicon.dates import holidays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactscan.marks import MarkedArticle

_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
_TOKEN = re.compile(
    r"(?P<ampm>[AaPp]\.\ ?[Mm]\b\.?)"
    r"|(?P<era>B\.\ ?C\.(?:E\.)?|A\.D\.)"
    r"|(?P<qcode>Q[1-4]\b)"
    rf"|(?P<stamp>(?:{_MONTH}-[0-9]{{1,2}}-|[0-9]{{1,2}}(?:{_MONTH}|/{_MONTH}/))[0-9]{{4}}(?![\w/-]))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<numeric>[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?(?:Z|[+-][0-9][0-9]:?[0-9][0-9])?)?(?![0-9-])|[0-9]{1,4}(?P<sign>[/.-])[0-9]{1,2}(?P=sign)[0-9]{1,4}(?![\w/-]))"
    r"|(?P<clock>[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![0-9:]))"
    r"|(?P<decade>[0-9]{1,3}0s\b)"
    r"|(?P<nth>[0-9]{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<num>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<line>[\r\n]+)"
    r"|(?P<mark>[^\w\s]|_)"
)
_CAPITAL_ONLY = frozenset(
    {
        "bc",
        "bce",
        "ad",
        "ce",
        *["est", "edt", "gmt", "utc", "pst", "pdt", "cst", "cdt", "mst", "mdt", "bst", "cet", "cest", "ist", "jst", "msk"],
    }
)
_DOTTED_CLOCK = re.compile(r"[01]?\d\.[0-5]\d")
_HYPHENS = dict.fromkeys("\u2010\u2011\u2012\u2212", "-")
"""Hyphens and signs that print as one."""

_SPACES = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Where each token starts and ends, its lower-case form, and its class as one character of `types`."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    types: str


def tokens_of(marked: MarkedArticle) -> Tokens:
    """The tokens of the article for the time grammar; line ends inside a paragraph are left out."""
    found = list(_tokens(marked.article.text, {p.start for p in marked.paragraphs}))
    if not found:
        return Tokens([], [], [], "")
    starts, ends, words, types = zip(*found, strict=True)
    return Tokens(list(starts), list(ends), list(words), "".join(types))


def _tokens(text: str, paragraph_starts: set[int]) -> Iterator[tuple[int, int, str, str]]:
    known, firsts, done = symbols().words, _holidays_by_first(), 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        word = match.group()
        if match.lastgroup == "word":
            lower = word.lower()
            code = known.get(lower, OTHER)
            if code != OTHER and lower in _CAPITAL_ONLY and not word.isupper():
                code = OTHER
            if lower in firsts and (holiday := _holiday_pattern(lower).match(text, start)):
                lower, end, code = _holiday_name(holiday.group()), holiday.end(), symbols().classes["HOLIDAY",]
        elif match.lastgroup == "line":
            if _SPACES.match(text, end).end() not in paragraph_starts:  # type: ignore[union-attr]  # matches everywhere
                continue
            lower, code = word, BREAK
        else:
            lower = _HYPHENS.get(word) or word.lower()
            code = _sign(match.lastgroup or "", _HYPHENS.get(word, word))
        done = end
        yield start, end, lower, code


@cache
def _sign(kind: str, word: str) -> str:
    of = _classes(kind, word)
    return symbols().classes[of] if of else OTHER


def _classes(kind: str, word: str) -> tuple[str, ...]:
    if kind == "num":
        return _numeral(word)
    if kind == "nth":
        n = int(word[:-2])
        return NUMERALS[8] if 1 <= n <= 4 else NUMERALS[9] if n <= 31 else NUMERALS[10]
    if kind == "era":
        return ("BC",) if word[0] == "B" else ("AD",)
    if kind == "mark":
        return (PUNCTUATION[word],) if word in PUNCTUATION else ()
    return {
        "ampm": ("AMPM",),
        "qcode": ("QCODE",),
        "numeric": ("NUMERIC",),
        "stamp": ("STAMP",),
        "clock": ("CLOCK",),
        "decade": ("DECADENUM",),
    }[kind]


def _numeral(word: str) -> tuple[str, ...]:
    if not word.isdecimal() or len(word) > 4:
        return NUMERALS[11] if _DOTTED_CLOCK.fullmatch(word) else NUMERALS[5]
    n = int(word)
    if len(word) == 2 and word[0] == "0":
        return NUMERALS[7]
    if len(word) == 4:
        return _four_digits(n)
    bounds = ((1, 4, 0), (5, 12, 1), (13, 24, 2), (25, 31, 3), (32, 99, 4))
    return next((NUMERALS[i] for low, high, i in bounds if low <= n <= high), NUMERALS[5])


def _four_digits(n: int) -> tuple[str, ...]:
    """A year, or hours and minutes written as one number, or both."""
    is_clock = n < 2400 and n % 100 < 60
    if 1000 <= n <= 2199:
        return NUMERALS[12] if is_clock else NUMERALS[6]
    return NUMERALS[13] if is_clock else NUMERALS[5]


@cache
def _holidays_by_first() -> dict[str, list[str]]:
    """Names by the word in the text that they begin with, lower case, with and without an s at its end; longest first."""
    index: dict[str, list[str]] = {}
    for name in sorted(holidays(), key=lambda name: (-len(name), name)):
        first = re.split(r"[ -]", name)[0]
        for word in sorted({first, first.rstrip("s")}):
            index.setdefault(word, []).append(name)
    return index


@cache
def _holiday_pattern(first: str) -> re.Pattern[str]:
    """Compiled when a text has the word `first`: few texts name more than a holiday or two."""
    return re.compile("(?:" + "|".join(map(_written, _holidays_by_first()[first])) + r")(?!\w)")


def _written(name: str) -> str:
    words = [re.escape(w[:-1]) + "['’]?s['’]?" if w.endswith("s") and len(w) > 3 else re.escape(w) for w in name.split()]
    return r"\s".join(f"(?:{w[0].upper() + w[1:]}|{w.upper()})" if w != "d\\-day" else "D-Day" for w in words)


def _holiday_name(written: str) -> str:
    return " ".join(written.lower().replace("'", "").replace("’", "").split())
