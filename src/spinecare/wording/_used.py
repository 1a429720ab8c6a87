"""What of the catalogue a plan uses, in the order a reader meets it."""

from __future__ import annotations

import re

from spinecare.model import CadenceKind, Claim, Exercise, Plan, Routine, Severity, Source


def used_routines(plan: Plan) -> tuple[Routine, ...]:
    """Return the routines that the plan holds something of, in the order of the catalogue.

    A routine that was wished for and left out altogether is none of them; the findings tell of it.
    """
    in_sessions: set[str] = {id for session in plan.sessions for id in session.routines}
    in_sessions |= {step.routine or "" for session in plan.sessions for step in session.steps}
    has_breaks = any(day.desk_breaks for day in plan.days)
    has_advice = any(week.advice for week in plan.weeks)

    def is_used(routine: Routine) -> bool:
        return routine.id in in_sessions or {
            CadenceKind.HOURLY: has_breaks,
            CadenceKind.ADVICE: has_advice,
            CadenceKind.IN_PASSING: bool(_habits_of(plan, routine)),
        }.get(routine.cadence.kind, False)

    return tuple(routine for routine in plan.catalogue.routines if is_used(routine))


def habits(plan: Plan) -> tuple[tuple[Routine, tuple[Exercise, ...]], ...]:
    """Return the routines done in passing, each with its exercises that are not left out."""
    return tuple(
        (routine, exercises)
        for routine in plan.catalogue.routines
        if routine.cadence.kind is CadenceKind.IN_PASSING
        and (exercises := _habits_of(plan, routine))
    )


def _habits_of(plan: Plan, routine: Routine) -> tuple[Exercise, ...]:
    out = {f.subject for f in plan.findings if f.severity is Severity.LEFT_OUT}
    known = plan.catalogue.entry_by_id
    if routine.id in out:
        return ()
    return tuple(known[id] for id in routine.entries if id in known and id not in out)


def used_exercises(plan: Plan) -> tuple[Exercise, ...]:
    """Return each exercise of sessions, breaks and habits once, in the order of first use.

    An exercise that the plan's catalogue lacks is left out.
    """
    ids = [step.exercise for session in plan.sessions for step in session.steps]
    for day in plan.days:
        for item in day.desk_breaks:
            ids += (item.exercise, *item.others)
    for _, exercises in habits(plan):
        ids += (exercise.id for exercise in exercises)
    known = plan.catalogue.entry_by_id
    return tuple(known[id] for id in dict.fromkeys(ids) if id in known)


def used_sources(
    plan: Plan, exercises: tuple[Exercise, ...], claims: tuple[Claim, ...]
) -> tuple[Source, ...]:
    """Return the sources that exercises, claims and cadences name, in the catalogue's order."""
    keys: set[str] = set()
    for exercise in exercises:
        for default in exercise.defaults:
            keys.update(re.findall(r"[A-Za-z0-9][A-Za-z0-9-]*", default.source))
        for note in (*exercise.safety, *exercise.cautions):
            keys.update(note.sources)
        for phase in exercise.phases:
            keys.update(phase.sources)
    for claim in claims:
        keys.update(claim.sources)
    for routine in used_routines(plan):
        keys.update(routine.cadence.sources)
        for stage in routine.stages:
            keys.update(stage.sources)
    return tuple(source for source in plan.catalogue.sources if source.id in keys)
