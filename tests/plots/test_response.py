"""The response curve: its marks lie where the model says."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from spinecare import Figure, ResponseModel, calibration, plot_response
from spinecare.errors import InvalidValueError
from spinecare.response import CALIBRATIONS, LABEL
from tests.plots.seen import bars, drawn, points, texts

LOCAL = calibration("local-muscle").model
LEFT, RIGHT = 64.0, 736.0
CENTRE = 0.006
"""Places are written with two decimals."""


def _day(x: float, days: float) -> float:
    return (x - LEFT) / (RIGHT - LEFT) * days


def _only(figure: Figure, of: str) -> tuple[float, float]:
    (d,) = drawn(figure, of)
    return points(d)[0]


@given(
    k1=st.floats(0.1, 10),
    ratio=st.floats(1.05, 5),
    tau2=st.floats(0.5, 30),
    longer=st.floats(1.2, 6),
)
def test_the_window_ends_and_marks_lie_at_the_numbers_of_the_model(
    k1: float, ratio: float, tau2: float, longer: float
) -> None:
    """Whatever the constants are, the picture is the closed forms, to a hundredth of a pixel."""
    model = ResponseModel(k1=k1, k2=k1 * ratio, tau1=tau2 * longer, tau2=tau2)
    window = model.window(0.95)
    assert window.high is not None
    days = 1.5 * window.high

    figure = plot_response(model, days=days)

    (band,) = bars(figure, "window")
    pixel = days / (RIGHT - LEFT)
    assert _day(band.left, days) == pytest.approx(window.low, abs=2 * CENTRE * pixel)
    assert _day(band.left + band.width, days) == pytest.approx(window.high, abs=2 * CENTRE * pixel)
    peak, recovery = _only(figure, "peak"), _only(figure, "recovery")
    assert _day(peak[0], days) == pytest.approx(model.peak_time, abs=CENTRE * pixel)
    assert _day(recovery[0] + 5, days) == pytest.approx(model.recovery_time, abs=2 * CENTRE * pixel)


def test_the_curve_is_the_model_at_every_point() -> None:
    """A straight scale: the height over the baseline is proportional to performance."""
    figure = plot_response(LOCAL, days=10)

    (d,) = drawn(figure, "curve")
    curve = points(d)
    base = _only(figure, "recovery")[1]
    unit = (curve[0][1] - base) / (LOCAL.k1 - LOCAL.k2)
    assert curve[0][0] == LEFT
    assert curve[-1][0] == RIGHT
    assert len(curve) == 241
    for x, y in curve:
        assert (y - base) / unit == pytest.approx(LOCAL.response(_day(x, 10)), abs=1e-3)


def test_the_peak_is_the_highest_point_of_the_curve() -> None:
    """Also after several sessions, whose remains shift it."""
    for sessions in ((), [(0, 1.0), (6, 2.0), (13, 1.0)]):
        figure = plot_response(LOCAL, sessions=sessions)

        x, y = _only(figure, "peak")
        last = points(drawn(figure, "curve")[-1])
        highest = min(last, key=lambda point: point[1])
        assert y + 7 == pytest.approx(highest[1], abs=0.05)
        assert x == pytest.approx(highest[0], abs=20)


@given(
    gaps=st.lists(st.integers(1, 9), min_size=1, max_size=5),
    loads=st.lists(st.floats(0.5, 2), min_size=6, max_size=6),
)
def test_after_several_sessions_the_window_holds_where_the_curve_does(
    gaps: list[int], loads: list[float]
) -> None:
    """At both ends performance is 95 % of the peak; the published sums say so, not the plot."""
    days = [sum(gaps[:count]) for count in range(len(gaps) + 1)]
    sessions = list(zip(map(float, days), loads, strict=False))
    last = sessions[-1][0]

    figure = plot_response(LOCAL, sessions=sessions)

    found = re.search(
        r"best on day ([\d.]+), at least 95 % of that from day ([\d.]+) to day ([\d.]+\d)",
        figure.description,
    )
    assert found is not None
    best, low, high = map(float, found.groups())
    at = [last + 0.05, low, best, high]
    assume(low > last + 0.2)
    levels = [point.performance for point in LOCAL.performance(sessions, at)]
    assert levels[2] == pytest.approx(max(levels))
    assert levels[1] == pytest.approx(0.95 * levels[2], rel=0.06)
    assert levels[3] == pytest.approx(0.95 * levels[2], rel=0.03)
    assert len(points(drawn(figure, "sessions")[0])) == len(sessions)


def test_each_session_is_marked_and_begins_a_new_run_of_the_curve() -> None:
    """The curve falls at a session; nothing is drawn across the fall."""
    figure = plot_response(LOCAL, sessions=[(13, 1.0), (0, 1.0), (6, 1.0)], days=20)

    runs = [points(d) for d in drawn(figure, "curve")]
    marks = points(drawn(figure, "sessions")[0])
    assert [_day(x, 20) for x, _ in marks] == pytest.approx([0, 6, 13], abs=1e-3)
    assert [_day(run[0][0], 20) for run in runs] == pytest.approx([0, 6, 13], abs=1e-3)
    assert [_day(run[-1][0], 20) for run in runs] == pytest.approx([6, 13, 20], abs=1e-3)
    assert all(later[0][1] > earlier[-1][1] for earlier, later in pairwise(runs))


def test_what_lies_past_the_last_day_is_told_but_not_drawn() -> None:
    """A short axis shows no mark at its end that belongs further on."""
    figure = plot_response(LOCAL, sessions=[(0, 1.0), (30, 1.0)], days="1 day")

    assert not any(drawn(figure, of) for of in ("window", "peak", "recovery"))
    assert len(points(drawn(figure, "sessions")[0])) == 1
    assert all(x <= RIGHT for d in drawn(figure, "curve") for x, _ in points(d))
    assert "best on day 36." in figure.description


def test_a_window_that_the_axis_cuts_ends_with_the_axis() -> None:
    """Its far edge is no edge of the window, so it has no dashed line."""
    figure = plot_response(LOCAL, days=6)

    (band,) = bars(figure, "window")
    assert band.left + band.width == pytest.approx(RIGHT, abs=0.02)
    assert not drawn(figure, "peak")


def test_before_any_session_performance_is_the_baseline() -> None:
    """The first session need not be on day 0."""
    figure = plot_response(LOCAL, sessions=[(4, 1.0)], days=12)

    before = points(drawn(figure, "curve")[0])
    assert len({y for _, y in before}) == 1


def test_a_curve_that_does_not_dip_has_no_recovery() -> None:
    """There is nothing to come back from."""
    high = ResponseModel(k1=1, k2=0.9, tau1=20, tau2=5)

    figure = plot_response(high)

    assert not drawn(figure, "recovery")
    assert "baseline on day" not in figure.description


def test_sessions_without_load_leave_no_peak_ahead() -> None:
    """The flat curve is drawn, and says so."""
    figure = plot_response(LOCAL, sessions=[(0, 0.0)])

    assert "no peak is ahead" in figure.description
    assert drawn(figure, "curve")
    assert not drawn(figure, "window")


@pytest.mark.parametrize("known", CALIBRATIONS, ids=lambda known: known.id)
def test_every_curve_says_that_it_is_a_planning_heuristic(known: object) -> None:
    """On the picture and in its description, for every calibration."""
    model = calibration(getattr(known, "id")).model  # noqa: B009  a parameter of any type

    figure = plot_response(model)

    assert any(LABEL in text for text in texts(figure))
    assert LABEL in figure.description
    assert math.isfinite(bars(figure, "window")[0].width)


@pytest.mark.parametrize("days", [0, -1, "2 kg", "40000 days", math.nan])
def test_days_that_are_no_length_of_an_axis_are_refused(days: float | str) -> None:
    """By name, with the value."""
    with pytest.raises(InvalidValueError, match="days"):
        plot_response(LOCAL, days=days)


@pytest.mark.parametrize("sessions", [3, [3], [(0, -1)], ["no"]])
def test_sessions_are_refused_as_the_model_refuses_them(sessions: object) -> None:
    """The same words for the same mistake."""
    with pytest.raises(InvalidValueError, match="sessions"):
        plot_response(LOCAL, sessions=sessions)  # type: ignore[arg-type]


def test_what_is_no_model_is_refused_with_a_cure() -> None:
    """A calibration is not yet a model."""
    with pytest.raises(InvalidValueError, match=r"\.model"):
        plot_response(calibration("classic"))  # type: ignore[arg-type]
