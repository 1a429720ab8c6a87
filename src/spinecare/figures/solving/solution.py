"""Solving a shape: the posed body, and what of the shape it cannot hold."""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen

from spinecare.figures.body import COUPLED, JOINTS, NUMBERS, PLACE
from spinecare.figures.cache import ANGLE_DIGITS, PLACE_DIGITS
from spinecare.figures.shape import At, Contact, On, Shape, Touch, Toward, subject
from spinecare.figures.skeleton import Skeleton
from spinecare.figures.solving.capsules import ALLOWED, PAIRS
from spinecare.figures.solving.descent import descend
from spinecare.figures.solving.motion import Array, Posed
from spinecare.figures.solving.residuals import Residuals, symmetric_subspace

TOLERANCE: Final = 0.005
"""The most that a contact or the ground may be missed by: 9 mm of 1.75 m."""
OVERLAP_TOLERANCE: Final = 0.025
"""The most that parts may be inside each other."""
DIRECTION_TOLERANCE_DEG: Final = 12.0
"""The most that a direction may be missed by."""
COUPLED_TOLERANCE_DEG: Final = 1.0
"""The most that joints may do together beyond their common limits."""


@frozen(kw_only=True)
class Miss:
    """Something a posed body does not hold."""

    what: str
    """The contact, the landmark or the joint, in words."""
    by: float
    """How much: body heights; degrees for joints and directions."""
    unit: str = "body heights"
    """`body heights` or `degrees`."""

    def __str__(self) -> str:
        """Return what is missed and by how much, in centimetres of a body of 1.75 m too."""
        if self.unit == "degrees":
            return f"{self.what}: {self.by:.0f} degrees off"
        return f"{self.what}: {self.by:.3f} body heights off ({175 * self.by:.0f} cm of 175)"


@frozen(kw_only=True)
class Solution:
    """A solved shape."""

    skeleton: Skeleton
    """The posed body."""
    misses: tuple[Miss, ...]
    """What it does not hold, beyond the tolerances; empty for a possible pose."""
    worst: float
    """The most that any contact, the ground or a part is missed by, body heights."""
    strayed: tuple[tuple[str, float], ...]
    """How far each hinted joint ended from its hint, in degrees, the farthest first."""


def solve(shape: Shape) -> Solution:
    """Return the body posed so that contacts hold and hints nearly do; the same every time."""
    residuals = Residuals(shape)
    if shape.is_symmetric:
        space = symmetric_subspace()
        pick = np.array([int(np.argmax(column)) for column in space.T])

        def missed(reduced: Array, width: float, with_slopes: bool) -> tuple[Array, Array | None]:
            rest, slopes = residuals.at(space @ reduced, width, with_slopes=with_slopes)
            return rest, None if slopes is None else slopes @ space

        start = np.clip(residuals.wanted, residuals.low, residuals.high)[pick]
        numbers = space @ descend(missed, start, residuals.low[pick], residuals.high[pick])
    else:
        numbers = descend(
            lambda at, width, slopes: residuals.at(at, width, with_slopes=slopes),
            residuals.wanted,
            residuals.low,
            residuals.high,
        )
    return examine(shape, _skeleton(shape.base, numbers))


def in_between(first: Skeleton, second: Skeleton, shape: Shape, steps: int) -> tuple[Skeleton, ...]:
    """Return poses on the way from one solved pose to another of the same base.

    Args:
        first: Where the way begins.
        second: Where it ends.
        shape: The contacts that hold all the way: those of both ends.
        steps: How many poses, neither end among them.
    """
    residuals = Residuals(shape)
    found: list[Skeleton] = []
    a, b = _numbers(first), _numbers(second)
    spread = np.radians(np.full(len(NUMBERS), 3.0))
    spread[:3] = 0.05
    residuals.spread = spread
    for step in range(1, steps + 1):
        share = (1 - np.cos(np.pi * step / (steps + 1))) / 2
        residuals.wanted = a + share * (b - a)
        numbers = descend(
            lambda at, width, slopes: residuals.at(at, width, with_slopes=slopes),
            residuals.wanted,
            residuals.low,
            residuals.high,
            (0.004, 0.0006),
        )
        found.append(_skeleton(shape.base, numbers))
    return tuple(found)


