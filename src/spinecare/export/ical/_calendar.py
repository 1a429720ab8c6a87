# pyright: reportUnknownMemberType=false
# icalendar types its components' add() only in part
"""A calendar around its components: what stands at its head, and which entries it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from attrs import frozen

from spinecare._version import __version__
from spinecare.errors import InvalidValueError
from spinecare.export.ical._breaks import BreakSeries, break_series
from spinecare.export.ical._components import (
    break_event,
    cancelled_break_event,
    cancelled_event,
    session_event,
    set_text,
    uid,
    vtimezone,
)
from spinecare.export.ical._limits import checked_days
from spinecare.export.ical._lines import joined
from spinecare.export.ical._names import file_name
from spinecare.export.ical._texts import one_line, session_describer
from spinecare.export.ical._zones import observances
from spinecare.model import Plan

if TYPE_CHECKING:
    from icalendar import Calendar, Component, Event, Timezone

_LOOK_AGAIN = timedelta(hours=6)  # a plan made anew in the morning is seen before the evening


@frozen(kw_only=True, eq=False)
class Entry:
    """An event, and the name of a file for it alone."""

    name: str
    """What it is, and its id within the plan: the beginning of the file's name."""
    event: Event
    """The event: a session, a series of breaks, or one of them cancelled."""
    is_cancelled: bool = False
    """Whether it takes an event out of the calendar."""

    @property
    def file(self) -> str:
        """The name of the file."""
        return file_name(self.name, str(self.event["UID"]))


def entries(plan: Plan, *, alarm: timedelta | None, previous: Plan | None) -> Iterator[Entry]:
    """Yield all events in the order of the plan: sessions, breaks, and what is cancelled.

    What cannot be shown is refused by `zone_of`, which is asked first.
    """
    describe = session_describer(plan.catalogue)
    for session in plan.sessions:
        event = session_event(plan, session, describe(session), alarm)
        yield Entry(name=f"session-{session.id}", event=event)
    series = {one.key: one for one in break_series(plan)}
    for one in series.values():
        event = break_event(plan, one, rings=alarm is not None)
        yield Entry(name=_break_name(one), event=event)
    present = {session.id for session in plan.sessions}
    for cancelled in plan.cancelled:
        if cancelled.id not in present:
            event = cancelled_event(plan, cancelled)
            yield Entry(name=f"session-{cancelled.id}", event=event, is_cancelled=True)
    for one in break_series(previous) if previous is not None else ():
        if one.key not in series:
            event = cancelled_break_event(plan, one)
            yield Entry(name=_break_name(one), event=event, is_cancelled=True)


def _break_name(series: BreakSeries) -> str:
    return f"break-{series.item.start:%H%M}-{series.number}"


def zone_of(plan: Plan, previous: Plan | None) -> Timezone:
    """Return the description of a plan's time zone, for all the days that stand in its calendar.

    Raises:
        InvalidValueError: Not a plan, something lasts longer than a day, or `previous` is another
            plan.
    """
    if not isinstance(plan, Plan):
        raise InvalidValueError.of("plan", "a Plan", plan, "make one with make_plan.")
    days = [*checked_days(plan)]
    if previous is not None:
        _check_revision(previous, plan)
        days.extend(checked_days(previous))
    zone = ZoneInfo(plan.timezone)
    start = datetime.combine(min(days) - timedelta(days=2), time(), zone)
    end = datetime.combine(max(days) + timedelta(days=3), time(), zone)
    return vtimezone(plan.timezone, observances(zone, start, end))


def _check_revision(previous: Plan, plan: Plan) -> None:
    is_plan = isinstance(cast("object", previous), Plan)
    if not is_plan or previous.id != plan.id:
        raise InvalidValueError.of(
            "previous",
            f"an earlier revision of plan {plan.id!r}",
            previous.id if is_plan else previous,
            "make the new plan with make_plan(…, previous=…).",
        )


def calendar_bytes(plan: Plan, components: Iterable[Component], *, is_feed: bool) -> bytes:
    """Return a whole plan's calendar as a file: with its name, its id and its colour."""
    from icalendar import vDuration

    calendar = _calendar()
    name = one_line(plan.name) or "Exercises"
    set_text(calendar, "NAME", name)
    set_text(calendar, "X-WR-CALNAME", name)
    set_text(calendar, "X-WR-TIMEZONE", plan.timezone)
    calendar.add("uid", uid(plan, "calendar"))
    calendar.add("last-modified", plan.updated_at.astimezone(UTC))
    calendar.add("color", "seagreen")
    if is_feed:
        # as icalendar writes it, the value lacks its type
        refresh = vDuration(_LOOK_AGAIN)
        refresh.params["VALUE"] = "DURATION"
        calendar["REFRESH-INTERVAL"] = refresh
        calendar["X-PUBLISHED-TTL"] = vDuration(_LOOK_AGAIN)
    return _written(calendar, components)


def event_bytes(components: Iterable[Component]) -> bytes:
    """Return a file that adds one event to a calendar a person already has.

    It says nothing of a calendar, least of all an id: vdirsyncer (up to 0.21 at least) would take
    that for the event's, and refuse a second event with it.
    """
    return _written(_calendar(), components)


def _calendar() -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//spinecare//spinecare {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _written(calendar: Calendar, components: Iterable[Component]) -> bytes:
    for component in components:
        calendar.add_component(component)
    return joined(str(line) for line in calendar.content_lines())
