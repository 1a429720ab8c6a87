"""Laws of the response to one session."""

from __future__ import annotations

import math

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.response import ResponseModel
from tests.response.reference import days, models, plain_response


@given(models(), days)
def test_the_response_is_the_published_difference(model: ResponseModel, day: float) -> None:
    """To rounding of the larger of the two terms."""
    largest = max(model.k1, model.k2)

    assert model.response(day) == pytest.approx(
        plain_response(model, day), rel=1e-9, abs=1e-13 * largest
    )


@given(models(), days)
def test_nothing_is_higher_than_the_peak(model: ResponseModel, day: float) -> None:
    """On whatever day one looks."""
    assert model.response(day) <= model.peak_height * (1 + 1e-12)


@given(models())
def test_the_peak_is_on_its_day_and_after_the_session(model: ResponseModel) -> None:
    """Its height is the response on that day, and both sides are lower."""
    peak = model.peak_time

    assert peak > 0
    assert model.response(peak) == pytest.approx(model.peak_height, rel=1e-9)
    assert model.response(peak * 0.99) < model.peak_height
    assert model.response(peak * 1.01) < model.peak_height


@given(models(least_ratio=1.001))
def test_performance_is_below_the_baseline_until_recovery_and_above_it_after(
    model: ResponseModel,
) -> None:
    """With k2 above k1 there is a dip, and it ends once."""
    back = model.recovery_time

    assert 0 < back < model.peak_time
    assert model.response(back) == pytest.approx(0, abs=1e-12 * model.k2)
    assert model.response(back * 0.999) < 0 < model.response(back * 1.001)
    assert model.response(0) == pytest.approx(model.k1 - model.k2)


@given(models(), st.floats(0.0, 1.0))
def test_without_a_dip_there_is_nothing_to_recover_from(model: ResponseModel, part: float) -> None:
    """Up to k2 = k1 recovery takes no time, and the peak comes sooner than with any dip."""
    least = model.k1 * model.tau2 / model.tau1 * 1.001
    mild = attrs.evolve(model, k2=least + part * (model.k1 - least))

    assert mild.recovery_time == 0
    assert mild.response(0) >= 0
    assert 0 < mild.peak_time <= mild.rise_time * (1 + 1e-12)


@given(models(least_ratio=1), st.floats(1, 20))
def test_the_days_from_recovery_to_the_peak_do_not_depend_on_the_gains(
    model: ResponseModel, ratio: float
) -> None:
    """Only on how fast fitness and fatigue fade."""
    other = attrs.evolve(model, k1=1, k2=ratio)
    expected = model.tau1 * model.tau2 / (model.tau1 - model.tau2)

    assert other.rise_time == model.rise_time
    assert model.rise_time == pytest.approx(expected * math.log(model.tau1 / model.tau2), rel=1e-9)
    for one in (model, other):
        assert one.peak_time - one.recovery_time == pytest.approx(one.rise_time, rel=1e-9)


@given(models(), st.floats(0.01, 100), days)
def test_greater_gains_make_the_curve_higher_and_move_nothing(
    model: ResponseModel, times: float, day: float
) -> None:
    """Both gains times c: heights times c, days as before."""
    scaled = attrs.evolve(model, k1=model.k1 * times, k2=model.k2 * times)

    assert scaled.peak_time == pytest.approx(model.peak_time, rel=1e-9)
    assert scaled.recovery_time == pytest.approx(model.recovery_time, rel=1e-9, abs=1e-9)
    assert scaled.peak_height == pytest.approx(model.peak_height * times, rel=1e-9)
    assert scaled.response(day) == pytest.approx(
        model.response(day) * times, rel=1e-9, abs=1e-12 * scaled.k2
    )


@given(models(), st.floats(0.1, 10), days)
def test_slower_fading_stretches_the_days_and_keeps_the_heights(
    model: ResponseModel, times: float, day: float
) -> None:
    """Both time constants times c: days times c, heights as before; so the unit does not matter."""
    slower = attrs.evolve(model, tau1=model.tau1 * times, tau2=model.tau2 * times)

    assert slower.peak_time == pytest.approx(model.peak_time * times, rel=1e-9)
    assert slower.rise_time == pytest.approx(model.rise_time * times, rel=1e-9)
    assert slower.peak_height == pytest.approx(model.peak_height, rel=1e-9)
    assert slower.response(day * times) == pytest.approx(
        model.response(day), rel=1e-9, abs=1e-12 * model.k2
    )


@given(models(), st.floats(1.01, 5))
def test_more_fatigue_recovers_and_peaks_later_and_lower(
    model: ResponseModel, times: float
) -> None:
    """The greater k2, the later and the lower the peak."""
    tired = attrs.evolve(model, k2=model.k2 * times)

    assert tired.peak_time > model.peak_time
    assert tired.peak_height < model.peak_height
    assert tired.recovery_time >= model.recovery_time
    assert tired.rise_time == model.rise_time


def test_ages_after_the_session_nothing_is_left() -> None:
    """However far one looks, no overflow."""
    model = ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25)

    assert model.response(1e300) == 0
    assert model.response(10_000) == pytest.approx(0, abs=1e-300)
