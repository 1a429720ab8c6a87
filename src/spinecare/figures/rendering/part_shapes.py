"""What a part of the body is made of: balls on segments, and how they become an outline."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from spinecare.figures.body import Vec
from spinecare.figures.rendering.theme import Surface


class Form(StrEnum):
    """How balls become an outline."""

    TUBE = "tube"
    """Smoothly through all of them."""
    HULL = "hull"
    """The skin over two."""
    SKIN = "skin"
    """The skin over all of them."""


@frozen
class BallShape:
    """An ellipsoid on a segment."""

    segment: str
    local: Vec
    radii: Vec


@frozen
class Outline:
    """Some balls with one skin."""

    form: Form
    balls: tuple[BallShape, ...]
    least: float = 1.1
    """How long a tube must look, in radii, to be one."""


@frozen
class PartShape:
    """What is drawn as one piece: its outlines melt into each other."""

    name: str
    role: Surface
    outlines: tuple[Outline, ...]
    side: str = ""
    """`R` or `L` for a limb."""
    parent: str = ""
    """The part it hangs on."""
    joint: str = ""
    """The segment that begins at the joint with it."""
    merge: float = 0.0
    """How far round the joint no line divides the two, if they have one colour."""


def at(segment: str, x: float, y: float, z: float, *radii: float) -> BallShape:
    """Return a ball by the segment, the place in its frame, and one radius or three."""
    first = radii[0]
    return BallShape(segment, (x, y, z), (first, radii[1 % len(radii)], radii[2 % len(radii)]))
