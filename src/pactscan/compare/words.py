"""Words of a passage, folded so that spellings of one word are one key, and the runs that two passages share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pactscan.lexicon.wording import folded_spelling, number_names

_WORD = re.compile(r"[Pp]er cent\b|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|%|[$€£¥]|[^\W\d_]+(?:['’][^\W\d_]+)*")
_PERCENT = {"per cent": "%", "percent": "%"}
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})

MOST_WORDS = 400
"""Words of a passage that are laid side by side; what follows is compared for equality only. Quotes in print are shorter."""


class Word(NamedTuple):
    """``text[start:end]`` of its passage, and the key under which it equals other spellings of itself."""

    key: str
    start: int
    end: int


class Block(NamedTuple):
    """Words ``left[left_at : left_at + size]`` and ``right[right_at : right_at + size]`` have the same keys."""

    left_at: int
    right_at: int
    size: int


@lru_cache(maxsize=65_536)
def word_key(written: str) -> str:
    """The key of a word as written: without case, accents, kind of apostrophe; American spelling; numbers in digits."""
    if written[0].isdigit():
        return unicodedata.normalize("NFKD", written).replace(",", "")
    plain = written.casefold() if written.isascii() else _without_accents(written)
    plain = plain.replace(".", "")
    if plain in _PERCENT:
        return _PERCENT[plain]
    value = number_names().get(plain)
    return str(value) if value is not None else folded_spelling(plain) or written


def _without_accents(written: str) -> str:
    plain = unicodedata.normalize("NFKD", written).casefold().translate(_APOSTROPHES)
    return "".join(c for c in plain if not unicodedata.combining(c))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text`; punctuation, brackets, hyphens and kinds of quotation marks part words and are no words."""
    return tuple(Word(word_key(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


def keys_of(text: str) -> tuple[str, ...]:
    """The keys of the words of `text`."""
    return tuple(word_key(m.group()) for m in _WORD.finditer(text))


def shared_blocks(left: tuple[str, ...], right: tuple[str, ...]) -> list[Block]:
    """Runs that both have in the same order, longest first found; the same runs whichever side is called left."""
    left, right = left[:MOST_WORDS], right[:MOST_WORDS]
    if right < left:
        return [Block(b.right_at, b.left_at, b.size) for b in _blocks(right, left)]
    return _blocks(left, right)


def _blocks(first: tuple[str, ...], second: tuple[str, ...]) -> list[Block]:
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return [Block(*block) for block in blocks if block.size]


def shingles(keys: Sequence[str], size: int) -> set[tuple[str, ...]]:
    """All runs of `size` keys."""
    return {tuple(keys[i : i + size]) for i in range(len(keys) - size + 1)}
