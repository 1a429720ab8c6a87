"""Composing one session: which exercises of the routines that are due, in which doses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from spinecare.model import Exercise, ExerciseId, Routine, RoutineId, Session, Step
from spinecare.planning.assembling import Pick
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook
from spinecare.planning.picking import in_order, outlined, pick, steps_of_picks
from spinecare.planning.pieces import piece_of
from spinecare.planning.screening import has_pain

_NOT_ASKED = "not-asked"
"""What keeps out what may not be chosen: no rule, and nothing to tell."""
SORE = "Begin only while your pain is 2 of 10 or less; else stay with the relief position today."
"""What a session says to a person with pain, or whose pain is unknown."""


@frozen(kw_only=True)
class Composed:
    """A session that fits its slot, and what kept the rest of its routines out."""

    session: Session | None
    """The session; `None` where nothing fits."""
    rungs: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """How far up its ramp each of its exercises stands."""
    kept_out: tuple[tuple[ExerciseId, str], ...]
    """Exercises that were due and are not in it, each with the rule that kept it out."""


def compose(
    outlook: Outlook,
    opening: Opening,
    due: Sequence[Routine],
    *,
    only: frozenset[ExerciseId] | None = None,
) -> Composed:
    """Return the session of an opening.

    Each routine is taken whole where it fits beside those before it, with the doses of the time
    before; then those that are whole grow, one after the other, where that is due and leaves no
    other out; and of one that does not fit, that piece is taken which brings all its exercises up
    in the fewest sessions. Exercises that another rule keeps out for now do not count as missing.
    Inside the session routines follow the order relief, mobility, effort, stretch, relaxation, and
    exercises the order of their routine.

    Args:
        outlook: The person and the plan so far.
        opening: The slot and its date.
        due: The routines that the opening is for, the most wanted first.
        only: The exercises that may be chosen of them; `None` for all.
    """
    chosen: list[Pick] = []
    kept_out: dict[ExerciseId, str] = {}
    whole: list[Routine] = []
    for routine in due:
        entries = _admitted(outlook, opening, routine, chosen, kept_out, only)
        more = [pick(outlook, opening, routine, one, grown=False) for one in entries]
        if not outlined(outlook, opening, [*chosen, *more]).hindrance:
            whole.append(routine)
        else:
            if routine is due[-1]:  # nothing else that is whole waits for the room
                chosen = _grown(outlook, opening, chosen, whole)
            more = piece_of(outlook, opening, routine, more, chosen, kept_out)
        chosen += more
    chosen = _grown(outlook, opening, chosen, whole)
    taken = {one.entry.id for one in chosen}
    missing = dict.fromkeys(id for routine in due for id in routine.entries if id not in taken)
    out = tuple((id, rule) for id in missing if (rule := kept_out.get(id, "time")) != _NOT_ASKED)
    if not chosen:
        return Composed(session=None, kept_out=out)
    steps = steps_of_picks(outlook, opening, chosen)
    routines = tuple(dict.fromkeys(one.routine.id for one in in_order(outlook, chosen)))
    return Composed(
        session=_session(outlook, opening, routines, steps),
        rungs={one.entry.id: one.rung for one in chosen},
        kept_out=out,
    )


def _grown(
    outlook: Outlook, opening: Opening, chosen: list[Pick], whole: Sequence[Routine]
) -> list[Pick]:
    """Return picks with the doses that are due, as far as all of them still fit."""
    for routine in whole:
        grown = [
            pick(outlook, opening, routine, one.entry, grown=True)
            if one.routine is routine
            else one
            for one in chosen
        ]
        if grown != chosen and not outlined(outlook, opening, grown).hindrance:
            chosen = grown
    return chosen


def _admitted(
    outlook: Outlook,
    opening: Opening,
    routine: Routine,
    chosen: list[Pick],
    kept_out: dict[ExerciseId, str],
    only: frozenset[ExerciseId] | None,
) -> Iterator[Exercise]:
    """Yield the exercises of a routine that no rule keeps out, those they need before them."""
    there = {one.entry.id for one in chosen}
    for id in routine.entries:
        entry = outlook.catalogue.entry(id)
        rule = outlook.hindrance(entry, routine, opening)
        if not rule and only is not None and id not in only:
            rule = _NOT_ASKED
        if not rule and not outlook.needs_of(entry) <= there:
            rule = "order"
        if rule:
            kept_out[id] = rule
        elif id not in there:
            there.add(id)
            yield entry


def _session(
    outlook: Outlook, opening: Opening, routines: tuple[RoutineId, ...], steps: tuple[Step, ...]
) -> Session:
    return Session(
        id=opening.session,
        date=opening.date,
        start=opening.slot.start,
        minutes=opening.slot.minutes,
        place=opening.slot.place,
        routines=routines,
        steps=steps,
        notes=((SORE,) if has_pain(outlook.person) else ()) + outlook.session_notes,
    )
