"""Slots that hold nothing, places that nobody described, breaks in pain: each is told."""

from __future__ import annotations

from spinecare.model import Place, Severity
from tests.planning.builders import office, person, planned, told


def test_a_slot_that_never_holds_a_session_is_told_with_its_place() -> None:
    """Lying work at an office without a floor finds none; the evening at home does."""
    who = person(
        availability="Tue 13:00 10 min (office); Mon 18:00 30 min",
        places=[office(has_floor=False)],
        routines=["lying-complex"],
    )

    assert told(planned(who), "idle-slot") == [
        (
            "not-fitted",
            "Tue 13:00",
            (
                "This slot at office stays empty every week: nothing of the routines is due or "
                "can be done there."
            ),
            "other routines, or more things at hand there",
        )
    ]


def test_a_slot_that_holds_a_session_in_one_week_is_not_idle() -> None:
    """Pull-ups use one slot of two."""
    who = person(availability="Mon 18:00 30 min", routines=["neck"])

    assert told(planned(who, weeks=2), "idle-slot") == []


def test_a_place_that_nobody_described_is_told() -> None:
    """A slip of the pen would else take all things and the floor away in silence."""
    who = person(
        availability="Mon 18:00 30 min (ofice)",
        places=[Place(name="office", has_floor=True)],
        routines=["neck"],
    )

    [(severity, _, reason, concession)] = told(planned(who), "unknown-place")

    assert severity == Severity.NOTE
    assert reason == (
        "The place 'ofice' is not described, so nothing is at hand there, not even the floor."
    )
    assert concession == "this place among your places, spelt the same"


def test_pain_leaves_walking_and_stretching_in_breaks() -> None:
    """Getting up eases; bending waits."""
    who = person(desk="Mon-Fri 09:00-17:00", routines=["desk-breaks"], pain=3, wakes_at="06:00")

    plan = planned(who)

    offered = {
        id for day in plan.days for one in day.desk_breaks for id in (one.exercise, *one.others)
    }
    assert offered == {"desk-break-stretch", "desk-break-walk"}
    assert [finding.rule for finding in plan.findings if finding.subject == "desk-break-bends"] == [
        "pain"
    ]
