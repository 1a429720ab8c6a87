"""Rules about order: stages, what comes before what, openings and closings, sides."""

from __future__ import annotations

from spinecare.model import ExerciseId, Laterality, Position, Purpose, SessionPart
from spinecare.planning.rules._rule import Candidate
from spinecare.planning.screening import has_discomfort

_PARTS = list(SessionPart)


def stage(candidate: Candidate) -> str:
    """Say which exercise stands in a session before its stage has opened."""
    outlook = candidate.outlook
    for step, entry in candidate.main:
        routine = candidate.routine_of(step)
        if routine is None:
            continue
        allowed = frozenset(id for id in routine.entries if outlook.suitable[id].is_allowed)
        for later in routine.stages:
            open_now = outlook.history.is_open(later, allowed, candidate.opening.date)
            if entry.id in later.opens and not open_now:
                return entry.id
    return ""


def order(candidate: Candidate) -> str:
    """Say which exercise stands before one that it must follow, or without one that it needs."""
    place: dict[ExerciseId, int] = {}
    for index, (_, entry) in enumerate(candidate.main):
        place.setdefault(entry.id, index)
    for edge in candidate.outlook.catalogue.edges:
        if edge.after not in place:
            continue
        missing = edge.before not in place
        if (missing and edge.needs) or (not missing and place[edge.before] > place[edge.after]):
            return edge.after
    parts = [candidate.routine_of(step) for step, _ in candidate.main]
    numbers = [_PARTS.index(routine.part) for routine in parts if routine and routine.part]
    return "" if numbers == sorted(numbers) else candidate.session.id


def opening_closing(candidate: Candidate) -> str:
    """Say what is missing at the start or the end of a session."""
    person = candidate.outlook.person
    routines = [candidate.outlook.catalogue.routine(id) for id in candidate.session.routines]
    uneasy = has_discomfort(person)
    starts_with_relief = candidate.is_relief(candidate.session.steps[0].exercise)
    if uneasy and any(routine.is_gymnastics for routine in routines) and not starts_with_relief:
        return "a relief position at the start"
    lies = any(
        entry.start.position.is_lying and not candidate.is_relief(entry.id)
        for _, entry in candidate.main
    )
    if not lies:
        return ""
    purposes = [step.purpose for step in candidate.session.steps[-2:]]
    if purposes != [Purpose.CLOSING, Purpose.WAY_UP]:
        return "the closing rest and the slow way up at the end"
    return ""


def way_up(candidate: Candidate) -> str:
    """Say where one would rise from lying without rolling to the side."""
    steps = candidate.steps
    for index, (_, entry) in enumerate(steps):
        lies = (entry.end or entry.start).position.is_lying
        following = steps[index + 1] if index + 1 < len(steps) else None
        if lies and following is None:
            return entry.id
        if lies and following is not None:
            rises = not following[1].start.position.is_lying
            kneels = following[1].start.position in (
                Position.QUADRUPED,
                Position.LUNGE_KNEELING,
                Position.ANY,
            )
            if rises and not kneels and following[0].purpose is not Purpose.WAY_UP:
                return entry.id
    return ""


def sides(candidate: Candidate) -> str:
    """Say which exercise does not give both sides the same, or begins on the same side again."""
    outlook = candidate.outlook
    seen: set[ExerciseId] = set()
    for step, entry in candidate.steps:
        if entry.sides.has_starting_side and entry.sides != "either" and len(set(step.sides)) != 2:
            return entry.id
        fixed = "pregnancy" in outlook.person.conditions and entry.sides is Laterality.EITHER
        due = outlook.history.next_side(entry)
        first_time = entry.id not in seen
        seen.add(entry.id)
        if first_time and not fixed and due is not None and step.sides[0] is not due:
            return entry.id
    return ""
