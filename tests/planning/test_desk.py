"""Breaks from sitting: about every hour, inside desk hours only."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import DeskBreak, DeskHours, Session
from spinecare.planning.desk import desk_breaks
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    lasting,
    office,
    opening_at,
    outlook_of,
    person,
    planned,
    session_at,
    step_of,
)

BREAKS = CATALOGUE.routine("desk-breaks")
STRETCH, BENDS, WALK, STAIRS = BREAKS.entries


def breaks(
    desk: DeskHours | str = "Mon-Fri 09:00-17:00",
    *,
    day: date = MONDAY,
    sessions: tuple[Session, ...] = (),
    **changes: Any,
) -> tuple[DeskBreak, ...]:
    """Return the breaks of a day."""
    return desk_breaks(outlook_of(person(desk=desk, **changes)), BREAKS, day, sessions)


def starts(found: tuple[DeskBreak, ...]) -> list[str]:
    """Return when breaks begin."""
    return [f"{one.start:%H:%M}" for one in found]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("09:00-12:00", ["10:00", "11:00"]),  # the one at noon would end after it
        ("09:00-12:04", ["10:00", "11:00"]),
        ("09:00-12:05", ["10:00", "11:00", "12:00"]),
        ("09:00-10:00", []),
        ("23:00-23:59", []),
        ("22:00-23:59", ["23:00"]),
    ],
)
def test_breaks_begin_and_end_inside_the_hours_at_the_desk(hours: str, expected: list[str]) -> None:
    """Every hour of sitting, five minutes long."""
    found = breaks(f"Mon-Fri {hours}")

    assert starts(found) == expected
    assert all(one.minutes == 5 for one in found)


def test_breaks_come_as_often_as_the_person_says() -> None:
    """Every forty minutes, to the whole minute above."""
    desk = evolve(DeskHours.parse("Mon-Fri 09:00-11:00"), every_min=40)
    odd = evolve(DeskHours.parse("Mon-Fri 09:00-10:00"), every_min=22.5)

    assert starts(breaks(desk)) == ["09:40", "10:20"]
    assert starts(breaks(odd)) == ["09:23", "09:45"]
    assert all(one.start.second == one.start.microsecond == 0 for one in breaks(odd))


def test_days_without_a_desk_have_no_breaks() -> None:
    """Weekends, days off, people without desk hours."""
    slots = person().availability
    off = evolve(slots, days_off=[MONDAY])

    assert breaks(day=MONDAY + timedelta(days=5)) == ()
    assert breaks(availability=off) == ()
    assert breaks(day=MONDAY + timedelta(days=1), availability=off) != ()
    assert desk_breaks(outlook_of(person()), BREAKS, MONDAY, ()) == ()


def test_stretching_and_bending_take_turns() -> None:
    """The article calls both better than a walk; walking will do too. Stairs are on request."""
    found = breaks("Mon-Fri 09:00-12:10")

    assert [one.exercise for one in found] == [STRETCH, BENDS, STRETCH]
    assert found[0].others == (BENDS, WALK)
    assert found[1].others == (STRETCH, WALK)


def test_stairs_join_for_who_asks_for_them_where_there_are_any() -> None:
    """After walking."""
    place = office(name="office", equipment=["stairs"])

    assert breaks(asks_for=[STAIRS], places=[place])[0].others == (BENDS, WALK, STAIRS)
    assert breaks(asks_for=[STAIRS])[0].others == (BENDS, WALK)


def test_what_does_not_suit_is_not_offered() -> None:
    """Left out by the person, avoided, or to be reduced, which a break cannot show."""
    bent = breaks(conditions=["osteoporosis"])
    left = breaks(leaves_out=[STRETCH, BENDS])

    assert {id for one in bent for id in (one.exercise, *one.others)} == {STRETCH, WALK}
    assert {one.exercise for one in left} == {WALK}
    assert left[0].others == ()
    assert breaks(leaves_out=[STRETCH, BENDS, WALK]) == ()


def test_a_reduced_form_is_not_offered() -> None:
    """With a sore shoulder the stretch overhead waits for a session that can show how."""
    found = breaks(conditions=["shoulder-injury"])

    assert {id for one in found for id in (one.exercise, *one.others)} == {BENDS, WALK}


def test_early_breaks_hold_no_bending() -> None:
    """Up at 06:30, at the desk from six: bends from 07:30 on."""
    found = breaks("Mon-Fri 05:30-09:10", wakes_at="06:30")

    offered = {f"{one.start:%H:%M}": BENDS in (one.exercise, *one.others) for one in found}

    assert offered == {"06:30": False, "07:30": True, "08:30": True}


def test_breaks_skip_sessions_that_they_would_overlap() -> None:
    """A session from 10:03 to 11:00 takes the break at ten, and leaves the one at eleven."""
    at = opening_at(10.05, minutes=60)
    circles = lasting(step_of("wushu-knee-rotation", reps=1, cycles=1, between_s=0), "relax", 0)
    hour = lasting(circles, "move", 57 * 60 / 2)
    session = session_at(at, hour)

    assert session.duration_s == 57 * 60
    assert starts(breaks("Mon-Fri 09:00-12:00", sessions=(session,))) == ["11:00"]
    longer = session_at(at, lasting(circles, "move", 57 * 60 / 2 + 1))
    assert starts(breaks("Mon-Fri 09:00-12:00", sessions=(longer,))) == []
    later = session_at(opening_at(10 + 5 / 60), hour)
    assert starts(breaks("Mon-Fri 09:00-11:10", sessions=(later,))) == ["10:00"]


def test_a_skipped_break_does_not_upset_the_turns() -> None:
    """At ten the stretch, at eleven a session, at twelve the stretch again."""
    session = session_at(opening_at(11), step_of("wushu-knee-rotation"))

    found = breaks("Mon-Fri 09:00-13:10", sessions=(session,))

    assert [(f"{one.start:%H}", one.exercise) for one in found] == [
        ("10", STRETCH),
        ("12", STRETCH),
        ("13", BENDS),
    ]


def test_a_plan_holds_the_breaks_of_every_working_day() -> None:
    """Beside its sessions; the break at noon gives way to a session."""
    who = person(
        desk="Mon-Fri 09:00-17:00",
        routines=["desk-breaks", "wushu-morning"],
        availability="Mon 12:00 20 min",
    )

    week = planned(who).weeks[0]

    assert [len(day.desk_breaks) for day in week.days] == [6, 7, 7, 7, 7, 0, 0]
    assert "12:00" not in starts(week.days[0].desk_breaks)
    assert "12:00" in starts(week.days[1].desk_breaks)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 28), ["01:00", "02:00", "03:00"]),
        (date(2026, 3, 29), ["01:00", "03:00"]),  # there is no two o'clock
        (date(2026, 10, 25), ["01:00", "03:00"]),  # two o'clock comes twice
    ],
)
def test_a_break_at_night_minds_the_change_of_the_clocks(day: date, expected: list[str]) -> None:
    """A watchman in Berlin."""
    found = breaks("daily 00:00-03:10", day=day, timezone="Europe/Berlin", wakes_at="20:00")

    assert starts(found) == expected


def test_a_break_that_would_end_in_a_change_of_the_clocks_is_left_out() -> None:
    """From 01:57 to 02:02, when two o'clock is missing."""
    desk = DeskHours.parse("daily 00:57-03:10")

    found = breaks(desk, day=date(2026, 3, 29), timezone="Europe/Berlin", wakes_at="20:00")

    assert found == ()


def test_no_breaks_without_the_routine_of_breaks() -> None:
    """Named routines are taken as they are."""
    week = planned(person(desk="Mon-Fri 09:00-17:00", routines=["neck"])).weeks[0]

    assert not any(day.desk_breaks for day in week.days)


def test_a_break_minds_a_session_of_the_evening_before() -> None:
    """A session from 23:50 on, and a watchman at his desk from midnight on."""
    who = person(
        availability="daily 23:50 90 min",
        routines=["lying-complex", "neck", "desk-breaks"],
        desk=evolve(DeskHours.parse("daily 00:00-06:00"), every_min=20),
        wakes_at="14:00",
        pain=0,
    )

    plan = planned(who, weeks=2)

    for before, day in pairwise(plan.days):
        for session in before.sessions:
            ends = session.ends_at(plan.timezone)
            later = [one.start for one in day.desk_breaks]
            assert ends.date() == before.date or all(start >= ends.time() for start in later)
