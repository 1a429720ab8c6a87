"""What a bad day took comes back: nobody stays in the gentle form once all goes well again."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import attrs
import pytest

from spinecare import Done, Entry, ExerciseId, Journal, Planned, SessionId, review
from tests.adapting.following import SMALL, all_well, weeks_of
from tests.adapting.living import CALM, after

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from spinecare import Pain, Session, Step, Verdict

TURN = "neck-2-rotation"
BAD = attrs.evolve(CALM, next_morning=6)


def turned(day: int, pain: Pain = CALM, *, gently: bool = False) -> Entry:
    """Return what is noted of turns of the head, at their first dose or gently."""
    return Entry(
        session=SessionId(f"{after(day).isoformat()}-1"),
        date=after(day),
        exercise=ExerciseId(TURN),
        written_at=datetime.combine(after(day), time(20), UTC),
        planned=Planned(reps=5, duration_s=80.0, is_reduced=gently),
        done=Done(outcome="done"),
        pain=pain,
    )


def said(*entries: Entry, on: int) -> Verdict:
    """Return the verdict on a day."""
    return review(Journal(entries=entries), on=after(on)).verdicts[0]


@pytest.mark.parametrize("weekday", range(6))
def test_a_plan_forgives_one_bad_morning(weekday: int) -> None:
    """Whatever the day of the week: made again weekly, it has the full dose in the sixth week."""

    def tell(session: Session, step: Step, week: int) -> Mapping[str, Any]:
        is_bad = week == 0 and session.date.weekday() == weekday and step.exercise == TURN
        return {**all_well(session, step, week), "pain": BAD if is_bad else CALM}

    plans = [new for _, new, _, _ in weeks_of(SMALL, tell, rounds=5)]

    forms = [
        {step.is_reduced for session in plan.sessions for step in session.steps if _is_turn(step)}
        for plan in plans
    ]
    assert forms[0] == {True}
    assert forms[-1] == {False}


def _is_turn(step: Step) -> bool:
    return step.exercise == TURN


@pytest.mark.parametrize("again", [(), (2,), (2, 4)])
def test_four_good_sessions_in_the_gentle_form_give_the_first_dose_back(
    again: tuple[int, ...],
) -> None:
    """Also of who had done it as before until the plan was made again."""
    before = [turned(0, BAD), *(turned(day) for day in again)]
    gently = [turned(day, gently=True) for day in (7, 10, 13, 16)]

    assert said(*before, on=6).level == -1
    assert said(*before, *gently, on=18).level == 0


def test_weeks_in_the_gentle_form_take_nothing_back() -> None:
    """They were asked for: nothing was missed, however long a plan made them last."""
    gently = [turned(day, gently=True) for day in range(7, 60, 3)]

    assert said(turned(0, BAD), *gently, on=62).level == 0


def test_a_dose_lowered_after_harm_still_earns_no_second_step() -> None:
    """Back at the first dose; a week with less, for want of time, adds nothing to the next row."""
    gently = [turned(day, gently=True) for day in (7, 10, 13, 16)]
    full = [turned(day) for day in (19, 22, 25)]
    less = attrs.evolve(turned(28), planned=Planned(reps=3, duration_s=48.0))

    assert said(turned(0, BAD), *gently, *full, less, on=30).level == 0
    assert said(turned(0, BAD), *gently, *full, turned(28), on=30).level == 1
