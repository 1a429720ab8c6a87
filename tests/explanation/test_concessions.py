"""The smallest changes that would cure something, each tried by planning with it."""

from __future__ import annotations

from datetime import date, time
from itertools import pairwise

from attrs import evolve

from spinecare import Person, Plan, Purpose, Screening, make_plan
from spinecare.explanation import (
    Change,
    ChangeKind,
    Concession,
    Explanation,
    explain,
)
from tests.explanation.people import (
    START,
    TWICE,
    asked,
    person,
    plan,
    planned,
    someone,
)


def _held(made: Plan, exercise: str) -> bool:
    steps = (step for session in made.sessions for step in session.steps)
    return any(s.exercise == exercise and s.purpose is Purpose.MAIN for s in steps)


def _with(who: Person, change: Change, weeks: int) -> Plan:
    return make_plan(change.applied_to(who), start=START, weeks=weeks + change.more_weeks)


def _only(why: Explanation, kind: ChangeKind) -> Concession:
    (found,) = (c for c in why.concessions if c.change.kind is kind)
    return found


def test_more_minutes_bring_the_whole_of_a_routine_into_a_session() -> None:
    """As many as it takes and not one fewer: both were planned."""
    who, made = person("disc-herniation"), plan("disc-herniation")
    session = next(s for s in made.sessions[4:] if "yoga-asanas" in s.routines)

    found = _only(explain(made, session, person=who), ChangeKind.MORE_MINUTES)

    (before,), (after,) = found.change.slots_before, found.change.slots_after
    more = int(after.minutes - before.minutes)
    assert f"{more} more minute" in found.text
    assert (
        "would bring the whole of Yoga asanas for the lower back into this session." in found.text
    )
    assert _is_whole(_with(who, found.change, 4), session.id)
    less = evolve(found.change, slots_after=(evolve(after, minutes=after.minutes - 1),))
    assert not _is_whole(_with(who, less, 4), session.id)


def _is_whole(made: Plan, id: str) -> bool:
    """Whether a session holds all of the yoga asanas that nothing leaves out."""
    out = {finding.subject for finding in made.findings if finding.severity == "left-out"}
    (session,) = (session for session in made.sessions if session.id == id)
    wished = set(made.catalogue.routine("yoga-asanas").entries) - out
    return wished <= {step.exercise for step in session.steps}


def test_a_thing_at_home_brings_an_exercise_into_the_plan() -> None:
    """The thing is named, and planning with it holds the exercise."""
    who = person("desk-worker")

    found = _only(asked("desk-worker", "neck-5-weighted-shrug"), ChangeKind.EQUIPMENT)

    assert found.change.place == "home"
    assert _held(_with(who, found.change, 4), "neck-5-weighted-shrug")
    assert found.text == (
        "Having this at home, pair of light weights, 1.5-2 kg each (dumbbells), would bring Slow "
        "shoulder shrug with light weights into the plan."
    )


def test_a_thing_brings_a_habit_in_passing() -> None:
    """A habit has no session, so it counts as held when nothing leaves it out."""
    why = explain(plan("desk-worker"), "bar-hang-passing", person=person("desk-worker"))

    assert _only(why, ChangeKind.EQUIPMENT).change.things == ("pull-up-bar",)


def test_room_to_lie_down_brings_lying_exercises() -> None:
    """A place of which nothing is known has no floor."""
    who = someone(routines=["extra-stretches"], availability="Mon 18:00 30 min (studio)")
    made = planned(who)

    found = _only(explain(made, "extra-10-knee-rolls", person=who), ChangeKind.EQUIPMENT)

    assert found.change.needs_floor
    assert found.text.startswith(
        "Having this at studio, small pillow (small-pillow) and room to lie down,"
    )
    assert _held(_with(who, found.change, 2), "extra-10-knee-rolls")


def test_a_second_slot_gives_a_routine_all_of_its_sessions() -> None:
    """Twice a day needs two slots on every day."""
    found = _only(explain(planned(TWICE, 1), "neck", person=TWICE), ChangeKind.MORE_SLOTS)

    assert {slot.weekday for slot in found.change.slots_after} == {"Sat", "Sun"}
    assert {slot.start for slot in found.change.slots_after} == {time(15)}
    better = _with(TWICE, found.change, 1)
    assert sum("neck" in session.routines for session in better.sessions) >= 14


def test_one_more_slot_gives_a_daily_routine_its_seventh_day() -> None:
    """As short as what a session holds of it allows."""
    who = someone(routines=["wushu-morning"], availability="Mon-Sat 18:00 45 min")

    found = _only(explain(planned(who, 1), "wushu-morning", person=who), ChangeKind.MORE_SLOTS)

    (slot,) = found.change.slots_after
    assert slot.weekday == "Sun"
    assert slot.minutes < 45
    assert found.text.startswith("One more slot, Sundays at 18:00, of ")
    days = {s.date for s in _with(who, found.change, 1).sessions}
    assert len(days) == 7


def test_telling_what_was_done_before_lets_more_join_at_once() -> None:
    """At most three untried exercises join in a session."""
    who = someone(routines=["pulse-pull-ups", "upper-back", "yoga-asanas"])
    made = planned(who, 1)

    found = _only(explain(made, made.sessions[0], person=who), ChangeKind.TRIED)

    (new,) = found.change.tried
    assert new == "yoga-two-legged-table-pose"
    assert "before without trouble, if so, would bring the whole of Yoga asanas" in found.text
    (session, *_) = _with(who, found.change, 1).sessions
    assert new in {step.exercise for step in session.steps}


