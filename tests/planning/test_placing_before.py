"""What a plan minds of the plan before while it is placed: moments, zones, loads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from attrs import evolve

from spinecare.model import Availability, Plan, Session
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    effort,
    own_routine,
    person,
    planned,
    routine_ids,
    told,
    with_entries,
    with_routines,
)

DONE = [entry.id for entry in CATALOGUE.entries]


def days(plan: Plan, routine: str) -> list[int]:
    """Return the days of the plan on which a routine is done."""
    return [(s.date - plan.start).days for s in plan.sessions if routine in s.routines]


def moment(plan: Plan, session: Session) -> datetime:
    """Return when a session begins, UTC."""
    return session.starts_at(plan.timezone).astimezone(UTC)


def test_an_opening_that_begins_before_the_plan_before_is_over_stays_empty() -> None:
    """Who flew from New York to Auckland has their Sunday evening on Monday at noon."""
    home = person(
        timezone="America/New_York",
        availability="Sun 18:00 30 min",
        routines=["pulse-pull-ups"],
    )
    away = evolve(
        home, timezone="Pacific/Auckland", availability=Availability.parse("daily 07:00 30 min")
    )
    before = planned(home, start=MONDAY - timedelta(days=7))

    plan = planned(away, previous=before, weeks=2)

    (pulls,) = before.sessions
    done, over = moment(before, pulls), pulls.ends_at(before.timezone).astimezone(UTC)
    assert over > datetime(2026, 11, 22, 18, tzinfo=UTC)  # when Monday's slot begins
    first = moment(plan, plan.sessions[0])
    assert first >= over
    assert first - done >= timedelta(hours=120)
    assert told(plan, "time", "slot") == [
        (
            "not-fitted",
            "2026-11-23",
            "The slot at 07:00 begins before the last session of the plan before is over.",
            "a later start",
        )
    ]


def test_a_session_over_midnight_of_the_plan_before_is_not_overlapped() -> None:
    """Sunday 23:50 for half an hour, and a slot at midnight on Monday."""
    late = person(availability="Sun 23:50 30 min", routines=["wushu-morning"])
    early = evolve(late, availability=Availability.parse("daily 00:00, 00:20 15 min"))
    before = planned(late, start=MONDAY - timedelta(days=7))

    plan = planned(early, previous=before)

    assert routine_ids(plan)[0][0] == "2026-11-23-2"
    assert [row[1] for row in told(plan, "time", "slot")] == ["2026-11-23"]


def test_what_the_plan_before_loaded_rests_though_its_routine_is_wanted_no_more() -> None:
    """Pull-ups on Sunday; rows of one's own for the same muscles wait until Friday."""
    pull = CATALOGUE.entry("pulse-pull-up")
    row = effort("own-row", muscles=pull.muscles, recovery="pull")
    rows = own_routine("fitball", row.id)
    catalogue = with_routines(rows, catalogue=with_entries(row))
    who = person(routines=["pulse-pull-ups"], availability="daily 18:00 20 min", tried=DONE)
    before = planned(who, start=MONDAY - timedelta(days=1), catalogue=catalogue)

    plan = planned(evolve(who, routines=["fitball"]), previous=before, catalogue=catalogue)

    assert days(before, "pulse-pull-ups")[0] == 0
    assert days(plan, "fitball") == [4]
    assert [row for row in plan.findings if row.subject == "slot" and row.rule == "spacing"] == []


def test_a_move_east_into_two_weeks_off_makes_an_empty_plan() -> None:
    """The last session lies after the first midnight, and there is no slot to compare it with."""
    home = person(
        timezone="America/New_York", availability="Sun 18:00 30 min", routines=["pulse-pull-ups"]
    )
    slots = Availability.parse("Mon 07:00 30 min")
    off = [MONDAY + timedelta(days=7 * week) for week in range(4)]
    away = evolve(home, timezone="Pacific/Auckland", availability=evolve(slots, days_off=off))

    plan = planned(away, previous=planned(home, start=MONDAY - timedelta(days=7)), weeks=2)

    assert plan.sessions == ()


def test_a_plan_before_that_lies_ahead_is_replaced() -> None:
    """Nothing of it counts as done, and what the new plan does not hold is cancelled."""
    who = person(routines=["pulse-pull-ups"], availability="daily 18:00 20 min")
    ahead = planned(who, start=MONDAY + timedelta(days=14), weeks=2)

    plan = planned(who, previous=ahead, weeks=1)

    assert plan.weeks == planned(who, weeks=1).weeks
    assert [one.id for one in plan.cancelled] == [session.id for session in ahead.sessions]
    assert (plan.id, plan.revision) == (ahead.id, 1)
