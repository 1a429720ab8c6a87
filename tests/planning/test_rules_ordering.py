"""Hard rules about order: kept and broken one at a time."""

from __future__ import annotations

import pytest
from attrs import evolve

from spinecare.model import Purpose, RoutineId, Side
from spinecare.planning.outlook import Outlook
from tests.planning.builders import (
    CATALOGUE,
    breach,
    happened,
    opening_at,
    outlook_of,
    person,
    step_of,
    with_routines,
)

NECK = ("neck-1-flexion-extension", "neck-2-rotation", "neck-3-side-bend")
PRESS = "neck-4-isometric-resisted"
RISE = "transition-roll-and-rise"
FETAL = "lying-fetal-rest"
TWIST = "yoga-supine-twist"
RELIEF = "relief-knees-to-chest-leg-sway"
CORPSE = "yoga-corpse-pose"


def after_days_of(ids: tuple[str, ...], days: range) -> Outlook:
    """Return an outlook after one session of neck exercises on each of some days."""
    look = outlook_of()
    for day in days:
        happened(look, opening_at(24 * day + 8), *(step_of(id, "neck") for id in ids))
    return look


@pytest.mark.parametrize(
    ("days", "today", "said"),
    [
        (range(0), 14, PRESS),  # never done
        (range(10), 13, PRESS),  # a day too early
        (range(10), 14, ""),
        (range(9), 14, PRESS),  # a day too few
        (range(4, 14), 14, PRESS),  # begun too late
    ],
)
def test_neck_four_joins_after_two_weeks_and_ten_days(days: range, today: int, said: str) -> None:
    """Both numbers count: 14 days since the first session, 10 completed days."""
    look = after_days_of(NECK, days)

    assert breach("stage", look, opening_at(24 * today + 8), step_of(PRESS, "neck")) == said


def test_a_day_without_one_of_the_three_does_not_open_the_stage() -> None:
    """Neck 3 never came up."""
    look = after_days_of(NECK[:2], range(14))

    assert breach("stage", look, opening_at(24 * 14), step_of(PRESS, "neck")) == PRESS


def test_stages_hold_back_only_what_they_open() -> None:
    """Neck 1 may come on the first day; so may neck 4 as an exercise outside its routine."""
    look = outlook_of()

    assert breach("stage", look, opening_at(), step_of(NECK[0], "neck")) == ""
    assert breach("stage", look, opening_at(), step_of(PRESS)) == ""
    assert breach("stage", look, opening_at(), step_of(TWIST, "yoga-asanas")) == ""


def test_what_stands_before_a_stage_opens_nothing() -> None:
    """Neck 4 comes too early after an exercise outside all routines as well."""
    steps = step_of(FETAL), step_of(PRESS, "neck")

    assert breach("stage", outlook_of(), opening_at(), *steps) == PRESS


def test_what_comes_before_stands_before() -> None:
    """Neck 4 follows neck 1; the later one is named."""
    one, four = step_of(NECK[0], "neck"), step_of(PRESS, "neck")

    assert breach("order", outlook_of(), opening_at(), one, four) == ""
    assert breach("order", outlook_of(), opening_at(), four, one) == PRESS


def test_what_comes_before_may_be_missing_unless_it_is_needed() -> None:
    """Neck 4 without neck 1 is well; the standing cat repeats the one on all fours."""
    standing = step_of("upper-back-3-cat-standing", "upper-back")
    kneeling = step_of("upper-back-2-cat-all-fours", "upper-back")

    assert breach("order", outlook_of(), opening_at(), step_of(PRESS, "neck")) == ""
    assert breach("order", outlook_of(), opening_at(), standing) == standing.exercise
    assert breach("order", outlook_of(), opening_at(), kneeling, standing) == ""


def test_only_the_exercises_of_routines_are_ordered() -> None:
    """A closing rest may stand where the planner puts it."""
    rest = step_of(FETAL, purpose=Purpose.CLOSING)
    butterfly = step_of("lying-01-butterfly-groin-stretch", "lying-complex")

    assert breach("order", outlook_of(), opening_at(), rest, butterfly) == ""


def test_a_repeated_row_counts_from_its_first_round() -> None:
    """9a, 9b, 9c three times over keep the order 9a before 9b."""
    row = [
        step_of(f"lying-09{part}", "lying-complex")
        for part in ("a-elongation-both", "b-elongation-diagonal", "c-elongation-both-again")
    ]

    assert breach("order", outlook_of(), opening_at(), *row, *row, *row) == ""


def test_parts_of_a_session_keep_their_order() -> None:
    """Mobility, then effort, then stretch; the session itself is named."""
    circles = step_of("wushu-knee-rotation", "wushu-morning")
    nod, twist = step_of(NECK[0], "neck"), step_of(TWIST, "yoga-asanas")
    at = opening_at()

    assert breach("order", outlook_of(), at, circles, nod, twist) == ""
    assert breach("order", outlook_of(), at, nod, circles) == "2026-11-23-1"
    assert breach("order", outlook_of(), at, twist, nod) == "2026-11-23-1"


def test_what_has_no_part_of_a_session_may_stand_anywhere() -> None:
    """A step without a routine, and one of a routine without a part."""
    own = evolve(CATALOGUE.routine("wushu-morning"), id=RoutineId("own"), part=None)
    look = outlook_of(catalogue=with_routines(own))
    nod, alone = step_of(NECK[0], "neck"), step_of("wushu-trunk-twist")
    circles = step_of("wushu-knee-rotation", "own")

    assert breach("order", look, opening_at(), nod, alone, circles) == ""


TENSE = person(tense=["neck"])


