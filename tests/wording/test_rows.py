"""Steps of a session as a person follows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from spinecare.wording import Group, groups
from tests.export.sample_plans import press, pulls, resting
from tests.wording.small_plans import hold, plan_of


def test_resting_poses_stand_with_the_step_they_answer() -> None:
    """One that answers nothing stands alone."""
    alone, told = groups(plan_of((resting(), press(), resting())).sessions[0])

    assert (alone.number, alone.step) == (1, resting())
    assert told == Group(number=2, step=press(), rests=(resting(),))


def test_a_row_that_is_done_again_is_told_once() -> None:
    """With the number of times, and only as long as it is the same."""
    row = (hold("lying-09a"), hold("lying-09b"))
    day = plan_of((press(), *row, *row, *row, *row[:1], pulls()))

    told = groups(day.sessions[0])

    assert [group.step.exercise for group in told] == [
        "neck-4-front",
        "lying-09a",
        "lying-09b",
        "lying-09a",
        "pulse-pull-up",
    ]
    assert [(group.again_from, group.times) for group in told] == [
        (None, 1),
        (None, 1),
        (2, 3),
        (None, 1),
        (None, 1),
    ]


@given(st.lists(st.sampled_from("abc"), max_size=14))
def test_telling_a_row_once_loses_no_step(names: list[str]) -> None:
    """Doing what the groups say gives the steps of the session, in order."""
    told = groups(plan_of(tuple(hold(name) for name in names)).sessions[0])

    done: list[str] = []
    for group in told:
        done.append(group.step.exercise)
        if group.again_from is not None:
            row = [other.step.exercise for other in told[group.again_from - 1 : group.number]]
            done += row * (group.times - 1)
    assert done == names
