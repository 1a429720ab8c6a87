"""What a calendar file cannot hold, refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spinecare.errors import InvalidValueError
from spinecare.model import Plan

_LONGEST_MIN = 24 * 60


def checked_days(plan: Plan) -> tuple[date, date]:
    """Return the first and the last day on which something may stand.

    Raises:
        InvalidValueError: Something is longer than a day.
    """
    days = [plan.start, *(day.date for day in plan.days)]
    days += [session.date for session in plan.sessions]
    days += [cancelled.date for cancelled in plan.cancelled]
    for what, minutes in _lengths(plan):
        if not minutes <= _LONGEST_MIN:
            raise InvalidValueError.of(
                what, "no longer than a day in a calendar", f"{minutes:g} min", "look at its doses."
            )
    return min(days), max(days)


def _lengths(plan: Plan) -> Iterator[tuple[str, float]]:
    """Yield everything that lasts, with its minutes."""
    for session in plan.sessions:
        yield f"session {session.id}", session.duration_s / 60
    for cancelled in plan.cancelled:
        yield f"cancelled session {cancelled.id}", cancelled.minutes
    for day in plan.days:
        for item in day.desk_breaks:
            yield f"desk break at {item.start:%H:%M}", item.minutes
