"""When a routine with a window is due, and what presses the most."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from spinecare.model import Availability, Session, Span
from spinecare.planning.due import BEST_GAP_DAYS, most_times
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    person,
    planned,
)
from tests.planning.week import FIRST, Week

PULLS = "pulse-pull-ups"


def pull_days(availability: Availability | str) -> list[int]:
    """Return the days, from 0, on which pull-ups are planned."""
    who = person(availability=availability, routines=[PULLS], level="practised")
    plan = planned(who, weeks=3)
    return [(session.date - MONDAY).days for session in plan.sessions]


@pytest.mark.parametrize(
    ("availability", "days"),
    [
        ("daily 18:00 20 min", [0, 7, 14]),  # the weekly habit wins over the peak at 6.3 days
        ("Mon 18:00 20 min", [0, 7, 14]),
        ("Mon 18:00 20 min; Sat, Sun 12:00 20 min", [0, 7, 14]),
        ("daily 18:00 1 min; Mon 12:00 20 min", [0, 7, 14]),
        ("Mon, Wed, Fri 18:00 20 min", [0, 7, 14]),
    ],
)
def test_pull_ups_keep_their_weekday(availability: str, days: list[int]) -> None:
    """Seven days lie inside the window of five to eight."""
    assert pull_days(availability) == days


def test_the_first_pull_ups_wait_for_a_training_slot() -> None:
    """A plan from Tuesday on: Tuesday is no training day, Wednesday is."""
    week = Week(
        person(availability="daily 18:00 20 min", level="practised"),
        PULLS,
        start=MONDAY + timedelta(days=1),
    )

    assert week.due(0) == []
    assert week.due(1) == [PULLS]


def without(*days: int) -> Availability:
    """Return an availability of every evening but some days, from 0."""
    slots = Availability.parse("daily 18:00 20 min")
    off = [MONDAY + timedelta(days=day) for day in days]
    return evolve(slots, days_off=off)


@pytest.mark.parametrize(
    ("off", "days"),
    [
        ((7,), [0, 6, 13, 20]),  # six days are nearer to 6.3 than eight
        ((6, 7), [0, 5, 12, 19]),  # five are nearer than eight
        ((5, 6, 7), [0, 8, 15]),
        ((5, 6, 7, 8), [0, 9, 16]),  # past its end it comes as soon as it can
    ],
)
def test_pull_ups_come_near_the_peak_where_the_habit_is_taken(
    off: tuple[int, ...], days: list[int]
) -> None:
    """A holiday on the weekday: the day nearest to 6.3 days, inside the window if there is one."""
    assert pull_days(without(*off)) == days


@pytest.mark.parametrize(
    ("hours", "due"), [(119.9, False), (120, False), (144, True), (168, True), (400, True)]
)
def test_a_window_is_due_from_its_opening_on_at_the_best_day(hours: float, due: bool) -> None:
    """With days 5, 6 and 8 to choose from, the sixth is the best; from the seventh on any is."""
    week = Week(person(availability="daily 18:00 20 min"), PULLS, weeks=4)
    week.done(0, PULLS)
    first = week.every[0]
    ahead = [o for o in week.every if (o.date - first.date).days in (5, 6, 8)]
    opening = evolve(week.every[10], at=first.at + timedelta(hours=hours))
    openings_left = (opening, *(o for o in ahead if o.at > opening.at))
    calendar = evolve(week.calendar, openings=openings_left)

    assert bool(calendar.due(opening, week.history)) is due


def test_of_two_days_equally_near_the_peak_the_first_is_taken() -> None:
    """6 days and 6.6 days are both 0.3 from the best, 6.3."""
    week = Week(person(availability="daily 18:00 20 min"), PULLS, weeks=4)
    week.done(0, PULLS)
    first = week.every[0]
    early, late = (
        evolve(week.every[number], at=first.at + timedelta(hours=hours))
        for number, hours in ((6, BEST_GAP_DAYS * 24 - 7), (8, BEST_GAP_DAYS * 24 + 7))
    )
    calendar = evolve(week.calendar, openings=(early, late))

    assert calendar.due(early, week.history) != ()


def test_the_weekly_habit_may_be_the_end_of_a_window() -> None:
    """A window of five to seven days: the seventh belongs to it and keeps the weekday."""
    pulls = CATALOGUE.routine(PULLS)
    short = evolve(pulls, cadence=evolve(pulls.cadence, window_days=Span(low=5.0, high=7.0)))
    week = Week(person(availability="daily 18:00 20 min"), PULLS)
    calendar = evolve(week.calendar, routines=(short,))
    week.done(0, PULLS)

    due = [day for day in range(1, 9) if calendar.due(week.every[day], week.history)]

    assert due == [7, 8]


@pytest.mark.parametrize(
    ("routine", "hours", "debt"),
    [
        ("neck", 3, 0.5),  # its own gap of six hours
        ("neck", 6, 1),
        ("neck", 23.9, 1),
        ("neck", 24, 2),  # from a day on, half a day each
        ("neck", 36, 3),
        ("magic-towel", 12, 0.5),
        ("magic-towel", 24, 1),
        ("magic-towel", 60, 2.5),
        ("lumbar", 84, 1),  # two training slots a week
        ("yoga-asanas", 42, 0.5),
        (PULLS, 1, float("inf")),
    ],
)
def test_waiting_is_counted_in_gaps(routine: str, hours: float, debt: float) -> None:
    """Of the routine's own: hours, days, training slots; a window always presses the most."""
    week = Week(person(availability="daily 18:00 60 min"), routine)
    week.done(0, routine)

    at = evolve(week.every[1], at=week.every[0].at + timedelta(hours=hours))

    assert week.debt(routine, at) == pytest.approx(debt)


