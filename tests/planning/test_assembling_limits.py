"""The limits of a session: clashes, long lying on the back, time to spare."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Hold, Phase, Pose, Purpose, Side
from spinecare.planning.assembling import (
    LONGEST_CLOSING_S,
    Pick,
    clash,
    outline,
    steps_of,
)
from spinecare.planning.outlook import Outlook
from spinecare.planning.timing import LOWEST
from tests.planning.builders import (
    CATALOGUE,
    effort,
    happened,
    ids,
    opening_at,
    outlook_of,
    person,
    picks,
    step_of,
    with_entries,
    with_routines,
)

YOGA = ("yoga-wind-relieving-pose", "yoga-supine-twist")
RISE = "transition-roll-and-rise"


CRUNCH, SWIM = "lumbar-2-crunch-crossed-arms", "lumbar-3-dry-land-swim"


@pytest.mark.parametrize(("day", "hindrance"), [(0, "apart"), (27, "apart"), (28, "")])
def test_bending_and_arching_strength_work_clash_in_the_first_weeks(
    day: int, hindrance: str
) -> None:
    """Whichever comes first."""
    look = outlook_of()
    at = opening_at(24 * day + 18)

    for order in ((CRUNCH, SWIM), (SWIM, CRUNCH)):
        assert outline(look, at, picks(look, "lumbar", *order)).hindrance == hindrance


def test_a_clash_is_of_neighbours_and_of_strength_work() -> None:
    """The rule and the composing ask the same question."""
    crunch, swim, rest, cat = (
        CATALOGUE.entry(id) for id in (CRUNCH, SWIM, "rest-prone", "upper-back-3-cat-standing")
    )

    assert clash((crunch, swim))
    assert clash((swim, crunch))
    assert clash((cat, crunch, swim))
    assert not clash((crunch, rest, swim))
    assert not clash((cat, swim))
    assert not clash((crunch,))
    assert not clash(())


def test_strength_work_of_one_sort_and_light_work_do_not_clash() -> None:
    """Two lifts; a press-up before a crunch; a bend before a lift."""
    look = outlook_of()
    for order in (
        ("upper-back-4-prone-double-leg-raise", "upper-back-5-prone-chest-lift"),
        (CRUNCH, CRUNCH),
        ("lumbar-1-half-push-up", CRUNCH),
        (CRUNCH, "lumbar-1-half-push-up"),
        ("upper-back-3-cat-standing", SWIM),
        (SWIM, "upper-back-3-cat-standing"),
    ):
        assert outline(look, opening_at(), picks(look, "lumbar", *order)).hindrance == ""


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


def pregnant(*seconds: float) -> tuple[Outlook, list[str]]:
    """Return the outlook of a pregnant person, and pieces of lying on the back."""
    entries = [lying(f"own-{number}", length) for number, length in enumerate(seconds)]
    own = evolve(
        CATALOGUE.routine("lying-complex"), entries=tuple(e.id for e in entries), series=()
    )
    catalogue = with_routines(own, catalogue=with_entries(*entries))
    return outlook_of(person(conditions=["pregnancy"]), catalogue), [e.id for e in entries]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ([80, 80], ["own-0", "own-1"]),  # 180 s in one piece
        ([80, 81], ["own-0", "rest-side-lying", "own-1"]),
        ([170], ["own-0"]),
        ([90, 90, 80], ["own-0", "rest-side-lying", "own-1", "rest-side-lying", "own-2"]),
        ([50, 50, 50], ["own-0", "own-1", "own-2"]),
        ([100, 80, 80], ["own-0", "rest-side-lying", "own-1", "own-2"]),
        ([50, 50, 51], ["own-0", "own-1", "rest-side-lying", "own-2"]),
    ],
)
def test_a_turn_to_the_side_breaks_long_lying_on_the_back(
    seconds: list[float], expected: list[str]
) -> None:
    """In pregnancy after three minutes at the latest, the changes of ten seconds included."""
    look, pieces = pregnant(*seconds)

    found = outline(look, opening_at(), picks(look, "lying-complex", *pieces))

    assert ids(found) == [*expected, "lying-fetal-rest", RISE]
    turns = [item for item in found.items if item.entry.id == "rest-side-lying"]
    assert all(item.step.duration_s == 30 for item in turns)
    assert all(item.step.sides == (Side.LEFT,) for item in turns)


def test_without_a_rest_on_the_side_lying_on_the_back_stays_short() -> None:
    """Two pieces that would need a turn are no session; one is."""
    usual, pieces = pregnant(80, 81)
    who = evolve(usual.person, leaves_out=["rest-side-lying"])
    look = outlook_of(who, usual.catalogue)

    found = outline(look, opening_at(), picks(look, "lying-complex", *pieces))
    short = outline(look, opening_at(), picks(look, "lying-complex", pieces[0]))

    assert found.hindrance == "supine-limit"
    assert short.hindrance == ""


def test_standing_up_between_begins_the_time_anew() -> None:
    """A minute and a half, circles of the knees, and three minutes in one piece."""
    look, pieces = pregnant(80, 80, 80)
    circles = picks(look, "wushu-morning", "wushu-knee-rotation")
    lying_picks = picks(look, "lying-complex", *pieces)

    found = outline(look, opening_at(), (lying_picks[0], *circles, *lying_picks[1:]))

    assert ids(found) == [
        *(pieces[0], RISE, "wushu-knee-rotation"),
        *(*pieces[1:], "lying-fetal-rest", RISE),
    ]


def test_a_piece_that_is_too_long_by_itself_is_no_session() -> None:
    """171 s and the change to it."""
    look, pieces = pregnant(171)

    found = outline(look, opening_at(), picks(look, "lying-complex", *pieces))

    assert found.hindrance == "supine-limit"


RELIEF = ("relief-knees-to-chest-bed-edge", "relief-knees-to-chest-leg-sway")


def test_the_way_up_counts_with_what_it_follows() -> None:
    """134 s and 42 s would do, but rising from the back takes 25 more: one turns before."""
    look = outlook_of(person(conditions=["pregnancy"]))

    found = outline(look, opening_at(), picks(look, "relief-positions", *RELIEF))

    assert ids(found) == [RELIEF[0], "rest-side-lying", RELIEF[1], RISE]


@pytest.mark.parametrize(
    ("seconds", "hindrance"), [(145, ""), (146, "supine-limit"), (170, "supine-limit")]
)
def test_a_piece_with_its_way_up_may_be_too_long_by_itself(seconds: float, hindrance: str) -> None:
    """145 and 15 s, and twice ten to get there, are three minutes."""
    look, pieces = pregnant(seconds)
    relief = CATALOGUE.routine("relief-positions")
    own = look.catalogue.entry(pieces[0])
    step, _ = look.dose(own, grade=LOWEST, strict=False, first_side=None)

    found = outline(look, opening_at(), (Pick(entry=own, routine=relief, step=step),))

    assert found.hindrance == hindrance
    assert ids(found) == ([] if hindrance else [pieces[0], RISE])


def test_without_a_caution_nobody_turns() -> None:
    """Ten minutes on the back."""
    _, pieces = pregnant(300, 300)
    entries = [lying(id, 300) for id in pieces]
    own = evolve(
        CATALOGUE.routine("lying-complex"), entries=tuple(e.id for e in entries), series=()
    )
    look = outlook_of(catalogue=with_routines(own, catalogue=with_entries(*entries)))

    found = outline(look, opening_at(), picks(look, "lying-complex", *pieces))

    assert ids(found) == [*pieces, "lying-fetal-rest", RISE]


def closing_seconds(minutes: float, **changes: Any) -> float:
    """Return how long the closing rest of a yoga session lasts in a slot."""
    look = outlook_of(person(**changes))
    at = opening_at(minutes=minutes)
    steps = steps_of(look, at, outline(look, at, picks(look, "yoga-asanas", *YOGA)))
    return next(step.duration_s for step in steps if step.purpose is Purpose.CLOSING)


@pytest.mark.parametrize(
    ("seconds", "rest"),
    [(377, 60), (406, 60), (407, 90), (436, 90), (437, 120), (616, 270), (617, 300), (3600, 300)],
)
def test_time_to_spare_goes_to_the_closing_rest_in_half_minutes(
    seconds: float, rest: float
) -> None:
    """Up to five minutes."""
    assert closing_seconds(seconds / 60) == rest
    assert LONGEST_CLOSING_S == 300


def test_a_reduced_closing_rest_stays_short() -> None:
    """In pregnancy lying on the back does not grow with the slot."""
    assert closing_seconds(60, conditions=["pregnancy"]) == 60


def test_a_closing_longer_than_five_minutes_is_not_cut() -> None:
    """One's own lasts as long as it says, and needs no time to spare."""
    rest = lying("own-rest", 400)
    yoga = evolve(CATALOGUE.routine("yoga-asanas"), closing=(rest.id,))
    look = outlook_of(catalogue=with_routines(yoga, catalogue=with_entries(rest)))
    at = opening_at(minutes=60)

    steps = steps_of(look, at, outline(look, at, picks(look, "yoga-asanas", *YOGA)))

    assert [s.duration_s for s in steps if s.purpose is Purpose.CLOSING] == [400]


