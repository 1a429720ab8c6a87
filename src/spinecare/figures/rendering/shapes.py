"""Outlines of round things on the paper: balls, and what is stretched over several of them.

A ball is an ellipsoid. Seen from far away its outline is an ellipse, and all that drawing needs of
it is its middle and the symmetric matrix `M` of its semi-axes: in direction `u` it reaches
`u·p + √(u·Mu)`, at the point `p + Mu / √(u·Mu)`. Every outline runs clockwise, so that outlines
laid over each other in one path leave no holes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt
from typing import Final, NamedTuple

from spinecare.figures.body import Vec
from spinecare.figures.rendering.pen import Pen, Point
from spinecare.figures.skeleton import Matrix

DIRECTIONS: Final = tuple((cos(turn * pi / 15), sin(turn * pi / 15)) for turn in range(30))
"""Thirty directions, clockwise on the paper."""


class Ball(NamedTuple):
    """An ellipsoid on the paper."""

    x: float
    y: float
    z: float
    """How near its middle is to the viewer."""
    xx: float
    xy: float
    yy: float
    """Its matrix `M` on the paper."""
    zz: float
    """The square of its reach towards the viewer."""


def ball(origin: Vec, seen: Matrix, local: Vec, radii: Vec) -> Ball:
    """Return an ellipsoid of a segment as the viewer sees it.

    Args:
        origin: The segment's origin on the paper.
        seen: The segment's axes as the viewer sees them.
        local: The middle, in the segment's frame.
        radii: The semi-axes along the segment's axes.
    """
    x, y, z = local
    (a, b, c), (d, e, f), (g, h, i) = seen
    px = origin[0] + a * x + b * y + c * z
    py = origin[1] + d * x + e * y + f * z
    pz = origin[2] + g * x + h * y + i * z
    rx, ry, rz = radii
    if rx == ry == rz:
        square = rx * rx * (a * a + d * d + g * g)
        return Ball(px, py, pz, square, 0.0, square, square)
    rx, ry, rz = rx * rx, ry * ry, rz * rz
    return Ball(
        px,
        py,
        pz,
        rx * a * a + ry * b * b + rz * c * c,
        rx * a * d + ry * b * e + rz * c * f,
        rx * d * d + ry * e * e + rz * f * f,
        rx * g * g + ry * h * h + rz * i * i,
    )


def reach(at: Ball, ux: float, uy: float) -> float:
    """Return how far a ball reaches from its middle in a direction of length 1."""
    return sqrt(max(1e-9, ux * ux * at.xx + 2 * ux * uy * at.xy + uy * uy * at.yy))


def rim(at: Ball, ux: float, uy: float) -> Point:
    """Return the outermost point of a ball in a direction."""
    length = reach(at, ux, uy)
    return (
        at.x + (at.xx * ux + at.xy * uy) / length,
        at.y + (at.xy * ux + at.yy * uy) / length,
    )


def ellipse_of(at: Ball) -> tuple[float, float, float]:
    """Return a ball's outline as its two radii and the tilt of the first, in degrees."""
    if abs(at.xy) < 1e-9 and abs(at.xx - at.yy) < 1e-9:
        radius = sqrt(at.xx)
        return radius, radius, 0.0
    middle, half = (at.xx + at.yy) / 2, (at.xx - at.yy) / 2
    spread = hypot(half, at.xy)
    return (
        sqrt(middle + spread),
        sqrt(max(1e-9, middle - spread)),
        degrees(atan2(at.xy, half)) / 2,
    )


def outline(pen: Pen, at: Ball) -> None:
    """Draw one ball."""
    shape = ellipse_of(at)
    right, left = rim(at, 1.0, 0.0), rim(at, -1.0, 0.0)
    pen.move(*right)
    pen.arc(shape, *left, is_long=False)
    pen.arc(shape, *right, is_long=False)
    pen.close()


