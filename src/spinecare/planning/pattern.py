"""The week's habit: which slots are for training, so that muscles recover in between."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from types import MappingProxyType

from spinecare.model import Level, Person, Slot
from spinecare.planning.recovery import BEGINNER_STRENGTH_H, STRENGTH_H

_WEEK_H = 7 * 24.0
_ALIKE: Mapping[Slot, int] = MappingProxyType({})
MOST_TRAINING = 3
"""Training sessions a week at most: the top of 2-3 days a week (ACSM 2009)."""


def training_slots(person: Person, worth: Mapping[Slot, int] = _ALIKE) -> tuple[Slot, ...]:
    """Return the slots of the week for routines that come a few times a week.

    Of all choices whose gaps, also from the last to the first of the next week, are at least the
    hours of strength work (48, for a beginner 72), the best: the most slots, then those that admit
    the most exercises, then the most minutes in them, then the most even gaps, then the earliest.

    Args:
        person: Whose slots.
        worth: How many exercises of the routines that train each slot admits; all alike where it
            is not given.
    """
    gap_h = BEGINNER_STRENGTH_H if person.level is Level.BEGINNER else STRENGTH_H
    slots = person.availability.slots
    choices = [
        choice
        for count in range(1, MOST_TRAINING + 1)
        for choice in combinations(slots, count)
        if _least_gap_h(choice) >= gap_h
    ]
    if not choices:
        return ()

    def merit(choice: tuple[Slot, ...]) -> tuple[float, ...]:
        minutes = sum(slot.minutes for slot in choice)
        starts = (-slot.week_minute for slot in choice)
        admitted = sum(worth.get(slot, 0) for slot in choice)
        return len(choice), admitted, minutes, _least_gap_h(choice), *starts

    return max(choices, key=merit)


def _least_gap_h(slots: tuple[Slot, ...]) -> float:
    """Return the shortest gap between starts, round the week, hours."""
    starts = [slot.week_minute / 60 for slot in slots]
    following = [*starts[1:], starts[0] + _WEEK_H]
    return min(later - earlier for earlier, later in zip(starts, following, strict=True))
