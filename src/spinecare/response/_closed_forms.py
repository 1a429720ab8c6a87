"""The formulas of the response, arranged so that no digits are lost.

All of them take the constants as plain numbers that `ResponseModel` has checked. The text-book
forms subtract nearly equal numbers where `tau1` is only slightly above `tau2`; these do not.
"""

from __future__ import annotations

import math


def log_ratio(above: float, below: float) -> float:
    """Return the logarithm of a ratio, with all its digits where the two are nearly equal."""
    if above < below:
        return -log_ratio(below, above)
    return math.log1p((above - below) / below)


def scale(tau1: float, tau2: float) -> float:
    """Return the days in which the ratio of fatigue to fitness fades to 1/e."""
    return tau1 * tau2 / (tau1 - tau2)


def response(day: float, *, k1: float, k2: float, tau1: float, tau2: float) -> float:
    """Return `k1 * exp(-day / tau1) - k2 * exp(-day / tau2)`, with `k1 * exp(…)` taken out."""
    exponent = log_ratio(k2, k1) - day / scale(tau1, tau2)
    return -k1 * math.exp(-day / tau1) * math.expm1(exponent)


def sum_of_past(steps: float) -> float:
    """Return `exp(-steps) + exp(-2 * steps) + …`, which is `1 / (exp(steps) - 1)`.

    Written with the negative exponent, which cannot overflow.
    """
    return math.exp(-steps) / -math.expm1(-steps)
