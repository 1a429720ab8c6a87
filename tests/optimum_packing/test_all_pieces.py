from __future__ import annotations

import pytest
from hypothesis import given, settings

from spinecare.planning.optimum.packing import fewest_sessions
from tests.optimum_packing.brute import best_piece, changes
from tests.optimum_packing.routines import Call, calls, random_call


def agrees_on_every_level(call: Call) -> None:
    """Hold a piece against the best of all pieces, level by level."""
    sessions, first, turns, many, change, items = best_piece(call)
    piece = call.piece()
    waiting = sorted(call.waiting & call.fitting & set(piece.items))

    assert piece.sessions == sessions
    assert min(waiting, default=len(call.items)) == first
    assert -len(waiting) == turns
    assert -len(piece.items) == many
    assert changes(call.items, piece.items) == change
    assert piece.items == items
    assert piece.is_proven


@settings(max_examples=settings().max_examples * 2)
@given(call=calls())
def test_a_piece_is_the_best_of_all_there_are(call: Call) -> None:
    """New things, needs, positions and what waits as hypothesis likes."""
    agrees_on_every_level(call)


@settings(max_examples=settings().max_examples * 2)
@given(call=calls(has_new=False))
def test_a_piece_is_the_best_where_nothing_is_new(call: Call) -> None:
    """So that narrow fits decide, not the limit on new things."""
    agrees_on_every_level(call)


@pytest.mark.parametrize("block", range(10))
def test_a_piece_is_the_best_of_narrow_fits(block: int) -> None:
    """Evenly drawn numbers fit less neatly than those that hypothesis begins with."""
    for seed in range(block * 15, block * 15 + 15):
        agrees_on_every_level(random_call(seed))


@pytest.mark.parametrize("seed", [219, 408, 520, 565, 1964, 2157, 2520, 4469, 5465, 11841])
def test_a_piece_is_the_best_where_few_others_are_hard(seed: int) -> None:
    """Each of these once told a broken search from a sound one, out of thousands."""
    agrees_on_every_level(random_call(seed))


@given(call=calls(most=6))
def test_the_whole_routine_takes_as_few_sessions_as_can_be(call: Call) -> None:
    """The number that is asked for alone is that of a piece when everything waits."""
    whole = call._replace(waiting=frozenset(range(len(call.items))), most_new=call.most_new_later)

    fewest = fewest_sessions(call.items, call.capacity, call.most_new_later)

    assert fewest == best_piece(whole)[0]
