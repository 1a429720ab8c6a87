"""What pelvis and trunk do: lifted, rounded, arched, turned, bent, leaning, shifted."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees, hypot
from typing import Final

from spinecare.figures.body import Vec
from spinecare.figures.describing.measures import arc_deg, flexed_deg, speaks_of, told
from spinecare.figures.describing.phrasing import SMALL, Clause
from spinecare.figures.describing.posture import Kind, Posture
from spinecare.figures.describing.seen import SIDES, Seen, minus, unit
from spinecare.figures.describing.words import say, towards

_LIFTED: Final = 0.04
"""A part is lifted that is this far above what the body lies on: 7 cm of 1.75 m."""
_HIPS_LIFTED: Final = 0.10
"""Both sides of the hips are higher than this; lying they are at .06."""
_HOLLOW: Final = 0.040
"""Lying at ease the waist is .021 above the ground; from here on the hollow is seen."""
_FLAT: Final = 0.012
"""The waist lies flat below this."""
_DRAWN_DEG: Final = 60.0
"""Legs bent farther at the hips flatten the waist by themselves."""
_ROUNDED_DEG: Final = 30.0
_ARCHED_DEG: Final = -24.0
"""Flexion of the whole back; lying at ease it is -5, sitting up -20."""
_TURNED_DEG: Final = 12.0
_PELVIS_TURNED_DEG: Final = 20.0
_BENT_DEG: Final = 12.0
_UNTOLD_DEG: Final = 24.0
"""Turns, bends and sideways leans that the frame does not ask for are said from here on."""
_LEANING_DEG: Final = 14.0
_FAR_DEG: Final = 50.0
"""Leaning farther is bending far forward."""
_AT_EASE_DEG: Final = -6.0
"""Standing at ease the neck is this far behind the pelvis."""
_SIDEWAYS: Final = 0.3
"""Hips one above the other, within this share, look nowhere: such a trunk leans no way."""
_SHIFTED: Final = 0.05
"""The pelvis is this far off what it stands on or hangs from."""


_UPRIGHT: Final = (Kind.KNEELING, Kind.SITTING, Kind.STANDING)
"""Postures whose trunk is upright unless something else is said."""


def trunk_clauses(seen: Seen, posture: Posture) -> Iterator[Clause]:
    """Yield what pelvis and trunk do."""
    if posture.kind is Kind.BACK:
        yield from _on_back(seen)
    elif posture.kind is Kind.FRONT and "ball" not in posture.things:
        if seen.above("chest") > _LIFTED:
            yield Clause(say("chest-lifted"))
    elif posture.kind in _UPRIGHT and posture.key != "heels-down":
        yield from _leaning(seen)
    feet = [f"{side}_{name}" for side in SIDES for name in ("heel", "ball")]
    if posture.kind is Kind.HANGING or (posture.key == "standing" and seen.is_down(*feet)):
        yield from _shifted(seen, posture)
    yield from _curved(seen, posture)


def _on_back(seen: Seen) -> Iterator[Clause]:
    shoulders = max(seen.height(f"{side}_shoulder") for side in SIDES)
    hips = min(seen.above(f"{side}_hipside") for side in SIDES)
    if seen.prop("towel") is None and hips > _HIPS_LIFTED and seen.height("pelvis") > shoulders:
        yield Clause(say("hips-lifted"))
        return
    if seen.above("upper_back") > _LIFTED and seen.above("occiput") > _LIFTED:
        yield Clause(say("trunk-lifted"))
    elif turned := _pelvis_turned(seen):
        yield Clause(say(turned))
    elif _is_hollow(seen):
        yield Clause(say("lower-back-hollow"))
    elif "waist_back" in told(seen) and seen.above("waist_back") < _FLAT and not _drawn(seen):
        yield Clause(say("lower-back-flat"))


def _is_hollow(seen: Seen) -> bool:
    is_off = seen.above("waist_back") > _HOLLOW
    return is_off and seen.is_down("sacrum", "upper_back") and not _pelvis_turned(seen)


def _drawn(seen: Seen) -> bool:
    return any(flexed_deg(seen, side) > _DRAWN_DEG for side in SIDES)


def _pelvis_turned(seen: Seen) -> str:
    """Return which way the pelvis of somebody lying on the back is turned."""
    rise = arc_deg(seen.skeleton.axes("pelvis")[1][2])
    if abs(rise) < _PELVIS_TURNED_DEG:
        return ""
    return "pelvis-turned-L" if rise > 0 else "pelvis-turned-R"


def _leaning(seen: Seen) -> Iterator[Clause]:
    ahead, aside = _level(seen, seen.trunk)
    forward = degrees(atan2(ahead, seen.trunk[1])) - _AT_EASE_DEG
    sideways = degrees(atan2(aside, hypot(ahead, seen.trunk[1])))
    if forward > _FAR_DEG:
        yield Clause(say("bent-forward"))
        return
    ways: list[str] = []
    if abs(forward) > _LEANING_DEG:
        ways.append("forward" if forward > 0 else "back")
    least = _LEANING_DEG if speaks_of(seen, "tilt") else _UNTOLD_DEG
    if abs(sideways) > least and abs(_bent(seen)) < _BENT_DEG:
        ways.append("right" if sideways > 0 else "left")
    if ways:
        yield Clause(say("leaning", where=towards(*ways)))


def _shifted(seen: Seen, posture: Posture) -> Iterator[Clause]:
    base = "grip" if posture.kind is Kind.HANGING else "ankle"
    right, left = seen.at(f"R_{base}"), seen.at(f"L_{base}")
    middle = ((right[0] + left[0]) / 2, 0.0, (right[2] + left[2]) / 2)
    ahead, aside = _level(seen, minus(seen.at("pelvis"), middle))
    if abs(aside) > _SHIFTED:
        yield Clause(say("pelvis-shifted-R" if aside > 0 else "pelvis-shifted-L"))
    leans = abs(degrees(atan2(_level(seen, seen.trunk)[0], seen.trunk[1])) - _AT_EASE_DEG)
    if posture.key == "hanging-toes":
        return
    if abs(ahead) > _SHIFTED and leans < _LEANING_DEG:
        yield Clause(say("pelvis-shifted-forward" if ahead > 0 else "pelvis-shifted-back"))


def _level(seen: Seen, way: Vec) -> tuple[float, float]:
    """Return how far a way goes forward and to the right, as the person's hips look, level."""
    axes = seen.skeleton.axes("pelvis")
    if hypot(axes[0][2], axes[2][2]) < _SIDEWAYS:
        return 0.0, 0.0
    right = unit((axes[0][2], 0.0, axes[2][2]))
    return way[0] * right[2] - way[2] * right[0], way[0] * right[0] + way[2] * right[2]