def hull(pen: Pen, a: Ball, b: Ball) -> None:
    """Draw the skin stretched over two balls."""
    dx, dy = b.x - a.x, b.y - a.y
    distance = hypot(dx, dy)
    if distance < 1e-6:
        outline(pen, a if a.xx + a.yy >= b.xx + b.yy else b)
        return
    ex, ey = dx / distance, dy / distance
    if distance + reach(b, ex, ey) <= reach(a, ex, ey):
        outline(pen, a)
        return
    if distance + reach(a, -ex, -ey) <= reach(b, -ex, -ey):
        outline(pen, b)
        return
    right, left = _tangent(a, b, ex, ey, distance, 1.0), _tangent(a, b, ex, ey, distance, -1.0)
    turn_right, turn_left = right, -left
    ur = (ex * cos(turn_right) - ey * sin(turn_right), ey * cos(turn_right) + ex * sin(turn_right))
    ul = (ex * cos(turn_left) - ey * sin(turn_left), ey * cos(turn_left) + ex * sin(turn_left))
    span = right + left
    start = rim(a, *ul)
    pen.move(*start)
    pen.line(*rim(b, *ul))
    pen.arc(ellipse_of(b), *rim(b, *ur), is_long=span > pi)
    pen.line(*rim(a, *ur))
    pen.arc(ellipse_of(a), *start, is_long=span < pi)
    pen.close()


def _tangent(a: Ball, b: Ball, ex: float, ey: float, distance: float, side: float) -> float:
    """Return the angle from the line of the middles at which both balls reach equally far."""
    if not (a.xy or b.xy) and a.xx == a.yy and b.xx == b.yy:
        return acos(max(-1.0, min(1.0, (sqrt(a.xx) - sqrt(b.xx)) / distance)))
    low, high = 0.0, pi
    for _ in range(12):
        middle = (low + high) / 2
        c, s = cos(middle), side * sin(middle)
        ux, uy = ex * c - ey * s, ey * c + ex * s
        if distance * c + reach(b, ux, uy) > reach(a, ux, uy):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def skin(pen: Pen, balls: Sequence[Ball]) -> None:
    """Draw the skin stretched over any number of balls, as a polygon of thirty points at most."""
    points: list[Point] = []
    for ux, uy in DIRECTIONS:
        best = max(balls, key=lambda at: ux * at.x + uy * at.y + reach(at, ux, uy))
        points.append(rim(best, ux, uy))
    polygon(pen, points)


def polygon(pen: Pen, points: Sequence[Point]) -> None:
    """Draw straight lines through points that go round clockwise."""
    pen.move(*points[0])
    for point in points[1:]:
        pen.line(*point)
    pen.close()


def convex(points: Sequence[Point]) -> list[Point]:
    """Return the corners of the convex hull of points, clockwise on the paper."""
    ordered = sorted(set(points))
    found: list[Point] = []
    for sweep in (ordered, ordered[::-1]):
        side: list[Point] = []
        for x, y in sweep:
            while len(side) > 1:
                (ax, ay), (bx, by) = side[-2], side[-1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                side.pop()
            side.append((x, y))
        found.extend(side[:-1])
    return found


def tube(pen: Pen, balls: Sequence[Ball], least: float = 1.1) -> None:
    """Draw a smooth tube through three or more balls.

    Seen nearly end on it has no sides to be smooth: then it is the skins of neighbours.

    Args:
        pen: Where to draw.
        balls: The balls in order.
        least: How long its axis must look, in radii of its ends, to be drawn as a tube.
    """
    first, last = balls[0], balls[-1]
    length = hypot(last.x - first.x, last.y - first.y)
    widest = max(sqrt(max(first.xx, first.yy)), sqrt(max(last.xx, last.yy)))
    if length <= least * widest:
        for a, b in pairwise(balls):
            hull(pen, a, b)
        return
    left: list[Point] = []
    right: list[Point] = []
    for place, at in enumerate(balls):
        before, after = balls[max(0, place - 1)], balls[min(len(balls) - 1, place + 1)]
        tx, ty = after.x - before.x, after.y - before.y
        size = hypot(tx, ty) or 1.0
        left.append(rim(at, ty / size, -tx / size))
        right.append(rim(at, -ty / size, tx / size))
    right.reverse()
    pen.move(*left[0])
    pen.through(left)
    pen.arc(ellipse_of(last), *right[0], is_long=False)
    pen.through(right)
    pen.arc(ellipse_of(first), *left[0], is_long=False)
    pen.close()
