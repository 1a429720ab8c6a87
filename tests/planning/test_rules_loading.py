"""Hard rules about load: kept and broken one at a time."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare.model import Purpose, Span
from tests.planning.builders import (
    CATALOGUE,
    breach,
    dosed_step,
    happened,
    lasting,
    opening_at,
    outlook_of,
    person,
    step_of,
    with_routines,
)

PULL = "pulse-pull-up"
CRUNCH = "lumbar-2-crunch-crossed-arms"
SWIM = "lumbar-3-dry-land-swim"
SHRUG = "neck-5-weighted-shrug"


@pytest.mark.parametrize(
    ("exercise", "level", "hours", "said"),
    [
        (PULL, "practised", 119.99, PULL),
        (PULL, "practised", 120, ""),
        (CRUNCH, "practised", 47.99, CRUNCH),
        (CRUNCH, "practised", 48, ""),
        (CRUNCH, "beginner", 71.99, CRUNCH),
        (CRUNCH, "beginner", 72, ""),
        ("lying-07-low-back-flattener", "beginner", 23.99, "lying-07-low-back-flattener"),
        ("lying-07-low-back-flattener", "beginner", 24, ""),
        (SHRUG, "beginner", 5.99, SHRUG),
        (SHRUG, "beginner", 6, ""),
        ("wushu-knee-rotation", "beginner", 0.5, ""),
    ],
)
def test_muscles_rest_their_hours_between_loads(
    exercise: str, level: str, hours: float, said: str
) -> None:
    """Pulls 120 h, strength 48 h or 72 h, gentle 24 h, light 6 h; movement needs none."""
    look = outlook_of(person(level=level))
    happened(look, opening_at(18), step_of(exercise))

    assert breach("spacing", look, opening_at(18 + hours), step_of(exercise)) == said


def test_the_towel_is_lain_on_once_a_day() -> None:
    """Not twice on one date, however long ago; again on the next, however near."""
    look = outlook_of()
    towel = step_of("towel-roller-lying")
    happened(look, opening_at(0), towel)

    assert breach("spacing", look, opening_at(23), towel) == "towel-roller-lying"
    assert breach("spacing", look, opening_at(24), towel) == ""


def test_an_exercise_without_a_daily_limit_may_come_twice_a_day() -> None:
    """Knee circles after knee circles."""
    look = outlook_of()
    happened(look, opening_at(8), step_of("wushu-knee-rotation"))

    assert breach("spacing", look, opening_at(18), step_of("wushu-knee-rotation")) == ""


@pytest.mark.parametrize(("hours", "said"), [(5.99, "neck"), (6, "")])
def test_a_routine_keeps_its_own_gap(hours: float, said: str) -> None:
    """Neck work twice a day, six hours apart."""
    look = outlook_of()
    nod = step_of("neck-1-flexion-extension", "neck")
    happened(look, opening_at(8), nod)

    assert breach("routine-gap", look, opening_at(8 + hours), nod) == said


def test_a_routine_comes_as_often_a_day_as_it_says_and_no_more() -> None:
    """Two sessions of neck work leave no place for a third on that date."""
    look = outlook_of()
    nod = step_of("neck-1-flexion-extension", "neck")
    happened(look, opening_at(0), nod)
    assert breach("routine-gap", look, opening_at(8), nod) == ""
    happened(look, opening_at(8), nod)

    assert breach("routine-gap", look, opening_at(23), nod) == "neck"
    assert breach("routine-gap", look, opening_at(24), nod) == ""


def test_the_first_session_of_a_routine_waits_for_nothing() -> None:
    """And the towel of the first day may come at any time."""
    look, at = outlook_of(), opening_at()

    assert breach("routine-gap", look, at, step_of("neck-1-flexion-extension", "neck")) == ""
    assert breach("routine-gap", look, at, step_of("fitball-exercises", "fitball")) == ""
    assert breach("spacing", look, at, step_of("towel-roller-lying", "magic-towel")) == ""


def test_only_routines_of_so_many_times_a_day_are_counted_by_the_day() -> None:
    """Pull-ups have their window instead; a routine without a most has no most."""
    wushu = CATALOGUE.routine("wushu-morning")
    endless = evolve(wushu, cadence=evolve(wushu.cadence, times=Span(low=1, high=None)))
    look = outlook_of(catalogue=with_routines(endless))
    pull, circles = step_of(PULL, "pulse-pull-ups"), step_of("wushu-knee-rotation", endless.id)
    happened(look, opening_at(8), pull, circles)

    assert breach("routine-gap", look, opening_at(18), pull) == ""
    assert breach("routine-gap", look, opening_at(18), circles) == ""


def test_times_a_week_are_not_counted_by_the_day() -> None:
    """Yoga one to three times a week: only its gap of 48 h holds."""
    look = outlook_of()
    twist = step_of("yoga-supine-twist", "yoga-asanas")
    for day in range(4):
        happened(look, opening_at(18 + 48 * day), twist)

    assert breach("routine-gap", look, opening_at(18 + 48 * 4), twist) == ""
    assert breach("routine-gap", look, opening_at(18 + 48 * 4 - 1), twist) == "yoga-asanas"


@pytest.mark.parametrize(("hours", "said"), [(119.99, "pulse-pull-ups"), (120, ""), (500, "")])
def test_a_window_is_never_entered_before_it_opens(hours: float, said: str) -> None:
    """Five days are 120 hours; past the end is a finding, no breach."""
    look = outlook_of()
    pull = step_of(PULL, "pulse-pull-ups")
    happened(look, opening_at(18), pull)

    assert breach("supercompensation", look, opening_at(18 + hours), pull) == said


def test_the_first_session_of_a_window_waits_for_nothing() -> None:
    """And a routine without a window has none to wait for."""
    look = outlook_of()
    nod = step_of("neck-1-flexion-extension", "neck")
    happened(look, opening_at(17), nod)
    at = opening_at(18)

    assert breach("supercompensation", look, at, step_of(PULL, "pulse-pull-ups")) == ""
    assert breach("supercompensation", look, at, nod) == ""


@pytest.mark.parametrize(("relax", "said"), [(5, ""), (4.9, SHRUG)])
def test_an_effort_is_answered_by_five_seconds_at_least(relax: float, said: str) -> None:
    """A shrug of two seconds."""
    step = lasting(step_of(SHRUG, "neck"), "relax", relax)

    assert breach("stress-relax", outlook_of(), opening_at(), step) == said


@pytest.mark.parametrize(("relax", "said"), [(6, ""), (5.9, CRUNCH)])
def test_a_long_effort_is_answered_by_as_long_a_relaxation(relax: float, said: str) -> None:
    """A crunch held: 2 + 2 s up, and the way down counts neither way."""
    step = lasting(lasting(step_of(CRUNCH), "hold", 4), "relax", relax)

    assert breach("stress-relax", outlook_of(), opening_at(), step) == said


def test_light_movement_is_answered_by_five_seconds_unless_asked_for_more() -> None:
    """Foot circles move for 40 s on each side; who asks for the strict form rests as long."""
    circles = step_of("wushu-foot-rotation", "wushu-morning")
    strict = outlook_of(person(strict_relaxation=True))

    assert breach("stress-relax", outlook_of(), opening_at(), circles) == ""
    assert breach("stress-relax", strict, opening_at(), circles) == "wushu-foot-rotation"
    longer = lasting(circles, "relax", 40)
    assert breach("stress-relax", strict, opening_at(), longer) == ""


def test_a_routine_that_pairs_strictly_asks_for_it_by_itself() -> None:
    """Shoulder circles as neck gymnastics rest as long as they move; on their own they need not."""
    circles = "upper-back-1-alternate-shoulder-raise"
    short = lasting(step_of(circles, "upper-back"), "relax", 7)
    alone = lasting(step_of(circles), "relax", 7)

    assert breach("stress-relax", outlook_of(), opening_at(), short) == circles
    assert breach("stress-relax", outlook_of(), opening_at(), alone) == ""


@pytest.mark.parametrize(("relax", "said"), [(60, ""), (59.9, "lumbar-4-swimming")])
def test_one_floats_a_minute_after_swimming(relax: float, said: str) -> None:
    """Twenty minutes of swimming do not ask for twenty of floating."""
    step = lasting(step_of("lumbar-4-swimming", "lumbar"), "relax", relax)

    assert breach("stress-relax", outlook_of(), opening_at(), step) == said


def test_a_rest_in_the_next_step_answers_the_effort_before_it() -> None:
    """Light movement between them makes one run of both, and contractions rest as long."""
    bare = lasting(step_of(SHRUG, reps=1, cycles=1), "relax", 0)
    rest = step_of("rest-standing", purpose=Purpose.REST)
    circles = step_of("wushu-knee-rotation", reps=1, cycles=1)
    long_rest = lasting(rest, "relax", 10)

    assert breach("stress-relax", outlook_of(), opening_at(), bare, rest, circles) == ""
    said = breach("stress-relax", outlook_of(), opening_at(), bare, circles, rest)
    assert said == "wushu-knee-rotation"
    assert breach("stress-relax", outlook_of(), opening_at(), bare, circles, long_rest) == ""


@pytest.mark.parametrize(("relax", "said"), [(6, ""), (7, ""), (5.9, CRUNCH)])
def test_a_relax_phase_is_never_shorter_than_its_data_say(relax: float, said: str) -> None:
    """Longer it may be."""
    step = lasting(step_of(CRUNCH), "relax", relax)

    assert breach("relaxation-kept", outlook_of(), opening_at(), step) == said


def test_other_phases_may_be_shorter_than_their_data_say() -> None:
    """A reduced form holds less long; `relaxation-kept` is about relaxation only."""
    look = outlook_of(person(conditions=["spinal-stenosis"]))
    lifted = dosed_step(look, "upper-back-5-prone-chest-lift")

    assert breach("relaxation-kept", look, opening_at(), lasting(lifted, "hold", 0)) == ""


@pytest.mark.parametrize(("day", "said"), [(0, True), (27, True), (28, False)])
def test_bending_and_arching_strength_work_stay_apart_for_four_weeks(day: int, said: bool) -> None:
    """Day 28 is the first of the fifth week."""
    look, at = outlook_of(), opening_at(24 * day)

    assert breach("apart", look, at, step_of(CRUNCH), step_of(SWIM)) == (SWIM if said else "")
    assert breach("apart", look, at, step_of(SWIM), step_of(CRUNCH)) == (CRUNCH if said else "")


def test_another_exercise_between_keeps_them_apart() -> None:
    """A rest will do; so will movement that is no strength work."""
    look = outlook_of()
    rest = step_of("rest-prone", purpose=Purpose.REST)

    assert breach("apart", look, opening_at(), step_of(CRUNCH), rest, step_of(SWIM)) == ""


def test_only_strength_work_is_kept_apart() -> None:
    """A press-up from the floor arches, but is movement; two lifts bend the same way."""
    look = outlook_of()
    press = step_of("lumbar-1-half-push-up")
    lift = step_of("upper-back-4-prone-double-leg-raise")

    assert breach("apart", look, opening_at(), press, step_of(CRUNCH), press) == ""
    assert breach("apart", look, opening_at(), lift, step_of(SWIM)) == ""
    assert breach("apart", look, opening_at(), step_of(CRUNCH), step_of(CRUNCH)) == ""
