"""Where parts of the body are, beside things: on them, before them or behind them.

A bed is far larger than what lies on it, so that the depths of middles say little. Here it is the
side of the thing that counts: what lies on it is in front of it, however deep it sinks in.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from spinecare.figures.body import Vec
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.parts import PARTS
from spinecare.figures.skeleton import Skeleton

_STEEP = 0.02  # of the way to the viewer, below which a side of a block is not seen
_SAME = 0.004  # body heights


@frozen
class Extent:
    """Where a thing is in the world, as a block."""

    name: str
    """Its piece."""
    low: Vec
    high: Vec


def beside(
    extents: Sequence[Extent], body: Skeleton, camera: Camera
) -> dict[tuple[str, str], float]:
    """Return for parts and things who is in front: 1 for the part, -1 for the thing."""
    found: dict[tuple[str, str], float] = {}
    if not extents:
        return found
    towards = camera.rows[2]
    for part in PARTS:
        places = [
            body.point(shape.segment, shape.local)
            for outline in part.outlines
            for shape in outline.balls
            if not (part.name == "trunk" and "uarm" in shape.segment)
        ]
        low = [min(place[axis] for place in places) for axis in range(3)]
        high = [max(place[axis] for place in places) for axis in range(3)]
        for extent in extents:
            found[part.name, extent.name] = _score(low, high, extent, towards)
    return found


def _score(low: Sequence[float], high: Sequence[float], extent: Extent, towards: Vec) -> float:
    """Return 1 if what reaches from `low` to `high` is before a block, -1 if behind it."""
    mean = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
    if mean[1] >= extent.high[1] - _SAME:
        return 1.0
    best, score = -float("inf"), 1.0
    for axis in (0, 2, 1):
        if abs(towards[axis]) < _STEEP:
            continue
        for clear, sign in (
            (low[axis] - extent.high[axis], 1.0),
            (extent.low[axis] - high[axis], -1.0),
        ):
            if clear > best:
                best, score = clear, sign if towards[axis] > 0 else -sign
    if best >= -_SAME:
        return score
    # neither is clear of the other: by the middles, along the way to the viewer
    middle = [(a + b) / 2 for a, b in zip(extent.low, extent.high, strict=True)]
    depth = sum(t * (a - b) for t, a, b in zip(towards, mean, middle, strict=True))
    return 1.0 if depth >= -_SAME else -1.0
