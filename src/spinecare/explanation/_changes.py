"""Concessions: small changes to what a person told, that a plan was tried with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from enum import StrEnum
from typing import cast

from attrs import evolve, field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model import EquipmentId, ExerciseId, Person, Place, Slot


class ChangeKind(StrEnum):
    """What a concession changes, the easiest first."""

    TRIED = "tried"
    """Exercises that the person has done before without trouble."""
    WAKING_TIME = "waking-time"
    """The time of getting up, where it was not known."""
    MORE_MINUTES = "more-minutes"
    """Longer slots."""
    LATER = "later"
    """A slot that begins later."""
    EQUIPMENT = "equipment"
    """Things at hand at a place, or its floor."""
    MORE_SLOTS = "more-slots"
    """New slots."""
    MORE_WEEKS = "more-weeks"
    """A longer plan."""


@frozen(kw_only=True)
class Change:
    """A change to what a person told the planner; nothing about health is ever one."""

    kind: ChangeKind
    """What it changes."""
    slots_before: tuple[Slot, ...] = field(default=())
    """Slots as they are, where it changes any."""
    slots_after: tuple[Slot, ...] = field(default=())
    """The same slots as they would be, or new ones."""
    place: str = field(default="")
    """The place that gets things."""
    things: tuple[EquipmentId, ...] = field(default=())
    """The things it gets."""
    needs_floor: bool = field(default=False)
    """Whether one could lie and kneel on the floor there."""
    tried: tuple[ExerciseId, ...] = field(default=())
    """Exercises done before without trouble."""
    wakes_at: time | None = field(default=None)
    """When the person gets up."""
    more_weeks: int = field(default=0)
    """Weeks that the plan would be longer."""

    def applied_to(self, person: Person) -> Person:
        """Return a person with the change made; weeks are for the caller to add.

        Raises:
            InvalidValueError: It is no person, a slot to change is not one of theirs, or the slots
                would overlap.
        """
        if not isinstance(cast("object", person), Person):
            raise InvalidValueError.of("person", "of type Person", person)
        for slot in self.slots_before:
            if slot not in person.availability.slots:
                text = f"{slot.weekday} {slot.start:%H:%M} {slot.minutes:g} min ({slot.place})"
                cure = "apply it to the person that explain() was asked with."
                raise InvalidValueError("slots_before", "slots of this person", text, cure)
        slots = [slot for slot in person.availability.slots if slot not in self.slots_before]
        is_listed = any(place.name == self.place for place in person.places)
        at_home = self.place == "home" and not is_listed
        return evolve(
            person,
            availability=evolve(person.availability, slots=(*slots, *self.slots_after)),
            equipment=_joined(person.equipment, self.things if at_home else ()),
            places=person.places if at_home or not self.place else self._places(person),
            tried=_joined(person.tried, self.tried),
            wakes_at=self.wakes_at or person.wakes_at,
        )

    def _places(self, person: Person) -> tuple[Place, ...]:
        place = person.place(self.place)
        changed = evolve(
            place,
            equipment=_joined(place.equipment, self.things),
            has_floor=place.has_floor or self.needs_floor,
        )
        others = (other for other in person.places if other.name != self.place)
        return (*others, changed)


def _joined(some: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *more)))


@frozen(kw_only=True)
class Concession:
    """A small change that would cure something, tried by planning with it."""

    text: str
    """The change and what it would do, in one sentence."""
    change: Change
    """The change itself, to be applied to the person."""
    is_verified: bool = field(default=True)
    """Whether a plan made with the change does what the text says; others are not returned."""
