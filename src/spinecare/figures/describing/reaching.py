"""Where a hand is that lies on the ground or on nothing, as the person would say it."""

from __future__ import annotations

from typing import Final

from spinecare.figures.describing.phrasing import PLAIN, SMALL, Trait
from spinecare.figures.describing.posture import Kind, Posture
from spinecare.figures.describing.seen import Seen, minus, of, unit

_STRAIGHT_DEG: Final = 45.0
"""An elbow bent less is straight."""
_FAR: Final = 0.18
"""A hand this far above the shoulder, along the trunk, is overhead."""
_BELOW: Final = -0.16
"""A hand this far below the shoulder is beside the body."""
_ASIDE: Final = 0.20
"""A hand this far to the outside of the shoulder is spread to the side."""
_AWAY: Final = 0.16
"""A hand below the shoulder is this far to its outside: away from the body."""
_UNDER: Final = 0.08
"""A hand nearer to the pelvis' middle, sideways and along the body, lies under the hips."""
_FRONT: Final = 0.07
"""A hand this far before the shoulder, on hands and knees, is in front of it."""
_POINTING: Final = 0.70
"""An arm points a way that it goes along by this share of its length."""
_PROPPED: Final = 0.12
"""A shoulder this far above the forearm that lies down is propped up by it."""


def hand_down(seen: Seen, side: str) -> bool:
    """Tell whether a hand lies on the ground or on what bears weight."""
    return seen.any_down(*of(side, "palm", "handback", "fingers", "wrist"))


def on_floor(seen: Seen, posture: Posture, side: str) -> Trait | None:
    """Return where on the ground a hand lies; none where the posture says it."""
    if posture.kind in (Kind.STANDING, Kind.SITTING) and "bed" not in posture.things:
        thing = seen.below(f"{side}_palm")
        if thing in ("chair", "stairs"):
            return Trait(PLAIN, "hand-on-thing", thing=thing)
    _, up, aside = from_shoulder(seen, side)
    elbow = seen.joint(side, "elbow")
    is_high = seen.height(f"{side}_shoulder") - seen.height(f"{side}_palm") > _PROPPED
    if seen.is_down(f"{side}_elbow") and is_high:
        return Trait(PLAIN, "propped")
    if posture.kind is Kind.FOURS or posture.key == "heels-down":
        return _under(seen, side)
    if posture.kind is Kind.SIDE:
        if up < _BELOW:
            return Trait(SMALL, "floor-hips")
        return Trait(PLAIN, "floor-before-face" if up > _FRONT else "floor-before-chest")
    if not posture.is_lying or is_high:
        return _supporting(seen, posture, side)
    if up > _FAR:
        return Trait(PLAIN, "floor-overhead" if elbow < _STRAIGHT_DEG else "floor-head")
    if aside > _ASIDE and up > _BELOW:
        return Trait(PLAIN, "floor-spread")
    if up < _BELOW:
        return _beside(seen, side, aside)
    return Trait(PLAIN, "floor-shoulders" if up > _BELOW / 2 else "floor-chest")


def _beside(seen: Seen, side: str, aside: float) -> Trait:
    """Return where a hand is that lies below the shoulder: under the hips, beside them, away."""
    _, up, out = (abs(number) for number in seen.local(f"{side}_palm", "pelvis"))
    if out < _UNDER and up < _UNDER:
        return Trait(PLAIN, "hand-under", "hip")
    return Trait(SMALL, "floor-away" if aside > _AWAY else "floor-hips")


def _under(seen: Seen, side: str) -> Trait | None:
    """Return where a hand that carries lies, seen from above: nothing if under the shoulder."""
    x = seen.at(f"{side}_palm")[0] - seen.at(f"{side}_shoulder")[0]
    z = seen.at(f"{side}_palm")[2] - seen.at(f"{side}_shoulder")[2]
    toward = seen.trunk
    ahead = x * toward[0] + z * toward[2]
    if ahead > _FAR and seen.joint(side, "elbow") < _STRAIGHT_DEG:
        return Trait(PLAIN, "floor-forward")
    if ahead > _FRONT:
        return Trait(PLAIN, "floor-front")
    return None if ahead > -_FAR else Trait(PLAIN, "floor-hips")


def _supporting(seen: Seen, posture: Posture, side: str) -> Trait:
    ahead, _, aside = _from(seen, f"{side}_palm", f"{side}_hip", "pelvis", side)
    if posture.kind is Kind.FRONT:
        return Trait(PLAIN, "floor-front" if _is_before(seen, side) else "floor-under")
    if ahead > _FRONT:
        return Trait(PLAIN, "floor-front")
    return Trait(PLAIN, "floor-behind" if ahead < -_FRONT and aside < _ASIDE else "floor-hips")


def _is_before(seen: Seen, side: str) -> bool:
    palm, shoulder, pelvis = (seen.at(n) for n in (f"{side}_palm", f"{side}_shoulder", "pelvis"))
    away = minus(shoulder, pelvis)
    gap = minus(palm, shoulder)
    length = (away[0] ** 2 + away[2] ** 2) ** 0.5 or 1.0
    return (gap[0] * away[0] + gap[2] * away[2]) / length > _FRONT


def from_shoulder(seen: Seen, side: str) -> tuple[float, float, float]:
    """Return how far a palm is before, above and outside its shoulder, in the chest's frame."""
    return _from(seen, f"{side}_palm", f"{side}_shoulder", "tho2", side)


def _from(seen: Seen, name: str, start: str, segment: str, side: str) -> tuple[float, float, float]:
    x, y, z = seen.turned(minus(seen.at(name), seen.at(start)), segment)
    return x, y, z * (1 if side == "R" else -1)


def in_air(seen: Seen, posture: Posture, side: str) -> Trait:
    """Return where an arm is whose hand lies on nothing."""
    if seen.joint(side, "elbow") > _STRAIGHT_DEG:
        return _bent(seen, side)
    way = unit(minus(seen.at(f"{side}_wrist"), seen.at(f"{side}_shoulder")))
    ahead, up, aside = seen.turned(way, "tho2")
    aside *= 1 if side == "R" else -1
    if up > _POINTING:
        return Trait(PLAIN, "overhead-lifted" if posture.is_lying else "overhead")
    if aside > _POINTING:
        return Trait(PLAIN, "arm-spread")
    if ahead > _POINTING:
        return Trait(PLAIN, "arm-ceiling" if posture.kind is Kind.BACK else "arm-forward")
    if way[1] < -_POINTING and not posture.is_lying:
        return Trait(SMALL, "arm-hanging")
    if up < -_POINTING:
        return Trait(SMALL, "arm-along")
    if ahead < -_POINTING / 2:
        return Trait(PLAIN, "arm-back")
    return Trait(PLAIN, "arm-spread" if aside > _POINTING / 2 else "arm-forward")


def _bent(seen: Seen, side: str) -> Trait:
    ahead, up, _ = seen.local(f"{side}_palm", "tho2")
    if ahead < 0:
        return Trait(PLAIN, "hand-beside-head" if up > _FAR else "behind-back")
    if up > _FAR:
        return Trait(PLAIN, "hand-face")
    return Trait(PLAIN, "hand-chest" if up > _BELOW / 2 else "hand-belly")
