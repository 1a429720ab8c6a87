"""Spans resolved to seconds: sides, rounding, limits. The timing table is tested in catalogue/."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.model import (
    Dose,
    Exercise,
    ExerciseId,
    Hold,
    Phase,
    Pose,
    Reps,
    RepsPer,
    Role,
    Side,
    Step,
    StepPhase,
)
from spinecare.planning.timing import (
    BETWEEN_EXERCISES_S,
    LOWEST,
    Grade,
    evened,
    resolve,
    sides_of,
    step_at,
    timeline,
)
from tests.planning.builders import CATALOGUE, effort

ENTRIES = [entry for entry in CATALOGUE.entries if entry.phases]
entries = st.sampled_from(ENTRIES)
fractions = st.floats(0, 1)
grades = st.builds(Grade, reps=fractions, hold=fractions, sets=fractions)


def test_every_dose_begins_at_the_low_end() -> None:
    """The lowest grade is 0 throughout, and the default."""
    crunch = CATALOGUE.entry("lumbar-2-crunch-crossed-arms")

    assert LOWEST == Grade(reps=0, hold=0, sets=0) == Grade.even(0)
    assert resolve(crunch) == step_at(crunch) == step_at(crunch, 0)
    assert BETWEEN_EXERCISES_S == 10


def test_each_number_grows_by_its_own_grade() -> None:
    """Pull-ups: repetitions 8-12, sets 1-3 with 60-120 s of rest."""
    pull = CATALOGUE.entry("pulse-pull-up")

    assert resolve(pull, Grade(reps=1)).reps == 12
    assert resolve(pull, Grade(reps=1)).sets == 1
    grown = resolve(pull, Grade(sets=0.5))
    assert (grown.reps, grown.sets, grown.rest_s) == (8, 2, 90)
    table = CATALOGUE.entry("yoga-two-legged-table-pose")
    assert resolve(table, Grade(hold=1)).hold_s == 30
    assert resolve(table, Grade(reps=1)).hold_s == 15


def test_single_movements_are_rounded_to_even_and_gone_through_in_pairs() -> None:
    """Knee rolls 6 to 8 in all: 7 become 8, four cycles of left and right."""
    rolls = CATALOGUE.entry("extra-10-knee-rolls")

    half = step_at(rolls, 0.5)

    assert (half.reps, half.cycles) == (8, 4)
    assert (step_at(rolls).reps, step_at(rolls).cycles) == (6, 3)


def test_repetitions_of_whole_cycles_stay_odd() -> None:
    """Only where every single movement counts must their number be even."""
    assert evened(5, RepsPer.TOTAL) == 6
    assert evened(6, RepsPer.TOTAL) == 6
    assert evened(5, RepsPer.CYCLE) == 5
    assert evened(5, RepsPer.SIDE) == 5


def test_efforts_are_rounded_down_and_relaxation_up() -> None:
    """Half way from 2 to 5 s is 3.5 s: 3 s of effort, 4 s of relaxation."""
    own = effort(
        phases=(
            Phase(kind="contract", cue="tense", seconds=Hold.of("2-5 s")),
            Phase(kind="relax", cue="let go", seconds=Hold.of("2-5 s")),
        ),
        dose=Dose(rest_s="10-15 s", sets="1-2", hold_s="2-5 s"),
    )

    step = step_at(own, 0.5)

    assert [phase.seconds for phase in step.phases] == [3, 4]
    assert step.hold_s == 3
    assert step.rest_s == 13
    assert step.sets == 1


def test_rounding_overlooks_the_last_digits_of_a_fraction() -> None:
    """Three tenths three times over is 0.9 and a little less; 10 times it is still 9."""
    own = effort(dose=Dose(reps=Reps(low=1, high=11)))

    assert step_at(own, 0.1 + 0.2 + 0.3 - 1e-12).reps == 7


def test_a_phase_without_seconds_takes_no_time() -> None:
    """Setting up is not counted."""
    own = effort(phases=(Phase(kind="setup", cue="sit", each="step"),))

    assert [phase.seconds for phase in step_at(own).phases] == [0]
    assert step_at(own).duration_s == 0


def test_an_open_top_stands_at_its_cap() -> None:
    """At least 20 s, 30 s for the top; at least 2 repetitions, 3 for the top."""
    hip = CATALOGUE.entry("extra-09-kneeling-hip-flexor-stretch")
    reach = CATALOGUE.entry("lying-08b-opposite-arm-reach")

    assert step_at(hip).hold_s == 20
    assert step_at(hip, 1).hold_s == 30
    assert step_at(reach, 1).reps == 3


def test_the_hold_shown_is_that_of_its_phase_with_its_limit() -> None:
    """Where no phase has the seconds of the dose, the dose itself is resolved."""
    chest = CATALOGUE.entry("upper-back-5-prone-chest-lift")
    limited = resolve(chest, limit=lambda _, seconds: min(seconds, 1.0))
    apart = effort(dose=Dose(hold_s="7-9 s"))

    assert limited.hold_s == 1
    assert step_at(apart, 0.75).hold_s == 8
    assert step_at(apart, 0.9).hold_s == 8  # 8.8 s, rounded down
    at_least = effort(dose=Dose(hold_s=Hold(low=7, high=None), hold_cap_s=11))
    assert step_at(at_least, 1).hold_s == 11
    assert step_at(effort()).hold_s is None


def test_what_has_no_sets_has_no_rest_between_them() -> None:
    """Nothing is rounded up to a second."""
    assert step_at(effort()).rest_s == 0


def test_a_step_begins_on_the_side_that_is_asked_for() -> None:
    """And goes on with the other."""
    own = effort(sides="left-right")

    assert step_at(own, first_side=Side.RIGHT).sides == (Side.RIGHT, Side.LEFT)
    assert step_at(own).sides == (Side.LEFT, Side.RIGHT)


def test_a_limit_sees_each_phase_with_its_seconds() -> None:
    """What it returns is what stands in the step."""
    table = CATALOGUE.entry("yoga-two-legged-table-pose")

    step = resolve(table, limit=lambda phase, s: s / 2 if phase.kind == "hold" else s)

    assert [phase.seconds for phase in step.phases] == [0, 2, 7.5, 2, 19]


def test_weights_begin_with_the_lighter_one() -> None:
    """Shrugs with 1.5 to 2 kg in each hand; who uses no weight has none."""
    shrug = CATALOGUE.entry("neck-5-weighted-shrug")

    assert step_at(shrug, 1).mass_kg == 1.5
    assert step_at(CATALOGUE.entry("neck-2-rotation")).mass_kg is None


def test_a_step_carries_what_the_exercise_says() -> None:
    """Roles, counts and times of its phases, the change of side, coming out of it."""
    feet = CATALOGUE.entry("wushu-foot-rotation")
    sway = CATALOGUE.entry("relief-rocking-rise")

    step = step_at(feet)

    assert step.reps_per is RepsPer.SIDE
    assert step.one_side_after_other
    assert step.change_s == 5
    assert [(p.role, p.times, p.each) for p in step.phases] == [
        (Role.NEUTRAL, 1, "step"),
        (Role.STRESS, 2, "rep"),
        (Role.RELAX, 1, "set"),
    ]
    assert step_at(sway).leave_s == 2
    assert step_at(sway).change_s == 0
    assert not step_at(sway).one_side_after_other


@pytest.mark.parametrize(
    ("sides", "first", "expected"),
    [
        ("both-together", None, ["both"]),
        ("both-together", Side.LEFT, ["both"]),
        ("four-directions", None, ["both"]),
        ("left-right", None, ["left", "right"]),
        ("left-right", Side.RIGHT, ["right", "left"]),
        ("alternating", Side.RIGHT, ["right", "left"]),
        ("diagonal", None, ["left", "right"]),
        ("either", None, ["both"]),
        ("either", Side.RIGHT, ["both"]),
    ],
)
def test_sides_stand_in_the_order_they_are_done(
    sides: str, first: Side | None, expected: list[str]
) -> None:
    """Left comes first where nothing says otherwise."""
    assert list(sides_of(effort(sides=sides), first)) == expected


def test_the_article_says_which_side_comes_first() -> None:
    """And the turn of the person outranks it."""
    own = effort(sides="left-right", first_side="right")

    assert sides_of(own) == (Side.RIGHT, Side.LEFT)
    assert sides_of(own, Side.LEFT) == (Side.LEFT, Side.RIGHT)


@pytest.mark.parametrize("position", ["side-lying", "side-lying-curled"])
def test_a_side_is_named_where_one_lies_on_it(position: str) -> None:
    """Either will do, but it is one."""
    own = effort(sides="either", start=Pose(position=position))

    assert sides_of(own) == (Side.LEFT,)
    assert sides_of(own, Side.RIGHT) == (Side.RIGHT,)


def test_a_side_is_named_where_one_rolls_over_it() -> None:
    """Rolling to the side and rising."""
    assert sides_of(CATALOGUE.entry("transition-roll-and-rise")) == (Side.LEFT,)


def phase(kind: str, role: Role, seconds: float, **changes: Any) -> StepPhase:
    """Return a phase of a step."""
    return evolve(StepPhase(kind=kind, role=role, seconds=seconds), **changes)


def test_a_timeline_goes_through_sides_sets_and_repetitions_in_order() -> None:
    """Rests between sets count as relaxation, changes of side and coming out as neutral."""
    step = Step(
        exercise=ExerciseId("own"),
        sides=["left", "right"],
        one_side_after_other=True,
        sets=2,
        reps=2,
        cycles=2,
        rest_s=30,
        change_s=5,
        leave_s=3,
        phases=(
            phase("contract", Role.STRESS, 4, into_s=1, times=2),
            phase("relax", Role.RELAX, 6, into_s=2, each="set"),
            phase("return", Role.NEUTRAL, 7, each="step"),
        ),
    )
    rep = [(Role.STRESS, 2, None), (Role.STRESS, 8, 0)]
    one_set = [*rep, *rep, (Role.NEUTRAL, 2, None), (Role.RELAX, 6, 1)]
    one_side = [*one_set, (Role.RELAX, 30, None), *one_set]

    assert list(timeline(step)) == [
        *one_side,
        (Role.NEUTRAL, 5, None),
        *one_side,
        (Role.NEUTRAL, 0, None),
        (Role.NEUTRAL, 7, 2),
        (Role.NEUTRAL, 3, None),
    ]


def test_sides_that_move_together_are_gone_through_once() -> None:
    """Two names of sides, one timeline."""
    twist = step_at(CATALOGUE.entry("wushu-trunk-twist"))

    assert len(twist.sides) == 2
    assert sum(seconds for _, seconds, _ in timeline(twist)) == twist.duration_s == 85


@given(entry=entries, grade=grades)
def test_a_timeline_lasts_as_long_as_its_step(entry: Exercise, grade: Grade) -> None:
    """For every exercise and every dose."""
    step = resolve(entry, grade)

    assert sum(seconds for _, seconds, _ in timeline(step)) == pytest.approx(step.duration_s)


@given(entry=entries, one=fractions, other=fractions)
def test_a_higher_grade_is_never_shorter(entry: Exercise, one: float, other: float) -> None:
    """Along every span at once."""
    low, high = sorted((one, other))

    assert step_at(entry, low).duration_s <= step_at(entry, high).duration_s


@given(entry=entries, side=st.sampled_from([None, Side.LEFT, Side.RIGHT]), grade=grades)
def test_the_side_that_begins_changes_no_time(
    entry: Exercise, side: Side | None, grade: Grade
) -> None:
    """Both sides get the same."""
    sided = resolve(entry, grade, first_side=side)

    assert sided.duration_s == resolve(entry, grade).duration_s
