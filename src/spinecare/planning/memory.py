"""Memory: what sessions before a plan held, as far as a plan that is made again needs it."""

from __future__ import annotations

from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from spinecare.model import Journal, PastSession, Plan
from spinecare.reviewing import monday_of

_RECENT: Final = timedelta(weeks=4)
"""So long after a session somebody may still tell of it, and it may count for rest and windows."""


def memory(previous: Plan, start: date, journal: Journal | None) -> tuple[PastSession, ...]:
    """Return what sessions before a day held that a journal tells of as a whole, or still may.

    Args:
        previous: The plan before, and what it remembers.
        start: The day.
        journal: The journal; `None` for none.

    Returns:
        The sessions, by day: those planned for the last four weeks, from Monday to Sunday, and the
        running one, or done in them, also before their day, and all that it tells of as a whole.
    """
    entries = () if journal is None else journal.entries
    told = {entry.session for entry in entries if entry.exercise is None}
    done = {entry.session: entry.date for entry in entries}
    recent = monday_of(start) - _RECENT
    kept = {
        one.id: one
        for one in previous.remembered
        if min(one.date, done.get(one.id, one.date)) < start
        and (one.id in told or max(one.date, done.get(one.id, one.date)) >= recent)
    }
    return tuple(sorted(kept.values(), key=attrgetter("date", "id")))
