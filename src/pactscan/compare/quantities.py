"""Numbers with their unit and noun in a text: "4.5 million vaccine doses", "300 to 3,400 miles", "5 per cent"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pactscan.compare.words import word_key
from pactscan.lexicon.wording import function_words, magnitudes, measures, number_names
from pactscan.model import Date

_SIGNS = "$€£¥"
_AMOUNT = re.compile(rf"(?<![\w.,{_SIGNS}-])([A-Z]{{0,3}}[{_SIGNS}])?(?:(\d[\d,]*(?:\.\d+)?)|([A-Za-z]+)(?:-([a-z]+))?)(?![\d_]|[.,:]\d)")
"""A number in digits, perhaps behind the sign of a currency, or words that may be one."""
_SCALE = re.compile(r"[ \u00a0-]?([A-Za-z]+)\b")
_TO = re.compile(rf"(?: to | and |[-–])(?=[{_SIGNS}]?[\dA-Za-z])")
_HIGH = re.compile(rf"([{_SIGNS}])?(?:(\d[\d,]*(?:\.\d+)?)|([A-Za-z]+)(?:-([a-z]+))?)(?![\d_]|[.,:]\d)")
_NEXT_WORD = re.compile(r"[ \t\u00a0-]*(%|[Pp]er cent\b|[^\W\d_]+(?:['’-][^\W\d_]+)*)")
_WORD_BEFORE = re.compile(rf"[\w{_SIGNS}][\w{_SIGNS}%.,'’-]*[ \t\u00a0]+\Z")
NOUN_WORDS = 3
"""Words behind a number among which its noun stands."""
WORDS_BEFORE = 3
"""Words before a number that are shown with it."""


class Quantity(NamedTuple):
    """A number or a range as it stands at ``text[start:end]``."""

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    nouns: tuple[str, ...]
    """Keys of the words behind it, the noun among them, singular."""
    shown: tuple[int, int]
    """Its span with a few words before it and its noun."""


class _Amount(NamedTuple):
    value: float
    scale: int
    end: int
    sign: str | None


def quantities(text: str, dates: Sequence[Date]) -> list[Quantity]:
    """All quantities of `text` outside of `dates` that have a unit or a noun."""
    inside = _Spans([(date.mention.start, date.mention.end) for date in dates])
    found, at = [], 0
    for match in _AMOUNT.finditer(text):
        low = _amount(text, match) if match.start() >= at and not inside.overlap(*match.span()) else None
        quantity = _quantity(text, match.start(), low) if low else None
        if quantity is not None:
            found.append(quantity)
            at = quantity.end
    return found


class _Spans:
    """Spans of dates, to ask whether a number is one of them."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]

    def overlap(self, start: int, end: int) -> bool:
        """Whether one of the last spans that begin before `end` reaches beyond `start`."""
        at = bisect_right(self.starts, end - 1)
        return any(stop > start for _, stop in self.spans[max(0, at - 3) : at])


def _amount(text: str, match: re.Match[str]) -> _Amount | None:
    """The amount that `match` begins, with the magnitude words behind it; None when it is another word."""
    sign, digits, word, rest = match.groups()
    value = float(digits.replace(",", "")) if digits else _named(word, rest)
    if value is None:
        return None
    end = match.end() if digits or rest is None or rest in number_names() else match.end(3)
    scale = 1
    for _ in range(2):
        behind = _SCALE.match(text, end)
        if behind is None or behind[1].lower() not in magnitudes():
            break
        scale *= magnitudes()[behind[1].lower()]
        end = behind.end()
    return None if text[end : end + 1].isalpha() else _Amount(value * scale, scale, end, sign)


def _named(word: str, rest: str | None) -> float | None:
    """The value of a number word, or of two joined by a hyphen; "one" alone is more often a pronoun."""
    value = number_names().get(word.lower())
    if value is None or (value == 1 and rest is None):
        return None
    return float(value + number_names().get(rest or "", 0))


def _quantity(text: str, start: int, low: _Amount) -> Quantity | None:
    high = _upper_end(text, low.end) or low
    least = low.value * high.scale if low.scale == 1 < high.scale and low.value * high.scale <= high.value else low.value
    sign = low.sign or high.sign
    unit, words, end = _measured(measures().get(sign[-1]) if sign else None, list(_words_behind(text, high.end)), high.end)
    if unit is None and not words:
        return None
    stop = words[-1][1] if words else end
    nouns = tuple(key for key, _ in words)
    return Quantity(start, high.end, least, max(least, high.value), unit, nouns, (_shown_from(text, start), stop))


def _upper_end(text: str, at: int) -> _Amount | None:
    """The second amount of a range: "to 3,400"."""
    to = _TO.match(text, at)
    match = _HIGH.match(text, to.end()) if to else None
    return _amount(text, match) if match else None


def _measured(unit: str | None, words: list[tuple[str, int]], end: int) -> tuple[str | None, list[tuple[str, int]], int]:
    """The unit, when the first word behind the number is one, and the words behind it."""
    if unit is None and words and words[0][0] in measures():
        return measures()[words[0][0]], [], words[0][1]
    return unit, words, end


def _words_behind(text: str, at: int) -> Iterator[tuple[str, int]]:
    """(key, end) of the words that follow without punctuation, up to the first that carries no content."""
    for _ in range(NOUN_WORDS):
        match = _NEXT_WORD.match(text, at)
        key = word_key(match[1]) if match else ""
        if match is None or key in function_words() or key[0].isdigit():
            return
        at = match.end()
        yield key if key in measures() else singular(key), at


def singular(key: str) -> str:
    """A noun without its plural ending."""
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    return key[:-1] if key.endswith("s") and not key.endswith("ss") and len(key) > 3 else key


def _shown_from(text: str, at: int) -> int:
    for _ in range(WORDS_BEFORE):
        match = _WORD_BEFORE.search(text, max(0, at - 30), at)
        if match is None or match.group().rstrip()[-1] in ".,":
            return at
        at = match.start()
    return at
