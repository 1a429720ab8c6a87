# pyright: reportUnknownMemberType=false
# icalendar types its components' add() only in part
"""Alarms: what a calendar shows some minutes before an event."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from spinecare.errors import InvalidValueError

if TYPE_CHECKING:
    from icalendar import Event

LONGEST_MIN = 7 * 24 * 60
"""The most minutes before an event at which every calendar still rings."""


def checked_alarm(alarm_minutes: float | None, *, is_feed: bool) -> timedelta | None:
    """Return how long before a session an alarm rings, in whole seconds; `None` for no alarms.

    Raises:
        InvalidValueError: It is no number from 0 to a week, or the calendar is a feed.
    """
    if alarm_minutes is None:
        return None
    # a bool is an int too, and True would ring a minute before
    is_number = type(alarm_minutes) in (int, float)
    if not is_number or not 0 <= alarm_minutes <= LONGEST_MIN:
        expected = f"minutes from 0 to {LONGEST_MIN:,}, or None"
        raise InvalidValueError.of(
            "alarm_minutes", expected, alarm_minutes, "write 10 for ten minutes before."
        )
    if is_feed:
        raise InvalidValueError.of(
            "alarm_minutes",
            "None in a feed",
            alarm_minutes,
            "leave it out and set alarms in the calendar program, or import the file instead.",
        )
    return timedelta(seconds=round(alarm_minutes * 60))


def add_alarm(event: Event, before: timedelta, id: str) -> None:
    """Give an event an alarm that shows the event's title.

    Args:
        event: The event, with its title.
        before: How long before its start.
        id: The id of the alarm (RFC 9074): programs note under it that it was dismissed.
    """
    from icalendar import Alarm
    from icalendar.prop import vInline

    alarm = Alarm()
    alarm.add("uid", id)
    alarm.add("action", "DISPLAY")
    alarm["DESCRIPTION"] = event["SUMMARY"]
    alarm["TRIGGER"] = vInline(_trigger(before))
    event.add_component(alarm)


def _trigger(before: timedelta) -> str:
    """Return a length before the start as most programs write it: minutes, and seconds if any.

    icalendar would write weeks, days or `P0D`, which are as valid but read by fewer.
    """
    minutes, seconds = divmod(before // timedelta(seconds=1), 60)
    if not before:
        return "PT0S"
    return f"-PT{f'{minutes}M' if minutes else ''}{f'{seconds}S' if seconds else ''}"
