"""What one picture shows, in plain values: the renderer's only input.

World axes are those of the International Society of Biomechanics (Wu & Cavanagh 1995): X forward,
Y up, Z to the right, right-handed; the floor is y = 0 and the body's height is 1.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from spinecare.figures.body import Vec
from spinecare.figures.skeleton import Skeleton


class Crop(StrEnum):
    """How much of the body a picture shows."""

    WHOLE = "whole"
    """All of it."""
    UPPER = "upper"
    """Head, shoulders and arms, for neck work: the top 0.50 of the height."""


class ArrowKind(StrEnum):
    """What an arrow says."""

    MOTION = "motion"
    """The way a part moves."""
    PUSH = "push"
    """Effort or pull without movement."""


@frozen(kw_only=True)
class View:
    """Where the viewer stands."""

    azimuth_deg: float
    """From the body's right side (0, looking along -Z) towards its front (90, along -X)."""
    elevation_deg: float
    """From level (0) to nearly straight above (89.9, never 90)."""


@frozen(kw_only=True)
class Prop:
    """A thing in the picture: its name, and its numbers as `figures/props.py` reads them."""

    name: str
    """`mat`, `bar`, `chair` …"""
    numbers: tuple[float, ...] = ()
    """Places and sizes in body heights."""
    landmark: str = ""
    """The landmark it lies at, for a pillow."""


@frozen(kw_only=True)
class Arrow:
    """A motion or push arrow."""

    path: tuple[Vec, ...]
    """Two or more world points from tail to head: the way of a landmark, or a straight line."""
    kind: ArrowKind = ArrowKind.MOTION
    """What it says."""
    is_offset: bool = True
    """Whether it is moved off the body, away from its centre."""
    is_both_ways: bool = False
    """Whether it has a head at both ends: to and fro."""


@frozen(kw_only=True)
class Badge:
    """A letter in a circle beside a landmark: which side it is."""

    letter: str
    """`L` or `R`."""
    landmark: str
    """Where it stands."""


@frozen(kw_only=True)
class Scene:
    """One picture."""

    skeleton: Skeleton
    """The body."""
    view: View
    """Where the viewer stands."""
    crop: Crop = Crop.WHOLE
    """How much of the body."""
    props: tuple[Prop, ...] = ()
    """What else is there."""
    targets: tuple[str, ...] = ()
    """Landmarks that the target mark stands at: what is stretched or worked."""
    arrows: tuple[Arrow, ...] = ()
    """Few: two as a rule."""
    badges: tuple[Badge, ...] = ()
    """Sides."""
    ghost: Skeleton | None = None
    """The pose it came from, drawn pale behind."""
    fists: tuple[str, ...] = field(default=())
    """Sides (`L`, `R`) whose hand is closed round something."""
    bounds: tuple[Skeleton, ...] = ()
    """Other frames of the same drawing, so that mat and card fit all of them."""
