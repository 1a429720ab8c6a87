"""What never came up: what kept it out, with its exact text and concession."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Availability, Dose, ExerciseId, Hold, Place
from spinecare.planning.absences import hindrance, never_placed
from spinecare.planning.placing import Placed
from tests.planning.builders import (
    CATALOGUE,
    MONDAY,
    about,
    opening_at,
    outlook_of,
    own_routine,
    person,
    planned,
    routines,
    with_entries,
    with_routines,
)

WAITS = "comes up in no session"


@pytest.mark.parametrize(
    ("changes", "subject", "rule", "why", "cure"),
    [
        (
            {"routines": ["wushu-morning"], "availability": "Mon 18:00 2 min"},
            "wushu-trunk-rotation",
            "time",
            "did not fit into any slot",
            "a longer slot",
        ),
        (
            {"routines": ["neck"]},
            "neck-5-weighted-shrug",
            "stage",
            "joins only after two weeks and ten completed days of the exercises before it",
            "",
        ),
        (
            {
                "routines": ["upper-back"],
                "leaves_out": ["upper-back-2-cat-all-fours"],
                "availability": "Mon 18:00 60 min",
            },
            "upper-back-3-cat-standing",
            "order",
            "an exercise that it builds on is not there",
            "",
        ),
        (
            {"routines": ["upper-back"], "availability": "Mon 06:30 60 min"},
            "upper-back-6-knees-to-chest-curl",
            "waking",
            "the slots it was offered are too soon after getting up to bend as far as it goes",
            "a later slot, or the time you get up",
        ),
        (
            {"routines": ["lying-complex"], "pain": 1, "availability": "Mon 18:00 60 min"},
            "lying-04-supine-neck-flexion-stretch",
            "new-things",
            "at most three new exercises join in one session, and others came first",
            "more sessions, or a word on what you have done before without trouble",
        ),
        (
            {
                "routines": ["lumbar"],
                "availability": "Mon 18:00 60 min",
                "leaves_out": ["lumbar-4-swimming"],
            },
            "lumbar-3-dry-land-swim",
            "apart",
            "bending and arching strength work stay apart in the first four weeks",
            "",
        ),
        (
            {"routines": ["lumbar"], "availability": "Mon 18:00 60 min"},
            "lumbar-4-swimming",
            "water",
            "work in water has a session of its own, and others came first",
            "another slot",
        ),
        (
            {
                "routines": ["neck"],
                "tense": ["neck"],
                "leaves_out": CATALOGUE.routine("relief-positions").entries,
            },
            "neck-2-rotation",
            "opening-closing",
            "the relief or closing rest that goes with it cannot be done in any slot",
            "a chair or a firm bed for the relief before it",
        ),
    ],
    ids=["time", "stage", "order", "waking", "new-things", "apart", "water", "opening-closing"],
)
def test_what_never_comes_up_says_what_kept_it_out(
    changes: dict[str, Any], subject: str, rule: str, why: str, cure: str
) -> None:
    """The rule that did so, in words, and what would cure it."""
    name = CATALOGUE.entry(subject).name

    found = about(person(**changes), rule, subject)

    assert found == [("not-fitted", "", f"{name} {WAITS}: {why}.", cure)]


def test_lying_longer_than_a_caution_allows_is_told() -> None:
    """An hour on the back in pregnancy."""
    corpse = CATALOGUE.entry("yoga-corpse-pose")
    own = evolve(
        corpse,
        id=ExerciseId("own-rest"),
        name="Own rest",
        phases=(evolve(corpse.phases[1], seconds=Hold.of("60 min")),),
        dose=Dose(),
    )
    routine = evolve(CATALOGUE.routine("magic-towel"), entries=(own.id,))
    catalogue = evolve(with_routines(routine), entries=(*CATALOGUE.entries, own))
    who = person(
        routines=["magic-towel"], conditions=["pregnancy"], availability="Mon 18:00 90 min"
    )

    assert about(who, "supine-limit", catalogue=catalogue) == [
        (
            "not-fitted",
            "",
            f"Own rest {WAITS}: it lies on the back longer than a caution allows in one piece.",
            "",
        )
    ]


def test_muscles_that_never_rested_are_told() -> None:
    """Whenever it was due they had been loaded too lately."""
    crunch = ExerciseId("lumbar-2-crunch-crossed-arms")
    weeks = planned(person(availability="Mon 18:00 1 min")).weeks
    placed = Placed(weeks=weeks, kept_out=((crunch, "spacing", 3), (crunch, "time", 1)))
    look = outlook_of()

    found = [f for f in never_placed(look, routines("lumbar"), placed) if f.subject == crunch]

    assert [(f.rule, f.severity, f.place, f.reason, f.concession) for f in found] == [
        (
            "spacing",
            "not-fitted",
            "",
            f"{CATALOGUE.entry(crunch).name} {WAITS}: its muscles never had rested long enough.",
            "another slot on another day",
        )
    ]


def test_a_routine_that_was_crowded_out_is_told_so() -> None:
    """Circles fit into each slot, but swimming is wanted more: no slot is blamed for its length."""
    who = person(
        routines=["lumbar", "wushu-morning"],
        leaves_out=CATALOGUE.routine("lumbar").entries[:3],
        availability="Mon, Thu 18:00 60 min",
    )
    name = CATALOGUE.entry("wushu-knee-rotation").name

    assert about(who, "cadence", "wushu-knee-rotation", weeks=2) == [
        (
            "not-fitted",
            "",
            f"{name} {WAITS}: its routine found no place beside what you want more.",
            "more slots, or fewer routines",
        )
    ]


def test_the_rule_that_kept_it_out_most_often_speaks() -> None:
    """Once a week it is too early to bend, twice there is time for circles of the head only."""
    who = person(
        routines=["upper-back"],
        level="practised",
        availability="Mon 06:30 60 min; Wed, Fri 18:00 1 min",
    )
    circle = evolve(CATALOGUE.entry("wushu-head-rotation"), id=ExerciseId("own-circle"))
    cat = evolve(CATALOGUE.entry("upper-back-2-cat-all-fours"), id=ExerciseId("own-cat"))
    short = own_routine("upper-back", circle.id, cat.id)
    catalogue = with_routines(short, catalogue=with_entries(circle, cat))

    often = about(who, "time", cat.id, weeks=2, catalogue=catalogue)
    early = about(
        evolve(who, availability=Availability.parse("Mon 06:30 60 min")),
        "waking",
        cat.id,
        catalogue=catalogue,
    )

    assert len(often) == 1
    assert len(early) == 1


@pytest.mark.parametrize(
    ("availability", "rule"),
    [
        ("Mon 06:30 60 min; Tue 18:00 1 min", "waking"),
        ("Mon 06:30 60 min; Tue, Wed 18:00 1 min", "time"),
        ("Mon 18:00 60 min (office)", "place"),
    ],
)
def test_of_a_routine_that_no_slot_is_for_every_slot_is_asked(availability: str, rule: str) -> None:
    """Too early in one, too short in others; the last by the name where they are as many."""
    cat = "upper-back-2-cat-all-fours"
    catalogue = with_routines(own_routine("upper-back", cat))
    who = person(routines=["upper-back"], availability=availability)

    plan = planned(who, catalogue=catalogue)

    assert [found.rule for found in plan.findings if found.subject == cat] == [rule]


def test_what_came_up_or_has_no_session_is_not_told() -> None:
    """Breaks and habits stand in no slot; what is left out has its own finding."""
    who = person(
        routines=["bar-hang-passing", "desk-breaks", "wushu-morning"],
        desk="Mon-Fri 09:00-17:00",
        leaves_out=["wushu-knee-rotation"],
    )

    plan = planned(who)

    assert [found for found in plan.findings if WAITS in found.reason] == []


def test_what_builds_on_something_barred_is_told_by_the_order() -> None:
    """The standing cat waits for the kneeling one, which needs a floor."""
    kneeling, standing = CATALOGUE.routine("upper-back").entries[1:3]
    look = outlook_of(person(places=[Place(name="office")]))
    back = CATALOGUE.routine("upper-back")

    assert hindrance(look, back, standing, opening_at(place="office")) == "order"
    assert hindrance(look, back, kneeling, opening_at(place="office")) == "place"
    assert hindrance(look, back, standing, opening_at()) == "cadence"
    assert hindrance(look, back, standing, opening_at(minutes=1)) == "time"
    gone = outlook_of(person(leaves_out=[kneeling]))
    assert hindrance(gone, back, standing, opening_at()) == "order"


def test_the_slots_of_the_last_week_are_asked() -> None:
    """When the most of the stages are open; here the Mondays around it are off."""
    off = [MONDAY + timedelta(days=7 * week) for week in (0, 2, 3)]
    slots = evolve(Availability.parse("Mon 18:00 1 min"), days_off=off)
    cat = "upper-back-2-cat-all-fours"

    assert (
        len(about(person(routines=["upper-back"], availability=slots), "time", cat, weeks=2)) == 1
    )


def test_what_is_at_hand_in_one_place_is_not_told_as_missing_there() -> None:
    """The towel is at home, where the slot is too short for it."""
    who = person(
        routines=["magic-towel"],
        availability="Mon 12:00 20 min (office); Tue 18:00 1 min",
        places=[Place(name="office", has_floor=True)],
    )

    assert [row[2] for row in about(who, "time", "towel-roller-lying")] == [
        f"{CATALOGUE.entry('towel-roller-lying').name} {WAITS}: did not fit into any slot."
    ]
