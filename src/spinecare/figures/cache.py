"""Solved poses: shipped with the package, or solved when a shape is new."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from attrs import frozen

from spinecare.errors import ImpossiblePoseError, MissingExtraError
from spinecare.figures.frames import shaped_frame
from spinecare.figures.shape import Shape
from spinecare.figures.skeleton import Skeleton
from spinecare.model import Frame

FILE: Final = "solved.json"
"""The name of the shipped file, in the folder `data` of this package."""
PLACE_DIGITS: Final = 5
"""Decimals that are kept of a place in body heights."""
ANGLE_DIGITS: Final = 3
"""Decimals that are kept of an angle in degrees."""
_PLACE_SCALE: Final = 10**PLACE_DIGITS
_ANGLE_SCALE: Final = 10**ANGLE_DIGITS

Stored = list[int]
"""The 48 numbers of a pose as whole ones: places in 1/100,000 of the height, angles in 1/1,000 of a
degree."""


@frozen(kw_only=True)
class Solved:
    """What is shipped."""

    poses: dict[str, Stored]
    """Poses by the key of their shape."""
    ways: dict[str, list[Stored]]
    """Poses between two shapes, by the keys of both."""


def stored(skeleton: Skeleton) -> Stored:
    """Return a pose as it is kept."""
    places = [round(number * _PLACE_SCALE) for number in skeleton.numbers[:3]]
    return places + [round(number * _ANGLE_SCALE) for number in skeleton.numbers[3:]]


def restored(base: str, numbers: Iterable[int]) -> Skeleton:
    """Return a kept pose."""
    values = list(numbers)
    places = [value / _PLACE_SCALE for value in values[:3]]
    angles = [value / _ANGLE_SCALE for value in values[3:]]
    return Skeleton(base=base, numbers=(*places, *angles))


@cache
def shipped() -> Solved:
    """Return the poses that came with the package."""
    file = resources.files("spinecare.figures") / "data" / FILE
    return Solved(**json.loads(file.read_text(encoding="utf-8")))


def posed(shape: Shape, name: str) -> Skeleton:
    """Return the body posed in a shape: as shipped, or solved now.

    Args:
        shape: The shape.
        name: What it is, for the error message.

    Raises:
        MissingExtraError: The shape is new and numpy is not installed.
        ImpossiblePoseError: The body cannot hold the shape; each contact or joint with its miss.
    """
    poses = shipped().poses
    if (numbers := poses.get(shape.key)) is not None:
        return restored(shape.base, numbers)
    mirror = shape.mirrored()
    if (numbers := poses.get(mirror.key)) is not None:
        return restored(mirror.base, numbers).mirrored()
    return _solved(shape, name)


@lru_cache(maxsize=1024)
def _solved(shape: Shape, name: str) -> Skeleton:
    try:
        from spinecare.figures.solving import solve
    except ImportError as error:
        raise MissingExtraError("posing a new body shape", "numpy", "figures") from error
    solution = solve(shape)
    if solution.misses:
        raise ImpossiblePoseError(name, tuple(str(miss) for miss in solution.misses))
    return solution.skeleton


def between(first: Shape, second: Shape) -> tuple[Skeleton, ...]:
    """Return the shipped poses between two shapes; none where none are shipped.

    Args:
        first: Where the way begins.
        second: Where it ends.
    """
    ways = shipped().ways
    if (kept := ways.get(way_key(first, second))) is not None:
        return tuple(restored(second.base, numbers) for numbers in kept)
    first, second = first.mirrored(), second.mirrored()
    if (kept := ways.get(way_key(first, second))) is not None:
        return tuple(restored(second.base, numbers).mirrored() for numbers in kept)
    return ()


def way_key(first: Shape, second: Shape) -> str:
    """Return what the way between two shapes is kept by."""
    return f"{first.key}-{second.key}"


def pose(frame: Frame, postures: Mapping[str, Frame]) -> Skeleton:
    """Return the body posed as a frame says; for looking at a new pose before it is drawn.

    Args:
        frame: What it is like, its hints and contacts.
        postures: The postures it may begin from: `catalogue.posture_by_id`.

    Raises:
        FaultyInputError: A text of it cannot be read; all faults.
        ImpossiblePoseError: The body cannot hold it: each contact or joint, and by how much.
        MissingExtraError: The pose is new, and numpy (the extra `[figures]`) is not installed.
    """
    return posed(shaped_frame(frame, postures).shape, frame.id)
