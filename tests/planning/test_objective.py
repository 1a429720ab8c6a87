"""What counts against a schedule: the numbers of design §5, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.planning.objective import (
    BEST_GAP_H,
    DAYS_A_WEEK,
    HOURS_A_DAY,
    MINUTES_AN_HOUR,
    NONE,
    WHOLE,
    Levels,
    late_days,
    uneven_hours,
    weights,
)


@pytest.mark.parametrize(
    ("last", "following", "latest", "late"),
    [
        (None, 0, 3, 0),  # never done is due at once
        (None, 5, 3, 5),
        (0, 3, 3, 0),
        (0, 4, 3, 1),
        (-1, 4, 3, 2),
        (-9, 4, 3, 4),  # days before the first do not count again
        (-9, 0, 3, 0),
        (2, 2, 1, 0),
    ],
)
def test_days_are_late_from_the_day_after_the_latest_on(
    last: int | None, following: int, latest: int, late: int
) -> None:
    """And from the first day to plan at the earliest."""
    assert late_days(last, following, latest) == late


@pytest.mark.parametrize(
    ("gap_min", "ideal_h", "squared"),
    [
        (24 * 60, 24, 0),
        (24 * 60 + 29, 24, 0),
        (24 * 60 + 30, 24, 1),
        (23 * 60 + 29, 24, 1),
        (0, 7, 49),
    ],
)
def test_gaps_are_rounded_to_the_nearest_hour(gap_min: int, ideal_h: int, squared: int) -> None:
    """Half an hour goes up, so that no fraction is left."""
    assert uneven_hours(gap_min, ideal_h) == squared


@given(st.integers(0, 10**5), st.integers(0, 10**3))
def test_the_further_from_the_ideal_the_worse(gap_min: int, ideal_h: int) -> None:
    """Never below 0, and whole."""
    found = uneven_hours(gap_min, ideal_h)
    further = uneven_hours(gap_min + 60 if gap_min >= 60 * ideal_h else gap_min - 60, ideal_h)

    assert 0 <= found <= further


def test_wishes_weigh_by_their_place() -> None:
    """The first the most, the last one."""
    assert weights(3) == (3, 2, 1)
    assert weights(0) == ()


def test_levels_add_up_one_by_one() -> None:
    """And compare from the first on."""
    assert Levels(1, 2, 3, 4) + Levels(10, 0, 1, 0) == Levels(11, 2, 4, 4)
    assert NONE + Levels(1, 2, 3, 4) == Levels(1, 2, 3, 4)
    assert Levels(0, 999, 9, 9) < Levels(1, 0, 0, 0)


def test_the_response_peaks_after_six_days_and_seven_hours() -> None:
    """Of the calibration whose window is 5 to 8 days; the other numbers are those of the clock."""
    assert (BEST_GAP_H, WHOLE) == (151, 1000)
    assert (DAYS_A_WEEK, HOURS_A_DAY, MINUTES_AN_HOUR) == (7, 24, 60)
