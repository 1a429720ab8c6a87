"""Where a hand is that lies on the ground or on nothing, as the person would say it."""

from __future__ import annotations

from typing import Final

from spinecare.figures.describing.measures import outward
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
_PALM_UP: Final = 0.012
"""A palm this far above the back of its hand looks up; they are .024 apart."""
_FRONT: Final = 0.07
"""A hand this far before the shoulder, on hands and knees, is in front of it."""
_PLUMB: Final = 0.70
"""An arm hangs that points down by this share of its length."""
_OUT: Final = 0.24
"""A hand this far from the chest's middle, its elbow bent, is out to the side; shoulders: .13."""
_PROPPED: Final = 0.12
"""A shoulder this far above the forearm that lies down is propped up by it."""


def hand_down(seen: Seen, side: str) -> bool:
    """Tell whether a hand lies on the ground or on what bears weight."""
    return seen.any_down(*of(side, "palm", "handback", "fingers", "wrist"))


def on_floor(seen: Seen, posture: Posture, side: str) -> Trait | None:
    """Return where on the ground a hand lies; none where the posture says it."""
    if (thing := seen.below(f"{side}_palm")) != "floor":
        return Trait(PLAIN, "hand-on-thing", thing=thing)
    _, up, aside = _from(seen, f"{side}_palm", f"{side}_shoulder", "tho2", side)
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
    if under := _beneath(seen, side):
        return under
    if up > _FAR:
        return Trait(PLAIN, "floor-overhead" if elbow < _STRAIGHT_DEG else "floor-head")
    if aside > _ASIDE and up > _BELOW:
        return Trait(PLAIN, f"floor-spread{_turned_up(seen, side)}")
    if up < _BELOW:
        return _beside(seen, side, aside)
    return Trait(PLAIN, "floor-shoulders" if up > _BELOW / 2 else "floor-chest")


def _beneath(seen: Seen, side: str) -> Trait | None:
    """Return what a hand lies under, where it is under hips or lower back."""
    for name in ("palm", "fingers"):
        _, up, aside = seen.local(f"{side}_{name}", "pelvis")
        if abs(aside) < _UNDER and abs(up) < _UNDER:
            return Trait(PLAIN, "hand-under", "hip")
        if abs(aside) < _UNDER and _UNDER <= up < 2 * _UNDER:
            return Trait(PLAIN, "hand-under", "lower-back")
    return None


def _beside(seen: Seen, side: str, aside: float) -> Trait:
    """Return where a hand is that lies below the shoulder: beside the hips or away."""
    key = "floor-away" if aside > _AWAY else "floor-hips"
    return Trait(SMALL, key + _turned_up(seen, side))


def _turned_up(seen: Seen, side: str) -> str:
    """Return what a phrase ends with where the palm looks up."""

    def measure(side: str) -> float:
        return seen.height(f"{side}_palm") - seen.height(f"{side}_handback")

    return "-up" if seen.even(measure, side) > _PALM_UP else ""


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


def _from(seen: Seen, name: str, start: str, segment: str, side: str) -> tuple[float, float, float]:
    x, y, z = seen.turned(minus(seen.at(name), seen.at(start)), segment)
    return x, y, z * outward(side)


def in_air(seen: Seen, posture: Posture, side: str) -> Trait:
    """Return where an arm is whose hand lies on nothing."""
    if seen.joint(side, "elbow") > _STRAIGHT_DEG:
        return _bent(seen, side)
    way = unit(minus(seen.at(f"{side}_wrist"), seen.at(f"{side}_shoulder")))
    ahead, up, aside = seen.turned(way, "tho2")
    aside *= outward(side)
    shares = {
        "overhead": up,
        "arm-along": -up,
        "arm-spread": aside,
        "arm-across": -aside,
        "arm-forward": ahead,
        "arm-back": -ahead,
    }
    key = max(shares, key=lambda one: shares[one])
    if key == "overhead" and posture.is_lying:
        key = "overhead-lifted"
    if key == "arm-forward" and posture.kind is Kind.BACK:
        key = "arm-ceiling"
    if key == "arm-along" and way[1] < -_PLUMB and not posture.is_lying:
        key = "arm-hanging"
    return Trait(SMALL if key in ("arm-along", "arm-hanging") else PLAIN, key)


def _bent(seen: Seen, side: str) -> Trait:
    ahead, up, aside = seen.local(f"{side}_palm", "tho2")
    if aside * outward(side) > _OUT:
        return Trait(PLAIN, "hand-aside")
    if up > _FAR:
        return Trait(PLAIN, "hand-beside-head" if ahead < 0 else "hand-face")
    if ahead < 0:
        return Trait(PLAIN, "behind-back")
    return Trait(PLAIN, "hand-chest" if up > _BELOW / 2 else "hand-belly")
