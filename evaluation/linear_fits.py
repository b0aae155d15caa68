"""Fitting of linear models over categories by L-BFGS, without random numbers: logistic regression and conditional logit."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


def minimised(loss: Callable[[Vector], tuple[float, Vector]], start: Vector, rounds: int = 80, memory: int = 8) -> Vector:
    """Where `loss` (value and gradient) is least, by L-BFGS with halving steps."""
    w, (value, gradient) = start, loss(start)
    moves: list[tuple[Vector, Vector]] = []
    for _ in range(rounds):
        step = -_direction(gradient, moves)
        length = 1.0
        while True:
            new, (new_value, new_gradient) = w + length * step, loss(w + length * step)
            if new_value <= value + 1e-4 * length * float(gradient @ step) or length < 1e-6:
                break
            length /= 2
        move = (new - w, new_gradient - gradient)
        if move[0] @ move[1] > 1e-10:
            moves = [*moves, move][-memory:]
        settled = abs(value - new_value) < 1e-6 * max(1.0, abs(value))
        w, value, gradient = new, new_value, new_gradient
        if settled:
            break
    return w


def _direction(gradient: Vector, moves: list[tuple[Vector, Vector]]) -> Vector:
    q, shares = gradient.copy(), []
    for s, y in reversed(moves):
        shares.append(float(s @ q / (y @ s)))
        q -= shares[-1] * y
    q = q * float(moves[-1][0] @ moves[-1][1] / (moves[-1][1] @ moves[-1][1])) if moves else q / max(1.0, float(np.abs(q).sum()))
    for (s, y), share in zip(moves, reversed(shares), strict=True):
        q += s * (share - float(y @ q / (y @ s)))
    return q


def binary(ids: NDArray[np.int64], right: NDArray[np.bool_], weight: Vector, n: int, l2: float) -> Vector:
    """Logistic regression."""
    target = right.astype(float)

    def loss(w: Vector) -> tuple[float, Vector]:
        s = w[ids].sum(axis=1)
        value = float((weight * (np.logaddexp(0, s) - target * s)).sum() + l2 / 2 * w @ w)
        error = weight * (1 / (1 + np.exp(-s)) - target)
        return value, np.bincount(ids.ravel(), np.repeat(error, ids.shape[1]), minlength=n) + l2 * w

    return minimised(loss, np.zeros(n))


def ranking(ids: NDArray[np.int64], right: NDArray[np.bool_], group: NDArray[np.int64], n: int, l2: float) -> Vector:
    """Conditional logit: in each group of rows, the mass on right ones."""
    start = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    of = np.repeat(np.arange(len(start)), np.diff(np.r_[start, len(group)]))
    target = right.astype(float)

    def loss(w: Vector) -> tuple[float, Vector]:
        s = w[ids].sum(axis=1)
        e = np.exp(s - np.maximum.reduceat(s, start)[of])
        total, good = np.add.reduceat(e, start), np.add.reduceat(e * target, start)
        value = float((np.log(total) - np.log(good)).sum() + l2 / 2 * w @ w)
        error = e / total[of] - e * target / good[of]
        return value, np.bincount(ids.ravel(), np.repeat(error, ids.shape[1]), minlength=n) + l2 * w

    return minimised(loss, np.zeros(n))
