"""The linear models of speech: their file says what they were fitted on, and they add up."""

from __future__ import annotations

import numpy as np
import pytest

from pactscan.find.quotes import content_columns, speakers, spoken
from pactscan.lexicon.files import read_json
from pactscan.lexicon.speech import CUE_KINDS, speech_verbs, verb_number
from pactscan.lexicon.speech_weights import LinearModel, model_of, speech_model, templates_of, width_of
from pactscan.resolve import view

COLUMNS = (("kind", 2), ("size", 3))
TEMPLATES = templates_of(COLUMNS, "kind kind*size")


def model(weights: list[float]) -> LinearModel:
    return LinearModel(COLUMNS, TEMPLATES, np.array(weights), {})


def test_a_score_is_the_sum_of_one_weight_for_each_template() -> None:
    assert width_of(COLUMNS, TEMPLATES) == 8
    scores = model([1, 2, 10, 20, 30, 40, 50, 60]).scores(np.array([[0, 0], [1, 2]]))
    assert scores.tolist() == [11, 62]


def test_values_beyond_the_last_category_count_as_the_last() -> None:
    scores = model([1, 2, 10, 20, 30, 40, 50, 60]).scores(np.array([[7, 9], [-1, -1]]))
    assert scores.tolist() == [62, 11]


def test_a_model_is_kept_without_its_noughts() -> None:
    plain = {
        "columns": [["kind", 2], ["size", 3]],
        "constants": {"least": 0.5},
        "weights": {"kind": {"at": [1], "weight": [2.0]}, "kind*size": {"at": [], "weight": []}},
    }
    read = model_of(plain)
    assert (read.weights.tolist(), read.constants["least"]) == ([0, 2, 0, 0, 0, 0, 0, 0], 0.5)


def test_the_weight_file_says_what_it_was_fitted_on() -> None:
    assert "PolNeAR" in read_json("speech_weights.json")["fitted_on"]


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("quoted", spoken.COLUMNS),
        ("kept", spoken.SPEAKER_COLUMNS),
        ("alone", spoken.COLUMNS),
        ("speaker", speakers.COLUMNS),
        ("content", content_columns.COLUMNS),
        ("pronoun", view.COLUMNS),
    ],
)
def test_weights_and_code_agree_on_the_columns(name: str, columns: tuple[tuple[str, int], ...]) -> None:
    assert speech_model(name).columns == columns


def test_every_verb_has_a_known_kind_and_a_number() -> None:
    assert {kind for _, kind in speech_verbs().values()} <= set(CUE_KINDS)
    assert verb_number("say") > 0
    assert verb_number("according") == 0
