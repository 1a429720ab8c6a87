"""Which parts of the body may not pass through each other, as capsules."""

from __future__ import annotations

from typing import Final

import numpy as np

from spinecare.figures.body import SEGMENT_PLACE, Vec
from spinecare.figures.solving.motion import Array

# name: segments and places of both ends, radius. The body's own flesh, a little thinner than drawn.
_AXIAL: Final[dict[str, tuple[str, Vec, str, Vec, float]]] = {
    "hips": ("pelvis", (-0.010, -0.010, -0.040), "pelvis", (-0.010, -0.010, 0.040), 0.048),
    "belly": ("pelvis", (0.000, 0.075, 0), "lum3", (0.022, 0, 0), 0.046),
    "chest": ("tho1", (0.024, 0, 0), "tho3", (0.012, 0, 0), 0.058),
    "head": ("head", (0, -0.010, 0), "head", (0, 0.030, 0), 0.058),
}
_RIGHT: Final[dict[str, tuple[str, Vec, str, Vec, float]]] = {
    "uarm": ("uarm", (0, -0.040, 0), "uarm", (0, -0.180, 0), 0.026),
    "fore": ("fore", (0, -0.010, 0), "fore", (0, -0.140, 0), 0.019),
    "hand": ("hand", (0, -0.010, 0), "hand", (0, -0.082, 0), 0.012),
    "thigh": ("thigh", (0, -0.030, 0), "thigh", (0, -0.235, 0), 0.042),
    "shank": ("shank", (0, -0.020, 0), "shank", (0, -0.225, 0), 0.029),
    "foot": ("foot", (-0.020, -0.020, 0), "foot", (0.080, -0.026, 0), 0.015),
}
ALLOWED: Final = 0.010
"""How far flesh gives way, body heights: 18 mm of 1.75 m."""


def _pairs() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for side, other in (("R", "L"), ("L", "R")):
        for part in ("fore", "hand"):
            found.extend((f"{side}_{part}", name) for name in ("belly", "chest", "head", "hips"))
            found.extend(
                (f"{side}_{part}", f"{whose}_{name}")
                for name in ("thigh", "shank")
                for whose in (side, other)
            )
        found.extend((f"{side}_thigh", name) for name in ("belly", "chest"))
        found.append((f"{side}_thigh", f"{other}_shank"))
        found.append((f"{side}_foot", f"{other}_shank"))
        found.append((f"{side}_uarm", "head"))
        found.append((f"{side}_fore", f"{other}_hand"))
    found.extend((f"R_{part}", f"L_{part}") for part in ("fore", "hand", "thigh", "shank", "foot"))
    return found


NAMES: Final = (*_AXIAL, *(f"{side}_{name}" for side in "RL" for name in _RIGHT))
PAIRS: Final = tuple(_pairs())
"""The pairs that may not pass through each other."""


def _ends() -> tuple[list[int], list[Vec], list[float]]:
    segments: list[int] = []
    locals_: list[Vec] = []
    radii: list[float] = []
    for name in NAMES:
        side = name[:2] if name[:2] in ("R_", "L_") else ""
        first, a, second, b, radius = _RIGHT[name[2:]] if side else _AXIAL[name]
        turned = -1.0 if side == "L_" else 1.0
        segments += [SEGMENT_PLACE[side + first], SEGMENT_PLACE[side + second]]
        locals_ += [(a[0], a[1], turned * a[2]), (b[0], b[1], turned * b[2])]
        radii.append(radius)
    return segments, locals_, radii


_SEGMENTS, _LOCALS, _RADII = _ends()
END_SEGMENTS: Final = np.array(_SEGMENTS)
"""The segment of each capsule's two ends, one after the other."""
END_LOCALS: Final[Array] = np.array(_LOCALS)
"""Where the ends are in it."""
FIRST: Final = np.array([NAMES.index(first) for first, _ in PAIRS])
SECOND: Final = np.array([NAMES.index(second) for _, second in PAIRS])
REACH: Final[Array] = np.array(_RADII)[FIRST] + np.array(_RADII)[SECOND]
"""The distance at which each pair touches."""


def nearest(ends: Array) -> tuple[Array, Array, Array, Array]:
    """Return, for each pair, how far apart the axes are and where they are nearest.

    Args:
        ends: Where the capsules' ends are, two after each other: 2n by 3.

    Returns:
        Distances; the way from the second to the first, of length 1; the places along the first and
        along the second, from 0 to 1.
    """
    a1, b1 = ends[2 * FIRST], ends[2 * FIRST + 1]
    a2, b2 = ends[2 * SECOND], ends[2 * SECOND + 1]
    d1, d2, gap = b1 - a1, b2 - a2, a1 - a2
    e1 = np.einsum("ij,ij->i", d1, d1)
    e2 = np.einsum("ij,ij->i", d2, d2)
    f = np.einsum("ij,ij->i", d2, gap)
    c = np.einsum("ij,ij->i", d1, gap)
    b = np.einsum("ij,ij->i", d1, d2)
    across = np.maximum(e1 * e2 - b * b, 1e-12)
    s: Array = np.clip((b * f - c * e2) / across, 0, 1)
    t: Array = (b * s + f) / e2
    s = np.where(t < 0, np.clip(-c / e1, 0, 1), np.where(t > 1, np.clip((b - c) / e1, 0, 1), s))
    t = np.clip(t, 0, 1)
    way: Array = (a1 + s[:, None] * d1) - (a2 + t[:, None] * d2)
    distance: Array = np.sqrt(np.einsum("ij,ij->i", way, way))
    return distance, way / np.maximum(distance, 1e-9)[:, None], s, t
