"""Honest time: an exercise's spans resolved to the seconds of a step.

The arithmetic is that of the timing table (catalogue.md §21): tempo, holds, both sides, rests,
changes of side. Ten seconds between different exercises are added by the session.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from attrs import field, frozen

from spinecare.model import (
    Each,
    Exercise,
    Laterality,
    Phase,
    Position,
    Record,
    RepsPer,
    Role,
    Side,
    Step,
    StepPhase,
)

_ON_SIDE = frozenset({Position.SIDE_LYING, Position.SIDE_LYING_CURLED})
BETWEEN_EXERCISES_S = 10.0
"""Seconds from one exercise to the next (catalogue.md §0.2.1, D-JUDGE)."""


@frozen(kw_only=True)
class Grade:
    """How far up its spans a dose stands: 0 for the lowest value to 1 for the highest."""

    reps: float = field(default=0.0)
    """Repetitions."""
    hold: float = field(default=0.0)
    """Seconds of holds, stretches, contractions and the relaxation that answers them."""
    sets: float = field(default=0.0)
    """Sets and the rest between them."""

    @classmethod
    def even(cls, fraction: float) -> Grade:
        """Return a grade with every number at the same part of its span."""
        return cls(reps=fraction, hold=fraction, sets=fraction)


LOWEST = Grade()
"""The low end of every span: where every dose begins."""


def step_at(
    exercise: Exercise,
    fraction: float = 0.0,
    *,
    first_side: Side | None = None,
) -> Step:
    """Return an exercise as a step with every number at the same part of its span.

    Args:
        exercise: The exercise.
        fraction: 0 for the low end of the timing table to 1 for the high end.
        first_side: The side to begin with, where one comes first.
    """
    return resolve(exercise, Grade.even(fraction), first_side=first_side)


def resolve(
    exercise: Exercise,
    grade: Grade = LOWEST,
    *,
    first_side: Side | None = None,
    limit: Callable[[Phase, float], float] | None = None,
) -> Step:
    """Return an exercise as a step with its dose resolved to single numbers.

    Args:
        exercise: The exercise.
        grade: How far up the spans.
        first_side: The side to begin with; the article's, or left, where none is given.
        limit: Takes a phase and its seconds and returns what is allowed of them.

    Returns:
        A step without a place in a session: no routine, nothing before it. Efforts are rounded
        down to whole seconds and relaxation up, so that rounding never unpairs them.
    """
    dose = exercise.dose
    reps = evened(_whole(dose.reps.at(grade.reps, dose.reps_cap)), dose.reps.per)
    seconds = [
        (limit or _unlimited)(phase, _seconds(exercise, phase, grade.hold))
        for phase in exercise.phases
    ]
    rest = dose.rest_s
    return Step(
        exercise=exercise.id,
        sides=sides_of(exercise, first_side),
        one_side_after_other=exercise.sides is Laterality.LEFT_RIGHT,
        sets=_whole(dose.sets.at(grade.sets)),
        reps=reps,
        reps_per=dose.reps.per,
        cycles=reps // 2 if dose.reps.per is RepsPer.TOTAL else reps,
        hold_s=_shown_hold(exercise, seconds, grade),
        mass_kg=None if dose.mass_kg is None else dose.mass_kg.low,
        rest_s=0.0 if rest is None else float(math.ceil(rest.at(grade.sets))),
        change_s=dose.change_s if exercise.sides is Laterality.LEFT_RIGHT else 0.0,
        leave_s=dose.leave_s,
        phases=tuple(
            StepPhase(
                kind=phase.kind,
                role=exercise.role_of(phase),
                seconds=length,
                into_s=phase.into_s,
                each=phase.each,
                times=phase.times,
            )
            for phase, length in zip(exercise.phases, seconds, strict=True)
        ),
    )


def evened(reps: int, per: RepsPer) -> int:
    """Return repetitions that give both sides the same: even where single movements count."""
    return reps + reps % 2 if per is RepsPer.TOTAL else reps


def sides_of(exercise: Exercise, first: Side | None = None) -> tuple[Side, ...]:
    """Return the sides of an exercise in the order they are done.

    Where either side will do, the side is named only if one lies or rolls on it.
    """
    if not exercise.sides.has_starting_side:
        return (Side.BOTH,)
    side = first or exercise.first_side or Side.LEFT
    if exercise.sides is not Laterality.EITHER:
        return side, side.other
    on_side = exercise.record is Record.TRANSITION or exercise.start.position in _ON_SIDE
    return (side,) if on_side else (Side.BOTH,)


def timeline(step: Step) -> Iterator[tuple[Role, float, int | None]]:
    """Yield the stretches of time of a step in order: role, seconds, index of the phase.

    Rests between sets count as relaxation, changes of side as neutral; both have no phase.
    """
    sides = len(step.sides) if step.one_side_after_other else 1
    for side in range(sides):
        if side:
            yield Role.NEUTRAL, step.change_s, None
        for number in range(step.sets):
            if number:
                yield Role.RELAX, step.rest_s, None
            for _ in range(step.cycles):
                yield from _round(step, Each.REP)
            yield from _round(step, Each.SET)
    yield from _round(step, Each.STEP)
    yield Role.NEUTRAL, step.leave_s, None


def _round(step: Step, each: Each) -> Iterator[tuple[Role, float, int | None]]:
    for index, phase in enumerate(step.phases):
        if phase.each is each:
            effort = phase.role is Role.STRESS
            yield (phase.role if effort else Role.NEUTRAL), phase.times * phase.into_s, None
            yield phase.role, phase.times * phase.seconds, index


def _seconds(exercise: Exercise, phase: Phase, fraction: float) -> float:
    if phase.seconds is None:
        return 0.0
    value = phase.seconds.at(fraction, exercise.dose.hold_cap_s)
    rounded = math.ceil if exercise.role_of(phase) is Role.RELAX else math.floor
    return float(rounded(round(value, 6)))


def _whole(value: float) -> int:
    return math.floor(round(value, 6))


def _unlimited(_: Phase, seconds: float) -> float:
    return seconds


def _shown_hold(exercise: Exercise, seconds: list[float], grade: Grade) -> float | None:
    """Return the seconds of the phase that the hold of the dose speaks of."""
    hold = exercise.dose.hold_s
    if hold is None:
        return None
    for phase, length in zip(exercise.phases, seconds, strict=True):
        if phase.seconds == hold:
            return length
    return float(math.floor(round(hold.at(grade.hold, exercise.dose.hold_cap_s), 6)))
