"""How one quote stands to another by its words alone: the rule measured on labelled pairs of quotes (docs/diff.md)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from pactscan.compare.words import MOST_WORDS, Block, Word, shared_blocks, shingles, words_of
from pactscan.diffmodel import QuoteRelation
from pactscan.lexicon.wording import function_words

_JOINT = re.compile(r"(?:…|[.!?][\"”’]?)\s+")
FEWEST_WORDS = 4
"""Shorter quotes are the same only when they are equal, and fewer shared words prove nothing."""
SHARED = 0.6
"""Share of the shorter quote that stands in shared runs of two words or more."""
PARTIAL = 70.0
"""rapidfuzz ``partial_ratio`` that a shared quote has as well."""
CONTAINED = 0.9
"""Share of the shorter quote that the longer one holds when it was merely cut: no word replaced, almost none left out."""
OVERLAPPING_RUN = 6
"""Words in a row that two cuts of one speech share, and how many of them stand outside of names."""
OUTSIDE_NAMES = 3
PARAPHRASED = 62.0
"""rapidfuzz ``token_sort_ratio`` of what the same speaker may have said in other words."""
PARAPHRASED_WORDS = 0.4
"""Dice coefficient of the words of both, without which that ratio only tells that English has few letters."""


class Wording:
    """A text as its words."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, with their places in the text."""
        return words_of(self.text)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of its words."""
        return tuple(word.key for word in self.words)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, ...]]:
        """Runs of two words: what candidates are looked up by."""
        return frozenset(shingles(self.keys, 2))

    @cached_property
    def folded(self) -> str:
        """The keys in a row."""
        return " ".join(self.keys[:MOST_WORDS])

    def has_piece_apart(self, shared: set[int]) -> bool:
        """Whether, of the sentences and pieces of the quote, one has no word in `shared` and another only such."""
        starts = [match.end() for match in _JOINT.finditer(self.text)]
        pieces: dict[int, list[bool]] = {}
        for i, word in enumerate(self.words[:MOST_WORDS]):
            pieces.setdefault(bisect_right(starts, word.start), []).append(i in shared)
        return any(all(piece) for piece in pieces.values()) and any(not any(piece) for piece in pieces.values())

    def names_nothing(self, at: int, size: int) -> int:
        """How many of `size` words from word `at` stand outside of names: small ones, but not "the" and "of" before a name."""
        small = [self.text[word.start].islower() for word in self.words[at : at + size + 1]] + [True]
        keys = self.keys[at : at + size]
        return sum(here and (behind or key not in function_words()) for key, here, behind in zip(keys, small, small[1:], strict=False))


class Likeness(NamedTuple):
    """How the words of two quotes stand to each other, and how alike they are (0 to 1)."""

    relation: QuoteRelation | None
    score: float


SAME = Likeness(QuoteRelation.SAME, 1.0)
UNLIKE = Likeness(None, 0.0)


def fewest_pairs(left: Wording, right: Wording) -> int:
    """Runs of two words that two quotes share at least if they are alike: what is not worth a closer look is told by that."""
    shorter = min(len(left.keys), len(right.keys), MOST_WORDS)
    return min(OVERLAPPING_RUN - 1, max(2, int(SHARED * shorter / 2)))


def likeness(left: Wording, right: Wording) -> Likeness:
    """Same, trimmed, reworded, overlap, or nothing; whichever side is called left."""
    if left.keys == right.keys:
        return SAME if left.keys or left.text == right.text else UNLIKE
    if min(len(left.keys), len(right.keys)) < FEWEST_WORDS:
        return UNLIKE
    blocks = shared_blocks(left.keys, right.keys)
    shorter, longer = sorted((min(len(left.keys), MOST_WORDS), min(len(right.keys), MOST_WORDS)))
    in_runs = sum(block.size for block in blocks if block.size >= 2)
    shared = sum(block.size for block in blocks)
    score = round(2 * shared / (shorter + longer), 3)
    if in_runs >= max(SHARED * shorter, FEWEST_WORDS) and _partly_alike(left, right, blocks):
        cut = shared >= CONTAINED * shorter and not _replaces(blocks)
        relation = QuoteRelation.TRIMMED if cut else QuoteRelation.REWORDED
        return Likeness(_unless_pieced(relation, left, right, blocks), score)
    if any(_speaks_of_one_speech(left, right, block) for block in blocks):
        return Likeness(QuoteRelation.OVERLAP, score)
    return UNLIKE


def _replaces(blocks: list[Block]) -> bool:
    """Whether, between two shared runs, each side has words that the other has not."""
    return any(
        behind.left_at > before.left_at + before.size and behind.right_at > before.right_at + before.size
        for before, behind in pairwise(blocks)
    )


def _unless_pieced(relation: QuoteRelation, left: Wording, right: Wording, blocks: list[Block]) -> QuoteRelation:
    """Quotes that share a whole sentence, and each have another of their own, are two cuts of one speech, not reworded."""
    if relation is not QuoteRelation.REWORDED:
        return relation
    shared_left = {i for block in blocks for i in range(block.left_at, block.left_at + block.size)}
    shared_right = {j for block in blocks for j in range(block.right_at, block.right_at + block.size)}
    apart = left.has_piece_apart(shared_left) and right.has_piece_apart(shared_right)
    return QuoteRelation.OVERLAP if apart else relation


def _speaks_of_one_speech(left: Wording, right: Wording, block: Block) -> bool:
    if block.size < OVERLAPPING_RUN:
        return False
    outside = min(left.names_nothing(block.left_at, block.size), right.names_nothing(block.right_at, block.size))
    return outside >= OUTSIDE_NAMES


def _partly_alike(left: Wording, right: Wording, blocks: list[Block]) -> bool:
    """Whether `partial_ratio` is high enough; asked of rapidfuzz, which takes its time to import, only when the blocks do not tell."""
    if len(left.folded) <= len(right.folded):
        at_least = _in_one_window(left, right, [(block.right_at, block.size) for block in blocks])
    else:
        at_least = _in_one_window(right, left, [(block.left_at, block.size) for block in blocks])
    if at_least >= PARTIAL:
        return True
    from rapidfuzz.fuzz import partial_ratio

    return partial_ratio(*sorted((left.folded, right.folded))) >= PARTIAL


def _in_one_window(shorter: Wording, longer: Wording, runs: list[tuple[int, int]]) -> float:
    """A lower bound of `partial_ratio`: the most that `runs` (words of the longer text) fill of a window as wide as the shorter text."""
    ends = list(accumulate(len(key) + 1 for key in longer.keys[:MOST_WORDS]))
    spans = [(ends[at] - len(longer.keys[at]) - 1, ends[at + size - 1] - 1) for at, size in runs]
    width = len(shorter.folded)
    filled = (sum(end - start for start, end in spans if first <= start and end <= first + width) for first, _ in spans)
    return 100 * max(filled, default=0) / width


def may_paraphrase(left: Wording, right: Wording) -> float:
    """How alike (0 to 1) the words of one speaker are, if they may say the same thing in other words; else 0."""
    if _dice(left.keys, right.keys) < PARAPHRASED_WORDS:
        return 0.0
    from rapidfuzz.fuzz import token_sort_ratio

    ratio = token_sort_ratio(*sorted((left.folded, right.folded)))
    return round(ratio / 100, 3) if ratio >= PARAPHRASED else 0.0


def _dice(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    shared = Counter(left) & Counter(right)
    return 2 * shared.total() / ((len(left) + len(right)) or 1)
