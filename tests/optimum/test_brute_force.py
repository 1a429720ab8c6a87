from __future__ import annotations

from hypothesis import given

from spinecare.planning.optimum import Problem, solve
from tests.optimum.brute import best_levels
from tests.optimum.referee import judge
from tests.optimum.tiny import tiny_problems


@given(tiny_problems())
def test_of_all_schedules_of_a_tiny_problem_none_is_better(problem: Problem) -> None:
    """The engine finds the best, says truly what it is worth, and proves it."""
    solution = solve(problem)

    assert solution.levels == best_levels(problem)
    assert solution.levels == problem.levels(solution.schedule)
    assert solution.is_proven


@given(tiny_problems())
def test_the_referee_of_the_random_weeks_is_right_itself(problem: Problem) -> None:
    """Its model finds and proves what trying every schedule finds."""
    verdict = judge(problem, effort=10)

    assert verdict.levels == best_levels(problem)
    assert verdict.proven == len(verdict.levels)
