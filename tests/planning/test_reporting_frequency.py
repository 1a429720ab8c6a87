"""What a plan has to say of routines that come too seldom or too late, and of empty slots."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from spinecare.model import Availability, Span
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    about,
    person,
    planned,
    told,
    with_routines,
)


@pytest.mark.parametrize(
    ("routine", "availability", "weeks", "reason", "cure"),
    [
        (
            "neck",
            "daily 18:00 20 min",
            2,
            "Neck pain exercises: 14 of 28 sessions found a place (2 times a day).",
            "two slots a day at least 6 hours apart",
        ),
        (
            "wushu-morning",
            "Mon-Fri 18:00 20 min",
            1,
            "Wushu morning workout: 5 of 7 sessions found a place (every day).",
            "more slots, or longer ones",
        ),
        (
            "extra-stretches",
            "Mon, Tue 18:00 20 min",
            2,
            "Extra stretches: 4 of 6 sessions found a place (at least 3 days a week).",
            "more slots, or longer ones",
        ),
        (
            "lumbar",
            "Mon 18:00 60 min",
            2,
            "Lumbar complex: 2 of 4 sessions found a place (at least 2 a week).",
            "more slots, or longer ones",
        ),
    ],
)
def test_a_routine_that_comes_too_seldom_is_told(
    routine: str, availability: str, weeks: int, reason: str, cure: str
) -> None:
    """How often it came and how often it should."""
    who = person(routines=[routine], availability=availability)

    assert about(who, "cadence", weeks=weeks) == [("not-fitted", "", reason, cure)]


@pytest.mark.parametrize(
    ("routine", "availability"),
    [
        ("neck", "daily 08:00, 18:00 20 min"),
        ("wushu-morning", "daily 18:00 20 min"),
        ("extra-stretches", "Mon-Wed 18:00 20 min"),
        ("lumbar", "Mon, Thu 18:00 60 min"),
        ("yoga-asanas", "Mon 18:00 60 min"),
        ("pulse-pull-ups", "Mon 18:00 60 min"),
    ],
)
def test_a_routine_that_comes_often_enough_is_not_told(routine: str, availability: str) -> None:
    """As often as the article or a default asks at the least."""
    assert about(person(routines=[routine], availability=availability), "cadence") == []


def test_a_routine_of_which_nothing_suits_is_not_told_as_too_seldom() -> None:
    """Its exercises have their findings."""
    who = person(routines=["magic-towel"], conditions=["disc-herniation"])

    assert about(who, "cadence") == []


def test_a_routine_comes_too_seldom_though_others_before_it_do_not() -> None:
    """Neither what has a window nor what comes every day stands in the way."""
    slots = "daily 08:00 20 min"
    who = person(routines=["pulse-pull-ups", "wushu-morning", "neck"], availability=slots)

    ((_, _, reason, _),) = about(who, "cadence")

    assert reason.startswith("Neck pain exercises: ")


def test_a_window_that_was_missed_is_told_with_its_days() -> None:
    """A Monday off is fourteen days: the slot that would cure it lies five to eight days after."""
    mondays = Availability.parse("Mon 18:00 20 min")
    off = [MONDAY + timedelta(days=7)]
    who = person(routines=["pulse-pull-ups"], availability=evolve(mondays, days_off=off))

    plan = planned(who, weeks=3)

    assert told(plan, "supercompensation") == [
        (
            "not-fitted",
            "2026-12-07",
            "Pulse pull-ups comes 14 days after 2026-11-23; the window is 5-8 days.",
            "a slot from 2026-11-28 to 2026-12-01",
        )
    ]


def test_a_window_is_missed_though_the_one_before_was_met() -> None:
    """Seven days, then fourteen; and a routine without a window comes first."""
    mondays = Availability.parse("Mon 18:00 40 min")
    off = [MONDAY + timedelta(days=14)]
    who = person(routines=["neck", "pulse-pull-ups"], availability=evolve(mondays, days_off=off))

    ((_, place, reason, _),) = about(who, "supercompensation", weeks=4)

    assert place == "2026-12-14"
    assert reason.startswith("Pulse pull-ups comes 14 days after 2026-11-30; ")


def test_a_window_that_never_opened_is_not_missed() -> None:
    """Without a bar there are no pull-ups to count from."""
    who = person(routines=["pulse-pull-ups"], equipment=())

    assert about(who, "supercompensation", weeks=2) == []


def test_a_week_off_is_seen_ahead_and_no_window_is_missed() -> None:
    """Pull-ups on Monday would be late nine days after; a day later eight days are inside."""
    slots = Availability.parse("daily 18:00 20 min")
    off = [MONDAY + timedelta(days=day) for day in (5, 6, 7, 8)]
    who = person(routines=["pulse-pull-ups"], availability=evolve(slots, days_off=off))

    plan = planned(who, weeks=2)

    assert [session.date.day for session in plan.sessions] == [24, 2]
    assert told(plan, "supercompensation") == []


def test_a_window_that_was_met_or_has_no_end_is_not_told() -> None:
    """Eight days are inside; what has no end cannot be late."""
    mondays = Availability.parse("Mon 18:00 20 min")
    off = [MONDAY + timedelta(days=7)]
    who = person(routines=["pulse-pull-ups"], availability=evolve(mondays, days_off=off))
    pulls = CATALOGUE.routine("pulse-pull-ups")
    open_end = with_routines(
        evolve(pulls, cadence=evolve(pulls.cadence, window_days=Span(low=5.0, high=None)))
    )
    met = evolve(who, availability=Availability.parse("Mon, Tue 18:00 20 min"))

    assert about(met, "supercompensation", weeks=3) == []
    assert about(who, "supercompensation", weeks=3) != []
    assert about(who, "supercompensation", weeks=3, catalogue=open_end) == []


def test_a_slot_that_is_too_short_for_everything_is_told_so() -> None:
    """Not as one where nothing is due; a slot that others are enough for is not called short."""
    short = person(
        routines=["neck"],
        availability="Mon 18:00 1.25 min",
        leaves_out=CATALOGUE.routine("neck").entries[3:],
    )
    pulls = person(routines=["pulse-pull-ups"], availability="Mon, Tue 18:00 20 min")

    assert [row[2:] for row in told(planned(short), "idle-slot")] == [
        (
            (
                "This slot at home stays empty every week: nothing of the routines is as short as "
                "that."
            ),
            "a longer slot",
        )
    ]
    assert [row[2:] for row in told(planned(pulls), "idle-slot")] == [
        (
            (
                "This slot at home stays empty every week: nothing of the routines is due or can "
                "be done there."
            ),
            "other routines, or more things at hand there",
        )
    ]


def test_a_slot_that_something_else_keeps_empty_is_not_idle_as_well() -> None:
    """A change of the clocks says enough."""
    who = person(
        timezone="Europe/Berlin", availability="Sun 02:30 20 min", routines=["wushu-morning"]
    )

    plan = planned(who, start=date(2026, 3, 23))

    assert told(plan, "idle-slot") == []
    assert len(told(plan, "wall-time")) == 1
