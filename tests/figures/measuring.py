"""Measuring a posed body against its shape, by plain geometry: shares no code with the solver."""

from __future__ import annotations

from math import acos, degrees, dist
from typing import Final

from spinecare.figures.body import Vec
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.shape import At, Contact, On, Shape, Touch, Toward
from spinecare.figures.skeleton import Skeleton

# Flesh as capsules: segment, end, segment, end, radius; the right side's, and the trunk's.
_TRUNK: Final[dict[str, tuple[str, Vec, str, Vec, float]]] = {
    "hips": ("pelvis", (-0.010, -0.010, -0.040), "pelvis", (-0.010, -0.010, 0.040), 0.048),
    "belly": ("pelvis", (0.000, 0.075, 0), "lum3", (0.022, 0, 0), 0.046),
    "chest": ("tho1", (0.024, 0, 0), "tho3", (0.012, 0, 0), 0.058),
    "head": ("head", (0, -0.010, 0), "head", (0, 0.030, 0), 0.058),
}
_LIMBS: Final[dict[str, tuple[float, float, float]]] = {
    "uarm": (0.040, 0.180, 0.026),
    "fore": (0.010, 0.140, 0.019),
    "hand": (0.010, 0.082, 0.012),
    "thigh": (0.030, 0.235, 0.042),
    "shank": (0.020, 0.225, 0.029),
}
_FINE: Final = 12
"""Points that an axis is cut into."""


def off(contact: Contact, body: Skeleton, shape: Shape) -> float:
    """Return by how much a contact is missed: body heights, or degrees for a direction."""
    if isinstance(contact, Toward):
        rows = body.axes(contact.segment)
        points = [sum(a * b for a, b in zip(row, contact.axis, strict=True)) for row in rows]
        along = sum(a * b for a, b in zip(points, contact.direction, strict=True))
        return degrees(acos(max(-1.0, min(1.0, along))))
    here = body.landmark(contact.landmark)
    if isinstance(contact, Touch):
        there = body.landmark(contact.other)
        wanted = [a + b for a, b in zip(there, contact.offset, strict=True)]
        return max(abs(a - b) for a, b in zip(here, wanted, strict=True))
    missed = [0.0]
    if isinstance(contact, At):
        missed += [abs(a - b) for a, b in zip(here, contact.place, strict=True) if b is not None]
    if isinstance(contact, On) or contact.is_on:
        above = contact.above if isinstance(contact, On) else 0.0
        lowest = here[1] - LANDMARKS[contact.landmark].radius
        missed.append(abs(lowest - top(shape, here[0]) - above))
    return max(missed)


def top(shape: Shape, x: float) -> float:
    """Return how high what bears weight is, at x."""
    return max([0.0, *(height for start, end, height in shape.surface if start <= x <= end)])


def ground_under(body: Skeleton, shape: Shape) -> dict[str, float]:
    """Return how deep each landmark with its flesh is in what is below it, body heights."""
    found: dict[str, float] = {}
    for name, landmark in LANDMARKS.items():
        x, y, _ = body.landmark(name)
        depth = top(shape, x) + landmark.radius - y
        if name == "head":  # a ball round the whole head, hair and all: it is no skin
            continue
        if depth > 0 and name not in {c.landmark for c in shape.contacts if isinstance(c, On)}:
            found[name] = depth
    return found


def overlap(body: Skeleton) -> dict[tuple[str, str], float]:
    """Return how far each pair of parts that may not meet is inside each other, body heights."""
    axes = {name: _axis(body, *ends[:-1]) for name, ends in _TRUNK.items()}
    radii = {name: ends[-1] for name, ends in _TRUNK.items()}
    for side in "RL":
        for name, (start, end, radius) in _LIMBS.items():
            part = f"{side}_{name}"
            axes[part] = _axis(body, part, (0, -start, 0), part, (0, -end, 0))
            radii[part] = radius
    return {
        (one, two): radii[one] + radii[two] - _nearest(axes[one], axes[two])
        for one, two in _pairs()
    }


def _pairs() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for side, other in ("RL", "LR"):
        for part in (f"{side}_fore", f"{side}_hand"):
            found += [(part, name) for name in _TRUNK]
            found += [(part, f"{s}_{leg}") for s in "RL" for leg in ("thigh", "shank")]
        found += [(f"{side}_thigh", "belly"), (f"{side}_thigh", "chest")]
        found += [(f"{side}_thigh", f"{other}_shank"), (f"{side}_uarm", "head")]
    found += [(f"R_{part}", f"L_{part}") for part in ("fore", "hand", "thigh", "shank")]
    return found


def _axis(body: Skeleton, first: str, start: Vec, second: str, end: Vec) -> list[Vec]:
    a, b = body.point(first, start), body.point(second, end)
    shares = [place / _FINE for place in range(_FINE + 1)]
    return [
        (a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1]), a[2] + s * (b[2] - a[2]))
        for s in shares
    ]


def _nearest(one: list[Vec], two: list[Vec]) -> float:
    return min(dist(a, b) for a in one for b in two)
