"""A plan that is made again stays as it was wherever the news does not reach."""

from __future__ import annotations

from datetime import timedelta

import attrs
import pytest

from spinecare import AmendmentKind, Done, Entry, Journal, Plan, make_plan
from tests.adapting.following import SMALL, SMALL_PULLS, notes, person_of
from tests.adapting.living import CALM, START, after, entry
from tests.checker.facts import Table

GROWN = "lumbar-1-half-push-up"


@pytest.mark.parametrize("table", [SMALL, SMALL_PULLS], ids=["daily", "window"])
def test_made_again_every_day_only_doses_that_grow_change(table: Table) -> None:
    """The week's last days are new each time, and searched; its first days stay."""
    who = person_of(table)
    plan = make_plan(who, start=START, weeks=2, journal=Journal())
    kept: list[Entry] = []
    changed: set[AmendmentKind] = set()
    for number in range(1, 9):
        kept += notes(plan, after(number - 1), after(number))
        plan = make_plan(
            who, start=after(number), weeks=2, journal=Journal(entries=kept), previous=plan
        )
        changed |= {one.kind for one in plan.changes}

    assert changed <= {AmendmentKind.MORE}


def test_no_more_sessions_of_a_routine_stand_in_a_week_than_are_wanted() -> None:
    """The days that stay count, although only the others are searched."""
    table = SMALL | {"routines": ["lumbar"], "availability": "Mon-Sun 18:00 15 min"}
    who = person_of(table)
    plan = make_plan(who, start=START, weeks=1, journal=Journal())
    for number in range(1, 8):
        plan = make_plan(
            who,
            start=after(number),
            weeks=1,
            journal=Journal(entries=notes(plan, START, after(1))),
            previous=plan,
        )
        held = [one.date for one in plan.sessions if "lumbar" in one.routines]
        assert len(held) <= 3


def test_as_many_doses_grow_as_the_last_weeks_leave_room_for() -> None:
    """Others wait, and the plan says how many."""
    who = person_of(SMALL)
    plan = make_plan(who, start=START, weeks=6, journal=Journal())
    kept = Journal(entries=notes(plan, START, after(35)))

    new = make_plan(who, start=after(37), weeks=1, journal=kept, previous=plan)

    grown = {one.exercise for one in new.changes if one.kind is AmendmentKind.MORE}
    waits = [one.reason for one in new.findings if one.rule == "load"]
    assert grown or waits


def test_an_exercise_in_its_gentle_form_comes_back_with_half_of_it() -> None:
    """A condition asks for the gentle form; a bad day asks for less than that."""
    who = person_of(SMALL | {"conditions": ["spondylolisthesis"]})
    plan = make_plan(who, start=START, weeks=3, journal=Journal())
    session, step = next(
        (one, step)
        for one in plan.sessions
        for step in one.steps
        if step.purpose == "main" and step.is_reduced and step.reps > 1
    )
    hurt = entry(session, step, done=Done(outcome="done"), pain=attrs.evolve(CALM, during=4))

    new = make_plan(
        who,
        start=session.date + timedelta(days=3),
        weeks=1,
        journal=Journal(entries=[hurt]),
        previous=plan,
    )

    (found,) = {
        (one.reps, one.is_reduced)
        for each in new.sessions
        for one in each.steps
        if one.exercise == step.exercise and one.purpose == "main"
    }
    assert found == (step.reps // 2, True)
    told = {(one.kind, one.reason) for one in new.changes if one.exercise == step.exercise}
    assert (AmendmentKind.LESS, "It did not do you good as it was.") in told
    assert any("less than its gentle form" in one.reason for one in new.findings)


def test_what_hurt_a_little_is_done_less_far_by_the_monitored_policy() -> None:
    """The dose stays; the step and the changes say so, and when it hurts no more, too."""
    who = person_of(SMALL)
    plan = make_plan(who, start=START, weeks=3, journal=Journal(), policy="monitored")
    session = plan.sessions[0]
    step = next(one for one in session.steps if one.purpose == "main")

    def made(number: int, during: float, before: Plan, *more: Entry) -> tuple[Plan, Entry]:
        here = next(
            one
            for one in before.sessions
            if one.date >= after(number) and step.exercise in {s.exercise for s in one.steps}
        )
        told = entry(
            here, step, done=Done(outcome="done"), pain=attrs.evolve(CALM, before=2, during=during)
        )
        new = make_plan(
            who,
            start=here.date + timedelta(days=2),
            weeks=1,
            journal=Journal(entries=[told, *more]),
            previous=before,
            policy="monitored",
        )
        return new, told

    hurt, told = made(0, 4, plan)
    well, _ = made(2, 1, hurt, told)

    assert {(one.kind, one.reason) for one in hurt.changes if one.exercise == step.exercise} == {
        (AmendmentKind.GENTLER, "It hurt a little: the dose stays, and you go less far.")
    }
    assert {(one.kind, one.reason) for one in well.changes if one.exercise == step.exercise} == {
        (AmendmentKind.OTHERWISE, "It hurt no more: you go as far as before.")
    }
