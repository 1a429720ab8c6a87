"""Which routines are due at an opening, the most pressing first."""

from __future__ import annotations

from datetime import timedelta

from attrs import evolve

from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    office,
    person,
)
from tests.planning.week import FIRST, Week


def test_a_daily_routine_is_due_every_day_once() -> None:
    """Two slots a day: the towel in one of them."""
    week = Week(person(availability="daily 08:00, 18:00 20 min"), "magic-towel")

    assert week.due(0) == ["magic-towel"]
    week.done(0, "magic-towel")
    assert week.due(1) == []
    assert week.due(2) == ["magic-towel"]


def test_neck_work_is_due_twice_a_day_six_hours_apart() -> None:
    """At 08:00, not at 13:59, at 14:00, and not a third time."""
    week = Week(person(availability="daily 08:00, 13:59 1 min; daily 14:00, 23:00 5 min"), "neck")

    week.done(0, "neck")

    assert week.due(1) == []
    assert week.due(2) == ["neck"]
    week.done(2, "neck")
    assert week.due(3) == []
    assert week.due(4) == ["neck"]


def test_morning_routines_take_the_first_slot_and_evening_ones_the_last() -> None:
    """Of each day; where there is one slot, it is both."""
    week = Week(
        person(availability="Mon 07:00, 12:00, 19:00 20 min; Tue 12:00 20 min"),
        *("wushu-morning", "lying-complex", "magic-towel"),
    )

    assert week.due(0) == ["wushu-morning", "magic-towel"]
    assert week.due(1) == ["magic-towel"]
    assert week.due(2) == ["lying-complex", "magic-towel"]
    assert week.due(3) == ["wushu-morning", "lying-complex", "magic-towel"]


def test_the_first_slot_is_the_first_that_can_hold_the_routine() -> None:
    """In the morning at the office nobody lies on the floor; at noon at home one can."""
    who = person(availability="Mon 07:00 20 min (office); Mon 12:00, 19:00 20 min")
    week = Week(who, "wushu-morning", "lying-complex")
    home = frozenset({"home"})
    calendar = evolve(week.calendar, can_hold={CATALOGUE.routine(id).id: home for id in FIRST})

    due = [[r.id for r in calendar.due(opening, week.history)] for opening in week.every[:3]]

    assert due == [[], ["wushu-morning"], ["lying-complex"]]


def test_what_comes_once_a_day_stands_where_the_most_of_it_can_be_done() -> None:
    """Not in the morning, where bending is too early; evening routines as late as that allows."""
    who = person(availability="Mon 07:00, 12:00, 19:00, 22:00 20 min")
    week = Week(who, "wushu-morning", "magic-towel", "lying-complex", "neck")
    counts = dict(zip(who.availability.slots, (1, 2, 2, 1), strict=True))
    calendar = evolve(
        week.calendar, worth={(id, slot): counts[slot] for id, slot in week.calendar.worth}
    )

    due = [[r.id for r in calendar.due(opening, week.history)] for opening in week.every[:4]]

    assert due == [
        ["wushu-morning", "neck"],
        ["magic-towel", "neck"],
        ["magic-towel", "lying-complex", "neck"],
        ["neck"],
    ]


def test_what_comes_a_few_times_a_week_is_due_in_the_training_slots() -> None:
    """Every day at six: Monday and Thursday for a beginner."""
    week = Week(person(availability="daily 18:00 60 min"), "lumbar")

    assert [day for day in range(7) if week.due(day)] == [0, 3]


def test_times_a_week_are_not_exceeded() -> None:
    """After three sessions the week is full; the next week begins anew."""
    week = Week(person(availability="daily 18:00 60 min", level="practised"), "lumbar")
    assert [day for day in range(14) if week.due(day)] == [0, 2, 4, 7, 9, 11]

    for day in (0, 1, 2):
        week.done(day, "lumbar")

    assert week.due(4) == []
    assert week.due(7) == ["lumbar"]


def test_a_week_is_counted_from_the_start_of_the_plan() -> None:
    """A plan from Friday on: Friday's session and Wednesday's stand in one week."""
    start = MONDAY + timedelta(days=4)
    who = person(availability="daily 18:00 60 min", level="practised")
    week = Week(who, "lumbar", start=start)

    for day in (0, 1, 2):
        week.done(day, "lumbar")

    assert week.due(5) == []  # Wednesday, a training slot of the same week of the plan
    assert week.due(7) == ["lumbar"]


def test_a_routine_keeps_its_gap_even_in_a_training_slot() -> None:
    """Lumbar work the evening before leaves Wednesday out."""
    week = Week(person(availability="daily 18:00 60 min", level="practised"), "lumbar")

    week.done(1, "lumbar")

    assert week.due(2) == []
    assert week.due(4) == ["lumbar"]


def test_a_missed_training_day_is_made_up_for_where_there_is_room() -> None:
    """Monday done, Thursday missed (a beginner): the next day with 48 h before Monday is due.

    A week has 168 h, two slots make gaps of 84 h, a day more is 108 h: Friday 18:00 is only 96 h
    after Monday, Saturday 120 h, and leaves 48 h to the next Monday.
    """
    week = Week(person(availability="daily 18:00 60 min"), "lumbar")

    week.done(0, "lumbar")

    assert [day for day in range(1, 8) if week.due(day)] == [3, 5, 7]


def test_a_day_more_than_the_gap_must_have_passed() -> None:
    """84 h and a day are 108 h: Saturday at six is not late enough, a minute later is."""
    for minute, due in ((0, []), (1, ["lumbar"])):
        who = person(availability=f"Mon-Fri 18:00 60 min; Sat 06:0{minute} 20 min")
        week = Week(who, "lumbar")
        assert [slot.weekday for slot in week.calendar.training] == ["Mon", "Thu"]

        week.done(0, "lumbar")

        assert week.due(5) == due


def test_nothing_is_made_up_for_right_before_the_next_training_day() -> None:
    """Wednesday and Sunday are a day before a slot; the gap of the routine is two."""
    week = Week(person(availability="daily 18:00 60 min"), "lumbar", weeks=3)

    week.done(3, "lumbar")

    assert [day for day in range(4, 14) if week.due(day)] == [7, 8, 10, 11, 12]


def test_without_a_next_training_day_there_is_room() -> None:
    """The last days of the plan."""
    week = Week(person(availability="daily 18:00 60 min"), "lumbar", weeks=1)

    week.done(0, "lumbar")

    assert [day for day in range(1, 7) if week.due(day)] == [3, 5, 6]


def test_before_the_first_time_nothing_was_missed() -> None:
    """A plan that begins on Tuesday waits for Thursday."""
    week = Week(person(availability="daily 18:00 60 min"), "lumbar", start=MONDAY + timedelta(1))

    assert [day for day in range(7) if week.due(day)] == [2, 6]


def test_without_training_slots_at_its_places_any_slot_will_do() -> None:
    """Every choice of training days is at home, and the pool is elsewhere."""
    who = person(
        availability="daily 18:00 60 min; Wed, Fri 07:00 30 min (pool)",
        places=[office(name="pool")],
    )
    week = Week(who, "lumbar", "pulse-pull-ups")
    pool = frozenset({"pool"})
    calendar = evolve(week.calendar, can_hold={CATALOGUE.routine(id).id: pool for id in FIRST})

    due = {
        opening.date.day: [r.id for r in calendar.due(opening, week.history)]
        for opening in week.every[:10]
        if opening.slot.place == "pool"
    }

    assert due == {25: ["pulse-pull-ups", "lumbar"], 27: ["pulse-pull-ups", "lumbar"]}
