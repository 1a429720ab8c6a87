"""What several sessions leave: sums, recursion, the steady state."""

from __future__ import annotations

import math
import random
from datetime import timedelta
from typing import Any

import attrs
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import InvalidValueError
from spinecare.response import CALIBRATIONS, Calibration, ResponseModel, ResponsePoint
from spinecare.units import NumberLike
from tests.response.reference import days, direct_sum, loads, models, sessions

LOCAL = ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25)
Sessions = list[tuple[float, float]]


@given(models(), sessions, st.lists(days, max_size=6))
def test_the_recursion_is_the_published_sum(
    model: ResponseModel, done: Sessions, at: list[float]
) -> None:
    """Fitness and fatigue each, on every day asked for."""
    points = model.performance(done, at)

    assert [point.day for point in points] == at
    for point in points:
        fitness, fatigue = direct_sum(model, done, point.day)
        assert point.fitness == pytest.approx(fitness, rel=1e-9, abs=1e-200)
        assert point.fatigue == pytest.approx(fatigue, rel=1e-9, abs=1e-200)
        assert point.performance == point.fitness - point.fatigue


@given(models(), sessions, sessions, days)
def test_sessions_add_up(
    model: ResponseModel, some: Sessions, others: Sessions, day: float
) -> None:
    """The effect of all is the sum of the effects: no session changes another's."""
    (one,) = model.performance(some, [day])
    (two,) = model.performance(others, [day])
    (both,) = model.performance(some + others, [day])

    assert both.fitness == pytest.approx(one.fitness + two.fitness, rel=1e-9, abs=1e-200)
    assert both.fatigue == pytest.approx(one.fatigue + two.fatigue, rel=1e-9, abs=1e-200)


@given(models(), days, loads, st.floats(0, 100))
def test_one_session_alone_gives_the_response_times_its_load(
    model: ResponseModel, at: float, load: float, later: float
) -> None:
    """The same curve, moved to the day of the session."""
    day = at + later
    (point,) = model.performance([(at, load)], [day])

    expected = model.response(day - at) * load if day > at else 0
    assert point.performance == pytest.approx(
        expected, rel=1e-9, abs=1e-200 + 1e-12 * load * max(model.k1, model.k2)
    )


