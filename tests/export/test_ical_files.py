"""A plan as many calendar files, and what a revision takes out."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import attrs
import icalendar
import pytest
from hypothesis import given, settings

from spinecare.errors import InvalidValueError
from spinecare.export import to_ical, to_ical_files
from spinecare.model import Day, DeskBreak, ExerciseId, Plan, SessionId
from tests.export.plan_strategies import plans
from tests.export.sample_plans import (
    build_plan,
    desk_breaks,
    plan_over_the_change,
    revised_plan,
    rotation,
    sample_plan,
    session,
)

MONDAY = date(2026, 11, 23)


def _blocks(data: bytes, name: str) -> list[str]:
    """Return the components of a name as they stand in a file."""
    text = data.decode()
    return re.findall(f"BEGIN:{name}\r\n.*?END:{name}\r\n", text, re.DOTALL)


@settings(max_examples=25)
@given(plans())
def test_the_files_hold_the_events_of_the_one_file(plan: Plan) -> None:
    """Each event once, byte for byte, with the zone and a calendar around it."""
    whole = to_ical(plan)

    files = to_ical_files(plan)

    assert Counter(block for data in files.values() for block in _blocks(data, "VEVENT")) == (
        Counter(_blocks(whole, "VEVENT"))
    )
    for data in files.values():
        assert len(_blocks(data, "VEVENT")) == 1
        assert _blocks(data, "VTIMEZONE") == _blocks(whole, "VTIMEZONE")
        assert data.startswith(b"BEGIN:VCALENDAR\r\n")
        assert data.endswith(b"END:VCALENDAR\r\n")


def test_a_single_file_says_nothing_of_a_calendar() -> None:
    """It joins one that a person has; an id above the event would be taken for the event's."""
    for data in to_ical_files(sample_plan()).values():
        head = data.partition(b"BEGIN:VTIMEZONE")[0].split(b"\r\n")

        assert [line.partition(b":")[0] for line in head] == [
            *(b"BEGIN", b"VERSION", b"PRODID", b"CALSCALE"),
            b"",
        ]
        assert data.count(b"UID:") == 1


def test_names_tell_what_a_file_holds() -> None:
    """Sessions by day, breaks by the time of day; cancelled ones too."""
    names = [name[: -len("-c5a27796.ics")] for name in to_ical_files(revised_plan())]

    assert names[:2] == ["session-s-20261123-0700", "session-s-20261124-0700"]
    assert names[-5:] == [
        "break-1000-1",
        "break-1100-1",
        "break-1400-1",
        "break-1500-1",
        "session-s-20261124-1930",
    ]


def test_files_of_two_plans_may_lie_in_one_folder() -> None:
    """Also on one server, which takes a file of the same name for the same event."""
    plan = sample_plan()

    assert not set(to_ical_files(plan)) & set(to_ical_files(attrs.evolve(plan, id="p-other")))


def test_a_file_keeps_its_name_when_its_session_moves() -> None:
    """Written over the file before, it leaves no second one behind."""
    plan = sample_plan()
    week = plan.weeks[0]
    first = attrs.evolve(week.days[0].sessions[0], start=week.days[0].sessions[0].start.replace(6))
    day = attrs.evolve(week.days[0], sessions=(first,))
    moved = attrs.evolve(plan, weeks=(attrs.evolve(week, days=(day, *week.days[1:])),))

    assert list(to_ical_files(moved)) == list(to_ical_files(plan))


def test_ids_that_file_systems_would_confuse_get_different_names() -> None:
    """Capitals are lost on some systems, and long names refused."""
    ids = ("a-1", "A-1", "b" * 300, "b" * 301)
    times = ("07:00", "08:00", "09:00", "10:00")
    sessions = tuple(
        attrs.evolve(session(MONDAY, start, (rotation(),)), id=SessionId(id))
        for id, start in zip(ids, times, strict=True)
    )
    plan = build_plan(
        lambda day: Day(date=day, sessions=sessions) if day == MONDAY else Day(date=day)
    )

    names = list(to_ical_files(plan))

    assert len({name.lower() for name in names}) == 4
    assert all(re.fullmatch(r"session-[a-z0-9-]{1,65}\.ics", name) for name in names)


def test_files_have_alarms_on_request() -> None:
    """As the one file has them."""
    files = to_ical_files(sample_plan(), alarm_minutes=15)

    assert all(data.count(b"BEGIN:VALARM") == 1 for data in files.values())


def _with_breaks(*starts: str, zone: str = "Europe/Berlin") -> Plan:
    return build_plan(lambda day: Day(date=day, desk_breaks=desk_breaks(*starts)), zone=zone)


def test_breaks_that_a_revision_drops_are_cancelled() -> None:
    """Under the ids they had, as one event without a rule; those that stay go on."""
    before = _with_breaks("10:00", "11:00")
    after = attrs.evolve(_with_breaks("10:00"), revision=1)

    events = icalendar.Calendar.from_ical(to_ical(after, previous=before)).walk("VEVENT")

    went = icalendar.Calendar.from_ical(to_ical(before)).walk("VEVENT")[1]
    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED", "CANCELLED"]
    assert events[1]["UID"] == went["UID"]
    assert events[1]["SEQUENCE"] == 1
    assert str(events[1]["SUMMARY"]) == "Cancelled: desk break"
    assert "RRULE" not in events[1]
    assert list(to_ical_files(after, previous=before)) == list(to_ical_files(before))


def test_a_revision_with_the_same_breaks_cancels_none() -> None:
    """Also when they are other things to do."""
    walk = DeskBreak(
        start=desk_breaks("10:00")[0].start, minutes=5, exercise=ExerciseId("neck-2-rotation")
    )
    after = build_plan(lambda day: Day(date=day, desk_breaks=(walk,)))

    assert to_ical(after, previous=_with_breaks("10:00")) == to_ical(after)


def test_the_zone_reaches_back_to_what_is_cancelled() -> None:
    """A series of an earlier year stands in the file: its zone is described for it."""
    zone = "Africa/Casablanca"  # no yearly rule: each change stands for itself
    before = build_plan(
        lambda day: Day(date=day, desk_breaks=desk_breaks("11:00")),
        start=MONDAY - timedelta(days=364),
        zone=zone,
    )

    data = to_ical(_with_breaks("10:00", zone=zone), previous=before)

    (described,) = _blocks(data, "VTIMEZONE")
    assert "DTSTART:20260215T030000" in described  # Ramadan between the two


@pytest.mark.parametrize("other", [None, "p-sample"])
def test_another_plan_is_no_earlier_revision(other: str | None) -> None:
    """Nothing of it stands in the calendar under these ids."""
    previous = other or attrs.evolve(sample_plan(), id="p-other")

    with pytest.raises(InvalidValueError, match="previous must be an earlier revision of plan"):
        to_ical(sample_plan(), previous=previous)  # type: ignore[arg-type]  # text is refused too


def test_what_is_too_long_in_the_earlier_revision_is_refused_too() -> None:
    """By the same limit as in the plan."""
    item = attrs.evolve(desk_breaks("10:00")[0], minutes=1e9)
    before = build_plan(lambda day: Day(date=day, desk_breaks=(item,)))

    with pytest.raises(InvalidValueError, match="desk break at 10:00 must be"):
        to_ical(sample_plan(), previous=before)


def test_a_feed_holds_no_cancelled_breaks() -> None:
    """It never does."""
    before, after = plan_over_the_change(), sample_plan()

    assert to_ical(after, previous=before, feed=True) == to_ical(after, feed=True)
