"""What reading knows: file signatures, languages by their small words, months, and the words of datelines, credits and headers."""

from __future__ import annotations

from functools import cache

from pactscan.lexicon.files import read_table, read_toml


@cache
def file_signatures() -> dict[bytes, str]:
    """First bytes of files that are not text → what they are, with its article."""
    return {bytes.fromhex(row["signature"]): row["name"] for row in read_table("file_signatures.csv")}


@cache
def small_words() -> dict[str, frozenset[str]]:
    """BCP 47 code → the commonest small words of the language, lower case."""
    return {row["language"]: frozenset(row["words"].split()) for row in read_table("language_words.csv")}


@cache
def languages_by_script() -> dict[str, str]:
    """First word of a letter's Unicode name → code of the language written in that script, where there is one."""
    return {row["script"]: row["language"] for row in read_table("scripts.csv")}


@cache
def page_names(kind: str) -> tuple[str, ...]:
    """Names in HTML, lower case, surest first: of metadata that is `published`, `title` or `site`, or of `inline` elements."""
    return tuple(read_toml("page_metadata.toml")[kind])


@cache
def zone_words(kind: str) -> tuple[str, ...]:
    """The list `kind` of zone_words.toml: lower-case words and phrases, in order."""
    return tuple(read_toml("zone_words.toml")[kind])


@cache
def month_numbers() -> dict[str, int]:
    """Lower-case names and abbreviations of months → 1 to 12."""
    rows = read_table("date_words.csv")
    return {row["word"]: int(row["value"]) for row in rows if {"MONTH", "MONTH_ABBR"} & set(row["classes"].split())}


@cache
def weekday_names() -> tuple[str, ...]:
    """Lower-case names and abbreviations of weekdays."""
    rows = read_table("date_words.csv")
    return tuple(row["word"] for row in rows if {"WEEKDAY", "WEEKDAY_ABBR"} & set(row["classes"].split()))
