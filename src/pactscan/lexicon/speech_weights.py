"""Linear models over categories, as data: which columns are read, how they are crossed, and the weight of each value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pactscan.lexicon.files import read_json

Matrix = NDArray[np.int64]
Scores = NDArray[np.float64]


@dataclass(frozen=True)
class LinearModel:
    """Sums, for each row of categories, one weight per template; a template crosses one or more columns."""

    columns: tuple[tuple[str, int], ...]
    """Name and number of categories of each column; greater values count as the last."""
    templates: tuple[tuple[int, ...], ...]
    """Indices of the columns that each template crosses."""
    weights: Scores
    constants: dict[str, Any]

    def ids(self, rows: Matrix) -> Matrix:
        """Index into `weights` of each row's value under each template, shape (rows, templates)."""
        sizes = [size for _, size in self.columns]
        clipped = np.clip(rows, 0, np.asarray(sizes) - 1)
        ids = np.empty((len(rows), len(self.templates)), dtype=np.int64)
        base = 0
        for t, crossed in enumerate(self.templates):
            value, width = clipped[:, crossed[0]], sizes[crossed[0]]
            for c in crossed[1:]:
                value, width = value * sizes[c] + clipped[:, c], width * sizes[c]
            ids[:, t] = value + base
            base += width
        return ids

    def scores(self, rows: Matrix) -> Scores:
        """The sum of weights of each row."""
        scores: Scores = self.weights[self.ids(rows)].sum(axis=1)
        return scores


def width_of(columns: tuple[tuple[str, int], ...], templates: tuple[tuple[int, ...], ...]) -> int:
    """How many weights the templates need."""
    return sum(int(np.prod([columns[c][1] for c in crossed])) for crossed in templates)


def templates_of(columns: tuple[tuple[str, int], ...], spelled: str) -> tuple[tuple[int, ...], ...]:
    """Templates spelled ``"side side*distance"`` as indices of columns."""
    index = {name: i for i, (name, _) in enumerate(columns)}
    return tuple(tuple(index[name] for name in template.split("*")) for template in spelled.split())


@cache
def speech_model(name: str) -> LinearModel:
    """The model called `name` in the weight file: ``quoted``, ``speaker``, ``content``."""
    return model_of(read_json("speech_weights.json")["models"][name])


def model_of(plain: dict[str, Any]) -> LinearModel:
    """A model from its JSON: weights are kept per template as the indices and values that are not nought."""
    columns = tuple((name, int(size)) for name, size in plain["columns"])
    templates = templates_of(columns, " ".join(plain["weights"]))
    weights = np.zeros(width_of(columns, templates))
    base = 0
    for crossed, sparse in zip(templates, plain["weights"].values(), strict=True):
        weights[[base + i for i in sparse["at"]]] = sparse["weight"]
        base += int(np.prod([columns[c][1] for c in crossed]))
    return LinearModel(columns, templates, weights, plain["constants"])