def test_what_is_said_of_an_added_step_goes_with_it() -> None:
    """In pregnancy one rests on the left side."""
    look = outlook_of(person(conditions=["pregnancy"]))
    at = opening_at(minutes=60)

    steps = steps_of(look, at, outline(look, at, picks(look, "yoga-asanas", YOGA[1])))

    assert any("on the left side" in step.notes for step in steps)


def test_steps_carry_routine_purpose_changes_newness_and_notes() -> None:
    """The first has nothing before it; what was tried is not new."""
    look = outlook_of(person(conditions=["hip-pain"], tried=["yoga-supine-twist"]))
    happened(look, opening_at(8), step_of("yoga-corpse-pose"))
    at = opening_at()

    steps = steps_of(look, at, outline(look, at, picks(look, "yoga-asanas", *YOGA)))

    assert [step.between_s for step in steps] == [0, 10, 10, 10, 10]
    assert [step.is_new for step in steps] == [False, True, False, False, True]
    assert [step.routine for step in steps] == [*["yoga-asanas"] * 3, None, None]
    assert [bool(step.notes) for step in steps] == [False, True, False, False, False]


def test_a_rest_between_exercises_follows_at_once() -> None:
    """No ten seconds before it."""
    own = evolve(CATALOGUE.routine("lumbar"), entries=(effort().id,))
    look = outlook_of(catalogue=with_routines(own, catalogue=with_entries(effort())))
    at = opening_at()
    chosen = picks(look, "lumbar", effort().id)

    steps = steps_of(look, at, outline(look, at, chosen))

    assert [step.between_s for step in steps] == [0, 0]
    assert steps[1].duration_s == 20
