"""All digits, also where the two time constants nearly agree: compared with sixty digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.response import ResponseModel
from tests.response.reference import (
    exact_height,
    exact_peak,
    exact_recovery,
    exact_response,
    models,
)

near = st.integers(2, 12).map(lambda digits: 10.0**-digits)
"""How much tau1 is above tau2, as a share of it."""


@given(near, st.floats(0.5, 40), st.floats(0.1, 3))
def test_no_digits_are_lost_where_the_time_constants_nearly_agree(
    apart: float, tau2: float, part: float
) -> None:
    """Gains that differ as little as the time constants: all closed forms to twelve digits."""
    model = ResponseModel(k1=1, k2=1 + part * apart, tau1=tau2 * (1 + apart), tau2=tau2)

    assert model.recovery_time == pytest.approx(float(exact_recovery(model)), rel=1e-12, abs=0)
    assert model.peak_time == pytest.approx(float(exact_peak(model)), rel=1e-12, abs=0)
    assert model.peak_height == pytest.approx(float(exact_height(model)), rel=1e-12, abs=0)


@given(near, st.floats(0.5, 40), st.floats(0.01, 5))
def test_the_response_keeps_its_digits_where_its_terms_nearly_cancel(
    apart: float, tau2: float, time_constants: float
) -> None:
    """A curve of a billionth of a gain is still smooth."""
    model = ResponseModel(k1=1, k2=1, tau1=tau2 * (1 + apart), tau2=tau2)
    day = time_constants * tau2

    assert model.response(day) == pytest.approx(float(exact_response(model, day)), rel=1e-12, abs=0)


@given(near, st.floats(0.5, 40))
def test_equal_gains_lead_to_a_peak_after_one_time_constant(apart: float, tau2: float) -> None:
    """The limit of the closed form as tau1 comes down to tau2."""
    model = ResponseModel(k1=1, k2=1, tau1=tau2 * (1 + apart), tau2=tau2)

    assert model.recovery_time == 0
    assert model.peak_time == pytest.approx(tau2, rel=apart)
    assert model.response(0) == 0


@given(near)
def test_the_window_keeps_its_digits_too(apart: float) -> None:
    """In the limit the curve is t * exp(-t): 95 % of its peak from 0.7130 to 1.3554 of a tau."""
    model = ResponseModel(k1=1, k2=1, tau1=10 * (1 + apart), tau2=10)

    window = model.window(0.95)

    assert window.low == pytest.approx(7.12952, rel=2 * apart + 1e-6)
    assert window.high == pytest.approx(13.55362, rel=2 * apart + 1e-6)
    for day in (window.low, window.high):
        assert day is not None
        share = exact_response(model, day) / exact_height(model)
        assert float(share) == pytest.approx(0.95, rel=1e-11, abs=0)


@given(models(), st.floats(0, 100))
def test_ordinary_constants_are_exact_as_well(model: ResponseModel, day: float) -> None:
    """Relative to what is left of the larger gain."""
    left = model.k1 * 2.718281828 ** (-day / model.tau1)

    assert model.peak_time == pytest.approx(float(exact_peak(model)), rel=1e-9, abs=0)
    assert model.peak_height == pytest.approx(float(exact_height(model)), rel=1e-9, abs=0)
    assert model.response(day) == pytest.approx(
        float(exact_response(model, day)), rel=1e-12, abs=1e-200 + 1e-12 * left
    )


@pytest.mark.parametrize(("k1", "k2"), [(1e-9, 1e9), (1e9, 1e9), (1e-9, 1e-9), (1, 1e9), (1e-9, 1)])
@pytest.mark.parametrize(
    ("tau1", "tau2"), [(36_525, 1 / 86_400), (36_525, 10_000), (2 / 86_400, 1 / 86_400)]
)
def test_the_farthest_constants_allowed_neither_overflow_nor_vanish(
    k1: float, k2: float, tau1: float, tau2: float
) -> None:
    """From a second to a hundred years, gains over eighteen powers of ten."""
    model = ResponseModel(k1=k1, k2=k2, tau1=tau1, tau2=tau2)
    window = model.window(0.01)

    assert model.peak_time == pytest.approx(float(exact_peak(model)), rel=1e-12, abs=0)
    assert model.peak_height == pytest.approx(float(exact_height(model)), rel=1e-12, abs=0)
    assert window.high is not None
    assert window.low <= model.peak_time <= window.high < 1e7
    assert -1e28 < model.steady_state("1 s", 1e9) < 1e28


def test_a_fatigue_of_next_to_nothing_keeps_its_digits() -> None:
    """A gain of fatigue eight powers of ten below that of fitness, gone within seconds."""
    model = ResponseModel(k1=1, k2=1e-8, tau1=36_525, tau2="1 s")

    assert model.recovery_time == 0
    assert model.peak_time == pytest.approx(float(exact_peak(model)), rel=1e-12, abs=0)
    assert model.peak_height == pytest.approx(float(exact_height(model)), rel=1e-12, abs=0)
