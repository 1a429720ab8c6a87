"""Sessions that repeat themselves are told once, and told right."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.model import ExerciseId, RoutineId, Session, SessionId, Step
from spinecare.wording import groups, week_outlines
from tests.export.sample_plans import press, pulls, rotation
from tests.wording.small_plans import hold, letters, plan_of


def test_sessions_that_differ_in_the_starting_side_share_a_sheet() -> None:
    """The sitting says in which steps the other side starts."""
    plan = plan_of((press(), rotation("left")), (press(), rotation("right")))

    (week,) = week_outlines(plan)

    assert len(week.new) == 1
    assert [sitting.other_side for sitting in week.sittings] == [(), (2,)]


def test_a_session_is_new_only_once_though_its_steps_are_new_only_once() -> None:
    """That a step was new the first time makes no other session of it."""
    first = attrs.evolve(rotation(), is_new=True)
    later = attrs.evolve(rotation(), is_new=False)

    assert letters(plan_of((first,), (later,))) == ["A"]


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(pulls(), sets=3),
        attrs.evolve(pulls(), rest_s=60),
        attrs.evolve(pulls(), is_reduced=True),
        attrs.evolve(pulls(), notes=("slowly",)),
        attrs.evolve(pulls(), mass_kg=1.0),
        attrs.evolve(pulls(), purpose="opening"),
        attrs.evolve(pulls(), phases=pulls().phases[:2]),
        attrs.evolve(pulls(), routine=None),
    ],
)
def test_a_session_with_another_dose_or_note_is_another_session(other: Step) -> None:
    """Whatever a person has to do differently is told."""
    assert len(letters(plan_of((pulls(),), (other,)))) == 2


def test_a_row_that_keeps_its_side_is_not_one_that_changes_it() -> None:
    """They are told with different numbers, though their steps differ in the side only."""
    plan = plan_of((rotation("left"), rotation("left")), (rotation("left"), rotation("right")))

    (week,) = week_outlines(plan)

    assert [len(sheet.groups) for sheet in week.new] == [1, 2]


def test_the_twenty_seventh_session_is_called_aa() -> None:
    """Letters go on as columns of a table do."""
    plan = plan_of(*[(hold("neck-4-front", seconds),) for seconds in range(1, 30)])

    assert letters(plan)[25:] == ["Z", "AA", "AB", "AC"]


def test_a_session_of_another_routine_is_another_session() -> None:
    """Its heading would be wrong otherwise."""
    mine = plan_of((press(),), (press(),))
    first, second = mine.sessions
    other = Session(
        id=SessionId("other"),
        date=second.date,
        start=second.start,
        minutes=20,
        routines=(RoutineId("lying"),),
        steps=second.steps,
    )
    week = mine.weeks[0]
    tuesday = attrs.evolve(week.days[1], sessions=(other,))
    plan = attrs.evolve(
        mine, weeks=(attrs.evolve(week, days=(week.days[0], tuesday, *week.days[2:])),)
    )

    assert first.steps == other.steps
    assert letters(plan) == ["A", "B"]


def test_a_row_that_is_done_once_more_is_another_session() -> None:
    """Though its steps are told with the same lines."""
    row = (hold("lying-09a"), hold("lying-09b"))

    assert letters(plan_of((*row, *row), (*row, *row, *row), row)) == ["A", "B", "C"]


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["left", "right"])), max_size=4),
        min_size=1,
        max_size=7,
    )
)
def test_every_session_has_a_sheet_with_all_its_steps(days: list[list[tuple[str, str]]]) -> None:
    """Group by group, with the sides that the sitting says are the other ones."""
    plan = plan_of(*[tuple(_turn(name, side) for name, side in day) for day in days])

    for week in week_outlines(plan):
        for sitting in week.sittings:
            told = [
                attrs.evolve(
                    group.step, sides=group.step.sides[:: -1 if group.number in turned else 1]
                )
                for turned in [sitting.other_side]
                for group in sitting.sheet.groups
            ]
            assert told == [group.step for group in groups(sitting.session)]


def _turn(name: str, side: str) -> Step:
    """Return a turn of this name that begins at this side."""
    return attrs.evolve(rotation(side), exercise=ExerciseId(name))
