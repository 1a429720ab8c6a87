"""A plan that is made again without news is the same, byte for byte, whatever made it change."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import attrs
import pytest

from spinecare import Done, Journal, make_plan
from tests.adapting.following import (
    SMALL,
    SMALL_PULLS,
    all_well,
    away,
    by_exercise,
    person_of,
    pulls,
    weeks_of,
)
from tests.adapting.living import CALM, START, entry, main_exercises

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from spinecare import Entry, Session, Step
    from tests.adapting.following import Week
    from tests.checker.facts import Table

TWICE = SMALL | {"availability": "Mon-Fri 07:00 10 min; Mon-Fri 18:00 10 min; Sun 10:00 20 min"}
SHORT = SMALL | {"availability": "Mon-Sat 18:00 6 min", "routines": ["upper-back", "neck"]}


def bad_mornings(_: Session, __: Step, week: int) -> Mapping[str, Any]:
    """Tell of mornings that end the programme in the first week, and are calm then."""
    pain = attrs.evolve(CALM, next_morning=8) if week == 0 else CALM
    return {"done": Done(outcome="done"), "pain": pain}


def harm(session: Session, step: Step, week: int) -> Mapping[str, Any]:
    """Tell that all of one routine hurt on a Monday and on the Friday after."""
    told = all_well(session, step, week)
    if week == 0 and session.date.weekday() in (0, 4) and step.routine == "neck":
        return {**told, "pain": attrs.evolve(CALM, during=7)}
    return told


@pytest.mark.parametrize(
    ("table", "tell"),
    [
        (TWICE, all_well),  # doses that grow, and weeks that are full
        (TWICE, harm),  # slots in which nothing is left
        (SMALL, bad_mornings),  # nothing but relief positions
        (SMALL | {"availability": "Mon-Sat 18:00 10 min"}, away("illness", 1)),
        (SMALL_PULLS, away("illness", 1, 2)),
        (SHORT, all_well),  # the first search and what is kept of it do not agree at once
    ],
    ids=["growth", "empty slots", "relief", "away", "window", "short"],
)
def test_made_again_without_news_it_is_the_same(table: Table, tell: Week) -> None:
    """Each week, the journal growing."""
    for *_, found in weeks_of(table, tell, rounds=5):
        assert [breach for breach in found if breach.rule == "calm"] == []


def test_no_step_more_takes_a_neighbours_place() -> None:
    """Where the slot is too short for a dose that could grow, the session stays as it was."""
    table = SMALL | {"availability": "Mon-Sat 18:00 10 min", "routines": ["upper-back"]}

    for before, new, _, _ in weeks_of(table, all_well, rounds=4):
        held = {one.id: main_exercises(one) for one in new.sessions}
        for session in before.sessions:
            if session.id in held:
                assert main_exercises(session) <= held[session.id]


@pytest.mark.parametrize("late", [1, 2, 3])
def test_pull_ups_that_were_done_late_come_again_in_their_window(late: int) -> None:
    """The day that the plan before has is too early then; another one inside the window is not."""
    plan = make_plan(person_of(SMALL_PULLS), start=START, weeks=3, journal=Journal())
    start = START + timedelta(days=10)
    planned = max(day for day in pulls(plan) if day < START + timedelta(days=7))
    told: list[Entry] = [
        attrs.evolve(one, date=one.date + timedelta(days=late * (one.date == planned)))
        for session in plan.sessions
        if session.date < start
        for one in by_exercise(session, all_well, 0)
    ]

    new = make_plan(
        person_of(SMALL_PULLS), start=start, weeks=3, journal=Journal(entries=told), previous=plan
    )

    assert 5 <= (pulls(new)[0] - planned).days - late <= 8


def test_what_was_done_before_its_day_is_remembered() -> None:
    """Though the new plan has another session of that id, and what it held is told as a whole."""
    plan = make_plan(person_of(SMALL_PULLS), start=START, weeks=2, journal=Journal())
    session = next(one for one in plan.sessions if one.date == pulls(plan)[1])
    early = session.date - timedelta(days=1)
    told = attrs.evolve(entry(session, None, done=Done(outcome="done"), pain=CALM), date=early)

    new = make_plan(
        person_of(SMALL_PULLS),
        start=session.date,
        weeks=2,
        journal=Journal(entries=[told]),
        previous=plan,
    )

    (known,) = [one for one in new.past if one.id == session.id]
    assert {step.exercise for step in known.steps} == main_exercises(session)
    assert new.remembered[-1].id == session.id
    assert (pulls(new)[0] - early).days >= 5


def test_sides_go_on_taking_turns_although_a_plan_is_made_again_on_its_first_day() -> None:
    """The plan carries along which side began the last time before it."""
    plan = make_plan(person_of(SMALL), start=START, weeks=2, journal=Journal())
    kept = Journal(
        entries=[
            one
            for session in plan.sessions
            if session.date < START + timedelta(days=7)
            for one in by_exercise(session, all_well, 0)
        ]
    )
    start = START + timedelta(days=7)

    new = make_plan(person_of(SMALL), start=start, weeks=2, journal=kept, previous=plan)

    last = {
        step.exercise: step.sides[0]
        for session in plan.sessions
        if session.date < start
        for step in session.steps
    }
    assert {one.exercise: one.side for one in new.last_sides} == last


def test_the_hour_of_past_sessions_is_theirs_not_that_of_the_slots_of_today() -> None:
    """Pull-ups of an evening, and slots in the morning from now on: the hours of rest count."""
    evenings = SMALL_PULLS | {"availability": "Mon-Sun 20:00 12 min"}
    plan = make_plan(person_of(evenings), start=START, weeks=2, journal=Journal())
    start = pulls(plan)[0] + timedelta(days=5)
    kept = Journal(
        entries=[
            one
            for session in plan.sessions
            if session.date < start
            for one in by_exercise(session, all_well, 0)
        ]
    )
    mornings = SMALL_PULLS | {"availability": "Mon-Sun 06:00 12 min"}

    new = make_plan(person_of(mornings), start=start, weeks=2, journal=kept, previous=plan)

    assert {one.begins_at.hour for one in new.past} == {19}
    assert (pulls(new)[0] - pulls(plan)[0]).days > 5


def test_pull_ups_keep_their_days_without_a_journal_too() -> None:
    """Made again twice on the same day, and by who kept a journal and has none any more."""
    plan = make_plan(person_of(SMALL_PULLS), start=START, weeks=2)
    start = START + timedelta(days=1)
    once = make_plan(person_of(SMALL_PULLS), start=start, weeks=2, previous=plan)

    again = make_plan(person_of(SMALL_PULLS), start=start, weeks=2, previous=once)

    assert pulls(again) == pulls(once)
    assert (pulls(again)[0] - pulls(plan)[0]).days >= 5
