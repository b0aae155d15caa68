"""Numbers with their unit and noun in a text: "4.5 million vaccine doses", "300 to 3,400 miles", "5 per cent"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pactscan.compare.words import word_key
from pactscan.lexicon.wording import function_words, magnitudes, measures, number_names
from pactscan.model import Date

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NEXT_WORD = re.compile(r"[ \t\u00a0-]*(%|[^\W\d_]+(?:['’-][^\W\d_]+)*)")
_WORD_BEFORE = re.compile(r"[\w$€£¥%.,'’-]+[ \t\u00a0]+\Z")
NOUN_WORDS = 3
"""Words behind a number among which its noun stands."""
WORDS_BEFORE = 3
"""Words before a number that are shown with it."""


@dataclass(frozen=True, slots=True)
class Quantity:
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


@cache
def _number() -> re.Pattern[str]:
    """An amount, perhaps with the sign of a currency, perhaps to a second amount."""
    names = "|".join(sorted((name for name in number_names() if name != "one"), key=lambda name: (-len(name), name)))
    scales = "|".join(sorted(magnitudes(), key=lambda name: (-len(name), name)))
    amount = rf"(?:{_DIGITS}|\b(?:{names})(?:-(?:{names}|one))?\b)(?:[ \u00a0-]?(?:{scales})\b){{0,2}}"
    return re.compile(
        rf"(?<![\w.,$€£¥-])(?P<sign>[A-Z]{{0,3}}[$€£¥])?(?P<low>{amount})"
        rf"(?:(?: to | and |[-–])(?P<sign2>[$€£¥])?(?P<high>{amount}))?(?![\w]|[.,:]\d)",
        re.IGNORECASE,
    )


def quantities(text: str, dates: Sequence[Date]) -> list[Quantity]:
    """All quantities of `text` outside of `dates` that have a unit or a noun."""
    inside = _Spans([(date.mention.start, date.mention.end) for date in dates])
    found = (_quantity(text, match) for match in _number().finditer(text) if not inside.overlap(*match.span()))
    return [quantity for quantity in found if quantity is not None]


class _Spans:
    """Spans of dates, to ask whether a number is one of them."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]

    def overlap(self, start: int, end: int) -> bool:
        at = bisect_right(self.starts, end - 1)
        return any(stop > start for _, stop in self.spans[max(0, at - 3) : at])


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    low, low_scale = _value(match["low"])
    high, high_scale = _value(match["high"]) if match["high"] else (low, low_scale)
    if low_scale == 1 and low < high / high_scale and high_scale > 1:
        low *= high_scale
    words = list(_words_behind(text, match.end()))
    sign = match["sign"] or match["sign2"]
    unit = measures().get(sign[-1]) if sign else None
    unit, words, end = _measured(unit, words, match.end())
    nouns = tuple(key for key, _ in words)
    if unit is None and not nouns:
        return None
    stop = words[-1][1] if words else end
    return Quantity(match.start(), match.end(), low, max(low, high), unit, nouns, (_shown_from(text, match.start()), stop))


def _measured(unit: str | None, words: list[tuple[str, int]], end: int) -> tuple[str | None, list[tuple[str, int]], int]:
    """The unit, when the first word behind the number is one, and the words behind it."""
    if unit is None and words and words[0][0] in measures():
        return measures()[words[0][0]], [], words[0][1]
    return unit, words, end


def _value(written: str) -> tuple[float, int]:
    """The value and by how much its magnitude words multiply it."""
    scale, value = 1, 0.0
    for part in re.findall(rf"{_DIGITS}|[^\W\d_]+", written):
        key = part.casefold()
        if key in magnitudes():
            scale *= magnitudes()[key]
        else:
            value += number_names()[key] if key in number_names() else float(part.replace(",", ""))
    return (value or 1.0) * scale, scale


def _words_behind(text: str, at: int) -> Iterator[tuple[str, int]]:
    """(key, end) of the words that follow without punctuation, up to the first that carries no content."""
    for _ in range(NOUN_WORDS):
        match = _NEXT_WORD.match(text, at)
        if match is None:
            return
        key = word_key(match[1])
        if key in function_words():
            return
        at = match.end()
        yield (measures().get(key) and key) or singular(key), at


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
