"""Whether two names may name the same person or body."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from pactscan.compare.words import keys_of
from pactscan.lexicon.titles import honorifics, name_suffixes
from pactscan.lexicon.wording import function_words

SPELLED_ALIKE = {5: 1, 6: 2}
"""Letters of a name → edits between two spellings of it that still may be one."""


class Naming(Enum):
    """How two names stand to each other, best first; the value is their likeness."""

    EQUAL = 1.0
    PART = 0.9
    """One is a part of the other (Little, Andrew Little; J. Doe, Jane Doe)."""
    SPELLING = 0.75
    """One or two letters apart (Bagheri, Baqeri): similar, never the same."""
    FIRST = 0.6
    """One is the first word of the other (Xi, Xi Jinping): a surname in some languages, a given name in others."""
    SURNAME = 0.5
    """Same surname, other given name."""


class Name:
    """A name as its words."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Keys of its words, without words of address and generation."""
        keys = keys_of(self.text)
        bare = tuple(key for key in keys if key not in honorifics() and key not in name_suffixes())
        return bare or keys

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1] if self.words else ""

    @property
    def given(self) -> tuple[str, ...]:
        """All words before the last."""
        return self.words[:-1]


def person_naming(left: Name, right: Name) -> Naming | None:
    """How two names of people stand to each other; None when they name two people."""
    if not left.words or not right.words:
        return None
    if left.words == right.words:
        return Naming.EQUAL
    if left.surname == right.surname:
        return _by_given(left.given, right.given)
    if (not left.given or not right.given) and left.words[0] == right.words[0]:
        return Naming.FIRST
    if left.given and right.given and _fits(left.given, right.given) and alike(left.surname, right.surname):
        return Naming.SPELLING
    return None


def _by_given(left: tuple[str, ...], right: tuple[str, ...]) -> Naming:
    if not left or not right or _fits(left, right):
        return Naming.PART
    return Naming.SPELLING if alike(left[0], right[0]) else Naming.SURNAME


def _fits(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether given names may be those of one person: first ones equal or an initial, or one set inside the other."""
    first_left, first_right = left[0], right[0]
    if first_left == first_right or set(left) <= set(right) or set(right) <= set(left):
        return True
    return 1 in (len(first_left), len(first_right)) and first_left[0] == first_right[0]


def alike(left: str, right: str) -> bool:
    """Whether two words are one or two letters apart, as spellings of one name are."""
    shorter = min(len(left), len(right))
    edits = max((edits for letters, edits in SPELLED_ALIKE.items() if shorter >= letters), default=0)
    return left != right and left[:1] == right[:1] and edits > 0 and _edits(left, right, edits) <= edits


def _edits(left: str, right: str, most: int) -> int:
    """Levenshtein distance; anything above `most` when it is more."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


def body_naming(left: Name, right: Name) -> Naming | None:
    """How two names of bodies stand to each other; None when they name two."""
    if left.words == right.words:
        return Naming.EQUAL
    a, b = set(left.words) - function_words(), set(right.words) - function_words()
    if min(len(a), len(b)) >= 2 and (a <= b or b <= a):
        return Naming.PART
    if is_acronym_of(left.text, right.words) or is_acronym_of(right.text, left.words):
        return Naming.PART
    return None


def is_acronym_of(short: str, words: tuple[str, ...]) -> bool:
    """Whether `short` is made of the first letters of `words`, with or without small words."""
    letters = "".join(c for c in short if c.isalnum())
    if len(letters) < 2 or not letters.isupper() or len(words) < 2:
        return False
    initials = ("".join(word[0] for word in words), "".join(word[0] for word in words if word not in function_words()))
    return letters.casefold() in initials
