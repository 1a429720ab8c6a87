"""What of the catalogue a plan uses, in the order a reader meets it."""

from __future__ import annotations

import re

from spinecare.model import CadenceKind, Claim, Exercise, Plan, Source


def used_exercises(plan: Plan) -> tuple[Exercise, ...]:
    """Return each exercise of sessions, breaks and habits once, in the order of first use.

    An exercise that the plan's catalogue lacks is left out.
    """
    ids = [step.exercise for session in plan.sessions for step in session.steps]
    for day in plan.days:
        for item in day.desk_breaks:
            ids += (item.exercise, *item.others)
    for routine in plan.catalogue.routines:
        if routine.cadence.kind is CadenceKind.IN_PASSING:
            ids += routine.entries
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
    for routine in plan.catalogue.routines:
        keys.update(routine.cadence.sources)
        for stage in routine.stages:
            keys.update(stage.sources)
    return tuple(source for source in plan.catalogue.sources if source.id in keys)