def turned_deg(seen: Seen) -> float:
    """Return how far the chest is turned to the left against the pelvis."""
    axes = seen.skeleton.axes("tho3")
    ahead, _, aside = seen.turned((axes[0][2], axes[1][2], axes[2][2]), "pelvis")
    return degrees(atan2(ahead, aside))


def _bent(seen: Seen) -> float:
    return seen.skeleton.angle("lum_lat") + seen.skeleton.angle("tho_lat")


def _curved(seen: Seen, posture: Posture) -> Iterator[Clause]:
    angle = seen.skeleton.angle
    flexed = angle("lum_flex") + angle("tho_flex")
    if flexed > _ROUNDED_DEG:
        yield Clause(say("back-rounded"))
    elif flexed < _ARCHED_DEG and not (posture.kind is Kind.BACK and _is_hollow(seen)):
        yield Clause(say("back-arched"), SMALL)
    turned = turned_deg(seen)
    least = _TURNED_DEG if speaks_of(seen, "lum_rot", "tho_rot") else _UNTOLD_DEG
    if abs(turned) > least and not (posture.is_lying and _pelvis_turned(seen)):
        yield Clause(say("trunk-turned-L" if turned > 0 else "trunk-turned-R"))
    bent = _bent(seen)
    least = _BENT_DEG if speaks_of(seen, "lum_lat", "tho_lat") else _UNTOLD_DEG
    if abs(bent) > least and not (posture.is_lying and _pelvis_turned(seen)):
        yield Clause(say("trunk-bent-R" if bent > 0 else "trunk-bent-L"))
