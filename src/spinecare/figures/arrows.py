"""From an arrow's text to its path: the way a landmark goes, a straight line, a circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, radians, sin
from typing import Final

from spinecare.figures.arrow_texts import ToldArrow, told_arrow
from spinecare.figures.body import Vec
from spinecare.figures.cache import between
from spinecare.figures.frames import ShapedFrame
from spinecare.figures.scene import Arrow, ArrowKind
from spinecare.figures.skeleton import Skeleton

_GAP: Final = 0.035
"""Between the body and a straight arrow, body heights."""
_ONTO: Final = 0.012
"""Between the tip of an arrow that comes onto the body and the body."""
_LENGTH: Final = 0.14
"""Of a straight arrow."""
_ROUND: Final = 16
"""Points of a circle."""
_ROUND_DEG: Final = 300.0
"""Of a circle whose text says no degrees: its two ends stay apart."""
_SAMPLES: Final = 7
"""Points of a way that nobody has solved."""


def arrows_of(
    frame: ShapedFrame,
    before: str,
    frames: Mapping[str, ShapedFrame],
    skeletons: Mapping[str, Skeleton],
) -> tuple[Arrow, ...]:
    """Return the arrows of a frame.

    Args:
        frame: The frame.
        before: The frame that a movement starts from, where its text names none.
        frames: All frames of the drawing.
        skeletons: Their bodies.
    """
    here = skeletons[frame.id]
    found: list[Arrow] = []
    for text in frame.arrows:
        told = told_arrow(text)
        if told.kind == "move":
            start = told.start or before
            bodies = way_between(frames[start], frame, skeletons[start], here)
            path = tuple(body.landmark(told.landmark) for body in bodies)
        else:
            path = (_circle if told.kind == "circle" else _straight)(here, told)
        found.append(
            Arrow(
                path=path,
                kind=ArrowKind.PUSH if told.kind == "push" else ArrowKind.MOTION,
                is_offset=told.kind == "move",
                is_both_ways=told.is_both_ways,
            )
        )
    return tuple(found)


def _straight(body: Skeleton, told: ToldArrow) -> tuple[Vec, ...]:
    x, y, z = told.numbers
    length = hypot(x, y, z)
    along = (x / length, y / length, z / length)
    here = body.landmark(told.landmark)
    tail = -_ONTO - _LENGTH if told.is_onto else _GAP
    return _past(here, along, tail), _past(here, along, tail + _LENGTH)


def _circle(body: Skeleton, told: ToldArrow) -> tuple[Vec, ...]:
    """Return a part of a circle about an axis of the world, from its far side round."""
    radius, degrees, *_ = (*told.numbers, _ROUND_DEG)
    x, y, z = body.landmark(told.landmark)
    found: list[Vec] = []
    for step in range(_ROUND + 1):
        angle = radians(degrees) * (step / _ROUND - 0.5)
        a, b = radius * cos(angle), radius * sin(angle)
        around: dict[str, Vec] = {
            "x": (x, y + a, z + b),
            "y": (x + a, y, z + b),
            "z": (x + b, y + a, z),
        }
        found.append(around[told.axis])
    return tuple(found)


def way_between(
    first: ShapedFrame, second: ShapedFrame, start: Skeleton, end: Skeleton
) -> tuple[Skeleton, ...]:
    """Return bodies from one frame to another, both ends among them.

    Where the way is not shipped, the joints are bent evenly: no foot is planted then.
    """
    inner: Sequence[Skeleton] = between(first.shape, second.shape)
    if not inner:
        inner = between(second.shape, first.shape)[::-1]
    if not inner:
        inner = [blend(start, end, step / (_SAMPLES + 1)) for step in range(1, _SAMPLES + 1)]
    return (start, *inner, end)


def blend(first: Skeleton, second: Skeleton, share: float) -> Skeleton:
    """Return the body part of the way between two, every joint by itself."""
    numbers = tuple(a + share * (b - a) for a, b in zip(first.numbers, second.numbers, strict=True))
    return Skeleton(base=second.base, numbers=numbers)


def _past(point: Vec, along: Vec, by: float) -> Vec:
    return (point[0] + by * along[0], point[1] + by * along[1], point[2] + by * along[2])
