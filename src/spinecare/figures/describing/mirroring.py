"""The mirror image of a frame: what a picture of the other side is described by."""

from __future__ import annotations

from attrs import evolve

from spinecare.figures.frames import ShapedFrame
from spinecare.figures.props import mirrored
from spinecare.figures.sides import other_side


def mirrored_frame(frame: ShapedFrame) -> ShapedFrame:
    """Return the mirror image of a frame: shape, things and arrows of the other side."""
    return evolve(
        frame,
        shape=frame.shape.mirrored(),
        props=tuple(map(mirrored, frame.props)),
        arrows=tuple(_mirrored_arrow(text) for text in frame.arrows),
        is_mirror=not frame.is_mirror,
    )


def _mirrored_arrow(text: str) -> str:
    words = [other_side(word) for word in text.split()]
    if words[0] in ("go", "push") and len(words) > 4:
        words[4] = f"{0.0 - float(words[4]):g}"
    return " ".join(words)
