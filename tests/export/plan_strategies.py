"""Random plans over the sample catalogue, for the laws of the exporters."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import attrs
from hypothesis import strategies as st

from spinecare.model import (
    Cancelled,
    Day,
    DeskBreak,
    ExerciseId,
    Finding,
    Plan,
    RoutineId,
    RuleId,
    Session,
    SessionId,
    Severity,
    Step,
    WeeklyPlan,
)
from tests.export.sample_catalogue import SMALL_CATALOGUE
from tests.export.sample_plans import closing, press, pulls, relief, rotation, shrugs, stretch

TEXTS = st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip()))
"""Any text with something in it that UTF-8 can hold."""
ZONES = ("Europe/Berlin", "UTC", "America/New_York", "Asia/Kolkata", "Africa/Casablanca")
_STEPS = (relief(), rotation(), press(), stretch(), pulls(), shrugs(), *closing())
_DAYTIMES = st.builds(time, st.integers(6, 21), st.integers(0, 59))
_SECONDS = st.floats(0, 90).map(lambda number: round(number, 2))


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Draw a step of the samples with other numbers."""
    step = draw(st.sampled_from(_STEPS))
    return attrs.evolve(
        step,
        sets=draw(st.integers(1, 3)),
        reps=draw(st.integers(1, 12)),
        cycles=draw(st.integers(1, 12)),
        hold_s=draw(st.none() | _SECONDS),
        mass_kg=draw(st.none() | _SECONDS),
        rest_s=draw(_SECONDS),
        between_s=draw(_SECONDS),
        is_new=draw(st.booleans()),
        notes=tuple(draw(st.lists(TEXTS, max_size=2))),
    )


@st.composite
def days(draw: st.DrawFn, day: date) -> Day:
    """Draw a day: up to two sessions, up to three breaks, at different times."""
    starts = sorted(draw(st.lists(_DAYTIMES, max_size=2, unique=True)))
    sessions = tuple(
        Session(
            id=SessionId(f"s-{day:%Y%m%d}-{number}"),
            date=day,
            start=start,
            minutes=draw(st.integers(1, 90)),
            place=draw(st.just("home") | TEXTS),
            routines=tuple(draw(st.lists(_ROUTINES, max_size=3, unique=True))),
            steps=tuple(draw(st.lists(steps(), min_size=1, max_size=3))),
            notes=tuple(draw(st.lists(TEXTS, max_size=1))),
        )
        for number, start in enumerate(starts)
    )
    hours = st.sampled_from([time(9), time(10), time(11, 30), time(15)])
    breaks = tuple(
        DeskBreak(
            start=start,
            minutes=draw(st.sampled_from([2, 3, 2.5])),
            exercise=draw(st.sampled_from([ExerciseId("desk-stand-and-walk"), _STEPS[1].exercise])),
        )
        for start in sorted(draw(st.lists(hours, max_size=3, unique=True)))
    )
    return Day(date=day, sessions=sessions, desk_breaks=breaks)


_ROUTINES = st.sampled_from([RoutineId(routine.id) for routine in SMALL_CATALOGUE.routines])


@st.composite
def plans(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> Plan:
    """Draw a plan of one or two weeks, of three kinds of days: to draw each costs the most."""
    start = draw(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
    kinds = st.sampled_from([draw(days(start)) for _ in range(3)])
    weeks = tuple(
        WeeklyPlan(
            number=number + 1,
            days=tuple(
                _on(start + timedelta(days=7 * number + offset), draw(kinds)) for offset in range(7)
            ),
        )
        for number in range(draw(st.integers(1, 2)))
    )
    return Plan(
        id="p-1",
        name=draw(st.just("") | texts),
        start=start,
        timezone=draw(st.sampled_from(ZONES)),
        updated_at=draw(st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1))).replace(  # noqa: DTZ001  the zone follows
            tzinfo=UTC
        ),
        revision=draw(st.integers(0, 1000)),
        weeks=weeks,
        findings=tuple(draw(st.lists(_findings(texts), max_size=2))),
        cancelled=tuple(
            Cancelled(
                id=SessionId(f"old-{number}"), date=start, start=time(7), minutes=draw(_MINUTES)
            )
            for number in range(draw(st.integers(0, 2)))
        ),
        catalogue=SMALL_CATALOGUE,
    )


def _on(day: date, kind: Day) -> Day:
    """Return a day like another one."""
    sessions = (
        attrs.evolve(session, id=SessionId(f"s-{day:%Y%m%d}-{number}"), date=day)
        for number, session in enumerate(kind.sessions)
    )
    return attrs.evolve(kind, date=day, sessions=tuple(sessions))


_MINUTES = st.floats(1, 90)


def _findings(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Finding]:
    return st.builds(
        Finding,
        rule=st.just(RuleId("time")),
        severity=st.sampled_from(Severity),
        subject=st.just("neck"),
        place=texts,
        reason=texts,
        concession=texts,
    )
