"""The problem of a fortnight: real minutes, days, slots, what was done and loaded before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from spinecare.model import Recovery
from spinecare.planning.openings import openings
from spinecare.planning.optimum import Problem
from spinecare.planning.outlook import Outlook
from spinecare.planning.scheduling import WEEKS_AHEAD, Scheduler
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    happened,
    opening_at,
    outlook_of,
    person,
    routines,
    step_of,
)
from tests.planning.offering import loading

DONE = [entry.id for entry in CATALOGUE.entries]
WUSHU, YOGA, NECK = routines("wushu-morning", "yoga-asanas", "neck")


def scheduler(look: Outlook, *ids: str, **changes: Any) -> Scheduler:
    """Return a scheduler of routines, the most wanted first."""
    return Scheduler(outlook=look, routines=routines(*ids, look=look), **changes)


def test_a_problem_is_told_in_minutes_days_and_slots_of_the_week() -> None:
    """From the midnight that begins the week, in real time."""
    who = person(timezone="Europe/Berlin", availability="Mon 18:00 20 min; Thu 08:30 20 min")

    problem = scheduler(outlook_of(who), "wushu-morning", "neck").problem(
        MONDAY, openings(who, MONDAY, WEEKS_AHEAD)
    )

    assert problem.days == 14
    assert [(m.at_min, m.day, m.slot) for m in problem.moments] == [
        (18 * 60, 0, 0),
        (3 * 1440 + 510, 3, 1),
        (7 * 1440 + 18 * 60, 7, 0),
        (10 * 1440 + 510, 10, 1),
    ]
    assert [course.id for course in problem.courses] == ["neck", "wushu-morning"]
    assert [course.weight for course in problem.courses] == [1, 2]


def problem_from(start: date, timezone: str = "Europe/Berlin", **changes: Any) -> Problem:
    """Return the problem of a fresh fortnight, with everything tried."""
    fields: dict[str, Any] = {"availability": "daily 08:00, 18:00 30 min", "tried": DONE, **changes}
    who = person(timezone=timezone, **fields)
    look = outlook_of(who, start=start)
    ids = ("neck", "pulse-pull-ups", "lumbar")
    return scheduler(look, *ids).problem(start, openings(who, start, WEEKS_AHEAD))


def test_summer_winter_and_other_zones_make_the_same_problem() -> None:
    """Only gaps matter, so what was solved once is solved for every week like it."""
    winter = problem_from(MONDAY)

    assert problem_from(date(2026, 7, 6)) == winter
    assert problem_from(date(2026, 11, 23), "Pacific/Kiritimati") == winter
    assert problem_from(date(2027, 1, 4), "America/St_Johns") == winter
    assert hash(problem_from(date(2026, 7, 6))) == hash(winter)


@pytest.mark.parametrize(
    ("start", "timezone", "minutes"),
    [
        (date(2026, 3, 23), "Europe/Berlin", -60),
        (date(2026, 10, 19), "Europe/Berlin", 60),
        (date(2026, 3, 30), "Australia/Lord_Howe", 30),
        (date(2026, 9, 28), "Australia/Lord_Howe", -30),
    ],
)
def test_a_change_of_the_clocks_moves_what_comes_after_it_by_real_minutes(
    start: date, timezone: str, minutes: int
) -> None:
    """From the Sunday on; the days stay those of the calendar."""
    changed, plain = problem_from(start, timezone), problem_from(MONDAY, timezone)

    moved = [
        one.at_min - other.at_min for one, other in zip(changed.moments, plain.moments, strict=True)
    ]
    assert moved == [0] * 12 + [minutes] * 16
    assert [one.day for one in changed.moments] == [one.day for one in plain.moments]


def test_what_was_done_before_is_told_to_the_problem() -> None:
    """Pull-ups on Sunday evening: a last time, a day, a load; rested muscles are forgotten."""
    who = person(availability="daily 18:00 20 min")
    look = outlook_of(who)
    happened(look, opening_at(-6), step_of("pulse-pull-up", "pulse-pull-ups"))
    made = scheduler(look, "pulse-pull-ups")

    def at(weeks: int) -> Problem:
        first = MONDAY + timedelta(days=7 * weeks)
        return made.problem(first, openings(who, first, WEEKS_AHEAD))

    (near,), (far,) = at(0).courses, at(1).courses
    assert (near.last_min, near.last_day) == (-6 * 60, -1)
    assert (far.last_min, far.last_day) == (-6 * 60 - 7 * 1440, -8)
    assert at(0).loaded_min == (-6 * 60,)
    assert at(1).loaded_min == (None,)


@pytest.mark.parametrize(("hours", "told"), [(1 / 60, -120 * 60 + 1), (0, None)])
def test_a_load_is_forgotten_exactly_when_it_hinders_nothing_any_more(
    hours: float, told: int | None
) -> None:
    """120 hours after pull-ups, not a minute before."""
    look = outlook_of()
    happened(look, opening_at(hours), step_of("pulse-pull-up", "pulse-pull-ups"))

    problem = scheduler(look, "pulse-pull-ups").problem(MONDAY + timedelta(days=5), ())

    assert problem.loaded_min == (told,)


@pytest.mark.parametrize(
    ("recovery", "rest_h"), [("pull", 120), ("strength", 72), ("light", 6), ("none", 0)]
)
def test_what_a_routine_that_is_wanted_no_more_has_loaded_still_rests(
    recovery: str, rest_h: int
) -> None:
    """Pull-ups of the plan before: another routine for the same muscles waits for its hours."""
    muscles = CATALOGUE.entry("pulse-pull-up").muscles[:1]
    look, routine = loading(("own-1", recovery, muscles))
    happened(look, opening_at(-6), step_of("pulse-pull-up", "pulse-pull-ups"))

    problem = scheduler(look, routine.id).problem(MONDAY, ())

    rests = [
        apart[0] + last
        for apart, last in zip(problem.apart_min, problem.loaded_min, strict=True)
        if last
    ]
    assert rests == ([rest_h * 60 - 6 * 60] if rest_h > 6 else [])


def test_a_lighter_load_before_asks_for_its_own_hours_only() -> None:
    """Light work of a plan before, an hour ago: strength for the same muscle waits for five."""
    light = next(entry for entry in CATALOGUE.entries if entry.recovery is Recovery.LIGHT)
    look, routine = loading(("own-1", "strength", light.muscles[:1]))
    happened(look, opening_at(-1), step_of(light.id))

    problem = scheduler(look, routine.id).problem(MONDAY, ())

    ((apart,),), (last,) = problem.apart_min, problem.loaded_min
    assert apart == 72 * 60
    assert last is not None
    assert apart + last == 5 * 60
