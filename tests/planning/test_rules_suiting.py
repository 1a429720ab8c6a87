"""Hard rules about the person: kept and broken one at a time."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spinecare.errors import ClinicianFirst, NotScreenedError
from spinecare.model import ExerciseId, Hold, Phase, Purpose, RoutineId, Screening
from spinecare.planning.screening import refuse_warning_signs
from tests.planning.builders import (
    CATALOGUE,
    breach,
    dosed_step,
    effort,
    lasting,
    office,
    opening_at,
    outlook_of,
    person,
    step_of,
    with_entries,
    with_routines,
)

SLOW = ExerciseId("lying-10d-double-knee-to-chest")
CAT = "upper-back-3-cat-standing"
"""It bends the spine to the end of the range."""


def test_a_session_is_refused_while_a_warning_sign_is_present() -> None:
    """The breach is the refusal itself, so that what to do stands first."""
    who = person(screening=Screening(yes=["rf-fever"], others="no"))

    said = breach("red-flag", outlook_of(who), opening_at(), step_of(CAT))

    with pytest.raises(ClinicianFirst) as refusal:
        refuse_warning_signs(who, CATALOGUE)
    assert said == str(refusal.value)
    assert said.startswith("See a clinician within 24 to 48 hours")


def test_a_session_is_refused_while_a_warning_sign_was_not_asked_about() -> None:
    """An open question never counts as "no"."""
    who = person(screening=Screening(no=["rf-fever"]))

    said = breach("red-flag", outlook_of(who), opening_at(), step_of(CAT))

    with pytest.raises(NotScreenedError) as refusal:
        refuse_warning_signs(who, CATALOGUE)
    assert said == str(refusal.value)


def test_a_screened_person_without_signs_may_exercise() -> None:
    """All answers are no."""
    assert breach("red-flag", outlook_of(), opening_at(), step_of(CAT)) == ""


def test_what_a_condition_avoids_is_named() -> None:
    """Osteoporosis avoids bending to the end of the range; circles of the shoulders it does not."""
    look = outlook_of(person(conditions=["osteoporosis"]))
    circles = step_of("upper-back-1-alternate-shoulder-raise")

    assert breach("condition-avoid", look, opening_at(), circles) == ""
    assert breach("condition-avoid", look, opening_at(), circles, step_of(CAT)) == CAT


def test_what_is_planned_only_on_request_is_named_without_one() -> None:
    """The hang after pull-ups is asked for by id."""
    hang = step_of("bar-hang")

    assert breach("condition-avoid", outlook_of(), opening_at(), hang) == "bar-hang"
    asked = outlook_of(person(asks_for=["bar-hang"]))
    assert breach("condition-avoid", asked, opening_at(), hang) == ""


PRESS = "neck-4-isometric-resisted"
TREATED = person(conditions=["hypertension-controlled"])
"""Treated high blood pressure asks for care with contractions held still."""


def test_the_reduced_form_keeps_the_caution() -> None:
    """Low end of the dose, marked as reduced, with its note."""
    look = outlook_of(TREATED)

    assert breach("condition-caution", look, opening_at(), dosed_step(look, PRESS)) == ""


@pytest.mark.parametrize(
    "change",
    [
        {"is_reduced": False},
        {"notes": ()},
        {"sets": 2},
        {"reps": 6},
    ],
    ids=str,
)
def test_one_number_above_the_low_end_breaks_the_caution(change: dict[str, Any]) -> None:
    """Not marked, no note, one set more, one repetition more."""
    look = outlook_of(TREATED)

    said = breach("condition-caution", look, opening_at(), dosed_step(look, PRESS, **change))

    assert said == PRESS


def test_a_longer_effort_breaks_the_caution_and_a_longer_relaxation_does_not() -> None:
    """Half a second more of contraction is too much; a minute more of rest is not."""
    look = outlook_of(TREATED)
    step = dosed_step(look, PRESS)

    assert breach("condition-caution", look, opening_at(), lasting(step, "contract", 5.5)) == PRESS
    assert breach("condition-caution", look, opening_at(), lasting(step, "relax", 65)) == ""


def test_a_full_dose_is_no_breach_where_no_condition_asks_for_care() -> None:
    """The same step that would break the caution."""
    at = opening_at()

    assert breach("condition-caution", outlook_of(), at, step_of(PRESS, reps=6)) == ""


def test_an_odd_number_of_movements_may_be_made_even_under_a_caution() -> None:
    """Both sides get the same: of 5 movements in all, 6 are done, and never 7."""
    rolls = CATALOGUE.entry("extra-10-knee-rolls")
    odd = evolve(rolls, dose=evolve(rolls.dose, reps=evolve(rolls.dose.reps, low=5)))
    look = outlook_of(person(conditions=["disc-herniation"]), with_entries(odd))
    assert look.suitable[odd.id].is_reduced

    step = dosed_step(look, odd.id)

    assert step.reps == 6
    assert breach("condition-caution", look, opening_at(), step) == ""
    assert breach("condition-caution", look, opening_at(), evolve(step, reps=7)) == odd.id


def test_what_is_not_at_hand_in_the_slot_is_named() -> None:
    """The office has a chair or it has not; at home there is one."""
    seated = step_of("relief-seated-hands-behind-head")
    bare = outlook_of(person(places=[office()]))
    chair = outlook_of(person(places=[office(equipment=["chair"])]))

    assert breach("equipment", bare, opening_at(place="office"), seated) == "chair"
    assert breach("equipment", chair, opening_at(place="office"), seated) == ""
    assert breach("equipment", bare, opening_at(), seated) == ""


def test_a_place_without_a_floor_is_named_before_things() -> None:
    """Lying on a towel needs the floor first."""
    towel = step_of("towel-roller-lying")
    standing = step_of(CAT)
    look = outlook_of(person(places=[office(has_floor=False)]))

    assert breach("equipment", look, opening_at(place="office"), standing, towel) == "floor"
    assert breach("equipment", look, opening_at(place="office"), standing) == ""


@pytest.mark.parametrize(
    ("hours", "said"), [(6, CAT), (6 + 59 / 60, CAT), (7, ""), (5.9, CAT), (24, "")]
)
def test_bending_waits_an_hour_after_getting_up(hours: float, said: str) -> None:
    """Up at 06:00: 05:54 and 06:59 are too early; 07:00 is not, nor the midnight after."""
    look = outlook_of()

    assert breach("waking", look, opening_at(hours), step_of(CAT)) == said


@pytest.mark.parametrize(("hours", "said"), [(7 + 59 / 60, CAT), (8, "")])
def test_bending_waits_two_hours_with_a_disc_herniation(hours: float, said: str) -> None:
    """The condition says so; the longest word of all conditions counts."""
    look = outlook_of(person(conditions=["knee-pain", "disc-herniation"]))

    assert breach("waking", look, opening_at(hours), step_of(CAT)) == said


def test_relief_positions_may_bend_early() -> None:
    """They relieve (evidence.md §9.5): as an opening, and as the routine of relief itself."""
    relief = "relief-knees-to-chest-leg-sway"
    opening = step_of(CAT, purpose=Purpose.OPENING)

    assert breach("waking", outlook_of(), opening_at(6), step_of(relief)) == ""
    assert breach("waking", outlook_of(), opening_at(6), opening) == ""


def test_relief_positions_of_ones_own_may_bend_early_too() -> None:
    """A second routine of relief beside the article's."""
    own = evolve(CATALOGUE.routine("relief-positions"), id=RoutineId("own-relief"), entries=(SLOW,))
    look = outlook_of(catalogue=with_routines(own))

    assert breach("waking", look, opening_at(6), step_of(SLOW)) == ""
    assert breach("waking", look, opening_at(6), step_of("relief-knees-to-chest-leg-sway")) == ""
    assert breach("waking", outlook_of(), opening_at(6), step_of(SLOW)) == SLOW


