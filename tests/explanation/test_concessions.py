"""The smallest changes that would cure something, each tried by planning with it."""

from __future__ import annotations

from datetime import time
from functools import cache
from itertools import pairwise
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given

from spinecare import EquipmentId, Person, Plan, Purpose, Slot, make_plan
from spinecare.explanation import (
    MOST_PLANS,
    Change,
    ChangeKind,
    Concession,
    Explanation,
    explain,
)
from spinecare.explanation import _trials as trials
from spinecare.explanation._concessions import size_of
from spinecare.planning import plan_for
from tests.explanation.people import CATALOGUE, START, person, plan, planned, someone, with_session
from tests.strategies import instances

TWICE = someone(routines=["neck"], availability="Mon-Fri 08:00, 18:00 15 min; Sat, Sun 9:00 15 min")
"""Someone whose weekends have one slot, for a routine that comes twice a day."""


@cache
def asked(name: str, subject: str) -> Explanation:
    """Return what an example person is told; the search takes a second or two."""
    return explain(plan(name), subject, person=person(name))


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
        "Having this at home, pair of light weights, 1.5-2 kg each, would bring Slow shoulder "
        "shrug with light weights into the plan."
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
    assert found.text.startswith("Having this at studio, small pillow and room to lie down,")
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


def test_nothing_is_conceded_where_nothing_is_short() -> None:
    """And no plan is made for it."""
    who, made = person("keen"), plan("keen")

    assert explain(made, "pulse-pull-ups", person=who).concessions == ()
    assert explain(made, "spacing", person=who).concessions == ()
    assert explain(made, "neck", person=who).concessions == ()


@pytest.mark.parametrize("subject", ["yoga-spinal-traction", "towel-roller-lying", "pulse-pull-up"])
def test_what_health_leaves_out_is_never_bargained_for(subject: str) -> None:
    """No change touches a condition, pain or the screening."""
    why = explain(plan("older"), subject, person=person("older"))

    assert why.concessions == ()


@given(instances(Change))
def test_no_change_touches_what_a_person_told_about_their_health(change: Change) -> None:
    """Conditions, pain, tense regions, screening, level, wishes: all stay as they are."""
    who = person("older")
    may_change = {"availability", "equipment", "places", "tried", "wakes_at"}

    changed = evolve(change, slots_before=(), slots_after=()).applied_to(who)

    for field in attrs.fields(Person):
        is_kept = getattr(changed, field.name) == getattr(who, field.name)
        assert is_kept or field.name in may_change


def test_smaller_changes_come_first() -> None:
    """One more minute comes before claiming to have done nineteen exercises."""
    slot = Slot(weekday="Mon", start="18:00", minutes=30)
    few, many = (tuple(entry.id for entry in CATALOGUE.entries[:n]) for n in (1, 19))
    changes = [
        Change(kind=ChangeKind.TRIED, tried=many),
        Change(kind=ChangeKind.MORE_WEEKS, more_weeks=2),
        *(
            Change(
                kind=ChangeKind.MORE_MINUTES,
                slots_before=(slot,),
                slots_after=(evolve(slot, minutes=minutes),),
            )
            for minutes in (35.0, 31.0)
        ),
        Change(kind=ChangeKind.TRIED, tried=few),
    ]

    told, one, five, weeks, much = sorted(changes, key=size_of)

    assert (told.tried, much.tried) == (few, many)
    assert [change.slots_after[0].minutes for change in (one, five)] == [31, 35]
    assert weeks.more_weeks == 2


def test_only_verified_changes_are_returned() -> None:
    """Whatever could not be tried is not told."""
    why = asked("desk-worker", "neck-5-weighted-shrug")

    assert [concession.is_verified for concession in why.concessions] == [True]


