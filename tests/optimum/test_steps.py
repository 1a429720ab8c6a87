from __future__ import annotations

import pytest

from spinecare.planning.optimum import solve
from spinecare.planning.optimum.prices import Relaxation
from tests.optimum.problems import random_week


@pytest.mark.parametrize(
    ("week", "steps"),
    [
        (5, 1517),
        (6, 1485),
        (19, 890),
        (25, 244),
        (36, 213),
        (38, 278),
        (40, 557),
        (48, 242),
        (52, 98),
        (73, 370),
        (84, 79),
        (89, 82),
        (92, 654),
        (98, 1529),
        (106, 304),
        (110, 112),
        (123, 204),
        (126, 366),
    ],
)
def test_a_proof_takes_no_more_steps_than_it_took(week: int, steps: int) -> None:
    """Each of these weeks takes longer when a bound grows looser or a node is not dropped."""
    problem = random_week(week)

    assert solve(problem, most_expanded=steps + steps // 20).is_proven


@pytest.mark.parametrize(
    ("week", "percent"),
    [
        (6, 65),
        (19, 92),
        (36, 88),
        (40, 79),
        (52, 97),
        (54, 97),
        (73, 98),
        (84, 99),
        (89, 99),
        (92, 92),
        (98, 97),
        (110, 98),
        (123, 92),
    ],
)
def test_prices_bring_the_bound_near_the_best_schedule(week: int, percent: int) -> None:
    """As near as they did: without prices it is far from it in most of these weeks."""
    problem = random_week(week)
    relaxed = Relaxation(problem)
    best = relaxed.scale.number(solve(problem).levels)

    bound = relaxed.tighten(best, 100)

    assert best * percent <= bound * 100
    assert bound <= best