CRUNCH, NOD = "lumbar-2-crunch-crossed-arms", "neck-1-flexion-extension"


@pytest.mark.parametrize(
    ("pain", "effort_said", "movement_said"),
    [
        (None, "", ""),
        (0, "", ""),
        (2, "", ""),
        (2.1, CRUNCH, ""),
        (5, CRUNCH, ""),
        (5.1, CRUNCH, NOD),
        (10, CRUNCH, NOD),
    ],
)
def test_pain_allows_less_the_more_there_is(
    pain: float | None, effort_said: str, movement_said: str
) -> None:
    """Above 2 of 10 no effort, above 5 nothing but relief positions."""
    look, at = outlook_of(person(pain=pain)), opening_at()

    assert breach("pain", look, at, step_of(CRUNCH)) == effort_said
    assert breach("pain", look, at, step_of(NOD)) == movement_said
    relief = step_of("relief-knees-to-chest-leg-sway", "relief-positions")
    assert breach("pain", look, at, relief) == ""


def test_pain_allows_no_effort_that_the_planner_adds_either() -> None:
    """As an opening; rests and ways up may always be added."""
    much, strong = outlook_of(person(pain=3)), outlook_of(person(pain=6))
    opening = step_of(CRUNCH, purpose=Purpose.OPENING)
    rest = step_of("rest-sitting", purpose=Purpose.REST)
    up = step_of("transition-roll-and-rise", purpose=Purpose.WAY_UP)

    assert breach("pain", much, opening_at(), opening) == CRUNCH
    assert breach("pain", strong, opening_at(), rest, up) == ""


