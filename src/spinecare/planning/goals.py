"""Which routines: the person's own, or those that their goals choose."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from spinecare.model import (
    CadenceKind,
    Catalogue,
    ExerciseId,
    Goal,
    Person,
    Routine,
)
from spinecare.planning.screening import Suitability
from spinecare.planning.timing import BETWEEN_EXERCISES_S, step_at

MOST_ROUTINES = 6
"""How many routines with dates the goals choose at most (D-JUDGE: more is a wall)."""
PER_GOAL = 3
"""How many of them one goal chooses at most (D-JUDGE)."""
LEAST_DAYS = 3
"""Days a week that a daily default comes down to at the least (ACSM 2011: at least 2-3)."""
_GOAL_OF_REGION = {
    "neck": Goal.EASE_NECK,
    "shoulder": Goal.EASE_UPPER_BACK,
    "upper-back": Goal.EASE_UPPER_BACK,
    "chest": Goal.EASE_UPPER_BACK,
    "lower-back": Goal.EASE_LOWER_BACK,
    "hip": Goal.EASE_LOWER_BACK,
    "buttock": Goal.EASE_LOWER_BACK,
    "spine": Goal.EASE_LOWER_BACK,
}
_UNDATED = frozenset({CadenceKind.HOURLY, CadenceKind.IN_PASSING})


def goals_of(person: Person) -> tuple[Goal, ...]:
    """Return the goals of a person: their own, or those of tense regions, or the general two."""
    if person.goals:
        return person.goals
    from_regions = (_GOAL_OF_REGION.get(region) for region in person.tense or ())
    tense = tuple(dict.fromkeys(goal for goal in from_regions if goal))
    return tense or (Goal.MOVE_BETTER, Goal.EASE_LOWER_BACK)


def wanted_routines(
    person: Person, catalogue: Catalogue, suitable: Mapping[ExerciseId, Suitability]
) -> tuple[Routine, ...]:
    """Return the routines to plan, the most wanted first.

    Routines named by the person are taken as they are. Otherwise the goals take turns, in order:
    first each takes the routine that names it nearest, then each a second and a third, as long as
    those taken, at the low end of their doses and as seldom as they may come, leave room in the
    minutes of the week; ties go by the article's order, and there are six with dates at most.
    Routines of which nothing suits the person take no room but stay in the result, so that the
    plan can say why they are missing. Desk breaks join where desk hours are given, and habits in
    passing where their goal asks for them.
    """
    if person.routines:
        return tuple(catalogue.routine(id) for id in person.routines)
    serving = {goal: _serving(goal, person, catalogue) for goal in goals_of(person)}
    minutes = sum(slot.minutes for slot in person.availability.slots)
    taking = {
        routine.id: weekly_minutes(routine, catalogue, suitable)
        for routine in dict.fromkeys(chain.from_iterable(serving.values()))
    }
    chosen: list[Routine] = []
    taken = dict.fromkeys(serving, 0)
    for turn in range(1, PER_GOAL + 1):
        for goal, routines in serving.items():
            for routine in routines:
                dated = routine.cadence.kind not in _UNDATED
                count = sum(taken.values())
                no_room = turn > 1 and minutes <= sum(taking[routine.id] for routine in chosen)
                full = taken[goal] == turn or count == MOST_ROUTINES or no_room
                if routine in chosen or (full and dated):
                    continue
                chosen.append(routine)
                if dated and any(suitable[id].is_allowed for id in routine.entries):
                    taken[goal] += 1
    if person.desk:
        hourly = (r for r in catalogue.routines if r.cadence.kind is CadenceKind.HOURLY)
        chosen.extend(routine for routine in hourly if routine not in chosen)
    return tuple(chosen)


def weekly_minutes(
    routine: Routine, catalogue: Catalogue, suitable: Mapping[ExerciseId, Suitability]
) -> float:
    """Return the minutes a week that a routine takes at the least.

    The low end of the doses of what suits the person, ten seconds between exercises, as often as
    the article says, or as seldom as a default allows.
    """
    entries = [catalogue.entry(id) for id in routine.entries if suitable[id].is_allowed]
    if routine.cadence.kind in _UNDATED or not entries:
        return 0.0
    seconds = sum(step_at(entry).duration_s + BETWEEN_EXERCISES_S for entry in entries)
    times = routine.cadence.times.low
    if routine.cadence.kind is CadenceKind.TIMES_A_DAY:
        times *= LEAST_DAYS if routine.cadence.sources else 7
    return times * seconds / 60


def _serving(goal: Goal, person: Person, catalogue: Catalogue) -> list[Routine]:
    """Return the routines that name a goal, nearest first; breaks need hours at a desk."""
    serving = [
        routine
        for routine in catalogue.routines
        if goal in routine.goals and (person.desk or routine.cadence.kind is not CadenceKind.HOURLY)
    ]
    return sorted(serving, key=lambda routine: routine.goals.index(goal))


def entries_of(routines: tuple[Routine, ...]) -> tuple[ExerciseId, ...]:
    """Return the exercises of routines, each once, in order."""
    return tuple(dict.fromkeys(chain.from_iterable(routine.entries for routine in routines)))
