"""Which routines: the person's own, or those that their goals choose."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.model import CadenceKind, ExerciseId, Goal, RoutineId
from spinecare.planning.goals import (
    entries_of,
    goals_of,
    wanted_routines,
    weekly_minutes,
)
from spinecare.planning.screening import suitabilities
from tests.planning.builders import CATALOGUE, person, with_routines


def wanted(**changes: Any) -> list[str]:
    """Return the ids of the routines that a person wants."""
    who = person(**changes)
    return [r.id for r in wanted_routines(who, CATALOGUE, suitabilities(who, CATALOGUE))]


@pytest.mark.parametrize(
    ("changes", "goals"),
    [
        ({"goals": ["relax", "ease-neck"], "tense": ["hip"]}, ["relax", "ease-neck"]),
        ({"tense": ["neck"]}, ["ease-neck"]),
        ({"tense": ["chest", "shoulder", "hip"]}, ["ease-upper-back", "ease-lower-back"]),
        ({"tense": ["upper-back"]}, ["ease-upper-back"]),
        ({"tense": ["lower-back"]}, ["ease-lower-back"]),
        ({"tense": ["buttock", "neck"]}, ["ease-lower-back", "ease-neck"]),
        ({"tense": ["spine"]}, ["ease-lower-back"]),
        ({"tense": ["knee"]}, ["move-better", "ease-lower-back"]),
        ({"tense": ()}, ["move-better", "ease-lower-back"]),
        ({"tense": None}, ["move-better", "ease-lower-back"]),
    ],
)
def test_goals_are_own_ones_or_those_of_tense_regions_or_the_general_two(
    changes: dict[str, Any], goals: list[str]
) -> None:
    """In this order, each goal once."""
    assert list(goals_of(person(**changes))) == goals


def test_named_routines_are_taken_as_they_are() -> None:
    """Goals and desk hours add nothing to them."""
    named = ["lumbar", "neck"]

    found = wanted(routines=named, goals=["relax"], desk="Mon-Fri 09:00-17:00")

    assert found == named


def test_a_goal_takes_the_routines_that_name_it_nearest() -> None:
    """Ease of the neck: its own routine first, then one that names it third."""
    assert wanted(goals=["ease-neck"]) == ["neck", "lying-complex"]


def test_what_needs_no_date_waits_for_its_goal_to_have_its_turn() -> None:
    """Hanging in passing serves the second goal, so it comes after the routine of the first."""
    found = wanted(goals=["ease-neck", "sit-less"], availability="daily 18:00 10 min")

    assert found == ["neck", "bar-hang-passing"]


def test_one_goal_takes_three_routines_at_most() -> None:
    """Five serve the lower back."""
    serving = [r.id for r in CATALOGUE.routines if Goal.EASE_LOWER_BACK in r.goals]

    found = wanted(goals=["ease-lower-back"], availability="daily 18:00 300 min")

    assert len(serving) > 3
    assert found == ["yoga-asanas", "lumbar", "extra-stretches"]


def test_goals_take_turns() -> None:
    """Each takes its nearest before any takes a second."""
    found = wanted(goals=["grow-stronger", "relax"], availability="daily 18:00 300 min")

    assert found == [
        *("pulse-pull-ups", "magic-towel"),
        *("fitball", "lying-complex"),
        *("upper-back", "yoga-asanas"),
    ]


def test_goals_choose_six_routines_at_most() -> None:
    """However many goals and however much time."""
    found = wanted(goals=list(Goal), availability="daily 06:00 600 min")
    dated = [
        id
        for id in found
        if CATALOGUE.routine(id).cadence.kind not in (CadenceKind.HOURLY, CadenceKind.IN_PASSING)
    ]

    assert len(dated) == 6
    assert "bar-hang-passing" in found  # habits take no place of theirs


def test_the_week_leaves_room_for_every_goal_once_and_then_as_far_as_minutes_go() -> None:
    """Ten minutes a week hold each goal's nearest routine; a second needs more."""
    goals = ["grow-stronger", "relax"]

    assert wanted(goals=goals, availability="Mon 18:00 2 min") == ["pulse-pull-ups", "magic-towel"]
    # pull-ups 1.7 min once and the towel 9.3 min a week leave room for one more, then no more
    assert wanted(goals=goals, availability="Mon 18:00 12 min") == [
        *("pulse-pull-ups", "magic-towel", "fitball"),
    ]


def test_room_ends_where_the_minutes_of_the_week_are_taken() -> None:
    """Exactly as many minutes as the first routine needs leave none for a second."""
    who = person(goals=["move-better"])
    suitable = suitabilities(who, CATALOGUE)
    least = weekly_minutes(CATALOGUE.routine("wushu-morning"), CATALOGUE, suitable)
    day = (least + 0.01) / 7

    tight = wanted(goals=["move-better"], availability=f"daily 18:00 {least / 7} min")
    loose = wanted(goals=["move-better"], availability=f"daily 18:00 {day} min")

    assert tight == ["wushu-morning"]
    assert loose[:1] == ["wushu-morning"]
    assert len(loose) == 2


