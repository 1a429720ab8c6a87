"""A posed body: where every segment is, worked out from the 48 numbers in plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import cos, radians, sin
from typing import Final

from attrs import field, frozen

from spinecare.figures.body import NUMBERS, PLACE, SEGMENT_PLACE, SEGMENTS, Vec, X, Y
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.sides import TURNED, other_side

Matrix = tuple[Vec, Vec, Vec]
"""Three rows; the columns are a segment's own axes in the world."""

BASES: Final[dict[str, Matrix]] = {
    "stand": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "supine": ((0, -1, 0), (1, 0, 0), (0, 0, 1)),
    "prone": ((0, 1, 0), (-1, 0, 0), (0, 0, 1)),
    "side_R": ((0, -1, 0), (0, 0, -1), (1, 0, 0)),
    "side_L": ((0, -1, 0), (0, 0, 1), (-1, 0, 0)),
}
"""How the pelvis lies before its turns: standing, on the back (head towards -X), on the front (head
towards +X), on the right and the left side. One triple of turns for all postures would lose an axis
just where people lie."""
MIRRORED_BASE: Final = {"side_R": "side_L", "side_L": "side_R"}
"""The base of the mirror image, where it is another one."""


def rotate(axes: Matrix, axis: int, angle: float) -> Matrix:
    """Return axes turned about one of them, by radians."""
    cosine, sine = cos(angle), sin(angle)
    first, second, third = axes
    return (
        _turned(first, axis, cosine, sine),
        _turned(second, axis, cosine, sine),
        _turned(third, axis, cosine, sine),
    )


def _turned(row: Vec, axis: int, c: float, s: float) -> Vec:
    x, y, z = row
    if axis == X:
        return x, c * y + s * z, c * z - s * y
    if axis == Y:
        return c * x - s * z, y, c * z + s * x
    return c * x + s * y, c * y - s * x, z


def moved(origin: Vec, axes: Matrix, local: Vec) -> Vec:
    """Return where a point of a frame is in the world."""
    x, y, z = local
    (a, b, c), (d, e, f), (g, h, i) = axes
    return (
        origin[0] + a * x + b * y + c * z,
        origin[1] + d * x + e * y + f * z,
        origin[2] + g * x + h * y + i * z,
    )


@frozen(kw_only=True)
class Skeleton:
    """A posed body."""

    base: str
    """A key of `BASES`."""
    numbers: tuple[float, ...] = field()
    """The 48 numbers in the order of `NUMBERS`: three places in body heights, then degrees."""

    @classmethod
    def of(cls, angles: Mapping[str, float], base: str = "stand") -> Skeleton:
        """Return the body with some joints bent, the others at ease; nothing is solved.

        Args:
            angles: Numbers by name, degrees and body heights; what is not named is 0. Standing, the
                hips are .530 above the floor.
            base: A key of `BASES`.
        """
        numbers = [0.0] * len(NUMBERS)
        numbers[PLACE["ty"]] = 0.530 if base == "stand" else 0.1
        for name, value in angles.items():
            numbers[PLACE[name]] = float(value)
        return cls(base=base, numbers=tuple(numbers))

    @classmethod
    def standing(cls) -> Skeleton:
        """Return the body standing at ease."""
        return cls.of({})

    def mirrored(self) -> Skeleton:
        """Return the mirror image: left and right changed."""
        return Skeleton(
            base=MIRRORED_BASE.get(self.base, self.base),
            numbers=tuple(sign * self.numbers[place] for place, sign in zip(*_MIRROR, strict=True)),
        )

    @cached_property
    def _frames(self) -> tuple[tuple[Vec, Matrix], ...]:
        numbers = self.numbers
        found: list[tuple[Vec, Matrix]] = []
        for parent, offset, rest, hinges in _CHAIN:
            if parent < 0:
                origin: Vec = (numbers[0], numbers[1], numbers[2])
                axes = BASES[self.base]
            else:
                above, axes = found[parent]
                origin = moved(above, axes, offset)
            if rest:
                axes = rotate(axes, 2, rest)
            for place, axis, share in hinges:
                angle = numbers[place]
                if angle:
                    axes = rotate(axes, axis, radians(angle) * share)
            found.append((origin, axes))
        return tuple(found)

    def origin(self, segment: str) -> Vec:
        """Return where a segment begins."""
        return self._frames[SEGMENT_PLACE[segment]][0]

    def axes(self, segment: str) -> Matrix:
        """Return a segment's axes, as columns."""
        return self._frames[SEGMENT_PLACE[segment]][1]

    def point(self, segment: str, local: Vec) -> Vec:
        """Return where a point of a segment is."""
        return moved(*self._frames[SEGMENT_PLACE[segment]], local)

    def landmark(self, name: str) -> Vec:
        """Return where a landmark is."""
        landmark = LANDMARKS[name]
        return moved(*self._frames[landmark.segment], landmark.local)

    def angle(self, joint: str) -> float:
        """Return one of the 48 numbers by name: degrees, or body heights."""
        return self.numbers[PLACE[joint]]


_CHAIN: Final = tuple(
    (
        segment.parent,
        segment.offset,
        radians(segment.rest_deg),
        tuple((PLACE[hinge.joint], hinge.axis, hinge.share) for hinge in segment.hinges),
    )
    for segment in SEGMENTS
)


def _mirror() -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Return, for each number of a mirror image, the place it comes from and its sign."""
    places: list[int] = []
    signs: list[float] = []
    for name in NUMBERS:
        places.append(PLACE[other_side(name)])
        signs.append(-1.0 if name in TURNED else 1.0)
    return tuple(places), tuple(signs)


_MIRROR: Final = _mirror()
