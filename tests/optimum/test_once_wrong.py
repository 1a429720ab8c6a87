"""Weeks that the engine once planned or counted wrongly, each made as small as it can be."""

from __future__ import annotations

from attrs import evolve

from spinecare.planning.objective import Levels
from spinecare.planning.optimum import Course, Load, solve
from tests.optimum.handmade import DAY, HOUR, at, course, daily, piece, tiring, week, whole
from tests.optimum.problems import random_week

TWO_DAYS = ((48 * HOUR,),)


def test_a_week_without_a_moment_is_late_all_the_same() -> None:
    """Nothing can be planned, and that costs what it costs."""
    solution = solve(week(course(), daily()))

    assert solution.levels == Levels(late=7 + 7, missing=7_000, off_habit=0, uneven=0)
    assert solution.is_proven


def test_muscles_that_were_tired_elsewhere_rest_though_the_gap_is_long_over() -> None:
    """The routine was done five days ago, one of its exercises without it twelve hours ago."""
    seldom = tiring(300, gap_min=48 * HOUR, last_min=-5 * DAY, last_day=-5)
    problem = week(
        seldom, moments=at(12, offers=[whole(0)]), apart_min=TWO_DAYS, loaded_min=(-12 * HOUR,)
    )

    solution = solve(problem)

    assert solution.levels == problem.levels(solution.schedule)
    assert solution.levels.missing == (0 if solution.schedule == (None,) else 300)


def test_muscles_that_another_routine_tired_rest_though_the_gap_is_long_over() -> None:
    """Two routines hold the same exercise, and the gap of each is its own affair."""
    shared = (Load(id=0, share=300),)
    first = Course(id="first", weight=2, latest_days=1, ideal_h=48, gap_min=48 * HOUR, loads=shared)
    problem = week(
        first,
        evolve(first, id="second", weight=1),
        moments=(*at(12, offers=[whole(0)]), *at(24 + 12, offers=[whole(1)])),
        apart_min=TWO_DAYS,
    )

    solution = solve(problem)

    assert solution.schedule == (whole(0), whole(1))
    assert solution.levels == problem.levels(solution.schedule)
    assert solution.levels.missing == 300


def test_of_two_offers_that_are_worth_the_same_the_order_decides_nothing() -> None:
    """A whole session and a piece that is all of it."""
    both = [whole(0), piece(0, 1_000)]

    one, other = (solve(week(course(), moments=at(12, offers=o))) for o in (both, both[::-1]))

    assert one == other


def test_a_search_gives_up_nothing_that_it_has_found_on_its_way() -> None:
    """Stopped anywhere it has nothing better than what it ends with; a short look ahead had."""
    problem = random_week(565)
    best = solve(problem)

    for most in range(0, best.expanded, 40):
        assert solve(problem, most_expanded=most).levels >= best.levels
