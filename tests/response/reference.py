"""The response computed anew, in sixty digits or by brute force, without the library's code."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from decimal import Context, Decimal, localcontext

from hypothesis import strategies as st

from spinecare.response import ResponseModel

DIGITS = Context(prec=60)


def decimals(model: ResponseModel) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Return the constants exactly as the floats they are: k1, k2, tau1, tau2."""
    return Decimal(model.k1), Decimal(model.k2), Decimal(model.tau1), Decimal(model.tau2)


def exact_response(model: ResponseModel, day: float) -> Decimal:
    """Return the published formula of one session, in sixty digits."""
    k1, k2, tau1, tau2 = decimals(model)
    with localcontext(DIGITS):
        return k1 * (-Decimal(day) / tau1).exp() - k2 * (-Decimal(day) / tau2).exp()


def exact_recovery(model: ResponseModel) -> Decimal:
    """Return the published time of the return to the baseline, in sixty digits."""
    k1, k2, tau1, tau2 = decimals(model)
    with localcontext(DIGITS):
        return tau1 * tau2 / (tau1 - tau2) * (k2 / k1).ln()


def exact_peak(model: ResponseModel) -> Decimal:
    """Return the published time of the peak, in sixty digits."""
    k1, k2, tau1, tau2 = decimals(model)
    with localcontext(DIGITS):
        return tau1 * tau2 / (tau1 - tau2) * ((k2 * tau1) / (k1 * tau2)).ln()


def exact_height(model: ResponseModel) -> Decimal:
    """Return the published height of the peak, in sixty digits."""
    k1, _, tau1, tau2 = decimals(model)
    with localcontext(DIGITS):
        return k1 * (1 - tau2 / tau1) * (-exact_peak(model) / tau1).exp()


def plain_response(model: ResponseModel, day: float) -> float:
    """Return the published formula of one session, in floats."""
    return model.k1 * math.exp(-day / model.tau1) - model.k2 * math.exp(-day / model.tau2)


def direct_sum(
    model: ResponseModel, sessions: Iterable[tuple[float, float]], day: float
) -> tuple[float, float]:
    """Return fitness and fatigue by the published sums over sessions strictly before the day."""
    earlier = [(day - at, load) for at, load in sessions if at < day]
    fitness = math.fsum(model.k1 * load * math.exp(-age / model.tau1) for age, load in earlier)
    fatigue = math.fsum(model.k2 * load * math.exp(-age / model.tau2) for age, load in earlier)
    return fitness, fatigue


def numeric_maximum(curve: Callable[[float], float], low: float, high: float) -> float:
    """Return where a curve with one summit is highest, by cutting thirds away."""
    while high - low > 1e-7:
        left, right = low + (high - low) / 3, high - (high - low) / 3
        if curve(left) < curve(right):
            low = left
        else:
            high = right
    return (low + high) / 2


def numeric_crossing(curve: Callable[[float], float], low: float, high: float) -> float:
    """Return where a curve changes sign between two days, by halving."""
    is_rising = curve(low) < 0
    while high - low > 1e-10:
        middle = (low + high) / 2
        if (curve(middle) < 0) is is_rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@st.composite
def models(draw: st.DrawFn, *, least_ratio: float | None = None) -> ResponseModel:
    """Draw a model with a peak; `least_ratio` bounds k2 / k1 from below (1 for a dip)."""
    tau2 = draw(st.floats(0.1, 50))
    tau1 = tau2 * draw(st.floats(1.05, 50))
    low = tau2 / tau1 * 1.001 if least_ratio is None else least_ratio
    k1 = draw(st.floats(0.01, 100))
    return ResponseModel(k1=k1, k2=k1 * draw(st.floats(low, 20)), tau1=tau1, tau2=tau2)


loads = st.floats(0, 100)
days = st.floats(0, 400)
sessions = st.lists(st.tuples(st.floats(0, 200), loads), max_size=12)
