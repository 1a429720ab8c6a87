"""A body shape as a person describes it: a base, angles as hints, contacts as facts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from attrs import evolve, frozen

from spinecare.figures.body import Vec
from spinecare.figures.sides import TURNED, other_side
from spinecare.figures.skeleton import MIRRORED_BASE

BODY_VERSION: Final = 2
"""Raised whenever the body or the solver changes what a shape comes to, so that the cache is made
anew."""


@frozen
class Hint:
    """Roughly how far a joint is bent."""

    joint: str
    """The joint, with its side."""
    degrees: float
    """The angle; body heights for a place."""
    stiffness: float = 1.0
    """How much more it is to be trusted than other hints."""


@frozen
class On:
    """A landmark lies on what is below it."""

    landmark: str
    """The landmark."""
    above: float = 0.0
    """How high above it, body heights."""


@frozen
class At:
    """A landmark is somewhere."""

    landmark: str
    """The landmark."""
    place: tuple[float | None, float | None, float | None]
    """Where; `None` leaves an axis free."""
    is_on: bool = False
    """Whether its skin also lies on what is below it."""


@frozen
class Touch:
    """A landmark is on another one."""

    landmark: str
    """The landmark that comes to the other."""
    other: str
    """The other."""
    offset: Vec = (0.0, 0.0, 0.0)
    """How far from it, in the world."""


@frozen
class Toward:
    """A segment's axis points somewhere."""

    segment: str
    """The segment, with its side."""
    axis: Vec
    """The axis in the segment's frame."""
    direction: Vec
    """Where it points in the world; of length 1."""


Contact = On | At | Touch | Toward


def subject(contact: Contact) -> str:
    """Return the landmark or segment that a contact is about."""
    return contact.segment if isinstance(contact, Toward) else contact.landmark


@frozen(kw_only=True)
class Shape:
    """A body shape to be solved."""

    base: str
    """How the pelvis lies."""
    hints: tuple[Hint, ...] = ()
    """In order of joint."""
    contacts: tuple[Contact, ...] = ()
    """In the order given."""
    surface: tuple[tuple[float, float, float], ...] = ()
    """What bears weight beside the ground: from x, to x, height."""

    def mirrored(self) -> Shape:
        """Return the mirror image."""
        return Shape(
            base=MIRRORED_BASE.get(self.base, self.base),
            hints=tuple(sorted(map(_mirrored_hint, self.hints), key=lambda hint: hint.joint)),
            contacts=tuple(map(_mirrored_contact, self.contacts)),
            surface=self.surface,
        )

    @property
    def is_symmetric(self) -> bool:
        """Whether it is its own mirror image."""
        mirror = self.mirrored()
        return (
            self.base == mirror.base
            and self.hints == mirror.hints
            and set(map(_canonical, self.contacts)) == set(map(_canonical, mirror.contacts))
        )

    @property
    def key(self) -> str:
        """A short text, the same for equal shapes and for no others: its place in the cache."""
        data = [
            BODY_VERSION,
            self.base,
            [[hint.joint, _same(hint.degrees), _same(hint.stiffness)] for hint in self.hints],
            sorted(_plain(contact) for contact in self.contacts),
            [[_same(number) for number in strip] for strip in self.surface],
        ]
        return sha256(json.dumps(data).encode()).hexdigest()[:16]


def changed(
    shape: Shape,
    *,
    base: str = "",
    hints: Iterable[Hint] = (),
    contacts: Iterable[Contact] = (),
    free: Iterable[str] = (),
) -> Shape:
    """Return a shape with some hints and contacts in place of those about the same things."""
    told = {hint.joint: hint for hint in shape.hints} | {hint.joint: hint for hint in hints}
    new = tuple(contacts)
    told_of = {_about(contact) for contact in new}
    freed = set(free)
    kept = tuple(
        contact
        for contact in shape.contacts
        if _about(contact) not in told_of and subject(contact) not in freed
    )
    return evolve(
        shape,
        base=base or shape.base,
        hints=tuple(told[joint] for joint in sorted(told)),
        contacts=kept + new,
    )


def _about(contact: Contact) -> tuple[bool, str]:
    """Return what a contact rules: where a landmark is, or where a segment of that name points."""
    return isinstance(contact, Toward), subject(contact)


def _mirrored_hint(hint: Hint) -> Hint:
    sign = -1.0 if hint.joint in TURNED else 1.0
    return Hint(other_side(hint.joint), sign * hint.degrees + 0.0, hint.stiffness)


def _mirrored_contact(contact: Contact) -> Contact:
    if isinstance(contact, On):
        return On(other_side(contact.landmark), contact.above)
    if isinstance(contact, At):
        x, y, z = contact.place
        return At(
            other_side(contact.landmark), (x, y, None if z is None else 0.0 - z), contact.is_on
        )
    if isinstance(contact, Touch):
        return Touch(
            other_side(contact.landmark), other_side(contact.other), _turned(contact.offset)
        )
    return Toward(other_side(contact.segment), _turned(contact.axis), _turned(contact.direction))


def _canonical(contact: Contact) -> Contact:
    """Return the one of two ways to say that a landmark is on another."""
    if isinstance(contact, Touch) and contact.other < contact.landmark:
        x, y, z = contact.offset
        return Touch(contact.other, contact.landmark, (0.0 - x, 0.0 - y, 0.0 - z))
    return contact


def _turned(vector: Vec) -> Vec:
    return (vector[0], vector[1], 0.0 - vector[2])


def _plain(contact: Contact) -> list[object]:
    if isinstance(contact, On):
        return ["on", contact.landmark, _same(contact.above)]
    if isinstance(contact, At):
        place = ["free" if number is None else _same(number) for number in contact.place]
        return ["at", contact.landmark, str(place), contact.is_on]
    if isinstance(contact, Touch):
        return ["touch", contact.landmark, contact.other, str([*map(_same, contact.offset)])]
    axis, direction = [*map(_same, contact.axis)], [*map(_same, contact.direction)]
    return ["toward", contact.segment, str(axis), str(direction)]


def _same(number: float) -> float:
    """Return equal numbers as one: 0 for -0, and 1.0 for 1."""
    return float(number) + 0.0
