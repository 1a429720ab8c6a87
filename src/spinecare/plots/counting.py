"""What a plan holds, counted for plots: minutes a day, seconds a region and week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from spinecare.model import (
    Day,
    Each,
    Exercise,
    Laterality,
    PhaseKind,
    Plan,
    Purpose,
    Role,
    RoutineId,
    Session,
    SessionPart,
    Step,
    StepPhase,
    WeeklyPlan,
)

PARTS: Final = (*(part.value for part in SessionPart), "other", "breaks")
"""What minutes are counted by: parts of a session in their order, the rest, breaks from sitting."""
NO_REGION: Final = "no-region"
"""Stands for the region of exercises that name none, or that the plan's catalogue lacks."""
_OF_PURPOSE: Final = {
    Purpose.OPENING: SessionPart.RELIEF.value,
    Purpose.REST: SessionPart.RELAXATION.value,
    Purpose.CLOSING: SessionPart.RELAXATION.value,
    Purpose.WAY_UP: SessionPart.RELAXATION.value,
}


@frozen(kw_only=True)
class DayMinutes:
    """The minutes of one day."""

    date: date
    """The day."""
    minutes: Mapping[str, float]
    """Minutes by part, all of `PARTS`; changes between steps belong to the step they lead to."""

    @property
    def total(self) -> float:
        """All its minutes."""
        return sum(self.minutes.values())


@frozen(kw_only=True)
class RegionWeek:
    """What one week asks of one region."""

    effort_s: float = 0.0
    """Seconds of stress phases, on each side."""
    stretch_s: float = 0.0
    """Seconds of stretching, on each side."""
    strength_days: int = 0
    """Days with strength, isometric or contract-relax work."""


def day_minutes(plan: Plan) -> tuple[DayMinutes, ...]:
    """Return the minutes of every day of a plan, in order.

    A day's sessions add up to their `duration_s`, its breaks from sitting to their `minutes`.
    """
    parts = {routine.id: routine.part for routine in plan.catalogue.routines}
    return tuple(_of_day(day, parts) for day in plan.days)


def _of_day(day: Day, parts: Mapping[RoutineId, SessionPart | None]) -> DayMinutes:
    minutes = dict.fromkeys(PARTS, 0.0)
    for session in day.sessions:
        for step in session.steps:
            minutes[_part(step, parts)] += (step.between_s + step.duration_s) / 60
    minutes["breaks"] = sum(pause.minutes for pause in day.desk_breaks)
    return DayMinutes(date=day.date, minutes=minutes)


def _part(step: Step, parts: Mapping[RoutineId, SessionPart | None]) -> str:
    """Return the part of a session that a step belongs to: that of its purpose, or its routine."""
    if step.purpose in _OF_PURPOSE:
        return _OF_PURPOSE[step.purpose]
    part = parts.get(step.routine) if step.routine else None
    return part.value if part else "other"


def region_weeks(plan: Plan) -> dict[str, tuple[RegionWeek, ...]]:
    """Return what each region is asked for in each week, the region with the most seconds first.

    A step counts in full for every region its exercise is for. Regions without a second of effort
    or stretching are left out. Breaks from sitting are not counted: which of their exercises is
    done is the person's choice.
    """
    weeks = [_of_week(week, plan.catalogue.entry_by_id) for week in plan.weeks]
    total: dict[str, float] = {}
    for week in weeks:
        for region, found in week.items():
            total[region] = total.get(region, 0.0) + found.effort_s + found.stretch_s
    order = sorted(total, key=lambda region: (-round(total[region], 6), region))
    return {
        region: tuple(week.get(region, RegionWeek()) for week in weeks)
        for region in order
        if total[region]
    }


def _of_week(week: WeeklyPlan, known: Mapping[str, Exercise]) -> dict[str, RegionWeek]:
    effort: dict[str, float] = {}
    stretch: dict[str, float] = {}
    days: dict[str, set[date]] = {}
    for session, step in _steps(week):
        exercise = known.get(step.exercise)
        regions = exercise.regions if exercise else ()
        for region in map(str, regions or (NO_REGION,)):
            effort[region] = effort.get(region, 0.0) + effort_s(step, exercise)
            stretch[region] = stretch.get(region, 0.0) + stretch_s(step, exercise)
            held = days.setdefault(region, set())
            if exercise is not None and exercise.is_effort:
                held.add(session.date)
    return {
        region: RegionWeek(
            effort_s=effort[region], stretch_s=stretch[region], strength_days=len(held)
        )
        for region, held in days.items()
    }


def _steps(week: WeeklyPlan) -> Iterator[tuple[Session, Step]]:
    for session in week.sessions:
        for step in session.steps:
            yield session, step


def effort_s(step: Step, exercise: Exercise | None) -> float:
    """Return the seconds of stress phases on each side: all sets, getting in not counted."""
    return _each_side(step, exercise, [p for p in step.phases if p.role is Role.STRESS])


def stretch_s(step: Step, exercise: Exercise | None) -> float:
    """Return the seconds of stretching on each side: all sets, getting in not counted."""
    return _each_side(step, exercise, [p for p in step.phases if p.kind is PhaseKind.STRETCH])


def _each_side(step: Step, exercise: Exercise | None, phases: list[StepPhase]) -> float:
    times = {Each.REP: step.sets * step.cycles, Each.SET: step.sets, Each.STEP: 1}
    seconds = sum(times[phase.each] * phase.times * phase.seconds for phase in phases)
    in_turn = exercise is not None and exercise.sides in (
        Laterality.ALTERNATING,
        Laterality.DIAGONAL,
    )
    return seconds / 2 if in_turn else seconds
