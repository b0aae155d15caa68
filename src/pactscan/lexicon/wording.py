"""When two words are one: spellings, number words, and the words that guard a meaning."""

from __future__ import annotations

from functools import cache, lru_cache

from pactscan.lexicon.files import read_list, read_table


@lru_cache(maxsize=65_536)
def folded_spelling(word: str) -> str:
    """The American spelling of a case-folded word; the word itself where the two do not part."""
    whole = _whole_words().get(word)
    if whole is not None:
        return whole
    if word.endswith(_british_endings()):
        for british, american, stem in _suffixes():
            if word.endswith(british) and len(word) - len(british) >= stem:
                return word[: -len(british)] + american
    return word


@cache
def _british_endings() -> tuple[str, ...]:
    return tuple(british for british, _, _ in _suffixes())


@cache
def _whole_words() -> dict[str, str]:
    return {row["british"]: row["american"] for row in read_table("spelling_words.csv")}


@cache
def _suffixes() -> tuple[tuple[str, str, int], ...]:
    rows = [(row["british"], row["american"], int(row["stem"])) for row in read_table("spelling_suffixes.csv")]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))


@cache
def guard_words() -> dict[str, str]:
    """Case-folded word → the guard that it is: ``negation`` or ``modal``."""
    return {row["word"]: row["guard"] for row in read_table("guard_words.csv")}


@cache
def number_names() -> dict[str, int]:
    """Case-folded number word → its value."""
    return {row["word"]: int(row["value"]) for row in read_table("number_names.csv")}


@cache
def function_words() -> frozenset[str]:
    """Case-folded words that carry no content of their own."""
    return frozenset(read_list("function_words.txt"))


@cache
def rank_words() -> frozenset[str]:
    """Case-folded words that make another office of the one they stand before ("deputy", "former")."""
    return frozenset(read_list("rank_words.txt"))


@cache
def measures() -> dict[str, str]:
    """Case-folded word or sign, American spelling → what it measures ("km" → "kilometer", "$" → "usd")."""
    return {row["word"]: row["unit"] for row in read_table("measures.csv")}


@cache
def magnitudes() -> dict[str, int]:
    """Case-folded word → by what it multiplies the number before it ("million")."""
    return {row["word"]: int(row["value"]) for row in read_table("magnitudes.csv")}
