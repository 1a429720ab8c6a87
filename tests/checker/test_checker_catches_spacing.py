"""The checker's own eyes on the time between sessions; each rule broken by a known amount."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.checker.facts import Table
from tests.checker.handmade import breaches, lying, plan, rules, session, step

PULL = session("10:00", step("pulse-pull-up"))
TURNS = session("10:00", step("turns"))


def finding(rule: str, subject: str, severity: str = "not-fitted") -> Table:
    """Return a finding."""
    return {"rule": rule, "subject": subject, "severity": severity, "reason": "No room."}


@pytest.mark.parametrize(
    ("first", "second", "level", "expected"),
    [
        ((0, "10:00"), (5, "10:00"), "practised", []),
        ((0, "16:00"), (5, "10:00"), "practised", ["spacing", "supercompensation"]),
    ],
)
def test_pulls_keep_five_whole_days(
    first: tuple[int, str], second: tuple[int, str], level: str, expected: list[str]
) -> None:
    """120 hours are enough, 114 are not."""
    held: dict[int, list[Table]] = {}
    for day, start in (first, second):
        minutes = 20 if start == "16:00" else 45
        held[day] = [session(start, step("pulse-pull-up"), minutes=minutes)]

    assert rules(plan(held, weeks=2), level=level) == expected


def test_five_days_over_the_spring_change_are_an_hour_short() -> None:
    """119 real hours lie between the same wall times; the checker counts real hours."""
    document = plan({0: [PULL], 5: [PULL]}, start=date(2026, 3, 25))

    assert "119.00 h" in breaches(document)[0].sentence


@pytest.mark.parametrize(
    ("days", "level", "expected"),
    [
        (2, "practised", []),
        (1, "practised", ["spacing"]),
        (2, "beginner", ["spacing"]),
        (3, "beginner", []),
    ],
)
def test_strength_keeps_two_days_and_a_beginner_three(
    days: int, level: str, expected: list[str]
) -> None:
    """The same lift again after 24, 48 and 72 hours."""
    lift = session("10:00", *lying(step("leg-raise")))

    assert rules(plan({0: [lift], days: [lift]}), level=level) == expected


def test_the_lighter_of_two_kinds_of_work_decides() -> None:
    """A gentle press on the same muscle waits a day after a lift, not two."""
    lift = session("10:00", *lying(step("leg-raise")))
    press = session("10:00", *lying(step("leg-cross"), step("press-and-cross")))
    late = session("16:00", *lying(step("leg-cross"), step("press-and-cross")), minutes=20)

    assert rules(plan({0: [lift], 1: [press]})) == []
    assert rules(plan({0: [lift, late]})) == ["spacing"]


def test_light_neck_work_comes_back_after_six_hours() -> None:
    """From 10:00 to 16:00 is enough, from 16:00 to 21:00 is not."""
    morning = session("10:00", step("resist"))
    later = session("16:00", step("resist"), minutes=20)
    night = session("21:00", step("resist"), minutes=20)

    assert rules(plan({0: [morning, later]})) == []
    assert rules(plan({0: [later, night]})) == ["spacing"]


def test_the_towel_comes_once_a_day() -> None:
    """Twice on a date is a breach, on two dates it is none."""
    day = session("10:00", *lying(step("towel-roller-lying")))
    night = session("21:00", *lying(step("towel-roller-lying")), minutes=20)

    assert rules(plan({0: [day], 1: [day]})) == []
    assert rules(plan({0: [day, night]})) == ["spacing"]


def test_a_routine_comes_no_more_often_than_its_cadence() -> None:
    """Three times on a day, and four times in a week, are too many."""
    three = [
        session("10:00", step("circles")),
        session("16:00", step("circles"), minutes=20),
        session("21:00", step("circles"), minutes=20),
    ]
    lift = session("10:00", *lying(step("leg-raise")))
    crunch = session("10:00", *lying(step("crunch")))

    assert rules(plan({0: three[:2]})) == []
    assert rules(plan({0: three})) == ["cadence"]
    assert rules(plan({0: [lift], 1: [crunch], 2: [lift], 7: [lift]})) == []
    assert rules(plan({0: [lift], 1: [crunch], 2: [lift], 3: [crunch]})) == ["cadence"]


def test_a_routine_keeps_the_hours_between_its_sessions() -> None:
    """Three hours are asked for; a slot at 12:59 comes too early."""
    first = session("10:00", step("circles"), minutes=20)
    availability = "daily 10:00, 12:59, 13:00 20 min"
    early, right = (session(at, step("circles"), minutes=20) for at in ("12:59", "13:00"))

    assert rules(plan({0: [first, right]}), availability=availability) == []
    assert rules(plan({0: [first, early]}), availability=availability) == ["cadence"]


def test_a_late_pull_needs_a_finding() -> None:
    """Eight days are inside the window; nine need a word about it, also at the plan's end."""
    told = [finding("supercompensation", "pulls") | {"place": "2026-12-02"}]
    later = [finding("supercompensation", "pulls") | {"place": "2026-12-03"}]
    nine: dict[int, list[Table]] = {0: [PULL], 9: [PULL]}
    wanted: Table = {"weeks": 2, "routines": ["pulls"]}

    assert rules(plan({0: [PULL], 8: [PULL]}, **wanted)) == []
    assert rules(plan(nine, **wanted)) == ["supercompensation"]
    assert rules(plan(nine, weeks=2)) == []  # of a routine that is wanted no more
    assert rules(plan(nine, **wanted, findings=told)) == []
    assert rules(plan(nine, **wanted, findings=later)) == ["supercompensation"]
    assert rules(plan({5: [PULL]}, **wanted)) == []
    assert rules(plan({4: [PULL]}, **wanted)) == ["supercompensation"]


@pytest.mark.parametrize(
    ("days", "on", "expected"),
    [
        (range(14), 14, []),
        (range(13), 13, ["stage"]),
        (range(10), 14, []),
        (range(9), 14, ["stage"]),
        ([*range(9), 14], 15, ["stage"]),
    ],
)
def test_a_stage_opens_after_its_days_and_its_completed_days(
    days: Any, on: int, expected: list[str]
) -> None:
    """Day 14 with ten days done is the first; nine days, or day 13, are too early."""
    held = {day: [TURNS] for day in days if day != 14}
    held[on] = [session("10:00", step("turns"), step("shrug"))]

    assert rules(plan(held)) == expected
