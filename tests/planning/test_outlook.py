"""What keeps an exercise out of an opening, and what counts as new."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spinecare.model import Edge, SessionPart, Side
from spinecare.planning.outlook import Outlook
from spinecare.planning.timing import LOWEST, Grade
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    happened,
    office,
    opening_at,
    outlook_of,
    person,
    step_of,
)
from tests.planning.offering import A, looking, sized


def hindrance(look: Outlook, exercise: str, routine: str, at: float = 18, place: str = "") -> str:
    """Return the rule that keeps an exercise out of an opening."""
    opening = opening_at(at, place=place or "home")
    return look.hindrance(CATALOGUE.entry(exercise), CATALOGUE.routine(routine), opening)


def test_a_sound_person_is_hindered_by_nothing() -> None:
    """At home in the evening."""
    assert hindrance(outlook_of(), "yoga-supine-twist", "yoga-asanas") == ""


def test_the_first_rule_in_the_way_is_named() -> None:
    """Suitability, place, things, hours since getting up, stage, spacing: in this order."""
    who = person(
        conditions=["disc-herniation"],
        places=[office(), office(name="hall", has_floor=False)],
    )
    look = outlook_of(who)

    assert hindrance(look, "towel-roller-lying", "magic-towel", 6, "hall") == "condition-avoid"
    assert hindrance(look, "yoga-supine-twist", "yoga-asanas", 6, "hall") == "place"
    assert hindrance(look, "extra-10-knee-rolls", "extra-stretches", 6, "office") == "equipment"
    assert hindrance(look, "upper-back-2-cat-all-fours", "upper-back", 6, "office") == "waking"
    assert hindrance(look, "neck-4-isometric-resisted", "neck") == "stage"


@pytest.mark.parametrize(
    ("exercise", "routine", "hours", "rule"),
    [
        ("pulse-pull-up", "pulse-pull-ups", 119.9, "spacing"),
        ("pulse-pull-up", "pulse-pull-ups", 120, ""),
        ("towel-roller-lying", "magic-towel", 5, "spacing"),
        ("towel-roller-lying", "magic-towel", 24, ""),
        ("wushu-knee-rotation", "wushu-morning", 1, ""),
        ("upper-back-5-prone-chest-lift", "upper-back", 71.9, "spacing"),
    ],
)
def test_loads_and_daily_limits_keep_their_spacing(
    exercise: str, routine: str, hours: float, rule: str
) -> None:
    """Since a session at six in the evening."""
    look = outlook_of()
    happened(look, opening_at(18), step_of(exercise, routine))

    assert hindrance(look, exercise, routine, 18 + hours) == rule


def test_the_first_time_of_a_daily_exercise_waits_for_nothing() -> None:
    """The towel on the first day."""
    assert hindrance(outlook_of(), "towel-roller-lying", "magic-towel") == ""


def test_a_stage_opens_for_the_exercises_it_names() -> None:
    """After ten days of neck 1 to 3, on the fifteenth day."""
    look = outlook_of()
    first = CATALOGUE.routine("neck").entries[:3]
    for day in range(14):
        happened(look, opening_at(24 * day + 8), *(step_of(id, "neck") for id in first))

    assert hindrance(look, "neck-4-isometric-resisted", "neck", 24 * 13 + 18) == "stage"
    assert hindrance(look, "neck-4-isometric-resisted", "neck", 24 * 14 + 18) == ""


def test_a_stage_stays_shut_for_whom_one_exercise_before_it_does_not_suit() -> None:
    """Neck 1 bends to the end of the range; without it nothing leads up to neck 4."""
    look = outlook_of(person(leaves_out=["neck-1-flexion-extension"]))
    for day in range(14):
        steps = (step_of(id, "neck") for id in ("neck-2-rotation", "neck-3-side-bend"))
        happened(look, opening_at(24 * day + 8), *steps)

    assert hindrance(look, "neck-4-isometric-resisted", "neck", 24 * 14 + 18) == "stage"
    assert hindrance(look, "neck-4-isometric-resisted", "neck", 24 * 60 + 18) == "stage"


def test_what_the_planner_adds_by_itself_is_known_beforehand() -> None:
    """Resting poses, ways up, what opens and closes routines, relief positions; nothing else."""
    relief = [own for own in CATALOGUE.routines if own.part is SessionPart.RELIEF]
    around = [id for own in CATALOGUE.routines for id in (*own.opening, *own.closing)]
    poses = [entry.id for entry in (*CATALOGUE.rests, *CATALOGUE.transitions)]

    added = outlook_of().addable

    assert set(added) == {*poses, *around, *(id for own in relief for id in own.entries)}
    assert len(added) == len(set(added))
    assert set(around) - set(poses)
    assert "pulse-pull-up" not in added


def test_who_needs_no_time_to_sit_before_standing_up_gets_none() -> None:
    """Nor does who has no condition."""
    assert outlook_of().rise_s == 0
    (slow, *_) = (one for one in CATALOGUE.conditions if one.rise_s)
    assert outlook_of(person(conditions=[slow.id])).rise_s == slow.rise_s


def test_an_exercise_may_need_several_others() -> None:
    """Each comes along."""
    three = sized("a", 60, 60, 60)
    needed = [Edge(before=three[n].id, after=three[2].id, needs=True) for n in (0, 1)]

    look = looking({A: three}, needed)

    assert look.needs_of(three[2]) == {three[0].id, three[1].id}
    assert look.closure_of(three[2]) == {entry.id for entry in three}


def test_only_bending_to_the_end_of_the_range_can_be_too_early() -> None:
    """In the first hour; in the first two with a herniation."""
    look = outlook_of()
    cat = CATALOGUE.entry("upper-back-3-cat-standing")

    assert look.is_too_early(cat, opening_at(6.9))
    assert not look.is_too_early(cat, opening_at(7))
    assert not look.is_too_early(CATALOGUE.entry("neck-2-rotation"), opening_at(6))
    disc = outlook_of(person(conditions=["disc-herniation"]))
    assert disc.is_too_early(cat, opening_at(7.9))
    assert not disc.is_too_early(cat, opening_at(8))


@pytest.mark.parametrize(("day", "apart"), [(-1, True), (0, True), (27, True), (28, False)])
def test_bending_and_arching_are_kept_apart_for_twenty_eight_days(day: int, apart: bool) -> None:
    """Counted from the start of the plan."""
    assert outlook_of().keeps_apart(MONDAY + timedelta(days=day)) is apart


def test_efforts_are_new_until_they_are_tried() -> None:
    """Movement is not counted for a sound person; relaxation for nobody."""
    crunch = CATALOGUE.entry("lumbar-2-crunch-crossed-arms")
    circles, corpse = CATALOGUE.entry("wushu-knee-rotation"), CATALOGUE.entry("yoga-corpse-pose")
    sound, sore = outlook_of(), outlook_of(person(pain=None))

    assert [sound.counts_as_new(entry) for entry in (crunch, circles, corpse)] == [
        *(True, False, False),
    ]
    assert [sore.counts_as_new(entry) for entry in (crunch, circles, corpse)] == [
        *(True, True, False),
    ]
    happened(sore, opening_at(), step_of("wushu-knee-rotation"))
    assert not sore.counts_as_new(circles)
    assert not outlook_of(person(tried=[crunch.id])).counts_as_new(crunch)


def test_a_dose_is_worked_out_once_for_each_form() -> None:
    """Grade, strictness and the side that begins each make a form of their own."""
    look = outlook_of()
    feet = CATALOGUE.entry("wushu-foot-rotation")

    plain = look.dose(feet, grade=LOWEST, strict=False, first_side=None)
    grown = look.dose(feet, grade=Grade(reps=1), strict=False, first_side=None)
    strict = look.dose(feet, grade=LOWEST, strict=True, first_side=None)
    right = look.dose(feet, grade=LOWEST, strict=False, first_side=Side.RIGHT)

    assert look.dose(feet, grade=LOWEST, strict=False, first_side=None) is plain
    assert (plain[0].reps, grown[0].reps) == (10, 12)
    assert strict[0].duration_s == 165
    assert right[0].sides == (Side.RIGHT, Side.LEFT)
    assert len(look.doses) == 4


def test_routines_have_the_place_that_the_article_gives_them() -> None:
    """Wushu first."""
    look = outlook_of()

    assert look.place_of[CATALOGUE.routine("wushu-morning").id] == 0
    assert list(look.place_of) == [routine.id for routine in CATALOGUE.routines]
