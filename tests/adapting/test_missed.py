"""What was missed is taken up again at less, and comes back with good sessions only."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import attrs
import pytest

from spinecare import Action, Done, Entry, Journal, Pain, Planned, Verdict, review
from spinecare.model import ExerciseId, SessionId
from tests.adapting.living import CALM, START

CAT, CRUNCH = "upper-back-2-cat-all-fours", "lumbar-2-crunch-crossed-arms"
GROWN = (0, 3, 7, 10)
"""Four good sessions, which earn a step."""


def day(number: int) -> date:
    """Return a day, counted from the start."""
    return START + timedelta(days=number)


def noted(
    number: int, reps: int, *, exercise: str = CAT, outcome: str = "done", pain: Pain = CALM
) -> Entry:
    """Return an entry about an exercise that was asked for with so many repetitions."""
    return Entry(
        session=SessionId(f"{day(number).isoformat()}-1"),
        date=day(number),
        exercise=ExerciseId(exercise),
        written_at=datetime.combine(day(number), time(20), UTC),
        planned=Planned(reps=reps, duration_s=10.0 * reps),
        done=Done(outcome=outcome, reason=None if outcome == "done" else "no-time"),
        pain=pain if outcome != "skipped" else Pain(),
    )


def good(*numbers: int, reps: int = 6) -> list[Entry]:
    """Return good sessions on days, with one repetition more than at first."""
    return [noted(number, reps) for number in numbers]


BEFORE = [*good(*GROWN, reps=5), *good(12, 14)]
"""Good sessions, a step, and two with it."""


def verdict(entries: list[Entry], on: int, exercise: str = CAT) -> Verdict:
    """Return the verdict on an exercise."""
    found = review(Journal(entries=entries), on=day(on)).verdicts
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
    assert again.evidence[0].reason.startswith("2 good sessions since you were away, over 7 days")


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
