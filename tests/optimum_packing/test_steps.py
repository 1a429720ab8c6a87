from __future__ import annotations

import pytest

from tests.optimum_packing.routines import random_call


@pytest.mark.parametrize(
    ("seed", "steps"),
    [
        (5, 437),
        (65, 239),
        (89, 258),
        (95, 81),
        (163, 144),
        (185, 418),
        (190, 70),
        (195, 1062),
    ],
)
def test_a_proof_takes_no_more_steps_than_it_took(seed: int, steps: int) -> None:
    """Fourteen to twenty-two items; each of these becomes long when a short cut is lost."""
    call = random_call(seed, least=14, most=22)

    assert call.piece(most_nodes=steps + steps // 20).is_proven
