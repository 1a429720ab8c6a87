# pyright: reportUnknownMemberType=false
# icalendar types its components' add() only in part
"""A plan as an iCalendar file, for the calendar on a phone or a desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from spinecare._version import __version__
from spinecare.export.ical._breaks import break_series
from spinecare.export.ical._components import (
    break_event,
    cancelled_event,
    session_event,
    set_text,
    uid,
    vtimezone,
)
from spinecare.export.ical._limits import checked_days
from spinecare.export.ical._texts import one_line
from spinecare.export.ical._zones import observances
from spinecare.model import Plan

if TYPE_CHECKING:
    from icalendar import Component


def to_ical(plan: Plan) -> bytes:
    """Return a plan as an iCalendar file (RFC 5545 and 7986).

    Each session is an event by the wall clock of the plan's zone, which the file describes itself.
    Its end is that of its steps, not of its slot. Desk breaks are weekly series, one for each time
    of day and thing to do; they leave the time free. A session that a new revision drops is sent
    as cancelled. A calendar that reads a later revision of the same plan moves the events it has:
    their ids come from the ids of plan and session.

    Events are private, and say steps, doses and cautions; they name no condition and no finding.
    There are no alarms and no method, so that the file can be imported as well as subscribed to.
    Texts keep every character but those the format cannot carry: control characters other than
    the tab, byte order marks and half characters are dropped, and any line end becomes a line
    feed; titles and places are put on one line.

    Returns:
        UTF-8 with CRLF, lines folded at 75 octets. Equal plans give equal bytes.

    Raises:
        InvalidValueError: The plan holds what no calendar shows: a day before 1970 or after 2199,
            or something that lasts longer than a day.
    """
    from icalendar import Calendar, vDuration

    first, last = checked_days(plan)
    calendar = Calendar()
    calendar.add("prodid", f"-//spinecare//spinecare {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    name = one_line(plan.name) or "Exercises"
    set_text(calendar, "NAME", name)
    set_text(calendar, "X-WR-CALNAME", name)
    set_text(calendar, "X-WR-TIMEZONE", plan.timezone)
    calendar.add("uid", uid(plan, "calendar"))
    calendar.add("last-modified", plan.updated_at.astimezone(UTC))
    calendar.add("color", "seagreen")
    # as icalendar writes it, the value lacks its type
    refresh = vDuration(timedelta(days=1))
    refresh.params["VALUE"] = "DURATION"
    calendar["REFRESH-INTERVAL"] = refresh
    set_text(calendar, "X-PUBLISHED-TTL", "P1D")
    for component in _components(plan, first, last):
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def _components(plan: Plan, first: date, last: date) -> Iterator[Component]:
    """Yield the time zone, then all events in the order of the plan."""
    zone = ZoneInfo(plan.timezone)
    yield vtimezone(
        plan.timezone,
        observances(
            zone,
            datetime.combine(first - timedelta(days=2), time(), zone),
            datetime.combine(last + timedelta(days=3), time(), zone),
        ),
    )
    for session in plan.sessions:
        yield session_event(plan, session)
    for series in break_series(plan):
        yield break_event(plan, series)
    present = {session.id for session in plan.sessions}
    for cancelled in plan.cancelled:
        if cancelled.id not in present:
            yield cancelled_event(plan, cancelled)
