"""What the arrows of a frame say: who moves, and where to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Final

from attrs import evolve, frozen

from spinecare.figures.body import Vec
from spinecare.figures.describing.measures import outward
from spinecare.figures.describing.naming import LEG_PARTS, part_moving, without_side
from spinecare.figures.describing.posture import Posture
from spinecare.figures.describing.seen import Seen, minus
from spinecare.figures.describing.trunk import turned_deg
from spinecare.figures.describing.words import AXIAL, part, say, towards
from spinecare.figures.scene import Arrow

_SECOND: Final = 0.5
"""A second direction is named that has at least this share of the first."""
_LEVEL: Final = 0.5
"""A trunk that rises by less of its length lies or is bent down: head and feet give the ways."""
_TURNED_DEG: Final = 14.0
"""A head or chest turned farther moves by turning."""
_WHOLE_DEG: Final = 240.0
"""A part of a circle that is shorter is a way to and fro."""


@frozen
class Motion:
    """What an arrow says."""

    kind: str
    """`move`, `go`, `push` or `circle`."""
    who: str
    """A part of the body."""
    sides: str
    """`R`, `L`, both, or empty for a part that the body has once."""
    way: Vec
    """From tail to head, in the world; of both sides, the right one's."""
    is_to_and_fro: bool
    """Whether it has two heads."""
    is_past_head: bool = False
    """Whether the part is the head, or beyond it, as seen along the trunk."""
    is_mirrored: bool = False
    """Whether the left side goes the mirror image of the right one's way."""


def movement_clauses(seen: Seen, posture: Posture, arrows: Sequence[Arrow]) -> Iterator[str]:
    """Yield what the arrows say, in the order of the frame; what both sides do once.

    Args:
        seen: The body; its frame has the arrows' texts.
        posture: What the body rests on.
        arrows: The paths of these texts; empty to say nothing of movement.
    """
    if not arrows:
        return
    motions = [
        _motion(seen, text, arrow) for text, arrow in zip(seen.frame.arrows, arrows, strict=True)
    ]
    for motion in _together(motions):
        who = part(motion.who, motion.sides or "RL")
        is_one = motion.who in AXIAL or len(motion.sides) == 1
        if motion.kind == "circle":
            yield say("circles" if is_one else "circle", who=who)
        else:
            ways = _ways(seen, posture, motion)
            one, more = ("presses", "press") if motion.kind == "push" else ("moves", "move")
            if motion.kind != "push" and _turns(seen, motion, ways):
                one, ways = "turns", ways[:1]
            yield say(one if is_one else more, who=who, where=towards(*ways))


def _motion(seen: Seen, text: str, arrow: Arrow) -> Motion:
    kind, landmark, *rest = text.split()
    side, _ = without_side(landmark)
    if kind == "circle" and len([word for word in rest if word != "both"]) > 2:
        kind = "circle" if abs(float(rest[2])) >= _WHOLE_DEG else "go"
    x, y, z = minus(arrow.path[-1], arrow.path[0])
    who = part_moving(landmark)
    gap = minus(seen.at(landmark), seen.at("crown"))
    is_past = who == "head" or sum(a * b for a, b in zip(gap, seen.trunk, strict=True)) > 0
    motion = Motion(kind, who, side, (x, y, z), arrow.is_both_ways, is_past)
    if side and seen.frame.shape.is_symmetric:
        right = (x, y, z * outward(side))
        return evolve(motion, sides="RL", way=right, is_mirrored=True)
    return motion


def _together(motions: list[Motion]) -> list[Motion]:
    """Return the motions, two of both sides as one."""
    if len(motions) != 2 or len(motions[0].sides) != 1:
        return list(dict.fromkeys(motions))
    right, left = sorted(motions, key=lambda motion: motion.sides, reverse=True)
    if (right.sides, left.sides, right.who, right.kind) != ("R", "L", left.who, left.kind):
        return motions
    x, y, z = left.way
    both = evolve(right, sides="RL", is_past_head=right.is_past_head or left.is_past_head)
    is_same = _is_near(right.way, (x, y, z))
    is_mirror = _is_near(right.way, (x, y, 0.0 - z))
    if right.is_to_and_fro and (is_same or is_mirror):
        return [both]
    if is_mirror:
        return [evolve(both, is_mirrored=True)]
    return [both] if is_same else motions


def _is_near(first: Vec, second: Vec) -> bool:
    return hypot(*minus(first, second)) < 0.35 * hypot(*first)


def _ways(seen: Seen, posture: Posture, motion: Motion) -> tuple[str, ...]:
    """Return the directions of a way: the first, and the second if it is large."""
    found = sorted(_parts(seen, posture, motion), reverse=True)
    if motion.is_to_and_fro:
        return (found[0][2],)
    first, second = found[0], found[1]
    ways = (first[1], second[1]) if second[0] > _SECOND * first[0] else (first[1],)
    return tuple(_not_to_itself(motion, way) for way in ways)


def _not_to_itself(motion: Motion, way: str) -> str:
    """Return a way that leads to where a part is not: feet move away from the head instead."""
    if way == "feet" and motion.who in (*LEG_PARTS, "leg"):
        return "from-head"
    return "from-feet" if way == "head" and motion.is_past_head else way


def _turns(seen: Seen, motion: Motion, ways: tuple[str, ...]) -> bool:
    """Tell whether a head or chest that goes to a side does so by turning."""
    if ways[0] not in ("right", "left", "right-left"):
        return False
    if motion.who == "head":
        angle = seen.skeleton.angle
        return abs(angle("neck_rot")) > _TURNED_DEG and abs(angle("neck_lat")) < _TURNED_DEG
    return motion.who == "chest" and abs(turned_deg(seen)) > _TURNED_DEG


def _parts(seen: Seen, posture: Posture, motion: Motion) -> Iterator[tuple[float, str, str]]:
    """Yield how far a way goes along each line: its size, its end's name, the name of both ends."""
    x, y, z = motion.way
    yield abs(y), "up" if y > 0 else "down", "up-down"
    axes = seen.skeleton.axes("pelvis")
    right = (axes[0][2], axes[2][2])
    aside = x * right[0] + z * right[1]
    names = ("out", "in") if motion.is_mirrored else ("right", "left")
    yield abs(aside), names[aside <= 0], "right-left"
    if posture.is_lying or abs(seen.trunk[1]) < _LEVEL:
        along = x * seen.trunk[0] + z * seen.trunk[2]
        yield abs(along), "head" if along > 0 else "feet", "head-feet"
    else:
        ahead = x * right[1] - z * right[0]
        yield abs(ahead), "forward" if ahead > 0 else "back", "forward-back"
