"""Placing: sessions in the openings of the weeks, in the order of time.

This is a clear, deterministic construction: at each opening the routines that are due are taken in
the order of how pressing they are, and composed into one session. A search for the proven optimum
of the levels of design §5 will take its place behind `place`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from attrs import field, frozen

from spinecare.model import (
    CadenceKind,
    Day,
    ExerciseId,
    Routine,
    RoutineId,
    Session,
    Slot,
    WeeklyPlan,
)
from spinecare.planning.composing import compose
from spinecare.planning.desk import desk_breaks
from spinecare.planning.due import Calendar
from spinecare.planning.openings import Opening, openings
from spinecare.planning.outlook import Outlook
from spinecare.planning.pattern import training_slots
from spinecare.planning.rules import broken_rules
from spinecare.planning.screening import lacks

_ADVICE_PER_WEEK = 2


@frozen(kw_only=True)
class Placed:
    """The weeks of a plan, and what happened on the way."""

    weeks: tuple[WeeklyPlan, ...]
    unreal: tuple[Opening, ...] = field(default=())
    """Openings left empty, because their wall times fall into a clock change."""
    empty: tuple[Opening, ...] = field(default=())
    """Openings in which nothing that was due fitted."""
    kept_out: tuple[tuple[ExerciseId, str, int], ...] = field(default=())
    """Exercise, rule, and how often the rule kept it out."""
    withdrawn: tuple[tuple[Opening, str], ...] = field(default=())
    """Openings whose session broke a hard rule when it was checked, with the rule."""


def place(outlook: Outlook, routines: tuple[Routine, ...], weeks: int) -> Placed:
    """Return the weeks of a plan.

    Args:
        outlook: The person, the catalogue and an empty history, which this fills.
        routines: The routines to plan, the most wanted first.
        weeks: How many weeks.
    """
    ahead = openings(outlook.person, outlook.start, weeks + 1)  # design §5: look one week ahead
    every = tuple(opening for opening in ahead if opening.week <= weeks)
    worth = {
        (routine.id, slot): _worth(outlook, routine, slot)
        for routine in routines
        for slot in outlook.person.availability.slots
    }
    calendar = Calendar(
        routines=tuple(routine for routine in routines if routine.cadence.kind in _DATED),
        openings=tuple(opening for opening in ahead if opening.is_real),
        training=training_slots(outlook.person, _training_worth(worth, routines)),
        can_hold={routine.id: _places(outlook, routine) for routine in routines},
        worth=worth,
    )
    sessions: dict[date, list[Session]] = defaultdict(list)
    kept_out: Counter[tuple[ExerciseId, str]] = Counter()
    empty: list[Opening] = []
    withdrawn: list[tuple[Opening, str]] = []
    for opening in every:
        if not opening.is_real:
            continue
        due = calendar.due(opening, outlook.history)
        composed = compose(outlook, opening, due)
        kept_out.update(composed.kept_out)
        if composed.session is None:
            if due:
                empty.append(opening)
            continue
        broken = broken_rules(outlook, opening, composed.session)
        if broken:  # fail closed: an empty slot with a reason rather than an unsuitable session
            withdrawn.extend((opening, rule) for rule in broken)
            continue
        sessions[opening.date].append(composed.session)
        outlook.history.record(composed.session, opening, composed.rungs)
    return Placed(
        weeks=tuple(_week(outlook, routines, number, sessions) for number in range(1, weeks + 1)),
        unreal=tuple(opening for opening in every if not opening.is_real),
        empty=tuple(empty),
        kept_out=tuple((id, rule, times) for (id, rule), times in sorted(kept_out.items())),
        withdrawn=tuple(withdrawn),
    )


_DATED = frozenset(
    {
        CadenceKind.TIMES_A_DAY,
        CadenceKind.TIMES_A_WEEK,
        CadenceKind.WINDOW,
        CadenceKind.BEFORE_OTHERS,
    }
)
"""Cadences whose routines stand in slots; a routine that opens others does so when it is wanted."""


def _worth(outlook: Outlook, routine: Routine, slot: Slot) -> int:
    """Return how many exercises of a routine a slot admits, by its place and time of day."""
    entries = [outlook.catalogue.entry(id) for id in routine.entries]
    place = outlook.person.place(slot.place)
    return sum(
        outlook.suitable[entry.id].is_allowed
        and not lacks(entry, place)
        and not outlook.bends_too_early(entry, slot.start)
        for entry in entries
    )


def _training_worth(
    worth: Mapping[tuple[RoutineId, Slot], int], routines: tuple[Routine, ...]
) -> Mapping[Slot, int]:
    """Return how many exercises of the routines that train a slot admits."""
    trains = (CadenceKind.TIMES_A_WEEK, CadenceKind.WINDOW)
    ids = {routine.id for routine in routines if routine.cadence.kind in trains}
    totals: Counter[Slot] = Counter()
    for (id, slot), count in worth.items():
        totals[slot] += count if id in ids else 0
    return totals


def _places(outlook: Outlook, routine: Routine) -> frozenset[str]:
    """Return the places where anything of a routine that suits the person can be done."""
    names = {slot.place for slot in outlook.person.availability.slots}
    entries = [outlook.catalogue.entry(id) for id in routine.entries]
    return frozenset(
        name
        for name in names
        if any(
            outlook.suitable[entry.id].is_allowed and not lacks(entry, outlook.person.place(name))
            for entry in entries
        )
    )


def _week(
    outlook: Outlook,
    routines: tuple[Routine, ...],
    number: int,
    sessions: dict[date, list[Session]],
) -> WeeklyPlan:
    first = outlook.start + timedelta(days=7 * (number - 1))
    hourly = [routine for routine in routines if routine.cadence.kind is CadenceKind.HOURLY]
    days: list[Day] = []
    for offset in range(7):
        day = first + timedelta(days=offset)
        held = tuple(sessions.get(day, ()))
        near = (*sessions.get(day - timedelta(days=1), ()), *held)
        breaks = (
            desk_break
            for routine in hourly
            for desk_break in desk_breaks(outlook, routine, day, near)
        )
        days.append(Day(date=day, sessions=held, desk_breaks=tuple(breaks)))
    return WeeklyPlan(number=number, days=tuple(days), advice=_advice(outlook, number))


def _advice(outlook: Outlook, week: int) -> tuple[str, ...]:
    """Return the advice of a week: two pieces in turn, in the article's order."""
    ids = [advice.id for advice in outlook.catalogue.advice]
    begin = (week - 1) * _ADVICE_PER_WEEK
    return tuple(
        dict.fromkeys(ids[(begin + step) % len(ids)] for step in range(_ADVICE_PER_WEEK) if ids)
    )
