"""What a new plan minds of the plan before: spacing, sides, stages, what was tried."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Day, ExerciseId, Person, Plan, RoutineId, Session, Side
from spinecare.planning.outlook import Outlook
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    exercises_of,
    opening_at,
    outlook_of,
    person,
    planned,
    session_at,
    step_of,
)

TWIST, NOD, SHRUG = "yoga-supine-twist", "neck-1-flexion-extension", "neck-5-weighted-shrug"
PULSE = CATALOGUE.routine("pulse-pull-ups")
NECK, YOGA = CATALOGUE.routine("neck"), CATALOGUE.routine("yoga-asanas")
DONE = [entry.id for entry in CATALOGUE.entries]


def plan_of(*sessions: Session, timezone: str = "UTC") -> Plan:
    """Return a plan that holds sessions, each on its day of the week from Monday on."""
    plan = planned(person(availability="Mon 00:00 5 min", timezone=timezone))
    days = [
        Day(date=day.date, sessions=tuple(one for one in sessions if one.date == day.date))
        for day in plan.days
    ]
    return evolve(plan, weeks=(evolve(plan.weeks[0], days=tuple(days)),))


def remembering(plan: Plan, start: date) -> Outlook:
    """Return the outlook of a person who had a plan before."""
    look = outlook_of(start=start)
    look.history.remember(plan, start)
    return look


def test_sessions_before_the_new_start_are_remembered() -> None:
    """Their routines, exercises, loads and sides, as if this plan had held them."""
    plan = plan_of(session_at(opening_at(18), step_of(TWIST, YOGA.id), step_of(SHRUG, NECK.id)))

    history = remembering(plan, MONDAY + timedelta(days=1)).history

    at = opening_at(18).at
    assert history.hours_since(YOGA, opening_at(42).at) == 24
    assert history.sessions_on(NECK, MONDAY) == 1
    assert history.last_done == {TWIST: at, SHRUG: at}
    assert history.next_side(CATALOGUE.entry(TWIST)) is Side.RIGHT
    assert history.is_tried(ExerciseId(SHRUG))
    assert set(history.loads[CATALOGUE.entry(SHRUG).muscles[0]].values()) == {at}
    assert history.rungs == {TWIST: 0, SHRUG: 0}


@pytest.mark.parametrize(("days", "times"), [(0, 0), (1, 1), (2, 2), (9, 3)])
def test_sessions_from_the_new_start_on_are_not_counted(days: int, times: int) -> None:
    """Monday, Tuesday and Wednesday: the new plan takes the place of what lies ahead."""
    plan = plan_of(*(session_at(opening_at(24 * n + 18), step_of(NOD, NECK.id)) for n in range(3)))

    history = remembering(plan, MONDAY + timedelta(days=days)).history

    assert history.times_done[ExerciseId(NOD)] == times
    assert len(history.routine_days[NECK.id]) == times


def test_steps_that_the_catalogue_does_not_know_are_passed_over() -> None:
    """Another edition of the catalogue; the rest of the session counts."""
    gone = evolve(step_of(NOD), exercise=ExerciseId("no-more"), routine=RoutineId("own"))
    plan = plan_of(
        session_at(opening_at(8), gone, step_of(TWIST, YOGA.id)), session_at(opening_at(42), gone)
    )

    history = remembering(plan, MONDAY + timedelta(days=3)).history

    assert set(history.times_done) == {TWIST}
    assert history.routine_days[YOGA.id] == [MONDAY]


def test_moments_are_those_of_the_zone_of_the_earlier_plan() -> None:
    """Whoever moved from Berlin: six in the evening there was five in UTC."""
    plan = plan_of(session_at(opening_at(18), step_of(NOD, NECK.id)), timezone="Europe/Berlin")

    history = remembering(plan, MONDAY + timedelta(days=1)).history

    assert history.last_done[ExerciseId(NOD)] == datetime(2026, 11, 23, 17, tzinfo=UTC)


def first_of(who: Person, days: int, **before: Any) -> tuple[Plan, Session]:
    """Return a plan of some weeks, and the first session of one that replaces it later."""
    first = planned(who, **before)
    start = MONDAY + timedelta(days=days)
    return first, planned(who, start=start, previous=first).sessions[0]


def test_a_new_plan_lets_muscles_rest_from_the_old_one() -> None:
    """Pull-ups in the old plan: their window opens five days later, whatever starts between."""
    who = person(routines=[PULSE.id], availability="daily 18:00 60 min", tried=DONE)
    first = planned(who)
    last = first.sessions[0].date
    start = last + timedelta(days=1)

    alone = planned(who, start=start).sessions[0]
    after = planned(who, start=start, previous=first, weeks=2).sessions[0]

    assert PULSE.cadence.window_days is not None
    assert (alone.date - last).days < PULSE.cadence.window_days.low <= (after.date - last).days


def test_a_new_plan_begins_on_the_other_side() -> None:
    """The circles began on the left on Monday."""
    who = person(routines=["wushu-morning"])

    first, after = first_of(who, 1)

    assert first.sessions[0].steps[0].sides[0] is Side.LEFT
    assert after.steps[0].sides[0] is Side.RIGHT


def test_a_stage_of_the_old_plan_stays_open_in_the_new_one() -> None:
    """Two weeks of neck work before it: neck 4 joins on the first day."""
    who = person(routines=["neck"], availability="daily 08:00, 18:00 30 min")

    _, after = first_of(who, 14, weeks=2)

    assert "neck-4-isometric-resisted" in exercises_of(after)
    assert "neck-4-isometric-resisted" not in exercises_of(planned(who).sessions[0])


def test_what_the_old_plan_held_is_new_no_more() -> None:
    """A sore person begins with three circles, and goes on with three more."""
    who = person(routines=["wushu-morning"], conditions=["hip-pain"])

    first, after = first_of(who, 1)

    assert [step.is_new for step in first.sessions[0].steps] == [True] * 3
    assert len(exercises_of(after)) == 6
    assert [step.is_new for step in after.steps] == [False] * 3 + [True] * 3


def test_a_plan_that_starts_as_the_old_one_did_remembers_nothing_of_it() -> None:
    """Made anew with the same wishes it is the same, but for the revision."""
    who = person(routines=["wushu-morning", "neck"])
    first = planned(who)

    again = planned(who, previous=first)

    assert again == evolve(first, revision=1)


def test_a_session_of_midnight_belongs_to_its_own_day() -> None:
    """It began on Monday, the first day of the new plan, so it does not count."""
    at = opening_at(0)
    session = session_at(at, step_of(NOD, NECK.id))
    plan = plan_of(session)

    assert session.start == time(0)
    assert remembering(plan, MONDAY).history.routine_days[RoutineId("neck")] == []
