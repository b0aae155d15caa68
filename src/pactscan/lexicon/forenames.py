"""Given names and the gender of those who bear them: evidence, never a value in a report."""

from __future__ import annotations

import gzip
import unicodedata
from functools import cache, lru_cache

from pactscan.lexicon.files import data_file, read_table

NAME = "forename_gender.tsv.gz"
_REMEMBERED = 1 << 16
"""Words whose look-up is kept."""


class Forenames:
    """Given names in lower case, each M, F, or U for one that both bear; looked up in the sorted text of the file.

    A dict of these ninety thousand names takes longer to build than most articles take to analyse.
    """

    def __init__(self, rows: str) -> None:
        self._rows = rows + "\n"
        self.get = lru_cache(_REMEMBERED)(self._code_of)

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def _code_of(self, name: str) -> str | None:
        low, high = 0, len(self._rows)
        while low < high:
            middle = (low + high) // 2
            start = max(low, self._rows.rfind("\n", low, middle) + 1)
            end = self._rows.find("\n", middle)
            found, _, code = self._rows[start:end].partition("\t")
            if found == name:
                return code
            low, high = (end + 1, high) if found < name else (low, start)
        return None


@cache
def forenames() -> Forenames:
    """The table of given names."""
    return Forenames(gzip.decompress(data_file(NAME).read_bytes()).decode("utf-8"))


@cache
def full_forms(short: str) -> frozenset[str]:
    """Given names that `short` may stand for ("bill" → "william"), lower case."""
    return frozenset(_nicknames().get(short, "").split("|")) - {""}


@cache
def _nicknames() -> dict[str, str]:
    return {row["short"]: row["full"] for row in read_table("nicknames.csv")}


def is_forename(word: str) -> bool:
    """Whether `word`, lower case, is a known given name, with or without its accents."""
    table = forenames()
    return word in table or (not word.isascii() and _unaccented(word) in table)


@cache
def _unaccented(word: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFKD", word) if not unicodedata.combining(ch))
