"""What both legs do together: soles touching, knees lowered to a side, one leg over the other."""

from __future__ import annotations

from typing import Final

from spinecare.figures.describing.measures import outward, told
from spinecare.figures.describing.phrasing import FIRST, Trait
from spinecare.figures.describing.posture import Kind, Posture
from spinecare.figures.describing.seen import LEFT, RIGHT, SIDES, Seen, of, other
from spinecare.figures.shape import Touch

_BENT_DEG: Final = 50.0
"""Knees bent less are not lowered to a side as a pair."""
_STRAIGHT_DEG: Final = 24.0
"""A foot is set down across a leg whose knee is bent less."""
_TOGETHER: Final = 0.055
"""Soles and toes no farther apart are together."""
_APART: Final = 0.20
"""Knees farther apart are apart."""
_FALLEN: Final = 0.10
"""Both knees are this far to one side of the chest's middle: lowered."""
_DRAWN: Final = -0.16
"""Knees higher than this, along the trunk from mid-chest, are drawn up; hips are at -.2."""
_OVER: Final = 0.10
"""A shin or ankle no farther from the other thigh is crossed over it."""
_BESIDE: Final = 0.05
"""Legs whose points are farther apart sideways lie beside each other."""
_BEYOND: Final = 0.01
"""A foot this far past the other leg's knee is set down across it."""


def soles_together(seen: Seen) -> bool:
    """Tell whether the soles touch and the knees are apart."""
    soles = seen.apart("R_solemid", "L_solemid")
    return soles < _TOGETHER and seen.apart("R_knee", "L_knee") > _APART


def toes_together(seen: Seen) -> bool:
    """Tell whether the frame brings the big toes together, and they are."""
    return {"R_bigtoe", "L_bigtoe"} & told(seen) != set() and seen.apart(
        "R_bigtoe", "L_bigtoe"
    ) < _TOGETHER


def knees_fallen(seen: Seen, posture: Posture) -> str:
    """Return the phrase for both bent knees of somebody lying on the back, lowered to a side."""
    if posture.kind is not Kind.BACK:
        return ""
    right, left = (seen.local(f"{side}_knee", "tho2")[2] for side in SIDES)
    if not all(seen.joint(side, "knee") > _BENT_DEG for side in SIDES):
        return ""
    if right * left < 0 or abs(right + left) < 2 * _FALLEN:
        return ""
    are_drawn = min(seen.local(f"{side}_knee", "tho2")[1] for side in SIDES) > _DRAWN
    key = "knees-tilted" if are_drawn else "knees-fallen"
    return f"{key}-{RIGHT if right > 0 else LEFT}"


def crossed(seen: Seen, side: str) -> Trait | None:
    """Return whether a leg lies over the other one, where the frame says that they touch."""
    own = set(
        of(side, "ankle", "ankle_outer", "heel", "hamstring", "kneepit", "calf", "shin", "knee")
    )
    theirs = set(of(other(side), "midthigh", "kneecap", "knee", "shin"))
    for contact in seen.frame.shape.contacts:
        if not isinstance(contact, Touch):
            continue
        for mine, under in (
            (contact.landmark, contact.other),
            (contact.other, contact.landmark),
        ):
            is_over = _lies_over(seen, mine, under)
            if mine in own and under in theirs and is_over and seen.apart(mine, under) < _OVER:
                is_ankle = mine[2:] in ("ankle", "ankle_outer", "heel")
                return Trait(FIRST, "ankle-on-knee" if is_ankle else "crossed")
    return None


def _lies_over(seen: Seen, mine: str, under: str) -> bool:
    """Tell whether a point of one leg is above one of the other, and not merely beside it."""
    aside = seen.local(mine, "pelvis")[2] - seen.local(under, "pelvis")[2]
    return seen.height(mine) >= seen.height(under) and abs(aside) < _BESIDE


def is_over(seen: Seen, side: str) -> bool:
    """Tell whether a lifted foot is over the other, straight leg, for somebody on the back."""
    is_straight = seen.joint(other(side), "knee") < _STRAIGHT_DEG
    return is_straight and seen.local(f"{side}_ankle", "pelvis")[2] * outward(side) < 0


def is_set_across(seen: Seen, side: str) -> bool:
    """Tell whether a foot stands on the far side of the other leg, for somebody on the back."""
    if seen.joint(other(side), "knee") > _STRAIGHT_DEG:
        return False
    foot = seen.local(f"{side}_ankle", "pelvis")[2] * outward(side)
    knee = seen.local(f"{other(side)}_knee", "pelvis")[2] * outward(side)
    return foot < knee - _BEYOND
