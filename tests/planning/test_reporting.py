"""What a plan has to say: each finding with its exact text and concession."""

from __future__ import annotations

from datetime import timedelta

from attrs import evolve

from spinecare.model import Availability
from tests.planning.builders import (
    MONDAY,
    about,
    office,
    person,
    planned,
    told,
)


def test_what_is_nowhere_at_hand_is_told_with_its_name() -> None:
    """The smallest concession is the thing itself."""
    who = person(routines=["magic-towel"], equipment=[])

    assert about(who, "equipment") == [
        (
            "left-out",
            "",
            (
                "Lying on a rolled towel (Fukutsuji roller method) is left out: it needs this: "
                "towel, tightly rolled."
            ),
            "towel, tightly rolled",
        )
    ]


def test_room_to_lie_down_is_told_as_a_place() -> None:
    """An office without a floor and without things lacks the floor first."""
    who = person(
        routines=["magic-towel"],
        availability="Mon 12:00 20 min (office)",
        places=[office(has_floor=False)],
    )

    ((severity, _, reason, cure),) = about(who, "place")

    assert severity == "left-out"
    assert reason.endswith(" is left out: it needs this: room to lie down.")
    assert cure == "room to lie down"


def test_a_thing_that_one_slot_has_is_not_missing() -> None:
    """The towel is at home; the gym lacks it."""
    gym = office(name="gym")
    home = "Mon 12:00 20 min (gym); Tue 18:00 20 min"
    who = person(routines=["magic-towel"], availability=home, places=[gym])

    assert about(who, "equipment") == []
    assert about(who, "place") == []


def test_different_things_missing_in_different_places_name_one() -> None:
    """The first by its id; a person without slots misses nothing."""
    who = person(
        routines=["magic-towel"],
        equipment=[],
        availability="Mon 12:00 20 min (office); Tue 18:00 20 min",
        places=[office(has_floor=False)],
    )

    assert len(about(who, "place")) == 1
    assert about(evolve(who, availability=Availability(slots=())), "equipment") == []


def test_only_what_comes_up_is_told_as_reduced() -> None:
    """A slot too short for all of a long routine: the rest is told as not fitted, and once."""
    plan = planned(
        person(
            routines=["lying-complex"],
            conditions=["disc-herniation"],
            availability="Mon 18:00 6 min",
        )
    )

    done = {step.exercise for session in plan.sessions for step in session.steps}
    reduced = {f.subject for f in plan.findings if f.rule == "condition-caution"}
    assert reduced
    assert reduced <= done
    assert {f.subject for f in plan.findings if f.severity == "not-fitted"}.isdisjoint(done)


def test_what_is_avoided_misses_no_thing() -> None:
    """One reason is enough."""
    who = person(routines=["magic-towel"], equipment=[], conditions=["disc-herniation"])

    plan = planned(who)

    assert told(plan, "equipment") == []
    assert [row[0] for row in told(plan, "condition-avoid")] == ["left-out"]


def test_a_window_that_the_plan_ends_past_is_told_too() -> None:
    """One Monday slot, and the Mondays after it are days off."""
    off = [MONDAY + timedelta(days=7 * week) for week in (1, 2, 3)]
    slots = evolve(person(availability="Mon 18:00 20 min").availability, days_off=off)
    who = person(availability=slots, routines=["pulse-pull-ups"], equipment=["pull-up-bar"])

    found = [f for f in planned(who, weeks=4).findings if f.rule == "supercompensation"]

    [finding] = found
    assert finding.place == "2026-12-20"
    assert "is not back 27 days after 2026-11-23" in finding.reason
    assert finding.concession == "a slot from 2026-11-28 to 2026-12-01"
