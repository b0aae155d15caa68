"""Everyday English in lower case: which words of a text in capitals are no names."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pactscan.lexicon.case import common_nouns, function_words
from pactscan.lexicon.models import known_models
from pactscan.lexicon.organisations import state_bodies
from pactscan.lexicon.titles import office_nouns, portfolios

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_MODEL = "sm"
CLASSES_WITHOUT_NAMES = ("verb", "adj", "adv")
"""Word classes of the model's word list that hold no names; its nouns hold many."""

NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ism", "ence", "ance", "ship", "ency", "ancy", "hood", "ology", "ography")
INFLECTIONS = ("s", "ings", "es", "ed", "d", "ing", "er", "ers", "ly", "'s")


@cache
def _tables() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Lemmas and irregular forms by word class (WordNet) that the default model brings; empty if it brings none."""
    from spacy.lookups import Lookups

    known = known_models()[DEFAULT_MODEL]
    spec = find_spec(known.module)
    folder = Path(spec.origin).parent / known.folder / "lemmatizer" / "lookups" if spec and spec.origin else None
    if folder is None or not (folder / "lookups.bin").is_file():
        return {}, {}
    lookups = Lookups().from_disk(folder)
    return lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")


@cache
def _lemmas() -> frozenset[str]:
    """Verbs, adjectives and adverbs."""
    return frozenset(word for table in _tables() for name in CLASSES_WITHOUT_NAMES for word in table.get(name, ()))


@cache
def _irregular() -> frozenset[str]:
    """Irregular forms of verbs ("said", "told")."""
    return frozenset(_tables()[1].get("verb", ()))


def is_irregular_verb(word: str) -> bool:
    """Whether `word`, in lower case, is an irregular form of a verb."""
    return word in _irregular()


@cache
def _everyday() -> frozenset[str]:
    return _lemmas() | common_nouns() | function_words() | office_nouns() | portfolios() | state_bodies()


@cache
def is_everyday(word: str) -> bool:
    """Whether `word`, in lower case, is an English word that names nobody, in any inflection."""
    if word in _everyday() or (len(word) > 6 and word.endswith(NOUN_ENDINGS)):
        return True
    return any(stem in _everyday() for ending in INFLECTIONS if word.endswith(ending) for stem in _stems(word, ending))


def _stems(word: str, ending: str) -> tuple[str, ...]:
    """What `word` may be an inflection of by `ending`: plain, with a dropped e, a doubled consonant, y for i."""
    stem = word[: -len(ending)]
    if len(stem) < 3:
        return ()
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    softened = stem[:-1] + "y" if stem.endswith("i") else stem
    return stem, stem + "e", doubled, softened
