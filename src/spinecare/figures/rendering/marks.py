"""Where target marks and badges stand."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin
from typing import Final

from attrs import frozen

from spinecare.figures.body import SEGMENTS
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.rendering.pen import Point
from spinecare.figures.rendering.pieces import Piece, Seen, lies_on
from spinecare.figures.rendering.shapes import Ball, reach

TARGET: Final = 54.0  # units: the outer radius where the part is wide enough
_LEAST: Final = 26.0
BADGE: Final = 36.0
_BADGE_ROOM: Final = 16.0
_TURNS: Final = 12
_STEPS: Final = (0.0, 15.0, -15.0, 30.0, -30.0)  # units along a part


@frozen
class Target:
    """A target mark on the paper."""

    piece: str
    """The part it is on."""
    at: Point
    radius: float


def part_of(segment: str) -> str:
    """Return the part that a segment is drawn in."""
    side, _, name = segment.rpartition("_")
    if name.startswith(("lum", "tho", "clav")):
        return "trunk"
    if name.startswith("nec"):
        return "neck"
    return f"{side}_foot" if name == "toes" else segment


def target_at(landmark: str, seen: Seen, pieces: Sequence[Piece]) -> tuple[Target, ...]:
    """Return the places for a landmark's mark on its part, the best first.

    The first is the landmark's own, moved in from the part's edge; the others are a little further
    along the part, for where something hides the first.
    """
    name = part_of(SEGMENTS[LANDMARKS[landmark].segment].name)
    piece = next(item for item in pieces if item.name == name)
    x, y, _ = seen.landmark(landmark)
    scale = seen.camera.scale / 1000.0
    ways = [(_on_bone(x, y, a, b), a, b) for a, b in piece.capsules]
    (near, wide), a, b = min(ways, key=lambda way: _beyond(x, y, *way[0]))
    radius = max(_LEAST * scale, min(TARGET * scale, wide))
    far = hypot(x - near[0], y - near[1])
    inwards = min(far, max(0.0, far + 0.86 * radius - wide))
    if far:
        x, y = x - inwards * (x - near[0]) / far, y - inwards * (y - near[1]) / far
    dx, dy = b.x - a.x, b.y - a.y
    size = hypot(dx, dy) or 1.0
    return tuple(
        Target(name, (x + step * scale * dx / size, y + step * scale * dy / size), radius)
        for step in _STEPS
        if not step
        or lies_on(piece, x + step * scale * dx / size, y + step * scale * dy / size, -radius / 2)
    )


def _beyond(x: float, y: float, near: Point, wide: float) -> float:
    """Return how far a place is outside a bone's flesh; below 0 within."""
    return hypot(x - near[0], y - near[1]) - wide


def _on_bone(x: float, y: float, a: Ball, b: Ball) -> tuple[Point, float]:
    """Return the nearest point of a bone, and how wide the part is there, across the bone."""
    dx, dy = b.x - a.x, b.y - a.y
    square = dx * dx + dy * dy
    part = min(1.0, max(0.0, ((x - a.x) * dx + (y - a.y) * dy) / square)) if square > 1 else 0.5
    near = (a.x + part * dx, a.y + part * dy)
    size = square**0.5 or 1.0
    ux, uy = (-dy / size, dx / size) if square > 1 else (1.0, 0.0)
    return near, reach(a, ux, uy) * (1 - part) + reach(b, ux, uy) * part


def badge_at(
    landmark: str, seen: Seen, pieces: Sequence[Piece], taken: Sequence[tuple[Point, float]]
) -> Point:
    """Return where a badge stands: beside its landmark, where least is hidden.

    Args:
        landmark: What it stands beside.
        seen: The body before the camera.
        pieces: The body's parts.
        taken: Other marks, as places and their radii.
    """
    x, y, _ = seen.landmark(landmark)
    cx, cy, _ = seen.landmark("waist")
    best, least = (x, y), float("inf")
    for away in (62.0, 84.0, 110.0):
        for turn in range(_TURNS):
            ux, uy = cos(2 * pi * turn / _TURNS), sin(2 * pi * turn / _TURNS)
            at = (x + away * ux, y + away * uy)
            cost = 0.5 * away - 0.05 * hypot(at[0] - cx, at[1] - cy)
            cost += sum(_overlap(at, piece) for piece in pieces)
            for place, radius in taken:
                room = radius + BADGE + _BADGE_ROOM - hypot(at[0] - place[0], at[1] - place[1])
                cost += 10 * max(0.0, room)
            if cost < least:
                best, least = at, cost
    return best


def _overlap(at: Point, piece: Piece) -> float:
    left, top, right, bottom = piece.bounds
    room = BADGE + _BADGE_ROOM
    if not (left - room < at[0] < right + room and top - room < at[1] < bottom + room):
        return 0.0
    deepest = 0.0
    for a, b in piece.capsules:
        near, wide = _on_bone(*at, a, b)
        deepest = max(deepest, wide + room - hypot(at[0] - near[0], at[1] - near[1]))
    return deepest
