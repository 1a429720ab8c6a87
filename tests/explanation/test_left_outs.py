"""What a routine leaves out, an exercise that comes seldom, and a search in vain."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare import Availability, Person, Plan, make_plan
from spinecare.explanation import Change, ChangeKind, explain
from spinecare.explanation._held import Held
from spinecare.explanation._left_outs import left_outs
from tests.explanation.people import (
    CATALOGUE,
    EVERYTHING,
    START,
    person,
    plan,
    planned,
    someone,
)

WITHOUT_BAR = someone(
    routines=["yoga-asanas", "pulse-pull-ups"],
    equipment=[thing for thing in EVERYTHING if thing != "pull-up-bar"],
)


def _with(who: Person, change: Change, weeks: int = 2) -> Plan:
    return make_plan(change.applied_to(who), start=START, weeks=weeks)


def _holding(made: Plan, exercise: str) -> int:
    return sum(exercise in {step.exercise for step in s.steps} for s in made.sessions)


def test_a_routine_that_lacks_its_thing_gets_it_as_a_concession() -> None:
    """As its exercise does."""
    made = planned(WITHOUT_BAR)

    (found,) = explain(made, "pulse-pull-ups", person=WITHOUT_BAR).concessions

    assert found.text == (
        "Having this at home, horizontal bar (pull-up-bar), would bring Pulse pull-ups into the "
        "plan."
    )
    better = _with(WITHOUT_BAR, found.change)
    assert any("pulse-pull-ups" in session.routines for session in better.sessions)


@pytest.mark.no_cover  # tests/README.md says why
def test_a_routine_that_lacks_some_exercises_gets_what_they_need() -> None:
    """Each kind of thing once, with the exercises it would bring."""
    why = explain(plan("desk-worker"), "neck", person=person("desk-worker"))

    (found,) = (c for c in why.concessions if c.change.kind is ChangeKind.EQUIPMENT)
    assert found.text.endswith("would bring Slow shoulder shrug with light weights into the plan.")
    better = _with(person("desk-worker"), found.change, 4)
    assert _holding(better, "neck-5-weighted-shrug") > 0


def test_room_to_lie_down_brings_a_routine_of_lying_exercises() -> None:
    """One change for all of them, tried once for each of them alike."""
    who = someone(routines=["lying-complex"], availability="Mon-Sat 18:00 60 min (studio)")

    (found,) = explain(planned(who), "lying-complex", person=who).concessions

    assert found.text == (
        "Having this at studio, room to lie down, would bring Lying complex into the plan."
    )
    assert _with(who, found.change).sessions


def test_exercises_that_one_rule_keeps_out_are_told_together() -> None:
    """A sentence names two at most; more are counted."""
    pillow = someone(routines=["extra-stretches"], equipment=[])
    short = someone(routines=["wushu-morning"], availability="Mon 08:00 2 min; Mon 08:03 2 min")

    effects = [
        shortfall.effect
        for who in (pillow, short)
        for held in [Held(plan=planned(who), person=who, whole=lambda: CATALOGUE)]
        for routine in held.routines
        for shortfall in left_outs(held, routine)
    ]

    assert effects == [
        "bring Pelvic tilt mobilisation with hand feedback and Supine knee rolls into the plan",
        "bring 5 more exercises of Wushu morning workout into the plan",
    ]


def test_a_habit_in_passing_gets_its_thing_as_a_routine_too() -> None:
    """It has no session, so it counts as held when nothing leaves it out."""
    routine = CATALOGUE.routine("bar-hang-passing")

    why = explain(plan("desk-worker"), routine, person=person("desk-worker"))

    (found,) = why.concessions
    assert found.change.things == ("pull-up-bar",)
    assert found.text.endswith(f"would bring {routine.name} into the plan.")


def test_breaks_from_sitting_have_nothing_to_look_for() -> None:
    """They stand in no session."""
    held = Held(plan=plan("desk-worker"), person=person("desk-worker"), whole=lambda: CATALOGUE)
    hourly = [r for r in held.routines if r.cadence.kind == "hourly"]

    assert hourly
    assert [list(left_outs(held, routine)) for routine in hourly] == [[]] * len(hourly)


def test_an_exercise_that_had_no_room_in_some_sessions_is_brought_into_more() -> None:
    """By the changes that its routine would get."""
    who = someone(routines=["yoga-asanas"], availability="Mon, Thu 18:00 10 min")
    made = planned(who)
    times = {entry: _holding(made, entry) for entry in CATALOGUE.routine("yoga-asanas").entries}
    seldom = next(entry for entry, number in times.items() if 0 < number < 4)

    found = explain(made, seldom, person=who).concessions

    assert found
    for concession in found:
        assert f"into more than {times[seldom]} of the 4 sessions of Yoga" in concession.text
        assert _holding(_with(who, concession.change), seldom) > times[seldom]


def test_a_search_in_vain_is_told_with_its_plans() -> None:
    """So that nobody waits for what is not there: a slot cannot grow into the next one."""
    who = someone(routines=["wushu-morning"], availability="Mon 08:00 2 min; Mon 08:03 2 min")
    made = planned(who)

    why = explain(made, made.sessions[0], person=who)

    assert why.concessions == ()
    assert why.reasons[-1].text == (
        "No single change that was tried would bring more of it (2 plans were made)."
    )
    assert why.reasons[-1].number("plans_n") == 2


def test_a_search_with_nothing_to_try_is_told_as_such() -> None:
    """Without any slot there is none to make longer or to copy."""
    who = evolve(someone(), availability=Availability(slots=()))

    why = explain(planned(who, 1), "pulse-pull-ups", person=who)

    assert why.reasons[-1].text == "There was no change to try that might bring more of it."


def test_where_nothing_is_short_nothing_is_said() -> None:
    """Silence is for what is as it should be, and for what health leaves out."""
    for name, subject in (("keen", "pulse-pull-ups"), ("keen", "spacing"), ("older", "neck")):
        alone = explain(plan(name), subject)

        assert explain(plan(name), subject, person=person(name)).reasons[-1] == alone.reasons[-1]
