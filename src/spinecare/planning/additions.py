"""What the planner adds to the exercises of a session: relief, rests, closings, the way up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from spinecare.model import (
    Exercise,
    ExerciseId,
    Laterality,
    Position,
    Purpose,
    Routine,
    RoutineId,
    SessionPart,
    Side,
    Step,
)
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import MOST_NEW, Outlook
from spinecare.planning.screening import has_discomfort, has_much_pain, lacks
from spinecare.planning.timing import BETWEEN_EXERCISES_S, LOWEST

WAY_UP = ExerciseId("transition-roll-and-rise")
"""How everybody gets up (article, line 55)."""
_FAST_WAY_UP = ExerciseId("relief-rocking-rise")
_FETAL = ExerciseId("lying-fetal-rest")
_CORPSE = ExerciseId("yoga-corpse-pose")
_SEARCH = ExerciseId("relief-position-search")
_LYING_RELIEF = (
    ExerciseId("relief-knees-to-chest-bed-edge"),
    ExerciseId("relief-knees-to-chest-leg-sway"),
)
_SEATED_RELIEF = ExerciseId("relief-seated-hands-behind-head")
_UPPER = frozenset({"neck", "shoulder", "upper-back", "chest"})
_CLOSING_S = 60.0
"""Seconds of a resting pose that stands in for the closing rest: the low end of both."""
_UPRIGHT = frozenset(
    {
        Position.STANDING,
        Position.SITTING,
        Position.SITTING_RECLINED,
        Position.STANDING_AT_LOW_BAR,
        Position.HANGING,
        Position.IN_WATER,
        Position.WALKING,
        Position.ON_BALL,
    }
)


class Item(NamedTuple):
    """A step in the making: an exercise with its dose, and why it stands there."""

    entry: Exercise
    step: Step
    purpose: Purpose = Purpose.MAIN
    routine: RoutineId | None = None
    notes: tuple[str, ...] = ()

    @property
    def between_s(self) -> float:
        """Seconds to get to it from the step before; a rest follows its effort at once."""
        return 0.0 if self.purpose is Purpose.REST else BETWEEN_EXERCISES_S


def added(
    outlook: Outlook, entry: Exercise, purpose: Purpose, routine: RoutineId | None = None
) -> Item:
    """Return an entry that the planner adds, at the low end of its dose."""
    # On the left side the womb does not press on the great vein (ACOG-804; evidence.md §2.2).
    left = entry.sides is Laterality.EITHER and "pregnancy" in outlook.person.conditions
    side = Side.LEFT if left else None
    side = side or outlook.history.next_side(entry)
    step, _ = outlook.dose(entry, grade=LOWEST, strict=False, first_side=side)
    if purpose is Purpose.WAY_UP and outlook.rise_s:
        step = evolve(step, leave_s=step.leave_s + outlook.rise_s)
    notes = (*step.notes, "on the left side") if left else step.notes
    return Item(entry, step, purpose, routine, notes)


def lasting(item: Item, seconds: float) -> Item:
    """Return a rest with its length set."""
    longest = max(item.step.phases, key=lambda phase: phase.seconds)
    phases = tuple(
        evolve(phase, seconds=seconds) if phase is longest else phase for phase in item.step.phases
    )
    hold = None if item.step.hold_s is None else seconds
    return item._replace(step=evolve(item.step, phases=phases, hold_s=hold))


def rest_after(outlook: Outlook, entry: Exercise, seconds: float) -> Item | None:
    """Return the resting pose that suits the position an exercise ends in, and the person.

    Returns:
        A rest in the same position, else in one alike, for lying work else on the side; `None`
        where the catalogue has none that suits.
    """
    position = (entry.end or entry.start).position
    suiting = [rest for rest in outlook.catalogue.rests if outlook.suitable[rest.id].is_allowed]
    same = [rest for rest in suiting if rest.start.position is position]
    alike = [rest for rest in suiting if _group(rest.start.position) == _group(position)]
    on_side = [rest for rest in suiting if position.is_lying and _is_on_side(rest)]
    fitting = same or alike or on_side
    return lasting(added(outlook, fitting[0], Purpose.REST), seconds) if fitting else None


def turn_to_side(outlook: Outlook, seconds: float) -> Item | None:
    """Return a rest on the side, between two pieces of lying on the back; `None` without one."""
    suiting = (rest for rest in outlook.catalogue.rests if outlook.suitable[rest.id].is_allowed)
    side = next(filter(_is_on_side, suiting), None)
    return None if side is None else lasting(added(outlook, side, Purpose.REST), seconds)


def _is_on_side(rest: Exercise) -> bool:
    return rest.start.position is Position.SIDE_LYING


def _group(position: Position) -> str:
    if position.is_supine:
        return "supine"
    if position.is_prone:
        return "prone"
    if position.is_lying:
        return "side"
    if position in (Position.QUADRUPED, Position.LUNGE_KNEELING):
        return "kneeling"
    if position in (Position.SITTING, Position.SITTING_RECLINED, Position.ON_BALL):
        return "sitting"
    return "water" if position is Position.IN_WATER else "standing"


def relief_first(
    outlook: Outlook, opening: Opening, routines: Sequence[Routine], main: Sequence[Exercise]
) -> tuple[Item, ...] | str:
    """Return the relief position that opens a session, where gymnastics meets discomfort.

    Returns:
        One relief position or nothing; where one is due but none may be done, the rule why:
        `new-things` where it would be one thing new too many, else `opening-closing`.
    """
    person = outlook.person
    gymnastics = any(routine.is_gymnastics for routine in routines)
    sore, uneasy = has_much_pain(person), has_discomfort(person)
    relieved = any(routine.part is SessionPart.RELIEF for routine in routines)
    if relieved or not ((gymnastics and uneasy) or sore):
        return ()
    new = sum(outlook.counts_as_new(entry) for entry in main)
    place = person.place(opening.slot.place)
    choice = [outlook.catalogue.entry(id) for id in _relief_choice(outlook, main)]
    allowed = [e for e in choice if outlook.suitable[e.id].is_allowed and not lacks(e, place)]
    for entry in allowed:
        if new + outlook.counts_as_new(entry) <= MOST_NEW:
            return (added(outlook, entry, Purpose.OPENING),)
    return "new-things" if allowed else "opening-closing"


def _relief_choice(outlook: Outlook, main: Sequence[Exercise]) -> tuple[ExerciseId, ...]:
    """Return relief positions for the tense area, the most fitting first (article, 79-81)."""
    regions = set(outlook.person.tense or main[0].regions)
    upper = bool(regions & _UPPER) and not regions & {"lower-back", "spine"}
    lower = (*_LYING_RELIEF, _SEATED_RELIEF, _SEARCH)
    choice = (_SEATED_RELIEF, _SEARCH, *_LYING_RELIEF) if upper else lower
    known = outlook.catalogue.entry_by_id
    return tuple(id for id in choice if id in known)


def closing_of(outlook: Outlook, opening: Opening, routines: Sequence[Routine]) -> Item | None:
    """Return the rest that ends lying work: the routine's own, or one that suits the person.

    Args:
        outlook: The person.
        opening: The slot, for the hours since getting up.
        routines: The routines with lying work, in order; the last one's wish comes first.
    """
    own = [id for routine in reversed(routines) for id in routine.closing]
    rests = [rest.id for rest in outlook.catalogue.rests if rest.start.position.is_lying]
    for id in dict.fromkeys((*own, _FETAL, _CORPSE, *rests)):
        entry = outlook.catalogue.entry_by_id.get(id)
        if entry is None or not outlook.suitable[entry.id].is_allowed:
            continue
        if not outlook.is_too_early(entry, opening):
            item = added(outlook, entry, Purpose.CLOSING)
            return lasting(item, _CLOSING_S) if entry.id in rests else item
    return None


def with_ways_up(outlook: Outlook, opening: Opening, items: Sequence[Item]) -> list[Item]:
    """Put rolling to the side and rising slowly wherever lying ends (article, line 55)."""
    result: list[Item] = []
    for index, item in enumerate(items):
        result.append(item)
        lies = (item.entry.end or item.entry.start).position.is_lying
        following = items[index + 1] if index + 1 < len(items) else None
        if lies and (following is None or following.entry.start.position in _UPRIGHT):
            entry = _way_up(outlook, opening, item)
            result.append(added(outlook, entry, Purpose.WAY_UP))
    return result


def _way_up(outlook: Outlook, opening: Opening, after: Item) -> Exercise:
    """Return how to get up: slowly; rocking only after a relief position, for who asked for it."""
    rocking = outlook.catalogue.entry_by_id.get(_FAST_WAY_UP)
    if rocking is not None and after.purpose is Purpose.OPENING:
        allowed = outlook.suitable[rocking.id].is_allowed
        counts = outlook.counts_as_new(rocking)
        if allowed and not counts and not outlook.is_too_early(rocking, opening):
            return rocking
    return outlook.catalogue.entry(WAY_UP)
