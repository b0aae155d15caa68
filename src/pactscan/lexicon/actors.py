"""Classes of words that the rules for names, offices and states of actors read."""

from __future__ import annotations

from functools import cache

from pactscan.errors import LexiconError
from pactscan.lexicon.files import read_toml

NAME = "actor_words.toml"


@cache
def words_in(name: str) -> frozenset[str]:
    """The words of the class called `name`."""
    classes = read_toml(NAME)
    if name not in classes:
        raise LexiconError(f"{NAME}: no class is called {name}")
    return frozenset(classes[name])
