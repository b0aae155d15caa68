"""Numbers in digits and words."""

from __future__ import annotations

import re

from pactscan.lexicon.dates import word_values

_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?")


def number_of(text: str) -> float | None:
    """The number written in `text` ("twenty-four", "1,500", "2 1 / 2"); None when it is none."""
    text = text.replace(",", "")
    words = _WORD.findall(text)
    if not words:
        return None
    if words[0][0].isdigit():
        half = 0.5 if words[-1] == "half" else 0.0
        return float(words[0]) + (half or (float(words[1]) / float(words[2]) if len(words) == 3 and float(words[2]) else 0.0))
    return _spelled(words)


def _spelled(words: list[str]) -> float | None:
    values, total, known = word_values("NUMWORD"), 0.0, False
    for word in words:
        if word in {"a", "an"}:
            total, known = total or 1.0, True
        elif word == "quarter":
            total, known = 0.25, True
        elif word == "half":
            total, known = total + 0.5 if total != 1.0 or len(words) > 2 else 0.5, True
        elif word == "dozen":
            total, known = (total or 1.0) * 12, True
        elif word in values:
            n = float(values[word])
            total, known = ((total or 1.0) * n if n >= 100 else total + n), True
    return total if known else None


def spoken_year(text: str) -> int | None:
    """The year in "nineteen ninety-six", "twenty twenty-one" or "two thousand and four"."""
    values = word_values("NUMWORD")
    numbers = [int(values[w]) for w in _WORD.findall(text) if w in values]
    if numbers[:2] == [2, 1000]:
        return 2000 + sum(numbers[2:])
    if len(numbers) < 2 or not 15 <= numbers[0] <= 20:
        return None
    return numbers[0] * 100 + (0 if numbers[1] == 100 else sum(numbers[1:]))


def ordinal_of(text: str) -> int | None:
    """The number of "third", "3rd" or "twenty-first"."""
    total = 0
    for word in re.findall(r"[a-z]+|\d+", text):
        if word.isdigit():
            return int(word)
        total += int(word_values("ORDWORD").get(word) or word_values("TENS").get(word) or 0)
    return total or None


def plain(number: float) -> str:
    """Without a point where it is whole."""
    return str(int(number)) if number == int(number) else str(number)
