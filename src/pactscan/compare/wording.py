"""Which words of a quote or a sentence were replaced, put in or left out, and whether that turns its meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pactscan.compare.likeness import Wording
from pactscan.compare.words import Word, shared_blocks
from pactscan.diffmodel import Guard, WordChange
from pactscan.lexicon.wording import guard_words, number_names
from pactscan.model import Mention

LONGEST_SWAP = 3
"""Words of a run that can have been put in the place of another or dropped unseen; a longer one was cut for all to see."""

_OPENING = ("(", "[")

_Gap = tuple[tuple[int, int], tuple[int, int], bool]
"""Word ranges on the left and on the right that stand in place of each other, and whether they touch an end."""


def word_changes(left: Wording, right: Wording) -> tuple[WordChange, ...]:
    """The runs in which the two part, in order of the text."""
    if left.keys == right.keys:
        return ()
    return tuple(_change(left, right, gap) for gap in _gaps(left, right))


def _gaps(left: Wording, right: Wording) -> Iterator[_Gap]:
    at_left = at_right = 0
    for block in shared_blocks(left.keys, right.keys):
        if block.left_at > at_left or block.right_at > at_right:
            yield (at_left, block.left_at), (at_right, block.right_at), not (at_left or at_right)
        at_left, at_right = block.left_at + block.size, block.right_at + block.size
    if at_left < len(left.words) or at_right < len(right.words):
        yield (at_left, len(left.words)), (at_right, len(right.words)), True


def _change(left: Wording, right: Wording, gap: _Gap) -> WordChange:
    (a, b), (c, d), at_end = gap
    lefts, rights = left.words[a:b], right.words[c:d]
    guard = _guard(left, lefts, right, rights) if _swapped(lefts, rights, at_end=at_end) else None
    return WordChange(_run(left.text, lefts), _run(right.text, rights), guard)


def _swapped(lefts: tuple[Word, ...], rights: tuple[Word, ...], *, at_end: bool) -> bool:
    """Whether words were changed; at the ends, where quotes are cut, only when both sides have some."""
    return max(len(lefts), len(rights)) <= LONGEST_SWAP and (bool(lefts and rights) or not at_end)


def _run(text: str, words: tuple[Word, ...]) -> Mention | None:
    if not words:
        return None
    start, end = words[0].start, words[-1].end
    return Mention(start, end, text[start:end])


def _guard(left: Wording, lefts: tuple[Word, ...], right: Wording, rights: tuple[Word, ...]) -> Guard | None:
    mine, theirs = _guards(left.text, lefts), _guards(right.text, rights)
    return next((guard for guard in Guard if mine[guard] != theirs[guard]), None)


def _guards(text: str, words: tuple[Word, ...]) -> dict[Guard, Counter[str]]:
    """Which guarded words stand in the run: numbers and modals by themselves, negations by their count."""
    found: dict[Guard, Counter[str]] = {guard: Counter() for guard in Guard}
    for word in words:
        if text[word.start - 1 : word.start] in _OPENING and word.start:  # an editor's word, not the speaker's
            continue
        written = text[word.start : word.end].casefold().replace("’", "'")
        guard = guard_words().get(written)
        if guard == Guard.NEGATION:
            found[Guard.NEGATION]["not"] += 1
        elif guard or written.endswith("'ll"):
            found[Guard.MODAL][written if guard else "will"] += 1
        elif word.key[0].isdigit() and (written[0].isnumeric() or number_names().get(written, 0) > 1):
            found[Guard.NUMBER][word.key] += 1
    return found
