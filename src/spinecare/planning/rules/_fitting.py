"""Rules about amount: time, doses inside their spans, new exercises."""

from __future__ import annotations

from spinecare.model import Exercise, PhaseKind, Purpose, Step
from spinecare.planning.outlook import MOST_NEW
from spinecare.planning.rules._rule import Candidate, first
from spinecare.planning.timing import BETWEEN_EXERCISES_S, evened


def time(candidate: Candidate) -> str:
    """Say how a session outlasts its slot, or forgets the change between two exercises."""
    session = candidate.session
    if session.duration_s > session.minutes * 60:
        return f"{session.duration_s:g} s in {session.minutes:g} min"
    return first(
        step.exercise
        for step in session.steps[1:]
        if step.purpose is not Purpose.REST and step.between_s < BETWEEN_EXERCISES_S
    )


def dose_range(candidate: Candidate) -> str:
    """Say which number of a step lies outside the span of its exercise."""
    suitable = candidate.outlook.suitable
    return first(
        entry.id
        for step, entry in candidate.main
        if not _is_inside(step, entry, is_halved=suitable[entry.id].halvings > 0)
    )


def _is_inside(step: Step, entry: Exercise, *, is_halved: bool) -> bool:
    dose = entry.dose
    most_reps = dose.reps.high or dose.reps_cap
    most_sets = dose.sets.high
    return (
        (is_halved or dose.reps.low <= step.reps)
        and (most_reps is None or step.reps <= evened(most_reps, dose.reps.per))
        and dose.sets.low <= step.sets
        and (most_sets is None or step.sets <= most_sets)
        and (
            step.hold_s is None
            or dose.hold_s is None
            or step.is_reduced
            or (
                dose.hold_s.low <= step.hold_s
                and step.hold_s <= (dose.hold_s.high or dose.hold_cap_s or step.hold_s)
            )
        )
    )


def stretch_floor(candidate: Candidate) -> str:
    """Say which stretch is cut shorter than the shortest its source gives."""
    return first(
        entry.id
        for step, entry in candidate.steps
        if not step.is_reduced
        for phase, resolved in zip(entry.phases, step.phases, strict=True)
        if phase.kind is PhaseKind.STRETCH
        and phase.seconds is not None
        and resolved.seconds < phase.seconds.low
    )


def new_things(candidate: Candidate) -> str:
    """Say which untried exercise is one too many for a session."""
    new = dict.fromkeys(
        entry.id for _, entry in candidate.steps if candidate.outlook.counts_as_new(entry)
    )
    return "" if len(new) <= MOST_NEW else list(new)[MOST_NEW]
