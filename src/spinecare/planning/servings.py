"""What of a routine stands in a slot: which exercises, how long they take, what must rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from spinecare.model import Exercise, ExerciseId, Routine
from spinecare.planning.courses import Loads
from spinecare.planning.optimum import Load


@frozen(eq=False)
class Extract:
    """What of a routine can stand together in one session."""

    routine: Routine
    entries: tuple[Exercise, ...]
    """Its exercises, in order."""
    groups: tuple[tuple[Exercise, ...], ...]
    """Each of them with what it needs."""
    in_turn: tuple[Exercise, ...]
    """What clashes with one of them, so that it comes up in another session in its place."""
    times: Counter[ExerciseId]
    """How many times each is done: more than once in a repeated row."""


@frozen
class Serving:
    """A routine in a slot, with the doses of the day."""

    course: int
    extract: Extract
    share: int
    """How much of the routine that is, thousandths."""
    loads: tuple[Load, ...] | None
    """What of that must rest; `None` for all of the routine that must."""
    own_s: float
    """Seconds of its exercises alone."""
    around_s: float
    """Seconds of what comes with them in a session of its own: relief, rests, the way up."""
    smallest_s: float
    """Seconds of the shortest exercise with what it needs."""

    def piece(self, room_s: float) -> int:
        """Return how much of the routine fits into a time, thousandths."""
        own_s = min(room_s - self.around_s, self.own_s)
        return int(self.share * own_s / self.own_s) if own_s >= self.smallest_s else 0


def held_loads(
    loads: Loads, extract: Extract, allowed: Sequence[Exercise], share: int
) -> tuple[Load, ...] | None:
    """Return what of an extract must rest; `None` for all of its routine that must.

    What comes up in turn should have rested too, or its turn is never: it counts like what stands
    in the extract, as far as that leaves anything.

    Args:
        loads: What of routines must rest.
        extract: The extract.
        allowed: All of its routine that the person may do.
        share: How much of the routine the extract is, thousandths.
    """
    routine, of = extract.routine.id, len(allowed)
    held = list(loads.held(routine, extract.entries, of))
    left = share - 1 - sum(load.share for load in held)
    for load in loads.held(routine, extract.in_turn, of):
        counted = min(load.share, left)
        if counted > 0 and all(load.id != one.id for one in held):
            held.append(Load(id=load.id, share=counted))
            left -= counted
    found = tuple(sorted(held, key=lambda load: load.id))
    return None if found == loads.held(routine, allowed, of) else found
