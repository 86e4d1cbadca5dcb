"""How good draws were once the truth is known: the continuous ranked probability score, and coverage."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def crps(draws: Array, truth: Array) -> Array:
    """E|X - y| - E|X - X'| / 2 of each column of `draws` (draws, cells) against `truth` (cells): less is better.

    The draws are the whole distribution: pairs of a draw with itself are counted. For one draw it is the error.
    """
    ordered = np.sort(draws, axis=0)
    count = len(ordered)
    weights = (2 * np.arange(1, count + 1) - count - 1)[:, None]
    spread = (weights * ordered).sum(axis=0) / count**2
    return np.asarray(np.abs(draws - truth).mean(axis=0) - spread, dtype=np.float64)


def covered(draws: Array, truth: Array, inner: float) -> NDArray[np.bool_]:
    """Whether the central interval that holds `inner` (0.8) of the draws of each column holds its truth."""
    low, high = np.quantile(draws, [(1 - inner) / 2, (1 + inner) / 2], axis=0)
    return np.asarray((low <= truth) & (truth <= high), dtype=np.bool_)
