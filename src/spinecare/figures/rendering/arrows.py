"""Arrows: which way a part moves, and where effort goes without movement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import Final

from attrs import frozen

from spinecare.figures.rendering.pen import Pen, Point
from spinecare.figures.rendering.pieces import Piece, Seen, lies_on
from spinecare.figures.rendering.shapes import Ball, polygon, reach
from spinecare.figures.scene import Arrow, ArrowKind

HEAD_LONG: Final = 46.0
HEAD_WIDE: Final = 44.0
_NOTCH: Final = 12.0
CASING: Final = 6.0
_SAMPLES: Final = 7
_SAMPLES_ROUND: Final = 15  # of a circle
_FIRST, _LAST = 0.10, 0.90  # of a motion's path
_LEAST: Final = 130.0  # units: shorter arrows are all head
_KEPT: Final = 0.85  # of its length, by an arrow moved aside
_STRAIGHT: Final = 0.5  # of its length, that a way's ends must be apart
_OFFSETS: Final = (70.0, 90.0, 110.0, 135.0, 160.0, 200.0)
_FACE_ROOM: Final = 14.0
_BODY_ROOM: Final = 22.0


@frozen
class DrawnArrow:
    """An arrow on the paper."""

    kind: ArrowKind
    shaft: str
    """A path along the middle; for a push, the whole outline."""
    heads: str
    """The heads' outlines."""
    points: tuple[Point, ...]
    """Points along it, tail first, as drawn."""


def lay(
    arrow: Arrow, seen: Seen, pieces: Sequence[Piece], head: Sequence[Ball]
) -> tuple[Point, ...]:
    """Return the way of an arrow on the paper: off the body, and never across the face.

    Args:
        arrow: The arrow.
        seen: The body before the camera.
        pieces: The body's parts.
        head: The balls of the head, which no arrow may cross.
    """
    points = [seen.camera.project(point)[:2] for point in arrow.path]
    way = (
        _resampled(points, _FIRST, _LAST)
        if arrow.is_offset and len(points) > 2
        else _resampled(points)
    )
    if arrow.is_offset and _chord(way) < _STRAIGHT * _length(way):
        way = [way[0], way[-1]]  # there and back: only where it leads to can be shown
    way = _lengthened(way)
    middle = seen.landmark("pelvis"), seen.landmark("chest")
    centre = ((middle[0][0] + middle[1][0]) / 2, (middle[0][1] + middle[1][1]) / 2)
    scale = seen.camera.scale / 1000.0
    if not arrow.is_offset and _faces(way, head) <= 0:
        return tuple(way)
    sides = _sides(way, centre)
    best: list[Point] = way
    least = float("inf")
    for offset in ((0.0,) if not arrow.is_offset else ()) + _OFFSETS:
        for rank, side in enumerate(sides):
            moved = _moved(way, side * offset * scale)
            cost = 1e4 * max(0.0, _faces(moved, head)) + _covered(moved, pieces) * 10
            cost += offset * 0.3 + rank * 25
            if cost < least:
                best, least = moved, cost
    return tuple(best)


