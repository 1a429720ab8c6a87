"""The reduced form under a caution, number by number."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Dose, Hold, Person, Phase, Side, Step, TagId
from spinecare.planning.dosing import dosed, longest_piece_s
from spinecare.planning.picking import GROWN
from spinecare.planning.screening import Suitability, suitabilities
from spinecare.planning.timing import LOWEST, Grade
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    effort,
    person,
    planned,
)

HEAD = "wushu-head-rotation"  # 3 to 5 repetitions


def of(id: str, who: Person, grade: Grade = LOWEST) -> Step:
    """Return an exercise with the dose a person gets."""
    suits = suitabilities(who, CATALOGUE)[CATALOGUE.entry(id).id]
    entry = CATALOGUE.entry(id)
    return dosed(entry, suits, CATALOGUE, grade=grade, strict=False, first_side=None)[0]


def efforts(step: Step) -> list[float]:
    """Return the seconds of the stress phases."""
    return [phase.seconds for phase in step.phases if phase.role == "stress"]


def test_a_sound_person_gets_the_grade_that_is_due() -> None:
    """And nothing of it is marked."""
    step = of("pulse-pull-up", person(), Grade.even(1))

    assert (step.reps, step.sets, step.rest_s) == (12, 3, 120)
    assert not step.is_reduced
    assert step.notes == ()


def test_the_reduced_form_stays_at_the_low_end() -> None:
    """Whatever grade is due; it is marked and says how it is reduced."""
    who = person(conditions=["hypertension-controlled"])

    step = of("pulse-pull-up", who, Grade.even(1))

    assert (step.reps, step.sets) == (8, 1)
    assert step.is_reduced
    assert step.notes == (
        "both feet carry at least half the weight; hang at most 5 s",
        "both feet carry at least half the weight",
    )


def test_each_way_of_reducing_is_said_once() -> None:
    """Hip tags share one form; the lines stand in the order of the tags."""
    who = person(conditions=["hip-pain"])

    assert of("yoga-wind-relieving-pose", who).notes == (
        "one leg at a time, half range, hold behind the thigh",
    )


def test_an_exercise_that_the_forms_of_its_tags_do_not_fit_has_its_own() -> None:
    """Nobody holds behind the thigh while kneeling."""
    who = person(conditions=["hip-pain", "knee-pain"])

    assert of("extra-09-kneeling-hip-flexor-stretch", who).notes == (
        CATALOGUE.entry("extra-09-kneeling-hip-flexor-stretch").reduced_form,
    )


def test_an_entry_named_without_such_a_tag_has_the_general_form() -> None:
    """Circles of the pelvis with a herniation: the entry itself is a caution."""
    step = of("wushu-pelvic-rotation", person(conditions=["disc-herniation"]))

    assert step.notes == ("low end of the dose, half the range",)


def suits(*tags: str) -> Suitability:
    """Return the suitability of an exercise with cautions for some tags."""
    return Suitability(cautions=tuple(TagId(tag) for tag in tags), is_reduced=True)


PHASES = (
    Phase(kind="contract", cue="tense", seconds=Hold.of(8)),
    Phase(kind="relax", cue="let go", seconds=Hold.of(20)),
    Phase(kind="stretch", cue="stretch", seconds=Hold.of(9)),
    Phase(kind="move", cue="move", seconds=Hold.of(7)),
)


@pytest.mark.parametrize(
    ("tags", "seconds"),
    [
        ((), [8, 20, 9, 7]),
        (("isometric",), [5, 20, 9, 7]),  # about contractions, not about stretches
        (("neck-resisted",), [5, 20, 9, 7]),
        (("extension-end",), [2, 20, 2, 7]),  # at most 2 s at the top, of every hold
        (("hang",), [5, 20, 5, 7]),
        (("hang", "extension-end"), [2, 20, 2, 7]),  # the shortest of all
        (("isometric", "rotation-end"), [5, 20, 9, 7]),
    ],
)
def test_each_tag_caps_the_holds_it_is_about(tags: tuple[str, ...], seconds: list[float]) -> None:
    """Relaxation and movement keep their seconds (evidence.md §2.2, the reduced form)."""
    own = effort(phases=PHASES)

    step, _ = dosed(own, suits(*tags), CATALOGUE, grade=LOWEST, strict=False, first_side=None)

    assert [phase.seconds for phase in step.phases] == seconds


def test_a_passive_hold_is_capped_by_what_is_about_holds() -> None:
    """A hang is no effort; five seconds at most, and an isometric caution does not touch it."""
    hang = CATALOGUE.entry("bar-hang-passing")
    longer = evolve(
        hang,
        phases=tuple(
            evolve(phase, seconds=Hold.of(9)) if phase.kind == "hold" else phase
            for phase in hang.phases
        ),
        dose=Dose(hold_s=9),
    )

    for tag, seconds in (("hang", 5), ("isometric", 9)):
        step, _ = dosed(longer, suits(tag), CATALOGUE, grade=LOWEST, strict=False, first_side=None)
        assert step.hold_s == seconds


@pytest.mark.parametrize("tag", ["water", "aerobic-effort"])
def test_swimming_lasts_half_the_time_under_a_caution(tag: str) -> None:
    """Ten minutes instead of twenty, and floating is not halved."""
    swim = CATALOGUE.entry("lumbar-4-swimming")

    step, _ = dosed(swim, suits(tag), CATALOGUE, grade=LOWEST, strict=False, first_side=None)

    assert [phase.seconds for phase in step.phases] == [600, 60]


def test_only_aerobic_work_under_its_own_cautions_is_halved() -> None:
    """Neither other cautions nor other kinds."""
    swim = CATALOGUE.entry("lumbar-4-swimming")
    reach, _ = dosed(
        swim, suits("overhead-reach"), CATALOGUE, grade=LOWEST, strict=False, first_side=None
    )
    own, _ = dosed(
        effort(phases=PHASES),
        suits("water"),
        CATALOGUE,
        grade=LOWEST,
        strict=False,
        first_side=None,
    )

    assert efforts(reach) == [1200]
    assert [phase.seconds for phase in own.phases] == [8, 20, 9, 7]


def test_hands_stay_empty_under_a_caution_for_loads() -> None:
    """Zero kilograms, not an unknown weight; other cautions keep the lighter one."""
    shrug = CATALOGUE.entry("neck-5-weighted-shrug")
    empty, _ = dosed(
        shrug, suits("load-in-hands"), CATALOGUE, grade=LOWEST, strict=False, first_side=None
    )
    light, _ = dosed(
        shrug, suits("isometric"), CATALOGUE, grade=LOWEST, strict=False, first_side=None
    )
    bare, _ = dosed(
        effort(), suits("load-in-hands"), CATALOGUE, grade=LOWEST, strict=False, first_side=None
    )

    assert empty.mass_kg == 0
    assert light.mass_kg == 1.5
    assert bare.mass_kg is None


def test_an_exercise_may_have_a_reduced_form_of_its_own() -> None:
    """It stands alone, whatever the tags say; in the full form nothing is said."""
    own = effort(phases=PHASES, reduced_form="on the wall")

    step, _ = dosed(
        own, suits("isometric", "hang"), CATALOGUE, grade=LOWEST, strict=False, first_side=None
    )
    full, _ = dosed(own, Suitability(), CATALOGUE, grade=LOWEST, strict=False, first_side=None)

    assert step.notes == ("on the wall",)
    assert full.notes == ()


def test_the_reduced_form_is_paired_too() -> None:
    """A strict person rests as long; what misses a relax phase is told it."""
    circles = CATALOGUE.entry("wushu-knee-rotation")

    step, missing = dosed(
        circles, suits("balance"), CATALOGUE, grade=LOWEST, strict=True, first_side=None
    )
    _, bare = dosed(
        effort(), suits("isometric"), CATALOGUE, grade=LOWEST, strict=False, first_side=None
    )

    assert step.phases[-1].seconds == 80
    assert (missing, bare) == (0, 5)


def test_the_side_whose_turn_it_is_begins_in_either_form() -> None:
    """Right first, reduced or not."""
    twist = CATALOGUE.entry("yoga-supine-twist")

    for suitability in (Suitability(), suits("rotation-end")):
        step, _ = dosed(
            twist, suitability, CATALOGUE, grade=LOWEST, strict=False, first_side=Side.RIGHT
        )
        assert step.sides == (Side.RIGHT, Side.LEFT)


def test_lying_on_the_back_lasts_three_minutes_in_one_piece_under_its_caution() -> None:
    """The shortest piece of all cautions; most give none."""
    assert longest_piece_s(suits("supine"), CATALOGUE) == 180
    assert longest_piece_s(suits("isometric", "supine"), CATALOGUE) == 180
    assert longest_piece_s(suits("isometric"), CATALOGUE) is None
    kept = tuple(tag for tag in CATALOGUE.tags if tag.id != "prone")
    own = evolve(CATALOGUE, tags=(*kept, evolve(CATALOGUE.tag("prone"), max_step_s=100.0)))
    assert longest_piece_s(suits("prone", "supine"), own) == 100
    assert longest_piece_s(Suitability(), CATALOGUE) is None


def seen(who: Person, exercise: str, weeks: int) -> list[tuple[int, int, bool]]:
    """Return day, repetitions and whether they are said to grow, wherever they change."""
    plan = planned(who, weeks=weeks)
    every = [
        ((session.date - MONDAY).days, step.reps, GROWN in step.notes)
        for session in plan.sessions
        for step in session.steps
        if step.exercise == exercise
    ]
    return [every[0], *(b for a, b in pairwise(every) if a[1:] != b[1:])]


def test_doses_of_a_plan_grow_every_two_weeks_and_say_so_until_the_span_ends() -> None:
    """Three circles, then four, then five, each said the first time; there is no sixth."""
    who = person(routines=["wushu-morning"], leaves_out=["wushu-knee-rotation"])

    assert seen(who, HEAD, 12) == [
        (0, 3, False),
        (14, 4, True),
        (15, 4, False),
        (28, 5, True),
        (29, 5, False),
    ]


@pytest.mark.parametrize("change", [{"pain": None}, {"pain": 2.1}, {"conditions": ["knee-pain"]}])
def test_doses_do_not_grow_with_pain_or_where_pain_is_unknown(change: dict[str, Any]) -> None:
    """Unknown is never progress; with a condition only what needs no care may grow."""
    who = person(routines=["wushu-morning"], **change)
    grows = "conditions" in change

    assert [reps for _, reps, _ in seen(who, HEAD, 8)] == ([3, 4, 4, 5, 5] if grows else [3])


def test_pain_of_two_still_lets_doses_grow() -> None:
    """The safe zone ends with 2 of 10 (Thomee 1997)."""
    who = person(routines=["wushu-morning"], pain=2)

    assert [reps for _, reps, _ in seen(who, HEAD, 8)] == [3, 4, 4, 5, 5]


def test_what_needs_care_does_not_grow() -> None:
    """Circles of the pelvis with a herniation stay at ten."""
    who = person(routines=["wushu-morning"], conditions=["disc-herniation"])

    assert seen(who, "wushu-pelvic-rotation", 8) == [(0, 10, False)]


@pytest.mark.parametrize(
    ("id", "seconds"),
    [
        ("lying-05a-neck-contract-relax", [2, 3, 1, 0, 2, 5]),
        ("lying-06a-shoulder-blade-pinch", [0, 4, 1, 0, 2, 5]),
    ],
)
def test_nobody_pulls_the_head_under_a_caution_for_it(id: str, seconds: list[float]) -> None:
    """The head stays on the pillow: contraction and relaxation only."""
    entry = CATALOGUE.entry(id)
    step, missing = dosed(
        entry, suits("neck-flexion-assist"), CATALOGUE, grade=LOWEST, strict=False, first_side=None
    )
    other, _ = dosed(entry, suits("supine"), CATALOGUE, grade=LOWEST, strict=False, first_side=None)

    assert [phase.seconds for phase in step.phases] == seconds
    assert all(phase.into_s == 0 for phase in step.phases)
    assert missing == 0
    assert other.duration_s > step.duration_s


def test_what_the_gentle_form_says_of_seconds_its_dose_keeps() -> None:
    """Because of pain, where no caution says for what: at most two seconds at the top."""
    table = CATALOGUE.entry("yoga-two-legged-table-pose")
    gentle = Suitability(is_reduced=True, is_eased=True)

    step, _ = dosed(table, gentle, CATALOGUE, grade=LOWEST, strict=False, first_side=None)

    assert "at most 2 s at the top" in step.notes[0]
    assert step.hold_s == 2


def test_words_that_say_nothing_of_seconds_leave_them() -> None:
    """The general words for the gentle form: half the range, for as long."""
    half = CATALOGUE.entry("lumbar-1-half-push-up")
    gentle = Suitability(is_reduced=True, is_eased=True)

    step, _ = dosed(half, gentle, CATALOGUE, grade=LOWEST, strict=False, first_side=None)

    assert step.notes == ("low end of the dose, half the range",)
    assert step.hold_s == 3
