"""What the planner adds at the end of lying work: the closing rest and the way up."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Pose, Purpose, Step
from spinecare.planning.additions import (
    Item,
    closing_of,
    with_ways_up,
)
from spinecare.planning.outlook import Outlook
from spinecare.planning.timing import step_at
from tests.planning.builders import (
    CATALOGUE,
    effort,
    opening_at,
    outlook_of,
    person,
    with_entries,
)

BED, SWAY, SEATED, SEARCH = (
    "relief-knees-to-chest-bed-edge",
    "relief-knees-to-chest-leg-sway",
    "relief-seated-hands-behind-head",
    "relief-position-search",
)
NECK, YOGA = CATALOGUE.routine("neck"), CATALOGUE.routine("yoga-asanas")
NOD = CATALOGUE.entry("neck-1-flexion-extension")


FETAL = CATALOGUE.entry("lying-fetal-rest")


def closing(hours: float = 18, routine: str = "yoga-asanas", **changes: Any) -> Any:
    """Return the closing rest of a routine and how long it lasts."""
    look = outlook_of(person(**changes))
    item = closing_of(look, opening_at(hours), [CATALOGUE.routine(routine)])
    return None if item is None else (item.entry.id, item.purpose, item.step.duration_s)


def test_a_closing_rest_is_the_routines_own() -> None:
    """The corpse pose after yoga, the fetal rest after lying exercises."""
    assert closing() == ("yoga-corpse-pose", Purpose.CLOSING, 60)
    assert closing(routine="lying-complex") == ("lying-fetal-rest", Purpose.CLOSING, 60)


def test_the_last_routine_of_a_session_chooses_its_closing() -> None:
    """Lying exercises after yoga end curled up."""
    look = outlook_of()
    both = [YOGA, CATALOGUE.routine("lying-complex")]

    first = closing_of(look, opening_at(), both)
    other = closing_of(look, opening_at(), both[::-1])

    assert first is not None
    assert other is not None
    assert (first.entry.id, other.entry.id) == ("lying-fetal-rest", "yoga-corpse-pose")


def test_a_closing_that_bends_is_not_for_the_first_hour() -> None:
    """At six the corpse pose instead of the curl; at seven the curl."""
    assert closing(6, "lying-complex")[0] == "yoga-corpse-pose"
    assert closing(7, "lying-complex")[0] == "lying-fetal-rest"


def test_a_closing_suits_the_person() -> None:
    """Osteoporosis rules bending out, whatever the hour."""
    assert closing(routine="lying-complex", conditions=["osteoporosis"])[0] == "yoga-corpse-pose"


def test_a_routine_without_a_closing_of_its_own_has_the_usual_ones() -> None:
    """Curled up first, then flat."""
    assert closing(routine="neck")[0] == "lying-fetal-rest"
    assert closing(routine="neck", leaves_out=["lying-fetal-rest"])[0] == "yoga-corpse-pose"


def test_a_resting_pose_stands_in_for_a_minute() -> None:
    """Where neither the curl nor the corpse pose may be; upright rests never do."""
    both = ["lying-fetal-rest", "yoga-corpse-pose"]

    assert closing(leaves_out=both) == ("rest-supine", Purpose.CLOSING, 60)
    assert closing(leaves_out=[*both, "rest-supine"])[0] == "rest-prone"
    rests = [rest.id for rest in CATALOGUE.rests]
    assert closing(leaves_out=[*both, *rests]) is None


def test_a_closing_that_is_no_resting_pose_lasts_as_long_as_it_lasts() -> None:
    """A minute is for the resting poses only."""
    nod = evolve(YOGA, closing=(NOD.id,))

    item = closing_of(outlook_of(), opening_at(), [nod])

    assert item is not None
    assert item.entry == NOD
    assert item.step.duration_s == step_at(NOD).duration_s != 60


def test_a_closing_that_the_catalogue_lacks_is_passed_over() -> None:
    """A catalogue of one's own without the corpse pose."""
    kept = tuple(e for e in CATALOGUE.entries if e.id != "yoga-corpse-pose")
    look = outlook_of(catalogue=evolve(CATALOGUE, entries=kept))

    item = closing_of(look, opening_at(), [YOGA])

    assert item is not None
    assert item.entry.id == "lying-fetal-rest"


