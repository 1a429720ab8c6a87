from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import InvalidValueError
from spinecare.planning.objective import Levels
from spinecare.planning.optimum import Offer, Problem, solve
from spinecare.planning.optimum.scale import Scale
from tests.optimum.brute import every_schedule
from tests.optimum.problems import random_week
from tests.optimum.tiny import tiny_problems

pytestmark = pytest.mark.no_cover  # tests/README.md says why


def random_levels(problem: Problem, rng: Random) -> Levels:
    """Return the worth of a schedule that is put together by chance."""
    schedule: list[Offer | None] = [None] * len(problem.moments)
    levels = problem.levels(schedule)
    for place, moment in enumerate(problem.moments):
        with_more = [*schedule]
        with_more[place] = rng.choice((None, None, *moment.offers))
        try:
            levels = problem.levels(with_more)
        except InvalidValueError:
            continue
        schedule = with_more
    return levels


@given(tiny_problems(moments=3))
def test_levels_become_a_number_and_the_same_levels_again(problem: Problem) -> None:
    """For every schedule there is."""
    scale = Scale.of(problem)

    for levels, _ in every_schedule(problem):
        assert scale.levels(scale.number(levels)) == levels


@given(tiny_problems(moments=3))
def test_no_two_tiny_schedules_change_places(problem: Problem) -> None:
    """Sorted by number they are sorted by levels, the first level first."""
    scale = Scale.of(problem)
    found = sorted(levels for levels, _ in every_schedule(problem))

    numbers = [scale.number(levels) for levels in found]

    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(set(found))


@pytest.mark.parametrize("week", range(20))
def test_no_two_schedules_of_a_week_change_places(week: int) -> None:
    """The same for weeks of every kind, where schedules are far apart."""
    problem, rng = random_week(week), Random(week)
    scale = Scale.of(problem)
    found = sorted(random_levels(problem, rng) for _ in range(10))

    numbers = [scale.number(levels) for levels in found]

    assert numbers == sorted(numbers)
    assert [scale.levels(number) for number in numbers] == found
    assert found[0] >= solve(problem, most_expanded=10).bound


@given(tiny_problems(moments=3), st.data())
def test_a_number_between_two_schedules_gives_levels_between_theirs(
    problem: Problem, data: st.DataObject
) -> None:
    """So that a bound, which no schedule need have, can be shown as levels."""
    scale = Scale.of(problem)
    found = sorted(levels for levels, _ in every_schedule(problem))
    low, high = found[0], data.draw(st.sampled_from(found))

    between = data.draw(st.integers(scale.number(low), scale.number(high)))

    assert low <= scale.levels(between) <= high
