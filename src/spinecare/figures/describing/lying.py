"""Postures near the ground: lying, sitting low, on the heels, on hands and knees."""

from __future__ import annotations

from typing import Final

from spinecare.figures.describing.measures import flexed_deg
from spinecare.figures.describing.phrases import TEMPLATES
from spinecare.figures.describing.posture import Kind, Posture
from spinecare.figures.describing.seen import LEFT, RIGHT, SIDES, Seen, of, other
from spinecare.figures.props import numbers_of
from spinecare.figures.scene import Prop

_LEVEL: Final = 0.5
"""The trunk is level where its way rises by less than this share of its length: 30 degrees."""
_BENT_DOWN: Final = 0.75
"""The trunk of somebody on hands and knees rises by less than this share of its length."""
_LOOKS_DOWN: Final = -0.2
"""Pelvis and chest of somebody on hands and knees look down by more than this."""
_FACE: Final = 0.55
"""Pelvis and chest look up or down by more than this: else the body lies on its side."""
_SEATED: Final = 0.16
"""The pelvis' centre is no higher above what it sits on; lying it is at .06, sitting at .09."""
_SQUAT: Final = 0.36
"""Standing with the pelvis lower than this is squatting; at ease it is at .53."""
_CLOSED_DEG: Final = 125.0
"""Knees are bent farther when sitting back on the heels."""
_HEELS: Final = 0.17
"""The seat is no farther from the heels when sitting back on them."""
_EDGE: Final = 0.12
"""The pelvis is no farther from a bed's end when lying at its edge."""
_FOLDED_DEG: Final = 80.0
_STRETCHED_DEG: Final = 25.0
"""Sitting over a folded leg: its thigh is bent farther at the hip, the other one less."""


def lying(seen: Seen, knees: str) -> Posture | None:
    """Return lying on back, front or side, or sitting low over a folded leg."""
    x, y, _ = seen.at("pelvis")
    thing, top = seen.support(x, y)
    is_low = y - top < _SEATED
    if is_low and (side := _over_leg(seen)):
        return Posture(Kind.SITTING, "over-leg", side)
    facing = seen.facing
    bed = seen.prop("bed") if thing == "bed" else None
    things = frozenset({"bed"}) if bed else frozenset[str]()
    if facing > _FACE and (
        seen.any_down("upper_back", "R_blade", "L_blade") or (is_low and seen.trunk[1] < _LEVEL)
    ):
        if bed:
            key = "back-edge" if _at_edge(seen, bed) else "back-bed"
            return Posture(Kind.BACK, key, things=things)
        return Posture(Kind.BACK, "back")
    if is_low and seen.skeleton.axes("pelvis")[1][0] < -_FACE and not _folded(seen, knees):
        return Posture(Kind.FRONT, "front-bed" if bed else "front", things=things)
    if is_low and abs(seen.trunk[1]) < _LEVEL and not _folded(seen, knees):
        roll = sum(
            seen.height(f"R_{name}") - seen.height(f"L_{name}") for name in ("shoulder", "hip")
        )
        return Posture(Kind.SIDE, f"side-{LEFT if roll > 0 else RIGHT}")
    return None


def _over_leg(seen: Seen) -> str:
    """Return the side of a leg that is folded under an upright trunk, the other stretched back."""
    if seen.trunk[1] < _LEVEL:
        return ""
    for side in SIDES:
        is_folded = flexed_deg(seen, side) > _FOLDED_DEG and seen.is_down(f"{side}_knee")
        if is_folded and flexed_deg(seen, other(side)) < _STRETCHED_DEG:
            return side if seen.is_down(f"{other(side)}_knee") else ""
    return ""


def _folded(seen: Seen, knees: str) -> bool:
    """Tell whether the seat is on the heels, knees on the ground."""
    return len(knees) == 2 and all(
        seen.apart(f"{side}_buttock", f"{side}_heel") < _HEELS
        and seen.joint(side, "knee") > _CLOSED_DEG
        for side in SIDES
    )


def _at_edge(seen: Seen, bed: Prop) -> bool:
    x = seen.at("pelvis")[0]
    return min(abs(x - end) for end in numbers_of(bed)[:2]) < _EDGE


def low(seen: Seen, knees: str) -> Posture | None:
    """Return sitting back, sitting, or being on hands and knees."""
    if _folded(seen, knees):
        key = "heels" if seen.trunk[1] > _LEVEL else "heels-down"
        return Posture(Kind.KNEELING, key)
    x, y, _ = seen.at("pelvis")
    thing, top = seen.support(x, y)
    if seen.trunk[1] > _LEVEL and y - top < _SEATED:
        things = frozenset({thing}) - {"floor"}
        key = f"sitting-{thing}" if f"sitting-{thing}" in TEMPLATES else "sitting-thing"
        return Posture(Kind.SITTING, key, things=things)
    if seen.trunk[1] < _BENT_DOWN and seen.facing < _LOOKS_DOWN:
        hands = any(seen.any_down(*of(side, "palm", "fingers", "wrist")) for side in SIDES)
        elbows = all(seen.is_down(f"{side}_elbow") for side in SIDES)
        if len(knees) == 2 and (hands or elbows):
            return Posture(Kind.FOURS, "elbows-knees" if elbows else "hands-knees")
        if knees and hands:
            return Posture(Kind.FOURS, "hands-one-knee", knees)
        if hands and y < _SQUAT:
            return Posture(Kind.FOURS, "elbows-feet" if elbows else "hands-feet")
    return None
