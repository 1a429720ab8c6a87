"""Dates, durations and numbers as people say them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare.model import Span
from spinecare.wording import (
    day_text,
    days_text,
    duration_text,
    listed,
    minutes_text,
    number_text,
    period_text,
    span_text,
    times_text,
)

MONDAY = date(2026, 11, 23)
FORTNIGHT = [MONDAY + timedelta(days=day) for day in range(14)]


def _on(*weekdays: int) -> list[date]:
    return [day for day in FORTNIGHT if day.weekday() in weekdays]


def test_a_date_is_said_with_its_weekday_and_month() -> None:
    """Whatever the language of the machine."""
    assert day_text(MONDAY) == "Mon 23 Nov"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 11, 23), date(2026, 11, 29), "23 to 29 Nov"),
        (date(2026, 11, 23), date(2026, 11, 23), "23 Nov"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 Nov to 6 Dec"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Dec 2026 to 3 Jan 2027"),
    ],
)
def test_a_period_says_only_what_its_ends_do_not_share(first: date, last: date, text: str) -> None:
    """Month and year appear where they change."""
    assert period_text(first, last) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (_on(0, 1, 2, 3, 4), "Mon to Fri"),
        (_on(0, 2), "Mon and Wed"),
        (_on(0, 1, 3), "Mon, Tue and Thu"),
        (FORTNIGHT, "every day"),
        (_on(0, 1, 2, 3, 4)[:-1], "Mon to Fri (not on Fri 4 Dec)"),
        ([MONDAY], "Mon 23 Nov"),
        ([MONDAY, date(2026, 11, 25)], "Mon 23 Nov and Wed 25 Nov"),
    ],
)
def test_days_are_said_as_weekdays_where_that_is_shorter(days: list[date], text: str) -> None:
    """Missing days are named; a few days out of many are named themselves."""
    assert days_text(days, FORTNIGHT) == text


def test_the_days_of_a_single_week_are_weekdays_too() -> None:
    """A plan of one week has each weekday once."""
    assert days_text(FORTNIGHT[:5], FORTNIGHT[:7]) == "Mon to Fri"


@pytest.mark.parametrize(
    ("times", "text"),
    [
        ([time(10)], "10:00"),
        ([time(10), time(14)], "10:00 and 14:00"),
        ([time(10), time(11), time(12)], "every 60 min from 10:00 to 12:00"),
        ([time(10), time(11), time(14)], "10:00, 11:00 and 14:00"),
    ],
)
def test_times_at_equal_distances_are_said_as_such(times: list[time], text: str) -> None:
    """Only where there are three or more."""
    assert times_text(times) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (0.5, "0.5 s"),
        (7.5, "7.5 s"),
        (45, "45 s"),
        (60, "1 min"),
        (80, "1 min 20 s"),
        (89.6, "1 min 30 s"),
        (3900, "1 h 5 min"),
        (3600, "1 h"),
    ],
)
def test_a_duration_is_said_in_the_units_people_use(seconds: float, text: str) -> None:
    """Parts of a second count only in short times."""
    assert duration_text(seconds) == text


@given(st.integers(min_value=1, max_value=100_000))
def test_a_duration_in_whole_seconds_loses_nothing(seconds: int) -> None:
    """Reading the words back gives the same number."""
    units = {"h": 3600, "min": 60, "s": 1}
    words = duration_text(seconds).split()

    read = sum(
        int(number) * units[unit] for number, unit in zip(words[::2], words[1::2], strict=True)
    )

    assert read == seconds


def test_whole_minutes_are_rounded_up_as_in_the_calendar() -> None:
    """So that a sheet and a calendar agree."""
    assert [minutes_text(seconds) for seconds in (0, 1, 60, 61)] == [
        "1 min",
        "1 min",
        "1 min",
        "2 min",
    ]


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(10.0, 30.0, "10–30 s"), (15.0, 15.0, "15 s"), (20.0, None, "at least 20 s")],
)
def test_a_span_is_said_from_low_to_high(low: float, high: float | None, text: str) -> None:
    """Equal ends are one number, an open top is "at least"."""
    assert span_text(Span(low=low, high=high), "s") == text


def test_a_span_of_counts_has_no_unit() -> None:
    """Nothing stands after the number."""
    assert span_text(Span(low=2, high=3)) == "2–3"


def test_a_number_has_no_trailing_zeros() -> None:
    """Two decimals at most."""
    assert [number_text(number) for number in (2.0, 1.5, 0.333, 100.0)] == [
        "2",
        "1.5",
        "0.33",
        "100",
    ]


def test_words_are_listed_with_an_and() -> None:
    """Also a single one."""
    assert [listed("a"), listed("ab"), listed("abc")] == ["a", "a and b", "a, b and c"]