def test_no_more_plans_are_made_than_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is a constant; what was found before it is kept."""
    made: list[int] = []

    def counted(*args: Any, **kwargs: Any) -> Plan:
        made.append(1)
        return plan_for(*args, **kwargs)

    monkeypatch.setattr(trials, "plan_for", counted)
    why = explain(planned(TWICE, 1), "neck", person=TWICE)

    assert why.concessions
    assert 5 < len(made) <= MOST_PLANS


def test_the_search_ends_when_its_plans_are_used_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found until then is told all the same."""
    monkeypatch.setattr(trials, "MOST_PLANS", 8)
    few = explain(planned(TWICE, 1), "neck", person=TWICE)
    monkeypatch.setattr(trials, "MOST_PLANS", 2)
    none = explain(planned(TWICE, 1), "neck", person=TWICE)

    assert [concession.change.kind for concession in few.concessions] == [ChangeKind.MORE_SLOTS]
    assert none.concessions == ()


def test_the_same_question_gets_the_same_concessions() -> None:
    """Nothing is left to chance."""
    first, second = (explain(planned(TWICE, 1), "neck", person=TWICE) for _ in range(2))

    assert first == second


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


def test_a_person_who_gets_another_plan_is_told_so() -> None:
    """A change that was tried on another plan would prove nothing."""
    why = explain(plan("desk-worker"), "neck-5-weighted-shrug", person=person("keen"))

    assert why.concessions == ()
    assert "No change was tried" in why.reasons[-1].text


def test_a_plan_made_anew_is_reproduced_with_the_one_before() -> None:
    """`previous=` brings the history that the plan was made with."""
    who = person("desk-worker")
    first = planned(who, 2)
    again = make_plan(who, start=START.replace(day=30), weeks=2, previous=first)

    alone = explain(again, "neck-5-weighted-shrug", person=who)
    known = explain(again, "neck-5-weighted-shrug", person=who, previous=first)

    assert alone.concessions == ()
    assert known.concessions


def test_slots_that_would_overlap_are_no_concession() -> None:
    """A slot cannot grow into the next one."""
    who = someone(routines=["wushu-morning"], availability="Mon 08:00 2 min; Mon 08:03 2 min")
    made = planned(who, 1)

    for concession in explain(made, "wushu-morning", person=who).concessions:
        concession.change.applied_to(who)  # refused where slots overlap


def test_a_change_of_a_place_keeps_what_is_there() -> None:
    """A place that is listed gets things on top of its own; one that is not is added."""
    who = someone()
    mat, chair = EquipmentId("mat"), EquipmentId("chair")
    thing = Change(kind=ChangeKind.EQUIPMENT, place="office", things=(mat,), needs_floor=True)

    once = thing.applied_to(who)
    twice = evolve(thing, things=(chair,), needs_floor=False).applied_to(once)

    assert twice.place("office").equipment == ("mat", "chair")
    assert twice.place("office").has_floor
    assert twice.equipment == who.equipment


def test_a_change_at_home_adds_to_the_persons_own_things() -> None:
    """Home is where the person's equipment is."""
    ball = EquipmentId("gym-ball")
    change = Change(kind=ChangeKind.EQUIPMENT, place="home", things=(ball,))

    assert change.applied_to(someone(equipment=["mat"])).equipment == ("mat", "gym-ball")


def test_a_change_of_slots_keeps_the_others() -> None:
    """Only what is named changes."""
    old = Slot(weekday="Mon", start="18:00", minutes=30)
    new = evolve(old, minutes=40)
    change = Change(kind=ChangeKind.MORE_MINUTES, slots_before=(old,), slots_after=(new,))

    slots = change.applied_to(someone(availability="Mon, Tue 18:00 30 min")).availability.slots

    assert [slot.minutes for slot in slots] == [40, 30]


def test_a_session_of_a_routine_that_nobody_knows_has_nothing_to_concede() -> None:
    """What it would lack cannot be told."""
    who = person("keen")
    made = plan("keen")
    odd = evolve(made.sessions[1], routines=("unheard-of",))

    why = explain(with_session(made, made.sessions[1], odd), odd.id, person=who)

    assert why.concessions == ()