def rising(look: Outlook, *ids: str, at: float = 18, first: Purpose = Purpose.MAIN) -> list[str]:
    """Return a session of exercises with the ways up."""
    steps: list[Step] = [step_at(look.catalogue.entry(id)) for id in ids]
    items = [Item(look.catalogue.entry(step.exercise), step) for step in steps]
    items[0] = items[0]._replace(purpose=first)
    return [item.entry.id for item in with_ways_up(look, opening_at(at), items)]


RISE = "transition-roll-and-rise"
CORPSE, STAND, KNEEL = "yoga-corpse-pose", "wushu-knee-rotation", "yoga-pigeon-pose"


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([CORPSE], [CORPSE, RISE]),
        ([CORPSE, STAND], [CORPSE, RISE, STAND]),
        ([CORPSE, NOD.id], [CORPSE, RISE, NOD.id]),
        ([CORPSE, "bar-hang"], [CORPSE, RISE, "bar-hang"]),
        ([CORPSE, SEATED], [CORPSE, RISE, SEATED]),
        ([CORPSE, "fitball-exercises"], [CORPSE, RISE, "fitball-exercises"]),
        ([CORPSE, "desk-break-walk"], [CORPSE, RISE, "desk-break-walk"]),
        ([CORPSE, "pulse-pull-up"], [CORPSE, RISE, "pulse-pull-up"]),
        ([CORPSE, KNEEL], [CORPSE, KNEEL]),
        ([CORPSE, FETAL.id], [CORPSE, FETAL.id, RISE]),
        ([STAND, NOD.id], [STAND, NOD.id]),
        ([BED, STAND, CORPSE], [BED, RISE, STAND, CORPSE, RISE]),
    ],
)
def test_wherever_lying_ends_one_rolls_to_the_side_and_rises(
    ids: list[str], expected: list[str]
) -> None:
    """Before standing, sitting, hanging, walking and at the end; not before kneeling."""
    assert rising(outlook_of(), *ids) == expected


def test_the_way_up_follows_the_position_an_exercise_ends_in() -> None:
    """One that ends sitting needs none; one that ends lying does."""
    lying = Pose(position="supine")
    down = effort(id="own-down", end=lying)
    up = effort(id="own-up", start=lying, end=Pose(position="sitting"))
    look = outlook_of(catalogue=with_entries(down, up))

    assert rising(look, "own-down") == ["own-down", RISE]
    assert rising(look, "own-up") == ["own-up"]


ROCK = "relief-rocking-rise"


def test_rocking_up_is_for_who_asked_and_has_tried_it_after_a_relief_position() -> None:
    """Fit, asked for, not as a new thing too many, not early, and only after relief."""
    asked = outlook_of(person(asks_for=[ROCK]))
    relief_open = Purpose.OPENING

    assert rising(asked, SWAY, STAND, first=relief_open) == [SWAY, ROCK, STAND]
    assert rising(outlook_of(), SWAY, STAND, first=relief_open) == [SWAY, RISE, STAND]
    assert rising(asked, SWAY, STAND) == [SWAY, RISE, STAND]
    assert rising(asked, SWAY, STAND, first=relief_open, at=6) == [SWAY, RISE, STAND]
    hurt = outlook_of(person(asks_for=[ROCK], pain=1))
    assert rising(hurt, SWAY, STAND, first=relief_open) == [SWAY, RISE, STAND]
    tried = outlook_of(person(asks_for=[ROCK], pain=1, tried=[ROCK]))
    assert rising(tried, SWAY, STAND, first=relief_open) == [SWAY, ROCK, STAND]


def test_without_the_rocking_rise_in_the_catalogue_one_rises_slowly() -> None:
    """It is off by default, and may be gone."""
    kept = tuple(e for e in CATALOGUE.entries if e.id != ROCK)
    look = outlook_of(catalogue=evolve(CATALOGUE, entries=kept))

    assert rising(look, SWAY, first=Purpose.OPENING) == [SWAY, RISE]
