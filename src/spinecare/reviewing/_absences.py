"""Weeks away from an exercise, and what they cost (D-JUDGE)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from attrs import frozen

from spinecare.model import Outcome
from spinecare.reviewing._experience import Experience

_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
BEGUN: Final = (Outcome.DONE, Outcome.PARTLY)
"""What counts as begun by the person's own word."""


@frozen(kw_only=True)
class Absence:
    """Time away."""

    since: date
    """The last day before it."""
    back: date
    """The first day after it; the day that is asked about where it lasts."""
    weeks: int
    """Whole weeks that were missed."""


def away(told: Sequence[Experience], on: date) -> tuple[Absence, ...]:
    """Return the times in which a person did nothing at all for a week or longer.

    Args:
        told: What is known of all exercises, by day.
        on: The day that is asked about.
    """
    begun = dict.fromkeys(one.date for one in told if one.outcome in BEGUN)
    pairs = pairwise((*(day for day in begun if day <= on), on))
    return _absences((since, back, (back - since - _DAY) // _WEEK) for since, back in pairs)


def absences(
    lived: Sequence[Experience], persons: Sequence[Absence], on: date
) -> tuple[Absence, ...]:
    """Return the times in which an exercise was missed, with the weeks that each cost.

    One was missed while the person did nothing, and while it was planned, skipped, and not begun
    for two weeks or longer: an exercise whose turn comes every other week is not missed.

    Args:
        lived: Every session that planned it, by day.
        persons: The times in which the person did nothing.
        on: The day that is asked about.
    """
    begun = dict.fromkeys(one.date for one in lived if one.outcome in BEGUN)
    skipped = [one.date for one in lived if not one.was_tried]
    found: list[tuple[date, date, int]] = []
    for since, back in pairwise((*(day for day in begun if day <= on), on)):
        if back - since <= _WEEK:  # as nearly all
            continue
        weeks = [0, *(one.weeks for one in persons if since <= one.since and one.back <= back)]
        if any(since < day <= back for day in skipped):
            weeks.append((back - since) // _WEEK - 1)
        found.append((since, back, max(weeks)))
    return _absences(found)


def _absences(found: Iterable[tuple[date, date, int]]) -> tuple[Absence, ...]:
    return tuple(
        Absence(since=since, back=back, weeks=weeks) for since, back, weeks in found if weeks > 0
    )
