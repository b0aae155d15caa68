"""Given names and the gender of those who bear them: evidence, never a value in a report."""

from __future__ import annotations

import gzip
import unicodedata
from functools import cache

from pactscan.errors import LexiconError
from pactscan.lexicon.files import data_file, read_table

NAME = "forename_gender.tsv.gz"


@cache
def forenames() -> dict[str, str]:
    """Given name in lower case → M, F, or U for one that both bear."""
    lines = gzip.decompress(data_file(NAME).read_bytes()).decode("utf-8").strip("\n").split("\n")
    cells = "\t".join(line for line in lines if not line.startswith("#")).split("\t")
    table = dict(zip(cells[::2], cells[1::2], strict=False))
    if set(table.values()) != {"M", "F", "U"}:
        raise LexiconError(f"{NAME}: a line has not two cells, a name and M, F or U")
    return table


@cache
def full_forms(short: str) -> frozenset[str]:
    """Given names that `short` may stand for ("bill" → "william"), lower case."""
    return frozenset(_nicknames().get(short, "").split("|")) - {""}


@cache
def _nicknames() -> dict[str, str]:
    return {row["short"]: row["full"] for row in read_table("nicknames.csv")}


def is_forename(word: str) -> bool:
    """Whether `word`, lower case, is a known given name, with or without its accents."""
    if word in forenames():
        return True
    return not word.isascii() and _unaccented(word) in forenames()


@cache
def _unaccented(word: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFKD", word) if not unicodedata.combining(ch))