def test_relief_opens_gymnastics_where_there_is_discomfort() -> None:
    """Tense regions, or not knowing of any, ask for it; nothing tense does not."""
    nod, relief = step_of(NECK[0], "neck"), step_of(RELIEF, purpose=Purpose.OPENING)
    rise = step_of(RISE, purpose=Purpose.WAY_UP)
    said = "a relief position at the start"
    at = opening_at()

    assert breach("opening-closing", outlook_of(), at, nod) == ""
    assert breach("opening-closing", outlook_of(TENSE), at, nod) == said
    assert breach("opening-closing", outlook_of(person(tense=None)), at, nod) == said
    assert breach("opening-closing", outlook_of(TENSE), at, relief, rise, nod) == ""


def test_relief_is_for_gymnastics_only() -> None:
    """Circles in the morning begin without."""
    circles = step_of("wushu-knee-rotation", "wushu-morning")

    assert breach("opening-closing", outlook_of(TENSE), opening_at(), circles) == ""


def test_lying_work_ends_with_a_closing_rest_and_the_way_up() -> None:
    """Either alone is not enough, nor the other way round."""
    said = "the closing rest and the slow way up at the end"
    twist = step_of(TWIST, "yoga-asanas")
    rest, rise = step_of(FETAL, purpose=Purpose.CLOSING), step_of(RISE, purpose=Purpose.WAY_UP)
    look, at = outlook_of(), opening_at()

    assert breach("opening-closing", look, at, twist, rest, rise) == ""
    assert breach("opening-closing", look, at, twist, rise) == said
    assert breach("opening-closing", look, at, twist, rest) == said
    assert breach("opening-closing", look, at, twist, rise, rest) == said


def test_relief_positions_need_no_closing_rest() -> None:
    """They are rest themselves."""
    relief = step_of(RELIEF, "relief-positions")

    assert breach("opening-closing", outlook_of(), opening_at(), relief) == ""


def test_nobody_rises_from_lying_without_rolling_to_the_side() -> None:
    """At the end, and before standing work."""
    corpse, rise = step_of(CORPSE), step_of(RISE, purpose=Purpose.WAY_UP)
    nod = step_of(NECK[0])
    look, at = outlook_of(), opening_at()

    assert breach("way-up", look, at, corpse, rise) == ""
    assert breach("way-up", look, at, corpse) == CORPSE
    assert breach("way-up", look, at, corpse, nod) == CORPSE
    assert breach("way-up", look, at, corpse, rise, nod) == ""
    assert breach("way-up", look, at, nod, corpse) == CORPSE


def test_one_may_kneel_or_turn_from_lying_without_rising() -> None:
    """All fours, a lunge, the search for a position, another way of lying."""
    corpse, rise = step_of(CORPSE), step_of(RISE, purpose=Purpose.WAY_UP)
    look, at = outlook_of(), opening_at()

    for id in (
        "yoga-pigeon-pose",
        "extra-09-kneeling-hip-flexor-stretch",
        "relief-position-search",
    ):
        assert breach("way-up", look, at, corpse, step_of(id)) == ""
    assert breach("way-up", look, at, corpse, step_of(FETAL), rise) == ""


def test_a_rise_that_is_no_way_up_does_not_count() -> None:
    """The purpose says what a step is there for; the roll that starts lying does not mend it."""
    look, at = outlook_of(), opening_at()
    sitting = step_of("relief-seated-hands-behind-head", purpose=Purpose.WAY_UP)

    assert breach("way-up", look, at, step_of(CORPSE), sitting) == ""
    assert breach("way-up", look, at, step_of(CORPSE), step_of(RISE)) == ""


def test_both_sides_get_the_same() -> None:
    """One side alone is named where the exercise has two."""
    twist = step_of(TWIST)
    look, at = outlook_of(), opening_at()

    assert breach("sides", look, at, twist) == ""
    assert breach("sides", look, at, step_of(TWIST, sides=(Side.LEFT,))) == TWIST
    assert breach("sides", look, at, step_of(TWIST, sides=(Side.LEFT, Side.LEFT))) == TWIST


def test_lying_on_one_side_needs_no_other() -> None:
    """The fetal rest is on either side."""
    assert breach("sides", outlook_of(), opening_at(), step_of(FETAL)) == ""


def test_the_side_that_begins_changes_from_session_to_session() -> None:
    """Left first on Monday, right first on Tuesday."""
    look = outlook_of()
    left = step_of(TWIST, sides=(Side.LEFT, Side.RIGHT))
    right = step_of(TWIST, sides=(Side.RIGHT, Side.LEFT))
    happened(look, opening_at(8), left)

    assert breach("sides", look, opening_at(18), left) == TWIST
    assert breach("sides", look, opening_at(18), right) == ""


def test_a_repeated_step_may_begin_on_the_same_side_again() -> None:
    """Only its first turn in a session answers the session before."""
    look = outlook_of()
    left = step_of(TWIST, sides=(Side.LEFT, Side.RIGHT))
    right = step_of(TWIST, sides=(Side.RIGHT, Side.LEFT))
    happened(look, opening_at(8), left)

    assert breach("sides", look, opening_at(18), right, left) == ""


def test_in_pregnancy_one_lies_on_the_left_side() -> None:
    """Where either side will do it stays the left one; what has two sides still changes."""
    look = outlook_of(person(conditions=["pregnancy"]))
    rest = step_of(FETAL, purpose=Purpose.CLOSING, sides=(Side.LEFT,))
    twist = step_of(TWIST, sides=(Side.LEFT, Side.RIGHT))
    happened(look, opening_at(8), rest, twist)

    assert breach("sides", look, opening_at(18), rest) == ""
    assert breach("sides", look, opening_at(18), twist) == TWIST
    other = outlook_of()
    happened(other, opening_at(8), rest)
    assert breach("sides", other, opening_at(18), rest) == FETAL