def _resampled(points: Sequence[Point], first: float = 0.0, last: float = 1.0) -> list[Point]:
    """Return points evenly along a polyline, from one share of its length to another."""
    lengths = [0.0]
    for a, b in pairwise(points):
        lengths.append(lengths[-1] + hypot(b[0] - a[0], b[1] - a[1]))
    found: list[Point] = []
    place = 0
    count = 2 if len(points) == 2 else _SAMPLES if len(points) < _SAMPLES_ROUND else _SAMPLES_ROUND
    for step in range(count):
        want = lengths[-1] * (first + (last - first) * step / (count - 1))
        while place < len(points) - 2 and lengths[place + 1] < want:
            place += 1
        span = lengths[place + 1] - lengths[place]
        part = (want - lengths[place]) / span if span else 0.0
        a, b = points[place], points[place + 1]
        found.append((a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
    return found


def _lengthened(way: list[Point]) -> list[Point]:
    """Return a way stretched about its middle to the least length that shows a shaft."""
    length = _length(way)
    if not length or length >= _LEAST:
        return way
    grown = _LEAST / length
    mx, my = way[len(way) // 2] if len(way) > 2 else _middle(way[0], way[1])
    return [(mx + grown * (x - mx), my + grown * (y - my)) for x, y in way]


def _length(way: Sequence[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way))


def _chord(way: Sequence[Point]) -> float:
    return hypot(way[-1][0] - way[0][0], way[-1][1] - way[0][1])


def _middle(a: Point, b: Point) -> Point:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def _sides(way: Sequence[Point], centre: Point) -> tuple[float, float]:
    """Return the sides to move an arrow to, that away from the body first."""
    ax, ay = way[0]
    bx, by = way[-1]
    mx, my = way[len(way) // 2]
    # the normal to the right of the way is (-dy, dx) on paper, where y goes down
    away = -(by - ay) * (mx - centre[0]) + (bx - ax) * (my - centre[1])
    return (1.0, -1.0) if away >= 0 else (-1.0, 1.0)


def _moved(way: Sequence[Point], offset: float) -> list[Point]:
    """Return a way moved sideways with its bends, or as a whole where they would close up."""
    found: list[Point] = []
    for place, (x, y) in enumerate(way):
        before, after = way[max(0, place - 1)], way[min(len(way) - 1, place + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        size = hypot(dx, dy) or 1.0
        found.append((x - offset * dy / size, y + offset * dx / size))
    if _length(found) >= _KEPT * _length(way):
        return found
    dx, dy = way[-1][0] - way[0][0], way[-1][1] - way[0][1]
    size = hypot(dx, dy) or 1.0
    return [(x - offset * dy / size, y + offset * dx / size) for x, y in way]


def along(way: Sequence[Point]) -> list[Point]:
    """Return places along an arrow, near enough to each other to miss nothing."""
    return _resampled(list(way)) if len(way) > 2 else _resampled([way[0], _middle(*way), way[1]])


def _faces(way: Sequence[Point], head: Sequence[Ball]) -> float:
    """Return how far an arrow comes into the head; 0 or less if it stays out of it."""
    deepest = -float("inf")
    for x, y in along(way):
        for at in head:
            dx, dy = x - at.x, y - at.y
            far = hypot(dx, dy) or 1.0
            room = reach(at, dx / far, dy / far) + HEAD_WIDE / 2 + _FACE_ROOM
            deepest = max(deepest, room - far)
    return deepest


def _covered(way: Sequence[Point], pieces: Sequence[Piece]) -> int:
    """Return how many points of an arrow lie on the body."""
    return sum(any(lies_on(piece, x, y, _BODY_ROOM) for piece in pieces) for x, y in along(way))


def draw(arrow: Arrow, way: Sequence[Point], line: float) -> DrawnArrow:
    """Return an arrow's paths.

    Args:
        arrow: The arrow.
        way: Its way on the paper, tail first.
        line: How thick its shaft is.
    """
    size = line / 15.0
    points = list(way)
    heads = Pen()
    if arrow.kind is ArrowKind.PUSH:
        return DrawnArrow(arrow.kind, _block(points, size, arrow.is_both_ways), "", tuple(way))
    points = _headed(heads, points, size)
    if arrow.is_both_ways:
        points = _headed(heads, points[::-1], size)[::-1]
    pen = Pen()
    pen.move(*points[0])
    if len(points) > 2:
        pen.through(points)
    else:
        pen.line(*points[-1])
    return DrawnArrow(arrow.kind, pen.text, heads.text, tuple(way))


def _headed(pen: Pen, points: list[Point], size: float) -> list[Point]:
    """Draw a head at the last point, and return the way cut off where the shaft meets it."""
    long, half, notch = HEAD_LONG * size, HEAD_WIDE * size / 2, _NOTCH * size
    tip = points[-1]
    cut = _cut(points, long - notch)
    base = cut[-1]
    ux, uy = tip[0] - base[0], tip[1] - base[1]
    far = hypot(ux, uy) or 1.0
    ux, uy = ux / far, uy / far
    back = (tip[0] - long * ux, tip[1] - long * uy)
    polygon(
        pen,
        (
            tip,
            (back[0] - half * uy, back[1] + half * ux),
            (tip[0] - (long - notch) * ux, tip[1] - (long - notch) * uy),
            (back[0] + half * uy, back[1] - half * ux),
        ),
    )
    return cut


def _cut(points: list[Point], length: float) -> list[Point]:
    """Return a way without its last bit of this length."""
    left = length
    for place in range(len(points) - 1, 0, -1):
        a, b = points[place - 1], points[place]
        span = hypot(b[0] - a[0], b[1] - a[1])
        if span > left:
            part = left / span
            return [*points[:place], (b[0] - part * (b[0] - a[0]), b[1] - part * (b[1] - a[1]))]
        left -= span
    return points[:2] if len(points) > 2 else points


def _block(points: Sequence[Point], size: float, is_both_ways: bool) -> str:
    """Return a straight block arrow's outline."""
    (ax, ay), (bx, by) = points[0], points[-1]
    length = hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / length, (by - ay) / length
    long, wide, half = min(44.0 * size, 0.55 * length), 30.0 * size, 13.0 * size

    def at(along: float, across: float) -> Point:
        return (ax + along * ux - across * uy, ay + along * uy + across * ux)

    right = [at(length - long, half), at(length - long, wide)]
    left = [at(length - long, -wide), at(length - long, -half)]
    if is_both_ways:
        tail = [at(long, -half), at(long, -wide), at(0, 0), at(long, wide), at(long, half)]
    else:
        tail = [at(0, -half), at(0, half)]
    pen = Pen()
    polygon(pen, [*tail, *right, at(length, 0), *left])
    return pen.text
