"""Measures of the legs that several postures share, and what a frame speaks of."""

from __future__ import annotations

from math import asin, degrees
from typing import Final

from spinecare.figures.describing.seen import EVEN_DEG, LEFT, RIGHT, Seen, minus, of, unit

_SOLE_DOWN: Final = 0.45
"""A foot whose own upward way rises by more than this share stands; else it lies on its side."""


def flexed_deg(seen: Seen, side: str) -> float:
    """Return how far a thigh is bent at the hip, in the pelvis' middle plane."""

    def measure(side: str) -> float:
        thigh = unit(minus(seen.at(f"{side}_knee"), seen.at(f"{side}_hip")))
        forward, up, _ = seen.turned(thigh, "pelvis")
        return arc_deg(forward) if up <= 0 else 180 - arc_deg(forward)

    return seen.even(measure, side, EVEN_DEG)


def rise_deg(seen: Seen, side: str) -> float:
    """Return how steeply a leg points up from hip to ankle."""

    def measure(side: str) -> float:
        return arc_deg(unit(minus(seen.at(f"{side}_ankle"), seen.at(f"{side}_hip")))[1])

    return seen.even(measure, side, EVEN_DEG)


def foot_above(seen: Seen, side: str) -> float:
    """Return how far the lowest point of a foot is above what is below it."""
    points = of(side, "heel", "heelback", "ball", "toetip", "ankle", "ankle_outer", "bigtoe")
    return seen.even(lambda one: min(seen.above(f"{one}{name[1:]}") for name in points), side)


def stands_flat(seen: Seen, side: str) -> bool:
    """Tell whether heel and ball of a foot are on something, with the sole down."""
    is_upright = seen.skeleton.axes(f"{side}_foot")[1][1] > _SOLE_DOWN
    return is_upright and seen.is_down(*of(side, "heel", "ball"))


def outward(side: str) -> int:
    """Return the sign that makes a place to the right one to the outside."""
    return 1 if side == RIGHT else -1


def told(seen: Seen) -> frozenset[str]:
    """Return the landmarks that the frame's contacts are about."""
    return frozenset(getattr(contact, "landmark", "") for contact in seen.frame.shape.contacts) - {
        ""
    }


def speaks_of(seen: Seen, *joints: str) -> bool:
    """Tell whether the frame names one of these joints, with or without a side."""
    return any(
        hint.joint.removeprefix(f"{RIGHT}_").removeprefix(f"{LEFT}_") in joints and hint.degrees
        for hint in seen.frame.shape.hints
    )


def arc_deg(share: float) -> float:
    """Return the angle whose sine is a share, in degrees."""
    return degrees(asin(max(-1.0, min(1.0, share))))
