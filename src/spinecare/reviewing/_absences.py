"""Weeks away from an exercise, and what they cost (D-JUDGE)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import Final

from attrs import frozen

from spinecare.model import Outcome
from spinecare.reviewing._experience import Experience

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_A_DAY_LATE: Final = timedelta(days=8)
_WEEKLY: Final = timedelta(days=5)
"""What comes every five days or more may come a day late, and no week of it is missed."""
_LONG: Final = timedelta(weeks=4)
"""Who has not done an exercise for so long has missed it, planned or not."""
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


def away(told: Iterable[Experience], on: date) -> tuple[Absence, ...]:
    """Return the times in which a person did nothing but relief positions for a week or longer.

    Args:
        told: What is known of all exercises, by day.
        on: The day that is asked about.
    """
    begun = dict.fromkeys(one.date for one in told if _is_begun(one) and not one.is_relief)
    pairs = pairwise((*(day for day in begun if day <= on), on))
    return _absences((since, back, (back - since - _DAY) // _WEEK) for since, back in pairs)


def absences(
    lived: Sequence[Experience],
    persons: Sequence[Absence],
    on: date,
    first: date | None = None,
) -> tuple[Absence, ...]:
    """Return the times in which an exercise was missed, with the weeks that each cost.

    One was missed while the person did nothing; while it was planned, skipped, and not begun for
    two weeks or longer, a week for each time it was skipped at most; and while it was not done for
    four weeks or longer, or in its reduced form only. An exercise whose turn comes every other week
    is not missed, nor one that comes weekly and is a day late.

    Args:
        lived: Every session that planned it, by day.
        persons: The times in which the person did nothing, by day.
        on: The day that is asked about.
        first: The day from which on time away counts; `None` for all of it.
    """
    begun = dict.fromkeys(one.date for one in lived if _is_begun(one) and _is_full(one))
    skipped = [one.date for one in lived if not one.was_tried]
    found: list[tuple[date, date, int]] = []
    usual = timedelta()
    for last, back in pairwise((*(day for day in begun if day <= on), on)):
        since = last if first is None else max(last, first)
        is_late = usual >= _WEEKLY and back - since <= _A_DAY_LATE
        usual = back - last
        if back - since <= _WEEK or is_late:  # as nearly all
            continue
        gap = (back - since) // _WEEK - 1
        times = bisect_right(skipped, back) - bisect_right(skipped, since)
        weeks = [0, min(gap, times), gap if back - since >= _LONG else 0]
        place = bisect_left(persons, since, key=attrgetter("since"))
        while place < len(persons) and persons[place].back <= back:
            weeks.append(persons[place].weeks)
            place += 1
        found.append((since, back, max(weeks)))
    return _absences(found)


def _is_begun(one: Experience) -> bool:
    """Tell whether something was done by the person's own word: felt is begun."""
    return one.outcome in BEGUN or (one.outcome is None and one.own_pain.during is not None)


def _is_full(one: Experience) -> bool:
    return one.planned is None or not one.planned.is_reduced


def _absences(found: Iterable[tuple[date, date, int]]) -> tuple[Absence, ...]:
    return tuple(
        Absence(since=since, back=back, weeks=weeks) for since, back, weeks in found if weeks > 0
    )
