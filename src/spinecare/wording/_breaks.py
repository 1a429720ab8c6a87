"""Breaks from sitting, told as a pattern of days and times."""

from __future__ import annotations

from datetime import date, time

from attrs import frozen

from spinecare.model import ExerciseId, Plan


@frozen(kw_only=True)
class BreakPattern:
    """Breaks that are the same on one or more days."""

    exercise: ExerciseId
    """What to do first."""
    others: tuple[ExerciseId, ...]
    """What else will do, the preferred first."""
    minutes: float
    """How long each."""
    times: tuple[time, ...]
    """When, in order."""
    dates: tuple[date, ...]
    """The days, in order."""


def break_patterns(plan: Plan) -> tuple[BreakPattern, ...]:
    """Return the desk breaks of a plan: each pattern once, in the order of first appearance."""
    patterns: dict[tuple[object, ...], BreakPattern] = {}
    for day in plan.days:
        on_day: dict[tuple[ExerciseId, tuple[ExerciseId, ...], float], list[time]] = {}
        for item in day.desk_breaks:
            what = (item.exercise, item.others, item.minutes)
            on_day.setdefault(what, []).append(item.start)
        for (exercise, others, minutes), starts in on_day.items():
            key = (exercise, others, minutes, tuple(starts))
            known = patterns.get(key)
            patterns[key] = BreakPattern(
                exercise=exercise,
                others=others,
                minutes=minutes,
                times=tuple(starts),
                dates=(*(known.dates if known else ()), day.date),
            )
    return tuple(patterns.values())