def test_a_known_waking_time_lets_an_early_slot_bend() -> None:
    """Without it every slot before nine counts as just after getting up."""
    who = someone(routines=["lying-complex"], wakes_at=None, availability="daily 08:00 60 min")
    made = planned(who)
    id = "lying-10d-double-knee-to-chest"
    assert not _held(made, id)

    found = _only(explain(made, id, person=who), ChangeKind.WAKING_TIME)

    assert found.change.wakes_at == time(7)
    assert found.text.startswith("Telling that you get up by 07:00, if so, would bring")
    assert _held(_with(who, found.change, 2), id)


def test_a_later_slot_lets_one_bend() -> None:
    """As much later as it takes and not a minute more."""
    who = someone(routines=["lying-complex"], wakes_at="07:40", availability="daily 08:00 60 min")
    made = planned(who)
    id = "lying-10d-double-knee-to-chest"

    found = _only(explain(made, id, person=who), ChangeKind.LATER)

    (slot,) = found.change.slots_after
    assert slot.start == time(8, 40)
    assert "at 08:40 instead of 08:00" in found.text
    assert _held(_with(who, found.change, 2), id)


def test_a_longer_plan_lets_later_exercises_join() -> None:
    """They join after two weeks."""
    who = someone(routines=["neck"], availability="daily 08:00, 18:00 20 min")
    made = planned(who, 2)

    found = _only(explain(made, "neck-4-isometric-resisted", person=who), ChangeKind.MORE_WEEKS)

    assert found.text == (
        "A plan of 3 weeks would bring Four-direction neck isometrics against the hands into the "
        "plan."
    )


def test_more_minutes_in_every_slot_are_tried_too() -> None:
    """Where one longer slot is not enough."""
    long, short = "Mon 08:00, 18:00 15 min", "Tue, Wed, Thu, Fri, Sat, Sun 08:00, 18:00 1 min"
    who = someone(routines=["neck"], availability=f"{long}; {short}")
    made = planned(who, 1)

    found = _only(explain(made, "neck", person=who), ChangeKind.MORE_MINUTES)

    assert len(found.change.slots_after) == 14
    assert found.text.startswith("1 more minute in every slot would give Neck pain exercises")


def test_a_late_routine_gets_a_slot_inside_its_window() -> None:
    """Pull-ups that had to wait for more than eight days."""
    who = someone(availability="Mon 18:00 30 min")
    off = evolve(who.availability, days_off=(START.replace(day=30),))
    who = evolve(who, availability=off)
    made = planned(who, 3)

    found = _only(explain(made, "pulse-pull-ups", person=who), ChangeKind.MORE_SLOTS)

    assert "would bring Pulse pull-ups back inside its window every time." in found.text
    days = [s.date for s in _with(who, found.change, 3).sessions if "pulse-pull-ups" in s.routines]
    assert all((b - a).days <= 8 for a, b in pairwise(days))


def test_a_routine_without_any_session_gets_one_by_more_minutes() -> None:
    """A slot of two minutes holds no pull-ups with what belongs to them."""
    who = someone(availability="Mon 18:00 1 min")
    made = planned(who)
    assert made.sessions == ()

    found = _only(explain(made, "pulse-pull-ups", person=who), ChangeKind.MORE_MINUTES)

    assert "would bring Pulse pull-ups into the plan." in found.text
    assert _with(who, found.change, 2).sessions


def test_an_empty_day_gets_a_session_by_more_minutes() -> None:
    """Where the day has a slot that is too short for anything."""
    who = someone(availability="Mon 18:00 1 min")
    made = planned(who)

    found = _only(explain(made, START, person=who), ChangeKind.MORE_MINUTES)

    assert found.text.endswith("would hold a session on Mon 23 Nov.")


def test_a_routine_that_is_never_whole_gets_the_minutes_for_one_whole_session() -> None:
    """In one slot, or in every one."""
    who = someone(routines=["yoga-asanas"], availability="Mon, Thu 18:00 10 min")
    made = planned(who)

    found = _only(explain(made, "yoga-asanas", person=who), ChangeKind.MORE_MINUTES)

    assert "would hold the whole of Yoga asanas for the lower back in one session." in found.text
    out = {"yoga-cleansing-fire-pose"}
    wished = set(made.catalogue.routine("yoga-asanas").entries) - out
    sessions = _with(who, found.change, 2).sessions
    assert any(wished <= {step.exercise for step in session.steps} for session in sessions)


def test_a_plan_of_another_effort_is_tried_with_that_effort() -> None:
    """Without it the trials would make another plan, and say so."""
    person = Person(
        timezone="Europe/Berlin",
        availability="Mon-Fri 19:00 20 min; Sat 10:00 45 min",
        goals=["ease-lower-back", "grow-stronger"],
        screening=Screening(others="no"),
    )
    plan = make_plan(person, start=date(2026, 11, 23), weeks=2, effort=0)

    answered = explain(plan, "lumbar", person=person, effort=0)

    assert "gives another plan" not in str(answered)
