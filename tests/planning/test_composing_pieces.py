"""Composing one session: routines whole where they fit, else the piece that serves them best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from spinecare.model import ExerciseId
from spinecare.planning.composing import Composed, compose
from spinecare.planning.outlook import Outlook
from spinecare.planning.picking import outlined, pick
from tests.planning.builders import (
    CATALOGUE,
    composed,
    effort,
    happened,
    main,
    opening_at,
    outlook_of,
    own_routine,
    person,
    routines,
    step_of,
    with_entries,
    with_routines,
)

YOGA = [id for id in CATALOGUE.routine("yoga-asanas").entries if id != "yoga-cleansing-fire-pose"]
CIRCLES = list(CATALOGUE.routine("wushu-morning").entries)
DONE = [entry.id for entry in CATALOGUE.entries]
SWAY_ONLY: dict[str, Any] = {
    "pain": 1,
    "tense": ["lower-back"],
    "equipment": [],
    "leaves_out": ["relief-position-search"],
}
"""Somebody whose only relief position is one that moves."""
TRUNK = "wushu-trunk-rotation"
"""Of 5 to 6 circles, so that its dose grows once; that of the other six grows twice."""


def without(ids: Sequence[str], *places: int) -> list[str]:
    """Return a list without what stands at some places."""
    return [id for place, id in enumerate(ids) if place not in places]


def held_s(found: Composed) -> float:
    """Return the seconds of a session."""
    assert found.session is not None
    return found.session.duration_s


def grown_once() -> tuple[Outlook, Composed]:
    """Return an outlook whose circles grew in the third week, and the last session of them.

    They stand on their first rung from day 14 to day 22: what can grow is due again on day 28.
    """
    look, found = outlook_of(), Composed(session=None, kept_out=())
    for day in range(0, 24, 2):
        at = opening_at(24 * day + 18, minutes=60)
        found = compose(look, at, routines("wushu-morning"))
        assert found.session is not None
        look.history.record(found.session, at, found.rungs)
    return look, found


def test_time_that_a_whole_routine_leaves_goes_to_a_piece_of_the_next() -> None:
    """Yoga (12 min) and circles (9.5 min) in twenty minutes: whole, and most of the other."""
    stretch = composed(outlook_of(), "yoga-asanas", "wushu-morning", minutes=20)
    circles = composed(outlook_of(), "wushu-morning", "yoga-asanas", minutes=20)

    assert main(stretch) == [*without(CIRCLES, 5), *YOGA]
    assert {id for id, rule in stretch.kept_out if rule == "time"} == {CIRCLES[5]}
    assert main(circles) == [*CIRCLES, *without(YOGA, 3)]
    assert {id for id, rule in circles.kept_out if rule == "time"} == {YOGA[3]}


def test_routines_are_taken_in_the_order_given() -> None:
    """A piece of the first comes before a whole second one: what an opening is for is decided."""
    yoga = composed(outlook_of(), "yoga-asanas", "wushu-morning", minutes=11)
    circles = composed(outlook_of(), "wushu-morning", "yoga-asanas", minutes=11)

    assert set(main(yoga)) <= set(YOGA)
    assert main(circles)[: len(CIRCLES)] == CIRCLES


@pytest.mark.parametrize("minutes", [5, 12, 20])
def test_no_time_is_left_for_what_could_still_join(minutes: float) -> None:
    """Whichever two are due: what time keeps out does not fit in as one more."""
    look = outlook_of(person(tried=DONE))
    known = [routine for routine in CATALOGUE.routines if routine.entries]

    for due in permutations(known, 2):
        at = opening_at(minutes=minutes)
        found = compose(look, at, due)

        held = [
            pick(look, at, CATALOGUE.routine(step.routine), CATALOGUE.entry(id), grown=False)
            for id in dict.fromkeys(main(found))
            for step in (found.session.steps if found.session else ())
            if step.exercise == id and step.routine
        ]
        for id, rule in found.kept_out:
            routine = next(routine for routine in due if id in routine.entries)
            more = pick(look, at, routine, CATALOGUE.entry(id), grown=False)
            if rule == "time" and look.needs_of(more.entry) <= set(main(found)):
                assert outlined(look, at, [*held, more]).hindrance, (id, [one.id for one in due])


def test_the_end_of_a_round_comes_first_and_leaves_room_for_more() -> None:
    """The last circle whose turn it is, and those that fit beside it."""
    look = outlook_of()
    for hours, ids in ((18, CIRCLES), (42, CIRCLES[:6])):
        happened(look, opening_at(hours), *(step_of(id, "wushu-morning") for id in ids))

    found = composed(look, "wushu-morning", hours=66, minutes=4)

    assert CIRCLES[6] in main(found)
    assert len(main(found)) == 3


def test_a_whole_routine_with_grown_doses_falls_back_to_those_of_last_time() -> None:
    """Before it falls to pieces: then all of it is on its rung of last time."""
    look, last = grown_once()
    before = dict(look.history.rungs)
    last_s = held_s(last)
    hours = 24 * 30 + 18

    roomy = compose(look, opening_at(hours, minutes=60), routines("wushu-morning"))
    tight = compose(look, opening_at(hours, minutes=last_s / 60), routines("wushu-morning"))

    assert before == dict.fromkeys(CIRCLES, 1)
    assert roomy.rungs == {id: 1 if id == TRUNK else 2 for id in CIRCLES}
    assert tight.rungs == before
    assert main(tight) == main(roomy) == CIRCLES
    assert held_s(tight) == last_s < held_s(roomy)


def test_a_piece_has_the_doses_of_last_time() -> None:
    """What does not even fit as it was does not grow."""
    look, _ = grown_once()

    piece = composed(look, "wushu-morning", hours=24 * 30 + 18, minutes=5)

    assert {TRUNK} < set(main(piece)) < set(CIRCLES)
    assert piece.rungs == dict.fromkeys(main(piece), 1)


def test_what_new_things_keep_out_is_told_only_where_there_was_time_for_it() -> None:
    """Five new efforts: three join in an hour, two in a minute."""
    efforts = [effort(id=f"own-{number}", seconds=10) for number in range(5)]
    own = own_routine("wushu-morning", *(entry.id for entry in efforts))
    look = outlook_of(catalogue=with_routines(own, catalogue=with_entries(*efforts)))

    hour = composed(look, "wushu-morning")
    minute = composed(look, "wushu-morning", minutes=1)

    assert main(hour) == ["own-0", "own-1", "own-2"]
    assert hour.kept_out == (("own-3", "new-things"), ("own-4", "new-things"))
    assert main(minute) == ["own-0", "own-1"]
    assert dict(minute.kept_out) == dict.fromkeys(["own-2", "own-3", "own-4"], "time")


def test_a_relief_position_that_is_new_takes_one_of_the_three_places() -> None:
    """Pain counts every kind: the leg sway and two turns of the neck, and the third is new too."""
    who = person(**SWAY_ONLY)

    found = composed(outlook_of(who), "neck")

    assert found.session is not None
    assert found.session.steps[0].exercise == "relief-knees-to-chest-leg-sway"
    assert main(found) == ["neck-1-flexion-extension", "neck-2-rotation"]
    assert ("neck-3-side-bend", "new-things") in found.kept_out


def test_nothing_joins_where_its_relief_would_be_one_new_thing_too_many() -> None:
    """Three circles are new and need no relief; the neck does, and it would be the fourth."""
    who = person(**{**SWAY_ONLY, "leaves_out": [*SWAY_ONLY["leaves_out"], *CIRCLES[3:]]})

    found = composed(outlook_of(who), "wushu-morning", "neck")

    assert main(found) == CIRCLES[:3]
    assert dict(found.kept_out)[ExerciseId("neck-2-rotation")] == "new-things"


def test_each_exercise_is_told_the_rule_that_kept_it_out() -> None:
    """Lifted swim clashes with the crunch; only swimming is kept out by the water."""
    found = composed(outlook_of(), "lumbar", minutes=120)

    assert dict(found.kept_out) == {
        "lumbar-3-dry-land-swim": "apart",
        "lumbar-4-swimming": "water",
    }


def test_a_slot_that_is_full_holds_no_piece() -> None:
    """Not even of a second; what is due there is told to lack time."""
    look = outlook_of()
    used_s = held_s(composed(look, "wushu-morning"))

    full = composed(look, "wushu-morning", "yoga-asanas", minutes=used_s / 60)

    assert main(full) == CIRCLES
    assert {rule for id, rule in full.kept_out if id in YOGA} == {"time"}


def test_water_joins_no_session_on_land() -> None:
    """Alone in its routine it is kept out; the circles stay whole."""
    dry = CATALOGUE.routine("lumbar").entries[:3]
    look = outlook_of(person(leaves_out=dry))

    found = composed(look, "wushu-morning", "lumbar", minutes=120)

    assert main(found) == CIRCLES
    assert ("lumbar-4-swimming", "water") in found.kept_out
