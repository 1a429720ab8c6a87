"""What is painted as one piece: a part of the body or of a thing, as the viewer sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf, sqrt

from attrs import frozen

from spinecare.figures.body import Vec
from spinecare.figures.rendering.camera import Camera
from spinecare.figures.rendering.part_shapes import BallShape, Form, Outline, PartShape
from spinecare.figures.rendering.parts import FISTS, PARTS
from spinecare.figures.rendering.pen import Pen
from spinecare.figures.rendering.shapes import Ball, ball, hull, skin, tube
from spinecare.figures.rendering.theme import Surface
from spinecare.figures.skeleton import Matrix, Skeleton

_FAR = 0.68  # of the distance of hips or shoulders, along the way to the viewer

Bounds = tuple[float, float, float, float]
"""Least x and y, greatest x and y."""
Capsule = tuple[Ball, Ball]


@frozen(kw_only=True, eq=False)
class Piece:
    """A part, drawn."""

    name: str
    role: Surface
    path: str
    """Its outlines."""
    lines: str = ""
    """Lines on it, a path without area."""
    capsules: tuple[Capsule, ...]
    """Its bones, for who hides whom."""
    bounds: Bounds
    is_far: bool = False
    """Whether it is of the limb on the far side."""
    parent: str = ""
    """The piece it hangs on."""
    joint: tuple[float, float] = (0.0, 0.0)
    """Where it hangs on it, on the paper."""
    merge: float = 0.0
    """How far round the joint no line divides the two, on the paper."""
    is_thing: bool = False
    """Whether it is no part of the body."""


def bounds_of(balls: Iterable[Ball]) -> Bounds:
    """Return how far balls reach on the paper."""
    left = top = inf
    right = bottom = -inf
    for at in balls:
        wide, high = sqrt(at.xx), sqrt(at.yy)
        left, right = min(left, at.x - wide), max(right, at.x + wide)
        top, bottom = min(top, at.y - high), max(bottom, at.y + high)
    return left, top, right, bottom


def lies_on(piece: Piece, x: float, y: float, room: float) -> bool:
    """Tell whether a place of the paper is on a piece, or no further off than `room`."""
    left, top, right, bottom = piece.bounds
    if not (left - room < x < right + room and top - room < y < bottom + room):
        return False
    for a, b in piece.capsules:
        dx, dy = b.x - a.x, b.y - a.y
        square = dx * dx + dy * dy
        part = ((x - a.x) * dx + (y - a.y) * dy) / square if square > 1 else 0.5
        part = min(1.0, max(0.0, part))
        px, py = x - a.x - part * dx, y - a.y - part * dy
        radius = sqrt((a.xx + a.yy) / 2) * (1 - part) + sqrt((b.xx + b.yy) / 2) * part
        if px * px + py * py < (radius + room) ** 2:
            return True
    return False


class Seen:
    """A body before a camera: its segments as the viewer sees them, each worked out once."""

    def __init__(self, body: Skeleton, camera: Camera) -> None:
        self.body = body
        self.camera = camera
        self._frames: dict[str, tuple[Vec, Matrix]] = {}

    def frame(self, segment: str) -> tuple[Vec, Matrix]:
        """Return a segment's origin on the paper, and its axes as the viewer sees them."""
        known = self._frames.get(segment)
        if known is None:
            known = (
                self.camera.project(self.body.origin(segment)),
                self.camera.turned(self.body.axes(segment)),
            )
            self._frames[segment] = known
        return known

    def ball(self, shape: BallShape) -> Ball:
        """Return a ball of the body as the viewer sees it."""
        origin, seen = self.frame(shape.segment)
        return ball(origin, seen, shape.local, shape.radii)

    def landmark(self, name: str) -> Vec:
        """Return a landmark on the paper."""
        return self.camera.project(self.body.landmark(name))


def far_parts(seen: Seen) -> frozenset[str]:
    """Return the sides and limbs that are on the far side, such as `R_leg`."""
    far: list[str] = []
    for limb, segment in (("leg", "thigh"), ("arm", "uarm")):
        right = seen.camera.project(seen.body.origin(f"R_{segment}"))
        left = seen.camera.project(seen.body.origin(f"L_{segment}"))
        across = tuple(a - b for a, b in zip(right, left, strict=True))
        length = sqrt(sum(value * value for value in across)) or 1.0
        if across[2] < -_FAR * length:
            far.append(f"R_{limb}")
        elif across[2] > _FAR * length:
            far.append(f"L_{limb}")
    return frozenset(far)


_LIMB_OF = {
    "thigh": "leg",
    "shank": "leg",
    "foot": "leg",
    "sleeve": "arm",
    "uarm": "arm",
    "fore": "arm",
}


def limb_of(part: str) -> str:
    """Return the limb of a part, `R_leg`; empty for what is no limb."""
    side, _, name = part.partition("_")
    return f"{side}_{_LIMB_OF.get(name, 'arm')}" if name else ""


def _draw(outlines: Sequence[Outline], seen: Seen) -> tuple[str, tuple[Capsule, ...], Bounds]:
    pen = Pen()
    capsules: list[Capsule] = []
    every: list[Ball] = []
    for shape in outlines:
        balls = [seen.ball(item) for item in shape.balls]
        every.extend(balls)
        capsules.extend(pairwise(balls))
        if shape.form is Form.TUBE:
            tube(pen, balls, shape.least)
        elif shape.form is Form.HULL:
            hull(pen, balls[0], balls[1])
        else:
            skin(pen, balls)
    return pen.text, tuple(capsules), bounds_of(every)


def pieces_of(seen: Seen, fists: Sequence[str] = ()) -> list[Piece]:
    """Return the parts of a body, drawn."""
    far = far_parts(seen)
    return [_piece(shape, seen, fists, far) for shape in PARTS]


def _piece(shape: PartShape, seen: Seen, fists: Sequence[str], far: frozenset[str]) -> Piece:
    is_fist = shape.side in fists and shape.name.endswith("hand")
    outlines = FISTS[shape.side] if is_fist else shape.outlines
    path, capsules, bounds = _draw(outlines, seen)
    joint = seen.frame(shape.joint)[0] if shape.joint else (0.0, 0.0, 0.0)
    return Piece(
        name=shape.name,
        role=shape.role,
        path=path,
        capsules=capsules,
        bounds=bounds,
        is_far=limb_of(shape.name) in far,
        parent=shape.parent,
        joint=(joint[0], joint[1]),
        merge=shape.merge * seen.camera.scale,
    )
