"""Solved poses: shipped with the package, or solved when a shape is new."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from spinecare.errors import ImpossiblePoseError, MissingExtraError
from spinecare.figures.shape import Shape
from spinecare.figures.skeleton import Skeleton

FILE = "solved.json"
"""The name of the shipped file: the 48 numbers of each pose by the key of its shape."""


@cache
def _shipped() -> dict[str, Any]:
    file = resources.files("spinecare.figures") / "data" / FILE
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def posed(shape: Shape, name: str) -> Skeleton:
    """Return the body posed in a shape: from the cache, or solved now.

    Args:
        shape: The shape.
        name: What it is, for the error message.

    Raises:
        MissingExtraError: The shape is new and numpy is not installed.
        ImpossiblePoseError: The body cannot hold the shape; each contact or joint with its miss.
    """
    poses = _shipped()["poses"]
    numbers = poses.get(shape.key)
    if numbers is not None:
        return Skeleton(base=shape.base, numbers=tuple(map(float, numbers)))
    mirror = shape.mirrored()
    numbers = poses.get(mirror.key)
    if numbers is not None:
        return Skeleton(base=mirror.base, numbers=tuple(map(float, numbers))).mirrored()
    return _solved(shape, name)


@cache
def _solved(shape: Shape, name: str) -> Skeleton:
    try:
        from spinecare.figures.solving import solve
    except ImportError as error:
        raise MissingExtraError("posing a new body shape", "numpy", "figures") from error
    solution = solve(shape)
    if solution.misses:
        raise ImpossiblePoseError(name, tuple(str(miss) for miss in solution.misses))
    return solution.skeleton


def way(first: Shape, second: Shape) -> tuple[Skeleton, ...]:
    """Return the poses between two shapes; empty where none are shipped or they cannot be solved.

    Args:
        first: Where the way begins.
        second: Where it ends.
    """
    ways = _shipped()["ways"]
    poses = ways.get(f"{first.key}-{second.key}")
    if poses is not None:
        return tuple(Skeleton(base=second.base, numbers=tuple(map(float, n))) for n in poses)
    poses = ways.get(f"{first.mirrored().key}-{second.mirrored().key}")
    if poses is not None:
        base = second.mirrored().base
        return tuple(
            Skeleton(base=base, numbers=tuple(map(float, n))).mirrored() for n in poses
        )
    return ()
