from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.optimum import Part, Problem, solve
from tests.optimum.problems import random_week
from tests.optimum.tiny import tiny_problems

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.no_cover  # tests/README.md says why

WEEKS = (2, 3, 8, 11, 13, 17, 19, 22)
"""Weeks of every kind that take little time."""


def shuffled(problem: Problem, seed: int) -> Problem:
    """Return a problem with the offers of each moment in another order."""
    rng = Random(seed)
    return evolve(
        problem,
        moments=tuple(
            evolve(moment, offers=tuple(rng.sample(moment.offers, len(moment.offers))))
            for moment in problem.moments
        ),
    )


def renumbered(problem: Problem, order: Sequence[int]) -> Problem:
    """Return a problem with its courses in another order, each with another id.

    Args:
        problem: The problem.
        order: For each place the course that comes to it.
    """

    def moved(part: Part) -> Part:
        return evolve(part, course=order.index(part.course))

    return evolve(
        problem,
        courses=tuple(evolve(problem.courses[old], id=f"other {old}") for old in order),
        moments=tuple(
            evolve(
                moment,
                offers=tuple(
                    evolve(offer, parts=tuple(map(moved, offer.parts))) for offer in moment.offers
                ),
            )
            for moment in problem.moments
        ),
    )


def later(problem: Problem, minutes: int) -> Problem:
    """Return a problem that counts its minutes from another moment."""

    def moved(at_min: int | None) -> int | None:
        return None if at_min is None else at_min + minutes

    return evolve(
        problem,
        courses=tuple(
            evolve(course, last_min=moved(course.last_min)) for course in problem.courses
        ),
        moments=tuple(evolve(moment, at_min=moment.at_min + minutes) for moment in problem.moments),
        loaded_min=tuple(map(moved, problem.loaded_min)),
    )


@given(tiny_problems(), st.integers(0, 99))
def test_the_order_of_offers_changes_no_tiny_schedule(problem: Problem, seed: int) -> None:
    """Of several that are equally good the same one is chosen."""
    assert solve(shuffled(problem, seed)).schedule == solve(problem).schedule


@pytest.mark.parametrize("week", WEEKS)
def test_the_order_of_offers_changes_no_schedule(week: int) -> None:
    """Nor does it change what it is worth."""
    problem = random_week(week)

    solution, other = solve(problem), solve(shuffled(problem, week))

    assert (other.schedule, other.levels) == (solution.schedule, solution.levels)


@given(tiny_problems(), st.data())
def test_the_order_of_courses_changes_nothing_in_tiny_problems(
    problem: Problem, data: st.DataObject
) -> None:
    """Weights go with the courses: their order and ids mean nothing."""
    order = data.draw(st.permutations(range(len(problem.courses))))

    assert solve(renumbered(problem, order)).levels == solve(problem).levels


@pytest.mark.parametrize("week", WEEKS)
def test_the_order_of_courses_changes_nothing(week: int) -> None:
    """What the best schedule is worth depends on no name and no number."""
    problem = random_week(week)
    order = Random(week).sample(range(len(problem.courses)), len(problem.courses))

    assert solve(renumbered(problem, order)).levels == solve(problem).levels


@given(tiny_problems(least=1), st.integers(-200, 200))
def test_it_does_not_matter_from_when_minutes_are_counted(problem: Problem, hours: int) -> None:
    """All times moved by the same hours: the same choices, worth the same."""
    solution, other = solve(problem), solve(later(problem, 60 * hours))

    assert (other.schedule, other.levels) == (solution.schedule, solution.levels)


@pytest.mark.parametrize("week", WEEKS)
def test_a_week_later_the_plan_is_the_same(week: int) -> None:
    """History, habits and moments moved by whole weeks."""
    problem = random_week(week)

    solution, other = solve(problem), solve(later(problem, 3 * 7 * 24 * 60))

    assert (other.schedule, other.levels) == (solution.schedule, solution.levels)


@given(tiny_problems())
def test_the_same_problem_gets_the_same_answer(problem: Problem) -> None:
    """To the last state that was looked into."""
    assert solve(problem) == solve(problem)


@pytest.mark.parametrize("week", WEEKS)
def test_the_same_week_gets_the_same_answer(week: int) -> None:
    """No clock, no chance, no order of sets, nothing kept from the time before."""
    assert solve(random_week(week)) == solve(random_week(week))
