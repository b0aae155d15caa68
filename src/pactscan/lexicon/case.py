"""Word lists for recovering the case of texts in capitals."""

from __future__ import annotations

from functools import cache

from pactscan.lexicon.files import read_list


@cache
def common_nouns() -> frozenset[str]:
    """Everyday nouns of the news, lower case singular."""
    return frozenset(read_list("common_nouns.txt"))


@cache
def function_words() -> frozenset[str]:
    """Function words of English, lower case."""
    return frozenset(read_list("common_function_words.txt"))
