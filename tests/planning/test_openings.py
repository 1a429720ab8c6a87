"""The slots of a week laid on the calendar: real moments, clock changes, hours awake."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from spinecare.model import Availability
from spinecare.planning.openings import hours_awake, is_plain, openings
from tests.planning.builders import MONDAY, person


def test_every_slot_of_every_week_is_there_in_order() -> None:
    """Two weeks from a Wednesday: weeks are counted from the start, not from Monday."""
    who = person(availability="Mon 18:00 20 min; Wed 07:00, 19:00 30 min")

    found = openings(who, date(2026, 11, 25), 2)

    assert [(o.date.day, o.week, o.day_of_week, o.number, o.slot.start.hour) for o in found] == [
        (25, 1, 0, 1, 7),
        (25, 1, 0, 2, 19),
        (30, 1, 5, 1, 18),
        (2, 2, 0, 1, 7),
        (2, 2, 0, 2, 19),
        (7, 2, 5, 1, 18),
    ]


def test_an_opening_knows_its_moment_its_length_and_its_habit() -> None:
    """Berlin is an hour ahead of UTC in November."""
    who = person(timezone="Europe/Berlin", availability="Mon 18:00 20 min")

    (opening,) = openings(who, MONDAY, 1)

    assert opening.at == datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert opening.seconds == 1200
    assert opening.habit == ("Mon", time(18))
    assert opening.is_real


def test_days_off_have_no_openings() -> None:
    """Other days of the same week do."""
    slots = Availability.parse("Mon-Fri 18:00 20 min")
    who = person(availability=evolve(slots, days_off=[date(2026, 11, 24), date(2027, 1, 1)]))

    assert [opening.date.day for opening in openings(who, MONDAY, 1)] == [23, 25, 26, 27]


@pytest.mark.parametrize(
    ("zone", "day", "start", "minutes", "real"),
    [
        # Berlin, 29 March 2026: from 02:00 straight to 03:00
        ("Europe/Berlin", "2026-03-29", "01:30", 29, True),
        ("Europe/Berlin", "2026-03-29", "01:30", 30, True),  # the end is 03:00 by the clock
        ("Europe/Berlin", "2026-03-29", "01:30", 180, True),  # the clock is set forward inside it
        ("Europe/Berlin", "2026-03-29", "02:00", 20, False),
        ("Europe/Berlin", "2026-03-29", "02:59", 20, False),
        ("Europe/Berlin", "2026-03-29", "03:00", 20, True),
        # Berlin, 25 October 2026: 02:00 to 03:00 comes twice
        ("Europe/Berlin", "2026-10-25", "01:30", 20, True),
        ("Europe/Berlin", "2026-10-25", "01:30", 30, False),  # it ends at the first 02:00
        ("Europe/Berlin", "2026-10-25", "01:30", 180, False),  # the clock is set back inside it
        ("Europe/Berlin", "2026-10-25", "01:59", 61, False),
        ("Europe/Berlin", "2026-10-25", "02:00", 20, False),
        ("Europe/Berlin", "2026-10-25", "02:59", 20, False),
        ("Europe/Berlin", "2026-10-25", "03:00", 20, True),
        # Lord Howe, 5 April 2026: half an hour comes twice, 01:30 to 02:00
        ("Australia/Lord_Howe", "2026-04-05", "01:29", 30, False),
        ("Australia/Lord_Howe", "2026-04-05", "01:45", 30, False),
        ("Australia/Lord_Howe", "2026-04-05", "02:00", 30, True),
        # a zone that never changes its clocks
        ("Asia/Kolkata", "2026-03-29", "02:30", 20, True),
    ],
)
def test_a_slot_in_a_change_of_the_clocks_is_not_real(
    zone: str, day: str, start: str, minutes: int, real: bool
) -> None:
    """Neither its start nor its end may be a time that does not exist, or exists twice."""
    who = person(timezone=zone, availability=f"daily {start} {minutes} min")

    first = openings(who, date.fromisoformat(day), 1)[0]

    assert first.is_real is real


def test_a_slot_shortly_before_midnight_belongs_to_the_day_it_begins_on() -> None:
    """23:50 for half an hour ends on the next date."""
    who = person(availability="Mon 23:50 30 min")

    (opening,) = openings(who, MONDAY, 1)

    assert (opening.date, opening.number, opening.seconds) == (MONDAY, 1, 1800)
    assert opening.is_real


def test_a_late_slot_may_end_inside_a_change_of_the_clocks() -> None:
    """Saturday 23:50 for two and a half hours ends at 02:20, which comes twice."""
    who = person(timezone="Europe/Berlin", availability="Sat 23:50 150 min")

    (opening,) = openings(who, date(2026, 10, 19), 1)

    assert opening.date == date(2026, 10, 24)
    assert not opening.is_real


def test_a_plain_moment_exists_once() -> None:
    """In a gap and in a fold it does not, whichever of the two is meant."""
    berlin = ZoneInfo("Europe/Berlin")

    assert is_plain(datetime(2026, 3, 29, 1, 59, tzinfo=berlin))
    for fold in (0, 1):
        assert not is_plain(datetime(2026, 3, 29, 2, 30, tzinfo=berlin, fold=fold))
        assert not is_plain(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=fold))
        assert is_plain(datetime(2026, 7, 1, 2, 30, tzinfo=berlin, fold=fold))


@pytest.mark.parametrize(
    ("wakes_at", "start", "hours"),
    [
        ("06:00", "06:00", 0),
        ("06:00", "06:45", 0.75),
        ("06:30", "07:15", 0.75),
        ("06:30", "18:00", 11.5),
        ("22:00", "00:30", 2.5),  # a night shift
        ("06:00", "00:00", 18),
        ("06:00", "00:01", 0),  # longer than anybody is awake: before getting up
        ("06:00", "05:59", 0),
        ("22:00", "16:00", 18),
        (None, "08:59", 0),
        (None, "09:00", 18),
        (None, "00:00", 0),
    ],
)
def test_hours_awake_count_from_getting_up_over_midnight(
    wakes_at: str | None, start: str, hours: float
) -> None:
    """Up to 18; later is before getting up, and an unknown morning just after it."""
    assert hours_awake(person(wakes_at=wakes_at), time.fromisoformat(start)) == hours
