"""What a journal remembers of sessions that the plan before does not hold any more.

A plan that is made again every week, or every day, is given the plan before and no older one. What
was done before that one began still loads muscles, keeps windows shut and counts as tried.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from spinecare.model import ExerciseId, Outcome, Plan, Purpose, Recovery, RoutineId, SessionId
from spinecare.planning.happened import end_of
from spinecare.planning.history import History
from spinecare.planning.openings import openings
from spinecare.reviewing import Experience, relief_of, since

_WEEKS: Final = 4
"""So far back a journal is asked for what rests and what is due: longer than any of it lasts."""


def recall(
    history: History, done: Sequence[Experience], start: date, previous: Plan | None
) -> None:
    """Tell a history what a journal knows of the weeks before, and the plan before does not.

    What nobody noted counts for rest, as what was done does: the plan before has kept what its
    weeks held, and when they were. Without a plan before, the moment is that of the slot which the
    session's id names; where there is none, or it was done on another day, the end of its day.

    Args:
        history: The history, which knows the plan before.
        done: What became of every exercise, by day.
        start: The first day of the new plan.
        previous: The plan before.
    """
    known = frozenset[tuple[SessionId, ExerciseId]]()
    if previous is not None:
        known = frozenset(
            (one.id, step.exercise) for one in previous.sessions for step in one.steps
        )
    first = start - timedelta(weeks=_WEEKS)
    if previous is None:
        slots = openings(history.person, first, _WEEKS)
        moments = {(opening.session, opening.date): opening.at for opening in slots}
    else:
        moments = {(one.id, one.date): one.begins_at for one in previous.past}
    relief = relief_of(history.catalogue)
    for id in () if previous is None else _added_before(previous, relief):
        history.times_done[id] += id in history.catalogue.entry_by_id
    routine_of = {id: own.id for own in history.catalogue.routines for id in own.entries}
    lately = since(done, first)
    told = {(one.session, one.exercise) for one in lately}
    old = [
        (one.session, one.date, one.exercise)
        for one in lately
        if (one.session, one.exercise) not in known and one.outcome is not Outcome.SKIPPED
    ]
    old += [
        (one.id, one.date, step.exercise)
        for one in (() if previous is None else previous.past)
        for step in one.steps
        if first <= one.date < start and (one.id, step.exercise) not in told
    ]
    for session, day, exercise in old:
        if exercise in history.catalogue.entry_by_id:
            at = moments.get((session, day)) or end_of(day, history.person.timezone)
            _take_in(history, exercise, day, at, routine_of)


def _added_before(plan: Plan, relief: frozenset[ExerciseId]) -> Iterator[ExerciseId]:
    """Yield what the planner adds by itself and was tried before a plan began: nobody notes it.

    Relief positions are added before gymnastics, and may stand alone in the next plan.
    """
    seen: set[ExerciseId] = set()
    for step in (step for session in plan.sessions for step in session.steps):
        is_added = step.purpose is not Purpose.MAIN or step.exercise in relief
        if step.exercise not in seen and is_added and not step.is_new:
            yield step.exercise
        seen.add(step.exercise)


def _take_in(
    history: History,
    id: ExerciseId,
    day: date,
    at: datetime,
    routine_of: Mapping[ExerciseId, RoutineId],
) -> None:
    entry = history.catalogue.entry(id)
    history.last_done[entry.id] = max(at, history.last_done.get(entry.id, at))
    history.first_day[entry.id] = min(day, history.first_day.get(entry.id, day))
    if entry.recovery is not Recovery.NONE:
        for muscle in entry.muscles:
            own = history.loads[muscle]
            own[entry.recovery] = max(at, own.get(entry.recovery, at))
    routine = routine_of.get(entry.id)
    if routine is not None and at not in history.routine_moments[routine]:
        place = bisect.bisect(history.routine_moments[routine], at)
        zone = ZoneInfo(history.person.timezone)
        local = at.astimezone(zone)
        history.routine_moments[routine].insert(place, at)
        history.routine_days[routine].insert(place, day)
        history.routine_habits[routine].insert(place, (f"{local:%a}", local.time()))
