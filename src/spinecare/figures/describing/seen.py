"""What can be measured on a posed body: heights above what is below, directions, distances."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from math import hypot
from typing import Final

from attrs import frozen

from spinecare.figures.body import Vec
from spinecare.figures.frames import ShapedFrame
from spinecare.figures.landmarks import LANDMARKS, PAIRED_LANDMARKS
from spinecare.figures.props import surface
from spinecare.figures.scene import Prop
from spinecare.figures.sides import other_side
from spinecare.figures.skeleton import Skeleton

RIGHT: Final = "R"
LEFT: Final = "L"
SIDES: Final = (RIGHT, LEFT)
DOWN: Final = 0.03
"""A landmark whose skin is nearer to what is below it lies on it: 5 cm of 1.75 m."""
EVEN_DEG: Final = 8.0
"""Joints of the two sides that differ by less are said to be bent alike."""
EVEN: Final = 0.015
"""Likewise for places, body heights."""
_REACH: Final = 0.02
"""How far below a bearing thing's top a landmark may be and still count as above it."""


@frozen(kw_only=True)
class Seen:
    """A posed body and what is around it, measured."""

    frame: ShapedFrame
    """What was written."""
    skeleton: Skeleton
    """What came of it."""

    def at(self, name: str) -> Vec:
        """Return where a landmark is."""
        return self.skeleton.landmark(name)

    def height(self, name: str) -> float:
        """Return a landmark's height above the ground; its centre's."""
        return self.at(name)[1]

    def above(self, name: str) -> float:
        """Return how far a landmark's skin is above what is below it: the ground, a bed, a seat."""
        x, y, _ = self.at(name)
        return y - LANDMARKS[name].radius - self.support(x, y)[1]

    def is_down(self, *names: str) -> bool:
        """Tell whether every one of the landmarks lies on what is below it."""
        return all(self.above(name) < DOWN for name in names)

    def any_down(self, *names: str) -> bool:
        """Tell whether one of the landmarks lies on what is below it."""
        return any(self.is_down(name) for name in names)

    def support(self, x: float, y: float) -> tuple[str, float]:
        """Return what bears weight below a place, and its height; else the floor, 0."""
        best = ("floor", 0.0)
        for prop in self.frame.props:
            for start, end, height in self._bearing(prop):
                if start - _REACH <= x <= end + _REACH and best[1] < height <= y + _REACH:
                    best = (prop.name, height)
        return best

    def below(self, name: str) -> str:
        """Return the name of the thing below a landmark."""
        x, y, _ = self.at(name)
        return self.support(x, y)[0]

    def prop(self, name: str) -> Prop | None:
        """Return a thing of the picture; none if it is not there."""
        return next((prop for prop in self.frame.props if prop.name == name), None)

    def apart(self, first: str, second: str) -> float:
        """Return the distance of two landmarks, body heights."""
        return distance(self.at(first), self.at(second))

    def local(self, name: str, segment: str) -> Vec:
        """Return where a landmark is in a segment's frame: forward, up, to the right."""
        return self.turned(minus(self.at(name), self.skeleton.origin(segment)), segment)

    def turned(self, way: Vec, segment: str) -> Vec:
        """Return a way of the world in a segment's own axes."""
        axes = self.skeleton.axes(segment)
        x, y, z = (sum(way[row] * axes[row][column] for row in range(3)) for column in range(3))
        return (x, y, z)

    def joint(self, side: str, name: str) -> float:
        """Return a joint angle of one side; nearly equal ones of both sides are evened out."""
        return self.even(lambda one: self.skeleton.angle(f"{one}_{name}"), side, EVEN_DEG)

    def even(self, measure: Callable[[str], float], side: str, slack: float = EVEN) -> float:
        """Return a measure of one side; the mean of both where they hardly differ."""
        own, theirs = measure(side), measure(other(side))
        return (own + theirs) / 2 if abs(own - theirs) <= slack else own

    @cached_property
    def trunk(self) -> Vec:
        """The way from the pelvis to the base of the neck, of length 1."""
        return unit(minus(self.skeleton.origin("nec1"), self.skeleton.origin("pelvis")))

    @property
    def facing(self) -> float:
        """How much pelvis and chest look up: 1 lying on the back, -1 on the front."""
        return (self.skeleton.axes("pelvis")[1][0] + self.skeleton.axes("tho2")[1][0]) / 2

    def _bearing(self, prop: Prop) -> tuple[tuple[float, float, float], ...]:
        return surface((prop,))


def other(side: str) -> str:
    """Return the other side."""
    return other_side(f"{side}_")[0]


def of(side: str, *names: str) -> tuple[str, ...]:
    """Return landmarks of one side."""
    return tuple(f"{side}_{name}" if name in PAIRED_LANDMARKS else name for name in names)


def minus(first: Vec, second: Vec) -> Vec:
    """Return the way from the second place to the first."""
    return (first[0] - second[0], first[1] - second[1], first[2] - second[2])


def distance(first: Vec, second: Vec) -> float:
    """Return the distance of two places."""
    return hypot(*minus(first, second))


def unit(way: Vec) -> Vec:
    """Return a way with length 1."""
    length = hypot(*way) or 1.0
    return (way[0] / length, way[1] / length, way[2] / length)
