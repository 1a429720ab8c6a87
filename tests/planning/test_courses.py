"""Routines in time: how often they are wanted, how far apart, what of them must rest."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from spinecare.model import Cadence, Routine, Span
from spinecare.planning.courses import (
    DATED,
    Loads,
    courses,
    minutes_after,
    most_times,
    rhythm_of,
)
from spinecare.planning.optimum import Course, Load, Period
from spinecare.planning.outlook import Outlook
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    happened,
    opening_at,
    outlook_of,
    own_routine,
    person,
    routines,
    step_of,
    with_routines,
)
from tests.planning.offering import BACK, NECK, loading

MIDNIGHT = datetime(2026, 11, 23, tzinfo=UTC)


def cadenced(kind: str, id: str = "wushu-morning", **changes: Any) -> Routine:
    """Return a routine of one's own with a cadence."""
    return own_routine(id, "wushu-knee-rotation", cadence=Cadence(kind=kind, **changes))


@pytest.mark.parametrize(
    ("kind", "changes", "latest_days", "ideal_h", "period", "most"),
    [
        ("times-a-day", {}, 1, 24, Period.DAY, 1),
        ("times-a-day", {"times": "2"}, 1, 12, Period.DAY, 2),
        ("times-a-day", {"times": "1-3"}, 1, 8, Period.DAY, 3),
        ("times-a-day", {"times": "5"}, 1, 4, Period.DAY, 5),  # whole hours
        ("times-a-day", {"sources": ("D-ACSM",)}, 3, 24, Period.DAY, 1),
        ("before-others", {}, 1, 24, Period.DAY, 1),
        ("times-a-week", {}, 7, 168, Period.WEEK, 1),
        ("times-a-week", {"times": "2-3"}, 4, 56, Period.WEEK, 3),
        ("times-a-week", {"times": "3"}, 3, 56, Period.WEEK, 3),
        ("times-a-week", {"times": "1-4"}, 7, 42, Period.WEEK, 4),
        ("times-a-week", {"times": "5"}, 2, 33, Period.WEEK, 5),
        ("window", {"window_days": "5-8 days"}, 8, 151, None, 1),
        ("window", {"window_days": "6.5-8.5 days"}, 8, 180, None, 1),  # the peak lies before it
        ("window", {"window_days": "6-6.2 days"}, 6, 146, None, 1),  # and here behind it
        ("window", {"window_days": Span(low=151 / 24, high=8.0)}, 8, 151, None, 1),  # at its edge
        ("window", {"window_days": Span(low=5.0, high=151 / 24)}, 6, 151, None, 1),
        ("window", {"window_days": Span(low=3.0, high=None)}, 3, 72, None, 1),  # when it opens
    ],
)
def test_each_cadence_has_its_rhythm(
    kind: str,
    changes: dict[str, Any],
    latest_days: int,
    ideal_h: int,
    period: Period | None,
    most: int,
) -> None:
    """Late after so many days, wanted so often in a day or week, best after so many hours."""
    assert rhythm_of(cadenced(kind, **changes)) == (latest_days, ideal_h, period, most)


@pytest.mark.parametrize(
    ("gap_h", "most", "ideal_h"),
    [
        (0, 3, 56),
        (24, 3, 56),
        (56, 3, 56),
        (56.5, 2, 84),
        (72, 2, 84),
        (120, 1, 168),
        (200, 1, 168),
    ],
)
def test_what_comes_a_few_times_a_week_comes_as_often_as_each_week_has_room_for(
    gap_h: float, most: int, ideal_h: int
) -> None:
    """Three times need gaps of 56 hours at most, all the week round; once comes always."""
    rhythm = rhythm_of(cadenced("times-a-week", times="2-3"), gap_h)

    assert (rhythm.most, rhythm.ideal_h, rhythm.latest_days) == (most, ideal_h, 4)


def test_other_cadences_know_no_room_in_the_week() -> None:
    """A window has its gap in itself, a day its own number."""
    assert rhythm_of(cadenced("times-a-day", times="2"), 72).most == 2
    assert rhythm_of(cadenced("window", window_days="5-8 days"), 400).most == 1


@pytest.mark.parametrize(("times", "most"), [("1", 1), ("2-3", 3), ("4", 4)])
def test_a_routine_comes_at_most_its_highest_number_of_times(times: str, most: int) -> None:
    """The only number, where there is one."""
    assert most_times(cadenced("times-a-week", times=times)) == most


def test_what_has_dates_is_told_from_breaks_habits_and_advice() -> None:
    """Of the built-in routines three have no slots."""
    undated = {r.id for r in CATALOGUE.routines if r.cadence.kind not in DATED}

    assert undated == {"desk-breaks", "bar-hang-passing", "lifestyle"}


def course(look: Outlook, *ids: str, first: int = 0) -> list[Course]:
    """Return routines as courses from a day on, in a week of slots at eight and at six."""
    wanted = routines(*ids, look=look)
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    slots = {
        (day, time(hour)): 2 * n + (hour > 12) for n, day in enumerate(days) for hour in (8, 18)
    }
    return list(
        courses(
            look,
            wanted,
            Loads.of(look, sorted(wanted, key=lambda one: one.id)),
            first=MONDAY + timedelta(days=first),
            origin=MIDNIGHT + timedelta(days=first),
            slots=slots,
        )
    )