def test_movement_that_does_not_bend_may_come_early() -> None:
    """Circles of the shoulders right after getting up."""
    circles = step_of("upper-back-1-alternate-shoulder-raise")

    assert breach("waking", outlook_of(), opening_at(6), circles) == ""


LONG = effort(
    id="own-lying",
    kinds=["relaxation"],
    role="relax",
    start=CATALOGUE.entry("yoga-corpse-pose").start,
    tags=("supine",),
    phases=(Phase(kind="relax", cue="lie", seconds=Hold.of("5-600 s")),),
)
PREGNANT = person(conditions=["pregnancy"])


@pytest.mark.parametrize(("seconds", "said"), [(170, ""), (170.5, "own-lying")])
def test_lying_on_the_back_lasts_three_minutes_at_most_in_pregnancy(
    seconds: float, said: str
) -> None:
    """The ten seconds to get there count."""
    catalogue = with_entries(LONG)
    look = outlook_of(PREGNANT, catalogue)
    step = lasting(step_of("own-lying", catalogue=catalogue), "relax", seconds)

    assert breach("supine-limit", look, opening_at(), step) == said


def test_pieces_of_lying_on_the_back_add_up_until_one_turns() -> None:
    """Twice 90 s is too long in one piece, and well with a turn to the side between."""
    catalogue = with_entries(LONG)
    look = outlook_of(PREGNANT, catalogue)
    piece = lasting(step_of("own-lying", catalogue=catalogue), "relax", 90)
    side = step_of("rest-side-lying")

    assert breach("supine-limit", look, opening_at(), piece, piece) == "own-lying"
    longest = lasting(piece, "relax", 170)
    assert breach("supine-limit", look, opening_at(), piece, side, longest) == ""


def test_without_a_caution_one_may_lie_on_the_back_for_long() -> None:
    """Ten minutes and more."""
    catalogue = with_entries(LONG)
    step = lasting(step_of("own-lying", catalogue=catalogue), "relax", 600)

    assert breach("supine-limit", outlook_of(catalogue=catalogue), opening_at(), step) == ""
