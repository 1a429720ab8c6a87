"""What the body rests on: water, a bar, a ball, the ground; lying, sitting, standing."""

from __future__ import annotations

from math import hypot
from typing import Final

from spinecare.figures.describing.lying import low, lying
from spinecare.figures.describing.posture import Kind, Posture
from spinecare.figures.describing.seen import DOWN, LEFT, RIGHT, SIDES, Seen, of
from spinecare.figures.props import numbers_of

_LEVEL: Final = 0.5
"""The trunk is level where its way rises by less than this share of its length: 30 degrees."""
_NEAR_BALL: Final = 0.09
"""The pelvis' or chest's centre is no farther from a ball's skin."""
_GRIP: Final = 0.05
"""A fist is no farther from the bar's middle."""
_CARRIES: Final = 0.012
"""A foot that is nearer to the ground carries: 2 cm of 1.75 m; hanging, it may be close."""
_UP: Final = 0.10
"""Hands that hang are this far above the shoulders."""
_STRETCHED_UP: Final = 0.25
"""A hand this far above its shoulder is at the end of an arm stretched up; the arm is .37 long."""
_STRIDE: Final = 0.20
"""Feet farther apart than this, one before the other, are walking."""
_LUNGE_DEG: Final = 45.0
"""With the front knee bent farther it is a lunge."""
_SQUAT: Final = 0.36
"""Standing with the pelvis lower than this is squatting; at ease it is at .53."""
_RISING: Final = 0.3
"""The trunk of somebody who squats rises by more than this share of its length."""
_STAIR: Final = 0.04
"""A foot higher than the other by more is a stair up."""


def posture_of(seen: Seen) -> Posture:
    """Return what the body rests on."""
    if water := _in_water(seen):
        return water
    feet = {side: seen.any_down(*of(side, "heel", "ball")) for side in SIDES}
    knees = "".join(side for side in SIDES if seen.is_down(f"{side}_knee"))
    if not knees and (hanging := _hanging(seen)):
        return Posture(Kind.HANGING, hanging, things=frozenset({"bar"}))
    return (
        _on_ball(seen, knees)
        or lying(seen, knees)
        or low(seen, knees)
        or _upright(seen, knees, feet)
    )


def _hanging(seen: Seen) -> str:
    """Return the phrase for hanging from a bar by both hands: free, or with toes on the ground."""
    arms = [seen.height(f"{side}_grip") - seen.height(f"{side}_shoulder") for side in SIDES]
    if not all(holds_bar(seen, side) for side in SIDES) or min(arms) < _UP:
        return ""
    feet = [of(side, "heel", "ball", "toetip") for side in SIDES]
    if all(seen.above(name) > _CARRIES for names in feet for name in names):
        return "hanging"
    heels = min(seen.above(f"{side}_heel") for side in SIDES)
    return "hanging-toes" if min(arms) > _STRETCHED_UP and heels > DOWN else ""


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


def _upright(seen: Seen, knees: str, feet: dict[str, bool]) -> Posture:
    if len(knees) == 2:
        return Posture(Kind.KNEELING, "kneeling")
    if knees:
        return Posture(Kind.KNEELING, "half-kneeling", knees)
    standing = "".join(side for side in SIDES if feet[side])
    is_over = seen.trunk[1] > _RISING or seen.height("pelvis") > _SQUAT
    if not standing or not is_over:
        return Posture(Kind.AIR, _in_air(seen))
    if len(standing) == 1:
        return Posture(Kind.STANDING, "one-leg", standing)
    if seen.at("pelvis")[1] - seen.support(*seen.at("pelvis")[:2])[1] < _SQUAT:
        return Posture(Kind.STANDING, "squatting")
    rise = seen.height("R_ankle") - seen.height("L_ankle")
    if seen.prop("stairs") and abs(rise) > _STAIR:
        return Posture(Kind.STANDING, "stairs", RIGHT if rise > 0 else LEFT, frozenset({"stairs"}))
    ahead = seen.local("R_ankle", "pelvis")[0] - seen.local("L_ankle", "pelvis")[0]
    if abs(ahead) > _STRIDE:
        front = RIGHT if ahead > 0 else LEFT
        is_deep = seen.joint(front, "knee") > _LUNGE_DEG
        return Posture(Kind.STANDING, "lunge" if is_deep else "walking", front)
    return Posture(Kind.STANDING, "standing")


def _in_air(seen: Seen) -> str:
    """Return how a body is turned that nothing above says the rest of."""
    if abs(seen.trunk[1]) > _LEVEL:
        return "upright" if seen.trunk[1] > 0 else "upside-down"
    return "level"
