"""Constants, days and sessions that cannot be, refused one by one."""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import attrs
import pint
import pytest

from spinecare.errors import InvalidValueError, show
from spinecare.response import ResponseModel

CONSTANTS: dict[str, Any] = {"k1": 1, "k2": 2, "tau1": 9.5, "tau2": 2.25}
LOCAL = ResponseModel(**CONSTANTS)
GAIN = "a number from 1e-9 to 1e9"
LASTING = "a time in days from one second to a hundred years"
SOME_TIME = "a time in days of zero or more"
DAYS = "a time in days"


def refusal(call: Callable[[], object]) -> tuple[str, str, str, str]:
    """Return the parts of the error that a call ends in."""
    with pytest.raises(InvalidValueError) as caught:
        call()
    error = caught.value
    return error.field, error.expected, error.got, error.cure


@pytest.mark.parametrize("field", ["k1", "k2"])
@pytest.mark.parametrize(
    "value",
    [0, -1, 9e-10, 10**9 + 1, 10**400, math.nan, math.inf, -math.inf, True, "1", None, [1]],
    ids=repr,
)
def test_a_gain_that_is_no_positive_number_is_refused(field: str, value: object) -> None:
    """By its name, with what came."""
    found = refusal(lambda: ResponseModel(**CONSTANTS | {field: value}))

    assert found[:2] == (field, GAIN)
    assert found[2].startswith(repr(value)[:100])


@pytest.mark.parametrize("field", ["tau1", "tau2"])
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, LASTING),
        (1e-5, LASTING),
        (36_526, LASTING),
        ("0.99999 s", LASTING),
        (timedelta(days=40_000), LASTING),
        (-1, SOME_TIME),
        (math.nan, SOME_TIME),
        (math.inf, SOME_TIME),
        (True, DAYS),
        (None, DAYS),
        ("9.5", DAYS),
        ("2 kg", DAYS),
        (pint.Quantity(9, "meter"), DAYS),
        ([9.5], DAYS),
    ],
    ids=repr,
)
def test_a_time_constant_that_is_no_time_is_refused(
    field: str, value: object, expected: str
) -> None:
    """By its name; a wrong dimension too."""
    found = refusal(lambda: ResponseModel(**CONSTANTS | {field: value}))

    assert found[:3] == (field, expected, show(value))


@pytest.mark.parametrize("given", [9.5, "9.5 d", timedelta(hours=228), pint.Quantity(228, "hour")])
def test_time_constants_are_taken_as_people_have_them(given: float) -> None:
    """Days, text, timedelta, quantities: one model."""
    model = ResponseModel(k1=1, k2=2, tau1=given, tau2="54 h")

    assert model == LOCAL
    assert isinstance(model.tau1, float)


@pytest.mark.parametrize("tau1", [2.25, 2.2, 0.1])
def test_fatigue_that_fades_no_sooner_than_fitness_is_refused(tau1: float) -> None:
    """There would be no peak of the wanted kind."""
    found = refusal(lambda: ResponseModel(k1=1, k2=2, tau1=tau1, tau2=2.25))

    assert found[:3] == ("tau1", "above tau2, which is 2.25 days", str(tau1))
    assert found[3] == "swap the two: fatigue fades sooner than fitness."


@pytest.mark.parametrize("k2", [0.1, 0.2499999, 0.25])
def test_gains_without_a_peak_after_the_session_are_refused(k2: float) -> None:
    """The peak comes after the session only with k2 * tau1 above k1 * tau2."""
    found = refusal(lambda: ResponseModel(k1=0.5, k2=k2, tau1=8, tau2=4))

    assert found[:3] == ("k2", "above k1 * tau2 / tau1, which is 0.25", str(k2))
    assert found[3] == (
        "give fatigue more weight: with this little, every session is best at once and there is "
        "no peak to wait for."
    )
    assert ResponseModel(k1=0.5, k2=0.2500001, tau1=8, tau2=4).peak_time > 0


def test_a_peak_that_fatigue_outlasts_is_refused() -> None:
    """With equal time constants but for a hair, twice the fatigue takes ages to fade."""
    found = refusal(lambda: ResponseModel(k1=1, k2=2, tau1=10.001, tau2=10))

    assert found[:3] == (
        "tau1",
        "far enough above tau2, which is 10 days, to leave a peak",
        "10.001",
    )
    assert found[3].startswith("use constants that differ more")
    assert ResponseModel(k1=1, k2=1, tau1=10.001, tau2=10).peak_height > 0