def test_without_training_slots_a_week_is_shared_by_its_most_sessions() -> None:
    """Three times a week at the most: 56 hours each."""
    week = Week(person(availability="daily 18:00 60 min"), "lumbar")
    week.done(0, "lumbar")
    week.calendar = evolve(week.calendar, training=())

    at = evolve(week.every[1], at=week.every[0].at + timedelta(hours=56))

    assert week.debt("lumbar", at) == pytest.approx(1)


def test_the_weekly_habit_bears_an_hour_of_clock_change() -> None:
    """From summer to winter time a week has 169 hours; two hours more are another habit."""
    who = person(timezone="Europe/Berlin", availability="daily 18:00 20 min")
    start = date(2026, 10, 19)
    week = Week(who, PULLS, weeks=2, start=start)

    week.done(0, PULLS)

    assert [day for day in range(1, 14) if week.due(day)] == [7, 8, 9, 10, 11, 12, 13]


def test_a_window_may_be_open_at_its_end() -> None:
    """Its lowest day then bounds the look ahead, and a week still is a habit."""
    pulls = CATALOGUE.routine(PULLS)
    open_end = evolve(pulls, cadence=evolve(pulls.cadence, window_days=Span(low=5.0, high=None)))
    week = Week(person(availability="daily 18:00 20 min"), PULLS)
    calendar = evolve(week.calendar, routines=(open_end,))
    week.done(0, PULLS)

    due = [day for day in range(1, 8) if calendar.due(week.every[day], week.history)]

    assert due == [5, 6, 7]


def test_windows_press_the_most_then_what_waited_longest() -> None:
    """Never done comes before done; where two wait alike the wish decides."""
    who = person(availability="daily 18:00 60 min")
    wish = ("magic-towel", "neck", "lumbar", PULLS)
    week = Week(who, *wish)
    assert week.due(0) == [PULLS, "magic-towel", "neck", "lumbar"]

    week.done(0, "magic-towel", "neck")
    week.done(2, "neck")

    assert week.due(3) == [PULLS, "lumbar", "magic-towel", "neck"]


def test_waiting_is_measured_in_gaps_of_ones_own() -> None:
    """Three days are long for the neck, which comes twice a day, and short for lumbar work."""
    week = Week(person(availability="daily 18:00 60 min", level="practised"), "lumbar", "neck")
    week.done(0, "lumbar", "neck")

    assert week.due(2) == ["neck", "lumbar"]


def test_on_the_same_day_a_routine_waits_at_most_one_gap() -> None:
    """At noon the neck (done at six) waited its six hours, the towel of yesterday a day."""
    who = person(availability="daily 06:00, 12:00 20 min")
    week = Week(who, "neck", "magic-towel")
    week.done(0, "neck", "magic-towel")
    week.done(2, "neck")

    assert week.due(3) == ["magic-towel", "neck"]


def test_the_range_of_a_cadence_ends_with_its_most() -> None:
    """Two to three times a week are three at most; an open end is its low end."""
    lumbar = CATALOGUE.routine("lumbar")
    open_end = evolve(lumbar, cadence=evolve(lumbar.cadence, times=Span(low=2, high=None)))

    assert most_times(lumbar) == 3
    assert most_times(open_end) == 2


def test_relief_positions_are_due_where_they_are_wanted() -> None:
    """Once a day, though they have no date of their own."""
    week = Week(person(availability="daily 08:00, 18:00 20 min"), "relief-positions")

    assert week.due(0) == ["relief-positions"]
    week.done(0, "relief-positions")
    assert week.due(1) == []


def test_a_place_that_holds_nothing_of_a_routine_has_none_due() -> None:
    """However pressing it is."""
    week = Week(person(availability="daily 18:00 20 min"), PULLS)
    calendar = evolve(week.calendar, can_hold={CATALOGUE.routine(PULLS).id: frozenset({"gym"})})

    assert calendar.due(week.every[0], week.history) == ()


def sessions_of(plan_sessions: tuple[Session, ...], routine: str) -> list[int]:
    """Return the days, from 0, of the sessions of a routine."""
    return [(s.date - MONDAY).days for s in plan_sessions if routine in s.routines]


def test_a_holiday_on_a_training_day_is_made_up_for_in_a_plan() -> None:
    """Thursday off: lumbar work on Saturday, and Monday keeps its day."""
    slots = Availability.parse("daily 18:00 60 min")
    off = [MONDAY + timedelta(days=3)]
    who = person(
        availability=evolve(slots, days_off=off), routines=["lumbar"], tried=FIRST.values()
    )
    who = evolve(who, leaves_out=["lumbar-4-swimming"])

    plan = planned(who, weeks=2)

    assert sessions_of(plan.sessions, "lumbar") == [0, 5, 7, 10]
