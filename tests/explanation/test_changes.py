"""Changes: what a concession would change, and nothing about health."""

from __future__ import annotations

from typing import Any, cast

import attrs
import pytest
from attrs import evolve
from hypothesis import given

from spinecare import EquipmentId, Person, Slot
from spinecare.errors import InvalidValueError
from spinecare.explanation import (
    Change,
    ChangeKind,
)
from spinecare.explanation._concessions import size_of
from tests.explanation.people import (
    CATALOGUE,
    person,
    someone,
)
from tests.strategies import instances


@given(instances(Change))
def test_no_change_touches_what_a_person_told_about_their_health(change: Change) -> None:
    """Conditions, pain, tense regions, screening, level, wishes: all stay as they are."""
    who = person("older")
    may_change = {"availability", "equipment", "places", "tried", "wakes_at"}

    changed = evolve(change, slots_before=(), slots_after=()).applied_to(who)

    for field in attrs.fields(Person):
        is_kept = getattr(changed, field.name) == getattr(who, field.name)
        assert is_kept or field.name in may_change


def test_smaller_changes_come_first() -> None:
    """One more minute comes before claiming to have done nineteen exercises."""
    slot = Slot(weekday="Mon", start="18:00", minutes=30)
    few, many = (tuple(entry.id for entry in CATALOGUE.entries[:n]) for n in (1, 19))
    changes = [
        Change(kind=ChangeKind.TRIED, tried=many),
        Change(kind=ChangeKind.MORE_WEEKS, more_weeks=2),
        *(
            Change(
                kind=ChangeKind.MORE_MINUTES,
                slots_before=(slot,),
                slots_after=(evolve(slot, minutes=minutes),),
            )
            for minutes in (35.0, 31.0)
        ),
        Change(kind=ChangeKind.TRIED, tried=few),
    ]

    told, one, five, weeks, much = sorted(changes, key=size_of)

    assert (told.tried, much.tried) == (few, many)
    assert [change.slots_after[0].minutes for change in (one, five)] == [31, 35]
    assert weeks.more_weeks == 2


def test_a_change_of_a_place_keeps_what_is_there() -> None:
    """A place that is listed gets things on top of its own; one that is not is added."""
    who = someone()
    mat, chair = EquipmentId("mat"), EquipmentId("chair")
    thing = Change(kind=ChangeKind.EQUIPMENT, place="office", things=(mat,), needs_floor=True)

    once = thing.applied_to(who)
    twice = evolve(thing, things=(chair,), needs_floor=False).applied_to(once)

    assert twice.place("office").equipment == ("mat", "chair")
    assert twice.place("office").has_floor
    assert twice.equipment == who.equipment


def test_a_change_at_home_adds_to_the_persons_own_things() -> None:
    """Home is where the person's equipment is."""
    ball = EquipmentId("gym-ball")
    change = Change(kind=ChangeKind.EQUIPMENT, place="home", things=(ball,))

    assert change.applied_to(someone(equipment=["mat"])).equipment == ("mat", "gym-ball")


def test_a_change_of_slots_keeps_the_others() -> None:
    """Only what is named changes."""
    old = Slot(weekday="Mon", start="18:00", minutes=30)
    new = evolve(old, minutes=40)
    change = Change(kind=ChangeKind.MORE_MINUTES, slots_before=(old,), slots_after=(new,))

    slots = change.applied_to(someone(availability="Mon, Tue 18:00 30 min")).availability.slots

    assert [slot.minutes for slot in slots] == [40, 30]


def test_a_change_of_a_slot_that_is_not_the_persons_is_refused() -> None:
    """It was found for somebody else, or is applied already."""
    old = Slot(weekday="Mon", start="18:00", minutes=30)
    change = Change(
        kind=ChangeKind.MORE_MINUTES,
        slots_before=(old,),
        slots_after=(evolve(old, minutes=40),),
    )

    with pytest.raises(InvalidValueError) as caught:
        change.applied_to(someone(availability="Tue 18:00 30 min"))

    assert str(caught.value) == (
        "slots_before must be slots of this person, got Mon 18:00 30 min (home)\n"
        "Maybe apply it to the person that explain() was asked with."
    )


def test_a_change_is_applied_to_persons_only() -> None:
    """Text is refused by name."""
    change = Change(kind=ChangeKind.MORE_WEEKS, more_weeks=1)

    with pytest.raises(InvalidValueError, match="person must be of type Person, got 'x'"):
        change.applied_to(cast("Any", "x"))
