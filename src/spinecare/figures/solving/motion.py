"""The posed body as arrays: where points are, and how they move with each of the 48 numbers."""

from __future__ import annotations

from math import radians
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from spinecare.figures.body import NUMBERS, PLACE, SEGMENTS
from spinecare.figures.skeleton import BASES, Matrix, moved, rotate

Array = NDArray[np.float64]

_HINGES: Final = [
    (place, PLACE[hinge.joint], hinge.axis, hinge.share)
    for place, segment in enumerate(SEGMENTS)
    for hinge in segment.hinges
]


def _ancestors() -> list[set[int]]:
    found: list[set[int]] = []
    for place, segment in enumerate(SEGMENTS):
        found.append({place} | (found[segment.parent] if segment.parent >= 0 else set()))
    return found


def _shares() -> Array:
    """Return how much of each number a hinge turns: 63 by 48."""
    found: Array = np.zeros((len(_HINGES), len(NUMBERS)))
    for row, (_, number, _, share) in enumerate(_HINGES):
        found[row, number] = share
    return found


_ANCESTORS: Final = _ancestors()
MOVES: Final[Array] = np.array(
    [[float(segment in chain) for segment, *_ in _HINGES] for chain in _ANCESTORS]
)
"""Which hinges move which segment: 26 by 63."""
_SHARES: Final[Array] = _shares()
_HINGE_SEGMENT: Final = np.array([segment for segment, *_ in _HINGES])
_CHAIN: Final = [
    (
        segment.parent,
        segment.offset,
        radians(segment.rest_deg),
        [(PLACE[hinge.joint], hinge.axis, hinge.share) for hinge in segment.hinges],
    )
    for segment in SEGMENTS
]


class Posed:
    """The body at one set of numbers (places in body heights, angles in radians)."""

    def __init__(self, base: str, numbers: Array) -> None:
        """Work out where every segment is."""
        origins: list[tuple[float, float, float]] = []
        frames: list[Matrix] = []
        turned: list[tuple[float, float, float]] = []
        values: list[float] = numbers.tolist()
        for parent, offset, rest, hinges in _CHAIN:
            if parent < 0:
                origin, axes = (values[0], values[1], values[2]), BASES[base]
            else:
                axes = frames[parent]
                origin = moved(origins[parent], axes, offset)
            if rest:
                axes = rotate(axes, 2, rest)
            for number, axis, share in hinges:
                turned.append((axes[0][axis], axes[1][axis], axes[2][axis]))
                axes = rotate(axes, axis, values[number] * share)
            origins.append(origin)
            frames.append(axes)
        self.origins: Array = np.array(origins)
        """Where each segment begins: 26 by 3."""
        self.frames: Array = np.array(frames)
        """Each segment's axes as columns: 26 by 3 by 3."""
        self._turned: Array = np.array(turned)
        self._pivots: Array = self.origins[_HINGE_SEGMENT]

    def places(self, segments: NDArray[Any], locals_: Array) -> Array:
        """Return where points are: n by 3."""
        found: Array = self.origins[segments] + np.einsum(
            "nij,nj->ni", self.frames[segments], locals_
        )
        return found

    def directions(self, segments: NDArray[Any], axes: Array) -> Array:
        """Return where segments' axes point: n by 3."""
        found: Array = np.einsum("nij,nj->ni", self.frames[segments], axes)
        return found

    def place_slopes(self, segments: NDArray[Any], places: Array) -> Array:
        """Return how points move with each number: n by 3 by 48."""
        arms = places[:, None, :] - self._pivots[None, :, :]
        found = self._slopes(segments, np.cross(self._turned[None, :, :], arms))
        found[:, 0, 0] = found[:, 1, 1] = found[:, 2, 2] = 1.0
        return found

    def direction_slopes(self, segments: NDArray[Any], directions: Array) -> Array:
        """Return how directions turn with each number: n by 3 by 48."""
        return self._slopes(segments, np.cross(self._turned[None, :, :], directions[:, None, :]))

    def _slopes(self, segments: NDArray[Any], swept: Array) -> Array:
        swept = swept * MOVES[segments][:, :, None]
        found: Array = np.matmul(swept.transpose(0, 2, 1), _SHARES)
        return found
