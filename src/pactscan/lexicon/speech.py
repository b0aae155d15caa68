"""Words of speech: verbs that introduce what is said, cue phrases, roles, elisions."""

from __future__ import annotations

from functools import cache

from pactscan.lexicon.files import read_list, read_table


@cache
def elisions() -> frozenset[str]:
    """Lower-case words that a leading apostrophe shortens ('til, 'em)."""
    return frozenset(read_list("elisions.txt"))


@cache
def speech_verbs() -> dict[str, tuple[str, str]]:
    """Lower-case verb form → (base form, class)."""
    return {form: (row["verb"], row["class"]) for row in read_table("speech_verbs.csv") for form in row["forms"].split()}
