"""Answers about whole sessions count however often the plan is made again."""

from __future__ import annotations

import attrs
import pytest

from spinecare import Done, Entry, Journal, Pain, Plan, Standing, make_plan, review, to_json
from spinecare.model import ExerciseId
from tests.adapting.following import SMALL, person_of
from tests.adapting.living import CALM, START, after, entry

WHO = person_of(SMALL)
BAD = attrs.evolve(CALM, next_morning=4, second_morning=4)


def first_plan() -> Plan:
    """Return the plan that is followed."""
    return make_plan(WHO, start=START, weeks=1, journal=Journal())


def noted(plan: Plan, number: int, pain: Pain = BAD) -> Entry:
    """Return an entry about the session of a day as a whole."""
    session = next(one for one in plan.sessions if one.date == after(number))
    return entry(session, None, done=Done(outcome="done"), pain=pain)


def again(plan: Plan, number: int, journal: Journal, weeks: int = 1) -> Plan:
    """Return the plan made again on a day."""
    return make_plan(WHO, start=after(number), weeks=weeks, journal=journal, previous=plan)


def gentle(plan: Plan) -> set[ExerciseId]:
    """Return what comes in its gentle form."""
    return {s.exercise for one in plan.sessions for s in one.steps if s.is_reduced}


def held(plan: Plan, number: int) -> set[ExerciseId]:
    """Return the exercises of the routines in the first session of a day."""
    session = next(one for one in plan.sessions if one.date == after(number))
    return {step.exercise for step in session.steps if step.purpose == "main"}


def test_a_bad_morning_still_counts_at_the_second_plan_after_it() -> None:
    """The plan before holds none of the sessions that it was: it has kept what they held."""
    plan = first_plan()
    kept = Journal(entries=[noted(plan, 4)])
    hurt = held(plan, 4)

    second = again(plan, 7, kept)
    third = again(second, 14, kept)

    assert hurt <= gentle(second)
    assert hurt <= gentle(third)


def test_a_morning_told_late_reaches_the_plan_after_the_next() -> None:
    """Sunday's second morning is told when Monday's plan is made already."""
    plan = first_plan()
    evening = noted(plan, 5, attrs.evolve(CALM, next_morning=None, second_morning=None))
    monday = again(plan, 7, Journal(entries=[evening]))
    late = attrs.evolve(evening, done=None, pain=Pain(second_morning=9))

    tuesday = again(monday, 8, Journal(entries=[evening, late]))

    resting = held(plan, 5)
    early = {s.exercise for one in tuesday.sessions if one.date < after(9) for s in one.steps}
    assert not resting & early


def test_a_plan_keeps_what_four_weeks_held_and_what_the_journal_tells_of() -> None:
    """Later nobody notes a session any more, but what was noted of it must be understood."""
    plan = first_plan()
    kept = Journal(entries=[noted(plan, 0, CALM)])
    for number in range(7, 50, 7):
        plan = again(plan, number, kept)

    days = [one.date for one in plan.past]
    assert days[0] == START
    assert days[1] >= after(49 - 28)
    assert days == sorted(days)


@pytest.mark.parametrize("pain", [CALM, BAD])
def test_made_again_without_news_it_stays_byte_for_byte(pain: Pain) -> None:
    """The session is known from what the plan keeps of the weeks before."""
    plan = first_plan()
    kept = Journal(entries=[noted(plan, 3, pain)])

    once = again(plan, 7, kept)

    assert to_json(again(once, 7, kept)) == to_json(once)


def test_two_bad_mornings_of_whole_sessions_ask_for_a_clinician_and_leave_nothing_out() -> None:
    """Nobody knows which exercise it was."""
    plan = first_plan()
    kept = Journal(entries=[noted(plan, 0), noted(plan, 2)])

    new = again(plan, 7, kept)

    told = [one.reason for one in new.findings if one.rule == "pain-r4"]
    assert len(told) == 1
    assert "clinician" in told[0]
    verdicts = review(kept, on=after(7), plan=plan).verdicts
    assert Standing.LEAVE_OUT not in {one.standing for one in verdicts}


def test_a_relief_position_is_never_the_reason_of_a_bad_morning() -> None:
    """It is what one does against the pain; only what hurts while it is done counts."""
    who = attrs.evolve(WHO, pain=6.0)
    plan = make_plan(who, start=START, weeks=1, journal=Journal())
    bad = Journal(entries=[noted(plan, number) for number in (0, 2, 4)])

    new = make_plan(who, start=after(7), weeks=1, journal=bad, previous=plan)

    assert held(new, 7) == held(plan, 0)
    assert not gentle(new) - gentle(plan)