def test_courses_stand_in_the_order_of_their_ids_and_weigh_by_the_wish() -> None:
    """The first of the wish weighs as much as there are routines."""
    found = course(outlook_of(), "wushu-morning", "neck", "lumbar")

    assert [(one.id, one.weight) for one in found] == [
        ("lumbar", 1),
        ("neck", 2),
        ("wushu-morning", 3),
    ]


@pytest.mark.parametrize(
    ("routine", "level", "gap_h", "ideal_h", "most"),
    [
        ("neck", "beginner", 6, 12, 2),  # light work: its own gap
        ("lumbar", "beginner", 72, 84, 2),  # strength rests longer than its own 48 hours
        ("lumbar", "practised", 48, 56, 3),
        ("yoga-asanas", "beginner", 72, 84, 2),
        ("fitball", "beginner", 24, 56, 3),
        ("pulse-pull-ups", "beginner", 120, 151, 1),  # the window opens after five days
        ("wushu-morning", "beginner", 0, 24, 1),
        ("lying-complex", "practised", 0, 24, 1),  # daily, whatever of it must rest
    ],
)
def test_a_course_keeps_the_longest_of_its_gaps(
    routine: str, level: str, gap_h: int, ideal_h: int, most: int
) -> None:
    """Its own, that of what it trains, and the start of its window."""
    (found,) = course(outlook_of(person(level=level)), routine)

    assert (found.gap_min, found.ideal_h, found.most) == (gap_h * 60, ideal_h, most)


def test_the_ideal_gap_is_never_shorter_than_the_least() -> None:
    """A window of 6.5 days or more, and a gap of its own of twenty hours twice a day."""
    rare = cadenced("window", window_days=Span(low=7.5, high=None))
    often = cadenced("times-a-day", "yoga-asanas", times="2", gap_h="20 h")
    look = outlook_of(catalogue=with_routines(rare, often))

    window, twice = course(look, "wushu-morning", "yoga-asanas")

    assert (window.gap_min, window.ideal_h) == (180 * 60, 180)
    assert (twice.gap_min, twice.ideal_h) == (20 * 60, 20)


def test_a_first_course_has_no_past() -> None:
    """Neither a last time nor a habit."""
    (found,) = course(outlook_of(), "pulse-pull-ups")

    assert (found.last_min, found.last_day, found.habit) == (None, None, frozenset())
    assert not found.has_habit


def test_the_past_counts_from_the_day_to_plan() -> None:
    """Real minutes to its midnight, days, and the slots of the week that the last time ends."""
    look = outlook_of()
    for hours in (18, 24 * 3 + 8, 24 * 8 + 18, 24 * 10 + 8):
        happened(look, opening_at(hours), step_of("lumbar-1-half-push-up", "lumbar"))

    (found,) = course(look, "lumbar", first=14)

    assert found.last_min == -60 * (24 * 14 - (24 * 10 + 8))
    assert found.last_day == -4
    assert found.habit == {2 * 1 + 1, 2 * 3}  # Tuesday at six, Thursday at eight
    assert found.has_habit


def test_a_habit_in_a_slot_that_is_no_more_is_forgotten() -> None:
    """At noon the person has no time any longer."""
    look = outlook_of()
    happened(look, opening_at(12), step_of("lumbar-1-half-push-up", "lumbar"))

    (found,) = course(look, "lumbar", first=7)

    assert found.habit == frozenset()


def test_what_comes_every_day_has_no_habit() -> None:
    """It stands on every weekday anyhow."""
    look = outlook_of()
    happened(look, opening_at(18), step_of("wushu-knee-rotation", "wushu-morning"))

    (found,) = course(look, "wushu-morning", first=1)

    assert found.habit == {1}
    assert not found.has_habit


def test_a_routine_that_nothing_suits_makes_a_course_without_loads() -> None:
    """It finds no offers; it must not break the others."""
    look = outlook_of(person(leaves_out=CATALOGUE.routine("lumbar").entries))

    (found,) = course(look, "lumbar")

    assert found.loads == ()
    assert found.gap_min == 48 * 60


def test_the_minutes_and_the_shares_of_a_course_are_whole_numbers() -> None:
    """Seconds are dropped, and one of three is 334 thousandths: loads are rounded up."""
    look, _ = loading(
        ("own-1", "strength", (BACK,)), ("own-2", "none", (NECK,)), ("own-3", "none", (NECK,))
    )

    _, own = course(look, "wushu-morning", "lumbar")

    assert [load.share for load in own.loads] == [334]
    assert minutes_after(MIDNIGHT, MIDNIGHT + timedelta(seconds=119)) == 1


def test_loads_say_what_a_session_lacks_without_them() -> None:
    """Of four exercises that the person may do, two strengthen alike; numbers run on."""
    look, _ = loading(
        ("own-1", "strength", (BACK,)),
        ("own-2", "strength", (BACK,)),
        ("own-3", "light", (NECK,)),
        ("own-4", "none", (NECK,)),
        ("own-5", "none", (NECK,)),
        leaves_out=["own-5"],
    )

    lumbar, own = course(look, "wushu-morning", "lumbar")

    assert [load.id for load in lumbar.loads] == [0, 1]
    assert own.loads == (Load(id=2, share=500), Load(id=3, share=250))
