from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.optimum import Problem, solve
from spinecare.planning.optimum.balance import balance
from spinecare.planning.optimum.haggling import haggle
from spinecare.planning.optimum.lanes import NEVER, Lane
from spinecare.planning.optimum.prices import Relaxation
from tests.optimum.brute import best_levels
from tests.optimum.tiny import tiny_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

FAR = 10**15
"""A price above what most schedules cost."""


def futures(lane: Lane, index: int, state: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """Yield every way to go on from a state: at which moments, and what it costs in all."""
    if index == len(lane.moves):
        yield (), lane.ends[state]
        return
    yield from futures(lane, index + 1, state)
    move = lane.from_state[index].get(state)
    if move:
        for later, cost in futures(lane, index + 1, move.following):
            yield (index, *later), move.cost + cost


def states(lane: Lane) -> list[set[int]]:
    """Return for each moment, and for the end, in which states one may come to it."""
    reached = [{0}]
    for moves in lane.from_state:
        before = reached[-1]
        reached.append(before | {moves[state].following for state in before if state in moves})
    return reached


@given(tiny_problems(moments=4))
def test_a_state_costs_no_more_than_its_excess_over_another(problem: Problem) -> None:
    """Whatever is done from here; and it says so where one cannot do what the other can."""
    for lane in Relaxation(problem).lanes:
        for index, reached in enumerate(states(lane)):
            ways = {state: dict(futures(lane, index, state)) for state in reached}
            for state, own in ways.items():
                for other, theirs in ways.items():
                    excess = lane.excess(index, state, other)
                    if theirs.keys() <= own.keys():
                        assert excess == max(own[way] - cost for way, cost in theirs.items())
                    else:
                        assert excess > NEVER // 2


@given(tiny_problems(moments=4), st.data())
def test_costs_to_go_are_those_of_the_cheapest_way(problem: Problem, data: st.DataObject) -> None:
    """With a price on each moment, and `best` names such a way."""
    for lane in Relaxation(problem).lanes:
        prices = data.draw(st.lists(st.integers(-FAR, FAR), min_size=4, max_size=4))
        prices = prices[: len(lane.moves)]

        costs = lane.costs_to_go(prices)
        done = lane.best(costs, prices)

        for index, reached in enumerate(states(lane)):
            for state in reached:
                ways = futures(lane, index, state)
                cheapest = min(cost + sum(prices[place] for place in way) for way, cost in ways)
                assert costs[index][state] == cheapest
        way = tuple(place for place, is_done in enumerate(done) if is_done)
        paid = sum(prices[place] for place in way)
        assert dict(futures(lane, 0, 0))[way] + paid == costs[0][0]


@given(tiny_problems(), st.data())
def test_no_prices_lift_the_bound_above_the_best_schedule(
    problem: Problem, data: st.DataObject
) -> None:
    """Prices move costs from courses to moments; what all cost together stays."""
    relaxed = Relaxation(problem)
    best = relaxed.scale.number(best_levels(problem))
    price = st.integers(-FAR, FAR) | st.integers(-(FAR**2), FAR**2)
    row = st.lists(price, min_size=len(problem.moments), max_size=len(problem.moments))

    relaxed.prices = [data.draw(row) for _ in problem.courses]

    assert relaxed.bound() <= best


@given(tiny_problems(), st.data())
def test_no_fees_for_what_must_rest_lift_the_bound_above_the_best_schedule(
    problem: Problem, data: st.DataObject
) -> None:
    """A fee is at most what a whole session lacks without the load."""
    relaxed = Relaxation(problem)
    best = relaxed.scale.number(best_levels(problem))
    moments = len(problem.moments)
    price = st.integers(-FAR, FAR)
    for claim, most in enumerate(relaxed.most_fees):
        alike = len(relaxed.alike[claim])
        relaxed.fees[claim] = [
            data.draw(st.integers(0, min(limit, 10**30) // alike)) for limit in most
        ]

    relaxed.prices = [
        data.draw(st.lists(price, min_size=moments, max_size=moments)) for _ in problem.courses
    ]

    assert relaxed.bound() <= best


@given(tiny_problems())
def test_tighter_prices_lift_the_bound_and_never_too_high(problem: Problem) -> None:
    """The best prices that were found are the ones that are kept."""
    relaxed = Relaxation(problem)
    loose, best = relaxed.bound(), relaxed.scale.number(solve(problem).levels)

    tight = haggle(relaxed, best, 20)

    assert loose <= tight == relaxed.bound() <= best


@given(tiny_problems(), st.integers(0, 2))
def test_balanced_prices_never_lower_the_bound_nor_lift_it_too_high(
    problem: Problem, rounds: int
) -> None:
    """Wherever it begins: each moment gives up no more than it has to spare."""
    relaxed = Relaxation(problem)
    best = relaxed.scale.number(solve(problem).levels)
    loose = haggle(relaxed, best, rounds)

    once = balance(relaxed, 1)
    twice = balance(relaxed, 1)

    assert loose <= once <= twice <= best
