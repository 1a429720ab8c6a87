"""From spans to numbers: the ramp over the weeks and the reduced form under a caution."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.dosing import grade_of
from spinecare.planning.timing import LOWEST
from tests.planning.builders import (
    MONDAY,
    opening_at,
    outlook_of,
    session_at,
    step_of,
)

HEAD = "wushu-head-rotation"  # 3 to 5 repetitions


def test_repetitions_and_holds_grow_in_turn_and_sets_last() -> None:
    """Three rungs for each number, one at a time; then sets, half a span at a time."""
    third = 1 / 3

    grades = [(g.reps, g.hold, g.sets) for g in map(grade_of, range(10))]

    assert grades == [
        (0, 0, 0),
        (third, 0, 0),
        (third, third, 0),
        (2 * third, third, 0),
        (2 * third, 2 * third, 0),
        (1, 2 * third, 0),
        (1, 1, 0),
        (1, 1, 0.5),
        (1, 1, 1),
        (1, 1, 1),
    ]
    assert grade_of(0) == LOWEST


def climbed(sessions: int, days: int, on: int = 0) -> int:
    """Return the next rung after sessions on a rung, spread over days."""
    look = outlook_of()
    step = step_of(HEAD)
    for number in range(sessions):
        at = opening_at(18 + number / 10)
        look.history.record(session_at(at, step), at, {step.exercise: on})
    return look.history.next_rung(step.exercise, MONDAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("sessions", "days", "rung"),
    [
        (0, 100, 0),
        (100, 13, 0),  # a day too early
        (3, 100, 0),  # a session too few
        (4, 14, 1),
        (100, 100, 1),  # one rung at a time
    ],
)
def test_a_dose_climbs_a_rung_after_two_weeks_and_four_sessions(
    sessions: int, days: int, rung: int
) -> None:
    """Both count, on the rung where it stands."""
    assert climbed(sessions, days) == rung
    if sessions:
        assert climbed(sessions, days, on=3) == 3 + rung


def test_time_on_a_rung_begins_anew_with_every_change() -> None:
    """Up or down: days and sessions count from the first session on it."""
    look = outlook_of()
    step = step_of(HEAD)
    rungs = {0: 1, 7: 1, 14: 0, 15: 0, 16: 0, 17: 0}
    for day, rung in rungs.items():
        at = opening_at(24 * day + 18)
        look.history.record(session_at(at, step), at, {step.exercise: rung})

    after = [look.history.next_rung(step.exercise, MONDAY + timedelta(day)) for day in (27, 28)]

    assert after == [0, 1]


def test_a_dose_that_no_one_names_stands_at_the_low_end() -> None:
    """What the planner adds to a session."""
    look = outlook_of()
    step = step_of(HEAD)
    at = opening_at()

    look.history.record(session_at(at, step), at, {step_of("neck-2-rotation").exercise: 4})

    assert look.history.next_rung(step.exercise, MONDAY) == 0


@given(rung=st.integers(0, 100))
def test_doses_never_shrink_on_a_higher_rung(rung: int) -> None:
    """Every part stays from 0 to 1."""
    now, later = grade_of(rung), grade_of(rung + 1)

    assert 0 <= now.reps <= later.reps <= 1
    assert 0 <= now.hold <= later.hold <= 1
    assert 0 <= now.sets <= later.sets <= 1