def examine(shape: Shape, skeleton: Skeleton) -> Solution:
    """Return how well a posed body holds a shape, without moving it."""
    residuals = Residuals(shape)
    numbers = _numbers(skeleton)
    posed = Posed(shape.base, numbers)
    places = posed.places(residuals.points, residuals.locals)
    misses: list[Miss] = []
    worst = 0.0
    for row in residuals.rows():
        contact = shape.contacts[row.what]
        off = max(abs(value) for value, _ in residuals.contact(row, places))
        worst = max(worst, off)
        if off >= TOLERANCE:
            misses.append(Miss(what=in_words(contact), by=off))
    for name, depth in zip(residuals.watched, residuals.sunk(places).tolist(), strict=True):
        worst = max(worst, depth)
        if depth >= TOLERANCE:
            misses.append(Miss(what=f"{name} above the ground", by=depth))
    for (first, second), depth in zip(PAIRS, residuals.overlaps(places).tolist(), strict=True):
        worst = max(worst, depth)
        if depth >= OVERLAP_TOLERANCE - ALLOWED:
            misses.append(Miss(what=f"{first} outside {second}", by=depth))
    misses += _turned_away(shape, skeleton)
    misses += _beyond_limits(skeleton)
    strayed = sorted(
        ((hint.joint, abs(skeleton.angle(hint.joint) - hint.degrees)) for hint in shape.hints),
        key=lambda pair: (-pair[1], pair[0]),
    )
    return Solution(skeleton=skeleton, misses=tuple(misses), worst=worst, strayed=tuple(strayed))


def _turned_away(shape: Shape, skeleton: Skeleton) -> list[Miss]:
    """Return the directions that are not held."""
    found: list[Miss] = []
    for contact in shape.contacts:
        if isinstance(contact, Toward):
            axes = skeleton.axes(contact.segment)
            way = [sum(row[k] * contact.axis[k] for k in range(3)) for row in axes]
            along = sum(way[k] * contact.direction[k] for k in range(3))
            off = float(np.degrees(np.arccos(np.clip(along, -1, 1))))
            if off >= DIRECTION_TOLERANCE_DEG:
                found.append(Miss(what=in_words(contact), by=off, unit="degrees"))
    return found


def _beyond_limits(skeleton: Skeleton) -> list[Miss]:
    """Return the joints that are bent too far, by themselves or together."""
    found: list[Miss] = []
    single = [(joint.name, (joint.name,), joint.low, joint.high) for joint in JOINTS]
    for what, joints, low, high in (*single, *COUPLED):
        tolerance = COUPLED_TOLERANCE_DEG if len(joints) > 1 else 0.01
        total = sum(skeleton.angle(joint) for joint in joints)
        beyond = max(low - total, total - high)
        if beyond > tolerance:
            found.append(Miss(what=f"{what} within its limits", by=beyond, unit="degrees"))
    return found


def in_words(contact: Contact) -> str:
    """Return a contact as a reader of the data would say it."""
    name = subject(contact)
    if isinstance(contact, On):
        return f"{name} on what is below it"
    if isinstance(contact, Touch):
        return f"{name} on {contact.other}"
    if isinstance(contact, At):
        shown = ", ".join("free" if n is None else f"{n:g}" for n in contact.place)
        return f"{name} at ({shown})"
    x, y, z = contact.direction
    return f"{name} pointing to ({x:.2f}, {y:.2f}, {z:.2f})"


def _numbers(skeleton: Skeleton) -> Array:
    numbers = np.array(skeleton.numbers)
    numbers[3:] = np.radians(numbers[3:])
    return numbers


def _skeleton(base: str, numbers: Array) -> Skeleton:
    """Round as the cache does, so that a kept pose and one just solved are the same."""
    places = [round(float(value), PLACE_DIGITS) + 0.0 for value in numbers[:3]]
    angles = [round(float(value), ANGLE_DIGITS) + 0.0 for value in np.degrees(numbers[3:])]
    values = [*places, *angles]
    for joint in JOINTS:
        place = PLACE[joint.name]
        values[place] = min(max(values[place], joint.low), joint.high)
    return Skeleton(base=base, numbers=tuple(values))
