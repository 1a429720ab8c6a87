"""Every row of the published tables, and what numeric search finds on the same constants."""

from __future__ import annotations

import math

import pytest

from spinecare.errors import InvalidValueError
from spinecare.response import ResponseModel, calibration
from tests.response.reference import numeric_crossing, numeric_maximum, plain_response

PUBLISHED = {  # constants k1, k2, tau1, tau2; days of recovery and of the peak, in print
    "classic": ((1, 2, 42, 7), 5.82, 20.87),
    "morton": ((1, 2, 45, 15), 15.60, 40.31),
    "clarke-skiba": ((0.18, 0.23, 36, 21), 12.35, 39.52),
    "goldencheetah": ((1, 2, 50, 11), 9.78, 31.13),
    "local-muscle": ((1, 2, 9.5, 2.25), 2.04, 6.29),
}
PEAKS: dict[tuple[float, float], tuple[float, ...]] = {
    # k2 / k1, tau1: the tau2 in print that puts the peak on day 5, 6.5 and 8
    (2, 42): (1.13, 1.57, 2.05),
    (2, 28): (1.26, 1.76, 2.30),
    (2, 20): (1.38, 1.94, 2.53),
    (2, 14): (1.53, 2.14, 2.77),  # the page prints 2.78, rounding 2.7749 twice
    (1.5, 14): (1.76, 2.51, 3.31),
    (3, 14): (1.31, 1.80, 2.30),
}
LOCAL = calibration("local-muscle").model
CLASSIC = calibration("classic").model


def _prints_as(number: float, printed: float, digits: int) -> bool:
    """Tell whether a number is the printed one to half of its last digit."""
    return abs(number - printed) <= 0.5 * 10.0**-digits + 1e-12


@pytest.mark.parametrize("id", PUBLISHED)
def test_recovery_and_peak_are_those_in_print(id: str) -> None:
    """The table of parameters, row by row; the calibrations hold the same constants."""
    (k1, k2, tau1, tau2), recovery, peak = PUBLISHED[id]

    model = ResponseModel(k1=k1, k2=k2, tau1=tau1, tau2=tau2)

    assert _prints_as(model.recovery_time, recovery, 2)
    assert _prints_as(model.peak_time, peak, 2)
    assert calibration(id).model == model


@pytest.mark.parametrize("id", PUBLISHED)
def test_recovery_and_peak_are_where_numeric_search_finds_them(id: str) -> None:
    """Thirds and halves on the published formula know nothing of closed forms."""
    model = calibration(id).model

    best = numeric_maximum(lambda day: plain_response(model, day), 0, 200)
    back = numeric_crossing(lambda day: plain_response(model, day), 0, best)

    assert model.peak_time == pytest.approx(best, abs=1e-5)
    assert model.peak_height == pytest.approx(plain_response(model, best), rel=1e-12)
    assert model.recovery_time == pytest.approx(back, abs=1e-8)


def test_the_swimmers_constants_fit_the_intervals_in_print() -> None:
    """HELLARD-2006 gives no gains: those that put recovery on its day 19 put the peak in 25-61."""
    gains = math.exp(19 * (38 - 19) / (38 * 19))

    model = ResponseModel(k1=1, k2=gains, tau1=38, tau2=19)

    assert model.recovery_time == pytest.approx(19)
    assert 25 <= model.peak_time <= 61
    assert model.rise_time == pytest.approx(38 * math.log(2))


def test_the_local_fatigue_lies_outside_of_what_was_measured() -> None:
    """IJSPP-2022 found tau1 of 4-51 and tau2 of 4-74 days; some of these pairs have no peak."""
    measured = [calibration(id).model for id in PUBLISHED if id != "local-muscle"]

    assert all(4 <= model.tau1 <= 51 and 4 <= model.tau2 <= 74 for model in measured)
    assert 4 <= LOCAL.tau1 <= 51
    assert LOCAL.tau2 < 4
    with pytest.raises(InvalidValueError, match="tau1 must be above tau2"):
        ResponseModel(k1=1, k2=2, tau1=4, tau2=74)


@pytest.mark.parametrize(
    ("day", "ratio"), [(5, 0.302), (6.5, 0.361), (8, 0.432)], ids=lambda n: f"{n}"
)
def test_the_classic_constants_peak_within_days_only_without_a_dip(day: int, ratio: float) -> None:
    """The printed ratio of gains puts the peak on the day, and the curve starts above zero."""
    sooner = ResponseModel(k1=1, k2=ratio - 0.0005, tau1=42, tau2=7)
    later = ResponseModel(k1=1, k2=ratio + 0.0005, tau1=42, tau2=7)

    assert sooner.peak_time <= day <= later.peak_time
    assert later.response(0) > 0
    assert later.recovery_time == 0


