"""What the body rests on: lying, kneeling, sitting, standing, hanging, floating."""

from __future__ import annotations

from enum import StrEnum
from math import hypot
from typing import Final

from attrs import frozen

from spinecare.figures.describing.measures import flexed_deg
from spinecare.figures.describing.seen import LEFT, RIGHT, SIDES, Seen, of, other
from spinecare.figures.props import numbers_of

_LEVEL: Final = 0.5
"""The trunk is level where its way rises by less than this share of its length: 30 degrees."""
_BENT_DOWN: Final = 0.75
"""The trunk of somebody on hands and knees rises by less than this share of its length."""
_FACE: Final = 0.55
"""Pelvis and chest look up or down by more than this: else the body lies on its side."""
_SEATED: Final = 0.16
"""The pelvis' centre is no higher above what it sits on; lying it is at .06, sitting at .09."""
_NEAR_BALL: Final = 0.09
"""The pelvis' or chest's centre is no farther from a ball's skin."""
_GRIP: Final = 0.05
"""A fist is no farther from the bar's middle."""
_CARRIES: Final = 0.012
"""A foot that is nearer to the ground carries: 2 cm of 1.75 m; hanging, it may be close."""
_STRETCHED_UP: Final = 0.25
"""A hand this far above its shoulder is at the end of an arm stretched up; the arm is .37 long."""
_STRIDE: Final = 0.20
"""Feet farther apart than this, one before the other, are walking."""
_SQUAT: Final = 0.36
"""Standing with the pelvis lower than this is squatting; at ease it is at .53."""
_HEELS: Final = 0.17
"""The seat is no farther from the heels when sitting back on them."""
_EDGE: Final = 0.12
"""The pelvis is no farther from a bed's end when lying at its edge."""
_FOLDED_DEG: Final = 80.0
_STRETCHED_DEG: Final = 25.0
"""Sitting over a folded leg: its thigh is bent farther at the hip, the other one less."""
_STAIR: Final = 0.04
"""A foot higher than the other by more is a stair up."""


_ROLLED: Final = 0.04
"""Shoulder and hip of one side are higher than those of the other by more, lying on the side."""


class Kind(StrEnum):
    """What kind of posture it is, as legs and arms are judged by."""

    BACK = "back"
    FRONT = "front"
    SIDE = "side"
    FOURS = "fours"
    KNEELING = "kneeling"
    SITTING = "sitting"
    STANDING = "standing"
    HANGING = "hanging"
    FLOATING = "floating"


@frozen
class Posture:
    """What the body rests on."""

    kind: Kind
    """What it is alike to."""
    key: str
    """The phrase that says it."""
    sides: str = "RL"
    """The side that the phrase names."""
    things: frozenset[str] = frozenset()
    """Things that it names."""

    @property
    def is_lying(self) -> bool:
        """Whether the body lies on back, front or side."""
        return self.kind in (Kind.BACK, Kind.FRONT, Kind.SIDE)


def posture_of(seen: Seen) -> Posture:
    """Return what the body rests on."""
    if water := _in_water(seen):
        return water
    feet = {side: _carries(seen, side) for side in SIDES}
    knees = "".join(side for side in SIDES if seen.is_down(f"{side}_knee"))
    if holds_bar(seen) and not knees:
        if not any(feet.values()):
            return Posture(Kind.HANGING, "hanging", things=frozenset({"bar"}))
        if _hangs_on_toes(seen):
            return Posture(Kind.HANGING, "hanging-toes", things=frozenset({"bar"}))
    return (
        _on_ball(seen, knees)
        or _lying(seen, knees)
        or _low(seen, knees)
        or _upright(seen, knees, feet)
    )


def _hangs_on_toes(seen: Seen) -> bool:
    """Tell whether arms stretched up carry, and only the toes touch the ground."""
    return all(
        seen.height(f"{side}_grip") - seen.height(f"{side}_shoulder") > _STRETCHED_UP
        and not seen.is_down(f"{side}_heel")
        for side in SIDES
    )


def _carries(seen: Seen, side: str) -> bool:
    return min(seen.above(name) for name in of(side, "heel", "ball", "toetip")) < _CARRIES


def holds_bar(seen: Seen, sides: str = "RL") -> bool:
    """Tell whether a hand of these sides holds the bar of the picture."""
    bar = seen.prop("bar")
    if bar is None:
        return False
    x, height = numbers_of(bar)
    grips = [seen.at(f"{side}_grip") for side in sides]
    return any(hypot(grip[0] - x, grip[1] - height) < _GRIP for grip in grips)


def _in_water(seen: Seen) -> Posture | None:
    if not seen.prop("water"):
        return None
    things = frozenset({"water"})
    if abs(seen.trunk[1]) > _LEVEL:
        return Posture(Kind.STANDING, "standing-water", things=things)
    way = "floating-back" if seen.facing > 0 else "floating-front"
    return Posture(Kind.FLOATING, way, things=things)


