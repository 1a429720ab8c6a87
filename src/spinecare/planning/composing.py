"""Composing one session: which exercises of the routines that are due, in which doses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from attrs import field, frozen

from spinecare.model import (
    Exercise,
    ExerciseId,
    Position,
    Routine,
    RoutineId,
    Session,
    SessionId,
    SessionPart,
    Step,
)
from spinecare.planning.assembling import Outline, Pick, outline, steps_of
from spinecare.planning.dosing import grade_of
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import MOST_NEW, Outlook
from spinecare.planning.screening import has_pain, may_progress
from spinecare.planning.timing import LOWEST, work_s

_NEVER = datetime.min.replace(tzinfo=UTC)
_LONG_WAIT_H = 48.0
"""After so long a routine that never fits whole takes its turn before others (D-JUDGE)."""
_PARTS = list(SessionPart)
GROWN = "more than last time: only if the last sessions left you no worse, else as before"
"""What a step says when its dose grows."""
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


def compose(outlook: Outlook, opening: Opening, due: tuple[Routine, ...]) -> Composed:
    """Return the session of an opening.

    Routines are taken whole where they fit, in the order given, first with the doses that are due,
    then with those of the time before. Of one that does not fit, the first such, as many exercises
    as fit are taken in what time is left, those whose turn it is; one that has waited for two days
    comes before the others. So a session holds whole routines and pieces of at most one. Exercises
    that another rule keeps out for now do not count as missing. Inside the session routines follow
    the order relief, mobility, effort, stretch, relaxation, and exercises the order of their
    routine.

    Args:
        outlook: The person and the plan so far.
        opening: The slot and its date.
        due: The routines that may be done here, the most pressing first.
    """
    chosen: list[Pick] = []
    kept_out: dict[ExerciseId, str] = {}
    in_pieces: Routine | None = None
    has_pieces = False
    for routine in due:
        entries = tuple(_admitted(outlook, opening, routine, chosen, kept_out))
        for grown in (True, False):
            whole = [*chosen, *(_pick(outlook, opening, routine, e, grown) for e in entries)]
            if not _outlined(outlook, opening, whole).hindrance:
                chosen = whole
                break
        else:
            more, fitted = _as_many_as_fit(outlook, opening, routine, entries, chosen, kept_out)
            waited_h = outlook.history.hours_since(routine, opening.at)
            if fitted:
                chosen = more
            elif not chosen and (waited_h is None or waited_h > _LONG_WAIT_H):
                chosen, has_pieces = more, bool(more)
            else:
                in_pieces = in_pieces or routine
    if in_pieces and not has_pieces:
        entries = tuple(_admitted(outlook, opening, in_pieces, chosen, kept_out))
        chosen, _ = _as_many_as_fit(outlook, opening, in_pieces, entries, chosen, kept_out)
    taken = {pick.entry.id for pick in chosen}
    missing = dict.fromkeys(id for routine in due for id in routine.entries if id not in taken)
    out = tuple((id, kept_out.get(id, "time")) for id in missing)
    if not chosen:
        return Composed(session=None, kept_out=out)
    steps = steps_of(outlook, opening, _outlined(outlook, opening, chosen))
    routines = tuple(dict.fromkeys(pick.routine.id for pick in _ordered(outlook, chosen)))
    return Composed(
        session=_session(outlook, opening, routines, steps),
        rungs={pick.entry.id: pick.rung for pick in chosen},
        kept_out=out,
    )


def _admitted(
    outlook: Outlook,
    opening: Opening,
    routine: Routine,
    chosen: list[Pick],
    kept_out: dict[ExerciseId, str],
) -> Iterator[Exercise]:
    """Yield the exercises of a routine that no rule keeps out, those they need before them."""
    there = {pick.entry.id for pick in chosen}
    for id in routine.entries:
        entry = outlook.catalogue.entry(id)
        rule = outlook.hindrance(entry, routine, opening)
        if not rule and not outlook.needs_of(entry) <= there:
            rule = "order"
        if rule:
            kept_out[id] = rule
        elif id not in there:
            there.add(id)
            yield entry


def _as_many_as_fit(
    outlook: Outlook,
    opening: Opening,
    routine: Routine,
    entries: tuple[Exercise, ...],
    chosen: list[Pick],
    kept_out: dict[ExerciseId, str],
) -> tuple[list[Pick], bool]:
    """Add the exercises whose turn it is, with those they need, as long as the session fits.

    Those done longest ago come first. Once all have been done, a session that reaches the end of
    the routine does not begin it anew unless half the slot is left, so that a long routine falls
    into the same few pieces.

    Returns:
        The picks, and whether there was time for all that no other rule kept out.
    """
    by_id = {entry.id: entry for entry in entries}
    place = {entry.id: index for index, entry in enumerate(entries)}
    last = outlook.history.last_done
    turns = sorted(entries, key=lambda e: (last.get(e.id, _NEVER), place[e.id]))
    is_known = all(entry.id in last for entry in turns)
    for entry in turns:
        begins_anew = is_known and place[entry.id] < place[turns[0].id]
        if begins_anew and _outlined(outlook, opening, chosen).seconds > opening.seconds / 2:
            return chosen, False
        there = {pick.entry.id for pick in chosen}
        group = sorted(_closure(outlook, entry, by_id) - there, key=place.__getitem__)
        more = [_pick(outlook, opening, routine, by_id[id], False) for id in group]
        if not more:
            continue
        hindrance = _outlined(outlook, opening, [*chosen, *more]).hindrance
        if not hindrance:
            chosen = [*chosen, *more]
        elif hindrance == "time":
            return chosen, False  # the rest keeps its turn for the next session
        else:
            kept_out.update(dict.fromkeys(group, hindrance))
    return chosen, True


def _closure(
    outlook: Outlook, entry: Exercise, by_id: dict[ExerciseId, Exercise]
) -> set[ExerciseId]:
    """Return an exercise with all it needs, and all they need, inside its routine."""
    found = {entry.id}
    for id in outlook.needs_of(entry):
        if id in by_id:
            found |= _closure(outlook, by_id[id], by_id)
    return found


def _pick(
    outlook: Outlook,
    opening: Opening,
    routine: Routine,
    entry: Exercise,
    grown: bool,
) -> Pick:
    """Return an exercise with its dose."""
    history, suits = outlook.history, outlook.suitable[entry.id]
    climbs = may_progress(outlook.person) and not suits.is_reduced
    now = history.rungs.get(entry.id, 0)
    rung = (history.next_rung(entry.id, opening.date) if grown else now) if climbs else 0
    grade = grade_of(rung)
    step, rest_after_s = outlook.dose(
        entry,
        grade=grade,
        strict=routine.pairs_strictly or outlook.person.strict_relaxation,
        first_side=history.next_side(entry),
    )
    # a rung may be too small to change a whole number, or make a rest longer: that is no more
    grew = grade != LOWEST and work_s(step) > history.last_work_s[entry.id]
    return Pick(
        entry=entry,
        routine=routine,
        step=step,
        notes=(*step.notes, GROWN) if grew else step.notes,
        rest_after_s=rest_after_s,
        rung=rung,
    )


def _outlined(outlook: Outlook, opening: Opening, picks: list[Pick]) -> Outline:
    """Return the session that picks make, or the rule that they cannot keep."""
    new = [pick for pick in picks if outlook.counts_as_new(pick.entry)]
    if len(new) > MOST_NEW:
        return Outline(hindrance="new-things")
    in_water = [pick.entry.start.position is Position.IN_WATER for pick in picks]
    if any(in_water) and not all(in_water):
        return Outline(hindrance="water")
    return outline(outlook, opening, _ordered(outlook, picks)) if picks else Outline()


def _ordered(outlook: Outlook, picks: Iterable[Pick]) -> tuple[Pick, ...]:
    """Put picks in the order of a session: parts, upright before lying, the article's order."""
    by_routine: dict[RoutineId, list[Pick]] = {}
    for pick in picks:
        by_routine.setdefault(pick.routine.id, []).append(pick)

    def key(group: list[Pick]) -> tuple[int, bool, int]:
        routine = group[0].routine
        part = _PARTS.index(routine.part) if routine.part else len(_PARTS)
        lies = any(pick.entry.start.position.is_lying for pick in group)
        return part, lies, outlook.place_of[routine.id]

    return tuple(
        pick
        for group in sorted(by_routine.values(), key=key)
        for pick in sorted(group, key=lambda pick: pick.routine.entries.index(pick.entry.id))
    )


def _session(
    outlook: Outlook, opening: Opening, routines: tuple[RoutineId, ...], steps: tuple[Step, ...]
) -> Session:
    return Session(
        id=SessionId(f"{opening.date.isoformat()}-{opening.number}"),
        date=opening.date,
        start=opening.slot.start,
        minutes=opening.slot.minutes,
        place=opening.slot.place,
        routines=routines,
        steps=steps,
        notes=((SORE,) if has_pain(outlook.person) else ()) + outlook.session_notes,
    )
