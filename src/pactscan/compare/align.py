"""Which item of the left report is which item of the right one: candidates by shared tokens, then one to one.

Near-ties are decided the same way every time and whichever report is called left: by nearness of place in the two articles,
then by the content of the items.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from pactscan.compare.assignment import assign

Tokens = Collection[Hashable]
Scores = Mapping[tuple[int, int], float]
"""(left item, right item) → likeness above zero."""

MOST_CANDIDATES = 8
"""An item is weighed against as many others, those that share most tokens with it."""
TOO_COMMON = 100_000
"""A token that so many pairs of items share tells none of them apart."""
_FARTHEST = 10**6
_GRAIN = 1000


class Pair(NamedTuple):
    """Item `left` of one sequence is item `right` of the other, by a likeness of 0 to 1."""

    left: int
    right: int
    score: float


def match(left_keys: Sequence[str], right_keys: Sequence[str], score: Callable[[list[int], list[int]], Scores]) -> list[Pair]:
    """Items of equal key in the order of the text; then, of the rest, the pairs of largest total score that `score` finds."""
    equal = equal_pairs(left_keys, right_keys)
    lefts = left_over(len(left_keys), (pair.left for pair in equal))
    rights = left_over(len(right_keys), (pair.right for pair in equal))
    return sorted(equal + one_to_one(left_keys, right_keys, score(lefts, rights)))


def equal_pairs(left_keys: Sequence[str], right_keys: Sequence[str]) -> list[Pair]:
    """The first item of a key with the first of the same key, the second with the second, and so on."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for j, key in enumerate(right_keys):
        waiting[key].append(j)
    return [Pair(i, waiting[key].popleft(), 1.0) for i, key in enumerate(left_keys) if waiting.get(key)]


def candidates(
    left: Mapping[int, Tokens], right: Mapping[int, Tokens], fewest: int = 1, too_common: int = TOO_COMMON
) -> list[tuple[int, int]]:
    """Pairs that share at least `fewest` tokens and are among the best of the left or of the right item, ties included."""
    shared = {pair: count for pair, count in _shared_tokens(left, right, too_common).items() if count >= fewest}
    ranks = {(i, j): (-count, (i - j) ** 2) for (i, j), count in shared.items()}
    of_left, of_right = defaultdict(list), defaultdict(list)
    for (i, j), rank in ranks.items():
        of_left[i].append(rank)
        of_right[j].append(rank)
    last_left, last_right = _last_kept(of_left), _last_kept(of_right)
    return sorted((i, j) for (i, j), rank in ranks.items() if rank <= last_left[i] or rank <= last_right[j])


def _last_kept(ranks: Mapping[int, list[tuple[int, int]]]) -> dict[int, tuple[int, int]]:
    return {item: sorted(own)[:MOST_CANDIDATES][-1] for item, own in ranks.items()}


def _shared_tokens(left: Mapping[int, Tokens], right: Mapping[int, Tokens], too_common: int) -> Counter[tuple[int, int]]:
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for j, tokens in right.items():
        for token in set(tokens):
            holders[token].append(j)
    uses = Counter(token for tokens in left.values() for token in set(tokens))
    shared: Counter[tuple[int, int]] = Counter()
    for i, tokens in left.items():
        for token in set(tokens):
            if uses[token] * len(holders.get(token, ())) <= too_common:
                shared.update((i, j) for j in holders.get(token, ()))
    return shared


def one_to_one(left_keys: Sequence[str], right_keys: Sequence[str], scores: Scores) -> list[Pair]:
    """The pairs of largest total score, in order of the left item. `*_keys` tell the content of items in order of the text."""
    if sorted(right_keys) < sorted(left_keys):
        turned = one_to_one(right_keys, left_keys, {(j, i): score for (i, j), score in scores.items()})
        return sorted(Pair(pair.right, pair.left, pair.score) for pair in turned)
    by_left, by_right = _by_content(left_keys), _by_content(right_keys)
    at_left, at_right = {i: a for a, i in enumerate(by_left)}, {j: b for b, j in enumerate(by_right)}
    weights = {(at_left[i], at_right[j]): _weight(i, j, score, len(left_keys)) for (i, j), score in scores.items()}
    pairs = [(by_left[a], by_right[b]) for a, b in assign(weights)]
    return sorted(Pair(i, j, scores[i, j]) for i, j in pairs)


def _weight(i: int, j: int, score: float, items: int) -> int:
    """Score first; nearness of place decides among equal totals."""
    nearness = max(1, _FARTHEST - (i - j) ** 2)
    return max(1, round(score * _GRAIN)) * _FARTHEST * (items + 1) + nearness


def _by_content(keys: Sequence[str]) -> list[int]:
    return sorted(range(len(keys)), key=lambda i: (keys[i], i))


def left_over(count: int, taken: Iterable[int]) -> list[int]:
    """Those of ``range(count)`` that are not in `taken`."""
    gone = set(taken)
    return [i for i in range(count) if i not in gone]
