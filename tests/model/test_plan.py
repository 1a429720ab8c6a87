"""Plans: seconds that add up, days in a row, rows for tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from spinecare.errors import InvalidValueError
from spinecare.model import (
    Catalogue,
    Day,
    Each,
    Plan,
    Session,
    Step,
    StepPhase,
    Weekday,
    WeeklyPlan,
)
from tests.strategies import instances

MONDAY = date(2026, 11, 23)


def step(**fields: Any) -> Step:
    """Return a step with these fields and the least of all others."""
    return Step(**{"exercise": "a", "sides": ("both",), **fields})


def phase(seconds: float, **fields: Any) -> StepPhase:
    """Return a phase of so many seconds."""
    return StepPhase(**{"kind": "move", "role": "stress", "seconds": seconds, **fields})


def session(**fields: Any) -> Session:
    """Return a session with these fields and the least of all others."""
    least: dict[str, Any] = {
        "id": "s-1",
        "date": MONDAY,
        "start": time(7),
        "minutes": 20,
        "routines": (),
        "steps": (),
    }
    return Session(**{**least, **fields})


def week(start: date = MONDAY, **first_day: Any) -> WeeklyPlan:
    """Return a week whose first day has these fields."""
    first = Day(date=start, **first_day)
    others = (Day(date=start + timedelta(days=number)) for number in range(1, 7))
    return WeeklyPlan(number=1, days=(first, *others))


def plan(**fields: Any) -> Plan:
    """Return a plan of one week with these fields."""
    least: dict[str, Any] = {
        "id": "p",
        "start": MONDAY,
        "timezone": "Europe/Berlin",
        "updated_at": datetime(2026, 11, 22, tzinfo=UTC),
        "weeks": (week(),),
        "catalogue": Catalogue(),
    }
    return Plan(**{**least, **fields})


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({}, 0),
        ({"phases": (phase(5),)}, 5),
        ({"phases": (phase(5, into_s=2, times=3),)}, 21),
        ({"phases": (phase(5), phase(7, each="set"), phase(11, each="step"))}, 23),
        ({"phases": (phase(5), phase(7, each="set")), "cycles": 3}, 22),
        ({"phases": (phase(5), phase(7, each="set")), "sets": 2, "rest_s": 30}, 54),
        ({"phases": (phase(5),), "leave_s": 2}, 7),
        (
            {
                "phases": (phase(5), phase(11, each="step")),
                "sides": ("left", "right"),
                "one_side_after_other": True,
                "change_s": 4,
            },
            25,
        ),
        ({"phases": (phase(5),), "sides": ("left", "right"), "change_s": 4}, 5),
        ({"phases": (phase(5),), "between_s": 10}, 5),
    ],
)
def test_the_seconds_of_a_step_add_up(fields: dict[str, Any], seconds: float) -> None:
    """Repetitions, sets, rests, both sides, the change between them, coming out."""
    assert step(**fields).duration_s == seconds


def test_each_round_of_phases_can_be_asked_for() -> None:
    """What happens in every repetition, once a set, once in all."""
    done = step(phases=(phase(5), phase(6), phase(7, each="set"), phase(11, each="step")))

    assert [done.seconds_of(each) for each in Each] == [11, 7, 11]


def test_a_session_lasts_as_long_as_its_steps_and_the_changes_between() -> None:
    """And ends on a full minute."""
    steps = (step(phases=(phase(50),)), step(phases=(phase(20),), between_s=10))
    done = session(steps=steps)

    assert done.duration_s == 80
    assert done.starts_at("Europe/Berlin").isoformat() == "2026-11-23T07:00:00+01:00"
    assert done.ends_at("Europe/Berlin").isoformat() == "2026-11-23T07:02:00+01:00"


def test_a_session_over_the_spring_change_keeps_its_real_length() -> None:
    """Twenty minutes are twenty minutes, though the clocks jump an hour."""
    done = session(date=date(2026, 3, 29), start=time(1, 50), steps=(step(phases=(phase(1200),)),))

    assert done.ends_at("Europe/Berlin").isoformat() == "2026-03-29T03:10:00+02:00"


@pytest.mark.parametrize("days", [(), tuple(Day(date=MONDAY) for _ in range(7))])
def test_a_week_is_seven_days_in_a_row(days: tuple[Day, ...]) -> None:
    """No fewer, none twice."""
    with pytest.raises(InvalidValueError, match="days must be seven days in a row"):
        WeeklyPlan(number=1, days=days)


def test_days_know_their_weekday() -> None:
    """From the date."""
    assert [day.weekday for day in week().days] == list(Weekday)


def test_sessions_of_a_plan_stand_in_its_order() -> None:
    """Weeks, days, sessions."""
    first, second = session(), session(id="s-2", date=MONDAY + timedelta(days=7))
    later = week(MONDAY + timedelta(days=7), sessions=(second,))

    made = plan(weeks=(week(sessions=(first,)), later))

    assert made.sessions == (first, second)
    assert later.sessions == (second,)
    assert len(made.days) == 14


def test_sessions_of_a_plan_have_different_ids() -> None:
    """A calendar could not tell them apart."""
    with pytest.raises(InvalidValueError, match="weeks must be sessions with different ids"):
        plan(weeks=(week(sessions=(session(), session())),))


def test_a_plan_is_made_at_a_moment_with_a_zone() -> None:
    """A moment without one could be anywhere."""
    with pytest.raises(InvalidValueError, match="updated_at must be a moment with a time zone"):
        plan(updated_at=datetime(2026, 11, 22))  # noqa: DTZ001  refusing it is the point


def test_rows_are_flat_and_in_the_order_of_the_plan() -> None:
    """One for each step, ready for a table."""
    steps = (
        step(sides=("left", "right"), hold_s=20, rest_s=5, mass_kg=1.5, routine="neck"),
        step(exercise="b", phases=(phase(5),), is_reduced=True),
    )
    rows = plan(weeks=(week(sessions=(session(steps=steps),)),)).to_rows()

    assert rows[0] == {
        "date": "2026-11-23",
        "time": "07:00",
        "session": "s-1",
        "order": 1,
        "exercise": "a",
        "routine": "neck",
        "purpose": "main",
        "side": "left+right",
        "sets": 1,
        "reps": 1,
        "hold_s": 20,
        "rest_s": 5,
        "mass_kg": 1.5,
        "duration_s": 0,
        "is_reduced": False,
    }
    assert (rows[1]["order"], rows[1]["exercise"], rows[1]["duration_s"]) == (2, "b", 5)


@settings(max_examples=settings().max_examples // 6)  # plans are large
@given(made=instances(Plan))
def test_there_are_as_many_rows_as_steps(made: Plan) -> None:
    """None is dropped, and every row has the same keys."""
    rows = made.to_rows()

    assert len(rows) == sum(len(done.steps) for done in made.sessions)
    assert len({tuple(row) for row in rows}) <= 1


@pytest.mark.parametrize(
    "day",
    [
        date(1, 1, 1),
        date(1969, 12, 31),
        date(2200, 1, 1),
        date.max,
        datetime(2026, 11, 23, tzinfo=UTC),
    ],
)
def test_a_day_that_no_plan_stands_on_is_refused(day: date) -> None:
    """The slip of a pen, or a moment where a date is asked for."""
    with pytest.raises(InvalidValueError, match="date must be a date from 1970-01-01 to 2199-12-"):
        Day(date=day)


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date(2200, 1, 2), date.max])
def test_a_moment_that_no_plan_was_made_at_is_refused(day: date) -> None:
    """Some of them have no UTC everywhere; none of them is meant."""
    moment = datetime.combine(day, time(), ZoneInfo("Asia/Tokyo"))

    with pytest.raises(InvalidValueError, match="updated_at must be a moment from 1970-01-01 to"):
        plan(updated_at=moment)


def test_the_moment_of_a_plan_is_kept_in_utc() -> None:
    """Equal plans are written alike, wherever they were made."""
    moment = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Tokyo"))

    assert plan(updated_at=moment).updated_at.isoformat() == "2026-11-23T00:00:00+00:00"


@pytest.mark.parametrize("start", [time(7, 0, 1), time(7, tzinfo=UTC), time(7, 0, 0, 1), "07:00"])
def test_a_session_starts_at_a_wall_clock_time_to_the_minute(start: Any) -> None:
    """Seconds and zones would be lost in a file."""
    with pytest.raises(InvalidValueError, match="start must be a time of day to the minute"):
        session(start=start)
