"""What a plan has to say of routines that come too seldom or too late, and of empty slots."""

from __future__ import annotations

from datetime import timedelta

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


def test_a_window_that_was_missed_is_told_with_its_days() -> None:
    """Nine days after: the slot that would cure it lies five to eight days after."""
    slots = Availability.parse("daily 18:00 20 min")
    off = [MONDAY + timedelta(days=day) for day in (5, 6, 7, 8)]
    who = person(
        routines=["pulse-pull-ups"], availability=evolve(slots, days_off=off), level="practised"
    )

    plan = planned(who, weeks=2)

    assert told(plan, "supercompensation") == [
        (
            "not-fitted",
            "2026-12-02",
            "Pulse pull-ups comes 9 days after 2026-11-23; the window is 5-8 days.",
            "a slot from 2026-11-28 to 2026-12-01",
        )
    ]


def test_a_window_that_was_met_or_has_no_end_is_not_told() -> None:
    """Eight days are inside."""
    slots = Availability.parse("daily 18:00 20 min")
    off = [MONDAY + timedelta(days=day) for day in (5, 6, 7)]
    who = person(
        routines=["pulse-pull-ups"], availability=evolve(slots, days_off=off), level="practised"
    )
    pulls = CATALOGUE.routine("pulse-pull-ups")
    open_end = with_routines(
        evolve(pulls, cadence=evolve(pulls.cadence, window_days=Span(low=5.0, high=None)))
    )

    assert about(who, "supercompensation", weeks=3) == []
    rare = evolve(
        who, availability=evolve(slots, days_off=[MONDAY + timedelta(d) for d in range(5, 9)])
    )
    assert about(rare, "supercompensation", weeks=3) != []
    assert about(rare, "supercompensation", weeks=3, catalogue=open_end) == []


def test_an_empty_slot_is_told() -> None:
    """Where something was due and nothing fitted; not where nothing was due."""
    who = person(routines=["pulse-pull-ups"], availability="Mon 18:00 1 min; Tue 18:00 20 min")

    plan = planned(who)

    assert told(plan, "time", "slot") == []
    short = person(routines=["neck"], availability="Mon 18:00 1.25 min")
    assert told(planned(short), "time", "slot") == [
        (
            "not-fitted",
            "2026-11-23",
            "Nothing that was due fitted the slot at 18:00 (1.25 min).",
            "a longer slot",
        )
    ]
