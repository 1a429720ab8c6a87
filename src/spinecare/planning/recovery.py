"""How long loaded muscles rest before they are loaded again (rule `spacing`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from spinecare.model import Exercise, Level, MuscleId, Recovery

PULL_H = 120.0
"""Between pulling sessions: 5 days (article, line 39; evidence.md §5.6)."""
STRENGTH_H = 48.0
"""Between strength sessions of a muscle group (ACSM 2011; evidence.md §3.3)."""
BEGINNER_STRENGTH_H = 72.0
"""The same for a person who is new to it (Radaelli 2012; evidence.md §3.3)."""
GENTLE_H = 24.0
"""Between contract-relax stretches (evidence.md §5.6)."""
LIGHT_H = 6.0
"""Between sessions of light neck work, which the article does twice a day (evidence.md §5.6)."""

Loads = Mapping[MuscleId, Mapping[Recovery, datetime]]
"""When each muscle was last loaded, by kind of load; moments in UTC, the starts of sessions."""


def hours_of(recovery: Recovery, level: Level) -> float:
    """Return the hours that a kind of load asks for until the next of its kind."""
    strength = BEGINNER_STRENGTH_H if level is Level.BEGINNER else STRENGTH_H
    return {
        Recovery.PULL: PULL_H,
        Recovery.STRENGTH: strength,
        Recovery.GENTLE: GENTLE_H,
        Recovery.LIGHT: LIGHT_H,
    }.get(recovery, 0.0)


def hours_between(one: Recovery, other: Recovery, level: Level) -> float:
    """Return the hours between two loads of one muscle.

    The lighter of the two decides: a shrug the day after pull-ups needs the hours of a shrug, while
    two pulling sessions need those of pulling.
    """
    return min(hours_of(one, level), hours_of(other, level))


def is_recovered(exercise: Exercise, at: datetime, loads: Loads, level: Level) -> bool:
    """Whether the muscles of an exercise have rested enough for it at a moment (UTC).

    Hours are real hours from the start of one session to the start of the next, so a change of
    the clocks neither adds nor takes any.
    """
    if hours_of(exercise.recovery, level) == 0:
        return True
    return all(
        (at - last).total_seconds() / 3600 >= hours_between(exercise.recovery, before, level)
        for muscle in exercise.muscles
        for before, last in loads.get(muscle, {}).items()
        if last < at
    )
