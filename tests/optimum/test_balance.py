from __future__ import annotations

import pytest

from spinecare.planning.optimum.balance import balance
from spinecare.planning.optimum.prices import Relaxation
from tests.optimum.problems import random_week

RESTING = (7, 24, 29, 30, 35, 52, 68, 72, 75, 79, 81, 87, 89, 94, 100, 101, 103, 115, 118, 120, 128)
"""Weeks in which what must rest is worth a fee."""


@pytest.mark.parametrize("week", RESTING)
def test_the_bound_never_falls_on_the_way(week: int) -> None:
    """Each way forwards and backwards leaves it where it was, or raises it."""
    relaxed = Relaxation(random_week(week))

    bounds = [relaxed.bound(), *(balance(relaxed, 1) for _ in range(4))]

    assert bounds == sorted(bounds)


@pytest.mark.parametrize("week", RESTING)
def test_fees_lie_between_nothing_and_what_the_load_can_cost(week: int) -> None:
    """All claims on one load together; and some fee is above nothing."""
    relaxed = Relaxation(random_week(week))

    balance(relaxed, 3)

    fees = relaxed.fees
    assert all(fee >= 0 for row in fees for fee in row)
    assert any(map(any, fees))
    for claim, most in enumerate(relaxed.most_fees):
        together = {claim, *relaxed.alike[claim]}
        for moment, limit in enumerate(most):
            assert sum(fees[one][moment] for one in together) <= limit
