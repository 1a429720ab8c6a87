"""What a plan aims for: the levels of design §5 as exact whole numbers, the first the weightiest.

The search for the best week, its referee and the score of a finished plan all count with the
functions of this module, so that there is one meaning of "better".
"""

from __future__ import annotations

from typing import NamedTuple

WHOLE = 1000
"""The share of a whole routine: coverage is counted in thousandths."""
BEST_GAP_H = 151
"""Hours after a session at which the response peaks: 6.29 days, in the calibration whose window is
5-8 days (evidence.md §5.3, a planning heuristic)."""
HOURS_A_DAY = 24
DAYS_A_WEEK = 7
MINUTES_AN_HOUR = 60


class Levels(NamedTuple):
    """How far a schedule is from everything one could wish; 0 everywhere is perfect.

    Compared from the first number on: no gain in a later one makes up for a loss in an earlier.
    """

    late: int
    """Days on which a routine is past its window, each times the weight of the routine."""
    missing: int
    """What is not done of the sessions that are wanted, thousandths of a routine."""
    off_habit: int
    """Sessions of what is not daily at another weekday or time than the week before."""
    uneven: int
    """Squared hours between the gaps and the ideal gap, each times the weight of the routine."""

    def __add__(self, other: tuple[int, ...]) -> Levels:  # type: ignore[override]  # adds, where a tuple would grow
        """Return the sum, level by level."""
        return Levels(*(one + two for one, two in zip(self, other, strict=True)))


NONE = Levels(0, 0, 0, 0)


def late_days(last: int | None, following: int, latest: int) -> int:
    """Return the days from day 0 on that a routine spends past its window.

    Args:
        last: The day it was last done, counted from the first day to plan, so that days before it
            are negative; `None` for never, which is due at once.
        following: The day it is done next, or the day after the last one that counts.
        latest: Days after the last session until which it is in time, at least 1.
    """
    due = 0 if last is None else last + latest
    return max(0, following - max(due, 0))


def uneven_hours(gap_min: int, ideal_h: int) -> int:
    """Return the squared difference of a gap from the ideal one, hours squared.

    Args:
        gap_min: Minutes from the start of one session to the start of the next.
        ideal_h: The ideal gap, hours.
    """
    gap_h = (2 * gap_min + MINUTES_AN_HOUR) // (2 * MINUTES_AN_HOUR)  # to the nearest hour
    return (gap_h - ideal_h) ** 2


def weights(count: int) -> tuple[int, ...]:
    """Return the weights of routines in the order of the wish: the first weighs the most."""
    return tuple(range(count, 0, -1))
