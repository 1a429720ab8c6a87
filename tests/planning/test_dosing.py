"""From spans to numbers: the ramp over the weeks and the reduced form under a caution."""

from __future__ import annotations

from datetime import timedelta
from operator import attrgetter

import attrs
import pytest

from spinecare.model import Exercise, ExerciseId, Reps
from spinecare.planning.dosing import ramp_of
from spinecare.planning.timing import LOWEST, Grade, resolve
from tests.planning.builders import (
    CATALOGUE,
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

    grades = [(g.reps, g.hold, g.sets) for g in ramp_of(wide_exercise())]

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
    ]


def wide_exercise() -> Exercise:
    """Return an exercise of which every number has room to grow."""
    hang = CATALOGUE.entry(ExerciseId("bar-hang"))
    dose = attrs.evolve(hang.dose, reps=Reps(low=3, high=9))
    return attrs.evolve(hang, dose=dose)


@pytest.mark.parametrize("exercise", CATALOGUE.entries, ids=attrgetter("id"))
def test_every_rung_asks_for_more_than_the_one_before(exercise: Exercise) -> None:
    """From the low end to the most there is; a rest that grows alone is no rung."""
    steps = [resolve(exercise, grade) for grade in ramp_of(exercise)]
    asked = [one.duration_s if exercise.is_only_relaxation else one.work_s for one in steps]
    most = resolve(exercise, Grade.even(1))

    assert steps[0] == resolve(exercise, LOWEST)
    assert asked == sorted(set(asked))
    assert asked[-1] == (most.duration_s if exercise.is_only_relaxation else most.work_s)


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
        assert climbed(sessions, days, on=1) == 1 + rung


def test_a_ramp_has_an_end() -> None:
    """From 3 to 5 repetitions there are two steps."""
    assert climbed(4, 14, on=1) == 2
    assert climbed(100, 100, on=2) == 2


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
