"""Why an exercise of a routine is not in a session that holds the routine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import field, frozen

from spinecare.explanation._held import Held
from spinecare.explanation._spacing import Rest, needs_rest, rest_before
from spinecare.model import (
    Exercise,
    ExerciseId,
    Purpose,
    Record,
    Recovery,
    Role,
    Routine,
    Session,
    Stage,
    Step,
)
from spinecare.planning.openings import hours_awake
from spinecare.planning.outlook import FLEXION_END, MOST_NEW
from spinecare.planning.screening import lacks
from spinecare.planning.timing import BETWEEN_EXERCISES_S

LEAST_CLOSING_S = 60.0
"""Seconds of a resting pose that stands in for the closing rest, at the least."""
UNTOLD = ""
"""Where a plan does not tell what kept an exercise out."""


@frozen(kw_only=True)
class Absence:
    """What kept an exercise out of a session, as far as the plan tells."""

    rule: str
    """The rule; `UNTOLD` where the plan does not tell."""
    rest: Rest | None = field(default=None)
    """The load that its muscles had to rest from."""
    thing: str = field(default="")
    """The id of what the place lacks."""
    needs_s: float = field(default=0.0)
    """Seconds it would have taken, the change to it included."""
    left_s: float = field(default=0.0)
    """Seconds that the session could spare."""


def left_s(held: Held, session: Session) -> float:
    """Return the seconds that a session could spare, its closing rest at the shortest."""
    longer = sum(
        relax_s(step) - least_closing_s(held, step)
        for step in session.steps
        if step.purpose is Purpose.CLOSING
    )
    return session.minutes * 60 - session.duration_s + longer


def relax_s(step: Step) -> float:
    """Return the seconds of the longest relaxation of a step."""
    rests = [p.times * p.seconds for p in step.phases if p.role is Role.RELAX]
    return max(rests, default=0.0)


def least_closing_s(held: Held, step: Step) -> float:
    """Return the seconds of a closing rest before time to spare makes it longer."""
    entry = held.entry(step.exercise)
    if entry is None or step.is_reduced:
        return relax_s(step)
    if entry.record is Record.REST:
        return min(relax_s(step), LEAST_CLOSING_S)
    phases = (phase for phase in entry.phases if entry.role_of(phase) is Role.RELAX)
    lows = [phase.seconds.low for phase in phases if phase.seconds is not None]
    return max(lows, default=relax_s(step))


def absence(held: Held, routine: Routine, entry: Exercise, session: Session) -> Absence:
    """Return what kept an exercise out of a session: the first rule that the plan shows."""
    # what a plan before this one held is not known here, and counts for the stages too
    stages = routine.stages if held.plan.revision == 0 else ()
    waits = (s for s in stages if entry.id in s.opens)
    if any(open_stage(held, stage, session.date) is None for stage in waits):
        return Absence(rule="stage")
    rule, thing = _at_place(held, entry, session)
    if rule:
        return Absence(rule=rule, thing=thing)
    rest = rest_before(held, entry, session) if needs_rest(entry) else None
    if rest is not None and not rest.is_over:
        return Absence(rule="spacing", rest=rest)
    if entry.recovery is Recovery.DAILY and _was_done_on(held, entry, session.date):
        return Absence(rule="spacing")
    here = {step.exercise for step in session.steps if step.purpose is Purpose.MAIN}
    edges = held.plan.catalogue.edges
    if any(e.needs and e.after == entry.id and e.before not in here for e in edges):
        return Absence(rule="order")
    if _is_one_too_many(held, entry, session):
        return Absence(rule="new-things")
    step = nearest_step(held, entry.id, session)
    if step is not None:
        needs = step.duration_s + BETWEEN_EXERCISES_S
        free = left_s(held, session)
        if needs > free:
            return Absence(rule="time", needs_s=needs, left_s=free)
    return Absence(rule=UNTOLD)


def nearest_step(held: Held, exercise: ExerciseId, session: Session) -> Step | None:
    """Return how an exercise is done nearest to a session: the last time before, else the next."""
    steps = [(s, step) for s, step in held.steps_of(exercise) if step.purpose is Purpose.MAIN]
    before = [step for other, step in steps if held.at[other.id] < held.at[session.id]]
    after = [step for other, step in steps if held.at[other.id] > held.at[session.id]]
    return before[-1] if before else after[0] if after else None


def _at_place(held: Held, entry: Exercise, session: Session) -> tuple[str, str]:
    """Return the rule of the place or the early hour that keeps an exercise out, and the thing."""
    person = held.person
    if person is None:
        return "", ""
    thing = lacks(entry, person.place(session.place))
    if thing:
        return ("place" if thing == "floor" else "equipment"), thing
    waking_h = max((held.known.condition(id).waking_hours for id in person.conditions), default=1.0)
    is_early = FLEXION_END in entry.tags and hours_awake(person, session.start) < waking_h
    return ("waking" if is_early else ""), ""


def _was_done_on(held: Held, entry: Exercise, day: date) -> bool:
    return any(session.date == day for session, _ in held.steps_of(entry.id))


def _is_one_too_many(held: Held, entry: Exercise, session: Session) -> bool:
    """Whether an exercise is new, of a kind that counts, and as many as may join joined already."""
    steps = held.steps_of(entry.id)
    if steps:
        is_new = steps[0][1].is_new and held.at[steps[0][0].id] > held.at[session.id]
    else:
        is_new = any(finding.rule == "new-things" for finding in held.findings(entry.id))
    return is_new and held.counts_as_new(entry) and len(new_here(held, session)) >= MOST_NEW


def new_here(held: Held, session: Session) -> tuple[ExerciseId, ...]:
    """Return the exercises that are new in a session, of the kinds that count."""
    ids = dict.fromkeys(step.exercise for step in session.steps if step.is_new)
    return tuple(
        id for id in ids if (entry := held.entry(id)) is not None and held.counts_as_new(entry)
    )


@frozen(kw_only=True)
class StageAt:
    """How far a stage has come on a day."""

    first: date
    """The first day on which all exercises before it were done."""
    days: int
    """Days since then."""
    completed: int
    """Days before this one on which all of them were done."""


def stage_of(held: Held, stage: Stage, day: date) -> StageAt | None:
    """Return how far a stage has come on a day; `None` before the first day that counts."""
    earlier = sorted({one for one in _days_of_all(held, stage) if one < day})
    if not earlier:
        return None
    first = earlier[0]
    return StageAt(first=first, days=(day - first).days, completed=len(earlier))


def open_stage(held: Held, stage: Stage, day: date) -> StageAt | None:
    """Return how far a stage has come on a day, if it is open by then."""
    at = stage_of(held, stage, day)
    is_open = at is not None and at.days >= stage.days and at.completed >= stage.completed_days
    return at if is_open else None


def _days_of_all(held: Held, stage: Stage) -> Iterator[date]:
    """Yield the days on which all exercises before a stage are done."""
    for day in held.plan.days:
        done = {step.exercise for session in day.sessions for step in session.steps}
        if done.issuperset(stage.after):
            yield day.date


def opens_on(held: Held, stage: Stage) -> tuple[date, StageAt] | None:
    """Return the first day of the plan, or the day after it, on which a stage is open."""
    for offset in range(len(held.plan.days) + 1):
        day = held.plan.start + timedelta(days=offset)
        at = open_stage(held, stage, day)
        if at is not None:
            return day, at
    return None
