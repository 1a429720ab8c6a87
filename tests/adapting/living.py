"""People who follow a plan and note how it felt, told in a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from spinecare import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Pain,
    Person,
    Plan,
    Planned,
    Purpose,
    Session,
    SessionId,
    Step,
    load_person,
    make_plan,
)

PROFILES = Path(__file__).parents[2] / "examples" / "profiles"
PEOPLE = tuple(sorted(path.stem for path in PROFILES.glob("*.toml")))
START = date(2026, 11, 23)
"""A Monday."""
CALM = Pain(before=1, during=1, after=1, next_morning=1, second_morning=1)
"""Pain that is no worse for having exercised."""
CAT = "upper-back-2-cat-all-fours"
Telling = Callable[[Session, Step], Mapping[str, Any] | None]
"""What is noted of a step: fields of an entry; `None` for nothing."""


@cache
def person(name: str) -> Person:
    """Return an example person with little pain."""
    return attrs.evolve(load_person(PROFILES / f"{name}.toml"), pain=1.0)


@cache
def plan_of(name: str, weeks: int = 4) -> Plan:
    """Return the plan of an example person who keeps a journal, still empty."""
    return make_plan(person(name), start=START, weeks=weeks, journal=Journal())


def after(days: int) -> date:
    """Return the day so many days after the start."""
    return START + timedelta(days=days)


def entry(session: Session, step: Step | None = None, **fields: Any) -> Entry:
    """Return an entry about a step, or about a whole session, written in its evening."""
    return Entry(
        session=session.id,
        date=session.date,
        exercise=None if step is None else step.exercise,
        written_at=datetime.combine(session.date, time(20), UTC),
        planned=None if step is None else Planned.of(step),
        **fields,
    )


def noted(
    number: int, reps: int, *, exercise: str = CAT, outcome: str = "done", pain: Pain = CALM
) -> Entry:
    """Return an entry about an exercise that was asked for with so many repetitions."""
    return Entry(
        session=SessionId(f"{after(number).isoformat()}-1"),
        date=after(number),
        exercise=ExerciseId(exercise),
        written_at=datetime.combine(after(number), time(20), UTC),
        planned=Planned(reps=reps, duration_s=10.0 * reps),
        done=Done(outcome=outcome, reason=None if outcome == "done" else "no-time"),
        pain=pain if outcome != "skipped" else Pain(),
    )


def good(*numbers: int, reps: int = 6) -> list[Entry]:
    """Return good sessions on days, with so many repetitions."""
    return [noted(number, reps) for number in numbers]


def well(_: Session, __: Step) -> Mapping[str, Any]:
    """Tell that all was done and did no harm."""
    return {"done": Done(outcome="done"), "pain": CALM}


def hurting(exercise: str, **pain: float) -> Telling:
    """Tell that all was well but for one exercise."""

    def tell(session: Session, step: Step) -> Mapping[str, Any]:
        told = well(session, step)
        if step.exercise != exercise:
            return told
        return {**told, "pain": attrs.evolve(CALM, **pain)}

    return tell


def skipping(*sessions: str) -> Telling:
    """Tell that all was well but for sessions that were skipped."""

    def tell(session: Session, step: Step) -> Mapping[str, Any]:
        if session.id in sessions:
            return {"done": Done(outcome="skipped", reason="no-time")}
        return well(session, step)

    return tell


def journal(plan: Plan, until: date, tell: Telling = well) -> Journal:
    """Return what a person notes of the exercises of each session before a day."""
    return Journal(
        entries=tuple(
            entry(session, step, **told)
            for session in plan.sessions
            if session.date < until
            for step in session.steps
            if step.purpose is Purpose.MAIN and (told := tell(session, step)) is not None
        )
    )


def again(name: str, start: date, kept: Journal, weeks: int = 3, **more: Any) -> Plan:
    """Return the plan of an example person, made again with a journal."""
    return make_plan(
        person(name), start=start, weeks=weeks, previous=plan_of(name), journal=kept, **more
    )


def main_exercises(session: Session) -> set[str]:
    """Return the exercises of routines in a session."""
    return {step.exercise for step in session.steps if step.purpose is Purpose.MAIN}
