"""When two words are one."""

from __future__ import annotations

import pytest

from pactscan.compare.words import Block, keys_of, shared_blocks, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mobilisation of the harbour labour force", "Mobilization of the harbor labor force"),
        ("We organise, they analyse", "we organize; they analyze"),
        ("the Defence Ministry’s programme", "the defense ministry's program"),
        ("a state-owned theatre", "A state owned theater…"),
        ("the [arms] race", "the arms race"),
        ("Guantánamo", "Guantanamo"),
        ("14,000 tonnes", "14000 tonnes"),
        ("five per cent", "5%"),
        ("twelve ships", "12 ships"),
        ("the U.S. and the U.N.", "the US and the UN"),
        ("it’s", "it's"),
    ],
)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("for", "four"),
        ("or", "our"),
        ("hour", "hor"),
        ("prise", "prize"),
        ("1.5 billion", "15 billion"),
        ("5%", "5"),
        ("can", "can't"),
        ("treaty", "treaties"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert keys_of(one) != keys_of(other)


def test_words_know_their_places() -> None:
    text = "The 1,200-ton ship’s crew."
    assert [text[word.start : word.end] for word in words_of(text)] == ["The", "1,200", "ton", "ship’s", "crew"]


def test_blocks_are_the_same_from_both_sides() -> None:
    left, right = keys_of("no ship will leave, no ship will stay"), keys_of("we say that no ship will stay")
    turned = [Block(b.left_at, b.right_at, b.size) for b in shared_blocks(left, right)]
    assert [Block(b.right_at, b.left_at, b.size) for b in shared_blocks(right, left)] == turned
    assert max(block.size for block in turned) == 4
