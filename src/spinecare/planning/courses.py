"""Routines in time: what the search for the best weeks has to know of each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from attrs import frozen

from spinecare.model import CadenceKind, Exercise, Level, Recovery, Routine, RoutineId
from spinecare.planning.goals import LEAST_DAYS
from spinecare.planning.objective import (
    BEST_GAP_H,
    DAYS_A_WEEK,
    HOURS_A_DAY,
    MINUTES_AN_HOUR,
    WHOLE,
    weights,
)
from spinecare.planning.optimum import Course, Load, Period
from spinecare.planning.outlook import Outlook
from spinecare.planning.recovery import hours_between, hours_of

DATED = frozenset(
    {
        CadenceKind.TIMES_A_DAY,
        CadenceKind.TIMES_A_WEEK,
        CadenceKind.WINDOW,
        CadenceKind.BEFORE_OTHERS,
    }
)
"""Cadences whose routines stand in slots; a routine that opens others does so when it is wanted."""


@frozen(kw_only=True)
class LoadGroup:
    """Exercises of one routine that load the same muscles in the same way."""

    routine: RoutineId
    entries: tuple[Exercise, ...]

    @property
    def recovery(self) -> Recovery:
        """How they load."""
        return self.entries[0].recovery


def most_times(routine: Routine) -> int:
    """Return how many times a day or a week a routine comes at most."""
    return routine.cadence.times.high or routine.cadence.times.low


def load_groups(outlook: Outlook, routines: Iterable[Routine]) -> tuple[LoadGroup, ...]:
    """Return what of routines must rest, in the order of the routines and of their exercises."""
    groups: list[LoadGroup] = []
    for routine in routines:
        alike: dict[tuple[Recovery, frozenset[str]], list[Exercise]] = {}
        for entry in outlook.allowed_of(routine):
            if hours_of(entry.recovery, outlook.person.level):
                alike.setdefault((entry.recovery, frozenset(entry.muscles)), []).append(entry)
        groups += [LoadGroup(routine=routine.id, entries=tuple(those)) for those in alike.values()]
    return tuple(groups)


def apart_min(outlook: Outlook, groups: Sequence[LoadGroup]) -> tuple[tuple[int, ...], ...]:
    """Return for every two groups the minutes between their sessions; 0 where they share nothing.

    The muscles of both count, and the lighter of the two loads decides (rule `spacing`).
    """
    return tuple(
        tuple(
            math.ceil(
                MINUTES_AN_HOUR * hours_between(one.recovery, other.recovery, outlook.person.level)
            )
            if set(one.entries[0].muscles) & set(other.entries[0].muscles)
            else 0
            for other in groups
        )
        for one in groups
    )


@frozen(kw_only=True)
class Loads:
    """What of routines must rest, in numbers: what always rests together has one number."""

    groups: tuple[LoadGroup, ...]
    numbers: tuple[int, ...]
    """The number of each group."""
    apart_min: tuple[tuple[int, ...], ...]
    """For every two numbers the minutes between their sessions."""

    @classmethod
    def of(cls, outlook: Outlook, routines: Iterable[Routine]) -> Loads:
        """Return what of routines must rest.

        Groups that keep the same hours from every other, and so from each other, are tired and
        rested at the same times: they get one number.
        """
        groups = load_groups(outlook, routines)
        table = apart_min(outlook, groups)
        kinds = list(dict.fromkeys(table))
        firsts = [table.index(kind) for kind in kinds]
        return cls(
            groups=groups,
            numbers=tuple(kinds.index(row) for row in table),
            apart_min=tuple(tuple(kind[first] for first in firsts) for kind in kinds),
        )

    def held(self, routine: RoutineId, entries: Iterable[Exercise], of: int) -> tuple[Load, ...]:
        """Return what must rest of some exercises of a routine.

        Args:
            routine: The routine.
            entries: Some of its exercises.
            of: How many of it the person may do: a share is a part of so many, rounded up, so that
                loads which are all of a session are known to be.
        """
        there, counts = {entry.id for entry in entries}, dict[int, int]()
        for group, number in zip(self.groups, self.numbers, strict=True):
            held = sum(entry.id in there for entry in group.entries)
            if group.routine == routine and held:
                counts[number] = counts.get(number, 0) + held
        return tuple(Load(id=id, share=-(-WHOLE * counts[id] // of)) for id in sorted(counts))


def courses(
    outlook: Outlook,
    routines: Sequence[Routine],
    loads: Loads,
    *,
    first: date,
    origin: datetime,
    slots: Mapping[tuple[str, time], int],
) -> tuple[Course, ...]:
    """Return routines as courses, in the order of their ids.

    Args:
        outlook: The person and the plan so far.
        routines: The routines with dates, the most wanted first.
        loads: What of them must rest.
        first: The first day to plan.
        origin: The moment that minutes are counted from, UTC.
        slots: The number of each slot of the week, by weekday and start.
    """
    by_wish = zip(routines, weights(len(routines)), strict=True)
    made = [_course(outlook, *wish, loads, first, origin, slots) for wish in by_wish]
    return tuple(sorted(made, key=lambda course: course.id))


def _course(
    outlook: Outlook,
    routine: Routine,
    weight: int,
    loads: Loads,
    first: date,
    origin: datetime,
    slots: Mapping[tuple[str, time], int],
) -> Course:
    history = outlook.history
    done = history.routine_moments[routine.id]
    allowed = outlook.allowed_of(routine)
    gap_h = gap_h_of(routine, allowed, outlook.person.level)
    rhythm = rhythm_of(routine, gap_h)
    return Course(
        id=routine.id,
        weight=weight,
        latest_days=rhythm.latest_days,
        ideal_h=max(rhythm.ideal_h, math.ceil(gap_h)),
        gap_min=math.ceil(gap_h * MINUTES_AN_HOUR),
        period=rhythm.period,
        most=rhythm.most,
        last_min=minutes_after(origin, done[-1]) if done else None,
        last_day=(history.routine_days[routine.id][-1] - first).days if done else None,
        habit=frozenset(slots[habit] for habit in history.habit(routine.id) if habit in slots),
        loads=loads.held(routine.id, allowed, len(allowed)),
    )


def minutes_after(origin: datetime, moment: datetime) -> int:
    """Return the real minutes from one moment to another, both in UTC."""
    return int((moment - origin).total_seconds()) // 60


def gap_h_of(routine: Routine, entries: Iterable[Exercise], level: Level) -> float:
    """Return the hours between two sessions of a routine, at least.

    Args:
        routine: The routine.
        entries: What is done of it: where it comes a few times a week, what trains must rest.
        level: Whose muscles rest.
    """
    cadence, gap_h = routine.cadence, routine.cadence.gap_h
    if cadence.window_days is not None:
        gap_h = max(gap_h, cadence.window_days.low * HOURS_A_DAY)
    if cadence.kind is CadenceKind.TIMES_A_WEEK:
        training = (entry for entry in entries if entry.recovery in _TRAINING)
        gap_h = max([gap_h, *(hours_of(entry.recovery, level) for entry in training)])
    return gap_h


_TRAINING = frozenset({Recovery.STRENGTH, Recovery.PULL})


class Rhythm(NamedTuple):
    """How often a routine is wanted."""

    latest_days: int
    """Days after a session until which the next is in time."""
    ideal_h: int
    """The ideal gap, hours."""
    period: Period | None
    """In what time its sessions are counted; `None` for a window."""
    most: int
    """Sessions that are wanted in that time."""


def rhythm_of(routine: Routine, gap_h: float = 0.0) -> Rhythm:
    """Return how often a routine is wanted.

    A default of "daily" comes down to three days a week before it is late (goals.LEAST_DAYS). What
    comes a few times a week comes as often as every week has room for at its gap, so that one week
    can be like the next.

    Args:
        routine: The routine.
        gap_h: Hours between its sessions, at least.
    """
    cadence, most = routine.cadence, most_times(routine)
    if cadence.window_days is not None:
        low, high = cadence.window_days.low, cadence.window_days.high or cadence.window_days.low
        usual = low <= BEST_GAP_H / HOURS_A_DAY <= high
        middle = round((low + high) / 2 * HOURS_A_DAY)
        return Rhythm(math.floor(high), BEST_GAP_H if usual else middle, None, 1)
    if cadence.kind is CadenceKind.TIMES_A_WEEK:
        latest = math.ceil(DAYS_A_WEEK / cadence.times.low)
        room = int(DAYS_A_WEEK * HOURS_A_DAY // gap_h) if gap_h else most
        most = max(1, min(most, room))
        return Rhythm(latest, DAYS_A_WEEK * HOURS_A_DAY // most, Period.WEEK, most)
    latest = math.ceil(DAYS_A_WEEK / LEAST_DAYS) if cadence.sources else 1
    return Rhythm(latest, HOURS_A_DAY // most, Period.DAY, most)
