"""Assembling a session: the exercises with what the rules add, and its honest time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from spinecare.model import (
    Exercise,
    ExerciseId,
    Kind,
    Purpose,
    Routine,
    RoutineId,
    SessionPart,
    Step,
)
from spinecare.planning.additions import (
    Item,
    added,
    closing_of,
    lasting,
    relief_first,
    rest_after,
    turn_to_side,
    with_ways_up,
)
from spinecare.planning.dosing import longest_piece_s
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import EXTENSION_END, FLEXION_END, Outlook
from spinecare.planning.timing import BETWEEN_EXERCISES_S

LONGEST_CLOSING_S = 300.0
"""The longest closing rest that spare time is given to (D-SAVA: five minutes)."""
_TURN_S = 30.0
"""Seconds on the side between two pieces of lying on the back (D-JUDGE)."""


@frozen(kw_only=True)
class Pick:
    """An exercise chosen for a session, with its dose."""

    entry: Exercise
    routine: Routine
    step: Step
    notes: tuple[str, ...] = field(default=())
    rung: int = field(default=0)
    """How far up the ramp its dose stands."""
    rest_after_s: float = field(default=0.0)
    """Seconds of relaxation that must follow, because it has none of its own."""


@frozen(kw_only=True)
class Outline:
    """A session in the making."""

    items: tuple[Item, ...] = field(default=())
    seconds: float = field(default=0.0)
    """How long it lasts."""
    hindrance: str = field(default="")
    """The rule that it cannot keep; empty where it keeps all."""


def outline(outlook: Outlook, opening: Opening, picks: tuple[Pick, ...]) -> Outline:
    """Return a session from the exercises chosen for it, with what the rules add.

    Adds a relief position before gymnastics when there is discomfort, the opening of a routine,
    resting poses, the closing rest of lying work, the way up.

    Args:
        outlook: The person and the plan so far.
        opening: The slot.
        picks: The exercises, in order; at least one.
    """
    routines = tuple(dict.fromkeys(pick.routine for pick in picks))
    relief = relief_first(outlook, opening, routines, [pick.entry for pick in picks])
    if isinstance(relief, str):
        return Outline(hindrance=relief)
    main = _main(outlook, picks)
    if main is None:
        return Outline(hindrance="stress-relax")
    items = [*relief, *main]
    lying = [
        routine
        for routine in routines
        if routine.part is not SessionPart.RELIEF
        and any(p.entry.start.position.is_lying for p in picks if p.routine is routine)
    ]
    if lying:
        closing = closing_of(outlook, opening, lying)
        if closing is None:
            return Outline(hindrance="opening-closing")
        items.append(closing)
    turned = _with_turns(outlook, with_ways_up(outlook, opening, items))
    if turned is None:
        return Outline(hindrance="supine-limit")
    items = turned
    if outlook.keeps_apart(opening.date) and clash([item.entry for item in items]):
        return Outline(hindrance="apart")
    seconds = sum(item.step.duration_s for item in items)
    seconds += sum(item.between_s for item in items[1:])
    late = "time" if seconds > opening.seconds else ""
    return Outline(items=tuple(items), seconds=seconds, hindrance=late)


def steps_of(outlook: Outlook, opening: Opening, outlined: Outline) -> tuple[Step, ...]:
    """Return the steps of an outline; time to spare goes to the closing rest, up to 5 minutes."""
    spare = opening.seconds - outlined.seconds
    return tuple(
        evolve(
            item.step,
            routine=item.routine,
            purpose=item.purpose,
            between_s=item.between_s if index else 0.0,
            is_new=not outlook.history.is_tried(item.entry.id),
            notes=item.notes,
        )
        for index, item in enumerate(_longer_closing(item, spare) for item in outlined.items)
    )


def _longer_closing(item: Item, spare_s: float) -> Item:
    if item.purpose is not Purpose.CLOSING or item.step.is_reduced:
        return item
    rest = max(phase.seconds for phase in item.step.phases)
    longer = min(LONGEST_CLOSING_S, rest + spare_s // 30 * 30)
    return lasting(item, longer) if longer > rest else item


def _main(outlook: Outlook, picks: tuple[Pick, ...]) -> list[Item] | None:
    """Return the exercises with the openings of their routines, their series and rests.

    Returns:
        The steps in the making; `None` where an effort finds no rest that suits the person.
    """
    items: list[Item] = []
    routine: RoutineId | None = None
    done: set[ExerciseId] = set()
    for pick in picks:
        if pick.routine.id != routine:
            routine = pick.routine.id
            for id in pick.routine.opening:
                if outlook.suitable[id].is_allowed:
                    entry = outlook.catalogue.entry(id)
                    items.append(added(outlook, entry, Purpose.OPENING, routine))
        for one in _series(picks, pick, done):
            items.append(Item(one.entry, one.step, Purpose.MAIN, one.routine.id, one.notes))
            if one.rest_after_s:
                rest = rest_after(outlook, one.entry, one.rest_after_s)
                if rest is None:
                    return None
                items.append(rest)
    return items


def _series(picks: tuple[Pick, ...], pick: Pick, done: set[ExerciseId]) -> tuple[Pick, ...]:
    """Return a pick, or the whole repeated row where it is the first of a series."""
    if pick.entry.id in done:
        return ()
    for series in pick.routine.series:
        if pick.entry.id in series.items:
            row = tuple(p for p in picks if p.entry.id in series.items)
            done.update(p.entry.id for p in row)
            once = len(row) < len(series.items) or any(p.step.is_reduced for p in row)
            return row if once else row * series.times
    return (pick,)


def _with_turns(outlook: Outlook, items: Sequence[Item]) -> list[Item] | None:
    """Break long lying on the back by a turn to the side, where a caution limits it.

    The way up begins on the back and counts with what it follows, so that nothing comes between.
    """
    result: list[Item] = []
    lying = 0.0
    for item, following in zip(items, (*items[1:], None), strict=True):
        limit = longest_piece_s(outlook.suitable[item.entry.id], outlook.catalogue)
        if not item.entry.start.position.is_supine or limit is None:
            lying = 0.0
        elif item.purpose is not Purpose.WAY_UP:
            piece = item.step.duration_s + BETWEEN_EXERCISES_S
            if following is not None and following.purpose is Purpose.WAY_UP:
                piece += following.step.duration_s + BETWEEN_EXERCISES_S
            if piece > limit:
                return None
            if lying + piece > limit:
                turn = turn_to_side(outlook, _TURN_S)
                if turn is None:
                    return None
                result.append(turn)
                lying = 0.0
            lying += piece
        result.append(item)
    return result


def clash(entries: Sequence[Exercise]) -> bool:
    """Whether flexion-heavy and extension-heavy strength work stand side by side."""
    return any(
        Kind.STRENGTH in one.kinds
        and Kind.STRENGTH in other.kinds
        and (
            (FLEXION_END in one.tags and EXTENSION_END in other.tags)
            or (EXTENSION_END in one.tags and FLEXION_END in other.tags)
        )
        for one, other in pairwise(entries)
    )
