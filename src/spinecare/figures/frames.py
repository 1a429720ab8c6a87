"""From a drawing's texts to shapes: each frame with what it takes over from another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from spinecare.errors import FaultyInputError
from spinecare.figures.arrow_texts import FORMS, told_arrow
from spinecare.figures.props import mirrored, surface
from spinecare.figures.reading import Reader
from spinecare.figures.scene import Crop, Prop, View
from spinecare.figures.shape import Shape, changed
from spinecare.figures.skeleton import BASES
from spinecare.model import Drawing, Frame

_SHAPING: Final = ("like", "base", "hints", "on", "at", "touch", "toward", "free", "props")
"""What a frame may not say beside `mirrors`."""


@frozen(kw_only=True)
class ShapedFrame:
    """A frame, read."""

    id: str
    """Its name."""
    shape: Shape
    """The body shape."""
    props: tuple[Prop, ...]
    """Things in the picture."""
    arrows: tuple[str, ...]
    """Its arrows, as written."""
    is_mirror: bool = False
    """Whether it is the mirror image of another frame of the drawing."""


@frozen(kw_only=True)
class ShapedDrawing:
    """A drawing, read."""

    frames: dict[str, ShapedFrame]
    """Its frames by name, in order."""
    view: View
    """Where the viewer stands."""
    crop: Crop
    """How much of the body is shown."""
    targets: tuple[str, ...]
    """Landmarks of the target marks."""
    badge: tuple[str, ...]
    """The landmark that the letter of the side stands at; none or one."""


def shaped(drawing: Drawing, postures: Mapping[str, Frame]) -> ShapedDrawing:
    """Read a drawing.

    Args:
        drawing: The drawing.
        postures: The shapes that frames may begin from, by id.

    Raises:
        FaultyInputError: With every fault of all its texts.
    """
    whole = Reader(drawing.of, "$")
    faults = whole.faults
    extra = whole.props(drawing.props)
    frames: dict[str, ShapedFrame] = {}
    for place, frame in enumerate(drawing.frames):
        reader = Reader(drawing.of, f"$.frames[{place}]")
        frames[frame.id] = _shaped(frame, frames, postures, extra, reader)
        _check_arrows(frame, drawing, reader)
        faults.extend(reader.faults)
    found = ShapedDrawing(
        frames=frames,
        view=whole.view(drawing.view),
        crop=whole.crop(drawing.crop),
        targets=whole.landmarks("targets", drawing.targets),
        badge=whole.landmarks("badge", drawing.badge)[:1],
    )
    if faults:
        raise FaultyInputError("drawing", tuple(faults))
    return found


def frame_before(drawing: Drawing, id: str) -> str:
    """Return what a frame's movement starts from: the frame it is like, or the one before."""
    ids = [frame.id for frame in drawing.frames]
    place = ids.index(id)
    like = drawing.frames[place].like
    if like in ids[:place]:
        return like
    return ids[place - 1] if place else ""


def shaped_posture(id: str, postures: Mapping[str, Frame]) -> ShapedFrame:
    """Read one posture.

    Raises:
        FaultyInputError: With every fault of its texts.
    """
    return shaped_frame(postures[id], _without(id, postures))


def shaped_frame(frame: Frame, postures: Mapping[str, Frame]) -> ShapedFrame:
    """Read a frame that belongs to no drawing.

    Raises:
        FaultyInputError: With every fault of its texts.
    """
    reader = Reader(frame.id, "$")
    found = _shaped(frame, {}, postures, (), reader)
    if reader.faults:
        raise FaultyInputError("posture", tuple(reader.faults))
    return found


def _shaped(
    frame: Frame,
    before: Mapping[str, ShapedFrame],
    postures: Mapping[str, Frame],
    extra: tuple[Prop, ...],
    reader: Reader,
) -> ShapedFrame:
    if frame.mirrors:
        return _mirror_image(frame, before, reader)
    start = _start(frame, before, postures, reader)
    own = reader.props(frame.props)
    props = _together((*(start.props if start else ()), *extra, *own))
    shape = changed(
        start.shape if start else Shape(base=frame.base),
        base=frame.base,
        hints=reader.hints(frame.hints),
        contacts=(
            *reader.on(frame.on),
            *reader.at(frame.at),
            *reader.touch(frame.touch),
            *reader.toward(frame.toward),
        ),
        free=reader.free(frame.free),
    )
    if shape.base not in BASES:
        if shape.base or not frame.like:
            reader.fault("base", f"must be one of {', '.join(BASES)}", shape.base, BASES)
        shape = changed(shape, base="stand")
    shape = Shape(
        base=shape.base, hints=shape.hints, contacts=shape.contacts, surface=surface(props)
    )
    return ShapedFrame(id=frame.id, shape=shape, props=props, arrows=frame.arrows)


def _mirror_image(frame: Frame, before: Mapping[str, ShapedFrame], reader: Reader) -> ShapedFrame:
    told = [name for name in _SHAPING if getattr(frame, name)]
    if told:
        reader.fault("mirrors", "must stand without what the mirror image has", ", ".join(told))
    original = before.get(frame.mirrors)
    if original is None:
        reader.fault("mirrors", "must be an earlier frame", frame.mirrors, before)
        return ShapedFrame(id=frame.id, shape=Shape(base="stand"), props=(), arrows=())
    return ShapedFrame(
        id=frame.id,
        shape=original.shape.mirrored(),
        props=tuple(map(mirrored, original.props)),
        arrows=frame.arrows,
        is_mirror=True,
    )


def _start(
    frame: Frame,
    before: Mapping[str, ShapedFrame],
    postures: Mapping[str, Frame],
    reader: Reader,
) -> ShapedFrame | None:
    if frame.like in before:
        return before[frame.like]
    if frame.like in postures:
        return _shaped(postures[frame.like], {}, _without(frame.like, postures), (), reader)
    if frame.like:
        reader.fault("like", "must be a posture or an earlier frame", frame.like, postures)
    return None


def _without(id: str, postures: Mapping[str, Frame]) -> dict[str, Frame]:
    """Return what a posture may begin from: any but itself, so that no ring goes on for ever."""
    return {other: posture for other, posture in postures.items() if other != id}


def _together(props: Iterable[Prop]) -> tuple[Prop, ...]:
    """Return the props, of each name and landmark only the last."""
    return tuple({(prop.name, prop.landmark): prop for prop in props}.values())


def _check_arrows(frame: Frame, drawing: Drawing, reader: Reader) -> None:
    """Find faults of the arrows; where they stand is worked out from the posed body."""
    ids = [other.id for other in drawing.frames]
    for place, text in enumerate(frame.arrows):
        field = f"arrows[{place}]"
        try:
            told = told_arrow(text)
        except ValueError:
            reader.fault(field, f"must be {FORMS}", text)
            continue
        if told.kind == "move" and (told.start or frame_before(drawing, frame.id)) not in ids:
            reader.fault(field, f"must begin from a frame of the drawing: {FORMS}", text)
