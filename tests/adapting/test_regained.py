"""What a bad day took comes back: nobody stays in the gentle form once all goes well again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from spinecare import Journal, Planned, review
from tests.adapting.following import SMALL, all_well, weeks_of
from tests.adapting.living import CALM, after, good, noted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from spinecare import Entry, Session, Step, Verdict

TURN = "neck-2-rotation"
BAD = attrs.evolve(CALM, next_morning=6)
HARM = noted(0, 5, pain=BAD)


def gentle(*days: int) -> list[Entry]:
    """Return good sessions in the gentle form."""
    gently = Planned(reps=5, duration_s=80.0, is_reduced=True)
    return [attrs.evolve(one, planned=gently) for one in good(*days, reps=5)]


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
    before = [HARM, *good(*again, reps=5)]
    gently = gentle(7, 10, 13, 16)

    assert said(*before, on=6).level == -1
    assert said(*before, *gently, on=18).level == 0


def test_weeks_in_the_gentle_form_take_nothing_back() -> None:
    """They were asked for: nothing was missed, however long a plan made them last."""
    gently = gentle(*range(7, 60, 3))

    assert said(HARM, *gently, on=62).level == 0


def test_a_dose_lowered_after_harm_still_earns_no_second_step() -> None:
    """Back at the first dose; a week with less, for want of time, adds nothing to the next row."""
    gently = gentle(7, 10, 13, 16)
    full = good(19, 22, 25, reps=5)

    assert said(HARM, *gently, *full, noted(28, 3), on=30).level == 0
    assert said(HARM, *gently, *full, noted(28, 5), on=30).level == 1


GROWN = (*good(0, 3, 7, 10, reps=5), *good(12, 15, 18, 21, reps=6), noted(23, 7))
"""Two steps, each earned and taken."""


def test_bad_news_that_no_plan_heard_of_is_forgiven_where_it_was() -> None:
    """Four good ones at the old dose give the step back for good, and the next one like any."""
    heard = (HARM, *good(3, 6, 9, 12, reps=5))

    assert said(*heard, on=14).level == 0
    assert said(*heard, noted(15, 5, outcome="partly"), on=17).level == 0
    assert said(*heard, *good(15, 18, 21, reps=5), on=24).level == 0
    assert said(*heard, *good(15, 18, 21, 24, reps=5), on=26).level == 1


def test_a_step_of_an_old_plan_that_a_late_answer_took_back_stops_nothing() -> None:
    """It was asked for once; four good ones, that one among them, earn it again."""
    unsure = noted(12, 5, pain=attrs.evolve(CALM, second_morning=None))
    early = (*good(0, 3, 7, 10, reps=5), unsure, noted(13, 6))

    assert said(*early, on=16).level == 0
    assert said(*early, *good(16, 19, reps=5), on=21).level == 0
    assert said(*early, *good(16, 19, 22, reps=5), on=24).level == 1


def test_a_dose_that_came_down_by_less_than_weeks_away_took_is_where_it_is() -> None:
    """Two weeks away at two steps, a week by the old plan, then a plan of one step: on from it."""
    back = (*GROWN, *good(38, 42, 45, reps=7), noted(47, 6))

    assert said(*back, on=49).level == 1
    assert said(*back, noted(50, 6), on=52).level == 1
    assert said(*back, *good(50, 54, reps=6), on=56).level == 2


def test_bad_news_at_a_dose_that_was_lowered_before_gives_nothing_at_once() -> None:
    """The dose stands below the level already: it comes up only by what is asked for."""
    lowered = (
        *GROWN,
        noted(26, 5),
        noted(29, 5, pain=attrs.evolve(CALM, during=6)),
        *good(32, 35, 38, 41, 44, 47, reps=5),
    )

    assert said(*lowered, on=49).level == 2
    assert said(*lowered, noted(50, 6), on=52).level == 2


def test_a_second_step_of_an_old_plan_is_known_for_one() -> None:
    """The plan gave it before it heard of the bad morning: two good rows lead there again."""
    bad = (*good(0, 3, 7, 10, reps=5), noted(11, 5, pain=attrs.evolve(CALM, during=6)))
    old = (*bad, *good(13, 16, 19, 22, reps=6))

    assert said(*old, on=24).level == 0
    assert said(*old, *good(25, 28, 31, 34, reps=6), on=36).level == 1
    assert said(*old, *good(25, 28, 31, 34, 37, 40, 43, 46, reps=6), on=48).level == 2


def test_weeks_away_right_after_a_step_are_known_by_the_dose_before() -> None:
    """The plan asks for the step still: two good ones over a week give it back where it is."""
    old = (*good(0, 3, 7, 10, reps=5), *good(21, 24, 28, reps=6))

    assert said(*old, on=30).level == 1
    assert said(*old, *good(31, 35, 38, reps=6), on=40).level == 1
