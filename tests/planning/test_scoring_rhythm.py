"""The score of a plan: habits and gaps, counted by hand."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from spinecare.model import (
    Span,
)
from spinecare.planning.scoring import score
from tests.planning.builders import (
    with_routines,
)
from tests.planning.scored import (
    DAILY,
    PULLS,
    SMALL,
    TWICE,
    lines,
    plan_of,
    sitting,
)


def test_another_weekday_or_time_than_the_week_before_is_off_habit() -> None:
    """The first week sets the habit; daily things have none."""
    first = [sitting(0, "18:00", TWICE), sitting(3, "18:00", TWICE)]
    week = [sitting(7, "18:00", TWICE), sitting(10, "18:30", TWICE), sitting(12, "18:00", TWICE)]
    daily = [sitting(day, "18:00" if day % 2 else "08:00", DAILY) for day in range(14)]

    assert lines(plan_of([TWICE], *first), "off-habit") == []
    assert lines(plan_of([TWICE], *first, *week, weeks=2), "off-habit") == [
        (TWICE, "2026-12-03", 1),
        (TWICE, "2026-12-05", 1),
    ]
    assert score(plan_of([DAILY], *daily, weeks=2)).off_habit == 0


def test_a_habit_outlasts_a_gap_longer_than_a_week() -> None:
    """Pull-ups eight days after are on another weekday, and so are those after weeks off."""
    near = plan_of([PULLS], sitting(0, "18:00", PULLS), sitting(8, "18:00", PULLS), weeks=2)
    far = plan_of([PULLS], sitting(0, "18:00", PULLS), sitting(22, "18:00", PULLS), weeks=4)
    back = plan_of([PULLS], sitting(0, "18:00", PULLS), sitting(21, "18:00", PULLS), weeks=4)

    assert [score(plan).off_habit for plan in (near, far, back)] == [1, 1, 0]


def test_only_the_week_that_the_last_session_ends_is_the_habit() -> None:
    """The Wednesday of the first week is forgotten after a second without it."""
    days = [2, 7, 10, 16]
    plan = plan_of([TWICE], *(sitting(day, "18:00", TWICE) for day in days), weeks=3)

    assert [place for _, place, _ in lines(plan, "off-habit")] == [
        *("2026-11-30", "2026-12-03", "2026-12-09"),
    ]


def test_a_time_of_a_whole_week_before_the_last_session_is_no_habit_any_more() -> None:
    """Mondays: at eight, then in the evening, then at eight again."""
    days = ((0, "08:00"), (7, "18:00"), (14, "08:00"))
    plan = plan_of([TWICE], *(sitting(day, at, TWICE) for day, at in days), weeks=3)

    assert [place for _, place, _ in lines(plan, "off-habit")] == ["2026-11-30", "2026-12-07"]


def test_gaps_count_by_their_squared_distance_from_the_ideal_in_real_hours() -> None:
    """Pull-ups ideally after 151 h; a day of 23 hours is one hour less."""
    plan = plan_of([PULLS, DAILY], sitting(0, "18:00", PULLS), sitting(7, "18:30", PULLS), weeks=2)
    spring = date(2026, 3, 23)
    short = plan_of(
        [DAILY],
        sitting(5, "18:00", DAILY, start=spring),
        sitting(6, "18:00", DAILY, start=spring),
        start=spring,
        timezone="Europe/Berlin",
    )

    assert lines(plan, "uneven") == [(PULLS, "2026-11-30", 2 * (169 - 151) ** 2)]  # half an hour up
    assert lines(short, "uneven") == [(DAILY, "2026-03-29", 1)]


def test_a_window_around_another_peak_has_its_middle_for_ideal() -> None:
    """Ten to fourteen days: twelve."""
    pulls = SMALL.routine(PULLS)
    rare = evolve(pulls, cadence=evolve(pulls.cadence, window_days=Span(low=10.0, high=14.0)))
    catalogue = with_routines(rare, catalogue=SMALL)
    held = (sitting(0, "18:00", PULLS), sitting(13, "18:00", PULLS))

    plan = plan_of([PULLS], *held, weeks=2, catalogue=catalogue)

    assert lines(plan, "uneven") == [(PULLS, "2026-12-06", 24**2)]
    assert score(plan).late == 0
