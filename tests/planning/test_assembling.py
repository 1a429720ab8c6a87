"""Assembling a session: the exercises with what the rules add, and its honest time."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Hold, Phase, Pose, Purpose
from spinecare.planning.assembling import Outline, Pick, outline
from tests.planning.builders import (
    CATALOGUE,
    effort,
    ids,
    opening_at,
    outlook_of,
    person,
    picks,
    with_entries,
    with_routines,
)

YOGA = ("yoga-wind-relieving-pose", "yoga-supine-twist")
RISE = "transition-roll-and-rise"


def test_a_session_has_the_opening_and_closing_of_its_routine() -> None:
    """Corpse pose before and after, then the way up; each with its purpose and routine."""
    look = outlook_of()

    found = outline(look, opening_at(), picks(look, "yoga-asanas", *YOGA))

    assert ids(found) == ["yoga-corpse-pose", *YOGA, "yoga-corpse-pose", RISE]
    assert [item.purpose.value for item in found.items] == [
        *("opening", "main", "main"),
        *("closing", "way-up"),
    ]
    assert [item.routine for item in found.items] == [*["yoga-asanas"] * 3, None, None]
    assert found.hindrance == ""


def test_an_outline_of_nothing_lasts_no_time_and_hinders_nothing() -> None:
    """A pick stands at the low end and needs no rest, unless it says otherwise."""
    pick = picks(outlook_of(), "yoga-asanas", YOGA[0])[0]

    assert Outline() == Outline(items=(), seconds=0, hindrance="")
    bare = Pick(entry=pick.entry, routine=pick.routine, step=pick.step)
    assert (bare.rung, bare.rest_after_s, bare.notes) == (0, 0, ())


def test_its_seconds_count_every_step_and_the_changes_between() -> None:
    """60 + 101 + 101 + 60 + 15 s and four times ten."""
    look = outlook_of()

    assert outline(look, opening_at(), picks(look, "yoga-asanas", *YOGA)).seconds == 337 + 40


@pytest.mark.parametrize(("seconds", "hindrance"), [(377, ""), (376, "time"), (400, "")])
def test_a_session_may_fill_its_slot_to_the_second(seconds: float, hindrance: str) -> None:
    """And no more."""
    look = outlook_of()
    at = opening_at(minutes=seconds / 60)

    assert outline(look, at, picks(look, "yoga-asanas", *YOGA)).hindrance == hindrance


def test_an_opening_that_does_not_suit_is_left_out() -> None:
    """Yoga without the corpse pose for who does not want it."""
    look = outlook_of(person(leaves_out=["yoga-corpse-pose"]))

    found = outline(look, opening_at(), picks(look, "yoga-asanas", *YOGA))

    assert ids(found) == [*YOGA, "lying-fetal-rest", RISE]


def test_relief_comes_before_everything() -> None:
    """Gymnastics with a tense neck."""
    look = outlook_of(person(tense=["neck"]))
    nod = picks(look, "neck", "neck-1-flexion-extension")

    found = outline(look, opening_at(), nod)

    assert ids(found) == ["relief-seated-hands-behind-head", "neck-1-flexion-extension"]
    assert found.items[0].purpose is Purpose.OPENING


def test_without_a_relief_that_can_be_done_there_is_no_session() -> None:
    """The rule that it cannot keep is named; nothing is outlined."""
    relief = CATALOGUE.routine("relief-positions").entries
    look = outlook_of(person(tense=["neck"], leaves_out=relief))

    found = outline(look, opening_at(), picks(look, "neck", "neck-1-flexion-extension"))

    assert (found.hindrance, found.items) == ("opening-closing", ())


def test_without_a_closing_rest_that_suits_there_is_no_lying_work() -> None:
    """Upright work needs none."""
    out = ["yoga-corpse-pose", "lying-fetal-rest", *(rest.id for rest in CATALOGUE.rests)]
    look = outlook_of(person(leaves_out=out))

    lying = outline(look, opening_at(), picks(look, "yoga-asanas", *YOGA))
    upright = outline(look, opening_at(), picks(look, "neck", "neck-2-rotation"))

    assert lying.hindrance == "opening-closing"
    assert upright.hindrance == ""


def test_relief_positions_as_a_routine_end_without_a_closing_rest() -> None:
    """One rises slowly all the same."""
    look = outlook_of()
    sway = "relief-knees-to-chest-leg-sway"

    assert ids(outline(look, opening_at(), picks(look, "relief-positions", sway))) == [sway, RISE]


def test_each_routine_of_a_session_has_its_own_opening_before_it() -> None:
    """Yoga after the morning circles begins with the corpse pose."""
    look = outlook_of()
    circles = picks(look, "wushu-morning", "wushu-knee-rotation", "wushu-trunk-twist")

    found = outline(look, opening_at(), (*circles, *picks(look, "yoga-asanas", *YOGA)))

    assert ids(found)[:3] == ["wushu-knee-rotation", "wushu-trunk-twist", "yoga-corpse-pose"]
    assert ids(found).count("yoga-corpse-pose") == 2


ROW = (
    "lying-09a-elongation-both",
    "lying-09b-elongation-diagonal",
    "lying-09c-elongation-both-again",
)


def test_a_whole_row_is_done_three_times() -> None:
    """9a, 9b, 9c, one round after the other, in place of the first of them."""
    look = outlook_of()
    around = ("lying-08b-opposite-arm-reach", *ROW, "lying-10a-single-knee-to-chest")

    found = outline(look, opening_at(), picks(look, "lying-complex", *around))

    assert ids(found)[:11] == [around[0], *ROW * 3, around[-1]]


def test_a_row_with_one_missing_or_reduced_is_done_once() -> None:
    """Part of a series is no series; under a caution there is no repeating."""
    look = outlook_of()
    sore = outlook_of(person(conditions=["shoulder-injury"]))

    part = outline(look, opening_at(), picks(look, "lying-complex", *ROW[:2]))
    reduced = outline(sore, opening_at(), picks(sore, "lying-complex", *ROW))

    assert ids(part)[:2] == list(ROW[:2])
    assert len(part.items) == 4
    assert ids(reduced)[:3] == list(ROW)
    assert len(reduced.items) == 5


def test_one_reduced_exercise_is_enough_to_do_a_row_once() -> None:
    """The others of the row need no care."""
    look = outlook_of()
    one, *others = picks(look, "lying-complex", *ROW)
    careful = evolve(one, step=evolve(one.step, is_reduced=True))

    assert ids(outline(look, opening_at(), (careful, *others)))[:4] == [*ROW, "lying-fetal-rest"]


def test_only_the_exercises_of_a_row_are_repeated() -> None:
    """The others of its routine are done once."""
    look = outlook_of()
    found = outline(
        look, opening_at(), picks(look, "lying-complex", *ROW, "lying-10f-elongation-repeat")
    )

    assert ids(found).count("lying-10f-elongation-repeat") == 1
    assert all(ids(found).count(id) == 3 for id in ROW)


def test_a_rest_follows_the_effort_that_has_none() -> None:
    """As long as it, at once."""
    own = evolve(CATALOGUE.routine("lumbar"), entries=(effort().id,))
    catalogue = with_routines(own, catalogue=with_entries(effort()))
    look = outlook_of(catalogue=catalogue)

    found = outline(look, opening_at(), picks(look, "lumbar", effort().id))

    assert ids(found) == ["own-effort", "rest-standing"]
    assert found.seconds == 40
    assert outline(look, opening_at(minutes=1), picks(look, "lumbar", effort().id)).hindrance == ""


def test_an_effort_without_a_rest_that_suits_is_no_session() -> None:
    """Standing is left out by the person, and nobody lies down only to rest."""
    own = evolve(CATALOGUE.routine("lumbar"), entries=(effort().id,))
    catalogue = with_routines(own, catalogue=with_entries(effort()))
    look = outlook_of(person(leaves_out=["rest-standing"]), catalogue)

    found = outline(look, opening_at(), picks(look, "lumbar", effort().id))

    assert (found.hindrance, found.items) == ("stress-relax", ())


def lying(id: str, seconds: float, **changes: Any) -> Any:
    """Return an exercise of lying on the back for so long."""
    return effort(
        id=id,
        kinds=["relaxation"],
        role="relax",
        start=Pose(position="supine"),
        tags=("supine",),
        phases=(Phase(kind="relax", cue="lie", seconds=Hold.of(seconds)),),
        **changes,
    )
