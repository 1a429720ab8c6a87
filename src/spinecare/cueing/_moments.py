"""A step taken apart in time: every phase of every repetition, on every side."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from spinecare.model import CueKind, Each, PhaseKind, Role, Step, StepPhase


@frozen(kw_only=True)
class Moment:
    """A stretch of a step's time. It may last no time at all, and still have something to say."""

    kind: CueKind
    """What it is for."""
    role: Role
    """Stress, relax or neutral."""
    seconds: float
    """How long it lasts."""
    phase: int | None = None
    """The index of the phase; `None` between phases."""
    is_way: bool = False
    """Whether it leads into the phase."""
    place: int = 0
    """Which of the sides it is on, counted from 0, where one comes after the other."""
    time: int = 0
    """Which of the times in a row it is, counted from 0."""
    set: int = 1
    """The set."""
    rep: int = 1
    """The repetition."""


def moments(step: Step) -> Iterator[Moment]:
    """Yield the time of a step in order, from getting ready for it to coming out of it."""
    yield _between(CueKind.READY, Role.NEUTRAL, step.between_s)
    yield from _phases(step, Each.STEP, is_setup=True)
    for place in range(len(step.sides) if step.one_side_after_other else 1):
        if place:
            yield _between(CueKind.CHANGE, Role.NEUTRAL, step.change_s, place=place)
        for set in range(1, step.sets + 1):
            if set > 1:
                yield _between(CueKind.REST, Role.RELAX, step.rest_s, place=place, set=set)
            for rep in range(1, step.cycles + 1):
                yield from _phases(step, Each.REP, place=place, set=set, rep=rep)
            yield from _phases(step, Each.SET, place=place, set=set, rep=step.cycles)
    yield from _phases(step, Each.STEP, is_setup=False, set=step.sets, rep=step.cycles)
    yield _between(CueKind.LEAVE, Role.NEUTRAL, step.leave_s, set=step.sets, rep=step.cycles)


def _between(
    kind: CueKind, role: Role, seconds: float, *, place: int = 0, set: int = 1, rep: int = 1
) -> Moment:
    return Moment(kind=kind, role=role, seconds=seconds, place=place, set=set, rep=rep)


def _phases(
    step: Step,
    each: Each,
    *,
    is_setup: bool | None = None,
    place: int = 0,
    set: int = 1,
    rep: int = 1,
) -> Iterator[Moment]:
    """Yield the phases that happen so often; of those once a step, the setup comes first."""
    for index, phase in enumerate(step.phases):
        if phase.each is not each or is_setup not in (None, phase.kind is PhaseKind.SETUP):
            continue
        for time in range(phase.times):
            if phase.into_s:
                yield Moment(
                    kind=_way_kind(phase),
                    role=phase.role if phase.role is Role.STRESS else Role.NEUTRAL,
                    seconds=phase.into_s,
                    phase=index,
                    is_way=True,
                    place=place,
                    time=time,
                    set=set,
                    rep=rep,
                )
            yield Moment(
                kind=CueKind(phase.kind.value),
                role=phase.role,
                seconds=phase.seconds,
                phase=index,
                place=place,
                time=time,
                set=set,
                rep=rep,
            )


def _way_kind(phase: StepPhase) -> CueKind:
    """Return what the way into a phase is: back from the effort, or into position for it."""
    return CueKind.RETURN if phase.kind is PhaseKind.RELAX else CueKind.SETUP
