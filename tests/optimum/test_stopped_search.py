from __future__ import annotations

from functools import cache

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.optimum import Problem, Solution, search, solve
from tests.optimum.brute import best_levels
from tests.optimum.problems import random_week
from tests.optimum.tiny import tiny_problems

STOPS = (0, 1, 2, 5, 10, 100, 400, 410)
WEEKS = (0, 1, 4, 6, 7, 10, 12, 14, 65, 161)
"""Weeks of which each takes some work, and none much."""


@cache
def solved(week: int, most: int | None = None) -> Solution:
    """Return what a search for a random week ends with."""
    return solve(random_week(week), most_expanded=most)


@pytest.mark.no_cover  # tests/README.md says why
@pytest.mark.parametrize("most", STOPS)
@pytest.mark.parametrize("week", WEEKS)
def test_a_stopped_search_says_what_it_has_and_what_it_does_not_know(week: int, most: int) -> None:
    """However soon it ends, its schedule is worth what it says, and its bound is true."""
    best, stopped = solved(week), solved(week, most)

    assert stopped.expanded == min(most, best.expanded)
    assert stopped.levels == random_week(week).levels(stopped.schedule)
    assert stopped.bound <= best.levels <= stopped.levels
    assert stopped.is_proven == (stopped.bound == stopped.levels)


@pytest.mark.parametrize("week", WEEKS)
def test_the_bound_of_a_longer_search_is_no_lower(week: int) -> None:
    """A* looks into states in the order of what they promise, and a new try forgets no proof."""
    bounds = [solved(week, most).bound for most in (*STOPS, None)]

    assert bounds == sorted(bounds)


@pytest.mark.parametrize("week", WEEKS)
def test_a_longer_search_never_ends_with_a_worse_schedule(week: int) -> None:
    """What is known already is kept until there is better."""
    levels = [solved(week, most).levels for most in (*STOPS, None)]

    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize("week", WEEKS)
def test_a_limit_that_is_not_reached_changes_nothing(week: int) -> None:
    """The limit is on work, not on what is found."""
    assert solved(week, solved(week).expanded) == solved(week)


def test_a_search_that_is_stopped_at_once_often_has_no_proof() -> None:
    """Else the tests above would show little."""
    assert sum(not solved(week, 0).is_proven for week in WEEKS) > len(WEEKS) // 2


@given(tiny_problems(), st.integers(0, 4))
def test_no_stopped_search_claims_a_proof_it_does_not_have(problem: Problem, most: int) -> None:
    """What is said to be proven is the best of all schedules."""
    solution, best = solve(problem, most_expanded=most), best_levels(problem)

    assert solution.bound <= best <= solution.levels == problem.levels(solution.schedule)
    assert solution.expanded <= most
    assert solution.levels == best or not solution.is_proven


class AskedError(Exception):
    """Prices were to change so many times."""


@pytest.mark.parametrize(("times", "most"), [(1, 10**6), (40, 10**6), (200, 10**6), (200, None)])
def test_where_effort_is_limited_prices_of_many_offers_change_less_often(
    times: int, most: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some 200,000 offers are weighed at the most, however many states may be looked into."""

    def asked(_: object, __: int, rounds: int) -> None:
        if rounds:
            raise AskedError(rounds)

    monkeypatch.setattr(search, "haggle", asked)
    problem = random_week(10)
    moments = tuple(evolve(moment, offers=moment.offers * times) for moment in problem.moments)
    offers = sum(len(moment.offers) for moment in moments)

    with pytest.raises(AskedError) as told:
        solve(evolve(problem, moments=moments), most_expanded=most)

    expected = 30 if most is None else min(30, 200_000 // offers)
    assert told.value.args == (expected,)
    assert (expected < 30) is (times == 200 and most is not None)


@pytest.mark.parametrize("week", [10, 14])
def test_a_limit_is_one_on_offers_too(week: int) -> None:
    """A hundred offers for each state; here each offer is there sixty times."""
    problem = random_week(week)
    moments = tuple(evolve(moment, offers=moment.offers * 60) for moment in problem.moments)
    crowded = solve(evolve(problem, moments=moments), most_expanded=20)

    offers = [len(moment.offers) for moment in moments]
    assert solved(week, 20).expanded == 20
    assert 20 * 100 / max(offers) <= crowded.expanded < 20
    assert not crowded.is_proven
