"""Hair, ears and face: without them nobody could tell lying on the back from lying on the front."""

from __future__ import annotations

from math import sqrt
from typing import Final

from attrs import frozen

from spinecare.figures.body import Vec
from spinecare.figures.rendering.axial import HEAD_BALLS
from spinecare.figures.rendering.pen import Pen, Point
from spinecare.figures.rendering.pieces import Seen
from spinecare.figures.rendering.shapes import Ball, ball, ellipse_of, outline

_SKULL = HEAD_BALLS["skull"]
# Caps of the skull, taken as a ball of radius 1: the way they face, and how far out they begin.
_HAIR: Final[tuple[tuple[Vec, float], ...]] = (
    ((-0.53, 0.848, 0.0), 0.04),
    ((-0.995, 0.0998, 0.0), 0.2),
)
_BELOW: Final = -0.1  # of the way to the viewer, upwards from the head
_ABOVE: Final = 0.3
_EAR: Final = ((-0.006, -0.004, 0.052), (0.012, 0.016, 0.008))
_EYE: Final = (0.058, 0.006, 0.023)
_EYE_FACES: Final = (0.85, 0.0, 0.52)
_MOUTH: Final[tuple[Vec, ...]] = ((0.047, -0.032, 0.017), (0.056, -0.035, 0.008))
_NOSE: Final[tuple[Vec, ...]] = ((0.076, -0.013, 0.008), (0.080, -0.016, 0.0))


@frozen
class Face:
    """What is painted on a head."""

    hair: str
    """A path; empty if none is seen."""
    ears: str
    """A path; empty if none is seen."""
    eyes: tuple[Point, ...]
    """Where they are."""
    lines: str
    """Mouth and nose, a path without area; empty if they are not seen."""


def face_of(seen: Seen) -> Face:
    """Return what is painted on a head."""
    origin, axes = seen.frame("head")
    towards = tuple(value / seen.camera.scale for value in axes[2])
    hair = Pen()
    _cap(hair, seen, *_HAIR[0])
    if towards[0] < 0 or towards[1] > _BELOW:  # else jaw and neck hide the nape
        _cap(hair, seen, *_HAIR[1])
    ears = Pen()
    eyes: list[Point] = []
    for side in (1.0, -1.0):
        if side * towards[2] > 0.25:
            outline(ears, ball(origin, axes, _turned(_EAR[0], side), _EAR[1]))
        if _EYE_FACES[0] * towards[0] + side * _EYE_FACES[2] * towards[2] > 0.33:
            at = _at(origin, axes, _turned(_EYE, side))
            eyes.append(at)
    return Face(hair.text, ears.text, tuple(eyes), _lines(origin, axes, towards))


def _lines(origin: Vec, axes: tuple[Vec, Vec, Vec], towards: tuple[float, ...]) -> str:
    pen = Pen()
    mouth = [_turned(_MOUTH[0], 1.0), _turned(_MOUTH[1], 1.0)]
    mouth += [_turned(_MOUTH[1], -1.0), _turned(_MOUTH[0], -1.0)]
    ahead = 0.8 * towards[0] - 0.35 * towards[1]
    shown = [point for point in mouth if ahead + 30 * point[2] * towards[2] > 0.2]
    if len(shown) > 1:
        pen.move(*_at(origin, axes, shown[0]))
        pen.through([_at(origin, axes, point) for point in shown])
    if towards[0] > 0.8 and towards[1] < _ABOVE:  # else the mouth comes too near
        nose = (_NOSE[0], _NOSE[1], _turned(_NOSE[0], -1.0))
        pen.move(*_at(origin, axes, nose[0]))
        pen.through([_at(origin, axes, point) for point in nose])
    return pen.text


def _turned(point: Vec, side: float) -> Vec:
    return (point[0], point[1], side * point[2])


def _at(origin: Vec, axes: tuple[Vec, Vec, Vec], local: Vec) -> Point:
    x, y, z = local
    (a, b, c), (d, e, f), _ = axes
    return (origin[0] + a * x + b * y + c * z, origin[1] + d * x + e * y + f * z)


def _cap(pen: Pen, seen: Seen, faces: Vec, begins: float) -> None:
    """Draw the seen part of a cap of the skull.

    The skull is taken as a ball of radius 1. The seen part lies between the arc of the rim that is
    in the cap, and the arc of the cap's edge that is on the viewer's side.
    """
    origin, axes = seen.frame("head")
    radii = _SKULL.radii
    skull = seen.ball(_SKULL)
    view = tuple(axes[2][i] / radii[i] for i in range(3))
    size = sqrt(sum(value * value for value in view))
    w = tuple(value / size for value in view)
    n = faces
    along = sum(a * b for a, b in zip(n, w, strict=True))
    square = 1.0 - along * along
    if begins * begins >= square:
        if along > 0:
            outline(pen, _edge(skull, seen, n, begins) if begins > 0 else skull)
        return

    def paper(s: tuple[float, ...]) -> Point:
        local = tuple(_SKULL.local[i] + radii[i] * s[i] for i in range(3))
        return _at(origin, axes, (local[0], local[1], local[2]))

    foot = tuple(begins * (n[i] - along * w[i]) / square for i in range(3))
    across = (n[1] * w[2] - n[2] * w[1], n[2] * w[0] - n[0] * w[2], n[0] * w[1] - n[1] * w[0])
    far = sqrt((1.0 - begins * begins / square) / square)
    first = paper(tuple(foot[i] - far * across[i] for i in range(3)))
    second = paper(tuple(foot[i] + far * across[i] for i in range(3)))
    root = sqrt(square)
    radius = sqrt(1.0 - begins * begins)
    on_edge = paper(tuple(begins * n[i] + radius * (w[i] - along * n[i]) / root for i in range(3)))
    pen.move(*first)
    pen.arc(ellipse_of(skull), *second, is_long=begins < 0)
    edge = ellipse_of(_edge(skull, seen, n, begins))
    is_clockwise = _is_clockwise(second, on_edge, first)
    pen.arc(edge, *first, is_long=begins * along > 0, is_clockwise=is_clockwise)
    pen.close()


def _edge(skull: Ball, seen: Seen, n: Vec, begins: float) -> Ball:
    """Return the flat ball whose outline on the paper is the edge of a cap."""
    axes = seen.frame("head")[1]
    radii = _SKULL.radii
    ax, ay = (sum(axes[row][i] * radii[i] * n[i] for i in range(3)) for row in (0, 1))
    square = 1.0 - begins * begins
    return Ball(
        skull.x + begins * ax,
        skull.y + begins * ay,
        skull.z,
        max(1e-6, square * (skull.xx - ax * ax)),
        square * (skull.xy - ax * ay),
        max(1e-6, square * (skull.yy - ay * ay)),
        0.0,
    )


def _is_clockwise(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0
