"""Sessions that repeat themselves are told once, and told right."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.model import RoutineId, Session, SessionId, Step
from spinecare.wording import Run, week_outlines
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

    assert letters(plan_of((first,), (later,))) == [("A", None)]


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


def _row(names: str) -> tuple[Step, ...]:
    """Return a step for each letter."""
    return tuple(hold(name) for name in names)


def test_a_session_that_shares_most_steps_is_told_by_the_difference() -> None:
    """Runs of shared steps name their numbers in the other session."""
    before, after = _row("abcd"), _row("fgh")
    plan = plan_of(
        (*before, rotation("left"), *after), (*before, rotation("right"), pulls(), *after)
    )

    (week,) = week_outlines(plan)

    sheet = week.new[1]
    assert sheet.like == "A"
    assert sheet.runs == (
        Run(own=(1, 2, 3, 4, 5), like=(1, 2, 3, 4, 5)),
        Run(own=(6,)),
        Run(own=(7, 8, 9), like=(6, 7, 8)),
    )
    assert sheet.other_side == (5,)


def test_steps_in_a_row_that_are_new_are_one_run() -> None:
    """So are shared ones only while both count on by one."""
    plan = plan_of(_row("abcdefgh"), _row("abcefghxy"))

    (week,) = week_outlines(plan)

    assert week.new[1].runs == (
        Run(own=(1, 2, 3), like=(1, 2, 3)),
        Run(own=(4, 5, 6, 7), like=(5, 6, 7, 8)),
        Run(own=(8, 9)),
    )


@pytest.mark.parametrize(
    ("first", "second", "like"),
    [
        ("abcdefgh", "abcde", "A"),
        ("abcdefgh", "abcd", None),
        ("abcdefgh", "axbcydezfgh", "A"),
        ("abcdefgh", "axbycz", None),
        ("abcdefgh", "abcdeuvwxyz", None),
        ("abcdefgh", "abcdevwxyz", "A"),
    ],
)
def test_a_session_is_told_by_another_where_that_saves_four_lines(
    first: str, second: str, like: str | None
) -> None:
    """And where at least half of its steps are shared; a short one is told in full."""
    assert letters(plan_of(_row(first), _row(second)))[1] == ("B", like)


def test_a_session_is_compared_with_the_one_that_saves_most() -> None:
    """And only with sessions that are told in full."""
    plan = plan_of(_row("abcdefgh"), _row("mnopqrstu"), _row("mnopqrab"), _row("mnopqrabcdefg"))

    assert letters(plan) == [("A", None), ("B", None), ("C", "B"), ("D", "A")]


def test_the_twenty_seventh_session_is_called_aa() -> None:
    """Letters go on as columns of a table do."""
    plan = plan_of(*[(hold("neck-4-front", seconds),) for seconds in range(1, 30)])

    assert [letter for letter, _ in letters(plan)][25:] == ["Z", "AA", "AB", "AC"]


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
    assert [letter for letter, _ in letters(plan)] == ["A", "B"]


@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from("abcdefghij"), max_size=4), st.text("xyz", max_size=2)),
        min_size=2,
        max_size=7,
    )
)
def test_a_sheet_told_by_another_says_the_same_steps(days: list[tuple[set[str], str]]) -> None:
    """Putting the runs together with the other sheet gives the session."""
    rows = [
        "".join(name for name in f"abcde{more}fghij" if name not in missing)
        for missing, more in days
    ]
    plan = plan_of(*[_row(names) for names in rows])
    sheets = {sheet.letter: sheet for week in week_outlines(plan) for sheet in week.new}

    for sheet in sheets.values():
        if sheet.like is not None:
            numbers = [number for run in sheet.runs for number in run.own]
            assert numbers == [group.number for group in sheet.groups]
        for run in sheet.runs:
            base = sheets[sheet.like or ""].groups
            for own, like in zip(run.own, run.like, strict=False):
                same = (sheet.groups[own - 1], base[like - 1])
                assert same[0].step == same[1].step
                assert same[0].times == same[1].times
