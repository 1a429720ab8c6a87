"""Alarms and feeds: what a calendar file has on request only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import icalendar
import pytest

from spinecare.errors import InvalidValueError
from spinecare.export import to_ical, to_ical_files
from spinecare.model import Plan
from tests.export.sample_plans import revised_plan, sample_plan


def _events(plan: Plan, **options: Any) -> list[Any]:
    return list(icalendar.Calendar.from_ical(to_ical(plan, **options)).walk("VEVENT"))


def _alarms(event: Any) -> list[Any]:
    return list(event.walk("VALARM"))


def _without_alarms(data: bytes) -> bytes:
    before, *others = data.split(b"BEGIN:VALARM\r\n")
    return before + b"".join(other.split(b"END:VALARM\r\n")[1] for other in others)


def test_a_session_rings_so_many_minutes_before() -> None:
    """One alarm for each, showing the title; with an id of its own that no other alarm has."""
    plan = sample_plan()

    events = [event for event in _events(plan, alarm_minutes=10) if "RRULE" not in event]

    alarms = [alarm for event in events for alarm in _alarms(event)]
    assert len(alarms) == len(plan.sessions)
    for event, alarm in zip(events, alarms, strict=True):
        assert alarm["TRIGGER"].dt == timedelta(minutes=-10)
        assert str(alarm["ACTION"]) == "DISPLAY"
        assert str(alarm["DESCRIPTION"]) == str(event["SUMMARY"])
        assert "SUMMARY" not in alarm
    assert len({str(alarm["UID"]) for alarm in alarms} | {str(e["UID"]) for e in events}) == (
        2 * len(plan.sessions)
    )


def test_a_break_rings_when_it_begins() -> None:
    """To be called to a break ten minutes early is one interruption more."""
    breaks = [event for event in _events(sample_plan(), alarm_minutes=10) if "RRULE" in event]

    assert breaks
    for event in breaks:
        (alarm,) = _alarms(event)
        assert alarm["TRIGGER"].dt == timedelta(0)


def test_nothing_rings_for_what_is_cancelled() -> None:
    """Its event is there to be taken out."""
    events = _events(revised_plan(), alarm_minutes=10)

    (cancelled,) = [event for event in events if str(event["STATUS"]) == "CANCELLED"]
    assert not _alarms(cancelled)


def test_alarms_change_nothing_else() -> None:
    """A file with alarms is the file without, and the alarms; ids stay when minutes change."""
    plan = sample_plan()

    ten, five = to_ical(plan, alarm_minutes=10), to_ical(plan, alarm_minutes=5)

    assert _without_alarms(ten) == to_ical(plan)
    assert ten.replace(b"TRIGGER:-PT10M", b"TRIGGER:-PT5M") == five


@pytest.mark.parametrize(
    ("minutes", "written"),
    [
        (0, b"TRIGGER:PT0S\r\n"),
        (0.5, b"TRIGGER:-PT30S\r\n"),
        (7.5, b"TRIGGER:-PT7M30S\r\n"),
        (60, b"TRIGGER:-PT60M\r\n"),
        (10_080, b"TRIGGER:-PT10080M\r\n"),
    ],
)
def test_minutes_may_be_any_number_up_to_a_week(minutes: float, written: bytes) -> None:
    """Down to the second, which is as fine as the format goes."""
    assert written in to_ical(sample_plan(), alarm_minutes=minutes)


@pytest.mark.parametrize(
    "minutes", [-1, 10_081, float("nan"), float("inf"), True, "10", timedelta(minutes=10)]
)
def test_what_are_no_minutes_is_refused(minutes: Any) -> None:
    """In both functions, by name and with what would do."""
    for function in (to_ical, to_ical_files):
        with pytest.raises(InvalidValueError, match=r"alarm_minutes must be minutes from 0 to"):
            function(sample_plan(), alarm_minutes=minutes)


def test_a_feed_has_no_alarms() -> None:
    """It would ring in other people's calendars, and nobody could turn it off."""
    with pytest.raises(InvalidValueError, match="alarm_minutes must be None in a feed, got 10"):
        to_ical(sample_plan(), alarm_minutes=10, feed=True)


def test_a_feed_says_how_often_to_look() -> None:
    """By the standard's name and by the one that older programs read; nothing else differs."""
    plan = sample_plan()

    feed, file = to_ical(plan, feed=True), to_ical(plan)

    added = [line for line in feed.split(b"\r\n") if line not in file.split(b"\r\n")]
    assert added == [b"REFRESH-INTERVAL;VALUE=DURATION:PT6H", b"X-PUBLISHED-TTL:PT6H"]
    assert [line for line in feed.split(b"\r\n") if line not in added] == file.split(b"\r\n")


def test_a_feed_holds_what_is_on_and_nothing_else() -> None:
    """A subscribed calendar drops what its feed no longer holds; a cancelled line would linger."""
    events = _events(revised_plan(), feed=True)

    live = _events(attrs.evolve(revised_plan(), cancelled=()))
    assert [event["UID"] for event in events] == [event["UID"] for event in live]
