"""From an arrow's text to its path: the way a landmark goes, a straight line, a circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin
from typing import Final

from spinecare.errors import Fault, FaultyInputError
from spinecare.figures.body import Vec
from spinecare.figures.cache import between
from spinecare.figures.frames import ShapedFrame
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.scene import Arrow, ArrowKind
from spinecare.figures.skeleton import Skeleton

_GAP: Final = 0.035
"""Between the body and a straight arrow, body heights."""
_ONTO: Final = 0.012
"""Between the tip of an arrow that comes onto the body and the body."""
_LENGTH: Final = 0.14
"""Of a straight arrow."""
_ROUND: Final = 16
"""Points of a circle."""
_SAMPLES: Final = 7
"""Points of a way that nobody has solved."""
_FORMS: Final = (
    "'move LANDMARK [from FRAME] [both]', 'go LANDMARK x y z [onto] [both]', "
    "'push LANDMARK x y z [onto] [both]' or 'circle LANDMARK x|y|z RADIUS [DEGREES] [both]'"
)


def arrows_of(
    frame: ShapedFrame,
    before: str,
    frames: Mapping[str, ShapedFrame],
    skeletons: Mapping[str, Skeleton],
    drawing: str,
) -> tuple[Arrow, ...]:
    """Return the arrows of a frame.

    Args:
        frame: The frame.
        before: The frame that a movement starts from, where its text names none; empty for none.
        frames: All frames of the drawing.
        skeletons: Their bodies.
        drawing: Its exercise, for the error message.

    Raises:
        FaultyInputError: With every text that cannot be read.
    """
    found: list[Arrow] = []
    faults: list[Fault] = []
    for place, text in enumerate(frame.arrows):
        arrow = _arrow(text.split(), frame, before, frames, skeletons)
        if arrow is None:
            path = f"$.frames[{list(frames).index(frame.id)}].arrows[{place}]"
            message = f"arrows must be {_FORMS}, got {text!r}"
            faults.append(Fault(file=drawing, path=path, message=message))
        else:
            found.append(arrow)
    if faults:
        raise FaultyInputError("drawing", tuple(faults))
    return tuple(found)


def _arrow(
    words: list[str],
    frame: ShapedFrame,
    before: str,
    frames: Mapping[str, ShapedFrame],
    skeletons: Mapping[str, Skeleton],
) -> Arrow | None:
    is_both = words[-1:] == ["both"]
    words = words[:-1] if is_both else words
    if len(words) < 2 or words[1] not in LANDMARKS:
        return None
    kind, landmark, *rest = words
    here = skeletons[frame.id].landmark(landmark)
    if kind == "move" and (not rest or (len(rest) == 2 and rest[0] == "from")):
        start = rest[1] if rest else before
        if start not in frames:
            return None
        bodies = way_between(frames[start], frame, skeletons[start], skeletons[frame.id])
        return Arrow(path=tuple(body.landmark(landmark) for body in bodies), is_both_ways=is_both)
    if kind == "circle" and len(rest) in (2, 3) and rest[0] in ("x", "y", "z"):
        numbers = _numbers(rest[1:])
        if numbers is None:
            return None
        path = _circle(here, rest[0], *numbers)
        return Arrow(path=path, is_offset=False, is_both_ways=is_both)
    is_onto = rest[-1:] == ["onto"]
    direction = _numbers(rest[:-1] if is_onto else rest)
    if kind not in ("go", "push") or direction is None or len(direction) != 3 or not any(direction):
        return None
    length = hypot(*direction)
    along: Vec = (direction[0] / length, direction[1] / length, direction[2] / length)
    tail = -_ONTO - _LENGTH if is_onto else _GAP
    return Arrow(
        path=(_past(here, along, tail), _past(here, along, tail + _LENGTH)),
        kind=ArrowKind.PUSH if kind == "push" else ArrowKind.MOTION,
        is_offset=False,
        is_both_ways=is_both,
    )


def way_between(
    first: ShapedFrame, second: ShapedFrame, start: Skeleton, end: Skeleton
) -> tuple[Skeleton, ...]:
    """Return bodies from one frame to another, both ends among them.

    Where the way is not shipped, the joints are bent evenly: no foot is planted then.
    """
    inner: Sequence[Skeleton] = between(first.shape, second.shape)
    if not inner:
        inner = between(second.shape, first.shape)[::-1]
    if not inner:
        inner = [blend(start, end, step / (_SAMPLES + 1)) for step in range(1, _SAMPLES + 1)]
    return (start, *inner, end)


def blend(first: Skeleton, second: Skeleton, share: float) -> Skeleton:
    """Return the body part of the way between two, every joint by itself."""
    numbers = tuple(a + share * (b - a) for a, b in zip(first.numbers, second.numbers, strict=True))
    return Skeleton(base=second.base, numbers=numbers)


def _circle(centre: Vec, axis: str, radius: float, degrees: float = 300.0) -> tuple[Vec, ...]:
    """Return a part of a circle about an axis of the world, from its far side round."""
    found: list[Vec] = []
    for step in range(_ROUND + 1):
        angle = degrees * pi / 180 * (step / _ROUND - 0.5)
        a, b = radius * cos(angle), radius * sin(angle)
        x, y, z = centre
        around: dict[str, Vec] = {
            "x": (x, y + a, z + b),
            "y": (x + a, y, z + b),
            "z": (x + b, y + a, z),
        }
        found.append(around[axis])
    return tuple(found)


def _past(point: Vec, along: Vec, by: float) -> Vec:
    return (point[0] + by * along[0], point[1] + by * along[1], point[2] + by * along[2])


def _numbers(words: list[str]) -> tuple[float, ...] | None:
    try:
        return tuple(float(word) for word in words)
    except ValueError:
        return None
