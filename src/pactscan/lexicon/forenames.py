"""Given names and the gender of those who bear them: evidence, never a value in a report."""

from __future__ import annotations

import gzip
import unicodedata
from functools import cache

from pactscan.errors import LexiconError
from pactscan.lexicon.files import data_file

NAME = "forename_gender.tsv.gz"


@cache
def forenames() -> dict[str, str]:
    """Given name in lower case → M, F, or U for one that both bear."""
    lines = gzip.decompress(data_file(NAME).read_bytes()).decode("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    if any(len(row) != 2 for row in rows):
        raise LexiconError(f"{NAME}: a line has not two cells")
    return {row[0]: row[1] for row in rows}


def is_forename(word: str) -> bool:
    """Whether `word`, lower case, is a known given name, with or without its accents."""
    if word in forenames():
        return True
    return not word.isascii() and _unaccented(word) in forenames()


@cache
def _unaccented(word: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFKD", word) if not unicodedata.combining(ch))
