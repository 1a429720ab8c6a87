"""The checker's own eyes on pain, ramps and rests; each rule broken by a known amount."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checker.facts import Table
from tests.checker.handmade import breaches, lying, plan, reseconds, rules, session, step

REDUCED = {"is_reduced": True, "notes": ["half range"]}
_NODS = REDUCED | {"phases": reseconds(step("nod"), stretch=0)["phases"]}


@pytest.mark.parametrize(("pain", "expected"), [(5, []), (5.1, ["pain"]), (None, [])])
def test_above_five_nothing_but_relief_is_planned(pain: float | None, expected: list[str]) -> None:
    """Turning the head is no relief; the relief position is."""
    document = plan({0: [session("10:00", step("turns"))]})

    assert rules(document, pain=pain) == expected


@pytest.mark.parametrize(("pain", "expected"), [(2, []), (2.1, ["pain"]), (None, ["pain"])])
def test_with_pain_a_session_says_to_rate_it_first(pain: float | None, expected: list[str]) -> None:
    """Above 2, or unknown, a session without a word is a breach."""
    mute = session("10:00", step("turns")) | {"notes": []}

    assert rules(plan({0: [mute]}), pain=pain) == expected


@pytest.mark.parametrize(
    ("days", "grown", "pain", "expected"),
    [
        ((0, 2, 4, 6, 8), {"reps": 3, "cycles": 3}, 0, ""),
        ((0, 2, 4, 6), {"reps": 3, "cycles": 3}, 0, "after 3 sessions"),
        ((0, 1, 2, 3, 6), {"reps": 3, "cycles": 3}, 0, "in 6 days"),
        ((0, 2, 4, 6, 8), {"reps": 3, "cycles": 3, "hold_s": 6}, 0, "grow at once"),
        ((0, 2, 4, 6, 8), {"reps": 3, "cycles": 3}, 2.5, "though pain is 2.5"),
        ((0, 2, 4, 6, 8), {"reps": 3, "cycles": 3}, None, "though pain is None"),
    ],
)
def test_a_dose_grows_slowly_one_number_at_a_time(
    days: tuple[int, ...], grown: Table, pain: Any, expected: str
) -> None:
    """After four sessions over seven days, and never in pain or when pain is unknown."""
    held = {day: [session("10:00", step("resist"))] for day in days[:-1]}
    held[days[-1]] = [session("10:00", step("resist", **grown))]

    found = breaches(plan(held), pain=pain)

    found = [breach for breach in found if breach.rule != "pain"]  # it holds efforts, too
    assert [breach.rule for breach in found] == (["ramp"] if expected else [])
    assert all(expected in breach.sentence for breach in found)


def test_a_number_may_fall_and_come_back() -> None:
    """A short slot takes repetitions away; what was held before is no growth."""
    few, more = session("10:00", step("resist")), {"reps": 3, "cycles": 3}
    held = {day: [few] for day in (0, 2, 4, 6, 9)}
    held |= {8: [session("10:00", step("resist", **more))]}
    held |= {10: [session("10:00", step("resist", **more))]}

    assert rules(plan(held)) == []


@pytest.mark.parametrize(("hold", "expected"), [(120, []), (121, ["ramp"])])
def test_the_towel_begins_with_two_minutes_at_most(hold: float, expected: list[str]) -> None:
    """Unless the person has used it before."""
    roll = step("towel-roller-lying", hold_s=hold)
    document = plan({0: [session("10:00", *lying(roll))]})

    assert rules(document) == expected
    assert "ramp" not in rules(document, tried=["towel-roller-lying"])


@pytest.mark.parametrize(
    ("work", "rest", "expected"),
    [
        ("leg-raise", "rest-prone", []),
        ("leg-raise", "rest-standing", ["opening-closing", "stress-relax"]),
        ("crunch", "rest-prone", ["stress-relax"]),
        ("turns", "rest-standing", []),
        ("leg-raise", "rest-side-lying", []),
        ("turns", "rest-side-lying", ["stress-relax"]),
    ],
)
def test_an_added_rest_suits_the_position(work: str, rest: str, expected: list[str]) -> None:
    """Nobody turns over to rest from lying on the front; the side is free to all who lie."""
    made = (step(work), step(rest))
    upright = work == "turns" and rest == "rest-standing"
    whole = made if upright else lying(*made)

    assert rules(plan({0: [session("10:00", *whole)]})) == expected


def test_a_row_is_done_as_often_as_the_article_says() -> None:
    """Twice instead of three times is a breach; half of a row is only a short slot."""
    row = [step("reach"), step("reach-across")]

    assert rules(plan({0: [session("10:00", *lying(*row * 2))]})) == ["order"]
    assert rules(plan({0: [session("10:00", *lying(row[0]))]})) == []


def test_an_exercise_may_have_its_own_words_for_the_reduced_form() -> None:
    """They stand in the place of the words of its tags."""
    tags, own = (
        session("10:00", step("nod", **_NODS | {"notes": [n]})) for n in ("pillow", "tilt")
    )

    assert "condition-caution" in rules(plan({0: [tags]}), conditions=["stiff-neck"])
    assert rules(plan({0: [own]}), conditions=["stiff-neck"]) == []


def test_a_reduced_step_says_how_it_is_reduced() -> None:
    """The words of the tag under caution stand in its notes."""
    other = step("leg-cross", **REDUCED | {"notes": ["slowly"]})
    document = plan({0: [session("10:00", *lying(other))]})

    found = breaches(document, conditions=["disc"])

    assert [breach.sentence for breach in found] == ["no word of 'half range'"]
