"""Breaks from sitting: about every hour, inside desk hours only (article, line 135)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from spinecare.model import DeskBreak, DeskHours, Exercise, Routine, Session
from spinecare.planning.openings import is_plain
from spinecare.planning.outlook import Outlook
from spinecare.planning.screening import has_much_pain, lacks

BREAK_MIN = 5.0
"""Minutes of a break: the low end of 5-10 after 50-60 of screen work (HSE)."""
_LENGTH = timedelta(minutes=BREAK_MIN)
_BETTER = ("desk-break-stretch", "desk-break-bends")
"""The article: walking and stairs will do, "but it will be better to stretch" and bend."""


def desk_breaks(
    outlook: Outlook, routine: Routine, day: date, sessions: tuple[Session, ...]
) -> tuple[DeskBreak, ...]:
    """Return the breaks of a day.

    Args:
        outlook: The person.
        routine: The routine of breaks.
        day: The day; days off and days without desk hours have none.
        sessions: The sessions of the day and of the day before, which may run past midnight; a
            break that would overlap one is left out.
    """
    desk = outlook.person.desk
    weekdays = () if desk is None else tuple(weekday.number for weekday in desk.weekdays)
    if desk is None or day.weekday() not in weekdays:
        return ()
    if day in outlook.person.availability.days_off:
        return ()
    return tuple(_breaks(outlook, desk, routine, day, sessions))


def _breaks(
    outlook: Outlook, desk: DeskHours, routine: Routine, day: date, sessions: tuple[Session, ...]
) -> Iterator[DeskBreak]:
    zone = ZoneInfo(outlook.person.timezone)
    sitting = datetime.combine(day, desk.start, zone).astimezone(UTC)
    end = datetime.combine(day, desk.end, zone).astimezone(UTC)
    most = int((end - sitting) / timedelta(minutes=desk.every_min))
    for number in range(1, most + 1):
        at = sitting + timedelta(minutes=ceil(number * desk.every_min))
        start = at.astimezone(zone)
        options = _options(outlook, desk, routine, start)
        # a night desk may meet a change of the clocks: no wall time that is missing or comes twice
        is_real = at + _LENGTH <= end and is_plain(start) and is_plain(start + _LENGTH)
        meets = any(_overlaps(at, session, outlook.person.timezone) for session in sessions)
        if options and is_real and not meets:
            # the best two take turns through the day
            turn = (number - 1) % min(2, len(options))
            chosen = options[turn]
            yield DeskBreak(
                start=start.time(),
                minutes=BREAK_MIN,
                exercise=chosen.id,
                others=tuple(entry.id for entry in options if entry is not chosen),
            )


def _options(outlook: Outlook, desk: DeskHours, routine: Routine, at: datetime) -> list[Exercise]:
    """Return what suits the person there and then, what the article calls better first."""
    place = outlook.person.place(desk.place)
    entries = [outlook.catalogue.entry(id) for id in routine.entries]
    suiting = [
        entry
        for entry in entries
        if outlook.suitable[entry.id].is_allowed
        # a break shows no reduced form, so it offers only what needs none
        and not outlook.suitable[entry.id].is_cautioned
        and not outlook.suitable[entry.id].is_eased
        and not outlook.rests(entry.id, at.date())
        and not outlook.is_spent(entry, at.date())
        and not (has_much_pain(outlook.person) and entry.has_stress)
        and not lacks(entry, place)
        and not outlook.bends_too_early(entry, at.time())
    ]
    return sorted(suiting, key=lambda entry: entry.id not in _BETTER)


def _overlaps(at: datetime, session: Session, timezone: str) -> bool:
    """Whether a break at a moment (UTC) would meet a session."""
    begin = session.starts_at(timezone).astimezone(UTC)
    end = session.ends_at(timezone).astimezone(UTC)
    return begin < at + _LENGTH and at < end
