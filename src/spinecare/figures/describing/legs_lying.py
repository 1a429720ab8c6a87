"""What one leg does while the body lies on back, front or side."""

from __future__ import annotations

from typing import Final

from spinecare.figures.describing.crossing import is_over, is_set_across
from spinecare.figures.describing.measures import (
    flexed_deg,
    foot_above,
    outward,
    rise_deg,
    stands_flat,
)
from spinecare.figures.describing.phrasing import FIRST, PLAIN, Trait
from spinecare.figures.describing.posture import Posture
from spinecare.figures.describing.seen import EVEN, Seen, other

STRAIGHT_DEG: Final = 24.0
"""A knee bent less is straight."""
BENT_DEG: Final = 50.0
"""A knee bent less is slightly bent."""
_DRAWN: Final = -0.16
"""A knee higher than this, along the trunk from mid-chest, is drawn up; hips are at -.2."""
_OVER_HIPS_DEG: Final = 60.0
"""A thigh bent farther is raised over the hips."""
_RAISED_KNEE: Final = 0.12
"""Its knee is then this far above the hip."""
_UPRIGHT_DEG: Final = 70.0
"""A straight leg raised higher points straight up; a thigh of a side-lying body is drawn up."""
_LOW_DEG: Final = 22.0
"""A straight leg raised no higher is just off the floor."""
_ACROSS: Final = 0.015
"""A drawn knee nearer to the middle than this goes to the other shoulder; the hip is at .05."""
_OUTSIDE: Final = 0.19
"""A drawn knee farther out is beside the chest; the shoulder is at .10."""
_LOWERED: Final = -0.10
"""A knee farther across the middle is lowered to the other side."""
_RAISED: Final = 0.03
"""A foot and knee higher than this are lifted: 5 cm of 1.75 m."""
_HANGING: Final = 0.06
"""A foot lower than the pelvis by more hangs over an edge."""
_SPREAD_DEG: Final = 12.0
"""A straight leg spread farther is out to the side; at ease it is 7."""


def on_back(seen: Seen, side: str) -> Trait:
    """Return what a leg does, lying on the back."""
    knee, thing = seen.joint(side, "knee"), seen.below(f"{side}_heel")
    is_raised_up = seen.below("pelvis") != "floor"
    if is_raised_up and seen.height(f"{side}_ankle") < seen.height("pelvis") - _HANGING:
        return Trait(PLAIN, "over-edge" if foot_above(seen, side) < _RAISED else "over-edge-free")
    if knee < STRAIGHT_DEG:
        return _straight(seen, side)
    calf = f"{side}_calf"
    if not is_raised_up and seen.below(calf) != "floor" and seen.is_down(calf):
        return Trait(PLAIN, "on-thing", thing=seen.below(calf))
    if stands_flat(seen, side) or seen.is_down(f"{side}_heel"):
        return _foot_down(seen, side, thing)
    aside = seen.even(lambda one: seen.local(f"{one}_knee", "tho2")[2] * outward(one), side)
    if aside < _LOWERED:
        return Trait(FIRST, "knee-across")
    if seen.even(lambda one: seen.local(f"{one}_knee", "tho2")[1], side) > _DRAWN:
        if aside < _ACROSS:
            return Trait(FIRST, "drawn-across")
        return Trait(FIRST, _drawn(seen, side, aside))
    rise = seen.even(lambda one: seen.height(f"{one}_knee") - seen.height(f"{one}_hip"), side)
    if flexed_deg(seen, side) > _OVER_HIPS_DEG and rise > _RAISED_KNEE:
        return Trait(FIRST, "drawn-half")
    if seen.is_down(f"{side}_toetip"):
        return Trait(PLAIN, "toes-down", thing=thing)
    return Trait(PLAIN, "foot-over" if is_over(seen, side) else "in-air")


def _drawn(seen: Seen, side: str, aside: float) -> str:
    """Return how a drawn knee lies beside the chest, and whether the other one does too."""
    if aside < _OUTSIDE:
        return "drawn"
    theirs = seen.local(f"{other(side)}_knee", "tho2")
    is_both = theirs[1] > _DRAWN and theirs[2] * outward(other(side)) > _OUTSIDE - EVEN
    return "drawn-apart" if is_both else "drawn-outside"


def _foot_down(seen: Seen, side: str, thing: str) -> Trait:
    if seen.joint(side, "knee") < BENT_DEG and not stands_flat(seen, side):
        return Trait(PLAIN, "slightly-bent")
    if is_set_across(seen, side):
        return Trait(FIRST, "foot-across", thing=thing)
    return Trait(PLAIN, "flat" if stands_flat(seen, side) else "heel-down", thing=thing)


def _straight(seen: Seen, side: str) -> Trait:
    if foot_above(seen, side) > _RAISED:
        rise = rise_deg(seen, side)
        key = "straight-up" if rise > _UPRIGHT_DEG else "straight-raised"
        return Trait(FIRST, key if rise > _LOW_DEG else "straight-low")
    thing = seen.below(f"{side}_ankle")
    if seen.joint(side, "hip_abd") <= _SPREAD_DEG:
        return Trait(PLAIN, "straight-down", thing=thing)
    is_alone = seen.joint(other(side), "hip_abd") <= _SPREAD_DEG
    return Trait(PLAIN, "straight-aside" if is_alone else "straight-apart", thing=thing)


def on_front(seen: Seen, posture: Posture, side: str) -> Trait:
    """Return what a leg does, lying on the front or floating."""
    knee = seen.joint(side, "knee")
    if posture.things & {"water", "ball"}:
        return Trait(PLAIN, "straight" if knee < STRAIGHT_DEG else "bent")
    lowest = seen.even(lambda one: seen.above(f"{one}_knee"), side)
    if min(lowest, foot_above(seen, side)) > _RAISED:
        return Trait(FIRST, "raised-behind")
    if knee < STRAIGHT_DEG:
        return Trait(PLAIN, "straight-down", thing=seen.below(f"{side}_knee"))
    return Trait(PLAIN, "in-air" if knee > BENT_DEG else "slightly-bent")


def on_side(seen: Seen, side: str) -> Trait:
    """Return what a leg does, lying on the side."""
    knee = seen.joint(side, "knee")
    if knee < STRAIGHT_DEG:
        return Trait(PLAIN, "straight")
    if knee < BENT_DEG:
        return Trait(PLAIN, "slightly-bent")
    return Trait(PLAIN, "drawn-up" if flexed_deg(seen, side) > _UPRIGHT_DEG else "bent")