@pytest.mark.parametrize("k1", [1e-8, 1, 1e8])
def test_how_low_a_peak_may_be_does_not_depend_on_the_unit_of_the_gains(k1: float) -> None:
    """A 1e-100th of the gain of fitness is the least."""
    low = ResponseModel(k1=k1, k2=9.6 * k1, tau1=10, tau2=9.9)

    found = refusal(lambda: ResponseModel(k1=k1, k2=9.75 * k1, tau1=10, tau2=9.9))

    assert 1e-100 < low.peak_height / k1 < 1e-98
    assert found[0] == "tau1"


def test_a_model_never_changes() -> None:
    """Frozen, compared by content, and it survives pickling."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        LOCAL.k1 = 2  # type: ignore[misc]

    assert pickle.loads(pickle.dumps(LOCAL)) == LOCAL  # noqa: S301  our own bytes
    assert len({LOCAL, ResponseModel(**CONSTANTS)}) == 1
    assert repr(LOCAL) == "ResponseModel(k1=1.0, k2=2.0, tau1=9.5, tau2=2.25)"


@pytest.mark.parametrize("value", [-1, math.nan, math.inf, "-1 day"])
def test_a_day_before_the_session_is_refused(value: float) -> None:
    """There is no response yet; of several days the one that is wrong is named."""
    for call in (
        lambda: LOCAL.response(value),
        lambda: LOCAL.curve([1, value]),
        lambda: LOCAL.performance([], [1, value]),
        lambda: LOCAL.performance([(value, 1.0)], [1]),
    ):
        found = refusal(call)

        assert found[0] in {"day", "days", "at", "sessions"}
        assert found[1] in {DAYS, SOME_TIME}
        assert found[2] == repr(value)


@pytest.mark.parametrize("value", ["2 kg", None, True, (1, 2)])
def test_a_day_that_is_no_time_is_refused_by_the_name_of_the_argument(value: Any) -> None:
    """Each door says its own."""
    assert refusal(lambda: LOCAL.response(value))[:2] == ("day", DAYS)
    assert refusal(lambda: LOCAL.curve([value]))[:2] == ("days", DAYS)
    assert refusal(lambda: LOCAL.performance([], [value]))[:2] == ("at", DAYS)
    assert refusal(lambda: LOCAL.performance([(value, 1)], [3]))[:2] == ("sessions", DAYS)


@pytest.mark.parametrize("value", [7, "7 days", timedelta(days=7), None, pint.Quantity(7, "day")])
def test_one_day_in_place_of_several_is_refused_with_the_cure(value: Any) -> None:
    """A text is a collection of letters to Python, and one day to people."""
    cure = "put it into a list."

    assert refusal(lambda: LOCAL.curve(value))[::3] == ("days", cure)
    assert refusal(lambda: LOCAL.performance([], value))[::3] == ("at", cure)
    assert refusal(lambda: LOCAL.performance(value, [1]))[::3] == ("sessions", cure)
    assert refusal(lambda: LOCAL.curve(value))[1:3] == ("a collection", show(value))


@pytest.mark.parametrize("session", [3, "3 days", (3,), (3, 1, 1), {3: 1}, {3, 1}, None, "ab"])
def test_a_session_is_a_day_and_a_load(session: Any) -> None:
    """Anything else is refused with an example."""
    found = refusal(lambda: LOCAL.performance([(0, 1.0), session], [7]))

    assert found[:3] == ("sessions", "pairs of a day and a load", repr(session))
    assert found[3] == "write [(0, 1.0), (7, 1.0)]."


@pytest.mark.parametrize(
    "load", [-1, -1e-300, 10**9 + 1, math.nan, math.inf, True, "1", None, 10**400], ids=repr
)
def test_a_load_below_zero_or_none_at_all_is_refused(load: Any) -> None:
    """Rest is a load of zero, or no session."""
    expected = "a load from 0 to 1e9"

    assert refusal(lambda: LOCAL.performance([(0, load)], [7]))[:2] == ("sessions", expected)
    assert refusal(lambda: LOCAL.steady_state(7, load))[:2] == ("load", expected)
    assert LOCAL.steady_state(7, 0) == 0


@pytest.mark.parametrize("period", [0, -1, 1e-6, 40_000, math.nan, math.inf, True, "7", "2 kg"])
def test_a_period_that_is_no_time_is_refused(period: Any) -> None:
    """From a second to a hundred years."""
    found = refusal(lambda: LOCAL.steady_state(period))

    assert found[0] == "period_days"
    assert found[1] in {LASTING, SOME_TIME, DAYS}
