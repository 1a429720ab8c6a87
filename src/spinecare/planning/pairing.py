"""Stress, then relax: every effort is answered by letting go (article, line 121; design §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from spinecare.model import Exercise, Kind, PhaseKind, Role, Step
from spinecare.planning.timing import timeline

LEAST_RELAX_S = 5.0
"""No relax phase is shorter (design §5; evidence.md §6, D-JUDGE)."""
LEAST_FLOAT_S = 60.0
"""After swimming one floats at least so long (design §5, D-JUDGE)."""


@frozen(kw_only=True)
class Run:
    """A run of stress and the relaxation that answers it."""

    first: int
    """Index of the step in which the run begins."""
    step: int
    """Index of the step in which the run ends."""
    effort_s: float
    """Seconds of the stress phases."""
    relax_s: float
    """Seconds of the longest relax phase before the next stress; 0 when there is none."""
    phase: int | None
    """Index of that relax phase in its step; `None` where it is a rest between sets, or none."""


def runs(steps: Iterable[Step]) -> Iterator[Run]:
    """Yield the runs of stress of steps done one after the other.

    A run is everything from the first stress phase to the next relax phase; neutral phases stand
    inside it without counting. The longest relax phase before the next stress answers it.
    """
    effort, relax, phase, begun, where = 0.0, 0.0, None, 0, 0
    for index, step in enumerate(steps):
        for role, seconds, at in timeline(step):
            if role is Role.STRESS and seconds > 0:
                if relax:
                    yield Run(first=begun, step=where, effort_s=effort, relax_s=relax, phase=phase)
                    effort, relax, phase = 0.0, 0.0, None
                begun = begun if effort else index
                effort += seconds
                where = index
            elif role is Role.RELAX and effort and seconds > relax:
                relax, phase = seconds, at if index == where else None
    if effort:
        yield Run(first=begun, step=where, effort_s=effort, relax_s=relax, phase=phase)


def relax_needed_s(exercise: Exercise, effort_s: float, *, strict: bool) -> float:
    """Return the seconds of relaxation that an effort asks for.

    Args:
        exercise: The exercise the effort belongs to.
        effort_s: Seconds of the run.
        strict: Whether the routine or the person asks for a relaxation as long as the effort even
            where the movement is light.

    Returns:
        Seconds: as long as the effort and at least 5 for contractions, lifts, loaded holds and
        contract-relax, and for everything under `strict`; 60 after swimming, and after other
        aerobic work its own 5 or more; 5 for light movement.
    """
    if Kind.AEROBIC in exercise.kinds:
        return LEAST_FLOAT_S if "water" in exercise.tags else LEAST_RELAX_S
    if strict or is_real_effort(exercise):
        return max(effort_s, LEAST_RELAX_S)
    return LEAST_RELAX_S


def is_real_effort(exercise: Exercise) -> bool:
    """Whether an exercise contracts, lifts, holds a load or carries one.

    Circles, rocks and the ball move lightly even where they train strength in the long run.
    """
    contracts = any(
        phase.kind in (PhaseKind.CONTRACT, PhaseKind.HOLD)
        and exercise.role_of(phase) is Role.STRESS
        for phase in exercise.phases
    )
    return contracts or "load-in-hands" in exercise.tags


def paired(step: Step, exercise: Exercise, *, strict: bool) -> tuple[Step, float]:
    """Lengthen the relax phases of a step until each answers its effort.

    Returns:
        The step, and the seconds of relaxation that must follow it because it has no relax phase
        after its last effort; 0 where none is missing.
    """
    missing, rest = 0.0, step.rest_s
    longer: dict[int, float] = {}
    for run in runs([step]):
        needed = relax_needed_s(exercise, run.effort_s, strict=strict)
        if run.relax_s >= needed:
            continue
        if run.phase is not None:
            longer[run.phase] = max(longer.get(run.phase, 0.0), needed)
        elif run.relax_s:
            rest = max(rest, needed)
        else:
            missing = max(missing, needed)
    phases = tuple(
        evolve(phase, seconds=longer[index] / phase.times) if index in longer else phase
        for index, phase in enumerate(step.phases)
    )
    return evolve(step, phases=phases, rest_s=rest), missing
