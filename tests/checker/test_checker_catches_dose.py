"""The checker's own eyes on numbers, time and new things; each rule broken by a known amount."""

from __future__ import annotations

import pytest

from tests.checker.facts import Table
from tests.checker.handmade import lying, plan, reseconds, rules, session, step


@pytest.mark.parametrize(("relax", "expected"), [(72.0, []), (72.1, ["time"])])
def test_a_session_fits_its_slot_to_the_second(relax: float, expected: list[str]) -> None:
    """20 minutes hold three times 5 x (8 + 72) s, and not half a second more."""
    turns = reseconds(step("turns", between_s=0), relax=72)
    last = reseconds(step("turns", between_s=0), relax=relax)
    document = plan({0: [session("16:00", turns, turns, last, minutes=20)]})

    assert rules(document) == expected


@pytest.mark.parametrize(
    "steps",
    [
        (step("circles"), step("turns", between_s=9)),
        lying(step("leg-cross", change_s=4)),
        (step("turns", cycles=4),),
        (step("turns", reps_per="side"),),
    ],
)
def test_time_that_is_not_counted_is_seen(steps: tuple[Table, ...]) -> None:
    """Changes of exercise and side, and every repetition, belong to the time."""
    assert rules(plan({0: [session("10:00", *steps)]})) == ["time"]


@pytest.mark.parametrize(
    ("first", "second", "day", "expected"),
    [
        ("leg-raise", "crunch", 27, ["heavy-neighbours"]),
        ("leg-raise", "crunch", 28, []),
        ("leg-raise", "leg-cross", 0, []),
    ],
)
def test_heavy_bending_and_arching_stay_apart_for_four_weeks(
    first: str, second: str, day: int, expected: list[str]
) -> None:
    """Day 27 is the last of them."""
    document = plan({day: [session("10:00", *lying(step(first), step(second)))]}, weeks=5)

    assert rules(document) == expected


def test_at_most_three_new_things_join_in_a_session() -> None:
    """Effort counts for everyone; with a condition or pain, movement and stretches count too."""
    work = lying(step("leg-raise"), step("leg-cross"), step("press-and-cross"))
    three = session("10:00", step("turns"), step("resist"), *work)
    four = session("10:00", step("pulse-pull-up"), step("resist"), *work)

    assert rules(plan({0: [three]}), tried=[]) == ["new-things"]  # is_new follows `tried`
    assert rules(plan({0: [three]})) == []
    assert rules(plan({0: [three]}), pain=None) == ["new-things"]
    assert rules(plan({0: [three]}), pain=1) == ["new-things"]
    assert "new-things" in rules(plan({0: [four]}), tried=[])


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (step("resist", reps=4, cycles=4), []),
        (step("resist", reps=5, cycles=5), ["dose-range"]),
        (step("resist", reps=1, cycles=1), ["dose-range"]),
        (step("resist", hold_s=8.1), ["dose-range"]),
        (reseconds(step("resist"), contract=4.9), ["dose-range"]),
        (step("pulse-pull-up", sets=2, rest_s=60), ["dose-range"]),
        (reseconds(step("turns"), relax=60), []),
    ],
)
def test_each_number_lies_inside_its_span(made: Table, expected: list[str]) -> None:
    """Both ends belong to it; relaxation may be longer; the first pulls are one set."""
    assert rules(plan({0: [session("10:00", made)]}, weeks=1)) == expected
