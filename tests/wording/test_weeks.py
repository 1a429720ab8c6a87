"""Weeks that repeat themselves, and sides that alternate."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from spinecare.model import Day
from spinecare.wording import sides_alternate, week_outlines
from tests.export.sample_plans import (
    build_plan,
    press,
    pulls,
    rotation,
    sample_plan,
    session,
    stretch,
)
from tests.wording.small_plans import MONDAY, plan_of


def test_a_week_that_is_the_same_repeats_the_first_such_week() -> None:
    """Weekdays, times, places, steps and sides alike."""
    outlines = week_outlines(sample_plan(5))

    assert [week.repeats for week in outlines] == [None, None, 1, 2, 1]


def test_weeks_without_a_session_repeat_nothing() -> None:
    """They say so themselves."""
    plan = build_plan(lambda day: Day(date=day), weeks=2)

    assert [week.repeats for week in week_outlines(plan)] == [None, None]


@pytest.mark.parametrize(
    ("start", "place", "minutes"), [("07:30", "home", 20), ("07:00", "office", 20)]
)
def test_a_week_with_another_time_or_place_is_told(start: str, place: str, minutes: float) -> None:
    """Even where the steps are the same."""

    def fill(day: date) -> Day:
        if day == MONDAY:
            return Day(date=day, sessions=(session(day, "07:00", (press(),)),))
        if day == MONDAY + timedelta(days=7):
            later = session(day, start, (press(),), place=place, minutes=minutes)
            return Day(date=day, sessions=(later,))
        return Day(date=day)

    assert week_outlines(build_plan(fill, weeks=2))[1].repeats is None


def test_sides_alternate_when_each_exercise_begins_with_the_other_side() -> None:
    """Each exercise by itself, from session to session."""
    alternating = plan_of((rotation("left"),), (stretch("left"),), (rotation("right"), pulls()))
    twice_left = plan_of((rotation("left"),), (stretch("left"),), (rotation("left"),))

    assert sides_alternate(alternating)
    assert not sides_alternate(twice_left)


def test_sides_do_not_alternate_when_they_change_inside_a_session() -> None:
    """A row that is done again keeps its side."""
    assert sides_alternate(plan_of((rotation("left"), press(), rotation("left"))))
    assert not sides_alternate(plan_of((rotation("left"), press(), rotation("right"))))
