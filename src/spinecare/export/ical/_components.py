# pyright: reportUnknownMemberType=false
# icalendar types its components' add() only in part
"""Plans as the components of the icalendar package."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from spinecare.export.ical._alarms import add_alarm
from spinecare.export.ical._breaks import BreakSeries
from spinecare.export.ical._texts import (
    break_description,
    break_summary,
    escaped,
    one_line,
    session_summary,
)
from spinecare.export.ical._zones import Observance, YearlyRule
from spinecare.model import Cancelled, Plan, Session

if TYPE_CHECKING:
    from icalendar import Component, Event, Timezone
    from icalendar.prop import vInline

_NAMESPACE = UUID("5b0e1c7a-8f0d-5c55-9f6e-6f1f6f3e2b11")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LARGEST_INTEGER = 2**31 - 1  # RFC 5545, section 3.3.8
_SESSION_COLOR = "seagreen"
_BREAK_COLOR = "skyblue"


def uid(plan: Plan, *parts: str) -> str:
    """Return an id that depends on the plan's id and these parts, on nothing else."""
    return str(uuid5(_NAMESPACE, "/".join((plan.id, *parts))))


def set_text(component: Component, name: str, text: str) -> None:
    """Put a text into a component, escaped by our own rules."""
    from icalendar.prop import vInline

    component[name] = vInline(escaped(text))


def session_event(
    plan: Plan, session: Session, description: str, alarm: timedelta | None = None
) -> Event:
    """Return a session as an event, with an alarm so long before its start."""
    start = session.starts_at(plan.timezone)
    # an event must not end when it begins, not even one without steps
    end = session.ends_at(plan.timezone) if session.duration_s else _later(start, 1)
    event = _event(plan, ("session", session.id), _as_shown(start), end)
    set_text(event, "SUMMARY", session_summary(session, plan.catalogue))
    set_text(event, "DESCRIPTION", description)
    place = one_line(session.place)
    if place and place != "home":
        set_text(event, "LOCATION", place)
    _set_words(event, categories="Exercise", color=_SESSION_COLOR)
    _set_words(event, status="CONFIRMED", transp="OPAQUE")
    if alarm is not None:
        add_alarm(event, alarm, uid(plan, "session", session.id, "alarm"))
    return event


def cancelled_event(plan: Plan, cancelled: Cancelled) -> Event:
    """Return the event that takes a dropped session out of a calendar."""
    start = _moment(plan, cancelled.date, cancelled.start)
    event = _event(
        plan,
        ("session", cancelled.id),
        _as_shown(start),
        _later(start, math.ceil(cancelled.minutes)),
    )
    set_text(event, "SUMMARY", "Cancelled: exercises")
    _set_words(event, status="CANCELLED", transp="TRANSPARENT")
    return event


def break_event(plan: Plan, series: BreakSeries, *, rings: bool = False) -> Event:
    """Return a series of desk breaks as one event, repeated weekly; its alarm rings at the start.

    An alarm before it would only interrupt twice.
    """
    item = series.item
    event = _first_break(plan, series)
    if len(series.dates) > 1:
        days = [_DAYS[number] for number in series.weekdays]
        event.add("rrule", {"FREQ": "WEEKLY", "COUNT": len(series.pattern), "BYDAY": days})
    if series.left_out:
        walls = [datetime.combine(day, item.start) for day in series.left_out]
        event.add("exdate", walls, parameters={"TZID": plan.timezone})
    set_text(event, "SUMMARY", break_summary(item, plan.catalogue))
    set_text(event, "DESCRIPTION", break_description(item, plan.catalogue))
    _set_words(event, categories="Desk break", color=_BREAK_COLOR)
    # colleagues may book this time: a break can wait a few minutes
    _set_words(event, status="CONFIRMED", transp="TRANSPARENT")
    if rings:
        add_alarm(event, timedelta(), uid(plan, *series.key, "alarm"))
    return event


def cancelled_break_event(plan: Plan, series: BreakSeries) -> Event:
    """Return the event that takes a whole series of an earlier revision out of a calendar."""
    event = _first_break(plan, series)
    set_text(event, "SUMMARY", "Cancelled: desk break")
    _set_words(event, status="CANCELLED", transp="TRANSPARENT")
    return event


def _first_break(plan: Plan, series: BreakSeries) -> Event:
    """Return the event of the first break of a series."""
    start = _moment(plan, series.dates[0], series.item.start)
    return _event(plan, series.key, start, _later(start, math.ceil(series.item.minutes)))


def vtimezone(name: str, observances: tuple[Observance, ...]) -> Timezone:
    """Return the description of a time zone."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", name)
    for observance in observances:
        part = TimezoneDaylight() if observance.is_daylight else TimezoneStandard()
        part.add("dtstart", observance.start)
        part.add("tzoffsetfrom", observance.offset_from)
        part.add("tzoffsetto", observance.offset_to)
        set_text(part, "TZNAME", observance.name)
        if observance.rule is not None:
            part.add("rrule", _recurrence(observance.rule))
        zone.add_component(part)
    return zone


def _recurrence(rule: YearlyRule) -> dict[str, str | int]:
    day = f"{rule.nth}{_DAYS[rule.weekday]}"
    return {"FREQ": "YEARLY", "BYMONTH": rule.month, "BYDAY": day}


def _event(plan: Plan, id: tuple[str, ...], start: datetime, end: datetime) -> Event:
    from icalendar import Event

    event = Event()
    updated = _in_utc(plan.updated_at)
    _set_words(event, uid=uid(plan, *id), dtstamp=updated, last_modified=updated)
    _set_words(event, sequence=str(min(plan.revision, _LARGEST_INTEGER)))
    event["CLASS"] = _word("PRIVATE")
    event["DTSTART"] = _moment_in(plan.timezone, start)
    event["DTEND"] = _moment_in(plan.timezone, end)
    return event


def _set_words(event: Event, **words: str) -> None:
    """Set properties to words, ids and moments: what needs no escaping and has no parameters."""
    for name, value in words.items():
        event[name.replace("_", "-").upper()] = _word(value)


def _word(value: str) -> vInline:
    from icalendar.prop import vInline

    return vInline(value)


def _moment_in(zone: str, moment: datetime) -> vInline:
    """Return a moment as wall time, or in UTC where the clocks show that wall time twice."""
    if moment.fold:
        return _word(_in_utc(moment))
    wall = _word(f"{moment:%Y%m%dT%H%M%S}")
    wall.params["TZID"] = zone
    return wall


def _in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _moment(plan: Plan, day: date, start: time) -> datetime:
    return datetime.combine(day, start, ZoneInfo(plan.timezone))


def _as_shown(moment: datetime) -> datetime:
    """Return the same moment as the clocks show it, should they skip the wall time given."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo)


def _later(moment: datetime, minutes: int) -> datetime:
    """Return a moment so many real minutes later, by the same clocks."""
    later = moment.astimezone(UTC) + timedelta(minutes=minutes)
    return later.astimezone(moment.tzinfo)
