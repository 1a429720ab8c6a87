"""What was missed is taken up again at less, and comes back with good sessions only."""

from __future__ import annotations

from functools import partial

import attrs
import pytest

from spinecare import Action, Entry, ExerciseId, Journal, Pain, Planned, Verdict, review
from spinecare.reviewing import Known, reviewed
from tests.adapting.living import CALM, CAT, after, good, noted

CRUNCH = "lumbar-2-crunch-crossed-arms"
GROWN = (0, 3, 7, 10)
"""Four good sessions, which earn a step."""


BEFORE = [*good(*GROWN, reps=5), *good(12, 14)]
"""Good sessions, a step, and two with it."""


def verdict(entries: list[Entry], on: int, exercise: str = CAT) -> Verdict:
    """Return the verdict on an exercise."""
    found = review(Journal(entries=entries), on=after(on)).verdicts
    return next(one for one in found if one.exercise == exercise)


def test_a_missed_week_takes_a_step_and_says_so() -> None:
    """Two weeks would take two, but none goes below the first dose."""
    assert (verdict(BEFORE, 21).level, verdict(BEFORE, 21).action) == (1, Action.KEEP)
    for on in (22, 29):
        found = verdict(BEFORE, on)
        assert (found.level, found.owed, found.action) == (0, 1, Action.REGRESS)
        assert "taken up again 1 step lower" in found.evidence[0].reason


def test_two_good_sessions_over_a_week_give_the_step_back() -> None:
    """One does not, nor two in three days; four are not asked for."""
    back = [*BEFORE, *good(28, reps=5)]

    assert verdict(back, 31).level == 0
    assert verdict([*back, *good(31, reps=5)], 33).level == 0
    again = verdict([*back, *good(35, reps=5)], 37)
    assert (again.level, again.owed, again.action) == (1, 0, Action.PROGRESS)
    assert again.evidence[0].reason.startswith("2 good sessions since it was missed, over 7 days")


@pytest.mark.parametrize(
    "pain",
    [
        attrs.evolve(CALM, next_morning=2),
        attrs.evolve(CALM, next_morning=None),
        attrs.evolve(CALM, during=None),
        attrs.evolve(CALM, after=2.5),
    ],
)
def test_without_good_answers_no_step_comes_back(pain: Pain) -> None:
    """However many weeks go by: worse or unknown is no reason to do more."""
    later = [noted(number, 5, pain=pain) for number in range(28, 60, 3)]

    assert verdict([*BEFORE, *later], 62).level == 0


def test_a_step_that_comes_back_is_no_step_on_top_of_it() -> None:
    """Four good sessions after it earn the next."""
    back = [*BEFORE, *good(28, 32, 36, reps=5), *good(39, 42, 45, reps=6)]

    assert (verdict(back, 48).level, verdict(back, 48).owed) == (1, 0)
    assert verdict([*back, *good(48, reps=6)], 50).level == 2


def test_what_was_skipped_alone_is_missed_alone() -> None:
    """The crunch is skipped for three weeks, the cat goes on: only the crunch comes back lower."""
    crunch = partial(noted, reps=6, exercise=CRUNCH)
    entries = [
        *good(*GROWN, reps=5),
        *good(12, 15, 18, 21, 24, 27, 30, 33),
        *(attrs.evolve(one, exercise=ExerciseId(CRUNCH)) for one in good(*GROWN, reps=5)),
        crunch(12),
        *(crunch(number, outcome="skipped") for number in (15, 18, 21, 24, 27, 30)),
        crunch(33),
    ]

    assert (verdict(entries, 34, CRUNCH).level, verdict(entries, 34, CRUNCH).owed) == (0, 1)
    assert verdict(entries, 34).owed == 0


def test_an_exercise_that_was_not_planned_for_weeks_was_not_missed() -> None:
    """Its turn comes every third week; the person was there."""
    others = [noted(number, 5, exercise="neck-2-rotation") for number in range(40)]

    found = verdict([*others, *BEFORE, *good(35)], 37)

    assert (found.level, found.owed) == (1, 0)


