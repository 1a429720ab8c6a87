"""The day counts on which something was done, not the one for which it was planned."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

from spinecare import Done, Entry, Journal, Pain, Plan, make_plan
from tests.adapting.following import SMALL, SMALL_PULLS, person_of, pulls
from tests.adapting.living import CALM, START, after, entry, well

PULLER = person_of(SMALL_PULLS | {"tried": ["pulse-pull-up"]})
PULL = "pulse-pull-up"


def done(plan: Plan, planned: date, really: date) -> list[Entry]:
    """Return entries about a session that was done on another day than planned."""
    session = next(one for one in plan.sessions if one.date == planned)
    steps = [step for step in session.steps if step.purpose == "main"]
    return [attrs.evolve(entry(session, one, **well(session, one)), date=really) for one in steps]


@pytest.mark.parametrize("late", [1, 2, 3, 4])
def test_pull_ups_done_late_rest_from_the_day_on_which_they_were_done(late: int) -> None:
    """Five days at least, from the end of that day: nobody knows the hour."""
    plan = make_plan(PULLER, start=START, weeks=3, journal=Journal())
    planned = pulls(plan)[0]
    really = planned + timedelta(days=late)
    kept = Journal(entries=done(plan, planned, really))

    new = make_plan(PULLER, start=really + timedelta(days=1), weeks=3, journal=kept, previous=plan)

    assert (pulls(new)[0] - really).days > 5


def test_pull_ups_done_before_their_day_count_too() -> None:
    """They stand in the plan before on the day of the new start or later."""
    plan = make_plan(PULLER, start=START, weeks=3, journal=Journal())
    first, second = pulls(plan)[:2]
    kept = Journal(entries=[*done(plan, first, first), *done(plan, second, second - timedelta(1))])

    new = make_plan(PULLER, start=second, weeks=3, journal=kept, previous=plan)

    assert (pulls(new)[0] - (second - timedelta(days=1))).days > 5


def test_no_effort_follows_on_a_day_whose_session_ended_with_much_pain() -> None:
    """R3: no further strength today; the day after, what did not hurt may come again."""
    table = SMALL | {"availability": "Mon-Sun 07:00 15 min; Mon-Sun 18:00 15 min"}
    who = person_of(table)
    plan = make_plan(who, start=START, weeks=1, journal=Journal())
    efforts = {one.id for one in plan.catalogue.entries if one.is_effort}
    morning, evening = next(
        day.sessions
        for day in plan.days
        if len(day.sessions) == 2 and efforts & {step.exercise for step in day.sessions[1].steps}
    )
    step = next(one for one in morning.steps if one.purpose == "main")
    told = entry(morning, step, done=Done(outcome="done"), pain=attrs.evolve(CALM, after=8))

    new = make_plan(
        who, start=morning.date, weeks=1, journal=Journal(entries=[told]), previous=plan
    )

    today = [one for one in new.sessions if one.date == morning.date]
    assert not efforts & {step.exercise for one in today for step in one.steps}
    assert efforts & {step.exercise for step in evening.steps}


SKIPPED = Done(outcome="skipped", reason="no-time")


@pytest.mark.parametrize(("missed", "again"), [(1, 8), (2, 14)])
def test_a_missed_window_takes_a_place_on_its_last_day(missed: int, again: int) -> None:
    """Slots are full: while the window is open nobody gives way, on its last day somebody does."""
    table = SMALL_PULLS | {"availability": "Mon-Sun 18:00 8 min", "tried": [PULL]}
    who = person_of(table)
    plan = make_plan(who, start=START, weeks=4, journal=Journal())
    skipped = pulls(plan)[missed]
    kept = [
        attrs.evolve(one, done=SKIPPED, pain=Pain())
        if one.exercise in (PULL, "bar-hang") and one.date == skipped
        else one
        for session in plan.sessions
        if session.date <= skipped
        for one in done(plan, session.date, session.date)
    ]

    new = make_plan(
        who,
        start=skipped + timedelta(days=1),
        weeks=2,
        journal=Journal(entries=kept),
        previous=plan,
    )

    assert pulls(new)[0] == after(again)
    assert (after(again) - pulls(plan)[missed - 1]).days <= 8
    gone = {
        one.exercise for one in new.changes if one.kind == "dropped" and one.date == after(again)
    }
    assert gone


def test_sessions_done_in_another_order_than_planned_rest_from_the_latest() -> None:
    """Monday's is made up on Friday, after Wednesday's: strength rests from Friday on."""
    table = SMALL | {"routines": ["upper-back"], "availability": "Mon, Wed, Fri, Sat 18:00 25 min"}
    who = person_of(table)
    plan = make_plan(who, start=START, weeks=2, journal=Journal())
    late = [*done(plan, after(0), after(4)), *done(plan, after(2), after(2))]

    new = make_plan(who, start=after(5), weeks=1, journal=Journal(entries=late), previous=plan)

    strength = {one.id for one in plan.catalogue.entries if one.recovery == "strength"}
    told = {one.exercise for one in late if one.date == after(4)} & strength
    saturday = {step.exercise for s in new.sessions if s.date == after(5) for step in s.steps}
    assert told
    assert not told & saturday
