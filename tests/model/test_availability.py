"""When a person can: slots in many forms, never overlapping, also over the end of the week."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import InvalidValueError
from spinecare.model import Availability, DeskHours, Slot, Weekday
from tests.strategies import instances


def shown(availability: Availability) -> list[str]:
    """Return slots as short texts."""
    return [
        f"{slot.weekday} {slot.start:%H:%M} {slot.minutes:g} {slot.place}"
        for slot in availability.slots
    ]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Mon 07:00 20 min", ["Mon 07:00 20 home"]),
        ("mon 7:00 20min", ["Mon 07:00 20 home"]),
        ("Monday 07:00 20 minutes", ["Mon 07:00 20 home"]),
        ("MON 07:00 0.5 h", ["Mon 07:00 30 home"]),
        ("Sat 10:00 45 min (office)", ["Sat 10:00 45 office"]),
        ("Sat 10:00 45 min(at the office)", ["Sat 10:00 45 at the office"]),
        ("Mon-Wed 07:00 20 min", [f"{day} 07:00 20 home" for day in ("Mon", "Tue", "Wed")]),
        ("Mon - Tue 07:00 20 min", ["Mon 07:00 20 home", "Tue 07:00 20 home"]),
        ("Mon, Wed 07:00 20 min", ["Mon 07:00 20 home", "Wed 07:00 20 home"]),
        ("Wed,Mon 07:00 20 min", ["Mon 07:00 20 home", "Wed 07:00 20 home"]),
        ("Mon-Tue, Tue 07:00 20 min", ["Mon 07:00 20 home", "Tue 07:00 20 home"]),
        ("Sat-Mon 07:00 9 min", [f"{day} 07:00 9 home" for day in ("Mon", "Sat", "Sun")]),
        ("Mon 19:00, 07:00 20 min", ["Mon 07:00 20 home", "Mon 19:00 20 home"]),
        ("Mon 07:00 20 min; Tue 08:00 9 min", ["Mon 07:00 20 home", "Tue 08:00 9 home"]),
        ("Mon 07:00 20 min;", ["Mon 07:00 20 home"]),
        ("Mon 23:50 20 min", ["Mon 23:50 20 home"]),
        ("Sun 23:50 10 min; Mon 00:00 10 min", ["Mon 00:00 10 home", "Sun 23:50 10 home"]),
        ("Mon 07:00 1 min", ["Mon 07:00 1 home"]),
        ("Mon 00:00 1440 min", ["Mon 00:00 1440 home"]),
        ("Mon 07:00 3600 s", ["Mon 07:00 60 home"]),
    ],
)
def test_availability_is_read_from_many_forms_of_text(text: str, slots: list[str]) -> None:
    """Days, times, a length, a place; in the order of the week."""
    assert shown(Availability.parse(text)) == slots


def test_daily_means_every_day() -> None:
    """In any case of letters."""
    slots = Availability.parse("Daily 07:00 20 min").slots

    assert [slot.weekday for slot in slots] == list(Weekday)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "availability must be at least one slot, got ''"),
        (" ; ", "availability must be at least one slot, got ' ; '"),
        ("tomorrow", "availability must be days, time and length, got 'tomorrow'"),
        ("Mon 7 20 min", "availability must be days, time and length, got 'Mon 7 20 min'"),
        ("Mon 07:00", "availability must be days, time and length, got 'Mon 07:00'"),
        ("Mon 07:00 20", "availability must be days, time and length, got 'Mon 07:00 20'"),
        ("Mon 07:00 20 min ()", "availability must be days, time and length"),
        ("Mon 24:00 20 min", "start must be a time of day to the minute, got '24:00'"),
        ("Mon 07:60 20 min", "start must be a time of day to the minute, got '07:60'"),
        ("Mon 07:00 20 kg", "minutes must be a time, got '20 kg'"),
        ("Mon 07:00 0 min", "minutes must be a number from 1 to 1440, got 0.0"),
        ("Mon 07:00 25 h", "minutes must be a number from 1 to 1440, got 1500.0"),
        ("Mun 07:00 20 min", "availability must be one of Mon, Tue, Wed, Thu, Fri, Sat, Sun, got"),
        ("Mon-Xyz 07:00 20 min", "availability must be one of Mon, Tue"),
        ("Mon-Wed-Fri 07:00 20 min", "availability must be days like 'Mon-Fri', got 'Mon-Wed-Fri'"),
        ("Mon, 07:00 20 min", "availability must be one of Mon, Tue"),
        ("Mon 07:00 20 min (a", "availability must be days, time and length"),
    ],
)
def test_text_that_is_no_availability_is_refused_by_name(text: str, message: str) -> None:
    """The part that cannot be read is shown."""
    with pytest.raises(InvalidValueError) as caught:
        Availability.parse(text)

    assert message in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Mon 07:00 20 min; Mon 07:10 20 min",
        "Mon 07:00 20 min; Mon 07:00 5 min",
        "Mon 07:00, 07:19 20 min",
        "Mon 23:50 20 min; Tue 00:05 20 min",
        "Sun 23:50 20 min; Mon 00:05 20 min",
        "daily 12:00 1440 min; Wed 11:59 1 min; Wed 12:30 1 min",
    ],
)
def test_overlapping_slots_are_refused_with_both_named(text: str) -> None:
    """Also over midnight and over the end of the week."""
    with pytest.raises(InvalidValueError, match="slots that do not overlap") as caught:
        Availability.parse(text)

    assert " and " in caught.value.got
    assert "shorten the first or move the second" in caught.value.cure


@given(availability=instances(Availability))
def test_slots_stand_in_the_order_of_the_week_and_never_overlap(
    availability: Availability,
) -> None:
    """Whatever order they came in."""
    starts = [slot.week_minute for slot in availability.slots]
    ends = [slot.week_minute + slot.minutes for slot in availability.slots]

    assert starts == sorted(starts)
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert Availability(slots=availability.slots[::-1], days_off=availability.days_off) == (
        availability
    )


@given(text=st.text(alphabet="MonTue-,; 0123456789:min()", max_size=25))
def test_any_text_is_an_availability_or_refused(text: str) -> None:
    """No other error gets out."""
    try:
        slots = len(Availability.parse(text).slots)
    except InvalidValueError as error:
        slots = 0
        assert " must be " in str(error)  # noqa: PT017  the other outcome is fine too

    assert slots >= 0


def test_days_off_are_dates_in_order_without_repeats() -> None:
    """A moment is no day."""
    days = [date(2026, 12, 25), date(2026, 1, 1), date(2026, 12, 25)]

    assert Availability(slots=[], days_off=days).days_off == (days[1], days[0])
    with pytest.raises(InvalidValueError, match="days_off must be dates"):
        Availability(slots=[], days_off=[datetime(2026, 1, 1, tzinfo=UTC)])


def test_only_slots_are_slots() -> None:
    """Text belongs to `parse`."""
    with pytest.raises(InvalidValueError, match="slots must be of type Slot, got 'Mon 07:00'"):
        Availability(slots=["Mon 07:00"])  # type: ignore[list-item]  # a caller without types


@pytest.mark.parametrize("minutes", [20, "20 min", "0.333333333333333333 h"])
def test_minutes_of_a_slot_come_as_numbers_or_text(minutes: Any) -> None:
    """A plain number is minutes already."""
    slot = Slot(weekday=Weekday.MON, start=time(7), minutes=minutes)

    assert slot.minutes == pytest.approx(20)


@pytest.mark.parametrize("start", [time(7, 0, 1), time(7, tzinfo=UTC), "7", "07:00:00", 700])
def test_a_slot_starts_at_a_wall_clock_time_to_the_minute(start: Any) -> None:
    """Seconds and zones are refused, not dropped."""
    with pytest.raises(InvalidValueError, match="start must be a time of day to the minute"):
        Slot(weekday="Mon", start=start, minutes=20)


@pytest.mark.parametrize("text", ["Mon-Fri 09:00-17:00", "Mon-Fri 9:00 – 17:00"])
def test_desk_hours_are_read_from_text(text: str) -> None:
    """Days and hours of one day."""
    desk = DeskHours.parse(text)

    assert desk.weekdays == tuple(Weekday)[:5]
    assert (desk.start, desk.end, desk.every_min) == (time(9), time(17), 60)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("always", "desk must be days and hours, got 'always'"),
        ("Mon 17:00-09:00", "desk must be hours that end after they begin, on the same day"),
        ("Mon 09:00-09:00", "got '09:00-09:00'\nMaybe split a night shift at midnight"),
        ("Mon 09:00-24:00", "end must be a time of day to the minute, got '24:00'"),
        ("Mun 09:00-17:00", "desk must be one of Mon"),
    ],
)
def test_text_that_is_no_desk_hours_is_refused_by_name(text: str, message: str) -> None:
    """With the cure where there is one."""
    with pytest.raises(InvalidValueError) as caught:
        DeskHours.parse(text)

    assert message in str(caught.value)


def test_weekdays_of_a_desk_come_as_text_or_list() -> None:
    """Both mean the same."""
    text = DeskHours(weekdays="Mon-Tue", start="9:00", end="17:00")
    listed = DeskHours(weekdays=[Weekday.TUE, "Mon"], start="9:00", end="17:00")

    assert text == listed


def test_a_day_has_the_slots_of_its_weekday_and_a_day_off_none() -> None:
    """In the order of the day."""
    monday = date(2026, 11, 23)
    when = Availability(
        slots=Availability.parse("Mon 18:00, 07:00 20 min; Tue 07:00 20 min").slots,
        days_off=[date(2026, 11, 30)],
    )

    assert [slot.start for slot in when.on(monday)] == [time(7), time(18)]
    assert when.on(date(2026, 11, 25)) == ()
    assert when.on(date(2026, 11, 30)) == ()