@pytest.mark.parametrize(
    ("routine", "minutes"),
    [
        ("wushu-morning", 7 * (569 - 60 + 70) / 60),  # every day, as the article says
        ("neck", 2 * 7 * (80 + 80 + 80 + 200 + 45 + 50) / 60),
        ("yoga-asanas", 1 * (101 + 114 + 101 + 121 + 39 + 50) / 60),  # once a week at the least
        ("pulse-pull-ups", (92 + 10) / 60),
        ("lumbar", 2 * (70 + 96 + 120 + 1260 + 40) / 60),
        ("extra-stretches", 3 * (42 + 63 + 46 + 30) / 60),  # a default comes down to three days
        ("desk-breaks", 0),
        ("bar-hang-passing", 0),
        ("lifestyle", 0),
    ],
)
def test_a_routine_takes_the_minutes_of_its_lowest_doses(routine: str, minutes: float) -> None:
    """As seldom as it may come; what is planned only on request takes none."""
    suitable = suitabilities(person(), CATALOGUE)

    found = weekly_minutes(CATALOGUE.routine(routine), CATALOGUE, suitable)

    assert found == pytest.approx(minutes)


def test_what_does_not_suit_takes_no_minutes() -> None:
    """Pull-ups with a sore shoulder."""
    suitable = suitabilities(person(conditions=["shoulder-injury"]), CATALOGUE)

    assert weekly_minutes(CATALOGUE.routine("pulse-pull-ups"), CATALOGUE, suitable) == 0


def test_a_routine_of_which_nothing_suits_stays_and_takes_no_turn() -> None:
    """So that the plan can say why it is missing, and the goal still gets its routines."""
    sound = wanted(goals=["grow-stronger"], availability="daily 18:00 200 min")
    sore = wanted(
        goals=["grow-stronger"],
        availability="daily 18:00 200 min",
        conditions=["shoulder-injury"],
    )

    assert sound == ["pulse-pull-ups", "fitball", "upper-back"]
    assert sore == ["pulse-pull-ups", "fitball", "upper-back", "lumbar"]


def test_breaks_join_where_there_are_hours_at_a_desk() -> None:
    """Asked for by a goal or not; without a desk they do not."""
    desk = "Mon-Fri 09:00-17:00"

    assert wanted(goals=["ease-neck"], desk=desk)[-1] == "desk-breaks"
    assert wanted(goals=["sit-less", "ease-neck"], desk=desk) == [
        *("desk-breaks", "bar-hang-passing", "neck", "lying-complex"),
    ]
    assert wanted(goals=["sit-less"]) == ["bar-hang-passing"]


def test_exercises_of_routines_stand_once_each_in_order() -> None:
    """Two routines that share one."""
    neck = CATALOGUE.routine("neck")
    other = evolve(CATALOGUE.routine("yoga-asanas"), entries=neck.entries[1:3], stages=())

    assert entries_of((neck, other)) == neck.entries
    assert entries_of((other, neck)) == (*neck.entries[1:3], neck.entries[0], *neck.entries[3:])


def test_ties_go_by_the_order_of_the_article() -> None:
    """Two routines that name a goal equally near."""
    wushu = CATALOGUE.routine("wushu-morning")
    twin = evolve(wushu, id=RoutineId("a-twin"))

    catalogue = with_routines(twin)
    who = person(goals=["move-better"])
    found = wanted_routines(who, catalogue, suitabilities(who, catalogue))

    assert [routine.id for routine in found][:2] == ["wushu-morning", "a-twin"]


@given(
    goals=st.lists(st.sampled_from(list(Goal)), unique=True, min_size=1),
    minutes=st.integers(1, 200),
    conditions=st.lists(st.sampled_from([c.id for c in CATALOGUE.conditions]), unique=True),
)
def test_every_goal_that_anything_serves_is_served(
    goals: list[Goal], minutes: int, conditions: list[str]
) -> None:
    """Its nearest routine that suits is chosen, unless six are; and none is chosen twice."""
    who = person(goals=goals, availability=f"Mon 18:00 {minutes} min", conditions=conditions)
    suitable = suitabilities(who, CATALOGUE)

    found = wanted_routines(who, CATALOGUE, suitable)

    assert len(set(found)) == len(found)
    ids: set[ExerciseId] = {id for id, suits in suitable.items() if suits.is_allowed}
    suiting = [routine for routine in found if ids & set(routine.entries)]
    for goal in goals:
        serving = [r for r in CATALOGUE.routines if goal in r.goals and ids & set(r.entries)]
        hourly = [r for r in serving if r.cadence.kind is CadenceKind.HOURLY]
        assert serving == hourly or any(goal in r.goals for r in found) or len(suiting) >= 6
