"""Bodies, frames and sentences that the tests of this folder share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from hypothesis import strategies as st

from spinecare.catalogue import load_catalogue
from spinecare.figures.body import JOINTS, PLACE
from spinecare.figures.cache import posed
from spinecare.figures.describing import describe
from spinecare.figures.frames import ShapedFrame, shaped_posture
from spinecare.figures.landmarks import LANDMARKS
from spinecare.figures.props import SHAPES
from spinecare.figures.reading import Reader
from spinecare.figures.scene import Arrow
from spinecare.figures.shape import Hint, Shape, Touch
from spinecare.figures.skeleton import BASES, Skeleton
from spinecare.model import Frame


@cache
def posture(id: str) -> tuple[ShapedFrame, Skeleton]:
    """Return a posture of the catalogue: as written, and posed."""
    frame = shaped_posture(id, load_catalogue().posture_by_id)
    return frame, posed(frame.shape, id)


@cache
def told(*props: str, **texts: str) -> str:
    """Return what is said of a frame of these texts, solved."""
    postures = {**load_catalogue().posture_by_id, "x": Frame(id="x", props=props, **texts)}  # type: ignore[arg-type]  # fields by name
    frame = shaped_posture("x", postures)
    return describe(frame, posed(frame.shape, "x"))


def framed(
    base: str = "stand",
    *,
    hints: dict[str, float] | None = None,
    touch: str = "",
    on: str = "",
    props: tuple[str, ...] = (),
    arrows: tuple[str, ...] = (),
) -> ShapedFrame:
    """Return a frame of the texts given; nothing is solved."""
    reader = Reader("test", "$")
    shape = Shape(
        base=base,
        hints=tuple(Hint(joint, degrees) for joint, degrees in (hints or {}).items()),
        contacts=(*reader.on(on), *reader.touch(touch)),
    )
    frame = ShapedFrame(id="x", shape=shape, props=reader.props(props), arrows=arrows)
    assert not reader.faults
    return frame


def lowered(angles: Mapping[str, float], base: str, floor: float = 0.0) -> Skeleton:
    """Return a body with joints bent so, put down until its lowest point is at a height."""
    body = put_down(Skeleton.of(angles, base))
    numbers = list(body.numbers)
    numbers[PLACE["ty"]] += floor
    return Skeleton(base=base, numbers=tuple(numbers))


def put_down(body: Skeleton) -> Skeleton:
    """Return a body moved up or down until its lowest point is on the ground."""
    lowest = min(body.landmark(name)[1] - mark.radius for name, mark in LANDMARKS.items())
    numbers = list(body.numbers)
    numbers[PLACE["ty"]] -= lowest
    return Skeleton(base=body.base, numbers=tuple(numbers))


def said(
    angles: Mapping[str, float],
    base: str = "stand",
    *,
    frame: ShapedFrame | None = None,
    arrows: tuple[Arrow, ...] = (),
    floor: float = 0.0,
) -> str:
    """Return what is said of a body with joints bent so, put down on the ground."""
    return describe(frame or framed(base), lowered(angles, base, floor), arrows=arrows)


def of_posture(id: str, changes: dict[str, float], frame: ShapedFrame | None = None) -> str:
    """Return what is said of a posture of the catalogue with some numbers changed."""
    written, body = posture(id)
    names = {name: body.angle(name) for name in (*_ROOT, *(joint.name for joint in JOINTS))}
    return describe(frame or written, Skeleton.of({**names, **changes}, body.base))


def sides(**joints: float) -> dict[str, float]:
    """Return joint angles for both sides."""
    return {f"{side}_{joint}": value for side in "RL" for joint, value in joints.items()}


def swapped(text: str) -> str:
    """Return a text with left and right changed."""
    sides = {"left": "right", "right": "left"}
    return re.sub(r"\b(left|right)\b", lambda found: sides[found[1]], text)


_ROOT: Final = ("tx", "ty", "tz", "pitch", "tilt", "turn")
_NAMES: Final = sorted(LANDMARKS)
_HANDS: Final = [name for name in _NAMES if "palm" in name or "grip" in name or "handback" in name]

ANGLES: Final = st.tuples(*(st.floats(joint.low, joint.high, width=32) for joint in JOINTS))
BODIES: Final = st.builds(
    lambda base, places, turns, angles: Skeleton(base=base, numbers=(*places, *turns, *angles)),
    st.sampled_from(sorted(BASES)),
    st.tuples(st.floats(-1, 1, width=32), st.floats(0, 1, width=32), st.floats(-1, 1, width=32)),
    st.tuples(*[st.floats(-180, 180, width=32)] * 3),
    ANGLES,
)
"""Bodies of any base, place and angles within the limits."""

_CONTACTS: Final = st.builds(Touch, st.sampled_from(_HANDS), st.sampled_from(_NAMES)) | st.builds(
    Touch, st.sampled_from(_NAMES), st.sampled_from(_NAMES)
)
_HINTS: Final = st.builds(
    Hint, st.sampled_from([joint.name for joint in JOINTS]), st.sampled_from([-20.0, 0.0, 20.0])
)
_KNOWN_PROPS: Final = st.sampled_from([(name,) for name in sorted(SHAPES)] + [("pillow R_knee",)])
FRAMES: Final = st.builds(
    lambda base, contacts, hints, props: ShapedFrame(
        id="x",
        shape=Shape(base=base, contacts=tuple(contacts), hints=tuple(hints)),
        props=Reader("test", "$").props(tuple(text for texts in props for text in texts)),
        arrows=(),
    ),
    st.sampled_from(sorted(BASES)),
    st.lists(_CONTACTS, max_size=4),
    st.lists(_HINTS, max_size=3, unique_by=lambda hint: hint.joint),
    st.lists(_KNOWN_PROPS, max_size=3),
)
"""Frames with any contacts, hints and things; not what the bodies are solved for."""
