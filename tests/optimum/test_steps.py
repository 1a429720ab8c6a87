from __future__ import annotations

import pytest

from spinecare.planning.optimum import solve
from spinecare.planning.optimum.balance import balance
from spinecare.planning.optimum.haggling import haggle
from spinecare.planning.optimum.prices import Relaxation
from tests.optimum.problems import random_week

pytestmark = pytest.mark.no_cover  # tests/README.md says why

HAGGLED = {5: 98, 6: 91, 19: 99, 25: 99, 36: 99, 40: 98, 48: 99, 52: 99, 73: 99, 89: 99, 110: 98}
"""Weeks with what a hundred rounds bring the bound to, in hundredths of the best schedule."""
BALANCED = {5: 95, 6: 66, 19: 95, 36: 84, 52: 97, 73: 81, 84: 99, 89: 97, 92: 95, 98: 90, 123: 89}
"""And with what three ways forwards and backwards do."""


@pytest.mark.parametrize(
    ("week", "steps"),
    [
        (5, 757),
        (6, 826),
        (19, 467),
        (25, 201),
        (36, 156),
        (38, 238),
        (40, 460),
        (48, 286),
        (52, 125),
        (73, 283),
        (84, 54),
        (92, 255),
        (98, 676),
        (106, 97),
        (110, 149),
        (123, 120),
        (126, 598),
    ],
)
def test_a_proof_takes_no_more_steps_than_it_took(week: int, steps: int) -> None:
    """Each of these weeks takes longer when a bound grows looser or a node is not dropped."""
    problem = random_week(week)

    assert solve(problem, most_expanded=steps + steps // 20).is_proven


@pytest.mark.parametrize(("week", "percent"), HAGGLED.items())
def test_haggling_brings_the_bound_near_the_best_schedule(week: int, percent: int) -> None:
    """As near as it did: without prices it is far from it in most of these weeks."""
    problem = random_week(week)
    relaxed = Relaxation(problem)
    best = relaxed.scale.number(solve(problem).levels)

    bound = haggle(relaxed, best, 100)

    assert best * percent <= bound * 100
    assert bound <= best


@pytest.mark.parametrize(("week", "percent"), BALANCED.items())
def test_balancing_brings_the_bound_near_the_best_schedule(week: int, percent: int) -> None:
    """Quickly, and not as near."""
    problem = random_week(week)
    relaxed = Relaxation(problem)
    best = relaxed.scale.number(solve(problem).levels)

    bound = balance(relaxed, 3)

    assert best * percent <= bound * 100
    assert bound <= best


def test_loads_that_only_hold_themselves_up_are_soon_proven() -> None:
    """The week that once took twenty times as many states: its rests were not seen."""
    assert solve(random_week(419), most_expanded=1_000).is_proven
