"""Damped least squares within limits (Levenberg 1944, Marquardt 1963)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from spinecare.figures.solving.motion import Array

WIDTHS: Final = (0.02, 0.002, 0.0004)
"""Coarse first, so that it does not jam; then exact. Body heights."""
_STEPS: Final = 25
_TRIES: Final = 8
_LONGEST: Final = 0.6
"""Radians that a number may change in one step."""
_ENOUGH: Final = 1e-5
"""The share of the sum below which a step is not worth another."""

Misses = Callable[[Array, float, bool], tuple[Array, Array | None]]


def descend(
    missed: Misses,
    start: Array,
    low: Array,
    high: Array,
    widths: tuple[float, ...] = WIDTHS,
) -> Array:
    """Return the numbers within the limits that make the sum of squares least, near the start.

    Args:
        missed: Gives what is missed and its slopes at some numbers and a width.
        start: Where to begin.
        low: The least of each number.
        high: The most of each number.
        widths: The widths to go through.
    """
    numbers = np.clip(start, low, high)
    for width in widths:
        damping = 1e-3
        rest, slopes = missed(numbers, width, True)
        cost = float(rest @ rest)
        for _ in range(_STEPS):
            assert slopes is not None  # noqa: S101  asked for above
            downhill = slopes.T @ rest
            square = slopes.T @ slopes
            is_free = ~(((numbers <= low) & (downhill > 0)) | ((numbers >= high) & (downhill < 0)))
            better = _step(
                missed, numbers, width, low, high, square, downhill, is_free, cost, damping
            )
            if better is None:
                break
            numbers, lower, damping = better
            is_done = cost - lower < _ENOUGH * cost
            rest, slopes = missed(numbers, width, True)
            cost = float(rest @ rest)
            if is_done:
                break
    return numbers


def _step(
    missed: Misses,
    numbers: Array,
    width: float,
    low: Array,
    high: Array,
    square: Array,
    downhill: Array,
    is_free: NDArray[np.bool_],
    cost: float,
    damping: float,
) -> tuple[Array, float, float] | None:
    """Return better numbers, their cost and the next damping; nothing if there are none near."""
    diagonal = np.diag(square)
    where = np.nonzero(is_free)[0]
    inner = square[np.ix_(where, where)]
    for _ in range(_TRIES):
        damped = inner + damping * np.diag(diagonal[where] + 1e-12)
        step = np.zeros_like(numbers)
        step[where] = np.linalg.solve(damped, -downhill[where])
        longest = float(np.abs(step).max())
        if longest > _LONGEST:
            step *= _LONGEST / longest
        tried = np.clip(numbers + step, low, high)
        rest, _slopes = missed(tried, width, False)
        lower = float(rest @ rest)
        if lower < cost:
            return tried, lower, damping / 5
        damping *= 4
    return None