def test_with_a_dip_the_classic_peak_takes_fifteen_days() -> None:
    """Any k2 of k1 or more."""
    flat = ResponseModel(k1=1, k2=1, tau1=42, tau2=7)

    assert _prints_as(flat.peak_time, 15.05, 2)
    assert flat.peak_time == pytest.approx(flat.rise_time)
    assert CLASSIC.peak_time > flat.peak_time


@pytest.mark.parametrize(("day", "ratio"), [(5, 1.81), (8, 2.59)])
def test_the_classic_constants_recover_in_five_to_eight_days(day: int, ratio: float) -> None:
    """So the article's days match "recovered", not "best", for the whole body."""
    sooner = ResponseModel(k1=1, k2=ratio - 0.005, tau1=42, tau2=7)
    later = ResponseModel(k1=1, k2=ratio + 0.005, tau1=42, tau2=7)

    assert sooner.recovery_time <= day <= later.recovery_time
    assert 5 < CLASSIC.recovery_time < 8


@pytest.mark.parametrize("row", PEAKS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_the_fatigue_in_print_puts_the_peak_on_the_day(row: tuple[float, float]) -> None:
    """Half of the last digit to either side brackets the day."""
    ratio, tau1 = row

    for day, tau2 in zip((5, 6.5, 8), PEAKS[row], strict=True):
        sooner = ResponseModel(k1=1, k2=ratio, tau1=tau1, tau2=tau2 - 0.005)
        later = ResponseModel(k1=1, k2=ratio, tau1=tau1, tau2=tau2 + 0.005)

        assert sooner.peak_time <= day <= later.peak_time


@pytest.mark.parametrize(
    ("day", "tau1", "tau2"), [(5, 10.06, 1.68), (6.5, 13.08, 2.18), (8, 16.10, 2.68)]
)
def test_a_sixfold_fatigue_puts_the_peak_on_the_day(day: float, tau1: float, tau2: float) -> None:
    """The last row of the table: tau1 is six times tau2."""
    exact = day / (1.2 * math.log(12))

    model = ResponseModel(k1=1, k2=2, tau1=6 * exact, tau2=exact)

    assert model.peak_time == pytest.approx(day)
    assert _prints_as(exact, tau2, 2)
    assert _prints_as(6 * exact, tau1, 2)


def test_the_local_calibration_honours_the_two_days_and_the_window_of_the_article() -> None:
    """Recovery after 49 hours, the best on day 6.29, 95 % of it from day 5.00 to day 7.99."""
    window, wide = LOCAL.window(), LOCAL.window(0.9)

    assert _prints_as(LOCAL.recovery_time * 24, 49.0, 1)
    assert _prints_as(LOCAL.peak_time, 6.29, 2)
    assert _prints_as(LOCAL.peak_height, 0.394, 3)
    assert window.high is not None
    assert wide.high is not None
    assert (round(window.low, 2), round(window.high, 2)) == (5.00, 7.99)
    assert (round(wide.low, 2), round(wide.high, 2)) == (4.54, 8.87)


def test_the_classic_peak_is_half_a_gain_high() -> None:
    """Scale 8.4 days, peak at 8.4 * ln(12), height 0.507."""
    assert CLASSIC.peak_time == pytest.approx(8.4 * math.log(12))
    assert CLASSIC.rise_time == pytest.approx(8.4 * math.log(6))
    assert _prints_as(CLASSIC.peak_height, 0.507, 3)


@pytest.mark.parametrize(
    ("model", "period", "printed", "digits"),
    [
        (CLASSIC, 1, 28.5, 1),
        (CLASSIC, 3, 9.8, 1),
        (CLASSIC, 7, 4.35, 2),
        (LOCAL, 1, 5.4, 1),
        (LOCAL, 3, 2.0, 1),
        (LOCAL, 7, 0.82, 2),
    ],
)
def test_the_steady_state_is_the_one_in_print(
    model: ResponseModel, period: int, printed: float, digits: int
) -> None:
    """More often is always higher: the reason why spacing is a rule."""
    assert _prints_as(model.steady_state(period), printed, digits)