def test_harm_after_a_break_is_earned_back_in_full() -> None:
    """Two good sessions give back what weeks away took, and not what a bad morning took."""
    harmed = noted(28, 5, pain=attrs.evolve(CALM, during=4))
    back = [*BEFORE, harmed, *good(33, 41, reps=4)]

    assert verdict(back, 43).level == -1
    assert verdict([*back, *good(44, 47, reps=4)], 49).level == 0


def test_relief_positions_alone_are_time_away() -> None:
    """Eleven weeks of them: the dose of before is no dose to begin with."""
    relief = [noted(number, 1, exercise="relief-position-search") for number in range(15, 92, 3)]
    known = Known(relief=frozenset({ExerciseId("relief-position-search")}))

    found, _ = reviewed(
        Journal(entries=[*BEFORE, *relief]), on=after(92), policy="strict", beside=known
    )

    (cat,) = [one for one in found.verdicts if one.exercise == CAT]
    assert (cat.level, cat.owed) == (0, 1)


def test_what_was_not_done_for_months_is_missed_whoever_planned_it() -> None:
    """Another routine for half a year; the step earned before it has lapsed, too."""
    others = [noted(number, 5, exercise="neck-2-rotation") for number in range(0, 200, 2)]

    found = verdict([*others, *good(*GROWN, reps=5)], 200)

    assert (found.level, found.action) == (0, Action.KEEP)
    assert verdict([*others, *BEFORE], 200).level == 0


def test_months_in_the_gentle_form_are_months_away_from_the_full_dose() -> None:
    """A condition asked for it; once it is gone the dose of before is not at once due again."""
    gentle = [
        attrs.evolve(one, planned=Planned(reps=5, is_reduced=True))
        for one in good(*range(16, 76, 3), reps=5)
    ]

    assert verdict([*BEFORE, *gentle], 78).level == 0


def test_a_dose_that_the_plan_lowered_earns_no_step() -> None:
    """Four good sessions at less than the level are none at it: no two steps at once later."""
    lowered = good(17, 20, 24, 27, 31, reps=5)

    assert verdict([*BEFORE, *lowered], 33).level == 1
    assert verdict([*BEFORE, *lowered, *good(34, 37, 41, 44)], 46).level == 2


def test_a_dose_that_was_lowered_for_long_earns_no_step_either() -> None:
    """Weeks of it, and no gap: what it stood at is not forgotten for want of time."""
    lowered = good(*range(17, 80, 3), reps=5)

    assert verdict([*BEFORE, *lowered], 81).level == 1
    unsure = noted(17, 5, pain=attrs.evolve(CALM, next_morning=2))
    assert verdict([*BEFORE, unsure, *good(20, 24, 27, 31, reps=6)], 33).level == 2


def test_a_session_that_was_not_quite_good_sets_the_mark_too() -> None:
    """A morning of 2 after 1 takes no step; what was asked for is no less for it."""
    steady = attrs.evolve(CALM, next_morning=2)
    first = [noted(15, 8, pain=steady), *good(*range(18, 50, 3), reps=6)]

    assert verdict([*BEFORE, *first], 51).level == 1


def test_one_skip_costs_one_week_however_long_it_was_between_turns() -> None:
    """Its turn comes every third week, and once it was skipped."""
    others = [noted(number, 5, exercise="neck-2-rotation") for number in range(60)]
    turns = [*BEFORE, noted(30, 6, outcome="skipped"), *good(37)]

    found = verdict([*others, *turns], 39)

    assert (found.level, found.owed) == (0, 1)


def test_what_comes_weekly_and_is_a_day_late_is_not_missed() -> None:
    """Pull-ups every eight days, nothing else: inside their window."""
    entries = [*good(0, 8, 16, 24, reps=5), *good(32, 40)]

    found = verdict(entries, 42)

    assert (found.level, found.owed) == (1, 0)
