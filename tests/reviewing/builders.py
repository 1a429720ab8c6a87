"""Short ways to write entries and journals."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from spinecare.model import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Outcome,
    Pain,
    PainCharacter,
    SessionId,
    SkipReason,
    Symptom,
)
from spinecare.reviewing import Policy, Verdict, review

MONDAY = date(2026, 11, 23)
BRIDGE = "yoga-two-legged-table-pose"
ALL_DONE = Done(outcome=Outcome.DONE)
CALM = {"before": 0, "during": 0, "after": 0, "next_morning": 0, "second_morning": 0}
"""Nothing hurts, and everything is told."""


def day(number: int) -> date:
    """Return a day, counted from a Monday, which is 0."""
    return MONDAY + timedelta(days=number)


def entry(
    number: int,
    exercise: str | None = BRIDGE,
    *,
    done: Done | None = ALL_DONE,
    session: str = "",
    character: Iterable[PainCharacter | str] = (),
    symptoms: Iterable[Symptom | str] = (),
    **pain: float | None,
) -> Entry:
    """Return an entry of the session of a day; pain that is not given is unknown."""
    return Entry(
        session=SessionId(session or f"s-{day(number).isoformat()}"),
        date=day(number),
        exercise=None if exercise is None else ExerciseId(exercise),
        written_at=datetime.combine(day(number), time(20), UTC),
        done=done,
        pain=Pain(**pain),
        character=[PainCharacter(one) for one in character],
        symptoms=[Symptom(one) for one in symptoms],
    )


def calm(number: int, exercise: str | None = BRIDGE, **other: Any) -> Entry:
    """Return an entry without pain, all answers known, but for what is given."""
    return entry(number, exercise, **{**CALM, **other})


def skipped(number: int, reason: SkipReason | str, exercise: str | None = BRIDGE) -> Entry:
    """Return an entry of something skipped."""
    done = Done(outcome=Outcome.SKIPPED, reason=SkipReason(reason))
    return entry(number, exercise, done=done)


def journal(*entries: Entry) -> Journal:
    """Return a journal."""
    return Journal(entries=entries)


def verdict(
    entries: Iterable[Entry], on: int, policy: Policy | str = "strict", exercise: str = BRIDGE
) -> Verdict:
    """Return the verdict on one exercise, on a day counted from the Monday."""
    found = review(Journal(entries=tuple(entries)), on=day(on), policy=policy).verdicts
    return next(one for one in found if one.exercise == exercise)


def told(value: Any) -> tuple[Any, ...]:
    """Return what a verdict says in short: standing, action, level."""
    return value.standing.value, value.action.value, value.level