def _on_ball(seen: Seen, knees: str) -> Posture | None:
    ball = seen.prop("ball")
    if ball is None:
        return None
    x, height, radius = numbers_of(ball)
    things = frozenset({"ball"})

    def is_near(name: str) -> bool:
        place = seen.at(name)
        return hypot(place[0] - x, place[1] - height, place[2]) < radius + _NEAR_BALL

    pelvis = seen.at("pelvis")
    if seen.trunk[1] > _LEVEL and is_near("pelvis") and pelvis[1] > height:
        return Posture(Kind.SITTING, "sitting-ball", things=things)
    if is_near("belly") or is_near("chest"):
        if knees:
            return Posture(Kind.FOURS, "kneeling-ball", things=things)
        if seen.facing < 0:
            return Posture(Kind.FRONT, "front-ball", things=things)
    if seen.facing > _LEVEL and (is_near("waist_back") or is_near("upper_back")):
        return Posture(Kind.BACK, "back-ball", things=things)
    return None


def _lying(seen: Seen, knees: str) -> Posture | None:
    """Return lying on back, front or side, or sitting low over a folded leg."""
    x, y, _ = seen.at("pelvis")
    thing, top = seen.support(x, y)
    is_low = y - top < _SEATED
    if is_low and (side := _over_leg(seen)):
        return Posture(Kind.SITTING, "over-leg", side)
    facing = seen.facing
    on_bed = thing == "bed"
    things = frozenset({"bed"}) if on_bed else frozenset[str]()
    if facing > _FACE and (
        seen.any_down("upper_back", "R_blade", "L_blade") or (is_low and seen.trunk[1] < _LEVEL)
    ):
        if on_bed:
            return Posture(Kind.BACK, "back-edge" if _at_edge(seen) else "back-bed", things=things)
        return Posture(Kind.BACK, "back")
    if is_low and seen.skeleton.axes("pelvis")[1][0] < -_FACE and not _folded(seen, knees):
        return Posture(Kind.FRONT, "front-bed" if on_bed else "front", things=things)
    if is_low and abs(seen.trunk[1]) < _LEVEL and not _folded(seen, knees):
        roll = sum(
            seen.height(f"R_{name}") - seen.height(f"L_{name}") for name in ("shoulder", "hip")
        )
        if abs(roll) > _ROLLED:
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
        seen.apart(f"{side}_buttock", f"{side}_heel") < _HEELS for side in SIDES
    )


def _at_edge(seen: Seen) -> bool:
    bed = seen.prop("bed")
    if bed is None:
        return False
    x = seen.at("pelvis")[0]
    return min(abs(x - end) for end in numbers_of(bed)[:2]) < _EDGE


def _low(seen: Seen, knees: str) -> Posture | None:
    """Return sitting back, sitting, or being on hands and knees."""
    if _folded(seen, knees):
        key = "heels" if seen.trunk[1] > _LEVEL else "heels-down"
        return Posture(Kind.KNEELING, key)
    x, y, _ = seen.at("pelvis")
    thing, top = seen.support(x, y)
    if seen.trunk[1] > _LEVEL and y - top < _SEATED:
        things = frozenset({thing}) - {"floor"}
        return Posture(Kind.SITTING, f"sitting-{thing}", things=things)
    if seen.trunk[1] < _BENT_DOWN and seen.facing < 0:
        hands = any(seen.any_down(*of(side, "palm", "fingers", "wrist")) for side in SIDES)
        elbows = all(seen.is_down(f"{side}_elbow") for side in SIDES)
        if len(knees) == 2 and (hands or elbows):
            return Posture(Kind.FOURS, "elbows-knees" if elbows else "hands-knees")
        if knees and hands:
            return Posture(Kind.FOURS, "hands-one-knee", knees)
        if hands and y < _SQUAT:
            return Posture(Kind.FOURS, "elbows-feet" if elbows else "hands-feet")
    return None


def _upright(seen: Seen, knees: str, feet: dict[str, bool]) -> Posture:
    if len(knees) == 2:
        return Posture(Kind.KNEELING, "kneeling")
    if knees:
        return Posture(Kind.KNEELING, "half-kneeling", knees)
    standing = "".join(side for side in SIDES if feet[side])
    if not standing:
        return Posture(Kind.STANDING, "upright")
    if len(standing) == 1:
        return Posture(Kind.STANDING, "one-leg", standing)
    if seen.at("pelvis")[1] - seen.support(*seen.at("pelvis")[:2])[1] < _SQUAT:
        return Posture(Kind.STANDING, "squatting")
    rise = seen.height("R_ankle") - seen.height("L_ankle")
    if seen.prop("stairs") and abs(rise) > _STAIR:
        return Posture(Kind.STANDING, "stairs", RIGHT if rise > 0 else LEFT, frozenset({"stairs"}))
    ahead = seen.local("R_ankle", "pelvis")[0] - seen.local("L_ankle", "pelvis")[0]
    if abs(ahead) > _STRIDE:
        return Posture(Kind.STANDING, "walking", RIGHT if ahead > 0 else LEFT)
    return Posture(Kind.STANDING, "standing")