@given(models(), sessions, st.lists(days, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_sessions_changes_nothing(
    model: ResponseModel, done: Sessions, at: list[float], chance: random.Random
) -> None:
    """Bit for bit."""
    shuffled = chance.sample(done, len(done))

    assert model.performance(shuffled, at) == model.performance(done, at)


@given(models(), sessions, st.lists(days, min_size=1, max_size=6))
def test_asking_for_one_day_changes_no_other(
    model: ResponseModel, done: Sessions, at: list[float]
) -> None:
    """Each point is what it would be alone, bit for bit; days may repeat and stand in any order."""
    alone = tuple(model.performance(done, [day])[0] for day in at)

    assert model.performance(done, at) == alone
    assert model.performance(done, at + at) == alone + alone


def test_a_session_counts_only_after_its_day() -> None:
    """The state is the one before the session of the day, as in the published sum."""
    before, just_after = LOCAL.performance([(3, 1.0)], [3, 3.000001])

    assert (before.fitness, before.fatigue, before.performance) == (0, 0, 0)
    assert just_after.performance == pytest.approx(-1, abs=1e-5)


def test_daily_steps_follow_the_published_recursion() -> None:
    """G and H of yesterday plus the load of yesterday, faded by a day."""
    done = [(0, 1.0), (1, 0.0), (2, 2.5), (3, 1.0), (4, 0.5), (5, 3.0)]
    fitness = fatigue = 0.0

    points = LOCAL.performance(done, range(7))

    for day, point in enumerate(points):
        if day:
            fitness = (fitness + done[day - 1][1]) * math.exp(-1 / 9.5)
            fatigue = (fatigue + done[day - 1][1]) * math.exp(-1 / 2.25)
        assert point.performance == pytest.approx(fitness - 2 * fatigue)
        assert point.fitness == pytest.approx(fitness)
        assert point.fatigue == pytest.approx(2 * fatigue)


def test_several_sessions_of_a_day_count_as_one_of_their_whole_load() -> None:
    """Twice a day is allowed."""
    (split,) = LOCAL.performance([(2, 1.0), (2, 0.5)], [6])
    (whole,) = LOCAL.performance([(2, 1.5)], [6])

    assert split.performance == pytest.approx(whole.performance)


def test_without_sessions_everything_stays_at_the_baseline() -> None:
    """And nothing asked for gives nothing."""
    assert LOCAL.performance([], [4]) == (ResponsePoint(day=4, fitness=0, fatigue=0),)
    assert LOCAL.performance([(1, 1.0)], []) == ()
    assert LOCAL.curve([]) == ()


def test_days_are_taken_as_people_have_them() -> None:
    """Text, timedelta and quantities, for sessions and for the days asked for."""
    given_days: list[NumberLike] = ["7 days", timedelta(days=7), pint.Quantity(168, "hour"), 7]
    done: list[Any] = [("24 h", 1.0), [timedelta(days=2), 1], (pint.Quantity(3, "day"), 1)]

    points = LOCAL.performance(iter(done), iter(given_days))

    assert points == LOCAL.performance([(1, 1), (2, 1), (3, 1)], [7, 7, 7, 7])
    assert LOCAL.curve(given_days) == LOCAL.curve([7.0] * 4)
    assert {LOCAL.response(day) for day in given_days} == {LOCAL.response(7)}


def test_the_work_grows_with_sessions_and_days_not_with_their_product(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Counted in exponentials: two for each session met, two for each day."""
    calls = 0
    exponential = math.exp

    def counted(exponent: float) -> float:
        nonlocal calls
        calls += 1
        return exponential(exponent)

    monkeypatch.setattr(math, "exp", counted)
    LOCAL.performance([(day, 1.0) for day in range(300)], range(1, 201))

    assert calls <= 2 * (300 + 200)


@given(models(), st.lists(days, max_size=6))
def test_the_curve_is_the_response_from_just_after_the_session(
    model: ResponseModel, at: list[float]
) -> None:
    """Fitness starts at k1 and fatigue at k2; their difference is the response."""
    start, *points = model.curve([0, *at])

    assert start == ResponsePoint(day=0, fitness=model.k1, fatigue=model.k2)
    assert [point.day for point in points] == at
    for point in points:
        largest = max(model.k1, model.k2)
        assert point.performance == pytest.approx(
            model.response(point.day), rel=1e-9, abs=1e-13 * largest
        )
        assert point.fitness == pytest.approx(model.k1 * math.exp(-point.day / model.tau1))


@pytest.mark.parametrize("calibration", CALIBRATIONS, ids=lambda found: found.id)
@pytest.mark.parametrize("period", [0.5, 1, 3, 7, 30])
def test_the_steady_state_is_where_long_training_ends(
    calibration: Calibration, period: float
) -> None:
    """After two thousand days of equal sessions nothing changes any more."""
    model = calibration.model
    count = round(2_000 / period)
    done = [(period * number, 1.5) for number in range(count)]

    (point,) = model.performance(done, [period * count])

    assert model.steady_state(period, load=1.5) == pytest.approx(point.performance, rel=1e-9)


@given(models(), st.floats(0.01, 2), st.floats(1.01, 5))
def test_the_steady_state_rises_as_the_period_shrinks(
    model: ResponseModel, time_constants: float, times: float
) -> None:
    """Wherever k1 * tau1 is at least k2 * tau2, as in every calibration here."""
    period = time_constants * model.tau1
    eager = attrs.evolve(model, k2=min(model.k2, model.k1 * model.tau1 / model.tau2))

    assert eager.steady_state(period) > eager.steady_state(period * times)


@pytest.mark.parametrize("calibration", CALIBRATIONS, ids=lambda found: found.id)
def test_every_calibration_asks_for_more_and_more_sessions(calibration: Calibration) -> None:
    """So an optimum of the model would be no plan."""
    model = calibration.model

    assert model.k1 * model.tau1 >= model.k2 * model.tau2
    assert model.steady_state("1 min") > 1_000 * model.steady_state("1 day")


def test_heavy_fatigue_turns_frequent_sessions_into_a_loss() -> None:
    """Beyond that condition the model does have a best period."""
    model = ResponseModel(k1=1, k2=8, tau1=9.5, tau2=2.25)

    assert model.steady_state(0.1) < 0 < model.steady_state(10)


@given(models(), st.floats(0.01, 100), loads)
def test_the_steady_state_is_as_high_as_the_load(
    model: ResponseModel, period: float, load: float
) -> None:
    """Twice the load, twice the level; one unit where nothing is said."""
    assert model.steady_state(period, load) == pytest.approx(model.steady_state(period) * load)


def test_a_period_may_be_given_as_people_have_it() -> None:
    """And sessions a century apart leave nothing, without an overflow."""
    assert LOCAL.steady_state("1 week") == LOCAL.steady_state(timedelta(days=7))
    assert LOCAL.steady_state(pint.Quantity(168, "hour")) == LOCAL.steady_state(7)
    assert LOCAL.steady_state("100 years") == 0


def test_a_point_shows_its_performance_and_keeps_its_days_exact() -> None:
    """A table of points has all four columns."""
    point = ResponsePoint(day="36 hours", fitness=1, fatigue=3)

    assert attrs.asdict(point) == {"day": 1.5, "fitness": 1, "fatigue": 3, "performance": -2}


def test_the_performance_of_a_point_cannot_be_other_than_the_difference() -> None:
    """It follows, so it is not given."""
    with pytest.raises(TypeError, match="performance"):
        ResponsePoint(day=1, fitness=1, fatigue=3, performance=2)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("day", -1, "a time in days of zero or more"),
        ("day", "x", "a time in days"),
        ("fitness", -0.1, "a number of zero or more"),
        ("fitness", math.inf, "a number of zero or more"),
        ("fatigue", math.nan, "a number of zero or more"),
        ("fatigue", True, "a number of zero or more"),
        ("fatigue", "1", "a number of zero or more"),
    ],
)
def test_a_point_that_cannot_be_is_refused(field: str, value: object, expected: str) -> None:
    """By the name of the column."""
    columns: dict[str, object] = {"day": 1, "fitness": 1, "fatigue": 1} | {field: value}

    with pytest.raises(InvalidValueError) as caught:
        ResponsePoint(**columns)  # type: ignore[arg-type]

    assert (caught.value.field, caught.value.expected) == (field, expected)
