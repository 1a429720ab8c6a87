"""Sessions of an earlier plan as they happened: on the day that the journal says, in that order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from attrs import evolve

from spinecare.model import Plan, Session, Slot, Weekday
from spinecare.planning.openings import Opening

if TYPE_CHECKING:
    from spinecare.planning.records import Records

_LAST_MINUTE = time(23, 59)


def happened(
    plan: Plan, start: date, records: Records | None
) -> list[tuple[Session, Opening, datetime]]:
    """Return the sessions of a plan from before a day, where they stood, and when each was over.

    Args:
        plan: The plan.
        start: The day.
        records: What the journal tells; without one each session was done on its day.

    Returns:
        In the order in which they were done; what was done on another day than planned at its end,
        since nobody knows the hour.
    """
    return sorted(_done(plan, start, records), key=_moment)


def _done(
    plan: Plan, start: date, records: Records | None
) -> Iterator[tuple[Session, Opening, datetime]]:
    """Yield the sessions of a plan from before a day, as they were done, and when each was over."""
    for session in plan.sessions:
        told = None if records is None else records.day_of(session.id)
        day = session.date if told is None else told
        if session.date >= start and day >= start:
            continue
        at = session.starts_at(plan.timezone).astimezone(UTC)
        over = at + timedelta(minutes=session.minutes)
        if day != session.date:
            at = over = end_of(day, plan.timezone)
        slot = Slot(
            weekday=Weekday.of(day),
            start=session.start,
            minutes=min(session.minutes, 24 * 60),
            place=session.place,
        )
        opening = Opening(date=day, week=1, day_of_week=0, slot=slot, number=1, at=at)
        yield evolve(session, date=day), opening, over


def _moment(done: tuple[Session, Opening, datetime]) -> tuple[datetime, str]:
    return done[1].at, done[0].id


def end_of(day: date, timezone: str) -> datetime:
    """Return the last minute of a day, UTC: when nobody knows the hour, rest counts from there."""
    return datetime.combine(day, _LAST_MINUTE, ZoneInfo(timezone)).astimezone(UTC)
