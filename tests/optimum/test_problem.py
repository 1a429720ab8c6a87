from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from spinecare.errors import InvalidValueError
from spinecare.planning.optimum import Load, Period, Problem, solve
from tests.optimum.handmade import DAY, HOUR, at, course, daily, holding, tiring, week, whole

GOOD = week(
    course(last_day=-1, last_min=-HOUR),
    tiring(100),
    moments=at(12, 36, offers=[whole(0, 1)]),
    loaded_min=(-2 * DAY,),
)


def with_history(**fields: Any) -> Problem:
    """Return the good problem with another history of its first course."""
    first, *others = GOOD.courses
    return evolve(GOOD, courses=(evolve(first, **fields), *others))


ORDER, DAYS, PAST = "in the order of time", "on days from 0 to 6", "before the first moment"
BAD: dict[str, tuple[Callable[[], Problem], str]] = {
    "moments back in time": (lambda: evolve(GOOD, moments=at(36, 12)), f"moments must be {ORDER}"),
    "two moments at once": (lambda: evolve(GOOD, moments=at(12, 12)), f"moments must be {ORDER}"),
    "a moment after the days": (lambda: evolve(GOOD, moments=at(168)), f"moments must be {DAYS}"),
    "a moment before the days": (lambda: evolve(GOOD, moments=at(-1)), f"moments must be {DAYS}"),
    "days back in time": (lambda: days_back(GOOD), f"moments must be {DAYS}"),
    "eight days": (lambda: evolve(GOOD, days=8), "days must be whole weeks, got 8"),
    "history at a moment": (lambda: with_history(last_min=12 * HOUR), f"history must be {PAST}"),
    "history after it": (lambda: with_history(last_min=20 * HOUR), f"history must be {PAST}"),
    "a load at a moment": (
        lambda: evolve(GOOD, loaded_min=(12 * HOUR,)),
        f"history must be {PAST}",
    ),
    "a load from now on": (
        lambda: evolve(GOOD, moments=(), loaded_min=(0,)),
        f"history must be {PAST}",
    ),
    "rests that differ both ways": (
        lambda: evolve(GOOD, apart_min=((0, 60), (30, 0)), loaded_min=(None, None)),
        "apart_min must be the same both ways",
    ),
    "a part with a load that its course has not": (
        lambda: evolve(GOOD, moments=at(12, offers=[holding(0, 900, Load(id=0, share=100))])),
        "loads must be of course",
    ),
    "history on a later day": (
        lambda: with_history(last_day=7),
        "history must be before the days to plan",
    ),
}
RARE: dict[str, Callable[[], Problem]] = {
    "no moments": lambda: evolve(GOOD, moments=()),
    "the first and the last hour": lambda: evolve(GOOD, moments=at(0, 7 * 24 - 1)),
    "two weeks": lambda: evolve(GOOD, days=14),
    "done a minute before": lambda: with_history(last_min=12 * HOUR - 1, last_day=0),
    "loaded a minute before": lambda: evolve(GOOD, loaded_min=(12 * HOUR - 1,)),
    "no courses": week,
}


def days_back(problem: Problem) -> Problem:
    """Return a problem whose moments go forward while their days go back."""
    first, second = problem.moments
    return evolve(problem, moments=(evolve(first, day=1), evolve(second, day=0)))


@pytest.mark.parametrize(("make", "said"), BAD.values(), ids=BAD)
def test_what_cannot_be_is_refused(make: Callable[[], Problem], said: str) -> None:
    """One thing wrong at a time; the message names it, and shows what came."""
    with pytest.raises(InvalidValueError, match=said) as caught:
        make()

    assert caught.value.got not in ("None", "")


@pytest.mark.parametrize("schedule", [(), (None,), (None, None, None)])
def test_a_schedule_of_another_length_has_no_worth(schedule: tuple[None, ...]) -> None:
    """It has a place for each moment, and here there are two."""
    with pytest.raises(ValueError, match="zip"):
        GOOD.levels(schedule)

    assert GOOD.levels((None, None)).missing == 0


@pytest.mark.parametrize("make", RARE.values(), ids=RARE)
def test_what_is_rare_is_taken(make: Callable[[], Problem]) -> None:
    """No moments, moments at both ends, a session just before the first of them."""
    assert solve(make()).is_proven


def test_only_what_is_not_daily_has_a_habit() -> None:
    """A habit of a daily course says nothing, and an empty one is none."""
    kept = frozenset({1})

    assert course(habit=kept).has_habit
    assert course(habit=kept, period=Period.WEEK).has_habit
    assert not daily(habit=kept).has_habit
    assert not course().has_habit


def test_an_offer_knows_its_courses() -> None:
    """In no order."""
    assert whole(2, 0).courses == {0, 2}
