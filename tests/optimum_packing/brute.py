"""The best piece by looking at all of them: slow, plain, and without a thought of `packing`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations, pairwise

from spinecare.planning.optimum.packing import Item
from tests.optimum_packing.routines import Call, seconds, with_needs

Key = tuple[int, int, int, int, int, tuple[int, ...]]
"""A piece by what makes it good, the weightiest first; less is better."""


def best_piece(call: Call) -> Key:
    """Return the best of all pieces."""
    items, waiting = call.items, call.waiting & call.fitting
    new = frozenset(place for place, item in enumerate(items) if item.is_new)
    sessions = _sessions(call)
    known: dict[tuple[frozenset[int], frozenset[int]], int] = {}
    keys: list[Key] = []
    for held in sessions:
        if len(held & new) > call.most_new:
            continue
        rest = waiting - held, new - held
        if rest not in known:
            known[rest] = _fewest(sessions, *rest, call.most_new_later)
        keys.append(
            (
                1 + known[rest] if waiting else 0,
                min(waiting & held, default=len(items)),
                -len(waiting & held),
                -len(held),
                changes(items, held),
                tuple(sorted(held)),
            )
        )
    return min(keys)


def changes(items: Sequence[Item], places: Collection[int]) -> int:
    """Return how many of some items begin in another position than the one before ended in."""
    return sum(items[one].ends != items[two].begins for one, two in pairwise(sorted(places)))


def _sessions(call: Call) -> list[frozenset[int]]:
    """Return every set of items that fits into a session, whatever is new."""
    places = range(len(call.items))
    sets = (
        frozenset(chosen)
        for size in range(len(places) + 1)
        for chosen in combinations(places, size)
    )
    return [
        held
        for held in sets
        if not held
        or (with_needs(call.items, held) == held and seconds(call.items, held) <= call.capacity)
    ]


def _fewest(
    sessions: Sequence[frozenset[int]],
    waiting: frozenset[int],
    new: frozenset[int],
    most_new: int,
) -> int:
    """Return after how many sessions, chosen in any way, nothing waits any more."""
    layer, seen, count = {(waiting, new)}, {(waiting, new)}, 0
    while all(waiting for waiting, _ in layer):
        layer = {
            (waiting - held, new - held)
            for waiting, new in layer
            for held in sessions
            if len(held & new) <= most_new
        } - seen
        seen |= layer
        count += 1
    return count
