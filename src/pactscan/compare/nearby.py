"""Which passages are worth laying side by side: those that share runs of two words."""

from __future__ import annotations

from collections.abc import Mapping

from pactscan.compare.align import candidates
from pactscan.compare.likeness import Wording, fewest_pairs


def like_wordings(left: Mapping[int, Wording], right: Mapping[int, Wording]) -> list[tuple[int, int]]:
    """Pairs of passages that share enough runs of two words to be alike."""
    pairs = candidates({i: wording.pairs for i, wording in left.items()}, {j: wording.pairs for j, wording in right.items()}, 2)
    return [(i, j) for i, j in pairs if len(left[i].pairs & right[j].pairs) >= fewest_pairs(left[i], right[j])]
