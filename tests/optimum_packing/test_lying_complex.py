from __future__ import annotations

from functools import cache

import pytest
from attrs import evolve

from spinecare.catalogue import load_catalogue
from spinecare.model import Position, RoutineId
from spinecare.planning.optimum.packing import Item, fewest_sessions
from spinecare.planning.timing import BETWEEN_EXERCISES_S, step_at
from tests.optimum_packing.routines import Call, seconds

MINUTES = (6, 7, 8, 10, 12, 15, 20)


@cache
def lying_complex() -> tuple[Item, ...]:
    """Return the longest routine there is, each exercise with the seconds to get to it."""
    catalogue = load_catalogue()
    routine = catalogue.routine(RoutineId("lying-complex"))
    place = {id: number for number, id in enumerate(routine.entries)}
    positions = list(Position)
    needed = {
        id: frozenset(
            place[edge.before]
            for edge in catalogue.edges
            if edge.needs and edge.after == id and edge.before in place
        )
        for id in place
    }
    entries = [catalogue.entry(id) for id in place]
    return tuple(
        Item(
            size=round(step_at(entry).duration_s + BETWEEN_EXERCISES_S),
            is_new=entry.is_effort,
            begins=positions.index(entry.start.position),
            ends=positions.index((entry.end or entry.start).position),
            needs=needed[entry.id],
        )
        for entry in entries
    )


@pytest.mark.parametrize("minutes", MINUTES)
def test_the_lying_complex_comes_up_in_the_sessions_it_needs(minutes: int) -> None:
    """Begun by a beginner and gone on with: proven, and never more than the time and news ask."""
    items, capacity = lying_complex(), minutes * 60
    least = -(-seconds(items, range(len(items))) // capacity)
    news = -(-sum(item.is_new for item in items) // 3)
    call = Call(items, frozenset(range(len(items))), capacity, 3, 3)
    promised = call.piece(most_nodes=20_000)

    pieces = []
    while call.waiting:
        pieces.append(call.piece(most_nodes=20_000))
        call = call.after(pieces[-1])

    assert promised.sessions == len(pieces) == max(least, news)
    assert promised.sessions == fewest_sessions(items, capacity, 3)
    assert all(piece.is_proven for piece in pieces)
    assert promised.items[0] == 0


@pytest.mark.parametrize(
    ("minutes", "is_new", "waiting", "steps"),
    [
        (7, False, range(26), 830),
        (8, False, range(26), 2200),
        (10, False, range(26), 230),
        (12, False, range(13, 26), 3500),
        (15, False, range(0, 26, 3), 710),
        (10, True, range(26), 60),
        (10, True, range(0, 26, 3), 540),
    ],
)
def test_the_lying_complex_takes_few_steps(
    minutes: int, is_new: bool, waiting: range, steps: int
) -> None:
    """What the search need not look at is not looked at; a step is a few millionths of a second."""
    items = tuple(evolve(item, is_new=is_new) for item in lying_complex())
    call = Call(items, frozenset(waiting), minutes * 60, 3, 3)

    assert call.piece(most_nodes=steps).is_proven
