"""A plan as iCalendar files, for the calendar on a phone or a desk."""

from __future__ import annotations

from spinecare.export.ical._alarms import checked_alarm
from spinecare.export.ical._calendar import calendar_bytes, entries, event_bytes, zone_of
from spinecare.model import Plan


def to_ical(
    plan: Plan,
    *,
    alarm_minutes: float | None = None,
    feed: bool = False,
    previous: Plan | None = None,
) -> bytes:
    """Return a plan as an iCalendar file (RFC 5545 and 7986).

    Each session is an event by the wall clock of the plan's zone, which the file describes itself.
    Its end is that of its steps, not of its slot. Desk breaks are weekly series, one for each time
    of day and thing to do; they leave the time free. A session that a new revision drops is sent
    as cancelled. A calendar that reads a later revision of the same plan moves the events it has:
    their ids come from the ids of plan and session.

    Events are private, and say steps, doses and cautions; they name no condition and no finding.
    There is no method, so that the file can be imported as well as subscribed to. Texts keep every
    character but those the format cannot carry: control characters other than the tab, byte order
    marks and half characters are dropped, and any line end becomes a line feed; titles and places
    are put on one line.

    Args:
        plan: The plan.
        alarm_minutes: Minutes before each session at which the calendar shows an alarm, 0 to
            10,080; desk breaks then ring at their start. `None` for no alarms.
        feed: Whether programs fetch the file again and again from an address. A feed says how
            often to look, and leaves cancelled sessions out: what it no longer holds is gone.
        previous: An earlier revision that may have been imported. The desk breaks of it that are
            no more are sent as cancelled; its sessions stand in the plan.

    Returns:
        UTF-8 with CRLF, lines folded at 75 octets. Equal plans give equal bytes.

    Raises:
        InvalidValueError: Not a plan, or one that holds what no calendar shows: a day before 1970
            or after 2199, or something that lasts longer than a day. Or `alarm_minutes` is out of
            range or asked for in a feed, whose subscribers choose their alarms themselves; or
            `previous` is another plan.
    """
    alarm = checked_alarm(alarm_minutes, is_feed=feed)
    zone = zone_of(plan, previous)
    events = entries(plan, alarm=alarm, previous=previous)
    wanted = [entry.event for entry in events if not (feed and entry.is_cancelled)]
    return calendar_bytes(plan, [zone, *wanted], is_feed=feed)


def to_ical_files(
    plan: Plan, *, alarm_minutes: float | None = None, previous: Plan | None = None
) -> dict[str, bytes]:
    """Return a plan as many iCalendar files: one for each session and each series of desk breaks.

    For calendars that store each event by itself – CalDAV servers, folders that vdirsyncer keeps –
    and for people who import single sessions. Cancelled sessions have a file too. Events are those
    of `to_ical`, with the same ids, so that both forms may go into one calendar; the files have no
    name, colour or id of a calendar of their own.

    Args:
        plan: The plan.
        alarm_minutes: As in `to_ical`.
        previous: As in `to_ical`.

    Returns:
        The files by their names, sessions first, as in the plan, then breaks and what is cancelled:
        `session-2026-11-23-1-c5a27796.ics`, `break-1000-1-0d3c10f8.ics`. A session that moves keeps
        its name, and no other plan's file has it. Names have lower-case letters, digits, hyphens
        and a full stop only.

    Raises:
        InvalidValueError: As in `to_ical`.
    """
    alarm = checked_alarm(alarm_minutes, is_feed=False)
    zone = zone_of(plan, previous)
    return {
        entry.file: event_bytes([zone, entry.event])
        for entry in entries(plan, alarm=alarm, previous=previous)
    }


__all__ = ["to_ical", "to_ical_files"]
