"""What a plan holds so far: turns, sides, loads, stages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spinecare.model import ExerciseId, Purpose, Recovery, Side, Stage, Step
from spinecare.planning.history import History
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    happened,
    opening_at,
    outlook_of,
    person,
    session_at,
    step_of,
)

TWIST, PULL, TOWEL = "yoga-supine-twist", "pulse-pull-up", "towel-roller-lying"
ONE, TWO, THREE, FOUR = (
    ExerciseId("neck-1-flexion-extension"),
    ExerciseId("neck-2-rotation"),
    ExerciseId("neck-3-side-bend"),
    ExerciseId("neck-4-isometric-resisted"),
)
NECK = CATALOGUE.routine("neck")


def after(*sessions: tuple[float, tuple[Step, ...]]) -> History:
    """Return the history after sessions, each at so many hours after Monday began."""
    look = outlook_of()
    for hours, steps in sessions:
        happened(look, opening_at(hours), *steps)
    return look.history


def test_an_empty_history_knows_nothing() -> None:
    """Nobody shares it: two histories of one person are apart."""
    look = outlook_of()
    happened(outlook_of(), opening_at(), step_of(TWIST, "yoga-asanas"))

    assert look.history.hours_since(CATALOGUE.routine("yoga-asanas"), opening_at().at) is None
    assert not look.history.is_tried(ExerciseId(TWIST))
    assert look.history.next_side(CATALOGUE.entry(TWIST)) is None


def test_a_session_is_kept_with_its_moments_and_days() -> None:
    """Of its routines and of its exercises; the first day stays the first."""
    history = after(
        (8, (step_of(ONE, "neck"),)),
        (18, (step_of(ONE, "neck"), step_of(TWO, "neck"))),
        (32, (step_of(ONE, "neck"),)),
    )

    tuesday = MONDAY + timedelta(days=1)
    assert history.routine_moments[NECK.id] == [opening_at(h).at for h in (8, 18, 32)]
    assert history.routine_days[NECK.id] == [MONDAY, MONDAY, tuesday]
    assert history.exercise_days[ONE] == [MONDAY, tuesday]
    assert history.first_day == {ONE: MONDAY, TWO: MONDAY}
    assert history.times_done == {ONE: 3, TWO: 1}
    assert history.last_done == {ONE: opening_at(32).at, TWO: opening_at(18).at}
    assert history.sessions_on(NECK, MONDAY) == 2
    assert history.sessions_on(NECK, tuesday) == 1
    assert history.hours_since(NECK, opening_at(36).at) == 4


def test_a_repeated_step_counts_once_in_a_session() -> None:
    """Three rounds of a row are one time; the first round says which side began."""
    left = step_of(TWIST, sides=(Side.LEFT, Side.RIGHT))
    right = step_of(TWIST, sides=(Side.RIGHT, Side.LEFT))

    history = after((8, (left, right, left)))

    assert history.times_done[ExerciseId(TWIST)] == 1
    assert history.next_side(CATALOGUE.entry(TWIST)) is Side.RIGHT


def test_rests_that_the_planner_adds_are_no_exercise_done() -> None:
    """Their side changes with nothing; closings and openings do count."""
    rest = step_of("rest-side-lying", purpose=Purpose.REST)
    closing = step_of("lying-fetal-rest", purpose=Purpose.CLOSING)

    history = after((8, (rest, closing)))

    assert set(history.times_done) == {"lying-fetal-rest"}


def test_each_muscle_remembers_its_last_load_of_each_kind() -> None:
    """Pull-ups and a bridge; movement loads nothing, and a later load replaces an earlier."""
    history = after(
        (8, (step_of(PULL), step_of("wushu-knee-rotation"))),
        (18, (step_of("neck-5-weighted-shrug"),)),
        (130, (step_of(PULL),)),
    )

    first, again = opening_at(18).at, opening_at(130).at
    assert history.loads[CATALOGUE.entry(PULL).muscles[0]] == {Recovery.PULL: again}
    trapezius = CATALOGUE.entry("neck-5-weighted-shrug").muscles[0]
    assert history.loads[trapezius] == {Recovery.PULL: again, Recovery.LIGHT: first}
    assert not history.loads[CATALOGUE.entry("wushu-knee-rotation").muscles[0]]


def test_what_takes_turns_begins_on_the_other_side_next_time() -> None:
    """Left, then right; both stays both."""
    history = after((8, (step_of(TWIST), step_of(ONE))))

    assert history.next_side(CATALOGUE.entry(TWIST)) is Side.RIGHT
    assert history.next_side(CATALOGUE.entry(ONE)) is Side.BOTH


def test_a_habit_is_that_of_the_week_which_the_last_session_ends() -> None:
    """The Monday before, at another time, is a week ago and no habit any more."""
    history = after(*((hours, (step_of(ONE, "neck"),)) for hours in (8, 24 + 9, 7 * 24 + 18)))

    assert history.habit(NECK.id) == {opening_at(h).habit for h in (24 + 9, 7 * 24 + 18)}


def test_every_change_of_a_dose_is_counted() -> None:
    """A dose that begins at the low end has not changed; one that begins above it has."""
    look = outlook_of()
    counts: list[int] = []
    for day, rungs in enumerate(({}, {ONE: 0}, {ONE: 1}, {ONE: 1, TWO: 3}, {TWO: 4})):
        at = opening_at(24 * day + 8)
        steps = step_of(ONE, "neck"), step_of(TWO, "neck")

        look.history.record(session_at(at, *steps), at, rungs)

        counts.append(look.history.climbed)
    assert counts == [0, 0, 1, 2, 4]


def test_what_was_passed_over_stays_owed_from_round_to_round() -> None:
    """Neck 1 comes alone three times: all the others wait, until each has come up."""
    one, two = step_of(ONE, "neck"), step_of(TWO, "neck")
    others = frozenset(NECK.entries) - {ONE}

    history = after((8, (one,)))
    assert history.owed[NECK.id] == frozenset()
    history = after((8, (one,)), (18, (one,)))
    assert history.owed[NECK.id] == others
    history = after((8, (one,)), (18, (one,)), (32, (two,)))
    assert history.owed[NECK.id] == others - {TWO}
    history = after((8, (one,)), (18, (one,)), (32, (one, two)), (42, (two,)))
    assert history.owed[NECK.id] == others - {TWO}
    assert history.rounds[NECK.id] == {TWO}


def test_tried_is_what_the_person_says_or_the_plan_held() -> None:
    """Nothing else."""
    look = outlook_of(person(tried=[THREE]))
    happened(look, opening_at(), step_of(ONE))

    assert [look.history.is_tried(id) for id in (ONE, TWO, THREE)] == [True, False, True]


def test_the_work_of_the_last_session_is_kept_without_its_relaxation() -> None:
    """Five nods of eight seconds, whatever rest lies between them."""
    history = after((8, (step_of(ONE),)), (18, (step_of(ONE, reps=4, cycles=4),)))

    assert history.last_step[ONE].work_s == 32


STAGE = Stage(opens=(FOUR,), after=(ONE, TWO), days=14, completed_days=10)
ALLOWED = frozenset({ONE, TWO, FOUR})


@pytest.mark.parametrize(
    ("days", "today", "is_open"),
    [
        (range(10), 14, True),
        (range(10), 13, False),
        (range(9), 14, False),
        (range(9), 100, False),
        (range(5, 15), 18, False),  # 13 days after the first
        (range(5, 15), 19, True),
        (range(0), 50, False),
    ],
)
def test_a_stage_opens_after_its_days_and_its_completed_days(
    days: range, today: int, is_open: bool
) -> None:
    """Ten completed days, and fourteen days since the first of them."""
    both = (step_of(ONE), step_of(TWO))

    history = after(*((24 * day + 8, both) for day in days))

    assert history.is_open(STAGE, ALLOWED, MONDAY + timedelta(days=today)) is is_open


def test_a_completed_day_holds_all_exercises_of_the_stage_before() -> None:
    """On the same day, in one session or in two."""
    day = MONDAY + timedelta(days=30)
    apart = [(24 * n + 8, (step_of(ONE if n % 2 else TWO),)) for n in range(20)]
    twice = [
        (24 * n + hour, (step_of(id),)) for n in range(10) for hour, id in ((8, ONE), (9, TWO))
    ]

    assert not after(*apart).is_open(STAGE, ALLOWED, day)
    assert after(*twice).is_open(STAGE, ALLOWED, day)


def test_days_count_from_the_first_completed_day() -> None:
    """An earlier day on which one of them was missing does not count."""
    history = after(
        (8, (step_of(ONE),)), *((24 * n + 8, (step_of(ONE), step_of(TWO))) for n in range(5, 15))
    )

    assert not history.is_open(STAGE, ALLOWED, MONDAY + timedelta(days=18))
    assert history.is_open(STAGE, ALLOWED, MONDAY + timedelta(days=19))


@pytest.mark.parametrize("allowed", [{FOUR}, {ONE, FOUR}, {TWO, FOUR}])
def test_a_stage_never_opens_where_one_before_it_is_not_allowed(allowed: set[ExerciseId]) -> None:
    """The neck is not loaded before it has moved in every direction."""
    history = after(*((24 * n + 8, (step_of(ONE), step_of(TWO))) for n in range(20)))

    assert not history.is_open(STAGE, frozenset(allowed), MONDAY + timedelta(days=60))
    assert history.is_open(STAGE, ALLOWED, MONDAY + timedelta(days=60))


def test_a_stage_without_numbers_opens_once_the_exercises_before_were_done() -> None:
    """On a day before: what was done today is not yet known to have gone well."""
    quick = Stage(opens=(FOUR,), after=(ONE,), days=0, completed_days=1)
    done = after((8, (step_of(ONE),)))

    assert not after().is_open(quick, ALLOWED, MONDAY)
    assert not done.is_open(quick, ALLOWED, MONDAY)
    assert done.is_open(quick, ALLOWED, MONDAY + timedelta(days=1))


def test_today_is_no_completed_day() -> None:
    """Nine days and this morning are not ten."""
    history = after(*((24 * n + 8, (step_of(ONE), step_of(TWO))) for n in range(5, 15)))

    assert not history.is_open(STAGE, ALLOWED, MONDAY + timedelta(days=14))
    early = after(*((24 * n, (step_of(ONE), step_of(TWO))) for n in (0, *range(6, 15))))
    assert not early.is_open(STAGE, ALLOWED, MONDAY + timedelta(days=14))
    assert early.is_open(STAGE, ALLOWED, MONDAY + timedelta(days=15))
