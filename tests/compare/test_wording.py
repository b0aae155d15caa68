"""Which words changed, and whether that turns the meaning."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pactscan.compare.likeness import Wording, likeness
from pactscan.compare.quantities import quantities
from pactscan.compare.texts import Text
from pactscan.compare.wording import word_changes

Change = tuple[str | None, str | None, str | None]


def changes(left: str, right: str) -> list[Change]:
    found = word_changes(Wording(left), Wording(right))
    return [(c.left.text if c.left else None, c.right.text if c.right else None, c.guard) for c in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("a significant step for both", "an important step for both", [("a significant", "an important", None)]),
        ("We will sign the text this week", "We may sign the text this week", [("will", "may", "modal")]),
        ("We'll sign the text this week", "We might sign the text this week", [("We'll", "We might", "modal")]),
        ("They did agree to the text", "They did not agree to the text", [(None, "not", "negation")]),
        ("We do not accept the text", "We don't accept the text", [("do not", "don't", None)]),
        ("Nobody cannot read the text", "Nobody can't read the text", [("cannot", "can't", None)]),
        ("It costs 40 million a year", "It costs 45 million a year", [("40", "45", "number")]),
        ("It costs forty million a year", "It costs 40 million a year", []),
        ("the only one that counts here", "the only thing that counts here", [("one", "thing", None)]),
        ("We sign the text today, not tomorrow", "We sign the text today", [("not tomorrow", None, None)]),
        ("We (will) leave the pact behind", "We leave the pact behind", [("will", None, None)]),
        (
            "It is a good text, which will not please all, and it is fair",
            "It is a good text and it is fair",
            [("which will not please all", None, None)],
        ),
        ("the same words", "the same words", []),
    ],
)
def test_changes(left: str, right: str, expected: list[Change]) -> None:
    assert changes(left, right) == expected
    assert changes(right, left) == [(b, a, guard) for a, b, guard in expected]


def test_runs_know_their_place_in_their_quote() -> None:
    left = "We will sign the treaty"
    (change,) = word_changes(Wording(left), Wording("We may sign the treaty"))
    assert change.left is not None
    assert left[change.left.start : change.left.end] == change.left.text == "will"


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
@example("½ a ² ١٢ \u0345", "1 a 2 12 .")
def test_no_text_is_too_strange(left: str, right: str) -> None:
    one, other = Wording(left), Wording(right)
    assert [(c.right, c.left) for c in word_changes(one, other)] == [(c.left, c.right) for c in word_changes(other, one)]
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, Wording(left)).score == 1.0
    assert all(one.keys)
    for quantity in quantities(left, ()):
        assert 0 <= quantity.shown[0] <= quantity.start < quantity.end <= quantity.shown[1] <= len(left)
    assert "".join("".join(s.wording.text for s in Text(left).sentences).split()) == "".join(left.split())
