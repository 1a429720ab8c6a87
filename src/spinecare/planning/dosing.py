"""From spans to numbers: the ramp over the weeks, the reduced form under a caution."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from spinecare.model import (
    Catalogue,
    Exercise,
    Kind,
    Phase,
    PhaseKind,
    Role,
    Side,
    Step,
    StepPhase,
    TagId,
)
from spinecare.planning.pairing import paired
from spinecare.planning.screening import Suitability
from spinecare.planning.timing import LOWEST, Grade, evened, resolve

DAYS_PER_RUNG = 14
"""Days at one dose before it may grow (evidence.md §4 R6 asks for 7; D-JUDGE doubles it, because
a plan made beforehand does not know how it felt)."""
SESSIONS_PER_RUNG = 4
"""Sessions at one dose before it may grow (evidence.md §4 R6)."""
_RUNGS_PER_NUMBER = 3
"""Rungs from the low to the high end of a span (D-JUDGE)."""
_GRADES = 2 * _RUNGS_PER_NUMBER + 3
"""From the low end of every span to the high end of every one."""
_HALVED = frozenset({TagId("aerobic-effort"), TagId("water")})
"""Under these cautions aerobic work lasts half the time (evidence.md §2.2, reduced form)."""
_UNLOADED = TagId("load-in-hands")
"""Under this caution the hands stay empty at first (evidence.md §2.2, reduced form)."""
_NO_PULL = frozenset({TagId("neck-flexion-assist")})
"""Under these cautions the head stays on the pillow: contraction and relaxation only."""
_EFFORT_ONLY = frozenset({TagId("isometric"), TagId("neck-resisted")})
"""The longest hold of these tags is about contractions, not about stretches."""


def ramp_of(exercise: Exercise) -> tuple[Grade, ...]:
    """Return the rungs of an exercise's ramp: how far up its spans it stands on each.

    The first is the low end. Each other asks for more than the one before: more effort and
    movement, or more time where there is relaxation only. Where a span is narrow a third of it
    changes no whole number, or only makes a rest longer: that is no rung, or a step forward would
    bring nothing, and a step back would ease nothing.
    """
    rungs, most = [LOWEST], _asked_s(exercise, LOWEST)
    for grade in map(_grade, range(1, _GRADES)):
        asked_s = _asked_s(exercise, grade)
        if asked_s > most:
            rungs.append(grade)
            most = asked_s
    return tuple(rungs)


def _asked_s(exercise: Exercise, grade: Grade) -> float:
    step = resolve(exercise, grade)
    return step.duration_s if exercise.is_only_relaxation else step.work_s


def _grade(number: int) -> Grade:
    """Return a grade: repetitions and holds grow by thirds in turn, then the sets."""
    return Grade(
        reps=min(1.0, -(-number // 2) / _RUNGS_PER_NUMBER),
        hold=min(1.0, (number // 2) / _RUNGS_PER_NUMBER),
        sets=min(1.0, max(0, number - 2 * _RUNGS_PER_NUMBER) / 2),
    )


def dosed(
    exercise: Exercise,
    suits: Suitability,
    catalogue: Catalogue,
    *,
    grade: Grade,
    strict: bool,
    first_side: Side | None,
) -> tuple[Step, float]:
    """Return an exercise as a step with the dose a person gets.

    Args:
        exercise: The exercise.
        suits: Whether it must be reduced, for which tags, and how often it is halved.
        catalogue: Where the tags' reduced forms stand.
        grade: How far up the spans; the reduced form stays at the low end.
        strict: Whether every effort asks for a relaxation as long as itself.
        first_side: The side to begin with, where one comes first.

    Returns:
        The step, and the seconds of relaxation that must follow because it has none of its own.
    """
    if not suits.is_reduced:
        step = resolve(exercise, grade, first_side=first_side)
        return paired(step, exercise, strict=strict)
    step = _reduced(exercise, suits, catalogue, first_side)
    for _ in range(suits.halvings):
        step = _halved(step, exercise)
    return paired(step, exercise, strict=strict)


def most_halvings(exercise: Exercise, suits: Suitability, catalogue: Catalogue) -> int:
    """Return how often the dose of a reduced form can be halved until nothing is left to halve."""
    step, count = _reduced(exercise, suits, catalogue, None), 0
    while (half := _halved(step, exercise)) != step:
        step, count = half, count + 1
    return count


def _reduced(
    exercise: Exercise, suits: Suitability, catalogue: Catalogue, first_side: Side | None
) -> Step:
    """Return an exercise in its reduced form."""
    limit = _limit(exercise, suits, catalogue)
    step = resolve(exercise, LOWEST, first_side=first_side, limit=limit)
    step = _without_dropped(step, exercise, pulls=_NO_PULL.isdisjoint(suits.cautions))
    unloaded = step.mass_kg is not None and _UNLOADED in suits.cautions
    return evolve(
        step,
        is_reduced=True,
        mass_kg=0.0 if unloaded else step.mass_kg,
        notes=_reduced_notes(exercise, suits, catalogue),
    )


def _halved(step: Step, exercise: Exercise) -> Step:
    """Return half of a dose: of its repetitions, and of a single one the seconds that it lasts.

    What lasts is a contraction, a hold, a stretch, a walk and a swim. Half of a single second, or
    of one movement, is as much as before: a movement gets no gentler by being faster. Relaxation
    is never shortened.
    """
    fewest = evened(1, step.reps_per)
    if step.reps > fewest:
        reps = evened(step.reps // 2, step.reps_per)
        return evolve(step, reps=reps, cycles=reps // fewest)
    lasting = {phase for phase in step.phases if phase.seconds > 1 and _lasts(phase, exercise)}
    halves = {phase.seconds: phase.seconds // 2 for phase in lasting}
    return evolve(
        step,
        hold_s=None if step.hold_s is None else halves.get(step.hold_s, step.hold_s),
        phases=tuple(
            evolve(phase, seconds=halves[phase.seconds]) if phase in lasting else phase
            for phase in step.phases
        ),
    )


def _lasts(phase: StepPhase, exercise: Exercise) -> bool:
    if phase.role is Role.RELAX or exercise.is_only_relaxation:
        return False
    is_walk = phase.kind is PhaseKind.MOVE and Kind.AEROBIC in exercise.kinds
    return is_walk or phase.kind in (PhaseKind.CONTRACT, PhaseKind.HOLD, PhaseKind.STRETCH)


def _without_dropped(step: Step, exercise: Exercise, *, pulls: bool) -> Step:
    """Take out of a step what its reduced form drops, and stretches where nobody may pull."""
    phases = tuple(
        resolved
        if phase.in_reduced and (pulls or phase.kind is not PhaseKind.STRETCH)
        else evolve(resolved, seconds=0.0, into_s=0.0)
        for phase, resolved in zip(exercise.phases, step.phases, strict=True)
    )
    return evolve(step, phases=phases)


def longest_piece_s(suits: Suitability, catalogue: Catalogue) -> float | None:
    """Return the longest time in one piece that a caution allows for a position, seconds."""
    pieces = [catalogue.tag(tag).max_step_s for tag in suits.cautions]
    return min((piece for piece in pieces if piece is not None), default=None)


def _limit(
    exercise: Exercise, suits: Suitability, catalogue: Catalogue
) -> Callable[[Phase, float], float]:
    """Return what the cautions leave of the seconds of a phase; relaxation is never shortened.

    Where it is reduced because of pain, and no caution says for what, its own words for the gentle
    form tell of all its tags: so all of them count.
    """
    own = exercise.tags if exercise.reduced_form else ()
    tags = [catalogue.tag(tag) for tag in suits.cautions or own]
    halved = Kind.AEROBIC in exercise.kinds and not _HALVED.isdisjoint(suits.cautions)

    def allowed(phase: Phase, seconds: float) -> float:
        role = exercise.role_of(phase)
        holds = phase.kind in (PhaseKind.HOLD, PhaseKind.CONTRACT, PhaseKind.STRETCH)
        if role is Role.STRESS and halved:
            return seconds / 2
        if not holds:
            return seconds
        for tag in tags:
            concerns = role is Role.STRESS or tag.id not in _EFFORT_ONLY
            if tag.max_hold_s is not None and concerns:
                seconds = min(seconds, tag.max_hold_s)
        return seconds

    return allowed


def _reduced_notes(exercise: Exercise, suits: Suitability, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the reduced form in words: its own, or one line per way of reducing; no diagnosis."""
    if exercise.reduced_form:
        return (exercise.reduced_form,)
    forms = [catalogue.tag(tag).reduced_form for tag in suits.cautions]
    distinct = tuple(dict.fromkeys(form for form in forms if form))
    return distinct or ("low end of the dose, half the range",)
