"""Picks: exercises with the doses that are due, in the order of a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spinecare.model import Exercise, Position, Purpose, Routine, RoutineId, SessionPart, Step
from spinecare.planning.assembling import Outline, Pick, outline, steps_of
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import MOST_NEW, Draft, Outlook
from spinecare.planning.screening import may_progress

GROWN = "more than last time: only if the last sessions left you no worse, else as before"
"""What a step says when its dose grows."""
LESS_FAR = "not as far as the last time, when it hurt a little"
"""What a step says whose dose stays, but not its range (R2 of the monitored policy)."""
_PARTS = {part: place for place, part in enumerate(SessionPart)}


def pick(
    outlook: Outlook, opening: Opening, routine: Routine, entry: Exercise, *, grown: bool
) -> Pick:
    """Return an exercise with its dose.

    Args:
        outlook: The person and the plan so far.
        opening: Where.
        routine: The routine it is done for.
        entry: The exercise.
        grown: Whether it may be more than the last time, where that is due.
    """
    now = outlook.history.rungs.get(entry.id, 0)
    due = outlook.history.next_rung(entry.id, opening.date) if grown else now
    rung = due if _climbs(outlook, entry) else 0
    step, rest_after_s = _dose(outlook, routine, entry, rung)
    # the last time may have been shorter or longer for another reason
    grew = rung > now and step.work_s > _last_work_s(outlook, routine, entry, now)
    return Pick(
        entry=entry,
        routine=routine,
        step=step,
        notes=(*step.notes, *_notes(outlook, entry, grew=grew)),
        rest_after_s=rest_after_s,
        rung=rung,
    )


def _notes(outlook: Outlook, entry: Exercise, *, grew: bool) -> Iterator[str]:
    if grew:
        yield GROWN
    if outlook.suitable[entry.id].has_lower_range:
        yield LESS_FAR


def _last_work_s(outlook: Outlook, routine: Routine, entry: Exercise, rung: int) -> float:
    """Return the work of an exercise the time before; of its rung where no plan remembers it."""
    last = outlook.history.last_step.get(entry.id)
    return (last if last is not None else _dose(outlook, routine, entry, rung)[0]).work_s


def dose_of(outlook: Outlook, routine: Routine, entry: Exercise) -> tuple[Step, float]:
    """Return an exercise with the dose of the last time, and the seconds of rest it asks for."""
    rung = outlook.history.rungs.get(entry.id, 0) if _climbs(outlook, entry) else 0
    return _dose(outlook, routine, entry, rung)


def _climbs(outlook: Outlook, entry: Exercise) -> bool:
    return may_progress(outlook.person) and not outlook.suitable[entry.id].is_reduced


def _dose(outlook: Outlook, routine: Routine, entry: Exercise, rung: int) -> tuple[Step, float]:
    return outlook.dose(
        entry,
        grade=outlook.history.grade(entry.id, rung),
        strict=routine.pairs_strictly or outlook.person.strict_relaxation,
        first_side=outlook.history.next_side(entry),
    )


def outlined(outlook: Outlook, opening: Opening, picks: Iterable[Pick]) -> Outline:
    """Return the session that picks make, or the rule that they cannot keep."""
    return _draft(outlook, opening, picks).outline


def steps_of_picks(outlook: Outlook, opening: Opening, picks: Iterable[Pick]) -> tuple[Step, ...]:
    """Return the steps of a session; the same picks in the same slot give the same value."""
    draft = _draft(outlook, opening, picks)
    if not draft.steps:
        draft.steps = steps_of(outlook, opening, draft.outline)
    return draft.steps


def _draft(outlook: Outlook, opening: Opening, picks: Iterable[Pick]) -> Draft:
    """Return the session that picks make, from those made before where it is the same."""
    ordered, last_side = in_order(outlook, picks), outlook.history.last_side
    drafts = outlook.drafts.setdefault(_key(outlook, opening, ordered), [])
    for draft in drafts:
        if all(last_side.get(id) is side for id, side in draft.sides.items()):
            return draft
    made = _outlined(outlook, opening, ordered)
    added = (item.entry.id for item in made.items if item.purpose is not Purpose.MAIN)
    drafts.append(Draft(outline=made, sides={id: last_side.get(id) for id in added}))
    return drafts[-1]


def _outlined(outlook: Outlook, opening: Opening, picks: tuple[Pick, ...]) -> Outline:
    if sum(outlook.counts_as_new(one.entry) for one in picks) > MOST_NEW:
        return Outline(hindrance="new-things")
    in_water = [one.entry.start.position is Position.IN_WATER for one in picks]
    if any(in_water) and not all(in_water):
        return Outline(hindrance="water")
    return outline(outlook, opening, picks) if picks else Outline()


def _key(outlook: Outlook, opening: Opening, picks: tuple[Pick, ...]) -> object:
    """Return what decides about a session, but for the sides of what is added to it."""
    history = outlook.history
    return (
        opening.slot,
        outlook.keeps_apart(opening.date),
        tuple(
            (
                one.routine.id,
                one.entry.id,
                one.rung,
                one.step.sides,
                one.notes,
                history.is_tried(one.entry.id),
            )
            for one in picks
        ),
        tuple(history.is_tried(id) for id in outlook.addable),
    )


def in_order(outlook: Outlook, picks: Iterable[Pick]) -> tuple[Pick, ...]:
    """Put picks in the order of a session: parts, upright before lying, the article's order."""
    by_routine: dict[RoutineId, list[Pick]] = {}
    for one in picks:
        by_routine.setdefault(one.routine.id, []).append(one)

    def key(group: list[Pick]) -> tuple[int, bool, int]:
        routine = group[0].routine
        part = _PARTS[routine.part] if routine.part else len(_PARTS)
        lies = any(one.entry.start.position.is_lying for one in group)
        return part, lies, outlook.place_of[routine.id]

    return tuple(
        one
        for group in sorted(by_routine.values(), key=key)
        for one in sorted(group, key=lambda one: one.routine.entries.index(one.entry.id))
    )
