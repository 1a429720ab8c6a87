"""Spacing under every oddity of calendars and clocks, in real hours, all over the world."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve

from spinecare import make_plan
from spinecare.model import Person, Plan
from tests.planning.builders import CATALOGUE, EVERYTHING, person
from tests.planning.spacing import breaches

pytestmark = pytest.mark.no_cover  # tests/README.md says why

ALL = ("pulse-pull-ups", "lumbar", "neck", "yoga-asanas", "magic-towel")
EFFORT = 100
DONE = [entry.id for entry in CATALOGUE.entries]
NEVER = date.max
CHANGES = {
    "Europe/Berlin": [(2026, 3, 29), (2026, 10, 25)],
    "America/New_York": [(2026, 3, 8), (2026, 11, 1)],
    "America/Santiago": [(2026, 4, 4), (2026, 9, 6)],  # at midnight
    "Australia/Sydney": [(2026, 4, 5), (2026, 10, 4)],
    "Australia/Lord_Howe": [(2026, 4, 5), (2026, 10, 4)],  # by half an hour
    "Africa/Casablanca": [(2026, 2, 15), (2026, 3, 22)],  # around Ramadan
    "Asia/Kolkata": [(2026, 3, 29)],  # none
    "Pacific/Kiritimati": [(2026, 3, 29)],  # none, and a day ahead
    "Pacific/Pago_Pago": [(2026, 3, 29)],  # none, and a day behind
}
"""Zones, with the days on which their clocks change in 2026; any day where they never do."""
CASES = [(zone, date(*day)) for zone, those in CHANGES.items() for day in those]


def keen(timezone: str, availability: str = "daily 07:00, 18:00 30 min", **changes: Any) -> Person:
    """Return a person who wants all there is, and has done it all before."""
    fields: dict[str, Any] = {"routines": ALL, "tried": DONE, "equipment": EVERYTHING, **changes}
    return person(timezone=timezone, availability=availability, **fields)


def made(who: Person, start: date, weeks: int, previous: Plan | None = None) -> Plan:
    """Return a real plan; hours are kept whether its weeks are proven the best or not."""
    return make_plan(
        who, start=start, weeks=weeks, catalogue=CATALOGUE, previous=previous, effort=EFFORT
    )


def moments(plan: Plan, routine: str) -> list[datetime]:
    """Return when a routine is done, UTC."""
    return [
        session.starts_at(plan.timezone).astimezone(UTC)
        for session in plan.sessions
        if routine in session.routines
    ]


@pytest.mark.parametrize(("zone", "change"), CASES)
@pytest.mark.parametrize("level", ["beginner", "practised"])
def test_hours_are_kept_over_a_change_of_the_clocks(zone: str, change: date, level: str) -> None:
    """From a week and a half before it on, with two slots a day; every routine does come up."""
    who = keen(zone, level=level)

    plan = made(who, change - timedelta(days=10), 3)

    assert breaches(who, CATALOGUE, [(plan, NEVER)]) == []
    assert {id for session in plan.sessions for id in session.routines} == set(ALL)
    days = [
        (later - earlier) / timedelta(days=1)
        for earlier, later in pairwise(moments(plan, "pulse-pull-ups"))
    ]
    assert days
    assert all(5 <= gap <= 8 + 1 / 24 for gap in days)


@pytest.mark.parametrize(("zone", "change"), CASES)
def test_hours_are_kept_where_a_plan_is_made_anew_around_a_change(zone: str, change: date) -> None:
    """Replaced two days before the change, on its day, and two days after."""
    who = keen(zone)
    start = change - timedelta(days=9)
    first = made(who, start, 2)

    for days in (7, 9, 11):
        again = start + timedelta(days=days)
        plan = made(who, again, 1, first)
        assert breaches(who, CATALOGUE, [(first, again), (plan, NEVER)]) == [], again


def test_a_chain_of_plans_keeps_the_hours_from_each_to_the_next() -> None:
    """A new plan every five days over the turn of the year, each knowing the one before."""
    who = keen("America/Santiago", "daily 06:30, 19:00 25 min")
    chain: list[tuple[Plan, date]] = []
    start, previous = date(2026, 12, 14), None
    for _ in range(6):
        previous = made(who, start, 1, previous)
        start += timedelta(days=5)
        chain.append((previous, start))

    # a plan knows the one before it, and no other
    for two in pairwise(chain):
        assert breaches(who, CATALOGUE, two) == []


@pytest.mark.parametrize(
    "start",
    [
        date(2028, 2, 21),
        date(2026, 2, 23),
        date(2026, 12, 21),
        date(2027, 12, 27),
        date(2100, 2, 22),
    ],
    ids=["leap day", "no leap day", "year end", "week 53", "no leap year"],
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_leap_days_and_year_ends_are_days_like_others(start: date, zone: str) -> None:
    """Every day of three weeks is there once, and hours and windows hold."""
    who = keen(zone)

    plan = made(who, start, 3)

    assert [day.date for day in plan.days] == [start + timedelta(days=n) for n in range(21)]
    assert breaches(who, CATALOGUE, [(plan, NEVER)]) == []
    gaps = [b - a for a, b in pairwise(moments(plan, "pulse-pull-ups"))]
    assert all(timedelta(days=5) <= gap <= timedelta(days=8) for gap in gaps)


@pytest.mark.parametrize(
    "availability",
    [
        "daily 23:50 20 min",
        "daily 23:50, 00:20 25 min",
        "daily 17:00, 18:00 20 min",
        "daily 07:00, 08:00, 13:00, 19:00 15 min",
        "Sat, Sun 23:50 30 min; Mon 00:30 30 min; Sun 01:30, 02:30, 03:30 20 min",
    ],
    ids=["before midnight", "around midnight", "an hour apart", "many", "a night of changes"],
)
@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Europe/Berlin", date(2026, 3, 23)),
        ("America/Santiago", date(2026, 3, 30)),
        ("Africa/Casablanca", date(2026, 2, 9)),
        ("Asia/Kolkata", date(2026, 12, 28)),
    ],
)
def test_slots_at_odd_times_keep_the_hours(availability: str, zone: str, start: date) -> None:
    """Sessions over midnight belong to the day they begin on; caps of a day go by that."""
    who = keen(zone, availability, wakes_at="12:00", level="practised")

    plan = made(who, start, 2)

    assert plan.sessions
    assert breaches(who, CATALOGUE, [(plan, NEVER)]) == []


def test_two_slots_an_hour_apart_never_both_hold_what_rests_for_hours() -> None:
    """The neck rests for six hours: one of the two, and never light work in both."""
    who = keen("Europe/Berlin", "daily 17:00, 18:00 30 min", routines=["neck", "magic-towel"])

    plan = made(who, date(2026, 11, 23), 2)

    by_day = [[session.routines for session in day.sessions] for day in plan.days]
    assert all(sum("neck" in held for held in day) == 1 for day in by_day)
    assert all(sum("magic-towel" in held for held in day) == 1 for day in by_day)


@pytest.mark.parametrize("off", [range(5, 9), range(4, 14), range(6, 20)])
def test_weeks_with_few_slots_or_none_keep_the_hours_on_both_sides(off: range) -> None:
    """After the gap everything is due, and still not at once where muscles must rest."""
    who = keen("America/New_York", "daily 18:00 45 min")
    start = date(2026, 10, 19)
    gone = [start + timedelta(days=day) for day in off]
    who = evolve(who, availability=evolve(who.availability, days_off=gone))

    plan = made(who, start, 4)

    assert not {session.date for session in plan.sessions} & set(gone)
    assert breaches(who, CATALOGUE, [(plan, NEVER)]) == []
    assert {id for session in plan.weeks[-1].sessions for id in session.routines} == set(ALL)


@pytest.mark.parametrize(
    ("home", "away"),
    [
        ("Pacific/Pago_Pago", "Pacific/Kiritimati"),  # 25 hours ahead
        ("Pacific/Kiritimati", "Pacific/Pago_Pago"),
        ("America/New_York", "Australia/Sydney"),
        ("Asia/Kolkata", "America/Santiago"),
    ],
)
@pytest.mark.parametrize("days", [3, 7])
def test_hours_are_kept_by_who_moves_to_another_zone(home: str, away: str, days: int) -> None:
    """Sessions of the old plan before the new start count at their own moments."""
    there = keen(home, "daily 06:00, 20:00 30 min")
    start = date(2026, 10, 26)
    first = made(there, start, 2)
    again = start + timedelta(days=days)

    plan = made(evolve(there, timezone=away), again, 2, first)

    assert breaches(there, CATALOGUE, [(first, again), (plan, NEVER)]) == []
    assert len(plan.sessions) >= 25


@pytest.mark.parametrize("days", [1, 7, 400])
def test_a_plan_before_that_lies_in_the_future_counts_for_nothing(days: int) -> None:
    """It is what the new plan replaces: its sessions are cancelled and none is minded."""
    who = keen("Australia/Sydney", "daily 18:00 30 min")
    start = date(2026, 11, 23)
    ahead = made(who, start + timedelta(days=days), 1)

    plan = made(who, start, 1, ahead)

    assert plan.weeks == made(who, start, 1).weeks
    kept = {session.id for session in plan.sessions}
    gone = sorted(session.id for session in ahead.sessions if session.id not in kept)
    assert [one.id for one in plan.cancelled] == gone
