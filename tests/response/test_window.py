"""The days around the peak on which most of it holds."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import InvalidValueError
from spinecare.response import CALIBRATIONS, Calibration, ResponseModel
from tests.response.reference import models, numeric_crossing, plain_response

shares = st.floats(0.01, 0.999)


def _ends(model: ResponseModel, q: float) -> tuple[float, float]:
    window = model.window(q)
    assert window.high is not None
    return window.low, window.high


@pytest.mark.parametrize("calibration", CALIBRATIONS, ids=lambda found: found.id)
@pytest.mark.parametrize("q", [0.5, 0.9, 0.95, 0.99])
def test_the_window_opens_and_closes_where_numeric_search_finds_it(
    calibration: Calibration, q: float
) -> None:
    """Halving on the published formula, less the level."""
    model = calibration.model
    peak = model.peak_time
    level = q * plain_response(model, peak)

    opens = numeric_crossing(lambda day: plain_response(model, day) - level, 0, peak)
    closes = numeric_crossing(lambda day: plain_response(model, day) - level, peak, 1_000)

    assert _ends(model, q) == pytest.approx((opens, closes), abs=1e-8)


@given(models(), shares)
def test_inside_the_window_performance_is_high_and_outside_it_is_not(
    model: ResponseModel, q: float
) -> None:
    """Each end is the last day that reaches the level; a little further out it is missed."""
    level = q * model.peak_height

    opens, closes = _ends(model, q)

    assert model.response(opens) >= level
    assert model.response(closes) >= level
    assert model.response(closes * (1 + 1e-6)) < level
    if opens > 0:
        assert model.response(opens * (1 - 1e-6)) < level * (1 + 1e-9)
        assert model.response(opens) == pytest.approx(level, rel=1e-6)
    else:
        assert model.response(0) >= level


@given(models(), shares)
def test_the_window_holds_the_peak_and_opens_after_recovery(model: ResponseModel, q: float) -> None:
    """Never in the dip."""
    opens, closes = _ends(model, q)

    assert model.recovery_time <= opens <= model.peak_time <= closes


@given(models(), shares, shares)
def test_a_lower_share_gives_a_wider_window(model: ResponseModel, one: float, two: float) -> None:
    """Windows lie inside each other."""
    low, high = sorted((one, two))

    wide, narrow = _ends(model, low), _ends(model, high)

    assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]


@given(models(least_ratio=1), shares, st.floats(1, 20))
def test_the_window_keeps_its_length_whatever_the_gains_are(
    model: ResponseModel, q: float, ratio: float
) -> None:
    """With a dip, gains move the window with the peak and do not stretch it."""
    other = attrs.evolve(model, k1=1, k2=ratio)

    first, second = _ends(model, q), _ends(other, q)

    assert [day - other.peak_time for day in second] == pytest.approx(
        [day - model.peak_time for day in first], rel=1e-6, abs=1e-6 * model.tau1
    )


def test_a_curve_that_starts_high_has_its_window_open_at_once() -> None:
    """With little fatigue the first hours are already near the best."""
    model = ResponseModel(k1=1, k2=0.19, tau1=42, tau2=7)

    opens, closes = _ends(model, 0.95)

    assert model.response(0) > 0.95 * model.peak_height
    assert opens == 0
    assert closes > model.peak_time > 0


def test_a_curve_that_starts_above_the_baseline_but_low_opens_later() -> None:
    """No dip, and still days to wait."""
    model = ResponseModel(k1=1, k2=0.5, tau1=42, tau2=7)

    opens, _ = _ends(model, 0.95)

    assert model.recovery_time == 0
    assert 0 < opens < model.peak_time
    assert model.response(opens) == pytest.approx(0.95 * model.peak_height)


def test_the_usual_share_is_ninety_five_percent() -> None:
    """As in the rule of the window of 5 to 8 days."""
    model = ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25)

    assert model.window() == model.window(0.95) == model.window(q=0.95)


@pytest.mark.parametrize("tau2", [0.001, 2.25, 9.4])
def test_a_whole_share_leaves_the_peak_alone(tau2: float) -> None:
    """As near as a flat summit can be told from its neighbours."""
    model = ResponseModel(k1=1, k2=2, tau1=9.5, tau2=tau2)

    assert _ends(model, 1) == pytest.approx((model.peak_time,) * 2, rel=1e-7)


@pytest.mark.parametrize("tau2", [1e-4, 1, 9, 9.499999])
def test_the_least_share_is_left_within_ten_time_constants(tau2: float) -> None:
    """Search ends there, for any constants."""
    model = ResponseModel(k1=1, k2=1, tau1=9.5, tau2=tau2)

    _, closes = _ends(model, 0.01)

    assert closes < model.peak_time + 9.5 * 9
    assert model.response(closes) == pytest.approx(0.01 * model.peak_height, rel=1e-6)


@pytest.mark.parametrize(
    "q", [0, 0.0099, 1.0001, -0.5, 95, float("nan"), float("inf"), True, "0.9"]
)
def test_a_share_that_is_none_is_refused(q: float) -> None:
    """95 % is 0.95."""
    model = ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25)

    with pytest.raises(InvalidValueError, match=r"^q must be a share of the peak from 0.01 to 1, "):
        model.window(q)
